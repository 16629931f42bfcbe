"""The centre's proofs of closed days, as this counter wrote them down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from counter_app.journal.entries import Entry
from counter_app.journal.readable import record_of
from counter_app.journal.subjects import subject_of
from counter_app.schema.tables import journal
from counter_app.store.engine import Session
from counter_app.store.papers import NoSuchPaper

CLOSED = "day_closed"


@dataclass(frozen=True, slots=True)
class GivenProof:
    """What the centre answered when a day was closed with it. `given_at` is its clock, ms UTC.

    `counts` are the entries of the day by kind, `first_seq` and `last_seq` the range they span in
    the seat's journal, 0 and 0 for none; `hash` is what both sides hold at the end of it.
    """

    day: date
    seat_number: int
    officer: str
    counts: Mapping[str, int]
    first_seq: int
    last_seq: int
    hash: bytes
    code: str
    given_at: int


def proof_subject(stream_id: UUID, day: date) -> UUID:
    """Return the subject of the entries that close a day of a stream."""
    return subject_of(CLOSED, f"{stream_id.hex}:{day}")


def given_proof(session: Session, subject: UUID) -> GivenProof:
    """Return the latest proof of a day. Raises NoSuchPaper."""
    row = session.execute(
        select(journal)
        .where(journal.c.subject == subject, journal.c.kind == CLOSED)
        .order_by(journal.c.clock.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        raise NoSuchPaper
    return _read(Entry._make(row))


def _read(entry: Entry) -> GivenProof:
    told = record_of(entry)
    counts = {str(kind): int(count) for kind, count in dict(told.get("counts", {})).items()}
    last = int(told["seq"]) if counts else 0
    return GivenProof(
        date.fromisoformat(told["day"]),
        int(told["seat_number"]),
        entry.officer,
        counts,
        last - sum(counts.values()) + 1 if counts else 0,
        last,
        bytes.fromhex(told["hash"]),
        str(told["code"]),
        int(told.get("given_at", entry.recorded_at)),
    )
