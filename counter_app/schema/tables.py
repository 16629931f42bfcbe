"""Tables both sides have: the journal, the heads of its streams, and what follows from it.

Instants are BIGINT milliseconds since 1970-01-01 UTC (exact and alike in SQLite and PostgreSQL);
days are DATE in Vietnam's calendar. Records are canonical JSON text.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    Uuid,
    event,
    text,
)

metadata = MetaData()

_ROW_ID = BigInteger().with_variant(Integer, "sqlite")

journal = Table(
    "journal",
    metadata,
    Column("stream_id", Uuid, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("entry_id", Uuid, nullable=False),
    Column("subject", Uuid, nullable=False),
    Column("kind", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("occurred_at", BigInteger, nullable=False),
    Column("recorded_at", BigInteger, nullable=False),
    Column("clock", BigInteger, nullable=False),
    Column("officer", String(64), nullable=False),
    Column("based_on", Text, nullable=False),
    Column("payload", Text),
    Column("payload_hash", LargeBinary(32), nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    Index("journal_subject", "subject", "clock", "entry_id"),
)

head = Table(
    "head",
    metadata,
    Column("stream_id", Uuid, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    Column("clock", BigInteger, nullable=False),
)
"""The last entry held of each stream: the cursor of sync and the start of the next hash."""

dossier = Table(
    "dossier",
    metadata,
    Column("id", _ROW_ID, primary_key=True, autoincrement=True),
    Column("subject", Uuid, nullable=False, unique=True),
    Column("number", String(64), nullable=False, index=True),
    Column("state", SmallInteger, nullable=False),
    Column("agency_code", String(35), nullable=False),
    Column("procedure_code", String(32), nullable=False),
    Column("procedure_name", Text, nullable=False),
    Column("sector", Text, nullable=False),
    Column("channel", String(16), nullable=False),
    Column("submitter_name", Text, nullable=False),
    Column("owner_name", Text, nullable=False),
    Column("owner_order", Text, nullable=False),
    Column("owner_kind", String(16), nullable=False),
    Column("identity_number", String(32), nullable=False),
    Column("old_identity_number", String(32), nullable=False),
    Column("submitter_identity_number", String(32), nullable=False),
    Column("phone", String(32), nullable=False),
    Column("sets", Integer, nullable=False),
    Column("received_at", BigInteger, nullable=False),
    Column("received_on", Date, nullable=False),
    Column("due_at", BigInteger),
    Column("due_on", Date),
    Column("return_way", String(16), nullable=False),
    Column("seat_number", Integer, nullable=False),
    Column("officer", String(64), nullable=False),
    Column("stream_id", Uuid, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("assigned_to", String(64), nullable=False),
    Column("receipt_prints", Integer, nullable=False),
    Column("original_due_at", BigInteger),
    Column("original_due_on", Date),
    Column("promised_at", BigInteger),
    Column("promised_on", Date),
    Column("paused_since", BigInteger),
    Column("pause_kind", String(16), nullable=False),
    Column("pause_count", Integer, nullable=False),
    Column("supplement_count", Integer, nullable=False),
    Column("answer_by", Date),
    Column("holder", String(16), nullable=False),
    Column("held_by", String(35), nullable=False),
    Column("handed_over_at", BigInteger),
    Column("accepted_at", BigInteger),
    Column("phase", Integer, nullable=False),
    Column("phase_due_at", BigInteger),
    Column("phase_due_on", Date),
    Column("linked_to", Uuid, index=True),
    Column("extension_count", Integer, nullable=False),
    Column("apology_at", BigInteger),
    Column("late_reason", String(32), nullable=False),
    Column("resolved_at", BigInteger),
    Column("resolved_on", Date),
    Column("outcome", String(16), nullable=False),
    Column("result_kind", String(16), nullable=False),
    Column("result_number", Text, nullable=False),
    Column("shelf_place", Text, nullable=False),
    Column("returned_at", BigInteger),
    Column("returned_on", Date),
    Column("returned_way", String(16), nullable=False),
    Column("finished_at", BigInteger),
    Column("finished_on", Date),
    Column("correction_count", Integer, nullable=False),
    Column("fee_owed", BigInteger, nullable=False),
    Column("charge_owed", BigInteger, nullable=False),
    Column("fee_exempt", BigInteger, nullable=False),
    Column("charge_exempt", BigInteger, nullable=False),
    Column("fee_paid", BigInteger, nullable=False),
    Column("charge_paid", BigInteger, nullable=False),
    Column("fee_awaited", BigInteger, nullable=False),
    Column("charge_awaited", BigInteger, nullable=False),
    Column("exemption", String(32), nullable=False),
    Column("owed_lines", Text, nullable=False),
    Column("service_level", SmallInteger, nullable=False),
    Column("rating", String(32), nullable=False),
    Column("rated_on", Date),
    Column("undone_count", Integer, nullable=False),
    Column("last_act", Uuid, nullable=False),
    Column("conflict", Boolean, nullable=False),
    Column("needs_update", Boolean, nullable=False),
    Index("dossier_received_on", "received_on", "agency_code"),
    Index("dossier_identity", "identity_number", "procedure_code"),
    Index("dossier_old_identity", "old_identity_number", "procedure_code"),
    Index("dossier_finished_on", "finished_on", "agency_code"),
)
"""One row per dossier.

