"""What the citizen was promised: the due moment, and later ones with an apology."""

from __future__ import annotations

from typing import Final

from counter_app.clock import local_day
from counter_app.domain.states import Act
from counter_app.journal.dossiers.life import Area, Kind, Life, Record, Row
from counter_app.journal.entries import Entry
from counter_app.schema.acts import due_move

EXTENDED: Final = "extended"
DUE_CHANGED: Final = "due_changed"


def move_due(life: Life, entry: Entry, due_at: int | None, promised_at: int | None) -> None:
    """Set the yardstick and what the citizen was told last."""
    row = life.row
    moves = life.rows(due_move)
    if row["due_at"] != due_at:
        moves.append(
            {
                "subject": entry.subject,
                "entry_id": entry.entry_id,
                "position": len(moves),
                "moved_at": entry.occurred_at,
                "due_before": row["due_at"],
                "due_after": due_at,
            }
        )
    row["due_at"] = due_at
    row["due_on"] = None if due_at is None else local_day(due_at)
    row["promised_at"] = promised_at
    row["promised_on"] = None if promised_at is None else local_day(promised_at)


def _extended(life: Life, entry: Entry, record: Record) -> None:
    row = life.row
    row["extension_count"] += 1
    row["late_reason"] = record["reason_code"]
    row["promised_at"] = record["promised_after"]
    row["promised_on"] = local_day(record["promised_after"])
    row["apology_at"] = entry.occurred_at


def _due_changed(life: Life, entry: Entry, record: Record) -> None:
    move_due(life, entry, record["due_after"], record["due_after"])


def _at_first(_entry: Entry, record: Record) -> Row:
    due_at = record.get("due_at")
    due_on = None if due_at is None else local_day(due_at)
    return {
        "due_at": due_at,
        "due_on": due_on,
        "original_due_at": due_at,
        "original_due_on": due_on,
        "promised_at": due_at,
        "promised_on": due_on,
        "extension_count": 0,
        "apology_at": None,
        "late_reason": "",
    }


AREA: Final = Area(
    (
        Kind(EXTENDED, _extended, (Act.EXTEND,)),
        Kind(DUE_CHANGED, _due_changed, (Act.CHANGE_DUE,)),
    ),
    _at_first,
    (due_move,),
)
