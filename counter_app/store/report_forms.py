"""Figures of the official forms: ways in and out, Biểu II.06a and II.07b."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, case, func, or_, select

from counter_app.domain.deadlines import Comparison
from counter_app.domain.dossier import ReturnWay
from counter_app.domain.procedure import Channel
from counter_app.domain.reporting import Measure, Period
from counter_app.schema.tables import dossier
from counter_app.store import reference
from counter_app.store.engine import Session
from counter_app.store.report_conditions import in_period, marks, still_since


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """How dossiers of an agency came in and went out in the period."""

    agency_code: str
    received: int
    counter: int
    online: int
    postal: int
    returned: int
    by_post: int
    electronic: int
    on_the_spot: int


def channels(session: Session, period: Period) -> dict[str, ChannelRow]:
    """Return the ways by agency code; on the spot is what had its result on the day it came."""
    d = dossier.c
    new = and_(in_period(period), d.received_at >= period.start_ms)
    returned = and_(d.returned_at >= period.start_ms, d.returned_at < period.end_ms)

    def count(condition: Any) -> Any:
        return func.sum(case((condition, 1), else_=0))

    rows = session.execute(
        select(
            d.agency_code,
            count(new),
            count(and_(new, d.channel == Channel.COUNTER.value)),
            count(and_(new, d.channel == Channel.ONLINE.value)),
            count(and_(new, d.channel == Channel.POSTAL.value)),
            count(returned),
            count(and_(returned, d.returned_way == ReturnWay.POST.value)),
            count(and_(returned, d.returned_way == ReturnWay.ELECTRONIC.value)),
            count(and_(new, d.resolved_on == d.received_on)),
        )
        .where(or_(new, returned))
        .group_by(d.agency_code)
    )
    return {row[0]: ChannelRow(row[0], *map(int, row[1:])) for row in rows}


@dataclass(frozen=True, slots=True)
class OfficialRow:
    """An agency's row of Biểu II.06a, which knows neither returned nor paused dossiers."""

    agency_code: str
    online: int
    direct: int
    carried_over: int
    early: int
    on_time: int
    late: int
    in_time: int
    overdue: int


def official(session: Session, period: Period, comparison: Comparison) -> dict[str, OfficialRow]:
    """Return Biểu II.06a by agency code: what was taken back counts as solved on time."""
    d = dossier.c
    mark = marks(period, comparison)
    paused = still_since(period.end_ms).is_not(None)

    def count(condition: Any) -> Any:
        return func.sum(case((condition, 1), else_=0))

    new = mark[Measure.RECEIVED_NEW]
    online = d.channel == Channel.ONLINE.value
    still = and_(mark[Measure.PENDING_TOTAL], paused)
    rows = session.execute(
        select(
            d.agency_code,
            count(and_(new, online)),
            count(and_(new, ~online)),
            count(mark[Measure.CARRIED_OVER]),
            count(mark[Measure.RESOLVED_EARLY]),
            count(or_(mark[Measure.RESOLVED_ON_TIME], mark[Measure.RETURNED])),
            count(mark[Measure.RESOLVED_LATE]),
            count(or_(mark[Measure.PENDING_IN_TIME], still)),
            count(and_(mark[Measure.PENDING_OVERDUE], ~paused)),
        )
        .where(in_period(period))
        .group_by(d.agency_code)
    )
    return {row[0]: OfficialRow(row[0], *map(int, row[1:])) for row in rows}


@dataclass(frozen=True, slots=True)
class LevelRow:
    """How many procedures of a level an agency has, and of how many something is true.

    `offered` are taken in here, `workflows` have an internal workflow that was issued, `used` had
    dossiers in the period.
    """

    agency_code: str
    level: str
    procedures: int
    offered: int
    workflows: int
    used: int


def levels(session: Session, period: Period) -> list[LevelRow]:
    """Return the procedures in force at the end of the period, by agency and level."""
    used = set(
        session.execute(
            select(dossier.c.procedure_code).where(in_period(period)).distinct()
        ).scalars()
    )
    counts: dict[tuple[str, str], Counter[str]] = {}
    for code, one in reference.whole_procedures(session, period.last).items():
        count = counts.setdefault((one.agency_code, one.level), Counter())
        count["all"] += 1
        count["offered"] += not one.gaps()
        count["workflows"] += bool(one.internal_workflow)
        count["used"] += code in used
    return [
        LevelRow(*key, count["all"], count["offered"], count["workflows"], count["used"])
        for key, count in sorted(counts.items())
    ]