`due_at` is the yardstick of early, on time and late: pauses move it, an apology does not;
`original_due_at` is what the first receipt said, `promised_at` what the citizen was told last.
`finished_at` is when the centre owed nothing more: a result, a withdrawal or a refusal. `holder`
says where the paper is, `held_by` which agency has it. `last_act` is the entry that the next act
must know. `owner_order` is what lists sort the owner's name by. `service_level` is that of the
online service (2, 3, 4; 0 unknown). Counts and texts are 0 and "" until something is told.
"""

OPEN_STATES = (2, 4, 5, 6, 8)
"""Codes of `domain.states` in which the agency or the centre still owes something."""

Index(
    "dossier_due",
    dossier.c.due_on,
    dossier.c.agency_code,
    # The board counts from the index alone.
    dossier.c.state,
    dossier.c.paused_since,
    dossier.c.due_at,
    sqlite_where=text("state IN (2, 4, 5, 6, 8)"),
)

Index(
    "dossier_waiting",
    dossier.c.resolved_on,
    sqlite_where=text("state = 9"),
)

Index(
    "dossier_announced",
    dossier.c.received_at,
    dossier.c.number,
    sqlite_where=text("state = 1"),
)


@event.listens_for(dossier, "before_create")
def _partial_in_postgres_too(table: Table, connection: Connection, **_: object) -> None:
    """Give PostgreSQL the conditions of the partial indexes.

    Named beside SQLite's they would load PostgreSQL's dialect, some 4 MB, at every counter.
    """
    if connection.dialect.name == "postgresql":
        for index in table.indexes:
            index.dialect_options["postgresql"]["where"] = index.dialect_options["sqlite"]["where"]


procedure = Table(
    "procedure",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("version", Uuid, primary_key=True),
    Column("code", String(32), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("sector", Text, nullable=False),
    Column("agency_code", String(35), nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("record", Text, nullable=False),
)

agency = Table(
    "agency",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("code", String(35), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("position", Integer, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
)

agency_name = Table(
    "agency_name",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("valid_from", Date, primary_key=True),
    Column("code", String(35), nullable=False),
    Column("name", Text, nullable=False),
    Column("position", Integer, nullable=False),
)
"""What an agency was called from a day on, and its place in lists: past reports keep theirs."""

officer = Table(
    "officer",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("login", String(64), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("roles", Text, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("active", Boolean, nullable=False),
)

seat = Table(
    "seat",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("agencies", Text, nullable=False),
    Column("favourites", Text, nullable=False),
)

number_range = Table(
    "number_range",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("stream_id", Uuid, nullable=False, index=True),
    Column("seat_number", Integer, nullable=False),
    Column("agency_code", String(35), nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
)

setting = Table(
    "setting",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("version", Uuid, primary_key=True),
    Column("key", String(64), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("record", Text, nullable=False),
)
"""Calendar, deadline rules, letterhead and other settings of the centre, by date of validity."""

day_close = Table(
    "day_close",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("stream_id", Uuid, nullable=False),
    Column("seat_number", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("code", String(32), nullable=False),
    Column("officer", String(64), nullable=False),
    Column("closed_at", BigInteger, nullable=False),
)
