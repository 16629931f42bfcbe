"""Pauses and extensions: what they do to a promised moment."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from counter_app.clock import VIETNAM
from counter_app.domain.calendar import CalendarEnds
from counter_app.domain.deadlines import (
    Appointment,
    DeadlineRules,
    Extension,
    ExtensionNotLater,
    Pause,
    PauseEndsEarly,
    PausePolicy,
    ResultTime,
    appointment,
    due,
    resumed,
)
from counter_app.domain.procedure import Term, TermUnit

LAW = DeadlineRules()
HOUR_EXACT = DeadlineRules(result_time=ResultTime.HOUR_EXACT)
FIVE_DAYS = Term(Decimal(5), TermUnit.WORKING_DAY)
EIGHT_HOURS = Term(Decimal(8), TermUnit.HOUR)
WORKING, ELAPSED, AGAIN = PausePolicy


def moment(text):
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("policy", "paused", "ended", "expected"),
    [
        # Monday to Thursday: three days more
        (WORKING, "2026-11-09 10:00", "2026-11-12 15:00", "2026-11-19 17:00"),
        (ELAPSED, "2026-11-09 10:00", "2026-11-12 15:00", "2026-11-19 17:00"),
        (AGAIN, "2026-11-09 10:00", "2026-11-12 15:00", "2026-11-19 17:00"),
        # over a weekend: the weekend is not added, or added and moved
        (WORKING, "2026-11-13 10:00", "2026-11-16 15:00", "2026-11-17 17:00"),
        (ELAPSED, "2026-11-13 10:00", "2026-11-16 15:00", "2026-11-19 17:00"),
        # over a holiday: 24 November
        (WORKING, "2026-11-23 10:00", "2026-11-26 15:00", "2026-11-18 17:00"),
        (ELAPSED, "2026-11-23 10:00", "2026-11-26 15:00", "2026-11-19 17:00"),
        (AGAIN, "2026-11-23 10:00", "2026-11-26 15:00", "2026-12-03 17:00"),
        # the sum ends on a Saturday
        (ELAPSED, "2026-11-09 10:00", "2026-11-14 15:00", "2026-11-23 17:00"),
        # within one day
        (WORKING, "2026-11-09 10:00", "2026-11-09 15:00", "2026-11-16 17:00"),
        (ELAPSED, "2026-11-09 10:00", "2026-11-09 15:00", "2026-11-16 17:00"),
        (AGAIN, "2026-11-09 10:00", "2026-11-09 15:00", "2026-11-16 17:00"),
        # from Saturday to Sunday: no working day
        (WORKING, "2026-11-14 10:00", "2026-11-15 10:00", "2026-11-16 17:00"),
    ],
)
def test_a_pause_moves_the_due_day(calendar, policy, paused, ended, expected):
    was = due(moment("2026-11-09 09:10"), FIVE_DAYS, calendar, LAW).at
    assert was == moment("2026-11-16 17:00")
    now = resumed(was, moment(paused), moment(ended), FIVE_DAYS, calendar, LAW, policy)
    assert now.at == moment(expected)


def test_a_pause_over_tet_adds_only_its_working_days(calendar):
    # 8, 9 and 17 February work; 10 to 16 are Tết, 13 and 14 a weekend in it
    was = moment("2021-02-24 17:00")
    span = (moment("2021-02-08 09:00"), moment("2021-02-18 09:00"))
    assert resumed(was, *span, FIVE_DAYS, calendar, LAW, WORKING).at == moment("2021-03-01 17:00")
    assert resumed(was, *span, FIVE_DAYS, calendar, LAW, ELAPSED).at == moment("2021-03-08 17:00")
    assert resumed(was, *span, FIVE_DAYS, calendar, LAW, AGAIN).at == moment("2021-02-25 17:00")


def test_the_hour_of_an_exact_promise_stays(calendar):
    was = moment("2026-11-16 09:10")
    span = (moment("2026-11-13 10:00"), moment("2026-11-16 08:00"))
    now = resumed(was, *span, FIVE_DAYS, calendar, HOUR_EXACT, WORKING)
    assert now.at == moment("2026-11-17 09:10")


def test_a_term_in_hours_waits_for_the_hours_the_counter_was_open(calendar):
    # 16:00-17:00 on Friday and 07:00-08:30 on Monday
    was = moment("2026-11-16 09:00")
    span = (moment("2026-11-13 16:00"), moment("2026-11-16 08:30"))
    now = resumed(was, *span, EIGHT_HOURS, calendar, LAW, WORKING)
    assert now.at == moment("2026-11-16 11:30")
    assert sum(day.counted for day in now.days) == Decimal("2.5")


def test_a_pause_in_the_night_adds_no_hours(calendar):
    was = moment("2026-11-16 09:00")
    span = (moment("2026-11-13 18:00"), moment("2026-11-16 06:00"))
    now = resumed(was, *span, EIGHT_HOURS, calendar, LAW, WORKING)
    assert now.at == was


def test_the_added_days_are_explained(calendar):
    was = moment("2026-11-20 17:00")
    span = (moment("2026-11-09 10:00"), moment("2026-11-11 10:00"))
    days = resumed(was, *span, FIVE_DAYS, calendar, LAW, WORKING).days
    assert [(f"{day.on:%d/%m}", str(day.counted), day.reason.value) for day in days] == [
        ("20/11", "0", "former_due"),
        ("21/11", "0", "weekend"),
        ("22/11", "0", "weekend"),
        ("23/11", "1", "working"),
        ("24/11", "0", "holiday"),
        ("25/11", "1", "working"),
    ]


def test_a_term_that_starts_again_heeds_the_cut_off(calendar):
    one = Term(Decimal(1), TermUnit.WORKING_DAY)
    span = (moment("2026-11-09 10:00"), moment("2026-11-11 15:30"))
    was = moment("2026-11-10 17:00")
    late = resumed(was, *span, one, calendar, LAW, AGAIN, cut_off=moment("2026-11-11 15:00").time())
    assert late.at == moment("2026-11-13 17:00")


@pytest.mark.parametrize("policy", PausePolicy)
def test_a_pause_cannot_end_before_it_begins(calendar, policy):
    with pytest.raises(PauseEndsEarly):
        resumed(
            moment("2026-11-16 17:00"),
            moment("2026-11-12 10:00"),
            moment("2026-11-12 09:59"),
            FIVE_DAYS,
            calendar,
            LAW,
            policy,
        )


def test_a_pause_past_the_calendar_is_not_guessed(calendar):
    span = (moment("2027-12-30 10:00"), moment("2027-12-30 10:00") + timedelta(days=30))
    for policy in PausePolicy:
        with pytest.raises(CalendarEnds):
            resumed(moment("2027-12-30 17:00"), *span, FIVE_DAYS, calendar, LAW, policy)


def test_pauses_add_up(calendar):
    first = moment("2026-11-16 17:00")
    changes = [
        Pause(moment("2026-11-09 10:00"), moment("2026-11-11 10:00"), WORKING),
        Pause(moment("2026-11-12 10:00"), moment("2026-11-13 10:00"), WORKING),
        Pause(moment("2026-11-16 10:00"), moment("2026-11-18 10:00"), ELAPSED),
    ]
    expected = moment("2026-11-23 17:00")
    now = appointment(first, changes, FIVE_DAYS, calendar, LAW)
    assert now == Appointment(expected, expected)


def test_the_term_stands_still_while_a_pause_lasts(calendar):
    first = moment("2026-11-16 17:00")
    changes = [Pause(moment("2026-11-09 10:00"), None, AGAIN)]
    assert appointment(first, changes, FIVE_DAYS, calendar, LAW) == Appointment(first, first, True)


def test_an_extension_is_promised_but_does_not_make_a_late_result_on_time(calendar):
    first = moment("2026-11-16 17:00")
    later = moment("2026-11-20 17:00")
    changes = [Extension(moment("2026-11-16 08:00"), later)]
    assert appointment(first, changes, FIVE_DAYS, calendar, LAW) == Appointment(first, later)


def test_a_pause_after_an_extension_moves_both(calendar):
    changes = [
        Extension(moment("2026-11-16 08:00"), moment("2026-11-18 17:00")),
        Pause(moment("2026-11-17 08:00"), moment("2026-11-18 08:00"), WORKING),
    ]
    now = appointment(moment("2026-11-16 17:00"), changes, FIVE_DAYS, calendar, LAW)
    assert now == Appointment(moment("2026-11-17 17:00"), moment("2026-11-19 17:00"))


def test_an_extension_must_be_later_than_what_was_promised(calendar):
    changes = [Extension(moment("2026-11-16 08:00"), moment("2026-11-16 17:00"))]
    with pytest.raises(ExtensionNotLater):
        appointment(moment("2026-11-16 17:00"), changes, FIVE_DAYS, calendar, LAW)
