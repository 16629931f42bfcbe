"""Early, on time or late; and how an open dossier stands."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from counter_app.domain.deadlines.counting import in_vietnam
from counter_app.domain.deadlines.rules import Comparison

ONE_DAY_BEFORE: Final = timedelta(hours=24)


class Outcome(StrEnum):
    """How a finished dossier is counted: trước hạn, đúng hạn, quá hạn."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"


class Standing(StrEnum):
    """How an open dossier stands: trong hạn, sắp hết hạn, quá hạn, or its term stands still."""

    IN_TIME = "in_time"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    PAUSED = "paused"


def outcome(
    finished_at: datetime, due_at: datetime | None, comparison: Comparison = Comparison.BY_DATE
) -> Outcome:
    """Return how a result counts that was ready at `finished_at`.

    The clock stops when the result lies ready at the centre, not when the citizen fetches it.
    Without an appointment it is on time. Seconds do not count: the receipt prints minutes.

    Raises:
        ValueError: a moment has no time zone.
    """
    if due_at is None:
        return Outcome.ON_TIME
    finished, promised = in_vietnam(finished_at), in_vietnam(due_at)
    if comparison is Comparison.BY_DATE and finished.date() == promised.date():
        return Outcome.ON_TIME
    if finished == promised:
        return Outcome.ON_TIME
    return Outcome.EARLY if finished < promised else Outcome.LATE


def open_standing(
    now: datetime,
    due_at: datetime | None,
    comparison: Comparison = Comparison.BY_DATE,
    soon: timedelta = ONE_DAY_BEFORE,
    paused: bool = False,
) -> Standing:
    """Return how an open dossier stands at `now`; due soon in the last `soon` before its moment.

    Raises:
        ValueError: a moment has no time zone.
    """
    if paused:
        return Standing.PAUSED
    if due_at is None:
        return Standing.IN_TIME
    if outcome(now, due_at, comparison) is Outcome.LATE:
        return Standing.OVERDUE
    return Standing.DUE_SOON if in_vietnam(due_at) - in_vietnam(now) <= soon else Standing.IN_TIME
