"""Tables of money: payments, receipts, the ledger, tills and day sheets.

They follow from the journal like all others. Amounts are whole đồng, phí and lệ phí apart;
instants are ms UTC, days those of Vietnam. `clock` is the hybrid logical clock of the entry: it
says which sheet of the day an act belongs to.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, Index, Integer, String, Table, Text, Uuid

from counter_app.schema.tables import metadata

payment = Table(
    "payment",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("entry_id", Uuid, primary_key=True),
    Column("method", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("fee", BigInteger, nullable=False),
    Column("charge", BigInteger, nullable=False),
    Column("fee_refunded", BigInteger, nullable=False),
    Column("charge_refunded", BigInteger, nullable=False),
    Column("payer", Text, nullable=False),
    Column("purpose", String(64), nullable=False),
    Column("agency_code", String(35), nullable=False),
    Column("seat_number", Integer, nullable=False),
    Column("officer", String(64), nullable=False),
    Column("asked_at", BigInteger, nullable=False),
    Column("asked_on", Date, nullable=False),
    Column("paid_at", BigInteger),
    Column("statement_line", String(64), nullable=False, index=True),
    Index("payment_state", "state", "asked_on"),
)
"""What was asked for or taken for a dossier. `statement_line` names the line of the bank's
statement that confirmed it, where one did."""

money_line = Table(
    "money_line",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("entry_id", Uuid, primary_key=True),
    Column("payment", Uuid, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("method", String(16), nullable=False),
    Column("fee", BigInteger, nullable=False),
    Column("charge", BigInteger, nullable=False),
    Column("booked_at", BigInteger, nullable=False),
    Column("booked_on", Date, nullable=False),
    Column("agency_code", String(35), nullable=False),
    Column("procedure_code", String(32), nullable=False),
    Column("seat_number", Integer, nullable=False),
    Column("officer", String(64), nullable=False),
    Column("clock", BigInteger, nullable=False),
    Index("money_line_seat", "seat_number", "clock"),
    Index("money_line_day", "booked_on", "agency_code"),
)
"""The ledger: money that came (`taken`, above nothing) or went (`refunded`, `cancelled`, below).

Every sum of money is a sum of these lines. They stand on the day they were written, so that a day
or month that was reported never changes.
"""

refund = Table(
    "refund",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("entry_id", Uuid, primary_key=True),
    Column("payment", Uuid, nullable=False),
    Column("state", String(16), nullable=False),
    Column("fee", BigInteger, nullable=False),
    Column("charge", BigInteger, nullable=False),
    Column("reason", Text, nullable=False),
    Column("seat_number", Integer, nullable=False),
    Column("officer", String(64), nullable=False),
    Column("asked_at", BigInteger, nullable=False),
    Column("decided_at", BigInteger),
    Column("decided_by", String(64), nullable=False),
    Column("decision", Text, nullable=False),
    Column("method", String(16), nullable=False),
    Column("given_seat", Integer),
    Index("refund_state", "state", "asked_at"),
    Index("refund_seat", "given_seat", "decided_at"),
)
"""Money somebody asked to give back, and what a second person decided; `given_seat` is the seat
that gave it back."""

fee_receipt = Table(
    "fee_receipt",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("entry_id", Uuid, primary_key=True),
    Column("payment", Uuid, nullable=False, index=True),
    Column("book", Uuid, nullable=False),
    Column("template", String(32), nullable=False),
    Column("symbol", String(32), nullable=False),
    Column("running", Integer, nullable=False),
    Column("method", String(16), nullable=False),
    Column("fee", BigInteger, nullable=False),
    Column("charge", BigInteger, nullable=False),
    Column("payer", Text, nullable=False),
    Column("issued_at", BigInteger, nullable=False),
    Column("issued_on", Date, nullable=False),
    Column("seat_number", Integer, nullable=False),
    Column("officer", String(64), nullable=False),
    Column("clock", BigInteger, nullable=False),
    Column("void_at", BigInteger),
    Column("void_on", Date),
    Column("void_reason", Text, nullable=False),
    Column("voided_by", String(64), nullable=False),
    Column("approved_by", String(64), nullable=False),
    Column("void_clock", BigInteger),
    Index("fee_receipt_book", "book", "running"),
    Index("fee_receipt_seat", "seat_number", "clock"),
)
"""Receipts for phí and lệ phí (biên lai); a void one keeps its number."""

receipt_book = Table(
    "receipt_book",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("stream_id", Uuid, nullable=False, index=True),
    Column("seat_number", Integer, nullable=False),
    Column("agency_code", String(35), nullable=False),
    Column("template", String(32), nullable=False),
    Column("symbol", String(32), nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("unit", Text, nullable=False),
    Column("tax_code", String(16), nullable=False),
    Column("granted_at", BigInteger, nullable=False),
)
"""Numbers of receipts that one stream owns, `first` to `last`, both included.

`agency_code` is "" where the book serves every agency; `unit` is who collects (đơn vị thu).
"""

cash_count = Table(
    "cash_count",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("seat_number", Integer, nullable=False),
    Column("officer", String(64), nullable=False),
    Column("counted_at", BigInteger, nullable=False),
    Column("counted_on", Date, nullable=False),
    Column("expected", BigInteger, nullable=False),
    Column("counted", BigInteger, nullable=False),
    Column("reason", Text, nullable=False),
    Column("approved_by", String(64), nullable=False),
    Column("record", Text, nullable=False),
    Column("clock", BigInteger, nullable=False),
    Index("cash_count_seat", "seat_number", "clock"),
)
"""A till that was counted; `record` has the notes by value. A difference stays with the count."""

cash_movement = Table(
    "cash_movement",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("seat_number", Integer, nullable=False),
    Column("officer", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("reason", Text, nullable=False),
    Column("moved_at", BigInteger, nullable=False),
    Column("moved_on", Date, nullable=False),
    Column("clock", BigInteger, nullable=False),
    Index("cash_movement_seat", "seat_number", "clock"),
)
"""Cash put into a till (above nothing) or taken out of it (below), but for no dossier."""

day_sheet = Table(
    "day_sheet",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("number", Integer, nullable=False),
    Column("part", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("seat_number", Integer, nullable=False),
    Column("officer", String(64), nullable=False),
    Column("approved_by", String(64), nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("stream_id", Uuid, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("clock", BigInteger, nullable=False),
    Column("record", Text, nullable=False),
    Index("day_sheet_seat", "seat_number", "clock"),
)
"""Closing sheets of a seat: `final` ones have running numbers, `interim` ones are parts of the
final sheet to come. An act belongs to the first final sheet of its seat with a later clock."""
