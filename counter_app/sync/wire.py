"""Entries as PostgreSQL's binary arrays, and as rows of the local file.

psycopg builds arrays value by value in Python; one `struct` call for a whole column is many times
faster, and so are rows that pass SQLAlchemy's types by. In the local file a UUID is 32 hex digits.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from types import NoneType
from typing import Any, Final
from uuid import UUID

import psycopg
from psycopg.adapt import Buffer, Dumper
from psycopg.pq import Format
from sqlalchemy import Connection

from counter_app.journal.entries import Entry

_COLUMNS = (
    "entry_id, subject, kind, version, occurred_at, recorded_at, clock, officer, based_on, payload,"
    " payload_hash, hash"
)
_READ = f"SELECT {_COLUMNS} FROM journal WHERE stream_id = ? AND seq > ? ORDER BY seq LIMIT ?"
_WRITE = f"INSERT INTO journal (stream_id, seq, {_COLUMNS}) VALUES ({', '.join('?' * 14)})"
_PUSH = f"SELECT * FROM counter.push({', '.join(['%b'] * 14)})"
_PULL = (
    "SELECT stream_id, seq, entry_id, subject, kind, version, occurred_at, recorded_at, clock,"
    " officer, based_on, payload, payload_hash, hash FROM counter.pull(%b, %b, %b)"
)

Row = Sequence[Any]
"""The columns of one entry after its stream and seq, as the local file holds them."""


def stored(session: Connection, stream_id: UUID, after: int, most: int) -> Sequence[Row]:
    """Return up to `most` entries of the stream after `after`, in order."""
    return session.exec_driver_sql(_READ, (stream_id.hex, after, most)).all()


def store(session: Connection, entries: Sequence[Entry]) -> None:
    """Write entries into the local journal."""
    rows = [(entry[0].hex, entry[1], entry[2].hex, entry[3].hex, *entry[4:]) for entry in entries]
    session.exec_driver_sql(_WRITE, rows)


def packed(rows: Sequence[Row]) -> tuple[bytes, ...]:
    """Return the columns of `rows` as binary arrays, in the order in which they are sent."""
    columns = list(zip(*rows, strict=True))
    return (
        _uuids(columns[0]),
        _uuids(columns[1]),
        _texts(columns[2]),
        _numbers(_Integers, columns[3]),
        _numbers(_Bigints, columns[4]),
        _numbers(_Bigints, columns[5]),
        _numbers(_Bigints, columns[6]),
        _texts(columns[7]),
        _texts(columns[8]),
        _texts(columns[9]),
        _digests(columns[10]),
        _digests(columns[11]),
    )


def push(
    connection: psycopg.Connection[Any], stream_id: UUID, first: int, rows: Sequence[Row]
) -> tuple[str, int, bytes]:
    """Send rows as entries `first` and on; return the centre's word, its last seq and hash."""
    return push_packed(connection, stream_id, first, packed(rows))


def push_packed(
    connection: psycopg.Connection[Any], stream_id: UUID, first: int, arrays: Sequence[bytes]
) -> tuple[str, int, bytes]:
    """Send what `packed` returned, as `push` does."""
    answer = connection.execute(_PUSH, (stream_id, _Bigint(first), *arrays), binary=True).fetchone()
    if answer is None:
        raise TypeError("no row")
    status, seq, link = answer
    return status, seq, link


def pull(
    connection: psycopg.Connection[Any], after: Sequence[tuple[UUID, int]], most: int
) -> list[Entry]:
    """Return up to `most` entries of the streams, each stream's after its number.

    Raises:
        ValueError, TypeError: the centre answers with something else.
    """
    streams = _uuids([stream_id.hex for stream_id, _ in after])
    numbers = _numbers(_Bigints, [seq for _, seq in after])
    with connection.cursor(binary=True) as cursor:
        cursor.execute(_PULL, (streams, numbers, _Integer(most)))
        if [column.type_code for column in cursor.description or ()] != _PULLED:
            raise TypeError("columns")
        entries = list(map(Entry._make, cursor.fetchall()))
    if len(entries) > most:
        raise ValueError(len(entries))
    _check(entries)
    return entries


def _check(entries: Sequence[Entry]) -> None:
    """Refuse what no centre holds: carried over, it could never be sent to one."""
    for name, values in zip(Entry._fields, zip(*entries, strict=True), strict=False):
        if NoneType in map(type, values) and name != "payload":
            raise TypeError("null")
        if name in _WORDS and max(map(len, values)) > _LONGEST_WORD:
            raise ValueError("a word too long")
        if name in _TEXTS and any("\0" in text for text in filter(None, set(values))):
            raise ValueError("a zero byte")


