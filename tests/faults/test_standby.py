"""A centre with a streaming standby: reading there, writing there, and failing over to it."""

import json
import sys
from dataclasses import replace
from datetime import timedelta
from threading import Event, Thread

import psycopg
import pytest
from sqlalchemy import select

from counter_app.centre import administration, recovery
from counter_app.centre.connection import Centre
from counter_app.centre.worker import work
from counter_app.cli import main
from counter_app.clock import SystemClock
from counter_app.errors import CounterError
from counter_app.journal.rebuild import broken_chains, differences
from counter_app.postgres import CentreReadOnly, CentreUnreachable
from counter_app.progress import Silent
from counter_app.reports.lists import REPORTS
from counter_app.schema.tables import officer
from counter_app.sync.hello import greet
from counter_app.sync.line import Route
from tests.fixtures.life import ACTS
from tests.fixtures.standby import standing_by
from tests.fixtures.sync import enrolled, small_centre

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")

WORKED_ON = ("ask for papers", "stop", "hand over", "resolve", "withdraw")
synchronous = pytest.mark.parametrize("pair", [True], indirect=True, ids=["synchronous"])


@pytest.fixture
def pair(tmp_path, request):
    """A primary and its standby; the parameter tells whether commits wait for the standby."""
    with standing_by(tmp_path / "servers", synchronous=getattr(request, "param", False)) as made:
        yield made


