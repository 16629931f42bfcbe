"""Working days, opening hours, and the official days off that travel with the program."""

from copy import deepcopy
from dataclasses import replace
from datetime import date, time, timedelta

import holidays
import pytest

import resources
from counter_app.domain.calendar import (
    BadCalendar,
    CalendarEnds,
    CalendarFault,
    OpeningHours,
    calendar_from_record,
    calendar_to_record,
)

MORNING = (time(7), time(11, 30))
AFTERNOON = (time(13, 30), time(17))

SWAPS_THE_LIBRARY_LACKS = {date(2026, 1, 2): date(2026, 1, 10)}
"""Off and made up; announced by the Ministry of Home Affairs on 25 December 2025."""


def days(first, last):
    return [first + timedelta(days=passed) for passed in range((last - first).days + 1)]


def test_the_days_off_are_those_of_the_holidays_library_and_the_swaps_it_lacks(calendar):
    known = holidays.Vietnam(years=range(2019, 2028), language="vi")
    expected = dict(known.items())
    for off, made_up in SWAPS_THE_LIBRARY_LACKS.items():
        assert off not in expected
        expected[off] = f"Ngày nghỉ (thay cho ngày {made_up:%d/%m/%Y})"
    assert calendar.holidays == expected


def test_the_forecast_of_later_years_is_that_of_the_holidays_library():
    forecast = resources.calendar_forecast()["holidays"]
    known = holidays.Vietnam(years=range(2028, 2041), language="vi")
    assert forecast == {f"{day}": name for day, name in known.items() if 2028 <= day.year <= 2040}


def test_the_make_up_days_are_those_of_the_holidays_library_and_the_swaps_it_lacks(calendar):
    known = holidays.Vietnam(years=range(2018, 2029))
    list(known.items())
    expected = {day for day in known.weekend_workdays if 2019 <= day.year <= 2027}
    assert calendar.make_up_days.keys() == expected | set(SWAPS_THE_LIBRARY_LACKS.values())


@pytest.mark.parametrize(
    ("made_up", "off"),
    [
        (date(2019, 5, 4), date(2019, 4, 29)),
        (date(2024, 5, 4), date(2024, 4, 29)),
        (date(2025, 4, 26), date(2025, 5, 2)),
        (date(2026, 1, 10), date(2026, 1, 2)),
        (date(2026, 8, 22), date(2026, 8, 31)),
    ],
)
def test_a_make_up_saturday_works_for_the_day_that_was_given_off(calendar, made_up, off):
    assert made_up.weekday() == 5
    assert calendar.is_working_day(made_up)
    assert not calendar.is_working_day(off)
    assert f"{off:%d/%m/%Y}" in calendar.make_up_days[made_up]
    assert f"{made_up:%d/%m/%Y}" in calendar.holidays[off]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2019, 2, 2), date(2019, 2, 10)),
        (date(2020, 1, 23), date(2020, 1, 29)),
        (date(2021, 2, 10), date(2021, 2, 16)),
        (date(2021, 4, 30), date(2021, 5, 3)),
        (date(2021, 9, 2), date(2021, 9, 5)),
        (date(2022, 1, 29), date(2022, 2, 6)),
        (date(2023, 1, 20), date(2023, 1, 26)),
        (date(2024, 2, 8), date(2024, 2, 14)),
        (date(2025, 1, 25), date(2025, 2, 2)),
        (date(2025, 8, 30), date(2025, 9, 2)),
        (date(2026, 1, 1), date(2026, 1, 4)),
        (date(2026, 2, 14), date(2026, 2, 22)),
        (date(2026, 8, 29), date(2026, 9, 2)),
    ],
)
def test_the_long_holidays_are_the_announced_ones(calendar, first, last):
    assert not any(calendar.is_working_day(day) for day in days(first, last))
    assert calendar.is_working_day(calendar.next_working_day(last))
    assert calendar.next_working_day(last) <= last + timedelta(days=3)


def test_the_month_around_tet_2021_has_seventeen_working_days(calendar):
    assert calendar.working_days(date(2021, 1, 16), date(2021, 2, 16)) == 17


