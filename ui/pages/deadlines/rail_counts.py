"""How many dossiers are overdue or due today: the count beside the page's name."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.store.dossiers import DueCounts, due_counts
from counter_app.store.due_board import next_working_day
from counter_app.store.engine import Session
from ui.tasks import Task, Tasks

_MINUTE_MS = 60_000


class RailCounts(QObject):
    """Counted every minute and whenever something was received or came in."""

    changed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.counts = DueCounts(0, 0, 0)
        self._desk, self._tasks = desk, tasks
        self._question: Task[DueCounts] | None = None
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.refresh)
        self._minute.start()

    @property
    def text(self) -> str:
        """What the rail shows: overdue and due today together, "" for none."""
        urgent = self.counts.overdue + self.counts.today
        return str(urgent) if urgent else ""

    def refresh(self) -> None:
        """Count again; a count that is under way is enough."""
        if self._question is None or not self._question.running:
            # A count that fails leaves the old one; the page itself says what is the matter.
            self._question = self._tasks.start(
                self, lambda _: self._desk.ask(_count, self._desk), self._take, lambda _: None
            )

    def _take(self, counts: DueCounts) -> None:
        if counts != self.counts:
            self.counts = counts
            self.changed.emit()


def _count(session: Session, desk: Desk) -> DueCounts:
    today = local_day(desk.clock.now_ms())
    return due_counts(session, today, next_working_day(session, today))
