"""When a dossier belongs to a column of the monthly report, as conditions in SQL.

Every condition speaks of the end of the period, not of today: a dossier that was finished, paused
or promised anew afterwards counts as it stood then. So a period gives the same figures whenever it
is asked, and what arrives late is in them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    and_,
    case,
    exists,
    false,
    func,
    literal,
    not_,
    or_,
    select,
)

from counter_app.domain.deadlines import Comparison, Outcome
from counter_app.domain.procedure import Channel
from counter_app.domain.reporting import Measure, Period
from counter_app.domain.states import State
from counter_app.schema.acts import due_move, pause
from counter_app.schema.tables import dossier

NOT_COUNTED: Final = (int(State.ANNOUNCED), int(State.REFUSED))
"""What the centre has not taken in is in no report."""
RESOLVED: Final = (int(State.RESOLVED), int(State.RETURNED))
NO_SEAT: Final = 0
"""The seat of a dossier that was taken over from an earlier register."""
_MINUTE_MS: Final = 60_000
_DAY_MS: Final = 86_400_000
_VIETNAM_MS: Final = 7 * 3_600_000
_LEVEL: Final = 3
Condition = ColumnElement[bool]


def marks(period: Period, comparison: Comparison) -> Mapping[Measure, Condition]:
    """Return for each column the condition on a dossier; all presume `in_period`."""
    start, end = period.start_ms, period.end_ms
    d = dossier.c
    new = d.received_at >= start
    finished = and_(d.finished_at >= start, d.finished_at < end)
    resolved = and_(d.state.in_(RESOLVED), finished)
    pending = or_(d.finished_at.is_(None), d.finished_at >= end)
    late = overdue(period, comparison)
    online = d.channel == Channel.ONLINE.value
    return {
        Measure.RECEIVED_TOTAL: literal(1) == 1,
        Measure.CARRIED_OVER: d.received_at < start,
        Measure.RECEIVED_NEW: new,
        Measure.RESOLVED_TOTAL: resolved,
        Measure.RESOLVED_EARLY: and_(resolved, counts_as(Outcome.EARLY, comparison)),
        Measure.RESOLVED_ON_TIME: and_(resolved, counts_as(Outcome.ON_TIME, comparison)),
        Measure.RESOLVED_LATE: and_(resolved, counts_as(Outcome.LATE, comparison)),
        Measure.PENDING_TOTAL: pending,
        Measure.PENDING_IN_TIME: and_(pending, not_(late)),
        Measure.PENDING_OVERDUE: and_(pending, late),
        Measure.RETURNED: and_(d.state == int(State.WITHDRAWN), finished),
        Measure.ONLINE: and_(new, online),
        # one can hand in online from level 3 on, whether or not the register said the level
        Measure.LEVEL_3_4: or_(d.service_level >= _LEVEL, and_(online, d.service_level == 0)),
    }


def in_period(period: Period) -> Condition:
    """Return the condition on the dossiers of a period: carried over, or received in it."""
    start, end = period.start_ms, period.end_ms
    d = dossier.c
    return and_(
        d.received_at < end,
        # one received in the period but finished before it is wrong, and must not go unseen
        or_(d.finished_at.is_(None), d.finished_at >= start, d.received_at >= start),
        d.state.not_in(NOT_COUNTED),
    )


def counts_as(outcome: Outcome, comparison: Comparison) -> Condition:
    """Return whether a result was early, on time or late.

    The journal tells it of every result that was given here, by the rule of its day. An earlier
    register tells moments alone, so its results count by the rule of the report.
    """
    d = dossier.c
    told = d.outcome == outcome.value
    if comparison is Comparison.BY_DATE:
        return told
    # the receipt prints minutes
    resolved, due = (_minute(moment) for moment in (d.resolved_at, d.due_at))
    by_minute = {
        Outcome.EARLY: resolved < due,
        Outcome.ON_TIME: or_(due.is_(None), resolved == due),
        Outcome.LATE: resolved > due,
    }[outcome]
    taken_over = d.seat_number == NO_SEAT
    return or_(and_(~taken_over, told), and_(taken_over, func.coalesce(by_minute, false())))


def punctuality(
    ended_at: ColumnElement[Any], due_at: ColumnElement[Any], comparison: Comparison
) -> Mapping[Outcome, Condition]:
    """Return when a part of the way was early, on time or late, by the rule of the report."""
    by_day = comparison is Comparison.BY_DATE
    ended, due = ((_day if by_day else _minute)(moment) for moment in (ended_at, due_at))
    return {
        Outcome.EARLY: ended < due,
        Outcome.ON_TIME: ended == due,
        Outcome.LATE: ended > due,
    }


def overdue(period: Period, comparison: Comparison) -> Condition:
    """Return whether an open dossier was past its due moment when the period ended.

    By the day, what is due on the last day of the period is in time. While the term stood still,
    nothing became overdue that was not when the pause began.
    """
    end = period.end_ms
    due_at = _due_at(end)
    since = still_since(end)
    if comparison is Comparison.BY_TIMESTAMP:
        return func.coalesce(due_at < func.coalesce(since, end), false())
    last_day = end - _DAY_MS
    running = due_at < last_day
    still = _day(due_at) < _day(since)
    return func.coalesce(case((since.is_not(None), still), else_=running), false())


def _due_at(end: int) -> ColumnElement[int | None]:
    """Return the due moment as it was at `end`: before the first move after it."""
    later = and_(due_move.c.subject == dossier.c.subject, due_move.c.moved_at >= end)
    before: ColumnElement[int | None] = (
        select(due_move.c.due_before)
        .where(later)
        .order_by(due_move.c.position)
        .limit(1)
        .correlate(dossier)
        .scalar_subquery()
    )
    moved = exists().where(later).correlate(dossier)
    return case((moved, before), else_=dossier.c.due_at)


def still_since(end: int) -> ColumnElement[int | None]:
    """Return since when the term stood still at `end`; None where it ran."""
    pauses: ColumnElement[int | None] = (
        select(func.max(pause.c.still_since))
        .where(
            pause.c.subject == dossier.c.subject,
            pause.c.paused_at < end,
            or_(pause.c.resumed_at.is_(None), pause.c.resumed_at >= end),
        )
        .correlate(dossier)
        .scalar_subquery()
    )
    return case(
        (
            and_(dossier.c.paused_since.is_not(None), dossier.c.paused_since < end),
            dossier.c.paused_since,
        ),
        else_=pauses,
    )


def _day(ms: ColumnElement[int | None]) -> ColumnElement[Any]:
    return _whole(ms + literal(_VIETNAM_MS, BigInteger), _DAY_MS)


def _minute(ms: ColumnElement[Any]) -> ColumnElement[Any]:
    return _whole(ms, _MINUTE_MS)


def _whole(ms: ColumnElement[Any], unit_ms: int) -> ColumnElement[Any]:
    return ms // literal(unit_ms, BigInteger)
