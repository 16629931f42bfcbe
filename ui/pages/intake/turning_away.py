"""Turning a citizen away in writing: refused, or guided to come again with what is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.domain.intake_check import Field
from counter_app.domain.processing import Supplement, SupplementLine
from counter_app.domain.reasons import ReasonKind
from counter_app.errors import CounterError
from counter_app.store.reference import settings
from counter_app.usecases import refusals
from counter_app.usecases.printing import Form as PrintedForm
from counter_app.usecases.refusals import TurnedAway
from ui.errors import describe
from ui.intake_form.form import Form
from ui.intake_form.sheet import Sheet
from ui.pages.intake.shown import NOT_ASKED, AwayShown
from ui.tasks import Lane, Tasks

PrintLetter = Callable[[UUID, PrintedForm], None]
"""Prints a letter by its subject, off the GUI thread."""


class TurningAway(QObject):
    """One slip at a time. What is typed in the form stays until it is on disk."""

    changed = Signal()
    wrong = Signal(str)
    """The place that must be filled in first."""
    done = Signal(str)
    """The slip lies on disk: what was done, in words."""
    unprinted = Signal(str)
    """It was not printed: what was done, and why not."""
    failed = Signal(object)
    """Nothing was saved: a CounterError that is not about the reason."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        print_letter: PrintLetter | None,
        sheet: Sheet,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.shown = NOT_ASKED
        self._desk, self._tasks, self._print, self._sheet = desk, tasks, print_letter, sheet
        self._reason = ""
        self._last: tuple[UUID, PrintedForm, str] | None = None

    def begin(self) -> None:
        """Ask why; procedure and name are needed, the rest of the form is not."""
        if self._sheet.locked:
            return
        if wrong := self._sheet.flagged(Field.PROCEDURE, Field.SUBMITTER_NAME):
            self.wrong.emit(wrong)
        else:
            self._show(AwayShown(True, self._reason, missing=missing_of(self._sheet.form)))
            desk = self._desk
            self._tasks.start(self, lambda _: _phrases(desk), self._offer)

    def set_reason(self, reason: str) -> None:
        """Take what was typed."""
        self._reason = reason
        self._show(replace(self.shown, reason=reason, fault=""))

    def leave(self) -> None:
        """Ask no more; the reason typed waits for the next time."""
        if not self.shown.busy:
            self._show(NOT_ASKED)

    def refuse(self) -> None:
        """Refuse with Mẫu số 03; the intake is counted, but gets no number."""
        desk, because, intake = self._desk, self.shown.reason, self._sheet.intake()
        self._start(lambda: refusals.refuse(desk, intake, because), PrintedForm.REFUSAL)

    def guide(self) -> None:
        """Tell with Mẫu số 02 what is missing."""
        desk, intake = self._desk, self._sheet.intake()
        told = Supplement(self.shown.missing, self.shown.reason.strip())
        self._start(lambda: refusals.guide(desk, intake, told), PrintedForm.SUPPLEMENT)

    def print_again(self) -> None:
        """Print the slip made last."""
        work, last = self._print, self._last
        if work is None or last is None:
            return
        subject, form, words = last
        self._tasks.start(
            self,
            lambda _: work(subject, form),
            None,
            lambda error: self._unprinted(words, error),
            lane=Lane.PAPER,
        )

    def _offer(self, phrases: tuple[str, ...]) -> None:
        if self.shown.asked:
            self._show(replace(self.shown, phrases=phrases))

    def _start(self, work: Callable[[], TurnedAway], form: PrintedForm) -> None:
        if self.shown.busy or not self.shown.asked:
            return
        self._show(replace(self.shown, busy=True, fault=""))
        self._tasks.start(
            self, lambda _: work(), lambda done: self._done(done, form), self._refused
        )

    def _done(self, done: TurnedAway, form: PrintedForm) -> None:
        self._reason = ""
        self._show(NOT_ASKED)
        words = self.tr("Turned away in writing: {letter}.").format(letter=done.letter)
        self._last = (done.subject, form, words)
        self.done.emit(words)
        self.print_again()

    def _unprinted(self, words: str, error: CounterError) -> None:
        said = self.tr("It was not printed: {why}").format(why=describe(error))
        self.unprinted.emit(f"{words} {said}")

    def _refused(self, error: CounterError) -> None:
        if type(error).__name__ in ("ReasonMissing", "NothingAskedFor"):
            self._show(replace(self.shown, busy=False, fault=describe(error)))
            return
        self._show(NOT_ASKED)
        self.failed.emit(error)

    def _show(self, shown: AwayShown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()


def _phrases(desk: Desk) -> tuple[str, ...]:
    today = local_day(desk.clock.now_ms())
    return desk.ask(settings, today).reasons().phrases(ReasonKind.REFUSAL, today)


def missing_of(form: Form) -> tuple[SupplementLine, ...]:
    """Return the lines of the checklist that are not there, with the copies they ask for."""
    return tuple(
        SupplementLine(
            paper.name,
            paper.note.strip(),
            paper.originals,
            paper.certified_copies,
            paper.photocopies,
        )
        for paper in form.papers
        if not paper.present and not paper.free and paper.required
    )
