"""What the receipt books show: how far each is, and the receipts of a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.errors import CounterError
from counter_app.store.engine import Session
from counter_app.store.money import FeeReceiptRow, taken_on
from counter_app.store.receipt_books import BookRow, books
from counter_app.usecases.printing import Form
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.pages.fees.view_model import PrintPaper
from ui.pages.fees.words import few_left_words
from ui.tasks import Lane, Task, Tasks

Found = tuple[date, tuple[BookRow, ...], tuple[FeeReceiptRow, ...]]


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the part shows; `day` is None until the file has answered."""

    day: date | None = None
    books: tuple[BookRow, ...] = ()
    receipts: tuple[FeeReceiptRow, ...] = ()
    few_left: str = ""
    is_today: bool = True
    notice: Notice | None = None

    @property
    def taken(self) -> int:
        """What the receipts of the day that hold come to."""
        return sum(one.money.total for one in self.receipts if one.void_at is None)


class BooksViewModel(QObject):
    """The books of this seat, those of former streams too."""

    changed = Signal()

    def __init__(
        self, desk: Desk, tasks: Tasks, print_paper: PrintPaper, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.shown = Shown()
        self._desk, self._tasks, self._print = desk, tasks, print_paper
        self._back = 0
        self._question: Task[Found] | None = None

    def refresh(self) -> None:
        """Read the books and the receipts of the day again."""
        if self._question is not None:
            self._question.abandon()
        desk = self._desk
        day = local_day(desk.clock.now_ms()) - timedelta(days=self._back)
        ask: Callable[[Session], Found] = lambda session: (  # noqa: E731
            day,
            tuple(books(session, desk.seat.stream_id, desk.seat.number)),
            tuple(taken_on(session, day, desk.seat.number)),
        )
        self._question = self._tasks.start(self, lambda _: desk.ask(ask), self._found, self._failed)

    def step(self, days: int) -> None:
        """Show the receipts of the day before or after; no day to come."""
        back = max(self._back - days, 0)
        if back != self._back:
            self._back = back
            self.refresh()

    def print_again(self, receipt: UUID) -> None:
        """Print a receipt once more; the paper says how often it was printed."""
        words, work = self.tr("The paper was handed to the printer."), self._print
        self._tasks.start(
            self,
            lambda _: work(receipt, Form.FEE_RECEIPT),
            lambda _: self._show(replace(self.shown, notice=Notice(Kind.GOOD, words))),
            self._failed,
            lane=Lane.PAPER,
        )

    def close_notice(self) -> None:
        """The cashier has read it."""
        self._show(replace(self.shown, notice=None))

    def _found(self, found: Found) -> None:
        day, rows, receipts = found
        mine = [row for row in rows if row.mine]
        self._show(
            Shown(
                day,
                rows,
                receipts[::-1],
                few_left_words(mine),
                self._back == 0,
                self.shown.notice,
            )
        )

    def _failed(self, error: CounterError) -> None:
        self._show(replace(self.shown, notice=Notice(Kind.BAD, describe(error))))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()
