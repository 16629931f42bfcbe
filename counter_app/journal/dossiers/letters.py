"""Letters with a number of their own: what any act's record says of one."""

from __future__ import annotations

from typing import Final

from counter_app.clock import local_day
from counter_app.journal.dossiers.life import Area, Life, Record, nothing_yet
from counter_app.journal.entries import Entry
from counter_app.schema.acts import letter


def note(life: Life, entry: Entry, record: Record, *, void: bool) -> None:
    """Enter the letter of an act in the register; it keeps its number if the act is undone."""
    if "letter" in record:
        life.rows(letter).append(row_of(entry, record, void=void))


def row_of(entry: Entry, record: Record, *, void: bool = False) -> dict[str, object]:
    """Return the letter's row."""
    told = record["letter"]
    return {
        "subject": entry.subject,
        "entry_id": entry.entry_id,
        "form": told["form"],
        "series": told["series"],
        "running": told["running"],
        "number": told["number"],
        "made_at": entry.recorded_at,
        "made_on": local_day(entry.recorded_at),
        "officer": entry.officer,
        "void": void,
    }


def number_of(record: Record) -> str:
    """Return the number of the act's letter; "" without one."""
    return str(record["letter"]["number"]) if "letter" in record else ""


AREA: Final = Area((), nothing_yet, (letter,))
