"""How the points fold that people gave for an index: the last word on each mark holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from counter_app.domain.scoring import Assessed, Mark, is_score
from counter_app.journal.entries import Entry

SCORED: Final = "score_entered"


def scores(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """One row per mark; a mark without points takes back what was given before."""
    rows: dict[Mark, dict[str, Any]] = {}
    for entry in entries:
        if entry.payload is None:
            continue
        record = entry.record()
        for name, told in record["marks"].items():
            mark = Mark(name)
            if told is None:
                rows.pop(mark, None)
                continue
            points = Decimal(told)
            if not is_score(points):
                raise ValueError(told)
            rows[mark] = {
                "subject": entry.subject,
                "mark": mark.value,
                "assessed": Assessed(record["assessed"]).value,
                "code": record["code"],
                "first_day": date.fromisoformat(record["first"]),
                "last_day": date.fromisoformat(record["last"]),
                "number": int(record["index"]),
                "tenths": int(10 * points),
                "reason": record["reason"],
                "officer": entry.officer,
                "seat_number": record["seat_number"],
                "entered_at": entry.recorded_at,
            }
    return list(rows.values())
