"""How reference data folds: procedures, agencies, officers, seats, ranges, settings, closings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from counter_app.domain.procedure import Procedure
from counter_app.journal.entries import Entry, canonical
from counter_app.records import from_record

Rows = list[dict[str, Any]]


def procedures(entries: Sequence[Entry]) -> Rows:
    """One row per published version; `valid_from` says from which day it holds."""
    rows = []
    for entry in _told(entries):
        record = entry.record()
        procedure = from_record(Procedure, record["procedure"])
        rows.append(
            {
                "subject": entry.subject,
                "version": entry.entry_id,
                "code": procedure.code,
                "name": procedure.name,
                "sector": procedure.sector,
                "agency_code": procedure.agency_code,
                "complete": not procedure.gaps(),
                "valid_from": date.fromisoformat(record["valid_from"]),
                "valid_to": procedure.valid_to,
                "record": canonical(record["procedure"]),
            }
        )
    return rows


def agencies(entries: Sequence[Entry]) -> Rows:
    """The last definition holds."""
    record = _last(entries)
    if record is None:
        return []
    return [
        {
            "subject": entries[0].subject,
            "code": record["code"],
            "name": record["name"],
            "kind": record.get("kind", ""),
            "position": record.get("position", 0),
            "valid_from": date.fromisoformat(record["valid_from"]),
            "valid_to": _date(record.get("valid_to")),
        }
    ]


def agency_names(entries: Sequence[Entry]) -> Rows:
    """One row per name and place in lists; a definition takes the place of all from its day on."""
    rows: Rows = []
    for entry in _told(entries):
        record = entry.record()
        begins = date.fromisoformat(record["valid_from"])
        rows = [row for row in rows if row["valid_from"] < begins]
        rows.append(
            {
                "subject": entry.subject,
                "valid_from": begins,
                "code": record["code"],
                "name": record["name"],
                "position": record.get("position", 0),
            }
        )
    return rows


def officers(entries: Sequence[Entry]) -> Rows:
    """The last definition holds; a disabled officer stays as a row, inactive."""
    record = _last(entries)
    if record is None:
        return []
    return [
        {
            "subject": entries[0].subject,
            "login": record["login"],
            "name": record["name"],
            "roles": " ".join(sorted(record["roles"])),
            "password_hash": record["password_hash"],
            "active": record.get("active", True),
        }
    ]


def seats(entries: Sequence[Entry]) -> Rows:
    """The last definition holds."""
    record = _last(entries)
    if record is None:
        return []
    return [
        {
            "subject": entries[0].subject,
            "number": record["number"],
            "name": record["name"],
            "agencies": " ".join(record["agencies"]),
            "favourites": " ".join(record.get("favourites", [])),
        }
    ]


def ranges(entries: Sequence[Entry]) -> Rows:
    """A range is granted once and stands for ever."""
    record = _last(entries[:1])
    if record is None:
        return []
    return [
        {
            "subject": entries[0].subject,
            "stream_id": UUID(record["stream"]),
            "seat_number": record["seat_number"],
            "agency_code": record["agency_code"],
            "first": record["first"],
            "last": record["last"],
        }
    ]


def settings(entries: Sequence[Entry]) -> Rows:
    """One row per change; `valid_from` says from which day it holds."""
    return [
        {
            "subject": entry.subject,
            "version": entry.entry_id,
            "key": record["key"],
            "valid_from": date.fromisoformat(record["valid_from"]),
            "record": canonical(record["value"]),
        }
        for entry in _told(entries)
        if (record := entry.record())
    ]


def day_closes(entries: Sequence[Entry]) -> Rows:
    """A close of day, with the centre's receipt code; the last one of a day holds."""
    told = _told(entries)
    if not told:
        return []
    entry, record = told[-1], told[-1].record()
    return [
        {
            "subject": entry.subject,
            "stream_id": UUID(record["stream"]),
            "seat_number": record["seat_number"],
            "day": date.fromisoformat(record["day"]),
            "seq": record["seq"],
            "code": record["code"],
            "officer": entry.officer,
            "closed_at": entry.occurred_at,
        }
    ]


def _told(entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.payload is not None]


def _last(entries: Sequence[Entry]) -> dict[str, Any] | None:
    told = _told(entries)
    return told[-1].record() if told else None


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
