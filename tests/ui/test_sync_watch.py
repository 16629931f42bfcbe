"""Rounds when they are due, and what is known of the centre, without threads."""

import random
import sys
from uuid import UUID

import pytest

from counter_app.desk import Seat
from counter_app.errors import CounterError
from counter_app.postgres import CentreUnreachable
from counter_app.sync.background import GATHER_SECONDS, IDLE_SECONDS, Background
from counter_app.sync.round import RoundResult
from counter_app.sync.status import current
from counter_app.usecases.intake import receive
from tests.fixtures.desk import birth_intake
from ui.sync_watch import SyncWatch
from ui.tasks import Immediate

SEAT = Seat(UUID(int=7), 7)


class Rounds:
    """A centre that answers as told; counts what was tried."""

    def __init__(self):
        self.tried = 0
        self.answer = RoundResult(0, 0, SEAT)

    def __call__(self, progress):
        self.tried += 1
        progress.step(1, 2, "push")
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer


class Seconds:
    """A clock that never goes back."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def rounds():
    return Rounds()


@pytest.fixture
def seconds():
    return Seconds()


@pytest.fixture
def watch(qapp, desk, immediate, rounds, seconds):
    background = Background(seconds, random.Random(1).random)
    return SyncWatch(lambda: current(desk), rounds, immediate, background)


def wait(watch, seconds, passed):
    seconds.now += passed
    watch.look()


def test_a_round_runs_at_once_and_then_now_and_then(watch, rounds, seconds):
    watch.look()
    watch.look()
    assert rounds.tried == 1
    wait(watch, seconds, IDLE_SECONDS + 1)
    assert rounds.tried == 2
    assert not watch.known.running


def test_after_an_act_a_round_runs_soon_and_the_count_is_told_at_once(watch, rounds, seconds, desk):
    watch.look()
    receive(desk, birth_intake())
    watch.acted()
    assert watch.known.status.unsent == 1
    watch.look()
    assert rounds.tried == 1
    wait(watch, seconds, GATHER_SECONDS)
    assert rounds.tried == 2


def test_a_broken_line_is_tried_again_and_told_until_it_works(watch, rounds, seconds):
    rounds.answer = CentreUnreachable("centre", "timeout")
    watch.look()
    assert isinstance(watch.known.error, CentreUnreachable)
    for _ in range(20):
        wait(watch, seconds, 61)
    assert rounds.tried == 21
    rounds.answer = RoundResult(0, 0, SEAT)
    wait(watch, seconds, 61)
    assert watch.known.error is None


def test_pressing_sync_now_does_not_wait(watch, rounds):
    rounds.answer = CentreUnreachable("centre", "timeout")
    watch.look()
    watch.sync_now()
    assert rounds.tried == 2


def test_pressing_it_while_a_round_runs_starts_no_second_one(qapp, desk, rounds, seconds):
    tasks = Immediate(held=True)
    watch = SyncWatch(lambda: current(desk), rounds, tasks, Background(seconds))
    watch.look()
    assert watch.known.running
    watch.sync_now()
    tasks.release()
    assert rounds.tried == 1
    assert not watch.known.running


def test_a_cancelled_round_is_no_failure(qapp, desk, rounds, seconds):
    tasks = Immediate(held=True)
    watch = SyncWatch(lambda: current(desk), rounds, tasks, Background(seconds))
    watch.look()
    watch.cancel()
    tasks.release()
    assert watch.known.error is None
    assert not watch.known.running
    wait(watch, seconds, IDLE_SECONDS + 1)
    tasks.release()
    assert rounds.tried == 1


def test_a_bug_in_a_round_does_not_end_sync_for_ever(
    desk, tasks, rounds, seconds, qtbot, monkeypatch
):
    reported = []
    monkeypatch.setattr(sys, "excepthook", lambda *bug: reported.append(bug))
    watch = SyncWatch(lambda: current(desk), rounds, tasks, Background(seconds))
    rounds.answer = ZeroDivisionError()
    watch.look()
    qtbot.waitUntil(lambda: len(reported) == 1)
    rounds.answer = RoundResult(0, 0, SEAT)
    wait(watch, seconds, 61)
    wait(watch, seconds, 61)
    qtbot.waitUntil(lambda: rounds.tried == 2 and not watch.known.running)


def test_lists_are_asked_anew_only_when_something_went_or_came(watch, rounds, seconds):
    told = []
    watch.arrived.connect(lambda: told.append(True))
    watch.look()
    assert told == []
    rounds.answer = RoundResult(2, 0, SEAT)
    wait(watch, seconds, IDLE_SECONDS + 1)
    assert told == [True]


def test_a_new_stream_is_announced(watch, rounds):
    seats = []
    watch.renewed.connect(seats.append)
    rounds.answer = RoundResult(0, 0, Seat(UUID(int=70), 7), renewed=True)
    watch.look()
    assert seats == [Seat(UUID(int=70), 7)]


def test_a_file_that_does_not_answer_leaves_nothing_green(qapp, immediate, rounds, seconds):
    def unread():
        raise CounterError

    watch = SyncWatch(unread, rounds, immediate, Background(seconds))
    watch.refresh()
    assert watch.known.status is None
    assert isinstance(watch.known.unread, CounterError)


def test_after_stop_no_round_begins_by_itself(qapp, desk, tasks, rounds, qtbot):
    watch = SyncWatch(lambda: current(desk), rounds, tasks, Background())
    watch.start()
    qtbot.waitUntil(lambda: rounds.tried == 1)
    watch.stop()
    assert not watch._tick.isActive()
