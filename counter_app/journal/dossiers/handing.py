"""The paper's way to the agency, back again, and from one agency to the next."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from counter_app.clock import local_day
from counter_app.domain.processing import Direction, Holder
from counter_app.domain.states import Act
from counter_app.journal.dossiers.life import Area, Kind, Life, Record, Row
from counter_app.journal.entries import Entry
from counter_app.schema.acts import hand_over, phase_step

HANDED_OVER: Final = "handed_over"
ACCEPTED: Final = "hand_over_accepted"
TAKEN_BACK: Final = "hand_over_undone"
PHASE_STARTED: Final = "phase_started"
LINKED: Final = "dossier_linked"


def list_line(
    life: Life, entry: Entry, record: Record, direction: Direction, undone_at: int | None = None
) -> None:
    """Add the dossier's line of the hand-over list that the record names."""
    told = record["batch"]
    life.rows(hand_over).append(
        {
            "subject": entry.subject,
            "entry_id": entry.entry_id,
            "direction": direction.value,
            "batch": UUID(told["id"]),
            "number": told["number"],
            "series": told["series"],
            "running": told["running"],
            "position": told["position"],
            "agency_code": told["agency_code"],
            "handed_at": entry.occurred_at,
            "handed_on": local_day(entry.occurred_at),
            "seat_number": told["seat_number"],
            "officer": entry.officer,
            "accepted_at": None,
            "receiver": "",
            "undone_at": undone_at,
        }
    )


def _handed_over(life: Life, entry: Entry, record: Record) -> None:
    row = life.row
    row["holder"] = Holder.AGENCY.value
    row["held_by"] = record["batch"]["agency_code"]
    row["handed_over_at"] = entry.occurred_at
    row["accepted_at"] = None
    list_line(life, entry, record, Direction.OUT)


def _never_handed_over(life: Life, _entry: Entry, record: Record, taking: Entry) -> None:
    list_line(life, taking, record, Direction.OUT, undone_at=taking.occurred_at)


def _accepted(life: Life, entry: Entry, record: Record) -> None:
    life.row["accepted_at"] = entry.occurred_at
    for line in life.rows(hand_over):
        if line["batch"] == UUID(record["batch"]) and line["undone_at"] is None:
            line["accepted_at"] = entry.occurred_at
            line["receiver"] = record.get("receiver", "")


def _taken_back(life: Life, _entry: Entry, _record: Record) -> None:
    """Tell nothing: the hand-over itself is left out."""


def _phase_started(life: Life, entry: Entry, record: Record) -> None:
    life.phases.append((entry, record))
    row = life.row
    row["phase"] = record["phase"]
    row["held_by"] = record["agency_code"]
    row["phase_due_at"] = record.get("due_at")
    row["phase_due_on"] = None if record.get("due_at") is None else local_day(record["due_at"])
    steps = life.rows(phase_step)
    if steps:
        steps[-1]["ended_at"] = entry.occurred_at
    steps.append(
        {
            "subject": entry.subject,
            "entry_id": entry.entry_id,
            "number": record["phase"],
            "agency_code": record["agency_code"],
            "started_at": entry.occurred_at,
            "due_at": record.get("due_at"),
            "ended_at": None,
        }
    )


def _linked(life: Life, _entry: Entry, record: Record) -> None:
    life.row["linked_to"] = UUID(record["main"])


def _at_first(_entry: Entry, _record: Record) -> Row:
    return {
        "holder": Holder.COUNTER.value,
        "held_by": "",
        "handed_over_at": None,
        "accepted_at": None,
        "phase": 1,
        "phase_due_at": None,
        "phase_due_on": None,
        "linked_to": None,
    }


AREA: Final = Area(
    (
        Kind(HANDED_OVER, _handed_over, (Act.HAND_OVER,), undone=_never_handed_over),
        Kind(ACCEPTED, _accepted, (Act.ACCEPT,)),
        Kind(TAKEN_BACK, _taken_back, takes_back=lambda _life, record: UUID(record["undoes"])),
        Kind(PHASE_STARTED, _phase_started, (Act.START_PHASE,)),
        Kind(LINKED, _linked),
    ),
    _at_first,
    (hand_over, phase_step),
)
