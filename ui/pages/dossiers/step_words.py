"""What an act on a dossier says, below who did it and when."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from counter_app.journal.dossiers.corrections import CORRECTED
from counter_app.store.stories import Step, StepStanding
from ui.pages.dossiers.correction_words import change_words, due_words


def step_notes(step: Step, *, unmasked: bool = False) -> tuple[str, ...]:
    """Return the lines below an act: what it changed, and why."""
    if step.standing not in (StepStanding.READ, StepStanding.CONFLICT):
        return ()
    return tuple(_notes(step, unmasked=unmasked))


def _notes(step: Step, *, unmasked: bool) -> Iterator[str]:
    if step.kind == CORRECTED:
        yield from _correction(step, unmasked=unmasked)


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
