"""A centre with a streaming standby: reading there, writing there, waiting for it."""

import json
import sys
from dataclasses import replace
from threading import Event, Thread

import psycopg
import pytest

from counter_app.centre import worker as centre_worker
from counter_app.cli import main
from counter_app.clock import SystemClock
from counter_app.journal.rebuild import broken_chains, differences
from counter_app.postgres import CentreReadOnly, CentreUnreachable
from counter_app.progress import Silent
from counter_app.reports.lists import REPORTS
from counter_app.sync import push
from counter_app.sync.hello import greet
from tests.faults.followed import (
    at_standby,
    converged,
    failed_over,
    received,
    synchronous,
    unheard,
)
from tests.fixtures.life import ACTS
from tests.fixtures.sync import enrolled

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
WORKED_ON = ("ask for papers", "stop", "hand over", "resolve", "withdraw")


def test_what_is_at_the_centre_is_at_the_standby_and_told_there_alike(
    pair, followed, seven_and_eight, capsys, tmp_path
):
    for counter in seven_and_eight:
        for act in WORKED_ON:
            ACTS[act](counter.desk, counter.receive().subject)
        counter.sync()
    followed.work()
    pair.wait_until_replayed()
    copy = at_standby(pair, followed)
    assert len(received(copy)[0]) == 2 * len(WORKED_ON)
    assert copy.rows() == followed.rows()
    assert copy.heads() == followed.heads()
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


def test_nobody_writes_at_the_standby(pair, followed, seven_and_eight, tmp_path):
    seven, _ = seven_and_eight
    invitation = followed.add_seat(9)
    seven.sync()
    before = seven.receive()
    seven.through(pair.standby.port)
    pair.wait_until_replayed()
    with pytest.raises(CentreReadOnly, match=r"127.0.0.1 is a standby of the centre"):
        seven.sync()
    after = seven.receive()
    assert seven.status().unsent == 2
    assert "standby" in seven.status().problem
    copy = at_standby(pair, followed)
    with pytest.raises(CentreReadOnly):
        copy.add_seat(10)
    with pytest.raises(CentreReadOnly):
        copy.work()
    route = replace(followed.route, port=pair.standby.port)
    with pytest.raises(CentreReadOnly):
        enrolled(replace(followed, route=route), 9, tmp_path / "quầy 09", invitation.code)
    seven.through(pair.primary.port)
    converged(followed, *seven_and_eight)
    assert received(followed) == [sorted([before.number, after.number])]
    assert seven.status().problem == ""


def test_a_worker_at_the_standby_waits_until_it_is_promoted(
    pair, followed, seven_and_eight, monkeypatch
):
    seven, _ = seven_and_eight
    number = seven.receive().number
    seven.sync()
    pair.wait_until_replayed()
    copy, stop = at_standby(pair, followed), Event()
    waited, projected = Event(), Event()

    class Told(Silent):
        def step(self, done, total):
            if done:
                projected.set()

    def warning(_words, error):
        if isinstance(error, CentreReadOnly):
            waited.set()

    monkeypatch.setattr(centre_worker._log, "warning", warning)
    arguments = (copy.centre, SystemClock(), stop, Told(), 0.05)
    worker = Thread(target=centre_worker.work, args=arguments, daemon=True)
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


@synchronous
def test_nothing_looks_sent_that_waits_for_the_standby(pair, followed, seven_and_eight):
    seven, _ = seven_and_eight
    pair.stop_streaming()
    first = seven.receive()
    assert unheard(seven).unsent == 1
    pair.go_on_streaming()
    seven.sync()
    assert seven.status().unsent == 0
    second = seven.receive()
    greet(seven.store, seven.desk.clock, seven.line)
    pair.stop_streaming()  # between two messages of a round
    seven.line._connection.patience = 1
    with pytest.raises(CentreUnreachable):
        push.send(seven.store, seven.desk.clock, seven.line, Silent())
    assert seven.status().unsent == 1
    cut_off_seats(pair)  # what was waiting is committed then, at the primary alone
    assert times_in_journal(pair.primary, second) == 1
    assert unheard(seven).unsent == 1  # but whoever asks for it waits in turn
    pair.kill_primary()
    copy = failed_over(pair, followed, *seven_and_eight)
    copy.work()
    assert received(copy) == [[first.number]]
    converged(copy, *seven_and_eight)
    assert received(copy) == [sorted([first.number, second.number])]


def cut_off_seats(pair):
    """End the sessions of all seats at the primary, as an administrator or the worker may."""
    seats = "FROM pg_stat_activity WHERE usename LIKE 'town_seat_%'"
    with psycopg.connect(pair.primary.url("town"), autocommit=True) as session:
        session.execute(f"SELECT pg_terminate_backend(pid, 60000) {seats}")
        assert session.execute(f"SELECT count(*) {seats}").fetchone() == (0,)


def times_in_journal(server, receipt):
    """Return how often the server's journal has the receipt's dossier taken in."""
    with psycopg.connect(server.url("town")) as session:
        (count,) = session.execute(
            "SELECT count(*) FROM counter.journal WHERE kind = 'dossier_received' AND subject = %s",
            [receipt.subject],
        ).fetchone()
        return count


@synchronous
def test_a_primary_that_lost_its_standby_goes_on_alone_when_it_is_told_to(
    pair, followed, seven_and_eight
):
    seven, _ = seven_and_eight
    pair.stop_streaming()
    receipt = seven.receive()
    assert unheard(seven).unsent == 1
    pair.go_on_alone()
    converged(followed, *seven_and_eight)
    assert received(followed) == [[receipt.number]]
