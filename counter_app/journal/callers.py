"""How the entries of people who came and left no dossier fold: visits, opinions, slips."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Table

from counter_app.clock import local_day
from counter_app.domain.register import Rating
from counter_app.journal.dossiers import letters
from counter_app.journal.entries import Entry
from counter_app.schema.acts import letter
from counter_app.schema.callers import turned_away

Row = dict[str, Any]

REFUSED: Final = "intake_refused"
GUIDED: Final = "intake_guided"
VISITED: Final = "visit_recorded"
FEEDBACK: Final = "feedback_recorded"
ANSWERED: Final = "feedback_answered"
RATING_GIVEN: Final = "rating_given"


def turned_aways(entries: Sequence[Entry]) -> Mapping[Table, list[Row]]:
    """One row per slip; the first entry of the subject holds."""
    for entry in entries:
        if entry.payload is not None:
            record = entry.record()
            rows = [_turned_away(entry, record)]
            return {turned_away: rows, letter: [letters.row_of(entry, record)]}
    return {}


def _turned_away(entry: Entry, record: Mapping[str, Any]) -> Row:
    submitter = record["submitter"]
    return {
        "subject": entry.subject,
        "kind": "refused" if entry.kind == REFUSED else "guided",
        "told_at": entry.occurred_at,
        "told_on": local_day(entry.occurred_at),
        "agency_code": record["agency_code"],
        "procedure_code": record["procedure_code"],
        "procedure_name": record["procedure_name"],
        "name": submitter.get("name", ""),
        "identity_number": submitter.get("identity_number", ""),
        "phone": submitter.get("phone", ""),
        "reason": record.get("reason", ""),
        "number": letters.number_of(record),
        "seat_number": record["seat_number"],
        "officer": entry.officer,
        "stream_id": entry.stream_id,
        "seq": entry.seq,
    }


def visits(entries: Sequence[Entry]) -> list[Row]:
    """One row per visit; the last entry of the subject holds."""
    told = [entry for entry in entries if entry.payload is not None]
    if not told:
        return []
    entry, record = told[-1], told[-1].record()
    return [
        {
            "subject": entry.subject,
            "visited_at": entry.occurred_at,
            "visited_on": local_day(entry.occurred_at),
            "place": record.get("place", ""),
            "topic": record.get("topic", ""),
            "name": record.get("name", ""),
            "organisation": record.get("organisation", ""),
            "phone": record.get("phone", ""),
            "minutes": record.get("minutes", 0),
            "agency_code": record.get("agency_code", ""),
            "note": record.get("note", ""),
            "seat_number": record["seat_number"],
            "officer": entry.officer,
        }
    ]


def opinions(entries: Sequence[Entry]) -> list[Row]:
    """One row per opinion, with the last answer."""
    row: Row | None = None
    for entry in entries:
        if entry.payload is None:
            continue
        record = entry.record()
        if entry.kind == FEEDBACK:
            row = row or _opinion(entry, record)
        elif row is not None:
            row["answered_at"] = entry.occurred_at
            row["answer"] = record["answer"]
            row["answered_by"] = entry.officer
    return [] if row is None else [row]


def _opinion(entry: Entry, record: Mapping[str, Any]) -> Row:
    dossier, answer_by = record.get("dossier"), record.get("answer_by")
    return {
        "subject": entry.subject,
        "kind": record["kind"],
        "told_at": entry.occurred_at,
        "told_on": local_day(entry.occurred_at),
        "dossier": None if dossier is None else UUID(dossier),
        "agency_code": record.get("agency_code", ""),
        "about": record.get("about", ""),
        "name": record.get("name", ""),
        "phone": record.get("phone", ""),
        "words": record["words"],
        "answer_by": None if answer_by is None else date.fromisoformat(answer_by),
        "answered_at": None,
        "answer": "",
        "answered_by": "",
        "seat_number": record["seat_number"],
        "officer": entry.officer,
    }


def slips(entries: Sequence[Entry]) -> list[Row]:
    """One row per pile of slips; the last entry of the subject holds, and a pile may be empty."""
    told = [entry for entry in entries if entry.payload is not None]
    if not told:
        return []
    entry, record = told[-1], told[-1].record()
    return [
        {
            "subject": entry.subject,
            "category": Rating(record["category"]).value,
            "count": record.get("count", 1),
            "rated_on": local_day(entry.occurred_at),
            "agency_code": record["agency_code"],
            "words": record.get("words", ""),
            "typed_at": entry.recorded_at,
            "seat_number": record["seat_number"],
            "officer": entry.officer,
        }
    ]
