"""How notes of what was looked at and taken out fold: one row each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from counter_app.clock import local_day
from counter_app.journal.entries import Entry

NOTED: Final = "audit_noted"


def notes(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """One row per note."""
    return [_row(entry, entry.record()) for entry in entries if entry.payload is not None]


def _row(entry: Entry, record: dict[str, Any]) -> dict[str, Any]:
    about = record.get("about")
    return {
        "subject": entry.subject,
        "entry_id": entry.entry_id,
        "what": record["what"],
        "about": None if about is None else UUID(about),
        "detail": record.get("detail", ""),
        "officer": entry.officer,
        "seat_number": record["seat_number"],
        "stream_id": entry.stream_id,
        "noted_at": entry.occurred_at,
        "noted_on": local_day(entry.occurred_at),
    }
