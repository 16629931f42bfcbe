"""Changing a calendar: one day, a closure, opening hours, another year; and what differs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Any

from counter_app.domain.calendar import (
    ONE_DAY,
    BadCalendar,
    CalendarFault,
    OpeningHours,
    Period,
    WorkCalendar,
    calendar_from_record,
    calendar_to_record,
)
from counter_app.errors import CounterError

_PERIOD = re.compile(r"(\d{1,2}:\d{2})\s*[-–]\s*(\d{1,2}:\d{2})", re.ASCII)
LONGEST_CLOSURE = 366


class DayKind(StrEnum):
    """What a day is: worked, made up for another day, off, or a weekend."""

    WORKING = "working"
    MAKE_UP = "make_up"
    HOLIDAY = "holiday"
    WEEKEND = "weekend"


@dataclass(frozen=True, slots=True)
class DayChange:
    """A day that two calendars tell differently; None where a calendar does not reach it."""

    day: date
    before: DayKind | None
    after: DayKind | None
    name: str = ""


@dataclass(eq=False)
class BadClosure(CounterError):
    """the centre cannot be closed from {first} to {last}"""

    first: date
    last: date


@dataclass(eq=False)
class BadHours(CounterError):
    """opening hours are written as 07:30-11:30 13:00-17:00, not {text!r}"""

    text: str


def kind_of(calendar: WorkCalendar, day: date) -> DayKind:
    """Return what `day` is. Raises CalendarEnds."""
    calendar.check_covers(day)
    if day in calendar.holidays:
        return DayKind.HOLIDAY
    if day in calendar.make_up_days:
        return DayKind.MAKE_UP
    return DayKind.WORKING if calendar.is_working_day(day) else DayKind.WEEKEND


def with_holiday(calendar: WorkCalendar, day: date, name: str) -> WorkCalendar:
    """Return the calendar with a day off more. Raises BadCalendar."""
    plain = without(calendar, day)
    return _checked(replace(plain, holidays={**plain.holidays, day: name}))


def with_make_up(calendar: WorkCalendar, day: date, name: str) -> WorkCalendar:
    """Return the calendar with a day more that is worked in the place of another.

    Raises:
        BadCalendar: the day is outside, or worked anyhow.
    """
    plain = without(calendar, day)
    if day.weekday() in calendar.working_weekdays:
        raise BadCalendar(CalendarFault.TWICE, str(day))
    return _checked(replace(plain, make_up_days={**plain.make_up_days, day: name}))


def without(calendar: WorkCalendar, day: date) -> WorkCalendar:
    """Return the calendar in which nothing special is said of `day`. Raises BadCalendar."""
    return _checked(
        replace(
            calendar,
            holidays={on: name for on, name in calendar.holidays.items() if on != day},
            make_up_days={on: name for on, name in calendar.make_up_days.items() if on != day},
        )
    )


def closed(calendar: WorkCalendar, first: date, last: date, name: str) -> WorkCalendar:
    """Return the calendar with the working days from `first` to `last` off: a flood, an epidemic.

    Raises:
        BadClosure: the days are in the wrong order, or too many.
        CalendarEnds: they lie outside the calendar.
    """
    if not first <= last < first + timedelta(days=LONGEST_CLOSURE):
        raise BadClosure(first, last)
    off = {day: name for day in _days(first, last) if calendar.is_working_day(day)}
    kept = {day: told for day, told in calendar.make_up_days.items() if day not in off}
    return replace(calendar, holidays={**calendar.holidays, **off}, make_up_days=kept)


def with_hours(
    calendar: WorkCalendar, weekdays: Sequence[int], periods: Sequence[Period]
) -> WorkCalendar:
    """Return the calendar with other opening hours on `weekdays` (Monday is 0); none is closed.

    A weekday that opens is counted in terms only if it was before: a Saturday morning takes
    dossiers in without being a working day.

    Raises:
        BadCalendar: hours overlap, or a working day would have none.
    """
    hours = tuple(
        tuple(periods) if weekday in weekdays else standing
        for weekday, standing in enumerate(calendar.hours.weekdays)
    )
    counted = calendar.working_weekdays - ({*weekdays} if not periods else set())
    return _checked(replace(calendar, hours=OpeningHours(hours), working_weekdays=counted))


def with_working_weekdays(calendar: WorkCalendar, weekdays: Sequence[int]) -> WorkCalendar:
    """Return the calendar in which exactly these weekdays count in terms. Raises BadCalendar."""
    return _checked(replace(calendar, working_weekdays=frozenset(weekdays)))


def with_week(
    calendar: WorkCalendar, hours: Sequence[Sequence[Period]], counted: Sequence[int]
) -> WorkCalendar:
    """Return the calendar with these opening hours, Monday first, and these weekdays counted.

    Raises:
        BadCalendar: hours overlap, or a working day would have none.
    """
    week = OpeningHours(tuple(tuple(periods) for periods in hours))
    return _checked(replace(calendar, hours=week, working_weekdays=frozenset(counted)))


def part_of_agency(
    centres: WorkCalendar, whole: WorkCalendar, closures: Mapping[date, str]
) -> dict[str, Any]:
    """Return what an agency has otherwise than the centre, as its setting has it.

    Args:
        whole: the calendar with the agency's opening hours; `closures` are its own days off.
    """
    part: dict[str, Any] = {}
    if (whole.hours, whole.working_weekdays) != (centres.hours, centres.working_weekdays):
        record = calendar_to_record(whole)
        part = {key: record[key] for key in ("hours", "working_weekdays")}
    if closures:
        part["closures"] = {day.isoformat(): name for day, name in sorted(closures.items())}
    return part


def with_year(
    calendar: WorkCalendar, year: int, holidays: Mapping[date, str], make_up: Mapping[date, str]
) -> WorkCalendar:
    """Return the calendar with one year's special days replaced, reaching as far as that year.

    Raises:
        BadCalendar: years in between would stay empty.
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    if first > calendar.last + ONE_DAY or last < calendar.first - ONE_DAY:
        raise BadCalendar(CalendarFault.OUTSIDE, str(year))
    return _checked(
        replace(
            calendar,
            first=min(calendar.first, first),
            last=max(calendar.last, last),
            holidays=_other_years(calendar.holidays, year) | _of_year(holidays, year),
            make_up_days=_other_years(calendar.make_up_days, year) | _of_year(make_up, year),
        )
    )


