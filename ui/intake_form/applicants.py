"""Offering people and organisations who handed in before."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from counter_app.desk import Desk
from counter_app.domain.identity import phone_shown
from counter_app.errors import CounterError
from counter_app.progress import Cancelled
from counter_app.store.applicants import EarlierApplicant
from ui.dossier_words import masked
from ui.intake_form import questions
from ui.intake_form.form import Side
from ui.intake_form.shown import ApplicantLine, Applicants
from ui.moments import full_moment
from ui.tasks import Task, Tasks

_FEWEST_LETTERS = 2


class ApplicantFinder(QObject):
    """Answers what was typed in one field at a time."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._task: Task[list[EarlierApplicant]] | None = None
        self.found = Applicants()

    def find(self, side: Side, name: str, text: str) -> None:
        """Look for what is typed in a field."""
        if self._task is not None:
            self._task.abandon()
        if len(text.strip()) < _FEWEST_LETTERS:
            self.forget()
            return
        desk = self._desk
        self._task = self._tasks.start(
            self,
            lambda _: questions.earlier_applicants(desk, text),
            lambda found: self._answered(Applicants(side, name, tuple(map(_line, found)))),
            self._unanswered,
        )

    def forget(self) -> None:
        """Offer nobody."""
        if self._task is not None:
            self._task.abandon()
            self._task = None
        self._answered(Applicants())

    def _answered(self, found: Applicants) -> None:
        self.found = found
        self.changed.emit()

    def _unanswered(self, error: CounterError) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(error)


def _line(found: EarlierApplicant) -> ApplicantLine:
    party = found.party
    parts = (
        masked(party.identity_number),  # of all who are called so, seen across the counter
        phone_shown(party.phone) if party.phone else "",
        full_moment(found.last_received_at),
    )
    return ApplicantLine(party, " · ".join(part for part in parts if part))
