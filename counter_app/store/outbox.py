"""Questions about what the centre has not acknowledged yet, and which days are proved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import func, select

from counter_app.clock import VIETNAM, local_day, to_ms
from counter_app.schema.local import behind, installation, retention
from counter_app.schema.tables import day_close, dossier, journal
from counter_app.store.engine import Session


@dataclass(frozen=True, slots=True)
class UnsentRow:
    """An act that only this counter holds. Instants are ms UTC.

    `number` and `owner_name` are the dossier's; empty where the act speaks of something else.
    """

    seq: int
    entry_id: UUID
    subject: UUID
    kind: str
    number: str
    owner_name: str
    occurred_at: int
    recorded_at: int
    officer: str


def unsent(session: Session, stream: UUID, after_seq: int, limit: int = 500) -> list[UnsentRow]:
    """Return the entries of `stream` after `after_seq`, the oldest first: the order of sending."""
    rows = session.execute(
        select(
            journal.c.seq,
            journal.c.entry_id,
            journal.c.subject,
            journal.c.kind,
            dossier.c.number,
            dossier.c.owner_name,
            journal.c.occurred_at,
            journal.c.recorded_at,
            journal.c.officer,
        )
        .join_from(journal, dossier, journal.c.subject == dossier.c.subject, isouter=True)
        .where(journal.c.stream_id == stream, journal.c.seq > after_seq)
        .order_by(journal.c.seq)
        .limit(limit)
    )
    return [
        UnsentRow(seq, entry, subject, kind, number or "", owner or "", occurred, recorded, officer)
        for seq, entry, subject, kind, number, owner, occurred, recorded, officer in rows
    ]


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the journal of this file has arrived at the centre, as the centre last said."""

    own_stream: UUID
    acked_seq: int
    behind: Mapping[UUID, int]
    """Streams of others of which this file holds more than the centre, with what the centre has."""

    def holds(self, stream: UUID, seq: int) -> bool:
        """Tell whether the centre said that it holds the entry."""
        if stream == self.own_stream:
            return seq <= self.acked_seq
        return stream not in self.behind or seq <= self.behind[stream]


def reach(session: Session, own_stream: UUID) -> Reach:
    """Return how far the journal has arrived; nothing of `own_stream` before the enrolment.

    The file itself knows best which stream is its own: sync may have begun a new one.
    """
    row = session.execute(select(installation.c.stream_id, installation.c.acked_seq)).one_or_none()
    own, acked = (own_stream, 0) if row is None else (row.stream_id, row.acked_seq)
    behind_now = session.execute(select(behind.c.stream_id, behind.c.seq))
    return Reach(own, acked, {found.stream_id: found.seq for found in behind_now})


def waiting(session: Session, own_stream: UUID, limit: int = 500) -> list[UnsentRow]:
    """Return what this counter wrote and the centre has not acknowledged, the oldest first.

    That is the end of its own stream, and of streams it wrote before it got another.
    """
    now = reach(session, own_stream)
    former = session.execute(
        select(behind.c.stream_id, behind.c.seq).where(behind.c.since == 0)
    ).all()
    tails = [(now.own_stream, now.acked_seq), *former]
    rows = [row for stream, seq in tails for row in unsent(session, stream, seq, limit)]
    return sorted(rows, key=lambda row: (row.recorded_at, row.seq))[:limit]


@dataclass(frozen=True, slots=True)
class Closing:
    """A close of day: the centre's receipt code, and how far it proved. `closed_at` is ms UTC."""

    day: date
    seq: int
    code: str
    closed_at: int


def last_closing(session: Session, own_stream: UUID) -> Closing | None:
    """Return the latest close of day of this counter's stream."""
    row = session.execute(
        select(day_close.c.day, day_close.c.seq, day_close.c.code, day_close.c.closed_at)
        .where(day_close.c.stream_id == reach(session, own_stream).own_stream)
        .order_by(day_close.c.seq.desc(), day_close.c.closed_at.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else Closing(*row)


def unclosed_day(session: Session, own_stream: UUID, today: date) -> date | None:
    """Return the last day before `today` with work that no close of day has proved.

    Not one of which something may have been let go of here: it cannot be counted any more.
    """
    closing = last_closing(session, own_stream)
    before = session.execute(select(retention.c.before)).scalar()
    recorded = session.execute(
        select(func.max(journal.c.recorded_at)).where(
            journal.c.stream_id == reach(session, own_stream).own_stream,
            journal.c.seq > (0 if closing is None else closing.seq),
            journal.c.kind.not_in(("day_closed", "document_printed")),
            journal.c.recorded_at < _beginning(today),
            journal.c.recorded_at >= (0 if before is None else _beginning(before)),
        )
    ).scalar()
    return None if recorded is None else local_day(recorded)


def _beginning(day: date) -> int:
    return to_ms(datetime.combine(day, time(), VIETNAM))
