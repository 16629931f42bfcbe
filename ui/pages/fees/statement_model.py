"""What the bank's statement shows: what each line would confirm, and then what it confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from counter_app.desk import Desk
from counter_app.domain.statement import Awaited, Fault, StatementLine
from counter_app.errors import CounterError
from counter_app.progress import Cancelled, Progress
from counter_app.usecases.printing import Form
from counter_app.usecases.statements import Foreseen, StatementOutcome, preview, take_statement
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.pages.fees.view_model import PrintPaper
from ui.tasks import Lane, Task, Tasks

if TYPE_CHECKING:
    from counter_app.exchange.bank_statement import Statement


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A line of the file with what became of it; `error` is why it was refused."""

    line: StatementLine
    found: Awaited | Fault | None
    subject: UUID | None = None
    number: str = ""
    owner_name: str = ""
    receipt: UUID | None = None
    error: str = ""

    @property
    def matches(self) -> bool:
        """Whether it confirms a transfer, or did so now."""
        return isinstance(self.found, Awaited)


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the part shows. `unread` are rows of the file that are no transactions."""

    file: str = ""
    rows: tuple[StatementRow, ...] = ()
    unread: tuple[int, ...] = ()
    taken: bool = False
    """Whether the statement was taken; before that the rows tell what it would do."""
    progress: tuple[int, int] | None = None
    notice: Notice | None = None
    busy: bool = False

    @property
    def matching(self) -> int:
        """How many lines confirm a transfer."""
        return sum(row.matches for row in self.rows)

    @property
    def can_take(self) -> bool:
        """Whether F9 confirms something."""
        return bool(self.matching) and not self.taken and not self.busy

    @property
    def receipts(self) -> tuple[UUID, ...]:
        """The receipts that were issued now."""
        return tuple(row.receipt for row in self.rows if row.receipt is not None)


class StatementViewModel(QObject):
    """One file after the other; taking the same one twice changes nothing."""

    changed = Signal()
    acted = Signal()
    """Transfers were confirmed."""

    def __init__(
        self, desk: Desk, tasks: Tasks, print_paper: PrintPaper, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.shown = Shown()
        self._desk, self._tasks, self._print = desk, tasks, print_paper
        self._lines: tuple[StatementLine, ...] = ()
        self._task: Task[StatementOutcome] | None = None

    def choose(self, path: Path) -> None:
        """Read a file and say what it would confirm; nothing is written."""
        if self.shown.busy:
            return
        desk = self._desk
        self._show(Shown(file=path.name, busy=True))
        self._tasks.start(
            self, lambda _: _read(desk, path), self._read, self._unreadable, lane=Lane.PAPER
        )

    def take(self) -> None:
        """Confirm what matches."""
        if not self.shown.can_take:
            return
        desk, lines = self._desk, self._lines
        self._show(replace(self.shown, busy=True, notice=None, progress=(0, len(lines))))

        def work(progress: Progress) -> StatementOutcome:
            return take_statement(desk, lines, progress)

        self._task = self._tasks.start(
            self,
            work,
            self._taken,
            self._stopped,
            lambda done, total, _: self._show(replace(self.shown, progress=(done, total))),
        )

    def cancel(self) -> None:
        """Stop; what was confirmed stays, and the rest can be taken later."""
        if self._task is not None:
            self._task.cancel()

    def print(self) -> None:
        """Print every receipt that was issued now."""
        receipts, work = self.shown.receipts, self._print
        if not receipts or self.shown.busy:
            return
        self._show(replace(self.shown, busy=True))
        words = self.tr("%n receipt(s) handed to the printer.", "", len(receipts))

        def print_all(_progress: Progress) -> None:
            for receipt in receipts:
                work(receipt, Form.FEE_RECEIPT)

        self._tasks.start(
            self,
            print_all,
            lambda _: self._show(replace(self.shown, busy=False, notice=Notice(Kind.GOOD, words))),
            self._failed,
            lane=Lane.PAPER,
        )

    def close_notice(self) -> None:
        """The cashier has read it."""
        self._show(replace(self.shown, notice=None))

    def _read(self, found: tuple[Statement, tuple[Foreseen, ...]]) -> None:
        statement, foreseen = found
        self._lines = statement.lines
        rows = tuple(
            StatementRow(one.line, one.found, one.subject, one.number, one.owner_name)
            for one in foreseen
        )
        unread = tuple(one.row for one in statement.unread)
        self._show(Shown(self.shown.file, rows, unread))

    def _taken(self, outcome: StatementOutcome) -> None:
        receipts = {one.line.row: one.receipt for one in outcome.confirmed}
        refused = {
            one.line.row: describe(one.error) for one in outcome.unmatched if one.error is not None
        }
        rows = tuple(_after(row, receipts, refused) for row in self.shown.rows)
        words = self.tr("%n transfer(s) confirmed.", "", len(outcome.confirmed))
        notice = Notice(Kind.WARN if refused else Kind.GOOD, words)
        self._show(
            replace(self.shown, rows=rows, taken=True, busy=False, progress=None, notice=notice)
        )
        self.acted.emit()

    def _stopped(self, error: CounterError) -> None:
        self._failed(error)
        if isinstance(error, Cancelled):
            self.acted.emit()

    def _unreadable(self, error: CounterError) -> None:
        self._show(Shown(notice=Notice(Kind.BAD, describe(error))))

    def _failed(self, error: CounterError) -> None:
        notice = Notice(Kind.BAD, describe(error))
        self._show(replace(self.shown, busy=False, progress=None, notice=notice))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()


def _read(desk: Desk, path: Path) -> tuple[Statement, tuple[Foreseen, ...]]:
    from counter_app.exchange.bank_statement import read_statement

    statement = read_statement(path)
    return statement, preview(desk, statement.lines)


def _after(
    row: StatementRow, receipts: Mapping[int, UUID], refused: Mapping[int, str]
) -> StatementRow:
    if row.line.row in refused:
        return replace(row, found=Fault.REFUSED, error=refused[row.line.row])
    return replace(row, receipt=receipts.get(row.line.row))
