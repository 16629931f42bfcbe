"""Hand-over lists as they stand: to agencies, back with results, to the post."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select

from counter_app.domain.processing import Direction
from counter_app.schema.acts import hand_over
from counter_app.store.engine import Session


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One list. Instants are ms UTC; `accepted_at` None until the other side signed.

    `agency_code` is empty where the list mixes agencies. `taken_back` counts the lines undone.
    """

    batch: UUID
    number: str
    direction: Direction
    agency_code: str
    handed_at: int
    officer: str
    dossiers: int
    taken_back: int
    accepted_at: int | None
    receiver: str


def lists_of_day(session: Session, day: date, direction: Direction | None = None) -> list[BatchRow]:
    """Return the lists made on a day, the latest first."""
    found = _lists().where(hand_over.c.handed_on == day)
    if direction is not None:
        found = found.where(hand_over.c.direction == direction.value)
    return _rows(session, found)


def unsigned_lists(session: Session, limit: int = 200) -> list[BatchRow]:
    """Return hand-overs to agencies that nobody signed for yet, the oldest last."""
    unsigned = func.count(hand_over.c.accepted_at) == 0
    standing = func.count() > func.count(hand_over.c.undone_at)
    found = _lists().where(hand_over.c.direction == Direction.OUT.value)
    return _rows(session, found.having(unsigned, standing).limit(limit))


def list_of(session: Session, batch: UUID) -> BatchRow | None:
    """Return a list; None where it is not known here."""
    rows = _rows(session, _lists().where(hand_over.c.batch == batch))
    return rows[0] if rows else None


def lists_of_dossier(session: Session, subject: UUID) -> list[BatchRow]:
    """Return the lists a dossier stands or stood on, the latest first."""
    of_dossier = select(hand_over.c.batch).where(hand_over.c.subject == subject)
    return _rows(session, _lists().where(hand_over.c.batch.in_(of_dossier)))


def _lists() -> Select[Any]:
    return (
        select(
            hand_over.c.batch,
            func.min(hand_over.c.number),
            func.min(hand_over.c.direction),
            func.min(hand_over.c.agency_code),
            func.max(hand_over.c.agency_code),
            func.min(hand_over.c.handed_at),
            func.min(hand_over.c.officer),
            func.count(),
            func.count(hand_over.c.undone_at),
            func.max(hand_over.c.accepted_at),
            func.max(hand_over.c.receiver),
        )
        .group_by(hand_over.c.batch)
        .order_by(func.min(hand_over.c.handed_at).desc(), func.min(hand_over.c.number).desc())
    )


def _rows(session: Session, found: Select[Any]) -> list[BatchRow]:
    return [_batch(row) for row in session.execute(found)]


def _batch(row: Any) -> BatchRow:
    batch, number, direction, first, last, handed_at, officer, lines, undone, signed, receiver = row
    agency_code = first if first == last else ""
    return BatchRow(
        batch,
        number,
        Direction(direction),
        agency_code,
        handed_at,
        officer,
        lines - undone,
        undone,
        signed,
        receiver,
    )
