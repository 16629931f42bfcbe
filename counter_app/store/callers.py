"""Questions about people who came and left no dossier."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from counter_app.schema.callers import feedback, turned_away, visit
from counter_app.store.engine import Session
from counter_app.store.retention import check_whole


@dataclass(frozen=True, slots=True)
class TurnedAwayRow:
    """A slip without dossier: `kind` is "refused" or "guided". Instants are ms UTC."""

    subject: UUID
    kind: str
    told_at: int
    agency_code: str
    procedure_code: str
    procedure_name: str
    name: str
    identity_number: str
    phone: str
    reason: str
    number: str
    seat_number: int
    officer: str


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit. Instants are ms UTC."""

    subject: UUID
    visited_at: int
    place: str
    topic: str
    name: str
    organisation: str
    phone: str
    minutes: int
    agency_code: str
    note: str
    seat_number: int
    officer: str


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    """An opinion and its answer. Instants are ms UTC."""

    subject: UUID
    kind: str
    told_at: int
    dossier: UUID | None
    agency_code: str
    about: str
    name: str
    phone: str
    words: str
    answer_by: date | None
    answered_at: int | None
    answer: str
    answered_by: str
    officer: str
    seat_number: int


def turned_away_between(session: Session, first: date, last: date) -> list[TurnedAwayRow]:
    """Return the slips of the days, the latest first. Raises AtTheCentreAlone."""
    check_whole(session, first)
    columns = [turned_away.c[field.name] for field in fields(TurnedAwayRow)]
    rows = session.execute(
        select(*columns)
        .where(turned_away.c.told_on.between(first, last))
        .order_by(turned_away.c.told_at.desc())
    )
    return [TurnedAwayRow(*row) for row in rows]


def turned_away_counts(session: Session, first: date, last: date) -> dict[tuple[str, str], int]:
    """Return how many slips there were by agency code and kind."""
    rows = session.execute(
        select(turned_away.c.agency_code, turned_away.c.kind, func.count())
        .where(turned_away.c.told_on.between(first, last))
        .group_by(turned_away.c.agency_code, turned_away.c.kind)
    )
    return {(agency, kind): count for agency, kind, count in rows}


def visits_between(session: Session, first: date, last: date) -> list[VisitRow]:
    """Return the visits of the days, the latest first. Raises AtTheCentreAlone."""
    check_whole(session, first)
    columns = [visit.c[field.name] for field in fields(VisitRow)]
    rows = session.execute(
        select(*columns)
        .where(visit.c.visited_on.between(first, last))
        .order_by(visit.c.visited_at.desc())
    )
    return [VisitRow(*row) for row in rows]


def feedback_between(session: Session, first: date, last: date) -> list[FeedbackRow]:
    """Return the opinions of the days, the latest first. Raises AtTheCentreAlone."""
    check_whole(session, first)
    columns = [feedback.c[field.name] for field in fields(FeedbackRow)]
    rows = session.execute(
        select(*columns)
        .where(feedback.c.told_on.between(first, last))
        .order_by(feedback.c.told_at.desc())
    )
    return [FeedbackRow(*row) for row in rows]


def feedback_about(session: Session, subject: UUID) -> list[FeedbackRow]:
    """Return the opinions about a dossier, the first one first."""
    columns = [feedback.c[field.name] for field in fields(FeedbackRow)]
    rows = session.execute(
        select(*columns)
        .where(feedback.c.dossier == subject)
        .order_by(feedback.c.told_at, feedback.c.subject)
    )
    return [FeedbackRow(*row) for row in rows]


def unanswered_feedback(session: Session) -> list[FeedbackRow]:
    """Return complaints, proposals and questions without an answer, the most pressing first."""
    columns = [feedback.c[field.name] for field in fields(FeedbackRow)]
    rows = session.execute(
        select(*columns)
        .where(feedback.c.answered_at.is_(None), feedback.c.kind != "praise")
        .order_by(feedback.c.answer_by.is_(None), feedback.c.answer_by, feedback.c.told_at)
    )
    return [FeedbackRow(*row) for row in rows]
