"""Adding acts to a stream: chained, projected, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select, text

from counter_app.errors import CounterError
from counter_app.journal.entries import (
    CLOCK_BITS,
    GENESIS,
    Entry,
    canonical,
    hash_of,
    new_id,
    next_clock,
    payload_hash,
    salted,
)
from counter_app.journal.projection import project
from counter_app.schema.prepared import Prepared, Row, insert_rows
from counter_app.schema.tables import head, journal

_DAY_MS = 86_400_000


LONGEST_PAYLOAD = 1 << 20
"""How many bytes a record may have; the centre takes four times as much."""


@dataclass(eq=False)
class RecordTooLong(CounterError):
    """what was typed is too long to be sent: at most {most} bytes"""

    most: int


@dataclass(frozen=True)
class Author:
    """Who writes an entry: the stream, the officer's login, and the present moment (ms UTC)."""

    stream_id: UUID
    officer: str
    now_ms: int


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An act to be added.

    `occurred_at` is when it really happened, ms UTC; the present moment when None. `based_on` are
    the entries the officer saw when acting. `entry_id` is given where the same act may be added
    twice, as in an import: the tables then take it once, for it is the same word for word.
    """

    kind: str
    subject: UUID
    record: Mapping[str, Any]
    occurred_at: int | None = None
    based_on: Sequence[UUID] = ()
    version: int = 1
    entry_id: UUID | None = None

    def payload(self) -> str:
        """Return the text of the record: with a fresh salt, or with one of its own content."""
        if self.entry_id is None:
            return salted(self.record)
        own = payload_hash(canonical(self.record))
        return canonical({**self.record, "salt": own[:8].hex()})


def append(
    session: Connection,
    author: Author,
    kind: str,
    subject: UUID,
    record: Mapping[str, Any],
    *,
    occurred_at: int | None = None,
    based_on: Sequence[UUID] = (),
    version: int = 1,
) -> Entry:
    """Add one act to the author's stream and bring the tables up to date.

    Args:
        occurred_at: when it really happened, ms UTC; the present moment when None.
        based_on: the entries the officer saw when acting.
    """
    act = NewEntry(kind, subject, record, occurred_at, based_on, version)
    return append_many(session, author, (act,))[0]


def append_many(session: Connection, author: Author, acts: Iterable[NewEntry]) -> list[Entry]:
    """Add acts to the author's stream in their order, and bring the tables up to date once.

    Faster than one by one: the head is read and moved once, and rows are written together.
    """
    acts = list(acts)
    if not acts:
        return []
    seq, link, clock = _head(session, author, {act.subject for act in acts})
    entries: list[Entry] = []
    for act in acts:
        seq += 1
        clock = next_clock(clock, author.now_ms)
        entry = _chained(author, act, seq, clock, link)
        link = entry.hash
        entries.append(entry)
    insert_rows(session, journal, [entry._asdict() for entry in entries])
    moved = {"stream_id": author.stream_id, "seq": seq, "hash": link, "clock": clock}
    move_heads(session, [moved])
    for unread in project(session, entries):
        if unread.entry in entries:  # an act that no table would show must not look done
            raise unread.why
    return entries


def _chained(author: Author, act: NewEntry, seq: int, clock: int, previous: bytes) -> Entry:
    payload = act.payload()
    if len(payload.encode()) > LONGEST_PAYLOAD:
        raise RecordTooLong(LONGEST_PAYLOAD)
    entry = Entry(
        author.stream_id,
        seq,
        act.entry_id or new_id(author.now_ms),
        act.subject,
        act.kind,
        act.version,
        author.now_ms if act.occurred_at is None else act.occurred_at,
        author.now_ms,
        clock,
        author.officer,
        " ".join(sorted(item.hex for item in act.based_on)),
        payload,
        payload_hash(payload),
        previous,
    )
    return entry._replace(hash=hash_of(entry, previous))


def move_heads(session: Connection, heads: Sequence[Row]) -> None:
    """Set the heads of streams; each names all columns of its row."""
    _MOVE_HEAD.run(session, *heads)


_SEEN = select(func.max(head.c.clock)).where(head.c.clock < bindparam("believable"))
_TOLD = select(func.max(journal.c.clock)).where(
    journal.c.subject.in_(bindparam("subjects", expanding=True))
)
_CLOCKS = select(_SEEN.scalar_subquery(), _TOLD.scalar_subquery())
_NO_HEAD = Prepared(_CLOCKS, each="subjects")
_HEAD = Prepared(
    _CLOCKS.add_columns(head.c.seq, head.c.hash)
    .where(head.c.stream_id == bindparam("stream"))
    .with_for_update(),
    each="subjects",
)
_MOVE_HEAD = Prepared(
    text(
        "INSERT INTO head (stream_id, seq, hash, clock) VALUES (:stream_id, :seq, :hash, :clock)"
        " ON CONFLICT (stream_id) DO UPDATE"
        " SET seq = excluded.seq, hash = excluded.hash, clock = excluded.clock"
    )
)


def _head(
    session: Connection, author: Author, subjects: Collection[UUID]
) -> tuple[int, bytes, int]:
    """Return the stream's last seq and hash, and the clock that the next act must be after.

    Clocks more than a day ahead of this machine are not followed: one seat with a wrong year
    must not drag all others with it. An act still comes after all that is known of its subjects,
    whatever their clocks say: a print must never fold before the intake.
    """
    clocks = {
        "believable": author.now_ms + _DAY_MS << CLOCK_BITS,
        "subjects": list(subjects),
    }
    row = _HEAD.row(session, stream=author.stream_id, **clocks)
    seen, told, seq, link = row or (*_NO_HEAD.rows(session, **clocks)[0], 0, GENESIS)
    return seq, link, max(seen or 0, told or 0)
