"""What an act on a dossier says, below who did it and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from counter_app.journal.dossiers.corrections import CORRECTED
from counter_app.journal.dossiers.handing import LINKED, PHASE_STARTED
from counter_app.store.stories import Step, StepStanding
from ui.moments import long_moment
from ui.pages.dossiers.correction_words import change_words, due_words


def step_notes(step: Step, *, unmasked: bool = False) -> tuple[str, ...]:
    """Return the lines below an act: what it changed, and why."""
    if step.standing not in (StepStanding.READ, StepStanding.CONFLICT):
        return ()
    return tuple(_notes(step, unmasked=unmasked))


def _notes(step: Step, *, unmasked: bool) -> Iterator[str]:
    if step.kind == CORRECTED:
        yield from _correction(step, unmasked=unmasked)
    elif step.kind == PHASE_STARTED:
        yield _phase(step.record)
    elif step.kind == LINKED:
        words = QCoreApplication.translate("Dossier", "A part of {number}")
        yield words.format(number=step.record.get("number", ""))


def _phase(record: Mapping[str, Any]) -> str:
    translate = QCoreApplication.translate
    words = translate("Dossier", "Phase {number}").format(number=record.get("phase", ""))
    parts = [record.get("name", ""), record.get("agency_name", "")]
    if (due_at := record.get("due_at")) is not None:
        parts.append(translate("Dossier", "due {moment}").format(moment=long_moment(due_at)))
    return f"{words}: {' · '.join(part for part in parts if part)}"


def _correction(step: Step, *, unmasked: bool) -> Iterator[str]:
    translate = QCoreApplication.translate
    if step.correction is not None:
        for change in step.correction.changes:
            yield change_words(change, unmasked=unmasked)
        if step.correction.due is not None:
            yield due_words(*step.correction.due)
    if why := step.record.get("reason"):
        yield translate("Dossier", "Why: {reason}").format(reason=why)
    if step.second:
        yield translate("Dossier", "Agreed: {officer}").format(officer=step.second)
