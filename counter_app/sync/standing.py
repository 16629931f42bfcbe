"""What this installation knows of itself and of the streams it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, func, select, update

from counter_app.desk import Seat
from counter_app.errors import CounterError
from counter_app.journal.entries import GENESIS
from counter_app.schema.local import installation
from counter_app.schema.tables import head, journal
from counter_app.store.engine import Session


@dataclass(eq=False)
class NotEnrolled(CounterError):
    """this installation is not enrolled as a seat yet"""


class Head(NamedTuple):
    """The last entry of a stream somewhere: its number and its hash."""

    seq: int
    hash: bytes


NOTHING = Head(0, GENESIS)
"""The head of a stream without entries."""

_INSTALLATION = select(installation)
_NOTE = update(installation)
_HEADS = select(head.c.stream_id, head.c.seq, head.c.hash)
_HEAD = select(head.c.seq, head.c.hash).where(head.c.stream_id == bindparam("stream"))
_HASH = select(journal.c.hash).where(
    journal.c.stream_id == bindparam("stream"), journal.c.seq == bindparam("at")
)


@dataclass(frozen=True, slots=True)
class Standing:
    """The installation's one row; see `schema.local.installation`."""

    stream_id: UUID
    seat_number: int
    centre_id: UUID
    epoch: int
    nonce: UUID
    attempt: UUID
    renewal: UUID | None
    acked: Head


def standing(session: Session) -> Standing:
    """Return who this installation is. Raises NotEnrolled."""
    row = session.execute(_INSTALLATION).one_or_none()
    if row is None:
        raise NotEnrolled
    return Standing(
        row.stream_id,
        row.seat_number,
        row.centre_id,
        row.epoch,
        row.nonce,
        row.attempt,
        row.renewal,
        Head(row.acked_seq, row.acked_hash),
    )


def seat(session: Session) -> Seat:
    """Return the seat as it writes now. Raises NotEnrolled."""
    now = standing(session)
    return Seat(now.stream_id, now.seat_number)


def note(session: Session, **values: Any) -> None:
    """Change the installation's row."""
    session.execute(_NOTE, values)


def heads(session: Session) -> dict[UUID, Head]:
    """Return the last entry held of each stream."""
    return {stream_id: Head(seq, link) for stream_id, seq, link in session.execute(_HEADS)}


def head_of(session: Session, stream_id: UUID) -> Head:
    """Return the last entry held of the stream."""
    row = session.execute(_HEAD, {"stream": stream_id}).one_or_none()
    return NOTHING if row is None else Head(*row)


def hash_at(session: Session, stream_id: UUID, seq: int) -> bytes | None:
    """Return our hash of the stream at `seq`; None where we have no such entry, or let go of it."""
    if seq == 0:
        return GENESIS
    link: bytes | None = session.execute(_HASH, {"stream": stream_id, "at": seq}).scalar()
    return link


def nearest(session: Session, stream_id: UUID, low: int, middle: int, high: int) -> int | None:
    """Return the number of an entry we hold above `low`, up to `high`, and as near to `middle`.

    None where all of them were let go of.
    """
    held = journal.c.stream_id == stream_id
    below: int | None = session.execute(
        select(func.max(journal.c.seq)).where(held, journal.c.seq > low, journal.c.seq <= middle)
    ).scalar()
    if below is not None:
        return below
    above: int | None = session.execute(
        select(func.min(journal.c.seq)).where(held, journal.c.seq > middle, journal.c.seq <= high)
    ).scalar()
    return above


def agrees(session: Session, stream_id: UUID, theirs: Head) -> bool:
    """Tell whether what we hold of the stream has `theirs` in it.

    Not where we let go of that entry: who went back by years is met like one who holds another.
    """
    return hash_at(session, stream_id, theirs.seq) == theirs.hash
