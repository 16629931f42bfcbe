"""How the closing of a period folds: what was handed in first stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from counter_app.domain.reporting import Figures
from counter_app.journal.entries import Entry, canonical
from counter_app.records import from_record, to_record

CLOSED: Final = "period_closed"


def closings(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """One row per period."""
    for entry in entries:
        if entry.payload is not None:
            record = entry.record()
            return [
                {
                    "subject": entry.subject,
                    "first_day": date.fromisoformat(record["first"]),
                    "last_day": date.fromisoformat(record["last"]),
                    "closed_at": entry.occurred_at,
                    "officer": entry.officer,
                    "seat_number": record["seat_number"],
                    "record": canonical(_figures(record["figures"])),
                }
            ]
    return []


def _figures(told: Any) -> dict[str, Any]:
    """Return the figures by agency code. Raises ValueError, TypeError: they are none."""
    return {code: to_record(from_record(Figures, one)) for code, one in dict(told).items()}
