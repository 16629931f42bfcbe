"""The table of periods whose figures were handed in."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, Integer, String, Table, Text, Uuid

from counter_app.schema.tables import metadata

period_close = Table(
    "period_close",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("closed_at", BigInteger, nullable=False),
    Column("officer", String(64), nullable=False),
    Column("seat_number", Integer, nullable=False),
    Column("record", Text, nullable=False),
)
"""One row per period, as it was closed first; `record` has the figures by agency code."""
