"""Tables only a counter has: what never travels as rows."""

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
)

metadata = MetaData()

installation = Table(
    "installation",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("stream_id", Uuid, nullable=False),
    Column("seat_number", Integer, nullable=False),
    Column("centre_id", Uuid, nullable=False),
    Column("centre_stream", Uuid, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("projection", Integer, nullable=False),
    Column("acked_seq", BigInteger, nullable=False),
    Column("acked_hash", LargeBinary(32), nullable=False),
    Column("nonce", Uuid, nullable=False),
    Column("attempt", Uuid, nullable=False),
    Column("renewal", Uuid),
    Column("contact_at", BigInteger),
    Column("skew_ms", BigInteger, nullable=False),
    Column("proved_at", BigInteger),
    Column("proved_seq", BigInteger, nullable=False),
    Column("problem", Text, nullable=False),
    Column("route", Text, nullable=False),
)
"""The one row (`one` = 1) that says which stream this installation writes and what is proved.

`acked_*` is what the centre last said it holds of our stream: it may go backwards. `proved_*` is
the last time the centre answered with our own hash of our last entry. `attempt` is the token of the
next hello, `renewal` of a request for a new stream under way. `skew_ms` is this machine's clock
minus the centre's. `route` says how to reach the centre (a record of `sync.line.Route`).
"""

behind = Table(
    "behind",
    metadata,
    Column("stream_id", Uuid, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("since", BigInteger, nullable=False),
)
"""Streams of which this file holds more than the centre: how far the centre is, and since when.

`since` is 0 for a stream that this installation wrote itself before it got another.
"""

serial = Table(
    "serial",
    metadata,
    Column("series", String(64), primary_key=True),
    Column("day", Date, nullable=False),
    Column("last", Integer, nullable=False),
)
"""The last serial given: per agency code and day, and per register book (day = 1 January)."""

issued_number = Table(
    "issued_number",
    metadata,
    Column("number", String(64), primary_key=True),
    Column("subject", Uuid, nullable=False),
)
"""Every number this file ever gave: the backstop against giving one twice."""

draft = Table(
    "draft",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("officer", String(64), nullable=False),
    Column("title", Text, nullable=False),
    Column("parked", Boolean, nullable=False),
    Column("typed_at", BigInteger, nullable=False),
    Column("record", Text, nullable=False),
)

print_job = Table(
    "print_job",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("subject", Uuid, nullable=False, index=True),
    Column("form", String(32), nullable=False),
    Column("paper", String(16), nullable=False),
    Column("printer", Text, nullable=False),
    Column("reprint", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("message", Text, nullable=False),
    Column("system_id", Text, nullable=False),
    Column("queued_at", BigInteger, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
    Column("act", Uuid),
    Index("print_job_queued", "queued_at"),
)
"""Papers handed to a printer. `act` is the act whose letter it is; None where a subject has but one
paper of the form."""

closing_plan = Table(
    "closing_plan",
    metadata,
    Column("seat_number", Integer, primary_key=True),
    Column("day", Date, nullable=False),
    Column("record", Text, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
)
"""What was typed for the close of a day that is not ended yet: notes counted, words, marks."""

retention = Table(
    "retention",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("before", Date),
    Column("run_at", BigInteger),
    Column("everything", Boolean, nullable=False),
)
"""One row (`one` = 1) once dossiers were let go of: those that ended before `before`, last at
`run_at`. `everything` tells that this machine keeps all."""

let_go = Table(
    "let_go",
    metadata,
    Column("subject", Uuid, primary_key=True),
    sqlite_with_rowid=False,
)
"""Subjects that were let go of: whatever arrives of them, nothing follows from it here."""

sign_in_attempt = Table(
    "sign_in_attempt",
    metadata,
    Column("login", String(64), primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("lock_ms", BigInteger, nullable=False),
    Column("locked_at", BigInteger, nullable=False),
)
"""Wrong passwords since the last right one. `locked_at` is of the clock that nobody sets."""
