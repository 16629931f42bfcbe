"""An entry of the journal and the hash that chains it to the one before.

The chain covers `payload_hash`, not the payload: a payload may be withheld from a seat, or erased
by law, while every hash stays verifiable. Each payload carries a random salt, so that a short
one cannot be guessed from its hash.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import struct
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from counter_app.errors import CounterError

GENESIS = bytes(32)
"""What the first entry of a stream is chained to."""

_HASH_BYTES = 32
LAST_MOMENT = 253_370_764_800_000
"""The last moment there is, in ms UTC: the beginning of the year 9999."""

_DEEPEST = 64
"""How deep lists and records may lie in each other. How deep Python itself reads differs by where
it stands, and a record must read alike everywhere."""
_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"')
_BRACKETS = re.compile(r"[\[\]{}]")
_ZERO = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")

_decode = json.JSONDecoder().raw_decode

_FIXED = struct.Struct(">32s16sq16s16sqqqi")


class Entry(NamedTuple):
    """One immutable act. `(stream_id, seq)` is the identity of transport, `entry_id` of the act.

    `occurred_at` is when it really happened, `recorded_at` when it was typed (milliseconds UTC);
    `clock` is the hybrid logical clock; `based_on` names the entries it saw (hex, space-parted).
    `payload` is canonical JSON text, or None where it is withheld.
    """

    stream_id: UUID
    seq: int
    entry_id: UUID
    subject: UUID
    kind: str
    version: int
    occurred_at: int
    recorded_at: int
    clock: int
    officer: str
    based_on: str
    payload: str | None
    payload_hash: bytes
    hash: bytes

    def record(self) -> dict[str, Any]:
        """Return the payload as a dictionary; empty where it is withheld.

        Raises:
            EntryUnreadable.
        """
        if not 0 <= self.occurred_at <= LAST_MOMENT:
            raise EntryUnreadable(self.stream_id, self.seq)
        if self.payload is None:
            return {}
        try:
            if self.payload.count("{") + self.payload.count("[") > _DEEPEST:
                _check_depth(self.payload)
            record = _read(self.payload)
            if "\\u" in self.payload:
                _check_letters(self.payload, record)
        except (ValueError, RecursionError) as error:
            raise EntryUnreadable(self.stream_id, self.seq) from error
        if not isinstance(record, dict):
            raise EntryUnreadable(self.stream_id, self.seq)
        return record


@dataclass(eq=False)
class EntryUnreadable(CounterError):
    """stream {stream_id}: what entry {seq} says makes no sense"""

    stream_id: UUID
    seq: int


@dataclass(eq=False)
class ChainBroken(CounterError):
    """stream {stream_id}: entry {seq} does not continue the chain ({what})"""

    stream_id: UUID
    seq: int
    what: str


def _read(payload: str) -> Any:
    """Return what the text says; one without white space around it is read in a step less."""
    try:
        record, end = _decode(payload)
    except ValueError:
        end, record = -1, None
    return record if end == len(payload) else json.loads(payload)


def _check_depth(payload: str) -> None:
    depth = 0
    for bracket in _BRACKETS.findall(_STRINGS.sub("", payload)):
        depth += 1 if bracket in "[{" else -1
        if depth > _DEEPEST:
            raise ValueError(depth)


def _check_letters(payload: str, record: Any) -> None:
    """Refuse what JSON can write as an escape and no database can hold as text."""
    if _ZERO.search(payload):
        raise ValueError("a zero byte")
    json.dumps(record, ensure_ascii=False).encode()  # raises where a surrogate stands alone


def canonical(record: Mapping[str, Any]) -> str:
    """Return the one text of a record: sorted keys, no spaces, NFC, no NaN."""
    text = json.dumps(
        record, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def payload_hash(payload: str) -> bytes:
    """Return the SHA-256 of the payload's UTF-8 bytes."""
    return hashlib.sha256(payload.encode()).digest()


def salted(record: Mapping[str, Any]) -> str:
    """Return the canonical text of `record` with a fresh salt in it."""
    return canonical({**record, "salt": os.urandom(8).hex()})


def chained(
    previous: bytes,
    stream_id: UUID,
    seq: int,
    entry_id: UUID,
    subject: UUID,
    occurred_at: int,
    recorded_at: int,
    clock: int,
    version: int,
    kind: str,
    officer: str,
    based_on: str,
    payload_digest: bytes,
) -> bytes:
    """Return the hash of an entry.

    SHA-256 over the previous hash, stream, seq, entry, subject, occurred_at, recorded_at, clock
    (big-endian 64 bit), version (32 bit), then kind, officer and based_on each ended by a zero
    byte, then the payload's hash. The centre computes the same in SQL.
    """
    fixed = _FIXED.pack(
        previous,
        stream_id.bytes,
        seq,
        entry_id.bytes,
        subject.bytes,
        occurred_at,
        recorded_at,
        clock,
        version,
    )
    words = f"{kind}\0{officer}\0{based_on}\0".encode()
    return hashlib.sha256(fixed + words + payload_digest).digest()


def hash_of(entry: Entry, previous: bytes) -> bytes:
    """Return the hash `entry` must carry after `previous`."""
    return chained(
        previous,
        entry.stream_id,
        entry.seq,
        entry.entry_id,
        entry.subject,
        entry.occurred_at,
        entry.recorded_at,
        entry.clock,
        entry.version,
        entry.kind,
        entry.officer,
        entry.based_on,
        entry.payload_hash,
    )


def verify(entries: Sequence[Entry], seq: int, previous: bytes) -> bytes:
    """Check that `entries` continue a stream after (`seq`, `previous`); return the new head hash.

    Raises:
        ChainBroken: a hole, a wrong hash, or a payload that is not the one that was hashed.
    """
    for entry in entries:
        seq += 1
        if entry.seq != seq:
            raise ChainBroken(entry.stream_id, seq, f"found {entry.seq}")
        if len(entry.payload_hash) != _HASH_BYTES:
            # the words before it could be split another way under the same hash
            raise ChainBroken(entry.stream_id, seq, "payload hash")
        if entry.payload is not None and payload_hash(entry.payload) != entry.payload_hash:
            raise ChainBroken(entry.stream_id, seq, "payload")
        if hash_of(entry, previous) != entry.hash:
            raise ChainBroken(entry.stream_id, seq, "hash")
        previous = entry.hash
    return previous


def new_id(now_ms: int) -> UUID:
    """Return a UUIDv7 (RFC 9562): sortable by time, random beyond the millisecond."""
    value = (now_ms & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)


CLOCK_BITS = 16


def next_clock(last: int, now_ms: int) -> int:
    """Return a hybrid logical clock after `last`: milliseconds in the upper bits, a count below."""
    return max(last + 1, now_ms << CLOCK_BITS)
