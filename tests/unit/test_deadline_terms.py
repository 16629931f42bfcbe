"""From receipt to due moment: real dates, one sentence each."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from counter_app.clock import VIETNAM
from counter_app.domain.calendar import CalendarEnds, OpeningHours
from counter_app.domain.deadlines import (
    BadDeadlineRules,
    ClosedIntake,
    Comparison,
    CountedDay,
    DayReason,
    DeadlineRules,
    PausePolicy,
    ResultTime,
    TermNotCountable,
    due,
)
from counter_app.domain.procedure import Term, TermUnit

LAW = DeadlineRules()
HOUR_EXACT = DeadlineRules(result_time=ResultTime.HOUR_EXACT)
HALF_DAY = DeadlineRules(result_time=ResultTime.HALF_DAY)
SKIPPING = DeadlineRules(calendar_days_skip_holidays=True)
AT_OPENING = DeadlineRules(
    result_time=ResultTime.HOUR_EXACT, closed_intake=ClosedIntake.NEXT_OPENING
)


def moment(text):
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def term(text):
    amount, unit = text.split()
    units = {"wd": "working_day", "d": "day", "h": "hour", "m": "month"}
    return Term(Decimal(amount), TermUnit(units[unit]))


def due_text(received, asked, calendar, rules=LAW, cut_off=None):
    return f"{due(moment(received), term(asked), calendar, rules, cut_off).at:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("received", "asked", "expected"),
    [
        # a plain week
        ("2026-11-09 09:10", "1 wd", "2026-11-10 17:00"),
        ("2026-11-09 09:10", "5 wd", "2026-11-16 17:00"),
        # Friday five minutes before closing
        ("2026-11-20 16:55", "1 wd", "2026-11-23 17:00"),
        # weekend and National Day
        ("2025-08-29 08:00", "1 wd", "2025-09-03 17:00"),
        # Tết 2021: 10 to 16 February
        ("2021-02-08 08:00", "1 wd", "2021-02-09 17:00"),
        ("2021-02-08 08:00", "2 wd", "2021-02-17 17:00"),
        ("2021-01-15 08:00", "17 wd", "2021-02-09 17:00"),
        # 30 April to the compensation day of 3 May 2021
        ("2021-04-29 08:00", "1 wd", "2021-05-04 17:00"),
        # due on a make-up Saturday
        ("2019-05-03 08:00", "1 wd", "2019-05-04 17:00"),
        ("2024-05-03 08:00", "1 wd", "2024-05-04 17:00"),
        ("2025-04-25 08:00", "1 wd", "2025-04-26 17:00"),
        ("2026-08-21 08:00", "1 wd", "2026-08-22 17:00"),
        # received on a make-up Saturday, and the day that was given off for it
        ("2026-08-22 08:00", "1 wd", "2026-08-24 17:00"),
        ("2026-08-28 08:00", "1 wd", "2026-09-03 17:00"),
        # Vietnam Cultural Day, first kept in 2026
        ("2026-11-23 08:00", "1 wd", "2026-11-25 17:00"),
        # the turn of the year, and 29 February
        ("2025-12-31 08:00", "1 wd", "2026-01-05 17:00"),
        ("2024-02-28 08:00", "1 wd", "2024-02-29 17:00"),
        # around midnight: the last minute of Sunday, the first of Monday
        ("2026-11-15 23:59", "1 wd", "2026-11-16 17:00"),
        ("2026-11-16 00:00", "1 wd", "2026-11-17 17:00"),
        # on a Sunday, a holiday, after closing: that day is the one not counted
        ("2026-11-15 10:00", "1 wd", "2026-11-16 17:00"),
        ("2026-11-24 10:00", "1 wd", "2026-11-25 17:00"),
        ("2026-11-13 17:30", "1 wd", "2026-11-16 17:00"),
        # halves
        ("2026-11-09 09:10", "0.5 wd", "2026-11-09 17:00"),
        ("2026-11-09 14:00", "0.5 wd", "2026-11-10 17:00"),
        ("2026-11-09 09:10", "1.5 wd", "2026-11-10 17:00"),
        ("2026-11-13 14:00", "1.5 wd", "2026-11-17 17:00"),
    ],
)
def test_working_days(calendar, received, asked, expected):
    assert due_text(received, asked, calendar) == expected


@pytest.mark.parametrize(
    ("received", "asked", "expected", "skipping_holidays"),
    [
        ("2026-11-09 09:10", "7 d", "2026-11-16 17:00", "2026-11-16 17:00"),
        # ends on a Saturday, a Sunday
        ("2026-11-13 09:10", "1 d", "2026-11-16 17:00", "2026-11-16 17:00"),
        ("2026-11-13 09:10", "2 d", "2026-11-16 17:00", "2026-11-16 17:00"),
        ("2026-11-13 09:10", "3 d", "2026-11-16 17:00", "2026-11-16 17:00"),
        ("2026-11-13 09:10", "4 d", "2026-11-17 17:00", "2026-11-17 17:00"),
        # ends in Tết
        ("2021-02-05 09:10", "7 d", "2021-02-17 17:00", "2021-02-19 17:00"),
        ("2021-02-05 09:10", "4 d", "2021-02-09 17:00", "2021-02-09 17:00"),
        ("2021-02-05 09:10", "5 d", "2021-02-17 17:00", "2021-02-17 17:00"),
        # ends on a make-up Saturday
        ("2026-08-21 09:10", "1 d", "2026-08-22 17:00", "2026-08-22 17:00"),
        # received on a Sunday, which is not counted
        ("2026-11-15 10:00", "1 d", "2026-11-16 17:00", "2026-11-16 17:00"),
        ("2026-11-09 09:10", "0.5 d", "2026-11-09 17:00", "2026-11-09 17:00"),
        ("2026-11-13 14:00", "0.5 d", "2026-11-16 17:00", "2026-11-16 17:00"),
        ("2026-11-23 14:00", "1.5 d", "2026-11-25 17:00", "2026-11-26 17:00"),
    ],
)
def test_calendar_days(calendar, received, asked, expected, skipping_holidays):
    assert due_text(received, asked, calendar) == expected
    assert due_text(received, asked, calendar, SKIPPING) == skipping_holidays


@pytest.mark.parametrize(
    ("received", "asked", "expected"),
    [
        ("2026-10-12 09:10", "1 m", "2026-11-12 17:00"),
        # the month's last day where the day number is missing
        ("2023-01-31 09:10", "1 m", "2023-02-28 17:00"),
        ("2024-01-31 09:10", "1 m", "2024-02-29 17:00"),
        ("2024-01-30 09:10", "1 m", "2024-02-29 17:00"),
        ("2024-02-29 09:10", "12 m", "2025-02-28 17:00"),
        ("2024-03-31 09:10", "3 m", "2024-07-01 17:00"),
        # ends on a Saturday, in Tết
        ("2026-01-30 09:10", "1 m", "2026-03-02 17:00"),
        ("2021-01-12 09:10", "1 m", "2021-02-17 17:00"),
        # over the turn of the year
        ("2025-12-11 09:10", "2 m", "2026-02-11 17:00"),
        # half a month is fifteen days
        ("2026-11-02 09:10", "0.5 m", "2026-11-17 17:00"),
        ("2026-01-31 09:10", "1.5 m", "2026-03-16 17:00"),
    ],
)
def test_months(calendar, received, asked, expected):
    assert due_text(received, asked, calendar) == expected


@pytest.mark.parametrize(
    ("received", "asked", "expected"),
    [
        ("2026-11-09 09:10", "2 h", "2026-11-09 11:10"),
        # to the minute of closing, and over it
        ("2026-11-09 07:30", "4 h", "2026-11-09 11:30"),
        ("2026-11-09 07:31", "4 h", "2026-11-09 13:31"),
        ("2026-11-09 07:00", "8 h", "2026-11-09 17:00"),
        ("2026-11-09 07:01", "8 h", "2026-11-10 07:01"),
        # over a weekend, over a weekend and a holiday
        ("2026-11-13 15:00", "8 h", "2026-11-16 15:00"),
        ("2026-11-20 09:10", "24 h", "2026-11-26 09:10"),
        # before opening, in the lunch break, after closing, on a Sunday, on a holiday
        ("2026-11-09 06:00", "1 h", "2026-11-09 08:00"),
        ("2026-11-09 12:10", "1 h", "2026-11-09 14:30"),
        ("2026-11-13 17:30", "1 h", "2026-11-16 08:00"),
        ("2026-11-15 10:00", "1 h", "2026-11-16 08:00"),
        ("2026-11-24 10:00", "1 h", "2026-11-25 08:00"),
        # into a make-up Saturday
        ("2026-08-21 16:00", "2 h", "2026-08-22 08:00"),
        ("2026-11-09 09:10", "0.5 h", "2026-11-09 09:40"),
        ("2026-11-09 09:10", "0.01 h", "2026-11-09 09:11"),
    ],
)
@pytest.mark.parametrize("rules", [LAW, HOUR_EXACT, HALF_DAY, AT_OPENING])
def test_hours_run_through_opening_hours_to_the_minute(calendar, rules, received, asked, expected):
    assert due_text(received, asked, calendar, rules) == expected


@pytest.mark.parametrize(
    ("received", "asked", "exact", "half"),
    [
        ("2026-11-09 09:10", "1 wd", "2026-11-10 09:10", "2026-11-10 11:30"),
        ("2026-11-09 14:20", "1 wd", "2026-11-10 14:20", "2026-11-10 17:00"),
        ("2026-11-20 16:55", "1 wd", "2026-11-23 16:55", "2026-11-23 17:00"),
        # before opening, at the last minute of the morning, in the lunch break, at closing
        ("2026-11-09 06:10", "1 wd", "2026-11-10 07:00", "2026-11-10 11:30"),
        ("2026-11-09 11:30", "1 wd", "2026-11-10 11:30", "2026-11-10 11:30"),
        ("2026-11-09 11:31", "1 wd", "2026-11-10 13:30", "2026-11-10 17:00"),
        ("2026-11-09 17:00", "1 wd", "2026-11-10 17:00", "2026-11-10 17:00"),
        # after closing and on a Sunday: never before whoever came in time
        ("2026-11-13 17:30", "1 wd", "2026-11-16 17:00", "2026-11-16 17:00"),
        ("2026-11-15 08:00", "1 wd", "2026-11-16 17:00", "2026-11-16 17:00"),
        # half days: of eight hours, or of a day
        ("2026-11-09 09:10", "0.5 wd", "2026-11-09 15:10", "2026-11-09 17:00"),
        ("2026-11-09 14:20", "0.5 wd", "2026-11-10 08:20", "2026-11-10 11:30"),
        ("2026-11-13 14:20", "2.5 wd", "2026-11-18 08:20", "2026-11-18 11:30"),
        ("2026-11-15 08:00", "0.5 wd", "2026-11-16 11:00", "2026-11-16 11:30"),
        # calendar days and months, also where the last day is moved
        ("2026-11-09 09:10", "2 d", "2026-11-11 09:10", "2026-11-11 11:30"),
        ("2026-11-13 14:20", "1 d", "2026-11-16 14:20", "2026-11-16 17:00"),
        ("2026-11-09 09:10", "0.5 d", "2026-11-09 17:00", "2026-11-09 17:00"),
        ("2026-11-09 14:20", "0.5 d", "2026-11-10 07:00", "2026-11-10 11:30"),
        ("2026-01-30 09:10", "1 m", "2026-03-02 09:10", "2026-03-02 11:30"),
    ],
)
def test_the_time_of_day_follows_the_hour_or_the_half_day_of_receipt(
    calendar, received, asked, exact, half
):
    assert due_text(received, asked, calendar, HOUR_EXACT) == exact
    assert due_text(received, asked, calendar, HALF_DAY) == half


@pytest.mark.parametrize(
    ("received", "asked", "step", "expected"),
    [
        ("2026-11-09 09:10", "1 wd", 15, "2026-11-10 09:15"),
        ("2026-11-09 10:00", "1 wd", 15, "2026-11-10 10:00"),
        ("2026-11-09 11:20", "1 wd", 15, "2026-11-10 11:30"),
        ("2026-11-09 11:25", "1 wd", 20, "2026-11-10 11:30"),
        ("2026-11-09 16:55", "1 wd", 15, "2026-11-10 17:00"),
        ("2026-11-09 09:10", "2 h", 15, "2026-11-09 11:15"),
        ("2026-11-09 09:10", "1 wd", 0, "2026-11-10 09:10"),
    ],
)
def test_the_minute_is_rounded_up_but_never_past_closing(calendar, received, asked, step, expected):
    rules = replace(HOUR_EXACT, round_up_minutes=step)
    assert due_text(received, asked, calendar, rules) == expected


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2026-11-13 09:10", "2026-11-16 09:10"),
        ("2026-11-13 17:30", "2026-11-17 07:00"),
        ("2026-11-15 10:00", "2026-11-17 07:00"),
        ("2026-11-24 10:00", "2026-11-26 07:00"),
    ],
)
def test_a_centre_may_count_closed_hours_from_the_next_opening(calendar, received, expected):
    assert due_text(received, "1 wd", calendar, AT_OPENING) == expected


@pytest.mark.parametrize(
    ("received", "expected", "expected_half"),
    [
        ("2026-11-09 09:10", "2026-11-09 17:00", "2026-11-09 11:30"),
        ("2026-11-09 12:00", "2026-11-09 17:00", "2026-11-09 17:00"),
        ("2026-11-09 17:00", "2026-11-09 17:00", "2026-11-09 17:00"),
        ("2026-11-09 17:01", "2026-11-10 17:00", "2026-11-10 11:30"),
        ("2026-11-15 10:00", "2026-11-16 17:00", "2026-11-16 11:30"),
        ("2026-11-24 10:00", "2026-11-25 17:00", "2026-11-25 11:30"),
        ("2026-08-22 10:00", "2026-08-22 17:00", "2026-08-22 11:30"),
    ],
)
@pytest.mark.parametrize("unit", ["wd", "d", "h", "m"])
def test_on_the_spot_is_due_within_the_day_the_counter_is_open(
    calendar, unit, received, expected, expected_half
):
    assert due_text(received, f"0 {unit}", calendar, LAW) == expected
    assert due_text(received, f"0 {unit}", calendar, HOUR_EXACT) == expected
    assert due_text(received, f"0 {unit}", calendar, HALF_DAY) == expected_half


@pytest.mark.parametrize(
    ("received", "in_the_day", "one_day"),
    [
        ("2026-11-09 14:59", "2026-11-09 17:00", "2026-11-10 17:00"),
        ("2026-11-09 15:00:59", "2026-11-09 17:00", "2026-11-10 17:00"),
        ("2026-11-09 15:01", "2026-11-10 17:00", "2026-11-11 17:00"),
        ("2026-11-09 17:30", "2026-11-10 17:00", "2026-11-11 17:00"),
        ("2026-11-13 15:01", "2026-11-16 17:00", "2026-11-17 17:00"),
        ("2026-11-14 09:00", "2026-11-16 17:00", "2026-11-17 17:00"),
        ("2026-11-23 15:01", "2026-11-25 17:00", "2026-11-26 17:00"),
    ],
)
def test_in_the_day_and_after_three_on_the_next_working_day(
    calendar, received, in_the_day, one_day
):
    assert due_text(received, "0 wd", calendar, cut_off=time(15)) == in_the_day
    assert due_text(received, "1 wd", calendar, cut_off=time(15)) == one_day


def test_hours_after_the_cut_off_run_from_the_next_opening(calendar):
    assert due_text("2026-11-13 15:01", "2 h", calendar, cut_off=time(15)) == "2026-11-16 09:00"
    assert due_text("2026-11-13 15:00", "2 h", calendar, cut_off=time(15)) == "2026-11-13 17:00"


def test_a_counter_open_over_noon_has_its_halves_parted_at_twelve(calendar):
    all_day = ((time(7, 30), time(17)),)
    over_noon = replace(calendar, hours=OpeningHours((*[all_day] * 5, (), ())))
    assert due_text("2026-11-09 12:00", "1 wd", over_noon, HALF_DAY) == "2026-11-10 12:00"
    assert due_text("2026-11-09 12:01", "1 wd", over_noon, HALF_DAY) == "2026-11-10 17:00"
    assert due_text("2026-11-09 11:00", "2 h", over_noon) == "2026-11-09 13:00"


def test_a_dossier_of_the_last_minute_keeps_its_hour_where_tomorrow_closes_later(calendar):
    early = ((time(7), time(11, 30)), (time(13, 30), time(16)))
    hours = OpeningHours((early, *calendar.hours.weekdays[1:]))
    early_mondays = replace(calendar, hours=hours)
    assert due_text("2026-11-09 16:00", "1 wd", early_mondays, HOUR_EXACT) == "2026-11-10 16:00"
    assert due_text("2026-11-09 16:01", "1 wd", early_mondays, HOUR_EXACT) == "2026-11-10 17:00"
    assert due_text("2026-11-06 16:30", "1 wd", early_mondays, HOUR_EXACT) == "2026-11-09 16:00"


def with_saturday_mornings(calendar, counted):
    morning = ((time(7), time(11, 30)),)
    hours = OpeningHours((*calendar.hours.weekdays[:5], morning, ()))
    weekdays = frozenset(range(6)) if counted else frozenset(range(5))
    return replace(calendar, hours=hours, working_weekdays=weekdays)


@pytest.mark.parametrize(
    ("received", "asked", "expected"),
    [
        ("2026-11-13 14:20", "1 wd", "2026-11-16 14:20"),
        ("2026-11-14 09:00", "1 wd", "2026-11-16 17:00"),
        ("2026-11-14 09:00", "2 h", "2026-11-16 09:00"),
        ("2026-11-14 09:00", "0 wd", "2026-11-14 11:30"),
        ("2026-11-13 17:30", "0 wd", "2026-11-14 11:30"),
        ("2026-11-13 14:20", "1 d", "2026-11-16 14:20"),
    ],
)
def test_a_saturday_morning_takes_in_but_is_not_counted(calendar, received, asked, expected):
    saturdays = with_saturday_mornings(calendar, counted=False)
    assert due_text(received, asked, saturdays, HOUR_EXACT) == expected


@pytest.mark.parametrize(
    ("received", "asked", "exact", "half"),
    [
        ("2026-11-13 14:20", "1 wd", "2026-11-14 11:30", "2026-11-14 11:30"),
        ("2026-11-13 09:10", "1 wd", "2026-11-14 09:10", "2026-11-14 11:30"),
        ("2026-11-13 14:20", "2 wd", "2026-11-16 14:20", "2026-11-16 17:00"),
        ("2026-11-14 09:10", "0.5 wd", "2026-11-16 08:40", "2026-11-16 11:30"),
        ("2026-11-13 16:00", "2 h", "2026-11-14 08:00", "2026-11-14 08:00"),
    ],
)
def test_a_centre_may_count_its_saturday_mornings(calendar, received, asked, exact, half):
    saturdays = with_saturday_mornings(calendar, counted=True)
    assert due_text(received, asked, saturdays, HOUR_EXACT) == exact
    assert due_text(received, asked, saturdays, HALF_DAY) == half


def test_the_day_of_receipt_is_the_day_in_vietnam(calendar):
    sunday = datetime(2026, 11, 15, 16, 59, tzinfo=UTC)
    monday = datetime(2026, 11, 15, 17, 0, tzinfo=UTC)
    one = term("1 wd")
    assert due(sunday, one, calendar, LAW).at == moment("2026-11-16 17:00")
    assert due(monday, one, calendar, LAW).at == moment("2026-11-17 17:00")
    assert due(monday, one, calendar, LAW).at.tzinfo is VIETNAM


def test_a_moment_without_zone_is_a_bug(calendar):
    with pytest.raises(ValueError, match="time zone"):
        due(datetime(2026, 11, 16, 9), term("1 wd"), calendar, LAW)  # noqa: DTZ001


def told(days):
    return [(f"{day.on:%d/%m}", str(day.counted), day.reason.value, day.name) for day in days]


def test_the_explanation_names_every_day_counted_or_skipped(calendar):
    days = due(moment("2026-08-28 09:00"), term("2 wd"), calendar, LAW).days
    assert told(days) == [
        ("28/08", "0", "received", ""),
        ("29/08", "0", "weekend", ""),
        ("30/08", "0", "weekend", ""),
        ("31/08", "0", "holiday", "Ngày nghỉ (thay cho ngày 22/08/2026)"),
        ("01/09", "0", "holiday", "Quốc khánh"),
        ("02/09", "0", "holiday", "Quốc khánh"),
        ("03/09", "1", "working", ""),
        ("04/09", "1", "working", ""),
    ]


def test_the_explanation_names_a_make_up_day(calendar):
    days = due(moment("2026-08-21 09:00"), term("1 wd"), calendar, LAW).days
    assert told(days)[-1] == ("22/08", "1", "make_up", "Làm bù cho ngày 31/08/2026")


def test_the_explanation_of_calendar_days_shows_where_the_end_was_moved(calendar):
    days = due(moment("2021-02-08 09:00"), term("2 d"), calendar, LAW).days
    assert told(days) == [
        ("08/02", "0", "received", ""),
        ("09/02", "1", "calendar", ""),
        ("10/02", "1", "calendar", "29 Tết"),
        ("11/02", "0", "holiday", "Giao thừa Tết Nguyên Đán"),
        ("12/02", "0", "holiday", "Tết Nguyên Đán"),
        ("13/02", "0", "holiday", "Mùng hai Tết Nguyên Đán"),
        ("14/02", "0", "holiday", "Mùng ba Tết Nguyên Đán"),
        ("15/02", "0", "holiday", "Mùng bốn Tết Nguyên Đán"),
        ("16/02", "0", "holiday", "Mùng năm Tết Nguyên Đán"),
        ("17/02", "0", "moved", ""),
    ]


def test_the_explanation_of_hours_gives_each_day_its_share(calendar):
    days = due(moment("2026-11-13 15:10"), term("8 h"), calendar, LAW).days
    assert told(days) == [
        ("13/11", "1.83", "working", ""),
        ("14/11", "0", "weekend", ""),
        ("15/11", "0", "weekend", ""),
        ("16/11", "6.17", "working", ""),
    ]


def test_the_shares_of_odd_hours_still_add_up_to_the_term(calendar):
    days = due(moment("2026-11-12 16:37"), term("1.333 h"), calendar, LAW).days
    assert told(days) == [("12/11", "0.38", "working", ""), ("13/11", "0.953", "working", "")]


def test_the_explanation_of_months_names_the_day_reached(calendar):
    days = due(moment("2026-01-30 09:00"), term("1 m"), calendar, LAW).days
    assert told(days) == [
        ("30/01", "0", "received", ""),
        ("28/02", "1", "month", ""),
        ("01/03", "0", "weekend", ""),
        ("02/03", "0", "moved", ""),
    ]
    half = due(moment("2026-11-02 09:00"), term("0.5 m"), calendar, LAW).days
    assert told(half)[1:] == [("17/11", "0.5", "half_month", "")]


def test_the_explanation_says_why_a_dossier_counts_from_a_later_day(calendar):
    late = due(moment("2026-11-13 15:30"), term("0 wd"), calendar, LAW, time(15)).days
    assert told(late) == [
        ("13/11", "0", "after_cut_off", ""),
        ("14/11", "0", "weekend", ""),
        ("15/11", "0", "weekend", ""),
        ("16/11", "0", "on_the_spot", ""),
    ]
    closed = due(moment("2026-11-12 17:30"), term("1 wd"), calendar, AT_OPENING).days
    assert told(closed) == [
        ("12/11", "0", "after_closing", ""),
        ("13/11", "0", "received", ""),
        ("14/11", "0", "weekend", ""),
        ("15/11", "0", "weekend", ""),
        ("16/11", "1", "working", ""),
    ]
    sunday = due(moment("2026-11-15 09:00"), term("0 wd"), calendar, LAW).days
    assert told(sunday) == [("15/11", "0", "weekend", ""), ("16/11", "0", "on_the_spot", "")]


def test_half_days_are_explained_too(calendar):
    morning = due(moment("2026-11-09 09:00"), term("1.5 wd"), calendar, HALF_DAY).days
    assert told(morning) == [("09/11", "0.5", "working", ""), ("10/11", "1", "working", "")]
    exact = due(moment("2026-11-09 15:00"), term("0.5 wd"), calendar, HOUR_EXACT).days
    assert told(exact) == [("09/11", "0.25", "working", ""), ("10/11", "0.25", "working", "")]
    days = due(moment("2026-11-23 14:00"), term("0.5 d"), calendar, SKIPPING).days
    assert told(days) == [
        ("23/11", "0", "received", ""),
        ("24/11", "0", "holiday", "Ngày Văn hóa Việt Nam"),
        ("25/11", "0.5", "calendar", ""),
    ]


def test_a_due_moment_carries_its_rules_and_whether_its_holidays_are_announced(calendar):
    announced = due(moment("2026-12-30 09:00"), term("1 wd"), calendar, HALF_DAY)
    assert announced.rules is HALF_DAY
    assert not announced.expected
    assert due(moment("2026-12-31 09:00"), term("1 wd"), calendar, LAW).expected
    assert announced.days[0] == CountedDay(date(2026, 12, 30), Decimal(0), DayReason.RECEIVED)


@pytest.mark.parametrize(
    ("received", "asked"),
    [
        ("2027-12-31 09:00", "1 wd"),
        ("2027-12-31 14:00", "0.5 d"),
        ("2027-12-30 09:00", "9999999 wd"),
        ("2027-12-30 09:00", "2 d"),
        ("2027-12-30 09:00", "9999999999 d"),
        ("2027-12-31 09:00", "8 h"),
        ("2027-11-30 09:00", "2 m"),
        ("2027-11-30 09:00", "99999999 m"),
        ("2027-12-31 17:01", "0 wd"),
        ("2028-01-03 09:00", "0 wd"),
        ("2018-12-28 09:00", "3 wd"),
    ],
)
@pytest.mark.parametrize("rules", [LAW, HOUR_EXACT, HALF_DAY, SKIPPING])
def test_nothing_is_promised_past_the_calendar(calendar, received, asked, rules):
    with pytest.raises(CalendarEnds):
        due(moment(received), term(asked), calendar, rules)


@pytest.mark.parametrize("asked", ["0.3 wd", "1.25 d", "2.1 m", "-1 wd", "-8 h"])
def test_a_term_of_odd_parts_is_refused(calendar, asked):
    with pytest.raises(TermNotCountable) as error:
        due(moment("2026-11-09 09:00"), term(asked), calendar, LAW)
    assert asked.split()[0] in str(error.value)


def test_rules_read_back_from_their_record_are_the_same():
    odd = DeadlineRules(
        ResultTime.HALF_DAY,
        ClosedIntake.NEXT_OPENING,
        True,
        15,
        7,
        Comparison.BY_TIMESTAMP,
        PausePolicy.ADD_ELAPSED,
        PausePolicy.START_AGAIN,
        48,
    )
    assert DeadlineRules.from_record(odd.to_record()) == odd
    assert DeadlineRules.from_record(LAW.to_record()) == LAW
    assert DeadlineRules.from_record({"tested_later": 1}) == LAW


def test_a_record_writes_defaults_out_so_that_they_stay_in_force():
    assert LAW.to_record() == {
        "result_time": "end_of_day",
        "closed_intake": "same_day",
        "calendar_days_skip_holidays": False,
        "round_up_minutes": 0,
        "hours_per_day": 8,
        "comparison": "by_date",
        "supplement_policy": "start_again",
        "pause_policy": "add_working_days",
        "due_soon_hours": 24,
    }


@pytest.mark.parametrize(
    "record",
    [
        {"result_time": "noon"},
        {"round_up_minutes": -1},
        {"round_up_minutes": 61},
        {"hours_per_day": 0},
        {"hours_per_day": "8"},
        {"due_soon_hours": -1},
        {"calendar_days_skip_holidays": "no"},
        None,
    ],
)
def test_rules_that_cannot_be_followed_are_refused(record):
    with pytest.raises(BadDeadlineRules):
        DeadlineRules.from_record(record)
