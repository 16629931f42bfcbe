"""Taking in a list of people at once: what is on the form is the pattern of all their dossiers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from counter_app.desk import Desk
from counter_app.devices.printers import JobStatus
from counter_app.domain.alike import AlikeLine
from counter_app.domain.intake_check import Field
from counter_app.domain.receipt import Receipt
from counter_app.errors import CounterError
from counter_app.exchange import whole_file
from counter_app.progress import Cancelled, Progress
from counter_app.usecases.alike import Alike, receive_alike
from counter_app.usecases.intake import IntakeIncomplete
from ui.errors import describe
from ui.fault_words import fault_words
from ui.intake_form.sheet import Sheet
from ui.notice import Kind, Notice
from ui.tasks import Lane, Task, Tasks

if TYPE_CHECKING:
    from counter_app.exchange.people import PeopleFile, PersonProblem

PrintReceipt = Callable[[Receipt], JobStatus]

_OF_PATTERN = (Field.PROCEDURE, Field.PAPERS, Field.RETURN_ADDRESS, Field.SETS, Field.NOTE)


@dataclass(frozen=True, slots=True)
class AlikeShown:
    """What the panel shows. `told` are lines of the file with what came of them."""

    asked: bool = False
    pattern: str = ""
    file: str = ""
    lines: tuple[AlikeLine, ...] = ()
    told: tuple[str, ...] = ()
    notice: Notice | None = None
    busy: bool = False
    printing: bool = False

    @property
    def can_act(self) -> bool:
        """Whether there is somebody to take in."""
        return bool(self.lines) and not self.busy


class AlikeList(QObject):
    """One list at a time. Stopped, it is begun again: who was taken in is passed over."""

    changed = Signal()
    wrong = Signal(str)
    """The place of the form that must be filled in first."""
    received = Signal()
    """Dossiers were taken in."""
    progressed = Signal(int, int)

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        print_receipt: PrintReceipt | None,
        sheet: Sheet,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.shown = AlikeShown()
        self._desk, self._tasks, self._print, self._sheet = desk, tasks, print_receipt, sheet
        self._work: Task[Alike] | Task[None] | None = None

    def begin(self) -> None:
        """Ask for the list; procedure, papers and ways of the form hold for everybody."""
        if self._sheet.locked or self.shown.asked:
            return
        if wrong := self._sheet.flagged(*_OF_PATTERN):
            self.wrong.emit(wrong)
        else:
            self._show(AlikeShown(True, self._sheet.form.procedure_name))

    def leave(self) -> None:
        """Put the panel away; what runs is stopped first."""
        if self.shown.busy:
            self.cancel()
        else:
            self._show(AlikeShown())

    def cancel(self) -> None:
        """Stop after the line in hand; what was taken in stays."""
        if self._work is not None:
            self._work.cancel()

    def read(self, path: Path) -> None:
        """Read the list."""
        if self.shown.busy:
            return

        def work(_: Progress) -> PeopleFile:
            from counter_app.exchange.people import read_people

            return read_people(path)

        self._show(replace(self.shown, busy=True, notice=None))
        self._tasks.start(
            self, work, lambda found: self._read(path, found), self._failed, lane=Lane.PAPER
        )

    def save_empty(self, path: Path) -> None:
        """Write the empty list, to be filled in."""

        def work(_: Progress) -> None:
            from counter_app.exchange.people import people_template

            whole_file.write(path, people_template())

        words = self.tr("The empty list was written to {file}.").format(file=path)
        self._tasks.start(
            self,
            work,
            lambda _: self._show(replace(self.shown, notice=Notice(Kind.GOOD, words))),
            self._failed,
            lane=Lane.PAPER,
        )

    def act(self) -> None:
        """Take everybody in, one dossier after the other, and print their receipts."""
        shown, desk = self.shown, self._desk
        if not shown.can_act:
            return
        pattern, lines = self._sheet.intake(), shown.lines
        self._show(replace(shown, busy=True, notice=None, told=()))
        self._work = self._tasks.start(
            self,
            lambda progress: receive_alike(desk, pattern, lines, progress),
            self._received,
            self._failed,
            lambda done, total, _: self.progressed.emit(done, total),
            lane=Lane.PAPER,
        )

    def _read(self, path: Path, found: PeopleFile) -> None:
        count, left = len(found.lines), len(found.problems)
        words = self.tr("%n person(s) on the list.", "", count)
        if left:
            lines = self.tr("%n line(s) cannot be read and are left out.", "", left)
            words = f"{words} {lines}"
        notice = Notice(Kind.WARN if left else Kind.GOOD, words)
        told = tuple(_problem_words(problem) for problem in found.problems)
        self._show(
            replace(
                self.shown,
                busy=False,
                file=path.name,
                lines=found.lines,
                told=told,
                notice=notice,
            )
        )

    def _received(self, done: Alike) -> None:
        words = self.tr("%n dossier(s) taken in.", "", len(done.taken_in))
        if done.open_already:
            known = self.tr("%n person(s) had one open already.", "", len(done.open_already))
            words = f"{words} {known}"
        if done.left_out:
            left = self.tr("%n line(s) could not be taken in.", "", len(done.left_out))
            words = f"{words} {left}"
        kind = Kind.WARN if done.left_out else Kind.GOOD
        row = self.tr("Line {row}: {what}")
        told = (
            *(row.format(row=one.row, what=_error_words(one.error)) for one in done.left_out),
            *(row.format(row=one.row, what=one.number) for one in done.open_already),
            *(row.format(row=one.row, what=one.receipt.number) for one in done.taken_in),
        )
        shown = replace(self.shown, busy=False, lines=(), told=told, notice=Notice(kind, words))
        self._show(shown)
        if done.taken_in:
            self.received.emit()
            self._print_all([one.receipt for one in done.taken_in], words)

    def _print_all(self, receipts: Sequence[Receipt], words: str) -> None:
        work = self._print
        if work is None:
            return

        def print_each(progress: Progress) -> None:
            for count, receipt in enumerate(receipts, start=1):
                work(receipt)
                progress.step(count, len(receipts))

        self._show(replace(self.shown, printing=True))
        self._work = self._tasks.start(
            self,
            print_each,
            lambda _: self._show(replace(self.shown, printing=False)),
            lambda error: self._not_printed(words, error),
            lambda done, total, _: self.progressed.emit(done, total),
            lane=Lane.PAPER,
        )

    def _not_printed(self, words: str, error: CounterError) -> None:
        said = self.tr("Not all receipts were printed: {why} Print them from their dossiers.")
        notice = Notice(Kind.WARN, f"{words} {said.format(why=describe(error))}")
        self._show(replace(self.shown, printing=False, notice=notice))

    def _failed(self, error: CounterError) -> None:
        words = describe(error)
        if isinstance(error, Cancelled):
            words = self.tr("Stopped. Who was taken in stays; begin again to take in the others.")
            self.received.emit()
        kind = Kind.INFO if isinstance(error, Cancelled) else Kind.BAD
        self._show(replace(self.shown, busy=False, notice=Notice(kind, words)))

    def _show(self, shown: AlikeShown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()


def _problem_words(problem: PersonProblem) -> str:
    translate = QCoreApplication.translate
    what = {
        "missing": translate("AlikeList", "missing"),
        "bad_day": translate("AlikeList", "no such day"),
        "unknown_word": translate("AlikeList", "not one of the words on offer"),
        "too_long": translate("AlikeList", "too long"),
    }[problem.fault]
    found = f" “{problem.found}”" if problem.found else ""
    words = translate("AlikeList", "Line {row}, {column}: {what}")
    return words.format(row=problem.row, column=problem.column, what=what) + found


def _error_words(error: CounterError) -> str:
    if isinstance(error, IntakeIncomplete):
        return ", ".join(fault_words(problem) for problem in error.problems)
    return describe(error)
