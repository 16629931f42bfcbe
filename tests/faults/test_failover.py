"""The primary dies, and its standby becomes the centre."""

import sys
from datetime import timedelta
from threading import Event, Thread

import pytest

from counter_app.centre import recovery
from counter_app.errors import CounterError
from counter_app.postgres import CentreUnreachable
from counter_app.sync.hello import greet
from tests.faults.followed import (
    at_standby,
    converged,
    define_officer,
    failed_over,
    officers,
    received,
    synchronous,
    unheard,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")


class Sender(Thread):
    """Takes in dossiers and sends them until the centre is gone; knows what it was told."""

    def __init__(self, counter):
        super().__init__(daemon=True)
        self.counter = counter
        self.told = []
        self.twice = Event()
        self.ended_by = None

    def run(self):
        try:
            while True:
                numbers = [self.counter.receive().number for _ in range(3)]
                self.counter.sync()
                self.told += numbers
                if len(self.told) > 3:
                    self.twice.set()
        except CounterError as error:
            self.ended_by = error


@synchronous
def test_a_standby_that_commits_wait_for_has_all_that_was_acknowledged(
    pair, followed, seven_and_eight
):
    senders = [Sender(counter) for counter in seven_and_eight]
    for sender in senders:
        sender.start()
    for sender in senders:
        assert sender.twice.wait(60)
    define_officer(followed, "moi")
    pair.kill_primary()
    for sender in senders:
        sender.join(60)
        assert isinstance(sender.ended_by, CentreUnreachable)
    taken_in = sorted(number for place in received(*seven_and_eight) for number in place)
    pair.promote()
    copy = at_standby(pair, followed)
    heads = copy.heads()
    for sender in senders:
        counter = sender.counter
        acknowledged = counter.status().acked_seq
        assert acknowledged >= len(sender.told)
        assert heads[counter.desk.seat.stream_id][0] >= acknowledged
        counter.through(pair.standby.port)
    copy.work()
    assert {number for sender in senders for number in sender.told} <= set(received(copy)[0])
    more = [counter.receive().number for counter in seven_and_eight]
    converged(copy, *seven_and_eight)
    everything = received(copy)[0]
    assert set(taken_in) | set(more) == set(everything)
    assert len(everything) == len(set(everything))
    assert "moi" in officers(copy)
    assert copy.alarms() == []


@pytest.mark.parametrize("announced", [True, False])
def test_what_a_late_standby_lacks_is_brought_back_by_the_counters(
    pair, followed, seven_and_eight, announced
):
    seven, eight = seven_and_eight
    kept = [counter.receive().number for counter in seven_and_eight]
    converged(followed, seven, eight)
    pair.wait_until_replayed()
    pair.stop_streaming()
    lost = [counter.receive().number for counter in seven_and_eight]
    define_officer(followed, "moi")
    converged(followed, seven, eight)
    pair.kill_primary()
    copy = failed_over(pair, followed, seven, eight)
    assert received(copy) == [sorted(kept)]
    if announced:
        with copy.writing() as (session, _):
            assert recovery.announce_restore(session) == 2
    define_officer(copy, "khac")  # where the centre had written something else
    for counter in seven_and_eight:
        assert counter.status().unsent == 0  # it cannot know
        greet(counter.store, counter.desk.clock, counter.line)
        assert counter.status().unsent == 1
        counter.line.close()
    more = [counter.receive().number for counter in seven_and_eight]
    for counter in seven_and_eight:
        counter.sync()
    copy.work()
    assert received(copy) == [sorted(kept + lost + more)]
    assert "renewed" not in copy.alarms()
    for counter in seven_and_eight:
        counter.desk.clock.advance(timedelta(days=3))
    converged(copy, seven, eight)
    assert received(copy) == [sorted(kept + lost + more)]
    # what the administrator had written is not believed from a seat: it must be done again
    assert "moi" not in officers(copy)
    assert "khac" in officers(copy)
    assert "reference" in copy.alarms()


@synchronous
def test_an_old_primary_that_comes_back_by_mistake_acknowledges_nothing(
    pair, followed, seven_and_eight
):
    copy, numbers = come_back_by_mistake(pair, followed, *seven_and_eight)
    seven, _ = seven_and_eight
    assert unheard(seven).unsent == 1
    seven.through(pair.standby.port)
    converged(copy, *seven_and_eight)
    assert received(copy) == [sorted(numbers)]
    assert copy.alarms() == []


def test_what_an_old_primary_took_in_by_mistake_comes_to_the_right_one(
    pair, followed, seven_and_eight
):
    copy, numbers = come_back_by_mistake(pair, followed, *seven_and_eight)
    seven, eight = seven_and_eight
    seven.sync()
    assert seven.status().unsent == 0  # it believes who looks like its centre
    eight.sync()
    seven.through(pair.standby.port)
    numbers += [counter.receive().number for counter in seven_and_eight]
    converged(copy, *seven_and_eight)
    assert received(copy) == [sorted(numbers)]
    assert len(set(numbers)) == len(numbers)
    assert copy.alarms() == ["rewound"]


def come_back_by_mistake(pair, followed, seven, eight):
    """Fail over, then start the old primary again and lead seat 7 there, with a dossier unsent.

    Returns:
        the right followed, and the numbers of all dossiers.
    """
    numbers = [counter.receive().number for counter in (seven, eight)]
    converged(followed, seven, eight)
    pair.wait_until_replayed()
    pair.kill_primary()
    copy = failed_over(pair, followed, seven, eight)
    numbers += [counter.receive().number for counter in (seven, eight)]
    converged(copy, seven, eight)
    pair.start_primary_again()
    seven.through(pair.primary.port)
    return copy, [*numbers, seven.receive().number]
