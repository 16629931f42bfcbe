"""What the record tells of the nine indices, and the points that people gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select

from counter_app.clock import local
from counter_app.domain.deadlines import Comparison, Outcome
from counter_app.domain.procedure import Channel
from counter_app.domain.register import Rating
from counter_app.domain.reporting import Measure, Period
from counter_app.domain.scoring import (
    MOST_POINTS,
    TIME_POINTS,
    Assessed,
    Mark,
    average,
    contact_points,
    manners_points,
)
from counter_app.schema.acts import hand_over, phase_step
from counter_app.schema.callers import feedback, rating_slip
from counter_app.schema.scores import score
from counter_app.schema.tables import dossier, officer
from counter_app.store import reference
from counter_app.store.engine import Session
from counter_app.store.report_conditions import (
    NO_SEAT,
    RESOLVED,
    Condition,
    counts_as,
    in_period,
    marks,
    punctuality,
)

Sums = Mapping[str, tuple[int, int]]
"""Points and how many gave them, by agency code or by login."""

_TO_ANSWER = ("complaint", "proposal", "question")
_SATISFIED = (
    Rating.SATISFIED_SERVICE.value,
    Rating.SATISFIED_ATTITUDE.value,
    Rating.VERY_SATISFIED.value,
)
_UNSATISFIED = (Rating.UNSATISFIED_SKILL.value, Rating.UNSATISFIED_TIME.value)
_ONLINE_LEVEL = 3
"""From this level of the online service on one can hand in a dossier."""
_OF_AGENCY, _OF_OFFICER = dossier.c.agency_code, dossier.c.officer


@dataclass(frozen=True, slots=True)
class WorkSums:
    """Points of the results of one agency or officer, for term, agencies' terms and contacts."""

    results: int
    time_points: int
    contact_points: int


@dataclass(frozen=True, slots=True)
class DossierScore:
    """The points of one result; None where nothing tells them."""

    subject: UUID
    number: str
    procedure_name: str
    agency_code: str
    points: Mapping[int, Decimal | None]


@dataclass(frozen=True, slots=True)
class Entered:
    """Points somebody gave. `at` in +07:00."""

    points: Decimal
    officer_name: str
    at: datetime
    reason: str


def _finished(period: Period) -> Condition:
    d = dossier.c
    return and_(d.state.in_(RESOLVED), d.finished_on.between(period.first, period.last))


def _group(assessed: Assessed) -> tuple[ColumnElement[str], Condition]:
    """Return by what one sums up, and what is left out: nobody here took over registers in."""
    if assessed is Assessed.AGENCY:
        return _OF_AGENCY, dossier.c.seat_number >= NO_SEAT
    return _OF_OFFICER, dossier.c.seat_number != NO_SEAT


def _points(told: Mapping[Outcome, Condition]) -> ColumnElement[int]:
    scored = [(told[outcome], points) for outcome, points in TIME_POINTS.items()]
    return case(*scored, else_=0)


def _time_points(comparison: Comparison) -> ColumnElement[int]:
    return _points({outcome: counts_as(outcome, comparison) for outcome in TIME_POINTS})


def _phase_points(comparison: Comparison) -> ColumnElement[int]:
    ended = func.coalesce(phase_step.c.ended_at, dossier.c.resolved_at)
    return _points(punctuality(ended, phase_step.c.due_at, comparison))


def _handed_over() -> Condition:
    """Return whether a transfer was recorded: only then is the agency's own time known."""
    lines = and_(
        hand_over.c.subject == dossier.c.subject,
        hand_over.c.direction == "out",
        hand_over.c.undone_at.is_(None),
    )
    return exists().where(lines).correlate(dossier)


