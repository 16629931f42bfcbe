"""Supplements and stops: acts that let the term stand still, and those that let it run on."""

from __future__ import annotations

from datetime import date
from typing import Final

from counter_app.domain.processing import Holder, PauseKind
from counter_app.domain.states import Act, State
from counter_app.journal.dossiers import pauses
from counter_app.journal.dossiers.life import Area, Kind, Life, Record, nothing_yet
from counter_app.journal.entries import Entry

SUPPLEMENT_REQUESTED: Final = "supplement_requested"
SUPPLEMENT_RECEIVED: Final = "supplement_received"
STOPPED: Final = "processing_stopped"
RESUMED: Final = "processing_resumed"


def _supplement_requested(life: Life, entry: Entry, record: Record) -> None:
    pauses.begin(life, entry, record, PauseKind.SUPPLEMENT.value)
    answer_by = record.get("answer_by")
    life.row["answer_by"] = None if answer_by is None else date.fromisoformat(answer_by)
    life.row["supplement_count"] += 1


def _stopped(life: Life, entry: Entry, record: Record) -> None:
    pauses.begin(life, entry, record, PauseKind.STOP.value)


def going_on(life: Life, entry: Entry, record: Record) -> None:
    """End a pause; a dossier that goes back to the counter is held there again."""
    pauses.end(life, entry, record)
    if life.state is State.RECEIVED:
        life.row["holder"] = Holder.COUNTER.value
        life.row["held_by"] = ""


GOING_ON: Final = (Act.CONTINUE, Act.REWORK)
"""The moves that end a pause."""

AREA: Final = Area(
    (
        Kind(SUPPLEMENT_REQUESTED, _supplement_requested, (Act.ASK_SUPPLEMENT,)),
        Kind(SUPPLEMENT_RECEIVED, going_on, GOING_ON),
        Kind(STOPPED, _stopped, (Act.STOP,)),
        Kind(RESUMED, going_on, GOING_ON),
    ),
    nothing_yet,
)
