"""The same reports from a counter's file and from the centre's PostgreSQL."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest

from counter_app.centre import administration
from counter_app.clock import local_day
from counter_app.desk import Officer
from counter_app.domain.deadlines import Comparison, DeadlineRules
from counter_app.domain.register import Rating
from counter_app.domain.reporting import Period, report_month, report_year
from counter_app.progress import Silent
from counter_app.reports import monthly, tables
from counter_app.reports.lists import REPORTS
from counter_app.usecases.ratings import Slips, enter_slips
from counter_app.usecases.register_import import take_register
from tests.fixtures.desk import AGENCY, FIRST_DAY
from tests.fixtures.life import ACTS, LAN
from tests.fixtures.months import LAST, OTHER, random_lines

PERIODS = (report_month(2021, 1), report_month(2021, 2), report_year(2021))


@pytest.fixture
def both(centre, counter):
    """A centre and a counter that know the same: an earlier register, acts and slips of today."""
    with centre.writing() as (session, by):
        for place, code in enumerate((OTHER, LAST), start=2):
            administration.define_agency(session, by, code, code, FIRST_DAY, position=place)
        administration.define_officer(session, by, LAN.login, LAN.name, sorted(LAN.roles), "")
    counter.sync()
    officer = Officer(LAN.login, LAN.name, LAN.roles)
    counter.desk = replace(counter.desk, officer=officer)
    lines = random_lines(random.Random(3), 300)
    assert take_register(counter.desk, lines, len(lines), Silent()).taken == 300
    enter_slips(counter.desk, Slips(Rating.COMMENT, OTHER, 5, "Thêm ghế"), date(2021, 2, 1))
    for act in ("ask for papers", "stop", "hand over", "resolve", "withdraw"):
        ACTS[act](counter.desk, counter.receive().subject)
    enter_slips(counter.desk, Slips(Rating.SATISFIED_SERVICE, AGENCY, 3))
    counter.sync()
    centre.work()
    return centre, counter


def asked(both, question, *words):
    """Return the answers of the centre and of the counter."""
    centre, counter = both
    with centre.centre.reading() as session:
        there = question(session, *words)
    return there, counter.desk.ask(question, *words)


def test_figures_and_lists_are_the_same_at_both_ends(both):
    _, counter = both
    today = local_day(counter.desk.clock.now_ms())
    for period in (*PERIODS, Period(date(2021, 1, 1), today)):
        there, here = asked(both, lambda s, p=period: monthly.record(monthly.monthly(s, p)))
        assert there == here
        assert here["total"]["received_total"] > 0
        for report in REPORTS.values():
            there, here = asked(both, lambda s, r=report, p=period: r.made(s, p, Silent()))
            assert there.found == here.found
            assert tables.record(there) == tables.record(here)


def test_late_by_the_minute_is_the_same_at_both_ends(both):
    centre, counter = both
    rules = DeadlineRules(comparison=Comparison.BY_TIMESTAMP).to_record()
    with centre.writing() as (session, by):
        administration.change_setting(session, by, "deadline_rules", rules, date(2019, 1, 2))
    counter.sync()
    centre.work()
    there, here = asked(both, lambda s: monthly.record(monthly.monthly(s, PERIODS[1])))
    assert there == here
    comparison = counter.desk.ask(monthly.comparison_of, PERIODS[1].last)
    assert comparison is Comparison.BY_TIMESTAMP
