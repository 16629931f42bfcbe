"""Sending: the entries of our own stream that the centre does not hold yet."""

from __future__ import annotations

import struct
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple
from uuid import UUID

from psycopg import errors as postgres_errors

from counter_app.clock import Clock
from counter_app.errors import CounterError
from counter_app.progress import Progress
from counter_app.store.engine import Store
from counter_app.sync import answers, wire
from counter_app.sync.hello import acknowledge
from counter_app.sync.line import REFUSED_CHAIN, Line
from counter_app.sync.standing import NOTHING, Head, agrees, head_of, standing

BATCH = 500
"""Entries in the first message; later ones follow the centre's pace."""
FEWEST, MOST = 100, 2000
_QUICK, _SLOW = 0.1, 0.3
_MOST_BYTES = 1 << 20


@dataclass(eq=False)
class StreamForked(CounterError):
    """the centre does not continue this seat's stream ({status}); the next hello settles it"""

    status: str


@dataclass(eq=False)
class DailyLimitReached(CounterError):
    """the centre takes no more from this seat today; the rest stays here, unsent, and goes later"""


@dataclass(eq=False)
class ChainRefused(CounterError):
    """entries after {seq} of this seat do not fit their own hashes: the local file is damaged"""

    seq: int


def send(store: Store, clock: Clock, line: Line, progress: Progress) -> int:
    """Send what is unsent, the oldest first; return how many entries the centre took.

    Repeating is safe: the centre skips what it holds if it is the same.

    Raises:
        StreamForked, ChainRefused, DailyLimitReached, Cancelled, and what the line raises.
    """
    with store.reading() as session:
        own = standing(session)
        total = head_of(session, own.stream_id).seq - own.acked.seq
    acked, pace = own.acked, _Pace(BATCH)
    try:
        for message in _messages(store, own.stream_id, acked.seq, acked.seq + total, pace):
            began = time.monotonic()
            acked = _pushed(store, line, own.stream_id, message)
            pace.took(time.monotonic() - began)
            sent = acked.seq - own.acked.seq
            progress.step(sent, max(total, sent), "push")
    finally:
        # Once at the end: until then the next hello would tell as well how far it came.
        if acked != own.acked:
            with store.writing() as session:
                acknowledge(session, own.stream_id, acked, clock.now_ms())
    return acked.seq - own.acked.seq


@dataclass
class _Pace:
    """How many entries a message carries.

    More to a centre that answers at once, fewer to a busy one, so that nobody waits long behind
    another's message.
    """

    size: int

    def took(self, seconds: float) -> None:
        if seconds < _QUICK:
            self.size = min(MOST, self.size * 2)
        elif seconds > _SLOW:
            self.size = max(FEWEST, self.size // 2)


class _Message(NamedTuple):
    """Entries after `after` as they stand in the local file, and ready to be sent."""

    after: int
    rows: Sequence[wire.Row]
    arrays: Sequence[bytes]

    @property
    def end(self) -> int:
        return self.after + len(self.rows)


def _messages(
    store: Store, stream_id: UUID, after: int, last: int, pace: _Pace
) -> Iterator[_Message]:
    """Yield what is to be sent; the next message is made ready while the centre works on one."""
    with ThreadPoolExecutor(1) as ahead:
        message = _message(store, stream_id, after, pace.size)
        while message.rows:
            following = None
            if message.end < last:
                following = ahead.submit(_message, store, stream_id, message.end, pace.size)
            yield message
            if following is None:
                message = _message(store, stream_id, message.end, pace.size)
            else:
                message = following.result()


def _message(store: Store, stream_id: UUID, after: int, most: int) -> _Message:
    with store.reading() as session:
        rows = _fitting(wire.stored(session, stream_id, after, most))
    try:
        return _Message(after, rows, wire.packed(rows) if rows else ())
    except struct.error as error:
        raise ChainRefused(after) from error


def _pushed(store: Store, line: Line, stream_id: UUID, message: _Message) -> Head:
    """Send a message; return the centre's head, which is in our stream too."""
    status, theirs = _push(line, stream_id, message)
    if status == "limit":
        raise DailyLimitReached
    if status != "ok":
        raise StreamForked(status)
    if theirs != Head(message.end, message.rows[-1][-1]):
        with store.reading() as session:
            if theirs.seq <= message.after or not agrees(session, stream_id, theirs):
                raise StreamForked("differs")
    return theirs


def _push(line: Line, stream_id: UUID, message: _Message) -> tuple[str, Head]:
    try:
        with line.connection() as connection, answers.understood("push"):
            status, seq, link = wire.push_packed(
                connection, stream_id, message.after + 1, message.arrays
            )
    except postgres_errors.Error as error:
        if error.sqlstate == REFUSED_CHAIN:
            raise ChainRefused(message.after) from error
        raise
    return str(status)[:32], answers.head(seq, link) if status == "ok" else NOTHING


def _fitting(rows: Sequence[wire.Row]) -> Sequence[wire.Row]:
    """Return as many rows as a message should carry, one at least."""
    sizes = accumulate(len(row[9] or "") for row in rows)
    count = sum(size <= _MOST_BYTES for size in sizes)
    return rows[: max(1, count)]
