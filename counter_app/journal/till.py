"""How tills, receipt books and day sheets fold: one row per subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from counter_app.clock import local_day
from counter_app.journal.entries import Entry, canonical

Row = dict[str, Any]

BOOK_GRANTED: Final = "receipt_book_granted"
CASH_COUNTED: Final = "cash_counted"
CASH_MOVED: Final = "cash_moved"
SHEET_MADE: Final = "day_sheet_made"


def _first_told(
    told: Callable[[Entry, Mapping[str, Any]], Row],
) -> Callable[[Sequence[Entry]], list[Row]]:
    """Return a fold by which the first entry of a subject stands for ever."""

    def fold(entries: Sequence[Entry]) -> list[Row]:
        for entry in entries:
            if entry.payload is not None:
                return [{"subject": entry.subject, **told(entry, entry.record())}]
        return []

    return fold


def _book(entry: Entry, record: Mapping[str, Any]) -> Row:
    return {
        "stream_id": UUID(record["stream"]),
        "seat_number": record["seat_number"],
        "agency_code": record["agency_code"],
        "template": record["template"],
        "symbol": record["symbol"],
        "first": record["first"],
        "last": record["last"],
        "unit": record["unit"],
        "tax_code": record["tax_code"],
        "granted_at": entry.occurred_at,
    }


def _count(entry: Entry, record: Mapping[str, Any]) -> Row:
    return {
        "seat_number": record["seat_number"],
        "officer": entry.officer,
        "counted_at": entry.occurred_at,
        "counted_on": local_day(entry.occurred_at),
        "expected": record["expected"],
        "counted": record["counted"],
        "reason": record.get("reason", ""),
        "approved_by": record.get("approved_by", ""),
        "record": canonical(record["notes"]),
        "clock": entry.clock,
    }


def _movement(entry: Entry, record: Mapping[str, Any]) -> Row:
    return {
        "seat_number": record["seat_number"],
        "officer": entry.officer,
        "kind": record["kind"],
        "amount": record["amount"],
        "reason": record.get("reason", ""),
        "moved_at": entry.occurred_at,
        "moved_on": local_day(entry.occurred_at),
        "clock": entry.clock,
    }


def _sheet(entry: Entry, record: Mapping[str, Any]) -> Row:
    return {
        "kind": record["kind"],
        "number": record["number"],
        "part": record["part"],
        "day": date.fromisoformat(record["day"]),
        "seat_number": record["seat_number"],
        "officer": entry.officer,
        "approved_by": record.get("approved_by", ""),
        "made_at": entry.occurred_at,
        "stream_id": entry.stream_id,
        "seq": entry.seq,
        "clock": entry.clock,
        "record": canonical({"heads": record.get("heads", {}), "sheet": record["sheet"]}),
    }


books: Final = _first_told(_book)
counts: Final = _first_told(_count)
movements: Final = _first_told(_movement)
sheets: Final = _first_told(_sheet)
