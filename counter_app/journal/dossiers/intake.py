"""How an intake becomes the dossier's row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from counter_app.clock import local_day
from counter_app.domain.states import State
from counter_app.journal.dossiers.life import Record, Row
from counter_app.journal.entries import Entry
from counter_app.text import name_order

RECEIVED: Final = "dossier_received"
ANNOUNCED: Final = "dossier_announced"
IMPORTED: Final = "dossier_imported"
BEGINNINGS: Final[Mapping[str, State]] = {
    RECEIVED: State.RECEIVED,
    ANNOUNCED: State.ANNOUNCED,
    IMPORTED: State.RETURNED,  # what its record says, as a rule
}
"""The kinds a dossier begins with, and its first state."""
NEWEST: Final = 1
"""The newest version of a beginning this program reads."""


def row_of(entry: Entry, record: Record) -> Row:
    """Return the columns that the intake alone tells."""
    return {
        "subject": entry.subject,
        "number": record["number"],
        "state": int(BEGINNINGS[entry.kind]),
        **typed(record),
        "received_at": entry.occurred_at,
        "received_on": local_day(entry.occurred_at),
        "seat_number": record["seat_number"],
        "officer": entry.officer,
        "stream_id": entry.stream_id,
        "seq": entry.seq,
        "last_act": entry.entry_id,
        "conflict": False,
        "needs_update": False,
    }


def typed(record: Record) -> Row:
    """Return the columns that follow from what the officer typed: a correction changes these."""
    submitter = record["submitter"]
    owner = record.get("owner") or submitter
    kind = owner.get("kind", "person")
    return {
        "agency_code": record["agency_code"],
        "procedure_code": record["procedure_code"],
        "procedure_name": record["procedure_name"],
        "sector": record.get("sector", ""),
        "channel": record.get("channel", "counter"),
        "submitter_name": submitter.get("name", ""),
        "owner_name": owner.get("name", ""),
        "owner_order": name_order(owner.get("name", ""), kind == "person"),
        "owner_kind": kind,
        "identity_number": owner.get("identity_number", ""),
        "old_identity_number": owner.get("old_identity_number", ""),
        "submitter_identity_number": submitter.get("identity_number", ""),
        "phone": owner.get("phone") or submitter.get("phone", ""),
        "sets": record.get("sets", 1),
        "return_way": record.get("return_way", "counter"),
    }
