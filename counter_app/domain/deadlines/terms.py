"""From the moment of receipt to the moment the result is due."""

from __future__ import annotations

import calendar as months
from dataclasses import dataclass
from datetime import MAXYEAR, date, datetime, time, timedelta
from decimal import ROUND_CEILING, Decimal
from typing import Final

from counter_app.domain.calendar import CalendarEnds, WorkCalendar
from counter_app.domain.deadlines.counting import (
    END_OF_DAY,
    HALF,
    Count,
    DayReason,
    Due,
    in_vietnam,
)
from counter_app.domain.deadlines.rules import ClosedIntake, DeadlineRules
from counter_app.domain.procedure import Term, TermUnit
from counter_app.errors import CounterError

_HALF_MONTH: Final = timedelta(days=15)


@dataclass(eq=False)
class TermNotCountable(CounterError):
    """a term of {amount} {unit} cannot be counted; only whole and half ones are"""

    amount: Decimal
    unit: TermUnit


def due(
    received_at: datetime,
    term: Term,
    calendar: WorkCalendar,
    rules: DeadlineRules,
    cut_off: time | None = None,
) -> Due:
    """Return when the applicant may collect the result, and the days counted on the way.

    The day of receipt is not counted (Civil Code 91/2015/QH13, article 147 clause 2). A term in
    hours runs from the minute of receipt through the opening hours of working days. A month ends
    on the same day number or the month's last day (article 148 clause 3); half a month is 15 days
    (article 146). A last day off moves to the next working day (article 148 clause 5). On the
    spot means within the working day of receipt.

    Args:
        received_at: aware; its seconds are dropped, as on the receipt.
        cut_off: a dossier received later than this counts as received at the next opening.

    Raises:
        CalendarEnds: the count runs past the calendar.
        TermNotCountable: the amount is negative, or neither whole nor half.
    """
    if term.amount < 0:
        raise TermNotCountable(term.amount, term.unit)
    count = _received(received_at, term, calendar, rules, cut_off)
    if term.on_the_spot:
        return _on_the_spot(count)
    count.settle()
    if term.unit is TermUnit.HOUR:
        minutes = int((term.amount * 60).to_integral_value(ROUND_CEILING))
        count.add_working_minutes(minutes, term.amount, DayReason.RECEIVED)
        return count.finished(to_the_minute=True)
    whole, half = divmod(term.amount, 1)
    if half not in {0, HALF}:
        raise TermNotCountable(term.amount, term.unit)
    if term.unit is TermUnit.MONTH:
        _add_months(count, int(whole), half)
    elif term.unit is TermUnit.WORKING_DAY:
        _add_working_days(count, int(whole), half)
    else:
        _add_calendar_days(count, int(whole), half)
    return count.finished()


def _received(
    received_at: datetime,
    term: Term,
    calendar: WorkCalendar,
    rules: DeadlineRules,
    cut_off: time | None,
) -> Count:
    """Return the count at its start, after a receipt out of hours or past the cut-off moved it."""
    here = in_vietnam(received_at)
    count = Count(calendar, rules, here.date(), here.time())
    hours = calendar.hours_of(count.day)
    is_open = bool(hours) and count.clock <= hours[-1][1]
    waits = (
        cut_off is not None or term.on_the_spot or rules.closed_intake is ClosedIntake.NEXT_OPENING
    )
    if is_open and cut_off is not None and count.clock > cut_off:
        count.note(DayReason.AFTER_CUT_OFF)
        count.to_next_opening()
    elif not is_open and waits:
        if hours:
            count.note(DayReason.AFTER_CLOSING)
        else:
            count.note_off()
        count.to_next_opening()
    return count


def _on_the_spot(count: Count) -> Due:
    count.stand(count.calendar.hours_of(count.day))
    count.note(DayReason.ON_THE_SPOT)
    # A promise for the very minute of receipt would make every result late by the minute.
    count.clock = END_OF_DAY
    return count.finished()


def _add_working_days(count: Count, whole: int, half: Decimal) -> None:
    if half:
        count.add_half_working_day()
    else:
        count.note(DayReason.RECEIVED)
    count.add_working_days(whole)


def _add_calendar_days(count: Count, whole: int, half: Decimal) -> None:
    if half:
        count.add_half_calendar_day()
    else:
        count.note(DayReason.RECEIVED)
    count.add_calendar_days(whole)


def _add_months(count: Count, whole: int, half: Decimal) -> None:
    count.note(DayReason.RECEIVED)
    if whole:
        count.day = _months_after(count.day, whole, count.calendar)
        count.note(DayReason.MONTH, Decimal(whole))
    if half:
        count.day += _HALF_MONTH
        count.note(DayReason.HALF_MONTH, half)
    count.end_on_working_day()


def _months_after(day: date, number: int, calendar: WorkCalendar) -> date:
    years, month = divmod(day.month - 1 + number, 12)
    year = day.year + years
    if year > calendar.last.year:
        raise CalendarEnds(date(min(year, MAXYEAR), month + 1, 1), calendar.first, calendar.last)
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))
