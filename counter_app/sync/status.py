"""What the lamp shows: what is unsent, since when, and what was proved last."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from counter_app.desk import Desk
from counter_app.schema.local import behind, installation
from counter_app.schema.tables import head, journal
from counter_app.store.engine import Session
from counter_app.sync.standing import NotEnrolled, head_of


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """Where this seat stands with the centre. Instants are ms UTC.

    Everything up to `acked_seq` of our stream is at the centre; `head_seq` is our last entry.
    `proved_seq` and `proved_at` say when the centre last answered with our own hash of our last
    entry. `skew_ms` is this machine's clock minus the centre's. `problem` is the technician's line
    of the last failure, empty after a round that succeeded.
    """

    unsent: int
    oldest_unsent_at: int | None
    contact_at: int | None
    proved_at: int | None
    proved_seq: int
    head_seq: int
    acked_seq: int
    skew_ms: int
    problem: str


def current(desk: Desk) -> SyncStatus:
    """Return where this seat stands. Raises NotEnrolled."""
    return desk.ask(_current)


def _current(session: Session) -> SyncStatus:
    row = session.execute(select(installation)).one_or_none()
    if row is None:
        raise NotEnrolled
    last = head_of(session, row.stream_id).seq
    left, left_since = _left_in_former_streams(session)
    oldest = session.execute(
        select(journal.c.recorded_at)
        .where(journal.c.stream_id == row.stream_id, journal.c.seq > row.acked_seq)
        .order_by(journal.c.seq)
        .limit(1)
    ).scalar()
    ages = [age for age in (oldest, left_since) if age is not None]
    return SyncStatus(
        unsent=last - row.acked_seq + left,
        oldest_unsent_at=min(ages, default=None),
        contact_at=row.contact_at,
        proved_at=row.proved_at,
        proved_seq=row.proved_seq,
        head_seq=last,
        acked_seq=row.acked_seq,
        skew_ms=row.skew_ms,
        problem=row.problem,
    )


def _left_in_former_streams(session: Session) -> tuple[int, int | None]:
    """Return what is still to be carried over from streams this seat wrote before."""
    row = session.execute(
        select(func.count(), func.min(journal.c.recorded_at))
        .select_from(behind)
        .join(head, head.c.stream_id == behind.c.stream_id)
        .join(journal, journal.c.stream_id == behind.c.stream_id)
        .where(behind.c.since == 0, journal.c.seq > behind.c.seq)
    ).one()
    return row[0], row[1]
