"""Closing a period: what was handed in stands, and what changes afterwards is told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from counter_app.domain.reporting import Measure, Period
from counter_app.domain.roles import NotAllowedFor
from counter_app.journal.periods import CLOSED
from counter_app.journal.rebuild import differences
from counter_app.journal.subjects import subject_of
from counter_app.progress import Silent
from counter_app.reports.monthly import Change, monthly, record
from counter_app.store.period_closes import closing_of, key
from counter_app.usecases.periods import PeriodClosed, PeriodNotOver, close_period
from tests.fixtures.desk import AGENCY
from tests.fixtures.hostile import arrive
from tests.fixtures.life import HOA, MINH, another_seat, exchange, handed_over, received

WEEK = Period(date(2026, 11, 16), date(2026, 11, 20))


@pytest.fixture
def over(office):
    """The week is over; two dossiers came in it."""
    handed_over(office)
    received(office)
    office.clock.advance(timedelta(days=1))
    return office


def test_a_closed_period_says_by_whom_and_that_nothing_changed(over):
    close_period(over, WEEK)
    report = over.ask(monthly, WEEK)
    assert report.closing.officer_name == "Lò Thị Lan"
    assert report.closing.figures[AGENCY].received_new == 2
    assert report.changes == ()
    assert record(report)["closed"]["changes"] == []
    other = Period(WEEK.first, date(2026, 11, 19))
    assert over.ask(monthly, other).closing is None


def test_what_arrives_later_is_told_as_a_change(over, tmp_path):
    with another_seat(over, tmp_path / "other.db") as other:
        other.clock.advance(-timedelta(days=1))
        received(other)
        other.clock.advance(timedelta(days=1))
        close_period(over, WEEK)
        exchange(over, other)
        report = over.ask(monthly, WEEK)
        assert Change(AGENCY, Measure.RECEIVED_NEW, 2, 3) in report.changes
        assert {one.measure for one in report.changes} == {
            Measure.RECEIVED_TOTAL,
            Measure.RECEIVED_NEW,
            Measure.PENDING_TOTAL,
            Measure.PENDING_IN_TIME,
        }
        assert other.ask(monthly, WEEK).changes == report.changes


def test_what_two_supervisors_closed_apart_is_what_the_first_handed_in(over, tmp_path):
    with another_seat(over, tmp_path / "other.db") as other:
        close_period(over, WEEK)
        over.clock.advance(timedelta(minutes=5))
        close_period(other, WEEK)
        exchange(over, other)
        for desk in (over, other):
            assert desk.ask(closing_of, WEEK).officer_name == "Lò Thị Lan"
            with desk.store.reading() as session:
                assert differences(session, Silent()) == []


def test_a_period_is_closed_once_after_its_end_by_a_supervisor(office):
    with pytest.raises(PeriodNotOver):
        close_period(office, WEEK)
    office.clock.advance(timedelta(days=1))
    with pytest.raises(NotAllowedFor):
        close_period(office.served_by(MINH), WEEK)
    close_period(office, WEEK)
    with pytest.raises(PeriodClosed):
        close_period(office.served_by(HOA), WEEK)


@pytest.mark.parametrize(
    "figures", [{AGENCY: {"online": "viele"}}, {AGENCY: 7}, [1], {AGENCY: {"online": 1.5}}]
)
def test_a_closing_that_makes_no_sense_is_in_nobodys_way(over, figures):
    told = {
        "first": WEEK.first.isoformat(),
        "last": WEEK.last.isoformat(),
        "seat_number": 7,
        "figures": figures,
    }
    arrive(over, [{"kind": CLOSED, "subject": subject_of("period", key(WEEK)), "record": told}])
    assert over.ask(monthly, WEEK).closing is None
    close_period(over, WEEK)
    assert over.ask(monthly, WEEK).closing is not None
