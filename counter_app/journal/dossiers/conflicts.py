"""Acts made apart, and what a supervisor decides about them."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from counter_app.journal.dossiers.life import Area, Kind, Life, Record, Row
from counter_app.journal.entries import Entry
from counter_app.schema.acts import conflict

SETTLED: Final = "conflict_settled"
UNDONE: Final = "act_undone"
STANDS: Final = "stands"
OTHER: Final = "other"


def _settled(life: Life, entry: Entry, record: Record) -> None:
    settled = UUID(record["settles"])
    for row in life.rows(conflict):
        if row["entry_id"] == settled and row["settled_at"] is None:
            row["settled_at"] = entry.occurred_at
            row["settled_by"] = entry.officer
            row["decision"] = record["decision"]


def _overruled(life: Life, record: Record) -> UUID | None:
    """Return the act that gives way when the supervisor decides for the one set aside."""
    if record["decision"] != OTHER:
        return None
    settled = UUID(record["settles"])
    return next((row["against"] for row in life.rows(conflict) if row["entry_id"] == settled), None)


def _undone(life: Life, _entry: Entry, _record: Record) -> None:
    life.row["undone_count"] += 1


def _named(_life: Life, record: Record) -> UUID:
    return UUID(record["undoes"])


def _at_first(_entry: Entry, _record: Record) -> Row:
    return {"undone_count": 0}


AREA: Final = Area(
    (
        Kind(SETTLED, _settled, takes_back=_overruled),
        Kind(UNDONE, _undone, takes_back=_named),
    ),
    _at_first,
    (conflict,),
)
