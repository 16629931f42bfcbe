"""Papers printed of a dossier."""

from __future__ import annotations

from typing import Final

from counter_app.journal.dossiers.life import Area, Kind, Life, Record, Row
from counter_app.journal.entries import Entry

PRINTED: Final = "document_printed"


def _at_first(_entry: Entry, _record: Record) -> Row:
    return {"receipt_prints": 0}


def _printed(life: Life, _entry: Entry, record: Record) -> None:
    if record["form"] == "receipt":
        life.row["receipt_prints"] += 1


AREA: Final = Area((Kind(PRINTED, _printed),), _at_first)
