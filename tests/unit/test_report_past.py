"""A past period asked again gives the same figures, whatever happened since."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

import pytest

from counter_app.clock import VIETNAM, local_day
from counter_app.domain.procedure import Channel
from counter_app.domain.register import ImportedDossier
from counter_app.domain.reporting import Measure, Period
from counter_app.domain.states import State
from counter_app.errors import CounterError
from counter_app.progress import Silent
from counter_app.reports.monthly import monthly
from counter_app.store.report_figures import behind
from counter_app.usecases import results
from counter_app.usecases.acts import When
from counter_app.usecases.register_import import take_register
from tests.fixtures.desk import AGENCY, FRIDAY
from tests.fixtures.life import ACTS, another_seat, exchange, handed_over, received

LONG = timedelta(days=20)


def period_so_far(desk):
    """Return a period that ended yesterday."""
    return Period(date(2026, 11, 1), local_day(desk.clock.now_ms()) - timedelta(days=1))


def figures(desk, period):
    return desk.ask(monthly, period).figures


def test_what_was_overdue_stays_overdue_after_its_date_was_changed(office):
    subject = handed_over(office)
    office.clock.advance(timedelta(days=6))
    period = period_so_far(office)
    assert figures(office, period).pending_overdue == 1
    ACTS["ask for papers"](office, subject)
    office.clock.advance(timedelta(days=2))
    assert figures(office, period_so_far(office)).pending_overdue == 1
    ACTS["receive papers"](office, subject)
    ACTS["change the due date"](office, subject)
    office.clock.advance(timedelta(days=1))
    assert figures(office, period_so_far(office)).pending_overdue == 0
    assert figures(office, period).pending_overdue == 1


def test_what_was_paused_in_time_stays_in_time(office):
    subject = handed_over(office)
    ACTS["ask for papers"](office, subject)
    office.clock.advance(timedelta(days=9))
    period = period_so_far(office)
    assert figures(office, period).pending_in_time == 1
    ACTS["stop"](office, subject)
    office.clock.advance(timedelta(days=3))
    stopped = period_so_far(office)
    assert figures(office, stopped).pending_in_time == 1
    ACTS["resume"](office, subject)
    results.resolve(office, subject)
    for past in (period, stopped):
        assert figures(office, past).pending_in_time == 1


def test_a_pause_after_midnight_in_vietnam_came_a_day_too_late(office):
    subject = handed_over(office)  # due on Monday 23/11
    office.clock.set(datetime(2026, 11, 24, 3, 0, tzinfo=VIETNAM))  # in UTC still Monday
    ACTS["ask for papers"](office, subject)
    office.clock.advance(timedelta(days=5))
    assert figures(office, period_so_far(office)).pending_overdue == 1


def test_a_taken_over_pause_is_remembered_when_it_ends(office):
    line = ImportedDossier(
        row=1,
        number="000.00.14.H35-261101-0001",
        agency_code=AGENCY,
        procedure_code="1.001193",
        procedure_name="Thủ tục đăng ký khai sinh",
        channel=Channel.COUNTER,
        received_at=FRIDAY - timedelta(days=9),
        due_at=FRIDAY - timedelta(days=8),
        state=State.SUPPLEMENT,
        owner_name="Lò Văn Én",
    )
    take_register(office, [line], 1, Silent())
    period = period_so_far(office)
    assert figures(office, period).pending_in_time == 1
    row = office.ask(behind, period, office.ask(monthly, period).comparison, Measure.PENDING_TOTAL)
    results.resolve(office, row[0].subject)
    assert figures(office, period).pending_in_time == 1


def test_what_arrives_late_is_in_the_figures(office, tmp_path):
    period = Period(date(2026, 11, 1), date(2026, 11, 20))
    with another_seat(office, tmp_path / "other.db") as other:
        received(other)
        assert figures(office, period).received_new == 0
        office.clock.advance(LONG)
        exchange(office, other)
        assert figures(office, period).received_new == 1


def test_a_result_typed_late_counts_when_it_was_there(office):
    subject = handed_over(office)
    office.clock.advance(LONG)
    there = FRIDAY + timedelta(hours=2)
    results.resolve(office, subject, when=When(there.astimezone(VIETNAM), "Quên nhập"))
    found = figures(office, Period(date(2026, 11, 1), date(2026, 11, 20)))
    assert (found.resolved_total, found.resolved_late) == (1, 0)


ENDS = ("ask for papers", "receive papers", "stop", "resume", "apologise", "hand over", "resolve")


@pytest.mark.parametrize("seed", range(4))
def test_random_lives_leave_the_past_as_it_was(office, seed):
    chance = random.Random(seed)
    subjects = [received(office) for _ in range(3)]
    told = {}
    for _ in range(70):
        chosen = chance.choice((*ENDS, "change the due date", "withdraw", "new"))
        try:
            if chosen == "new":
                subjects.append(received(office))
            else:
                ACTS[chosen](office, chance.choice(subjects))
        except CounterError:
            pass
        office.clock.advance(timedelta(minutes=chance.choice((5, 90, 1440, 2900))))
        period = period_so_far(office)
        told.setdefault(period, figures(office, period))
    later = {period: figures(office, period) for period in told}
    assert later == told
    assert len({figure.pending_overdue for figure in told.values()}) > 1