def test_only_the_year_2027_waits_for_its_announcement(calendar):
    assert calendar.is_announced(date(2026, 12, 31))
    assert not calendar.is_announced(date(2027, 1, 1))
    assert replace(calendar, announced_until=None).is_announced(date(2027, 1, 1))


def test_a_make_up_day_has_the_hours_of_a_monday(calendar):
    assert calendar.hours_of(date(2026, 8, 22)) == (MORNING, AFTERNOON)
    assert calendar.hours_of(date(2026, 8, 15)) == ()


def test_a_saturday_morning_is_open_but_not_counted(calendar):
    weekdays = (*calendar.hours.weekdays[:5], (MORNING,), ())
    saturdays = replace(calendar, hours=OpeningHours(weekdays))
    assert saturdays.hours_of(date(2026, 11, 21)) == (MORNING,)
    assert not saturdays.is_working_day(date(2026, 11, 21))
    assert saturdays.hours_of(date(2026, 2, 14)) == (MORNING,)
    assert saturdays.hours_of(date(2025, 2, 1)) == ()
    assert saturdays.hours_of(date(2026, 8, 22)) == (MORNING, AFTERNOON)


def test_a_holiday_is_closed(calendar):
    assert calendar.hours_of(date(2026, 11, 24)) == ()
    assert calendar.next_working_day(date(2026, 11, 23)) == date(2026, 11, 25)
    assert calendar.working_day_from(date(2026, 11, 23)) == date(2026, 11, 23)


@pytest.mark.parametrize("day", [date(2018, 12, 31), date(2028, 1, 1)])
@pytest.mark.parametrize("question", ["is_working_day", "hours_of", "check_covers"])
def test_nothing_is_guessed_outside_the_calendar(calendar, day, question):
    with pytest.raises(CalendarEnds) as error:
        getattr(calendar, question)(day)
    assert str(day) in str(error.value)


def test_the_search_for_a_working_day_stops_at_the_calendars_end(calendar):
    assert calendar.next_working_day(date(2027, 12, 30)) == date(2027, 12, 31)
    with pytest.raises(CalendarEnds):
        calendar.next_working_day(date(2027, 12, 31))


def test_a_record_read_back_is_the_same_calendar(calendar):
    assert calendar_from_record(calendar_to_record(calendar)) == calendar
    assert calendar_to_record(calendar) == resources.calendar_records()
    never_announced = replace(calendar, announced_until=None)
    assert calendar_from_record(calendar_to_record(never_announced)) == never_announced


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"first": "2019-13-01"}, CalendarFault.FORMAT),
        ({"holidays": ["2019-01-01"]}, CalendarFault.FORMAT),
        ({"hours": None}, CalendarFault.FORMAT),
        ({"working_weekdays": 5}, CalendarFault.FORMAT),
        ({"last": "2018-12-31"}, CalendarFault.ORDER),
        ({"holidays": {"2028-01-01": "Tết Dương lịch"}}, CalendarFault.OUTSIDE),
        ({"make_up_days": {"2018-12-29": ""}}, CalendarFault.OUTSIDE),
        ({"make_up_days": {"2019-01-01": ""}}, CalendarFault.TWICE),
        ({"hours": [[]] * 7}, CalendarFault.HOURS),
        ({"hours": [[["07:00", "11:30"]]] * 6}, CalendarFault.HOURS),
        ({"hours": [[["11:30", "07:00"]]] * 7}, CalendarFault.HOURS),
        ({"hours": [[["07:00", "11:30"], ["11:00", "17:00"]]] * 7}, CalendarFault.HOURS),
        ({"working_weekdays": [0, 1, 2, 3, 4, 5]}, CalendarFault.HOURS),
        ({"working_weekdays": [7]}, CalendarFault.HOURS),
    ],
)
def test_a_calendar_that_contradicts_itself_is_refused(change, fault):
    record = deepcopy(resources.calendar_records()) | change
    with pytest.raises(BadCalendar) as error:
        calendar_from_record(record)
    assert error.value.fault is fault


def test_a_calendar_without_a_field_is_refused():
    record = resources.calendar_records()
    del record["holidays"]
    with pytest.raises(BadCalendar):
        calendar_from_record(record)
