"""The one way to do slow work off the GUI thread.

Tasks are plain Python objects run by executors of one worker each. Workers only ever emit the
one signal of one long-lived QObject; everything else happens on the GUI thread. Other shapes
(child QObjects, bound methods held by workers, `deleteLater`) crash the interpreter.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from enum import Enum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from counter_app.errors import CounterError
from counter_app.progress import Cancelled, Progress
from ui.sweep import Sweep

T = TypeVar("T")

Failed = Callable[[CounterError], None]
Progressed = Callable[[int, int, str], None]


class Lane(Enum):
    """Which worker does it: tasks of one lane never overlap."""

    STORE = "store"
    """The local file: short, always answers."""
    PAPER = "paper"
    """Drawing and printing papers: neither holds up the store nor waits for the network."""
    OUTSIDE = "outside"
    """The network: may hang for seconds without holding up the others."""


class Task(Generic[T]):
    """Work that was started. Only the GUI thread calls its public methods."""

    def __init__(
        self,
        owner: QObject,
        work: Callable[[Progress], T],
        done: Callable[[T], None] | None,
        failed: Failed | None,
        progressed: Progressed | None,
    ) -> None:
        self._owner: QObject | None = owner
        self._work: Callable[[Progress], T] | None = work
        self._done = done
        self._failed = failed
        self._progressed = progressed
        self._stopping = False
        self._latest = (0, 0, "")
        self._telling = False
        self._tell: Callable[[], None] = _nobody

    @property
    def running(self) -> bool:
        """Whether an answer is still to come."""
        return self._owner is not None

    def cancel(self) -> None:
        """Stop at the next step. `failed` then gets `Cancelled`; what was finished before stays."""
        self._stopping = True

    def abandon(self) -> None:
        """Stop at the next step and tell nobody: the question no longer matters."""
        self._stopping = True
        self._owner = self._done = self._failed = self._progressed = None

    def step(self, done: int, total: int, doing: str = "") -> None:
        """Be the `Progress` of the work. Raises Cancelled after `cancel` or `abandon`."""
        if self._stopping:
            raise Cancelled
        self._latest = (done, total, doing)
        if not self._telling:  # a quick loop must not flood the event queue: only the latest counts
            self._telling = True
            self._tell()

    def run(self) -> T:
        """Do the work, on the worker's thread."""
        if self._stopping or self._work is None:
            raise Cancelled
        return self._work(self)

    def tell_progress(self) -> None:
        """Hand the latest step to its listener, on the GUI thread."""
        self._telling = False
        if self._progressed is not None and self._owner is not None and isValid(self._owner):
            self._progressed(*self._latest)

    def tell_end(self, result: T | None, error: BaseException | None) -> None:
        """Hand over the outcome once, on the GUI thread, and let go of all that was held."""
        owner, done, failed = self._owner, self._done, self._failed
        # The worker may hold the task a little longer than the GUI thread does; were it the last
        # to hold the owner, a QObject would be destroyed on the wrong thread.
        self._owner = self._work = self._done = self._failed = self._progressed = None
        self._tell = _nobody
        if error is not None and not isinstance(error, CounterError):
            sys.excepthook(type(error), error, error.__traceback__)
        elif owner is None or not isValid(owner):
            return
        elif error is None:
            if done is not None:
                done(result)  # type: ignore[arg-type]
        elif failed is not None:
            failed(error)
        elif not isinstance(error, Cancelled):
            sys.excepthook(type(error), error, error.__traceback__)

    def watch(self, tell: Callable[[], None]) -> None:
        """Name whom the worker tells that a step was made."""
        self._tell = tell


def _nobody() -> None:
    """Tell nobody."""


class _Relay(QObject):
    """The only QObject a worker touches, and its only signal: (task, future or None)."""

    told = Signal(object, object)


class Tasks:
    """Starts work for pages and brings the answers back to the GUI thread."""

    def __init__(self) -> None:
        self._sweep = Sweep()
        self._relay = _Relay()
        self._relay.told.connect(self._receive, Qt.ConnectionType.QueuedConnection)
        self._lanes = {
            lane: ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane.value) for lane in Lane
        }
        self._running: set[Task[Any]] = set()
        self._closed = False

    def start(
        self,
        owner: QObject,
        work: Callable[[Progress], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        progressed: Progressed | None = None,
        lane: Lane = Lane.STORE,
    ) -> Task[T]:
        """Run `work(progress)` in a lane and call back on the GUI thread.

        Args:
            owner: when it is deleted, nobody is called any more.
            done: gets the result.
            failed: gets a CounterError, also `Cancelled`; any other exception is a bug and goes
                to the crash hook.
            progressed: gets (done, total, doing); steps in quick succession are joined.
        """
        task = Task(owner, work, done, failed, progressed)
        if self._closed:
            task.abandon()
            return task
        task.watch(lambda: self._relay.told.emit(task, None))
        self._running.add(task)
        future = self._lanes[lane].submit(task.run)
        future.add_done_callback(lambda ended: self._relay.told.emit(task, ended))
        return task

    @property
    def busy(self) -> int:
        """How many tasks have not ended."""
        return len(self._running)

    def close(self) -> None:
        """Finish the store lane and the paper in hand, stop the rest, and call nobody any more."""
        self._closed = True
        self._lanes[Lane.STORE].shutdown(wait=True)
        for task in self._running:
            task.abandon()
        self._lanes[Lane.PAPER].shutdown(wait=True, cancel_futures=True)
        self._lanes[Lane.OUTSIDE].shutdown(wait=False, cancel_futures=True)
        self._running.clear()
        self._sweep.end()

    def _receive(self, task: Task[Any], ended: Future[Any] | None) -> None:
        if self._closed:
            return
        if ended is None:
            task.tell_progress()
            return
        self._running.discard(task)
        if ended.cancelled():
            task.tell_end(None, CancelledError())
        elif (error := ended.exception()) is not None:
            task.tell_end(None, error)
        else:
            task.tell_end(ended.result(), None)


class Immediate(Tasks):
    """Tasks for tests of view models: no threads, the answer is there when `start` returns.

    With `held=True` work waits for `release()`, so that a test can look at the time between.
    """

    def __init__(self, held: bool = False) -> None:
        self._held = held
        self._waiting: list[Task[Any]] = []

    def start(
        self,
        owner: QObject,
        work: Callable[[Progress], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        progressed: Progressed | None = None,
        lane: Lane = Lane.STORE,
    ) -> Task[T]:
        """Run `work` now, or at `release()`. A bug in it is raised at once."""
        task = Task(owner, work, done, failed, progressed)
        task.watch(task.tell_progress)
        self._waiting.append(task)
        if not self._held:
            self.release()
        return task

    def hold(self) -> None:
        """Let work wait from now on: what it works on is about to be closed."""
        self._held = True

    def release(self) -> None:
        """Run what was started so far, in order."""
        waiting, self._waiting = self._waiting, []
        for task in waiting:
            try:
                result = task.run()
            except CounterError as error:
                task.tell_end(None, error)
            else:
                task.tell_end(result, None)

    @property
    def busy(self) -> int:
        return len(self._waiting)

    def close(self) -> None:
        """Run what is waiting."""
        self.release()
