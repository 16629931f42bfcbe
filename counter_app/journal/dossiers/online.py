"""Dossiers that come from the portal with their number: announced, then taken in or refused."""

from __future__ import annotations

from typing import Final

from counter_app.clock import local_day
from counter_app.domain.states import Act
from counter_app.journal.dossiers import money, promises
from counter_app.journal.dossiers.life import Area, Kind, Life, Record, nothing_yet
from counter_app.journal.dossiers.results import finish
from counter_app.journal.entries import Entry

TAKEN_IN: Final = "announced_taken_in"
REFUSED: Final = "announced_refused"


def _taken_in(life: Life, entry: Entry, record: Record) -> None:
    """Let the term begin: it counts from the moment the centre took the dossier in."""
    row = life.row
    before, life.record = life.record, {**life.record, **record["intake"]}
    life.told_by = entry
    money.follow_table(life, before)
    row["received_at"] = entry.occurred_at
    row["received_on"] = local_day(entry.occurred_at)
    row["seat_number"] = life.record["seat_number"]
    row["officer"] = row["assigned_to"] = entry.officer
    due_at = life.record.get("due_at")
    promises.move_due(life, entry, due_at, due_at)
    row["original_due_at"], row["original_due_on"] = row["due_at"], row["due_on"]


def _refused(life: Life, entry: Entry, _record: Record) -> None:
    finish(life, entry)


AREA: Final = Area(
    (
        Kind(TAKEN_IN, _taken_in, (Act.RECEIVE,)),
        Kind(REFUSED, _refused, (Act.REFUSE,)),
    ),
    nothing_yet,
)
