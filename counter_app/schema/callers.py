"""Tables of people who came and left no dossier: visits, opinions, slips. Instants: ms UTC."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, Index, Integer, String, Table, Text, Uuid

from counter_app.schema.tables import metadata

turned_away = Table(
    "turned_away",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("told_at", BigInteger, nullable=False),
    Column("told_on", Date, nullable=False),
    Column("agency_code", String(35), nullable=False),
    Column("procedure_code", String(32), nullable=False),
    Column("procedure_name", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("identity_number", String(32), nullable=False),
    Column("phone", String(32), nullable=False),
    Column("reason", Text, nullable=False),
    Column("number", String(32), nullable=False),
    Column("seat_number", Integer, nullable=False),
    Column("officer", String(64), nullable=False),
    Column("stream_id", Uuid, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Index("turned_away_on", "told_on", "agency_code"),
)
"""Dossiers not taken in: `refused`, or `guided` to come again with complete papers."""

visit = Table(
    "visit",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("visited_at", BigInteger, nullable=False),
    Column("visited_on", Date, nullable=False, index=True),
    Column("place", String(32), nullable=False),
    Column("topic", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("phone", String(32), nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("agency_code", String(35), nullable=False),
    Column("note", Text, nullable=False),
    Column("seat_number", Integer, nullable=False),
    Column("officer", String(64), nullable=False),
)
"""Visits without a dossier, at the business desk or a counter."""

feedback = Table(
    "feedback",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("told_at", BigInteger, nullable=False),
    Column("told_on", Date, nullable=False, index=True),
    Column("dossier", Uuid, index=True),
    Column("agency_code", String(35), nullable=False),
    Column("about", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("phone", String(32), nullable=False),
    Column("words", Text, nullable=False),
    Column("answer_by", Date),
    Column("answered_at", BigInteger),
    Column("answer", Text, nullable=False),
    Column("answered_by", String(64), nullable=False),
    Column("seat_number", Integer, nullable=False),
    Column("officer", String(64), nullable=False),
)
"""Complaints, proposals and praise, with what was answered; `about` names an officer's login."""

rating_slip = Table(
    "rating_slip",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("category", String(32), nullable=False),
    Column("count", Integer, nullable=False),
    Column("rated_on", Date, nullable=False, index=True),
    Column("agency_code", String(35), nullable=False),
    Column("words", Text, nullable=False),
    Column("typed_at", BigInteger, nullable=False),
    Column("seat_number", Integer, nullable=False),
    Column("officer", String(64), nullable=False),
)
"""Paper slips that name no dossier: `count` of one category, filled in on `rated_on`."""
