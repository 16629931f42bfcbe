"""What the monitor shows: the day from the local file, the counters from the centre itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.errors import CounterError
from counter_app.store.day_board import DayBoard, day_board
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.tasks import Lane, Task, Tasks

if TYPE_CHECKING:
    from counter_app.centre.status import CentreStatus

EVERY_MS = 60_000
AskCentre = Callable[[], "CentreStatus"]
"""Asks the centre for its state; runs on the outside lane."""


@dataclass(frozen=True)
class Shown:
    """All that the monitor shows. `centre` is None where the centre cannot be asked from here."""

    board: DayBoard | None = None
    read_at: int = 0
    centre: CentreStatus | None = None
    asked_at: int = 0
    notice: Notice | None = None


class MonitorViewModel(QObject):
    """Reads the day anew every minute while it is looked at, and whenever something arrived."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        ask_centre: AskCentre | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Make the model; `ask_centre` is None for who may not ask the centre itself."""
        super().__init__(parent)
        self.shown = Shown()
        self._desk, self._tasks, self._ask_centre = desk, tasks, ask_centre
        self._asking: Task[CentreStatus] | None = None
        self._again = QTimer(self, interval=EVERY_MS)
        self._again.timeout.connect(self.refresh)

    def watch(self) -> None:
        """Look now, and every minute from now on."""
        self.refresh()
        self._again.start()

    def rest(self) -> None:
        """Look no more."""
        self._again.stop()

    def refresh(self) -> None:
        """Read the day, and ask the centre."""
        today = local_day(self._desk.clock.now_ms())
        self._tasks.start(
            self, lambda _: self._desk.ask(day_board, today), self._take_board, self._failed
        )
        ask = self._ask_centre
        if ask is not None and (self._asking is None or not self._asking.running):
            self._asking = self._tasks.start(
                self, lambda _: ask(), self._take_centre, self._failed, lane=Lane.OUTSIDE
            )

    def close_notice(self) -> None:
        """The officer has read it."""
        self._show(replace(self.shown, notice=None))

    def _take_board(self, board: DayBoard) -> None:
        self._show(replace(self.shown, board=board, read_at=self._desk.clock.now_ms()))

    def _take_centre(self, status: CentreStatus) -> None:
        now = self._desk.clock.now_ms()
        self._show(replace(self.shown, centre=status, asked_at=now, notice=None))

    def _failed(self, error: CounterError) -> None:
        if type(error).__name__ == "OfficeClosed":
            return  # nobody has said where the centre is: the day is shown without the counters
        self._show(replace(self.shown, notice=Notice(Kind.WARN, describe(error))))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()