def hashes(
    connection: psycopg.Connection[Any], stream_id: UUID, seqs: Sequence[int]
) -> list[bytes | None]:
    """Return the centre's hashes of the stream at `seqs`; None where it has no entry."""
    row = connection.execute(
        "SELECT counter.hashes(%b, %b)", (stream_id, _numbers(_Bigints, seqs)), binary=True
    ).fetchone()
    if row is None or not isinstance(row[0], list) or len(row[0]) != len(seqs):
        raise TypeError("hashes")
    return list(row[0])


class _Uuids(bytes):
    """A uuid[] in its binary form."""


class _Texts(bytes):
    """A text[] in its binary form."""


class _Integers(bytes):
    """An integer[] in its binary form."""


class _Bigints(bytes):
    """A bigint[] in its binary form."""


class _Digests(bytes):
    """A bytea[] in its binary form."""


class _Integer(int):
    """An integer, also where a smaller type would hold it."""


class _Bigint(int):
    """A bigint, also where a smaller type would hold it."""


_ARRAYS: Final = {_Uuids: 2951, _Texts: 1009, _Integers: 1007, _Bigints: 1016, _Digests: 1001}
_NUMBERS: Final = {_Integer: (23, 4), _Bigint: (20, 8)}
_UUID, _TEXT, _VARCHAR, _BYTEA = 2950, 25, 1043, 17
_INT4, _INT8 = 23, 20
_PULLED: Final = [
    *(_UUID, _INT8, _UUID, _UUID, _VARCHAR, _INT4, _INT8, _INT8, _INT8, _VARCHAR),
    *(_TEXT, _TEXT, _BYTEA, _BYTEA),
]
"""The types of an entry's columns. They make sure what a value is, row by row for nothing."""
_WORDS: Final = ("kind", "officer")
_TEXTS: Final = (*_WORDS, "based_on", "payload")
_LONGEST_WORD: Final = 64
_ELEMENTS: Final = {_Integers: (23, 4, "i"), _Bigints: (20, 8, "q")}
_LENGTH: Final = struct.Struct(">i")
_NULL: Final = _LENGTH.pack(-1)


def register(connection: psycopg.Connection[Any]) -> None:
    """Teach the connection to send what this module builds."""
    for cls, oid in _ARRAYS.items():
        connection.adapters.register_dumper(cls, _ready(oid))
    for number, (oid, size) in _NUMBERS.items():
        connection.adapters.register_dumper(number, _number(oid, size))


def _ready(type_oid: int) -> type[Dumper]:
    class Ready(Dumper):
        format = Format.BINARY
        oid = type_oid

        def dump(self, obj: Any) -> Buffer:
            return bytes(obj)

    return Ready


def _number(type_oid: int, size: int) -> type[Dumper]:
    class Number(Dumper):
        format = Format.BINARY
        oid = type_oid

        def dump(self, obj: int) -> Buffer:
            return obj.to_bytes(size, "big", signed=True)

    return Number


def _header(element: int, count: int, *, nulls: bool = False) -> bytes:
    """Return the head of an array of one dimension that counts from 1."""
    if not count:
        return struct.pack(">iii", 0, 0, element)
    return struct.pack(">iiiii", 1, nulls, element, count, 1)


def _numbers(cls: type[_Integers | _Bigints], values: Sequence[int]) -> bytes:
    element, size, letter = _ELEMENTS[cls]
    interleaved = [size] * (2 * len(values))
    interleaved[1::2] = values
    packed = struct.pack(">" + f"i{letter}" * len(values), *interleaved)
    return cls(_header(element, len(values)) + packed)


def _uuids(values: Sequence[str]) -> _Uuids:
    if not values:
        return _Uuids(_header(_UUID, 0))
    length = "00000010"
    return _Uuids(_header(_UUID, len(values)) + bytes.fromhex(length + length.join(values)))


def _digests(values: Sequence[bytes]) -> _Digests:
    length = _LENGTH.pack(32)
    return _Digests(_header(_BYTEA, len(values)) + length + length.join(values))


def _texts(values: Sequence[str | None]) -> _Texts:
    parts = {value: _text(value) for value in set(values)}
    header = _header(_TEXT, len(values), nulls=None in parts)
    return _Texts(header + b"".join(map(parts.__getitem__, values)))


def _text(value: str | None) -> bytes:
    if value is None:
        return _NULL
    encoded = value.encode()
    return _LENGTH.pack(len(encoded)) + encoded
