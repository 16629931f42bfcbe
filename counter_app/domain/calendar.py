"""The working calendar of a centre: holidays, make-up days and opening hours, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any, Final

from counter_app.errors import CounterError

Period = tuple[time, time]
"""From and to, both of the same day; the closing minute still belongs to it."""

ONE_DAY: Final = timedelta(days=1)
MONDAY_TO_FRIDAY: Final = frozenset(range(5))


@dataclass(eq=False)
class CalendarEnds(CounterError):
    """the working calendar covers {first} to {last}, not {day}; the centre has to extend it"""

    day: date
    first: date
    last: date


class CalendarFault(StrEnum):
    """Why a calendar cannot be used."""

    FORMAT = "format"
    ORDER = "order"
    OUTSIDE = "outside"
    TWICE = "twice"
    HOURS = "hours"


@dataclass(eq=False)
class BadCalendar(CounterError):
    """the working calendar cannot be used: {fault} ({where})"""

    fault: CalendarFault
    where: str


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """When the counters are open: the periods of each weekday, Monday first; () is closed."""

    weekdays: tuple[tuple[Period, ...], ...]


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Which days count as working days, and when the counters are open.

    It answers from `first` to `last` and raises CalendarEnds outside. `announced_until` is the
    last day the government has announced; later days follow from the Labour Code (45/2019/QH14,
    article 112) alone and may still change. A weekday with opening hours that is not in
    `working_weekdays` (a Saturday morning) takes dossiers in but is not counted in terms.
    """

    first: date
    last: date
    holidays: Mapping[date, str]
    make_up_days: Mapping[date, str]
    hours: OpeningHours
    working_weekdays: frozenset[int] = MONDAY_TO_FRIDAY
    announced_until: date | None = None

    def check_covers(self, day: date) -> None:
        """Raise CalendarEnds when `day` is not in the calendar."""
        if not self.first <= day <= self.last:
            raise CalendarEnds(day, self.first, self.last)

    def is_working_day(self, day: date) -> bool:
        """Tell whether `day` is counted in working days. Raises CalendarEnds."""
        self.check_covers(day)
        if day in self.holidays:
            return False
        return day.weekday() in self.working_weekdays or day in self.make_up_days

    def hours_of(self, day: date) -> tuple[Period, ...]:
        """Return the opening hours of `day`; a make-up day has Monday's. Raises CalendarEnds."""
        self.check_covers(day)
        if day in self.holidays:
            return ()
        return self.hours.weekdays[0 if day in self.make_up_days else day.weekday()]

    def is_announced(self, day: date) -> bool:
        """Tell whether the government has announced the days off up to `day`."""
        return self.announced_until is None or day <= self.announced_until

    def working_day_from(self, day: date) -> date:
        """Return `day` or the first working day after it. Raises CalendarEnds."""
        while not self.is_working_day(day):
            day += ONE_DAY
        return day

    def next_working_day(self, day: date) -> date:
        """Return the first working day after `day`. Raises CalendarEnds."""
        return self.working_day_from(day + ONE_DAY)

    def working_days(self, start: date, end: date) -> int:
        """Return how many working days lie in `start` ≤ day < `end`. Raises CalendarEnds."""
        return sum(
            self.is_working_day(start + timedelta(days=passed))
            for passed in range((end - start).days)
        )


def calendar_from_record(record: Mapping[str, Any]) -> WorkCalendar:
    """Return the calendar a record describes; fields it does not know are passed over.

    Dates are ISO 8601, hours "HH:MM" pairs per weekday, Monday first.

    Raises:
        BadCalendar: a field is missing or malformed, or its parts contradict each other.
    """
    try:
        calendar = WorkCalendar(
            first=date.fromisoformat(record["first"]),
            last=date.fromisoformat(record["last"]),
            holidays=_days(record["holidays"]),
            make_up_days=_days(record["make_up_days"]),
            hours=OpeningHours(tuple(_periods(day) for day in record["hours"])),
            working_weekdays=frozenset(record.get("working_weekdays", MONDAY_TO_FRIDAY)),
            announced_until=_day(record.get("announced_until")),
        )
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise BadCalendar(CalendarFault.FORMAT, str(error)) from error
    _check(calendar)
    return calendar


def calendar_of_agency(centres: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return the record of the centre's calendar with what an agency has otherwise.

    Raises:
        BadCalendar: the agency's part is malformed.
    """
    try:
        closures = own.get("closures", {})
        made_up = centres["make_up_days"]
        kept = {day: name for day, name in made_up.items() if day not in closures}
        days = {"holidays": {**centres["holidays"], **closures}, "make_up_days": kept}
        hours = {key: own[key] for key in ("hours", "working_weekdays") if key in own}
    except (AttributeError, KeyError, TypeError) as error:
        raise BadCalendar(CalendarFault.FORMAT, str(error)) from error
    return {**centres, **days, **hours}


def calendar_to_record(calendar: WorkCalendar) -> dict[str, Any]:
    """Return the calendar as JSON-able data that calendar_from_record reads."""
    record: dict[str, Any] = {
        "first": calendar.first.isoformat(),
        "last": calendar.last.isoformat(),
        "holidays": _named(calendar.holidays),
        "make_up_days": _named(calendar.make_up_days),
        "hours": [
            [[f"{start:%H:%M}", f"{end:%H:%M}"] for start, end in periods]
            for periods in calendar.hours.weekdays
        ],
        "working_weekdays": sorted(calendar.working_weekdays),
    }
    if calendar.announced_until is not None:
        record["announced_until"] = calendar.announced_until.isoformat()
    return record


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _days(named: Mapping[str, str]) -> dict[date, str]:
    return {date.fromisoformat(day): name for day, name in named.items()}


def _named(days: Mapping[date, str]) -> dict[str, str]:
    return {day.isoformat(): name for day, name in sorted(days.items())}


def _periods(day: list[list[str]]) -> tuple[Period, ...]:
    return tuple((time.fromisoformat(start), time.fromisoformat(end)) for start, end in day)


def _check(calendar: WorkCalendar) -> None:
    if calendar.first > calendar.last:
        raise BadCalendar(CalendarFault.ORDER, f"{calendar.first} > {calendar.last}")
    for day in (*calendar.holidays, *calendar.make_up_days):
        if not calendar.first <= day <= calendar.last:
            raise BadCalendar(CalendarFault.OUTSIDE, str(day))
    for day in calendar.holidays.keys() & calendar.make_up_days.keys():
        raise BadCalendar(CalendarFault.TWICE, str(day))
    weekdays = calendar.hours.weekdays
    if len(weekdays) != 7 or not calendar.working_weekdays <= set(range(7)):
        raise BadCalendar(CalendarFault.HOURS, "weekdays")
    for weekday, periods in enumerate(weekdays):
        moments = [moment for period in periods for moment in period]
        if any(later <= earlier for earlier, later in pairwise(moments)):
            raise BadCalendar(CalendarFault.HOURS, str(weekday))
        if not periods and (weekday in calendar.working_weekdays or weekday == 0):
            raise BadCalendar(CalendarFault.HOURS, str(weekday))