def work(
    session: Session, period: Period, comparison: Comparison, assessed: Assessed
) -> dict[str, WorkSums]:
    """Return what results of the period come to: indices 1 and 3."""
    key, counted = _group(assessed)
    contacts = dossier.c.supplement_count
    points = case((contacts == 0, MOST_POINTS), (contacts == 1, 1), else_=0)
    rows = session.execute(
        select(key, func.count(), func.sum(_time_points(comparison)), func.sum(points))
        .where(_finished(period), counted)
        .group_by(key)
    )
    return {row[0]: WorkSums(*map(int, row[1:])) for row in rows}


def agency_times(
    session: Session, period: Period, comparison: Comparison, assessed: Assessed
) -> Sums:
    """Return index 2: how each agency on the way of a result kept to its own term.

    A phase of a linked procedure counts for the agency that did it, where it had a due moment. A
    dossier without phases that was handed over counts for its agency.
    """
    key, counted = _group(assessed)
    phase_key = phase_step.c.agency_code if assessed is Assessed.AGENCY else key
    of_result = and_(_finished(period), counted)
    phased = (
        select(phase_key, func.sum(_phase_points(comparison)), func.count())
        .join_from(phase_step, dossier, phase_step.c.subject == dossier.c.subject)
        .where(of_result, phase_step.c.due_at.is_not(None))
        .group_by(phase_key)
    )
    alone = (
        select(key, func.sum(_time_points(comparison)), func.count())
        .where(of_result, dossier.c.phase == 1, _handed_over())
        .group_by(key)
    )
    found: dict[str, tuple[int, int]] = {}
    for query in (phased, alone):
        for code, points, count in session.execute(query):
            before = found.get(code, (0, 0))
            found[code] = (before[0] + int(points), before[1] + count)
    return found


def manners_of_officers(session: Session, period: Period) -> Sums:
    """Return index 7 by login: what citizens said of dossiers that an officer took in."""
    d = dossier.c
    satisfied = case((d.rating.in_(_SATISFIED), MOST_POINTS), else_=0)
    rows = session.execute(
        select(d.officer, func.sum(satisfied), func.count())
        .where(
            d.rating.in_((*_SATISFIED, *_UNSATISFIED)),
            d.rated_on.between(period.first, period.last),
            d.seat_number != NO_SEAT,
        )
        .group_by(d.officer)
    )
    return {login: (int(points), count) for login, points, count in rows}


def very_satisfied(session: Session, period: Period) -> dict[str, int]:
    """Return how many chose the best of three, by agency code."""
    best = Rating.VERY_SATISFIED.value
    within = (period.first, period.last)
    queries: tuple[Select[Any], ...] = (
        select(dossier.c.agency_code, func.count())
        .where(dossier.c.rating == best, dossier.c.rated_on.between(*within))
        .group_by(dossier.c.agency_code),
        select(rating_slip.c.agency_code, func.sum(rating_slip.c.count))
        .where(rating_slip.c.category == best, rating_slip.c.rated_on.between(*within))
        .group_by(rating_slip.c.agency_code),
    )
    found: dict[str, int] = {}
    for query in queries:
        for code, count in session.execute(query):
            found[code] = found.get(code, 0) + int(count)
    return found


def answered(session: Session, period: Period) -> Sums:
    """Return by agency code of the opinions of the period, how many were answered and had to be.

    One whose time to answer ran on beyond the period does not count before it is answered.
    """
    f = feedback.c
    given = func.coalesce(f.answered_at < period.end_ms, False)
    had_to_be = or_(f.answer_by.is_(None), f.answer_by <= period.last)
    rows = session.execute(
        select(f.agency_code, func.sum(case((given, 1), else_=0)), func.count())
        .where(
            f.told_on.between(period.first, period.last),
            f.kind.in_(_TO_ANSWER),
            or_(given, had_to_be),
        )
        .group_by(f.agency_code)
    )
    return {code: (int(points), count) for code, points, count in rows}


@dataclass(frozen=True, slots=True)
class ProcedureCounts:
    """How many procedures an agency has, decides on the spot, and takes in online."""

    all: int = 0
    on_the_spot: int = 0
    online: int = 0


