"""Tables beside `dossier`: what was done to dossiers, where a list or a report asks for rows.

They follow from the journal like the dossier's own row. Instants are ms UTC.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, String, Table, Text, Uuid

from counter_app.schema.tables import metadata

conflict = Table(
    "conflict",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("entry_id", Uuid, primary_key=True),
    Column("kind", String(64), nullable=False),
    Column("officer", String(64), nullable=False),
    Column("occurred_at", BigInteger, nullable=False),
    Column("against", Uuid, nullable=False),
    Column("applied", Boolean, nullable=False),
    Column("settled_at", BigInteger),
    Column("settled_by", String(64), nullable=False),
    Column("decision", String(16), nullable=False),
)
"""Acts on a dossier made without knowledge of the act `against`; `applied` tells that it holds."""

pause = Table(
    "pause",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("entry_id", Uuid, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("agency_code", String(35), nullable=False),
    Column("paused_at", BigInteger, nullable=False),
    Column("still_since", BigInteger, nullable=False),
    Column("resumed_at", BigInteger),
    Column("reason_code", String(32), nullable=False),
    Column("reason", Text, nullable=False),
    Column("letter", String(32), nullable=False),
    Column("policy", String(32), nullable=False),
    Column("due_before", BigInteger),
    Column("due_after", BigInteger),
    Index("pause_paused_at", "paused_at"),
)
"""When and why the term stood still. A pause that follows another one at once begins where it
ended; the last one then moves the due moment for both. `still_since` is when the first began."""

due_move = Table(
    "due_move",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("entry_id", Uuid, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("moved_at", BigInteger, nullable=False),
    Column("due_before", BigInteger),
    Column("due_after", BigInteger),
    Index("due_move_moved_at", "moved_at"),
)
"""Every change of a due moment, so that a past day can be asked how it stood then. `position`
counts the changes of one dossier in the order in which they hold."""

hand_over = Table(
    "hand_over",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("entry_id", Uuid, primary_key=True),
    Column("direction", String(8), nullable=False),
    Column("batch", Uuid, nullable=False, index=True),
    Column("number", String(32), nullable=False),
    Column("series", String(32), nullable=False, index=True),
    Column("running", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("agency_code", String(35), nullable=False),
    Column("handed_at", BigInteger, nullable=False),
    Column("handed_on", Date, nullable=False),
    Column("seat_number", Integer, nullable=False),
    Column("officer", String(64), nullable=False),
    Column("accepted_at", BigInteger),
    Column("receiver", Text, nullable=False),
    Column("undone_at", BigInteger),
    Index("hand_over_day", "handed_on", "agency_code"),
)
"""The lines of hand-over lists: `out` to an agency, `back` with results, `post` to the post."""

phase_step = Table(
    "phase_step",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("entry_id", Uuid, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("agency_code", String(35), nullable=False),
    Column("started_at", BigInteger, nullable=False),
    Column("due_at", BigInteger),
    Column("ended_at", BigInteger),
    Index("phase_step_started_at", "started_at"),
)
"""The phases of a linked procedure behind the first; the last one ends with the result."""

letter = Table(
    "letter",
    metadata,
    Column("subject", Uuid, primary_key=True),
    Column("entry_id", Uuid, primary_key=True),
    Column("form", String(32), nullable=False),
    Column("series", String(32), nullable=False),
    Column("running", Integer, nullable=False),
    Column("number", String(32), nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("made_on", Date, nullable=False),
    Column("officer", String(64), nullable=False),
    Column("void", Boolean, nullable=False),
    Index("letter_series", "series", "running"),
)
"""The register of letters with a number of their own; `void` where the act was taken back."""
