"""Sync beside the officer's work: rounds when they are due, and what is known of the centre.

Nothing here waits: rounds run on the outside lane, the file is asked on the store lane.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.errors import CounterError
from counter_app.progress import Cancelled, Progress
from ui.tasks import Lane, Task, Tasks

if TYPE_CHECKING:
    from counter_app.sync.background import Background
    from counter_app.sync.round import RoundResult
    from counter_app.sync.status import SyncStatus

TICK_MS = 500
"""How often it is looked whether a round is due."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the way to the centre.

    `status` is None until the file has answered, and again when it could not: then `unread` says
    why. `error` is what stopped the last round of this run of the program; None after a success.
    """

    status: SyncStatus | None = None
    unread: CounterError | None = None
    running: bool = False
    error: CounterError | None = None


class SyncWatch(QObject):
    """Starts rounds, and keeps `known` true. Lives as long as the counter is open."""

    changed = Signal()
    """`known` is another."""
    advanced = Signal(int, int, str)
    """(done, total, "push" or "pull") of the round that runs."""
    arrived = Signal()
    """Entries went out or came in: lists are asked anew."""
    renewed = Signal(object)
    """The seat (`Seat`) goes on in a new stream: the desk must be made anew with it."""

    def __init__(
        self,
        status: Callable[[], SyncStatus],
        run: Callable[[Progress], RoundResult],
        tasks: Tasks,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.known = Known()
        self._status, self._run = status, run
        self._tasks, self._background = tasks, background
        self._round: Task[RoundResult] | None = None
        self._asking: Task[SyncStatus] | None = None
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.look)

    def start(self) -> None:
        """Begin: tell how things stand, then sync whenever it is due."""
        self.refresh()
        self._tick.start()

    def stop(self) -> None:
        """Start no further round, and give up the one that runs at its next step."""
        self._tick.stop()
        if self._round is not None:
            self._round.abandon()

    def look(self) -> None:
        """Start a round when one is due."""
        if self._round is not None and not self._round.running and self._background.running:
            # The round ended by a bug and told nobody: sync goes on, at the pace of a failure.
            self._background.failed()
            self._show(replace(self.known, running=False))
        if self._background.due():
            self._begin()

    def acted(self) -> None:
        """Take note that an act was written: it is told at once and sent soon."""
        self._background.acted()
        self.refresh()

    def sync_now(self) -> None:
        """Start a round at once; one that runs already is enough."""
        self._background.wanted()
        self.look()

    def cancel(self) -> None:
        """Stop the round at its next step; what was sent stays sent."""
        if self._round is not None:
            self._round.cancel()

    def refresh(self) -> None:
        """Ask the file how things stand."""
        if self._asking is not None:
            self._asking.abandon()
        self._asking = self._tasks.start(self, lambda _: self._status(), self._told, self._untold)

    def _begin(self) -> None:
        self._background.started()
        self._show(replace(self.known, running=True))
        self._round = self._tasks.start(
            self, self._run, self._succeeded, self._failed, self.advanced.emit, Lane.OUTSIDE
        )

    def _succeeded(self, result: RoundResult) -> None:
        self._background.succeeded()
        self._show(replace(self.known, running=False, error=None))
        self.refresh()
        if result.renewed:
            self.renewed.emit(result.seat)
        if result.pushed or result.pulled:
            self.arrived.emit()

    def _failed(self, error: CounterError) -> None:
        if isinstance(error, Cancelled):
            self._background.succeeded()
            self._show(replace(self.known, running=False))
        else:
            self._background.failed()
            self._show(replace(self.known, running=False, error=error))
        self.refresh()

    def _told(self, status: SyncStatus) -> None:
        self._show(replace(self.known, status=status, unread=None))

    def _untold(self, error: CounterError) -> None:
        self._show(replace(self.known, status=None, unread=error))

    def _show(self, known: Known) -> None:
        if known != self.known:
            self.known = known
            self.changed.emit()
