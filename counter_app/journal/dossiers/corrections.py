"""A wrong intake put right, and a dossier given to another officer."""

from __future__ import annotations

from typing import Final

from counter_app.domain.states import Act
from counter_app.journal.dossiers import intake, money, promises
from counter_app.journal.dossiers.life import Area, Kind, Life, Record, Row
from counter_app.journal.entries import Entry

CORRECTED: Final = "intake_corrected"
REASSIGNED: Final = "reassigned"


def _corrected(life: Life, entry: Entry, record: Record) -> None:
    before, life.record = life.record, _put_right(life, record)
    life.told_by = entry
    life.row |= intake.typed(life.record)
    money.follow_table(life, before)
    life.row["correction_count"] += 1
    if "due_after" in record:
        promises.move_due(life, entry, record["due_after"], record["promised_after"])
    # Another one may have moved it apart from this, which says what stood before it.
    life.record = {**life.record, "due_at": life.row["promised_at"]}
    life.corrections[entry.entry_id] = (before, life.record)


def _never_corrected(life: Life, entry: Entry, record: Record, _taking: Entry) -> None:
    life.corrections[entry.entry_id] = (life.record, _put_right(life, record))


def _put_right(life: Life, record: Record) -> Record:
    return {**life.record, **record["intake"]}


def _reassigned(life: Life, _entry: Entry, record: Record) -> None:
    life.row["assigned_to"] = record["to"]


def _at_first(entry: Entry, _record: Record) -> Row:
    return {"assigned_to": entry.officer, "correction_count": 0}


AREA: Final = Area(
    (
        Kind(CORRECTED, _corrected, (Act.CORRECT,), undone=_never_corrected),
        Kind(REASSIGNED, _reassigned, (Act.REASSIGN,), quiet=True),
    ),
    _at_first,
)
