"""What is not yet at the centre, and what keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.desk import Desk
from counter_app.store.outbox import UnsentRow, waiting
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.sync_watch import Known, SyncWatch
from ui.tasks import Task, Tasks

_MOST = 500
_RETOLD_MS = 30_000


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the view shows. `technical` is for a technician."""

    known: Known = field(default_factory=Known)
    waiting: tuple[UnsentRow, ...] = ()
    now_ms: int = 0
    notice: Notice | None = None

    @property
    def problem(self) -> str:
        """What keeps the work from the centre, in words; "" for nothing."""
        if self.known.unread is not None:
            return describe(self.known.unread)
        if self.known.error is not None:
            return describe(self.known.error)
        return self.known.status.problem if self.known.status is not None else ""

    @property
    def technical(self) -> str:
        """The same in the technician's words."""
        error = self.known.unread or self.known.error
        return str(error) if error is not None else self.problem

    @property
    def passes_by_itself(self) -> bool:
        """Whether trying again may be enough."""
        error = self.known.unread or self.known.error
        return error is None or error.temporary


class SyncViewModel(QObject):
    """How things stand with the centre."""

    changed = Signal()
    advanced = Signal(int, int, str)
    """(done, total, "push" or "pull") of the round that runs."""

    def __init__(
        self, desk: Desk, tasks: Tasks, watch: SyncWatch, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._watch = desk, tasks, watch
        self._question: Task[list[UnsentRow]] | None = None
        self.shown = Shown(watch.known, now_ms=desk.clock.now_ms())
        watch.changed.connect(self._watched)
        watch.advanced.connect(self.advanced)
        self._again = QTimer(self, interval=_RETOLD_MS)
        self._again.timeout.connect(self._retell)
        self._again.start()

    def refresh(self) -> None:
        """Ask the file and the watch how things stand."""
        self._watch.refresh()
        self._ask()

    def sync_now(self) -> None:
        """Start a round at once."""
        self._show(replace(self.shown, notice=None))
        self._watch.sync_now()

    def cancel(self) -> None:
        """Stop the round at its next step; what was sent stays sent."""
        self._watch.cancel()

    def copied(self) -> None:
        """Say that something is in the clipboard."""
        self._show(replace(self.shown, notice=Notice(Kind.INFO, self.tr("Copied."))))

    def close_notice(self) -> None:
        """The officer has read it."""
        self._show(replace(self.shown, notice=None))

    def _ask(self) -> None:
        if self._question is not None:
            self._question.abandon()
        desk = self._desk
        self._question = self._tasks.start(
            self,
            lambda _: desk.ask(waiting, desk.seat.stream_id, _MOST),
            self._answered,
            lambda error: self._show(replace(self.shown, notice=Notice(Kind.BAD, describe(error)))),
        )

    def _answered(self, rows: list[UnsentRow]) -> None:
        now = self._desk.clock.now_ms()
        self._show(replace(self.shown, waiting=tuple(rows), now_ms=now))

    def _watched(self) -> None:
        known = self._watch.known
        counted = known.status != self.shown.known.status
        self._show(replace(self.shown, known=known))
        if counted:
            self._ask()

    def _retell(self) -> None:
        self._show(replace(self.shown, now_ms=self._desk.clock.now_ms()))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()
