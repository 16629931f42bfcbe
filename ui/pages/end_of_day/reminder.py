"""Tells at the beginning of a day that an earlier one was not closed with the centre."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.store.outbox import unclosed_day
from ui.notice import Kind, Notice
from ui.tasks import Tasks


class DayReminder(QObject):
    """Looks once for a day left open; what it found is told as a notice of the window."""

    found = Signal(object)
    """A `Notice`; never emitted where every earlier day is closed."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks

    def look(self) -> None:
        """Ask the file."""
        desk, today = self._desk, local_day(self._desk.clock.now_ms())
        self._tasks.start(
            self,
            lambda _: desk.ask(unclosed_day, desk.seat.stream_id, today),
            self._answered,
            lambda _: None,
        )

    def _answered(self, day: date | None) -> None:
        if day is not None:
            words = self.tr("{day} was not closed with the centre: F7 closes it.")
            self.found.emit(Notice(Kind.WARN, words.format(day=f"{day:%d/%m/%Y}")))
