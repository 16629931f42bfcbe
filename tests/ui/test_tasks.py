import gc
import threading
import time
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject, QThread

from counter_app.errors import CounterError
from counter_app.progress import Cancelled
from ui.tasks import Immediate, Lane, Tasks


@dataclass(eq=False)
class PaperJam(CounterError):
    """the printer is jammed"""


@pytest.fixture
def owner(qapp):
    return QObject()


def test_an_answer_comes_back_on_the_gui_thread(qtbot, tasks, owner):
    threads, results = [], []

    def work(_progress):
        threads.append(threading.current_thread())
        return 42

    tasks.start(
        owner, work, lambda result: results.append((result, QThread.currentThread().isMainThread()))
    )
    qtbot.waitUntil(lambda: results == [(42, True)])
    assert threads[0] is not threading.main_thread()


def test_thousands_of_tasks_all_answer_in_order(qtbot, tasks, owner):
    results = []
    for number in range(5000):
        tasks.start(owner, lambda _, number=number: number, results.append)
    qtbot.waitUntil(lambda: len(results) == 5000, timeout=30_000)
    assert results == list(range(5000))
    assert tasks.busy == 0


def test_a_hundred_thousand_steps_do_not_flood_the_window(qtbot, tasks, owner):
    steps, results = [], []

    def work(progress):
        for done in range(1, 100_001):
            progress.step(done, 100_000, "counting")
        return "counted"

    tasks.start(owner, work, results.append, progressed=lambda *step: steps.append(step))
    qtbot.waitUntil(lambda: results == ["counted"], timeout=30_000)
    assert steps[-1] == (100_000, 100_000, "counting")
    assert steps == sorted(steps)
    assert len(steps) < 100_000


def test_the_outside_lane_does_not_hold_up_the_store(qtbot, tasks, owner):
    line, order = threading.Event(), []
    tasks.start(
        owner, lambda _: line.wait(10), lambda _: order.append("outside"), lane=Lane.OUTSIDE
    )
    tasks.start(owner, lambda _: "kept", order.append)
    qtbot.waitUntil(lambda: order == ["kept"])
    line.set()
    qtbot.waitUntil(lambda: order == ["kept", "outside"])


def test_cancelled_work_stops_at_its_next_step_and_says_so(qtbot, tasks, owner):
    begun, failures, done = threading.Event(), [], []

    def work(progress):
        for step in range(1, 10_000):
            progress.step(step, 10_000)
            begun.set()
            time.sleep(0.001)

    task = tasks.start(owner, work, done.append, failures.append)
    assert begun.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert isinstance(failures[0], Cancelled)
    assert not done
    assert not task.running


def test_a_task_cancelled_before_its_turn_never_runs(qtbot, tasks, owner):
    first, ran, failures = threading.Event(), [], []
    tasks.start(owner, lambda _: first.wait(5))
    waiting = tasks.start(owner, lambda _: ran.append(1), failed=failures.append)
    waiting.cancel()
    first.set()
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert not ran


def test_an_abandoned_task_tells_nobody(qtbot, tasks, owner):
    told, after = [], []
    task = tasks.start(owner, lambda _: 1, told.append, told.append, lambda *_: told.append(0))
    task.abandon()
    tasks.start(owner, lambda _: 2, after.append)
    qtbot.waitUntil(lambda: after == [2])
    assert not told


def test_an_owner_that_is_gone_is_not_called(qtbot, tasks, owner):
    gate, told, after = threading.Event(), [], []
    leaving = QObject(owner)
    tasks.start(leaving, lambda _: gate.wait(5), lambda _: told.append(1))
    leaving.deleteLater()
    qtbot.waitSignal(leaving.destroyed, raising=False).wait()
    gate.set()
    tasks.start(owner, lambda _: 2, after.append)
    qtbot.waitUntil(lambda: after == [2])
    assert not told


def test_what_can_be_acted_on_reaches_failed(qtbot, tasks, owner):
    failures = []

    def work(_progress):
        raise PaperJam

    tasks.start(owner, work, failed=failures.append)
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert isinstance(failures[0], PaperJam)


def test_a_bug_reaches_the_crash_hook_and_not_the_page(qtbot, tasks, owner, monkeypatch):
    hook, failures = [], []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: hook.append(kind))
    tasks.start(owner, lambda _: 1 / 0, failed=failures.append)
    qtbot.waitUntil(lambda: hook == [ZeroDivisionError])
    assert not failures


def test_closing_waits_for_the_store(qtbot, owner):
    tasks, kept = Tasks(), []

    def keep(_progress):
        time.sleep(0.2)
        kept.append("draft")

    tasks.start(owner, keep)
    tasks.start(owner, lambda _: kept.append("second"))
    tasks.close()
    assert kept == ["draft", "second"]


def test_nothing_starts_after_closing(qtbot, owner):
    tasks, ran = Tasks(), []
    tasks.close()
    assert not tasks.start(owner, lambda _: ran.append(1)).running
    assert not ran


def test_immediate_answers_before_start_returns(owner):
    results, steps = [], []

    def work(progress):
        progress.step(1, 2, "first")
        progress.step(2, 2, "second")
        return "done"

    Immediate().start(owner, work, results.append, progressed=lambda *step: steps.append(step))
    assert results == ["done"]
    assert steps == [(1, 2, "first"), (2, 2, "second")]


def test_immediate_can_hold_work_back(owner):
    tasks, results = Immediate(held=True), []
    task = tasks.start(owner, lambda _: 1, results.append)
    assert task.running
    assert tasks.busy == 1
    tasks.release()
    assert results == [1]


def test_immediate_lets_a_bug_fail_the_test(owner):
    with pytest.raises(ZeroDivisionError):
        Immediate().start(owner, lambda _: 1 / 0)


class Dropped(QObject):
    """A QObject in a cycle, which only the cyclic collector takes away."""

    def __init__(self, ends):
        super().__init__()
        self.itself = self
        self.ends = ends

    def __del__(self):
        self.ends.append(threading.current_thread())


def test_a_worker_never_destroys_what_belongs_to_the_window(qtbot, tasks, owner):
    ends, done = [], []

    def much_work(_progress):
        for _ in range(200):
            kept = [[] for _ in range(1_000)]
            kept.append(kept)

    for _ in range(50):
        Dropped(ends)
    tasks.start(owner, much_work, done.append)
    qtbot.waitUntil(lambda: bool(done))
    qtbot.waitUntil(lambda: len(ends) == 50)
    assert set(ends) == {threading.main_thread()}


def test_the_collector_is_left_as_it_was_found(qtbot, owner):
    tasks = Tasks()
    assert not gc.isenabled()
    tasks.close()
    assert gc.isenabled()
