"""What pauses and extensions do to the due moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal

from counter_app.domain.calendar import WorkCalendar
from counter_app.domain.deadlines.counting import (
    HUNDREDTH,
    Count,
    DayReason,
    Due,
    in_vietnam,
    minutes_open,
)
from counter_app.domain.deadlines.rules import DeadlineRules, PausePolicy
from counter_app.domain.deadlines.terms import due
from counter_app.domain.procedure import Term, TermUnit
from counter_app.errors import CounterError


@dataclass(eq=False)
class PauseEndsEarly(CounterError):
    """a pause from {paused_at} cannot end at {resumed_at}"""

    paused_at: datetime
    resumed_at: datetime


@dataclass(eq=False)
class ExtensionNotLater(CounterError):
    """{new_due_at} is not later than the promised {promised_at}"""

    new_due_at: datetime
    promised_at: datetime


@dataclass(frozen=True, slots=True)
class Pause:
    """The term stands still from `paused_at`; `resumed_at` is None while it still does."""

    paused_at: datetime
    resumed_at: datetime | None
    policy: PausePolicy


@dataclass(frozen=True, slots=True)
class Extension:
    """A later moment promised with an apology."""

    decided_at: datetime
    new_due_at: datetime


@dataclass(frozen=True, slots=True)
class Appointment:
    """When a result is due after all that happened.

    `due_at` decides in statistics whether a result is late: pauses move it, an apology does not.
    `promised_at` is what the citizen was told last. `paused` tells that the term stands still.
    """

    due_at: datetime
    promised_at: datetime
    paused: bool = False


def resumed(
    due_at: datetime,
    paused_at: datetime,
    resumed_at: datetime,
    term: Term,
    calendar: WorkCalendar,
    rules: DeadlineRules,
    policy: PausePolicy,
    cut_off: time | None = None,
) -> Due:
    """Return the due moment after one pause.

    Under START_AGAIN the days add up to the term; otherwise to what the pause adds: working days,
    hours for a term in hours, or calendar days.

    Raises:
        PauseEndsEarly: the pause ends before it begins.
        CalendarEnds: the pause or the count leaves the calendar.
    """
    start, end = in_vietnam(paused_at), in_vietnam(resumed_at)
    if end < start:
        raise PauseEndsEarly(paused_at, resumed_at)
    if policy is PausePolicy.START_AGAIN:
        return due(resumed_at, term, calendar, rules, cut_off)
    here = in_vietnam(due_at)
    count = Count(calendar, rules, here.date(), here.time())
    count.settle()
    in_hours = term.unit is TermUnit.HOUR
    if policy is PausePolicy.ADD_WORKING_DAYS and in_hours:
        minutes = minutes_open(calendar, start, end)
        hours = (Decimal(minutes) / 60).quantize(HUNDREDTH)
        count.add_working_minutes(minutes, hours, DayReason.FORMER_DUE)
        return count.finished(to_the_minute=True)
    count.note(DayReason.FORMER_DUE)
    if policy is PausePolicy.ADD_WORKING_DAYS:
        count.add_working_days(calendar.working_days(start.date(), end.date()))
    else:
        count.add_elapsed_days((end.date() - start.date()).days)
    return count.finished(to_the_minute=in_hours)


def appointment(
    first_due_at: datetime,
    changes: Sequence[Pause | Extension],
    term: Term,
    calendar: WorkCalendar,
    rules: DeadlineRules,
    cut_off: time | None = None,
) -> Appointment:
    """Return when the result is due after `changes`, in the order in which they happened.

    Raises:
        PauseEndsEarly, CalendarEnds: a pause cannot be counted.
        ExtensionNotLater: an extension promises no later moment than the one before.
    """
    due_at = promised_at = in_vietnam(first_due_at)
    paused = False
    for change in changes:
        if isinstance(change, Extension):
            if change.new_due_at <= promised_at:
                raise ExtensionNotLater(change.new_due_at, promised_at)
            promised_at = in_vietnam(change.new_due_at)
        elif change.resumed_at is None:
            paused = True
        else:
            span = (change.paused_at, change.resumed_at)
            due_at, promised_at = (
                resumed(moment, *span, term, calendar, rules, change.policy, cut_off).at
                for moment in (due_at, promised_at)
            )
    return Appointment(due_at, promised_at, paused)