def procedure_counts(session: Session, period: Period) -> dict[str, ProcedureCounts]:
    """Return what the catalogue of the last day holds, by agency code."""
    found: dict[str, ProcedureCounts] = {}
    for one in reference.whole_procedures(session, period.last).values():
        rule = one.rule(Channel.COUNTER)
        at_once = rule is not None and rule.term is not None and rule.term.on_the_spot
        by_net = one.service_level >= _ONLINE_LEVEL or any(
            rule.channel is Channel.ONLINE for rule in one.rules
        )
        told = found.get(one.agency_code, ProcedureCounts())
        found[one.agency_code] = ProcedureCounts(
            told.all + 1, told.on_the_spot + at_once, told.online + by_net
        )
    return found


@dataclass(frozen=True, slots=True)
class OnlineDossiers:
    """How many dossiers came in, how many of them online, and how many online ones were late."""

    received: int = 0
    online: int = 0
    late: int = 0


def online_dossiers(
    session: Session, period: Period, comparison: Comparison
) -> dict[str, OnlineDossiers]:
    """Return what came in during the period, by agency code."""
    mark = marks(period, comparison)
    came_online = dossier.c.channel == Channel.ONLINE.value
    late = or_(mark[Measure.RESOLVED_LATE], mark[Measure.PENDING_OVERDUE])
    counted = (mark[Measure.RECEIVED_NEW], mark[Measure.ONLINE], and_(came_online, late))
    rows = session.execute(
        select(_OF_AGENCY, *(func.sum(case((one, 1), else_=0)) for one in counted))
        .where(in_period(period))
        .group_by(_OF_AGENCY)
    )
    return {code: OnlineDossiers(*map(int, counts)) for code, *counts in rows}


def dossier_scores(session: Session, period: Period, comparison: Comparison) -> list[DossierScore]:
    """Return the points of every result of the period, by agency code and number."""
    phases = {
        subject: average(int(points), count)
        for subject, points, count in session.execute(
            select(phase_step.c.subject, func.sum(_phase_points(comparison)), func.count())
            .join_from(phase_step, dossier, phase_step.c.subject == dossier.c.subject)
            .where(_finished(period), phase_step.c.due_at.is_not(None))
            .group_by(phase_step.c.subject)
        )
    }
    d = dossier.c
    rated = case((d.rated_on <= period.last, d.rating), else_="")
    time = _time_points(comparison)
    alone = case((and_(d.phase == 1, _handed_over()), time))
    found = [
        DossierScore(
            row.subject,
            row.number,
            row.procedure_name,
            row.agency_code,
            {
                1: Decimal(row.time),
                2: phases.get(row.subject, _known(row.alone)),
                3: Decimal(contact_points(row.supplement_count)),
                4: None,
                6: None,
                7: _known(manners_points(row.rated)),
            },
        )
        for row in session.execute(
            select(
                d.subject,
                d.number,
                d.procedure_name,
                d.agency_code,
                d.supplement_count,
                time.label("time"),
                alone.label("alone"),
                rated.label("rated"),
            ).where(_finished(period))
        )
    ]
    return sorted(found, key=lambda one: (one.agency_code, one.number))


def _known(points: int | None) -> Decimal | None:
    return None if points is None else Decimal(points)


def entered(
    session: Session, period: Period, assessed: Assessed
) -> dict[tuple[str, int, Mark], Entered]:
    """Return the points given for exactly this period, by code, index and mark."""
    s = score.c
    rows = session.execute(
        select(*s, func.coalesce(officer.c.name, s.officer).label("officer_name"))
        .join_from(score, officer, officer.c.login == s.officer, isouter=True)
        .where(
            s.assessed == assessed.value,
            s.first_day == period.first,
            s.last_day == period.last,
        )
    )
    return {
        (row.code, row.number, Mark(row.mark)): Entered(
            Decimal(row.tenths) / 10, row.officer_name, local(row.entered_at), row.reason
        )
        for row in rows
    }
