"""What became of notices to citizens. Instants: ms UTC."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, String, Table, Uuid

from counter_app.schema.tables import metadata

notice = Table(
    "notice",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("dossier", Uuid, nullable=False, index=True),
    Column("act", Uuid, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("told_at", BigInteger, nullable=False),
    Column("detail", String(64), nullable=False),
)
"""Notices that were sent or given up. Neither address nor text stands here."""
