"""Receiving the dossier and printing its paper: disk first, then paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal

from counter_app.clock import to_ms
from counter_app.desk import Desk
from counter_app.devices.printers import JobState, JobStatus
from counter_app.domain.dossier import Intake
from counter_app.domain.receipt import Receipt
from counter_app.domain.roles import Duty, may
from counter_app.errors import CounterError
from counter_app.usecases.duplicates import Duplicate
from ui.dossier_words import state_badge
from ui.errors import describe
from ui.moments import full_moment, long_moment
from ui.notice import Kind
from ui.pages.intake import questions
from ui.pages.intake.shown import DuplicateLine, ReceivedShown
from ui.pages.intake.words import match_words
from ui.tasks import Lane, Tasks

PrintReceipt = Callable[[Receipt], JobStatus]
"""Prints the papers of an intake, off the GUI thread; raises CounterError where it cannot."""


class Receiving(QObject):
    """One dossier at a time; the paper may still be on its way when the next one comes."""

    changed = Signal()
    done = Signal(object)
    """The Receipt of the dossier that now lies on disk."""
    held = Signal()
    """It may be here already: nothing was saved, the officer decides."""
    failed = Signal(object)
    """Nothing was saved: a CounterError."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        print_receipt: PrintReceipt | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._print_receipt = desk, tasks, print_receipt
        self.busy = False
        self.duplicates: tuple[DuplicateLine, ...] = ()
        self.received: ReceivedShown | None = None
        self._asked: Intake | None = None

    def start(self, intake: Intake, draft: UUID | None, *, also_twice: bool = False) -> None:
        """Receive it, unless it may be here already and `also_twice` does not allow that."""
        self.busy, self.duplicates, self._asked = True, (), intake
        desk = self._desk
        self._tasks.start(
            self,
            lambda _: questions.take_in(desk, intake, draft, also_twice=also_twice),
            self._answered,
            self._refused,
        )
        self.changed.emit()

    def compare(self, intake: Intake) -> None:
        """The officer types on: what was asked holds no longer, unless it is still the same.

        The panel takes the focus, and a field that the program filled in counts as confirmed when
        it is left: that is no answer.
        """
        if intake != self._asked:
            self.dismiss()

    def dismiss(self) -> None:
        """The officer wants to look again before receiving."""
        if self.duplicates:
            self.duplicates = ()
            self.changed.emit()

    def print_again(self) -> None:
        """Print the paper of the dossier received last once more."""
        if self.received is not None and self.received.printable:
            self._print(self.received.receipt)

    def forget(self) -> None:
        """Say no more of the dossier received last."""
        self.received = None
        self.changed.emit()

    def _answered(self, answer: Receipt | tuple[Duplicate, ...]) -> None:
        self.busy = False
        if isinstance(answer, tuple):
            self.duplicates = tuple(_line(found) for found in answer)
            self.held.emit()
            return
        collectable = _costs(answer) and may(self._desk.acting.roles, Duty.COLLECT)
        self.received = ReceivedShown(answer, _received_words(answer), collectable=collectable)
        self._print(answer)
        self.done.emit(answer)

    def _refused(self, error: CounterError) -> None:
        self.busy = False
        self.failed.emit(error)

    def _print(self, receipt: Receipt) -> None:
        work = self._print_receipt
        if work is None:
            return
        words = QCoreApplication.translate("Intake", "Printing…")
        self._tell(receipt, Kind.INFO, words, printable=False)
        self._tasks.start(
            self,
            lambda _: work(receipt),
            lambda status: self._tell(receipt, *_state_words(status.state), status.words),
            lambda error: self._tell(receipt, *_state_words(JobState.FAILED), describe(error)),
            lane=Lane.PAPER,
        )

    def _tell(
        self, receipt: Receipt, kind: Kind, words: str, says: str = "", *, printable: bool = True
    ) -> None:
        if self.received is not None and self.received.receipt.subject == receipt.subject:
            self.received = replace(
                self.received,
                printing=kind,
                printing_words=words,
                printer_says=says,
                printable=printable,
            )
            self.changed.emit()


def _state_words(state: JobState) -> tuple[Kind, str]:
    translate = QCoreApplication.translate
    return {
        JobState.QUEUED: (Kind.INFO, translate("Intake", "Waits for the printer")),
        JobState.SENT: (Kind.GOOD, translate("Intake", "Sent to the printer")),
        JobState.CONFIRMED: (Kind.GOOD, translate("Intake", "Printed")),
        JobState.FAILED: (Kind.BAD, translate("Intake", "Not printed")),
    }[state]


def _received_words(receipt: Receipt) -> str:
    if receipt.due_at is None:
        return receipt.owner.name
    words = QCoreApplication.translate("Intake", "{owner} · due {due}")
    return words.format(owner=receipt.owner.name, due=long_moment(to_ms(receipt.due_at)))


def _costs(receipt: Receipt) -> bool:
    return not receipt.free and any(line.amount for line in receipt.fees)


def _line(found: Duplicate) -> DuplicateLine:
    row = found.dossier
    return DuplicateLine(
        row.subject,
        row.number,
        row.owner_name,
        full_moment(row.received_at),
        state_badge(row.state),
        match_words(found.matched),
    )