@pytest.fixture
def centre(pair):
    with psycopg.connect(pair.primary.url(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE town TEMPLATE template0")
    route = Route("127.0.0.1", pair.primary.port, "town", demonstration=True)
    return small_centre(pair.primary.url("town"), route)


@pytest.fixture
def seven_and_eight(centre, tmp_path):
    """Two counters."""
    made = [enrolled(centre, number, tmp_path / f"quầy 0{number}") for number in (7, 8)]
    yield made
    for counter in made:
        counter.close()


def at_standby(pair, centre):
    return replace(centre, centre=Centre.at(pair.standby.url("town")))


def failed_over(pair, centre, *counters):
    """Promote the standby, and lead the counters there; return the centre as it is there."""
    pair.promote()
    for counter in counters:
        counter.through(pair.standby.port)
    return at_standby(pair, centre)


def received(*places):
    """Return the numbers of the dossiers of each place, sorted; equal numbers stand twice."""
    return [sorted(row[1] for row in place.rows()["dossier"]) for place in places]


def officers(place):
    """Return the logins of all officers."""
    with place.centre.reading() as session:
        return set(session.execute(select(officer.c.login)).scalars())


def converged(centre, *counters):
    """Sync until nobody gets anything new, and check that all hold equal entries and tables."""
    for _ in range(8):
        moved = [counter.sync() for counter in counters]
        if centre.work() == 0 and not any(one.pushed or one.pulled for one in moved):
            break
    else:
        pytest.fail("it never came to rest")
    with centre.centre.reading() as session:
        assert broken_chains(session, Silent()) == []
        assert differences(session, Silent()) == []
    for counter in counters:
        assert counter.heads() == centre.heads()
        assert counter.rows() == centre.rows()
        assert counter.status().unsent == 0


def test_what_is_at_the_centre_is_at_the_standby_and_told_there_alike(
    pair, centre, seven_and_eight, capsys, tmp_path
):
    for counter in seven_and_eight:
        for act in WORKED_ON:
            ACTS[act](counter.desk, counter.receive().subject)
        counter.sync()
    centre.work()
    pair.wait_until_replayed()
    copy = at_standby(pair, centre)
    assert len(received(copy)[0]) == 2 * len(WORKED_ON)
    assert copy.rows() == centre.rows()
    assert copy.heads() == centre.heads()
    with copy.centre.reading() as session:
        assert broken_chains(session, Silent()) == []
        assert differences(session, Silent()) == []

    def told(server, *words):
        capsys.readouterr()
        code = main(["--json", *words, "--centre", server.url("town")])
        said = capsys.readouterr()
        assert code == 0, said
        return json.loads(said.out)

    questions = [("report", name) for name in ("monthly", *REPORTS)]
    questions += [("--home", str(tmp_path / "none"), "audit", "verify"), ("centre", "status")]
    for words in questions:
        assert told(pair.standby, *words) == told(pair.primary, *words)


def test_nobody_writes_at_the_standby(pair, centre, seven_and_eight, tmp_path):
    seven, _ = seven_and_eight
    invitation = centre.add_seat(9)
    seven.sync()
    before = seven.receive()
    seven.through(pair.standby.port)
    pair.wait_until_replayed()
    with pytest.raises(CentreReadOnly, match=r"127.0.0.1 is a standby of the centre"):
        seven.sync()
    after = seven.receive()
    assert seven.status().unsent == 2
    assert "standby" in seven.status().problem
    copy = at_standby(pair, centre)
    with pytest.raises(CentreReadOnly):
        copy.add_seat(10)
    with pytest.raises(CentreReadOnly):
        copy.work()
    route = replace(centre.route, port=pair.standby.port)
    with pytest.raises(CentreReadOnly):
        enrolled(replace(centre, route=route), 9, tmp_path / "quầy 09", invitation.code)
    seven.through(pair.primary.port)
    converged(centre, *seven_and_eight)
    assert received(centre) == [sorted([before.number, after.number])]
    assert seven.status().problem == ""


def test_a_worker_at_the_standby_waits_until_it_is_promoted(pair, centre, seven_and_eight, caplog):
    seven, _ = seven_and_eight
    number = seven.receive().number
    seven.sync()
    pair.wait_until_replayed()
    copy, stop, projected = at_standby(pair, centre), Event(), Event()

    class Told(Silent):
        def step(self, done, total):
            if "standby" in caplog.text:
                waited.set()
            if done:
                projected.set()

    waited = Event()
    arguments = (copy.centre, SystemClock(), stop, Told(), 0.05)
    worker = Thread(target=work, args=arguments, daemon=True)
    worker.start()
    try:
        assert waited.wait(60)
        pair.kill_primary()
        pair.promote()
        assert projected.wait(60)
    finally:
        stop.set()
        worker.join(60)
    assert received(copy) == [[number]]


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
    pair, centre, seven_and_eight
):
    senders = [Sender(counter) for counter in seven_and_eight]
    for sender in senders:
        sender.start()
    for sender in senders:
        assert sender.twice.wait(60)
    pair.kill_primary()
    for sender in senders:
        sender.join(60)
        assert isinstance(sender.ended_by, CentreUnreachable)
    taken_in = sorted(number for place in received(*seven_and_eight) for number in place)
    pair.promote()
    copy = at_standby(pair, centre)
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
    assert copy.alarms() == []


@synchronous
def test_nothing_looks_sent_that_waits_for_the_standby(pair, centre, seven_and_eight):
    seven, _ = seven_and_eight
    seven.line.patience = 2
    pair.stop_streaming()
    first = seven.receive()
    with pytest.raises(CentreUnreachable):
        seven.sync()
    assert seven.status().unsent == 1
    pair.go_on_streaming()
    seven.sync()
    assert seven.status().unsent == 0
    pair.stop_streaming()
    second = seven.receive()
    for _ in range(2):  # also not when it asks again
        with pytest.raises(CentreUnreachable):
            seven.sync()
        assert seven.status().unsent == 1
    pair.kill_primary()
    copy = failed_over(pair, centre, *seven_and_eight)
    copy.work()
    assert received(copy) == [[first.number]]
    converged(copy, *seven_and_eight)
    assert received(copy) == [sorted([first.number, second.number])]


@pytest.mark.parametrize("announced", [True, False])
def test_what_a_late_standby_lacks_is_brought_back_by_the_counters(
    pair, centre, seven_and_eight, announced
):
    seven, eight = seven_and_eight
    kept = [counter.receive().number for counter in seven_and_eight]
    converged(centre, seven, eight)
    pair.wait_until_replayed()
    pair.stop_streaming()
    lost = [counter.receive().number for counter in seven_and_eight]
    with centre.writing() as (session, by):
        administration.define_officer(session, by, "moi", "Người Mới", ["intake"], "")
    converged(centre, seven, eight)
    pair.kill_primary()
    copy = failed_over(pair, centre, seven, eight)
    assert received(copy) == [sorted(kept)]
    if announced:
        with copy.writing() as (session, _):
            assert recovery.announce_restore(session) == 2
    with copy.writing() as (session, by):  # where the centre had written something else
        administration.define_officer(session, by, "khac", "Người Khác", ["intake"], "")
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
