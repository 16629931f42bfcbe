"""A count under way: where it stands in the calendar and which days it has passed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final

from counter_app.clock import VIETNAM
from counter_app.domain.calendar import ONE_DAY, Period, WorkCalendar
from counter_app.domain.deadlines.rules import DeadlineRules, ResultTime

HALF: Final = Decimal("0.5")
END_OF_DAY: Final = time(23, 59)
_NOON: Final = time(12)
HUNDREDTH: Final = Decimal("0.01")
_NOTHING: Final = Decimal(0)
_ONE: Final = Decimal(1)


class DayReason(StrEnum):
    """Why a day counts or does not."""

    RECEIVED = "received"
    AFTER_CUT_OFF = "after_cut_off"
    AFTER_CLOSING = "after_closing"
    ON_THE_SPOT = "on_the_spot"
    WORKING = "working"
    MAKE_UP = "make_up"
    CALENDAR = "calendar"
    MONTH = "month"
    HALF_MONTH = "half_month"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MOVED = "moved"
    FORMER_DUE = "former_due"


@dataclass(frozen=True, slots=True)
class CountedDay:
    """One day of the explanation.

    `counted` is in the unit of the term; `name` is the holiday's or the make-up day's.
    """

    on: date
    counted: Decimal
    reason: DayReason
    name: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """When a result is due, and why.

    `at` is aware, in +07:00, a whole minute. The days' `counted` add up to the term. `expected`
    tells that the count runs into days whose holidays are not announced yet.
    """

    at: datetime
    days: tuple[CountedDay, ...]
    rules: DeadlineRules
    expected: bool = False


@dataclass(slots=True)
class Count:
    """Where a count stands: `day`, `clock` in it, and which half of the day that is."""

    calendar: WorkCalendar
    rules: DeadlineRules
    day: date
    clock: time
    morning: bool = False
    days: list[CountedDay] = field(default_factory=list)

    def settle(self) -> None:
        """Move the clock into the opening hours of its day.

        After closing and on a day that is not counted it stands at the day's end, so that
        whoever comes later is never promised an earlier minute. Raises CalendarEnds.
        """
        hours = self.calendar.hours_of(self.day)
        if self.calendar.is_working_day(self.day) and self.clock <= hours[-1][1]:
            self.stand(hours)
        else:
            self.clock = END_OF_DAY

    def stand(self, hours: tuple[Period, ...]) -> None:
        """Move the clock into `hours` and see which half of the day it is."""
        self.clock = moved_into(self.clock, hours)
        self.morning = self.clock <= morning_end(hours)

    def note(self, reason: DayReason, counted: Decimal = _NOTHING) -> None:
        """Write the present day down, with the name its calendar has for it."""
        day = self.day
        name = self.calendar.holidays.get(day) or self.calendar.make_up_days.get(day, "")
        self.days.append(CountedDay(day, counted, reason, name))

    def note_working(self, counted: Decimal = _ONE) -> None:
        """Write the present day down as a working day that counts."""
        made_up = self.day in self.calendar.make_up_days
        self.note(DayReason.MAKE_UP if made_up else DayReason.WORKING, counted)

    def note_off(self) -> None:
        """Write the present day down as a day off."""
        off = self.day in self.calendar.holidays
        self.note(DayReason.HOLIDAY if off else DayReason.WEEKEND)

    def to_next_working_day(self) -> None:
        """Move on to the next working day, writing down the days off between."""
        self.day += ONE_DAY
        while not self.calendar.is_working_day(self.day):
            self.note_off()
            self.day += ONE_DAY

    def to_next_calendar_day(self) -> None:
        """Move on to the next day that counts in calendar days under the rules."""
        self.day += ONE_DAY
        while self.rules.calendar_days_skip_holidays and self.day in self.calendar.holidays:
            self.note_off()
            self.day += ONE_DAY
        self.calendar.check_covers(self.day)

    def to_next_opening(self) -> None:
        """Move on to the opening of the next open day, writing down the days off between."""
        self.day += ONE_DAY
        while not (hours := self.calendar.hours_of(self.day)):
            self.note_off()
            self.day += ONE_DAY
        self.clock = hours[0][0]

    def add_working_days(self, number: int) -> None:
        """Pass `number` working days."""
        for _ in range(number):
            self.to_next_working_day()
            self.note_working()

    def add_calendar_days(self, number: int) -> None:
        """Pass `number` calendar days, then move to a working day."""
        for _ in range(number):
            self.to_next_calendar_day()
            self.note(DayReason.CALENDAR, _ONE)
        self.end_on_working_day()

    def add_elapsed_days(self, number: int) -> None:
        """Pass `number` calendar days, holidays too, then move to a working day."""
        for _ in range(number):
            self.day += ONE_DAY
            self.calendar.check_covers(self.day)
            self.note(DayReason.CALENDAR, _ONE)
        self.end_on_working_day()

    def end_on_working_day(self) -> None:
        """Move a last day that is a day off to the next working day.

        Civil Code 91/2015/QH13, article 148 clause 5.
        """
        if not self.calendar.is_working_day(self.day):
            self.to_next_working_day()
            self.note(DayReason.MOVED)

    def add_half_working_day(self) -> None:
        """Pass half a working day: a half of the day, or half its hours under HOUR_EXACT."""
        if self.rules.result_time is ResultTime.HOUR_EXACT:
            self.add_working_minutes(self.rules.hours_per_day * 30, HALF, DayReason.RECEIVED)
            return
        hours = self.calendar.hours_of(self.day)
        if self.morning and hours[-1][1] > morning_end(hours):
            self.morning = False
        else:
            self.note(DayReason.RECEIVED)
            self.to_next_working_day()
            self.morning = True
        self.note_working(HALF)

    def add_half_calendar_day(self) -> None:
        """Pass half a calendar day: from the morning to the day's end, else to the next morning."""
        if self.morning:
            self.clock, self.morning = END_OF_DAY, False
        else:
            self.note(DayReason.RECEIVED)
            self.to_next_calendar_day()
            self.clock, self.morning = time.min, True
        self.note(DayReason.CALENDAR, HALF)

    def add_working_minutes(self, minutes: int, amount: Decimal, received: DayReason) -> None:
        """Pass `minutes` of opening hours on working days; the days' shares add up to `amount`."""
        if not minutes:
            self.note(received)
            return
        left, told, reason = minutes, _NOTHING, received
        while True:
            working = self.calendar.is_working_day(self.day)
            taken = self._take(left) if working else 0
            left -= taken
            share = (amount * (minutes - left) / minutes).quantize(HUNDREDTH)
            reached = share if left else amount
            if taken:
                self.note_working(reached - told)
            elif reason is received:
                self.note(received)
            else:
                self.note_off()
            if not left:
                self.morning = self.clock <= morning_end(self.calendar.hours_of(self.day))
                return
            told, reason = reached, DayReason.WEEKEND
            self.day += ONE_DAY
            self.clock = time.min

    def _take(self, wanted: int) -> int:
        """Pass up to `wanted` minutes of the present day; return how many."""
        taken = 0
        for start, end in self.calendar.hours_of(self.day):
            begin = max(start, self.clock)
            if begin >= end:
                continue
            passed = min(wanted - taken, _minutes(end) - _minutes(begin))
            taken += passed
            self.clock = _time(_minutes(begin) + passed)
            if taken == wanted:
                break
        return taken

    def finished(self, to_the_minute: bool = False) -> Due:
        """Return what is due on the present day: at the minute, or when the rules promise it."""
        hours = self.calendar.hours_of(self.day)
        if to_the_minute or self.rules.result_time is ResultTime.HOUR_EXACT:
            return self._due(self._rounded_up(moved_into(self.clock, hours), hours))
        if self.rules.result_time is ResultTime.HALF_DAY and self.morning:
            return self._due(morning_end(hours))
        return self._due(hours[-1][1])

    def _rounded_up(self, clock: time, hours: tuple[Period, ...]) -> time:
        """Return `clock` rounded up as the rules say, but not past the closing it stands before."""
        step = self.rules.round_up_minutes
        if not step:
            return clock
        closing = next(end for _, end in hours if clock <= end)
        return _time(min(-(-_minutes(clock) // step) * step, _minutes(closing)))

    def _due(self, clock: time) -> Due:
        return Due(
            datetime.combine(self.day, clock, VIETNAM),
            tuple(self.days),
            self.rules,
            not self.calendar.is_announced(self.day),
        )


def in_vietnam(moment: datetime) -> datetime:
    """Return an aware moment in +07:00 without its seconds, as receipts print it.

    Raises:
        ValueError: the moment has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without time zone")
    return moment.astimezone(VIETNAM).replace(second=0, microsecond=0)


def moved_into(clock: time, hours: tuple[Period, ...]) -> time:
    """Return `clock`, or the next opening in `hours`, or their closing after the last."""
    for start, end in hours:
        if clock <= end:
            return max(clock, start)
    return hours[-1][1]


def morning_end(hours: tuple[Period, ...]) -> time:
    """Return when the morning ends; noon where the counter does not close for lunch."""
    start, end = hours[0]
    return _NOON if len(hours) == 1 and start < _NOON < end else end


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _time(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)


def minutes_open(calendar: WorkCalendar, start: datetime, end: datetime) -> int:
    """Return the minutes of opening hours on working days between two moments in +07:00.

    Raises:
        CalendarEnds: one of the days is not in the calendar.
    """
    total = 0
    for passed in range((end.date() - start.date()).days + 1):
        day = start.date() + timedelta(days=passed)
        if not calendar.is_working_day(day):
            continue
        after = start.time() if day == start.date() else time.min
        before = end.time() if day == end.date() else END_OF_DAY
        for opening, closing in calendar.hours_of(day):
            total += max(0, _minutes(min(before, closing)) - _minutes(max(after, opening)))
    return total
