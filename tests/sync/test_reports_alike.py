"""The same reports from a counter's file and from the centre's PostgreSQL."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from counter_app.centre import administration
from counter_app.clock import VIETNAM, local_day
from counter_app.desk import Officer
from counter_app.domain.deadlines import Comparison, DeadlineRules
from counter_app.domain.processing import Phase
from counter_app.domain.register import Rating
from counter_app.domain.reporting import Period, report_month, report_year
from counter_app.domain.scoring import Assessed, Mark
from counter_app.progress import Silent
from counter_app.reports import monthly, tables
from counter_app.reports.lists import REPORTS
from counter_app.usecases import hand_overs, phases, results
from counter_app.usecases.callers import Feedback, FeedbackKind, answer_feedback, record_feedback
from counter_app.usecases.ratings import Slips, enter_slips, rate
from counter_app.usecases.register_import import take_register
from counter_app.usecases.scores import Score, enter_score
from tests.fixtures.desk import AGENCY, FIRST_DAY
from tests.fixtures.life import ACTS, LAN
from tests.fixtures.months import LAST, OTHER, random_lines

PERIODS = (report_month(2021, 1), report_month(2021, 2), report_year(2021))


def score_the_day(counter):
    """Give the reports of scores what only acts at a counter tell."""
    desk, receipt = counter.desk, counter.receive()
    hand_overs.hand_over(desk, [receipt.subject], AGENCY)
    due = datetime(2026, 1, 1, 17, 0, tzinfo=VIETNAM)
    phases.start(desk, receipt.subject, Phase(2, "Thẩm định", OTHER, due))
    results.resolve(desk, receipt.subject)
    rate(desk, receipt.number, Rating.VERY_SATISFIED)
    told = Feedback(FeedbackKind.COMPLAINT, "Chờ lâu", agency_code=AGENCY)
    answer_feedback(desk, record_feedback(desk, told), "Đã trả lời")
    record_feedback(desk, told)
    today = local_day(desk.clock.now_ms())
    for period in (PERIODS[0], Period(date(2021, 1, 1), today)):
        for index in (4, 6):
            marks = {Mark.SELF: Decimal(2), Mark.APPRAISED: Decimal("1.5")}
            enter_score(desk, Score(Assessed.AGENCY, AGENCY, period, index, marks, "Biên bản 03"))


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
    score_the_day(counter)
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


def test_what_was_scored_at_the_counter_is_scored_at_the_centre(both):
    _, counter = both
    whole = Period(date(2021, 1, 1), local_day(counter.desk.clock.now_ms()))
    there, here = asked(both, lambda s: REPORTS["scoring"].made(s, whole, Silent()))
    assert there.found == here.found
    ours, theirs = here.found.rows[:2]
    assert (ours["index_4"], ours["index_6"]) == (Decimal("1.5"), Decimal("1.5"))
    assert ours["index_8"] == 0  # one of two was answered
    assert theirs["index_2"] == 0 and ours["very_satisfied"] > 0


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
