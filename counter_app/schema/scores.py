"""The table of points that people gave: agencies themselves, and who appraises them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, Index, Integer, String, Table, Text, Uuid

from counter_app.schema.tables import metadata

score = Table(
    "score",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("mark", String(16), primary_key=True),
    Column("assessed", String(16), nullable=False),
    Column("code", String(64), nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("number", Integer, nullable=False),
    Column("tenths", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("officer", String(64), nullable=False),
    Column("seat_number", Integer, nullable=False),
    Column("entered_at", BigInteger, nullable=False),
    Index("score_period", "first_day", "last_day"),
)
"""One row per index `number`, period and mark; `code` is an agency's code or an officer's login."""
