"""The table of what was looked at and taken out, beside the acts that change something."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, Index, Integer, String, Table, Text, Uuid

from counter_app.schema.tables import metadata

audit_note = Table(
    "audit_note",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("entry_id", Uuid, primary_key=True),
    Column("what", String(32), nullable=False),
    Column("about", Uuid),
    Column("detail", Text, nullable=False),
    Column("officer", String(64), nullable=False),
    Column("seat_number", Integer, nullable=False),
    Column("stream_id", Uuid, nullable=False),
    Column("noted_at", BigInteger, nullable=False),
    Column("noted_on", Date, nullable=False),
    Index("audit_note_day", "noted_on", "officer"),
)
"""One row per note; `about` is the dossier looked at. Prints are acts and stand in the journal."""