def differences(before: WorkCalendar, after: WorkCalendar) -> tuple[DayChange, ...]:
    """Return the days that are worked in one calendar and not in the other, or are named anew."""
    found = []
    for day in _days(min(before.first, after.first), max(before.last, after.last)):
        was, becomes = _kind(before, day), _kind(after, day)
        name = after.holidays.get(day) or after.make_up_days.get(day, "")
        former = before.holidays.get(day) or before.make_up_days.get(day, "")
        new_year = was is None and becomes in {DayKind.WORKING, DayKind.WEEKEND}
        if not new_year and (was is not becomes or name != former):
            found.append(DayChange(day, was, becomes, name))
    return tuple(found)


def periods_from(text: str) -> tuple[Period, ...]:
    """Read "07:30-11:30 13:00-17:00"; "" means closed. Raises BadHours."""
    rest = _PERIOD.sub("", text)
    if rest.strip(" ,;"):
        raise BadHours(text)
    try:
        return tuple((_time(start), _time(end)) for start, end in _PERIOD.findall(text))
    except ValueError as error:
        raise BadHours(text) from error


def hours_text(periods: Sequence[Period]) -> str:
    """Return opening hours as `periods_from` reads them."""
    return " ".join(f"{start:%H:%M}-{end:%H:%M}" for start, end in periods)


def _time(text: str) -> time:
    hour, _, minute = text.partition(":")
    return time(int(hour), int(minute))


def _kind(calendar: WorkCalendar, day: date) -> DayKind | None:
    return kind_of(calendar, day) if calendar.first <= day <= calendar.last else None


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=passed) for passed in range((last - first).days + 1))


def _of_year(named: Mapping[date, str], year: int) -> dict[date, str]:
    return {day: name for day, name in named.items() if day.year == year}


def _other_years(named: Mapping[date, str], year: int) -> dict[date, str]:
    return {day: name for day, name in named.items() if day.year != year}


def _checked(calendar: WorkCalendar) -> WorkCalendar:
    return calendar_from_record(calendar_to_record(calendar))
