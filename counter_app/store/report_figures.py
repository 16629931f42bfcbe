"""What the monthly report counts: one question for a counter's file and for the centre."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    Select,
    and_,
    case,
    func,
    literal,
    not_,
    or_,
    select,
)

from counter_app.clock import local
from counter_app.domain.deadlines import Comparison, Outcome
from counter_app.domain.register import Rating
from counter_app.domain.reporting import Figures, Measure, Opinions, Period
from counter_app.domain.states import State
from counter_app.schema.callers import rating_slip, visit
from counter_app.schema.tables import agency, dossier, head, journal, number_range, seat
from counter_app.store import reference
from counter_app.store.engine import Session
from counter_app.store.report_conditions import (
    RESOLVED,
    Condition,
    counts_as,
    in_period,
    marks,
)


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """An agency that a report names."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Behind:
    """A dossier behind a figure. Moments in +07:00."""

    subject: UUID
    number: str
    owner_name: str
    procedure_name: str
    agency_code: str
    received_at: datetime
    due_at: datetime | None
    finished_at: datetime | None
    state: State


@dataclass(frozen=True, slots=True)
class DataUpTo:
    """The last moment at which a seat wrote something that is known here; None for nothing."""

    seat_number: int
    at: datetime | None


def figures(session: Session, period: Period, comparison: Comparison) -> dict[str, Figures]:
    """Return the figures of the period by agency code; agencies without dossiers are left out."""
    sums = [
        func.sum(case((mark, 1), else_=0)).label(measure.value)
        for measure, mark in marks(period, comparison).items()
    ]
    rows = session.execute(
        select(dossier.c.agency_code, *sums)
        .where(in_period(period))
        .group_by(dossier.c.agency_code)
    )
    return {code: Figures(*map(int, counts)) for code, *counts in rows}


def opinions(session: Session, period: Period) -> dict[str, Opinions]:
    """Return what citizens thought in the period, by agency code."""
    within = (period.first, period.last)
    rated = (
        select(dossier.c.agency_code, dossier.c.rating, func.count())
        .where(dossier.c.rated_on.between(*within), dossier.c.rating != "")
        .group_by(dossier.c.agency_code, dossier.c.rating)
    )
    slips = (
        select(rating_slip.c.agency_code, rating_slip.c.category, func.sum(rating_slip.c.count))
        .where(rating_slip.c.rated_on.between(*within))
        .group_by(rating_slip.c.agency_code, rating_slip.c.category)
    )
    found: dict[str, dict[str, int]] = {}
    for query in (rated, slips):
        for code, category, count in session.execute(query):
            counts = found.setdefault(code, {})
            name = _COLUMN[Rating(category)]
            counts[name] = counts.get(name, 0) + int(count)
    return {code: Opinions(**counts) for code, counts in found.items()}


_COLUMN: Final = {
    Rating.VERY_SATISFIED: "satisfied_service",
    Rating.SATISFIED_SERVICE: "satisfied_service",
    Rating.SATISFIED_ATTITUDE: "satisfied_attitude",
    Rating.UNSATISFIED_SKILL: "unsatisfied_skill",
    Rating.UNSATISFIED_TIME: "unsatisfied_time",
    Rating.COMMENT: "comments",
}


def reported_agencies(session: Session, period: Period, named: set[str]) -> list[AgencyRow]:
    """Return the agencies a report lists: all that had not ended, and those `named`.

    They stand by the names and in the order of the period's last day; behind them, by code, what
    the centre does not know. When an agency was defined does not count: registers that were taken
    over are older.
    """
    ended = dict(session.execute(select(agency.c.code, agency.c.valid_to)).all())
    names = reference.agency_names_at(session, period.last)
    listed = [
        AgencyRow(code, name)
        for code, name in names.items()
        if code in named or (until := ended.get(code)) is None or until >= period.first
    ]
    return [*listed, *(AgencyRow(code, code) for code in sorted(named - names.keys()))]


def behind(
    session: Session,
    period: Period,
    comparison: Comparison,
    measure: Measure,
    agency_code: str = "",
    limit: int = 500,
) -> list[Behind]:
    """Return the dossiers behind a figure, the oldest first; "" is the total's."""
    return _listed(session, period, marks(period, comparison)[measure], agency_code, limit)


def at_fault(
    session: Session, period: Period, comparison: Comparison, limit: int = 20
) -> list[Behind]:
    """Return the dossiers for which the figures do not add up."""
    mark = marks(period, comparison)
    once = [
        mark[measure]
        for measure in (
            Measure.RESOLVED_EARLY,
            Measure.RESOLVED_ON_TIME,
            Measure.RESOLVED_LATE,
            Measure.PENDING_IN_TIME,
            Measure.PENDING_OVERDUE,
            Measure.RETURNED,
        )
    ]
    places = sum((case((one, 1), else_=0) for one in once), start=literal(0))
    level = and_(mark[Measure.ONLINE], not_(mark[Measure.LEVEL_3_4]))
    return _listed(session, period, or_(places != 1, level), "", limit)


def _listed(
    session: Session, period: Period, condition: Condition, agency_code: str, limit: int
) -> list[Behind]:
    d = dossier.c
    query: Select[Any] = select(
        d.subject,
        d.number,
        d.owner_name,
        d.procedure_name,
        d.agency_code,
        d.received_at,
        d.due_at,
        d.finished_at,
        d.state,
    ).where(in_period(period), condition)
    if agency_code:
        query = query.where(d.agency_code == agency_code)
    rows = session.execute(query.order_by(d.received_at, d.number).limit(limit))
    return [
        Behind(
            row.subject,
            row.number,
            row.owner_name,
            row.procedure_name,
            row.agency_code,
            local(row.received_at),
            None if row.due_at is None else local(row.due_at),
            None if row.finished_at is None else local(row.finished_at),
            State(row.state),
        )
        for row in rows
    ]


def data_up_to(session: Session) -> list[DataUpTo]:
    """Return for each seat the moment of its newest entry that is known here."""
    streams = select(number_range.c.stream_id, number_range.c.seat_number).distinct().subquery()
    rows = session.execute(
        select(seat.c.number, func.max(journal.c.recorded_at))
        .join_from(seat, streams, seat.c.number == streams.c.seat_number, isouter=True)
        .join(head, head.c.stream_id == streams.c.stream_id, isouter=True)
        .join(
            journal,
            and_(journal.c.stream_id == head.c.stream_id, journal.c.seq == head.c.seq),
            isouter=True,
        )
        .group_by(seat.c.number)
        .order_by(seat.c.number)
    )
    return [DataUpTo(number, None if at is None else local(at)) for number, at in rows]


def late_causes(session: Session, period: Period, comparison: Comparison) -> list[tuple[str, int]]:
    """Return how many results of the period were late, by the code of the cause; "" is untold."""
    d = dossier.c
    rows = session.execute(
        select(d.late_reason, func.count())
        .where(
            d.state.in_(RESOLVED),
            d.finished_at >= period.start_ms,
            d.finished_at < period.end_ms,
            counts_as(Outcome.LATE, comparison),
        )
        .group_by(d.late_reason)
    )
    return sorted(((reason, found) for reason, found in rows), key=lambda one: (-one[1], one[0]))


def visits(session: Session, period: Period) -> int:
    """Return how many people came for advice and left no dossier."""
    found: int = session.execute(
        select(func.count())
        .select_from(visit)
        .where(visit.c.visited_on.between(period.first, period.last))
    ).scalar_one()
    return found
