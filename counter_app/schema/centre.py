"""Tables only the centre has: who may send, what was claimed, what needs a person."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    Uuid,
    text,
)

PROTOCOL_MIN, PROTOCOL_MAX = 1, 1
"""The versions of the sync protocol that this program speaks, as a counter and as a centre."""

SCHEMA = "counter"
"""The schema of the centre's database in which all tables and functions stand."""

metadata = MetaData()

centre = Table(
    "centre",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("centre_id", Uuid, nullable=False),
    Column("stream_id", Uuid, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("schema_version", Integer, nullable=False),
    Column("projection", Integer, nullable=False),
    Column("protocol_min", Integer, nullable=False),
    Column("protocol_max", Integer, nullable=False),
    Column("daily_entries", BigInteger, nullable=False, server_default=text("200000")),
    Column("daily_bytes", BigInteger, nullable=False, server_default=text("536870912")),
)
"""The one row (`one` = 1) that says which centre this is.

`epoch` rises each time the database is found or announced to be restored from a copy. Whoever
writes entries or projected tables at the centre holds the lock of this row, so that nobody folds
in between. `daily_entries` and `daily_bytes` are how much it takes from one seat in a day.
"""

sent_today = Table(
    "sent_today",
    metadata,
    Column("login", String(63), primary_key=True),
    Column("day", Date, nullable=False),
    Column("entries", BigInteger, nullable=False),
    Column("bytes", BigInteger, nullable=False),
)
"""How much a seat sent on the last day on which it sent something."""

stream = Table(
    "stream",
    metadata,
    Column("stream_id", Uuid, primary_key=True),
    Column("seat_number", Integer, nullable=False, index=True),
    Column("login", String(63), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("opened_at", BigInteger),
    Column("opened_by", Uuid),
    Column("nonce", Uuid),
    Column("previous_nonce", Uuid),
    Column("attempt", Uuid),
    Column("seen_at", BigInteger),
    Column("skew_ms", BigInteger),
    Column("client_version", String(32), nullable=False),
    Column("unsent", Integer, nullable=False),
)
"""One row per enrolment. States: spare, held, open, sealed.

A spare stands ready with its own ranges, so that a seat can go on by itself when its stream can
not be continued. After a restore spares are held back: the seat may have opened them after the copy
was made. `opened_by` is the token of the request that opened it: a repeated request gets the same
stream. `nonce` changes with every hello; who comes with an older one is a copy.
"""

WAITING = ("spare", "held")
"""The states of a stream that no machine writes yet."""

enrolment = Table(
    "enrolment",
    metadata,
    Column("code_hash", LargeBinary(32), primary_key=True),
    Column("login", String(63), nullable=False, index=True),
    Column("valid_until", BigInteger, nullable=False),
    Column("used_at", BigInteger),
    Column("used_by", Uuid),
)
"""One-time codes, as hashes. A login with an unused code can do nothing but enrol."""

arrival = Table(
    "arrival",
    metadata,
    Column("stream_id", Uuid, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("first", BigInteger, nullable=False),
    Column("arrived_at", BigInteger, nullable=False),
)
"""When the entries `first` to `seq` of a stream came in, by the centre's clock."""

projected = Table(
    "projected",
    metadata,
    Column("stream_id", Uuid, primary_key=True),
    Column("seq", BigInteger, nullable=False),
)
"""How far the worker has projected each stream."""

alarm = Table(
    "alarm",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("raised_at", BigInteger, nullable=False),
    Column("stream_id", Uuid),
    Column("kind", String(32), nullable=False),
    Column("message", Text, nullable=False),
    Column("settled", Boolean, nullable=False),
)
"""What a person at the centre must look at; one unsettled alarm of a kind and message at a time."""

Index(
    "alarm_unsettled",
    alarm.c.kind,
    alarm.c.message,
    unique=True,
    postgresql_where=text("NOT settled"),
)

proof = Table(
    "proof",
    metadata,
    Column("stream_id", Uuid, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("hash", LargeBinary(32), nullable=False),
    Column("counts", Text, nullable=False),
    Column("code", String(32), nullable=False),
    Column("given_at", BigInteger, nullable=False),
)
"""Receipt codes given for a close of day."""

outbox = Table(
    "outbox",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("dossier", Uuid, nullable=False),
    Column("act", Uuid, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("next_at", BigInteger, nullable=False, index=True),
)
"""Notices that wait to be sent, without address or text; `subject` is the notice's own."""
