from datetime import timedelta

import pytest
from sqlalchemy import select, text

from counter_app.clock import local_day
from counter_app.desk import NobodySignedIn
from counter_app.postgres import CentreUnreachable
from counter_app.progress import Silent
from counter_app.schema.tables import day_close
from counter_app.sync import push
from counter_app.sync.close import ProofDiffers, close_day


def close(counter, day=None):
    return close_day(counter.desk, counter.line, day or today(counter), Silent())


def today(counter):
    return local_day(counter.desk.clock.now_ms())


def test_a_closed_day_is_proved_by_the_centre_and_recorded(centre, counter):
    for _ in range(3):
        counter.receive()
    proof = close(counter)
    assert proof.counts == {"dossier_received": 3}
    assert proof.seat == counter.desk.seat
    assert counter.heads()[proof.seat.stream_id][0] == proof.seq + 1  # the closing itself
    assert counter.status().unsent == 0
    centre.work()
    with centre.centre.reading() as session:
        row = session.execute(select(day_close)).one()
        code = session.execute(text("SELECT code FROM proof")).scalar_one()
    assert row.code == proof.code == code
    assert (row.seat_number, row.day, row.seq, row.officer) == (7, proof.day, proof.seq, "lan")
    assert counter.rows() == centre.rows()


def test_other_seats_see_the_closing(counter, new_counter):
    eight = new_counter(8)
    proof = close(counter)
    eight.sync()
    assert {row[5] for row in eight.rows()["day_close"]} == {proof.code}


def test_a_repeated_question_gets_the_same_code(counter):
    counter.receive()
    with pytest.MonkeyPatch.context() as patched:
        codes = []
        patched.setattr(
            "counter_app.sync.close._record", lambda *found: codes.append(found[2].code)
        )
        close(counter)
        close(counter)
    assert codes[0] == codes[1]
    assert len(codes[0]) == 11


def test_work_after_the_closing_is_closed_again(counter):
    counter.receive()
    first = close(counter)
    counter.receive()
    second = close(counter)
    assert second.seq == first.seq + 2
    assert second.counts == {"dossier_received": 2, "day_closed": 1}
    assert second.code != first.code
    assert [row[5] for row in counter.rows()["day_close"]] == [second.code]


def test_yesterday_does_not_count_today(counter):
    counter.receive()
    counter.desk.clock.advance(timedelta(days=1))
    counter.receive()
    counter.receive()
    assert close(counter).counts == {"dossier_received": 2}


def test_a_day_without_an_act_can_be_closed(counter):
    proof = close(counter)
    assert (proof.seq, proof.counts) == (0, {})


def test_nobody_closes_a_day_unseen(counter):
    counter.desk = counter.desk.served_by(None)
    with pytest.raises(NobodySignedIn):
        close(counter)


def test_there_is_no_proof_without_the_centre(centre, counter):
    counter.receive()
    counter.through(1)
    with pytest.raises(CentreUnreachable):
        close(counter)
    assert counter.rows()["day_close"] == set()
    assert counter.status().unsent == 1


def test_the_centre_gives_no_proof_of_what_it_does_not_hold(centre, counter):
    counter.receive()
    counter.sync()
    with centre.centre.raw() as session:
        session.exec_driver_sql("DELETE FROM journal WHERE kind = 'dossier_received'")
    with pytest.raises(ProofDiffers):
        close(counter)


def test_another_hash_is_no_proof(centre, counter):
    counter.receive()
    counter.sync()
    with centre.centre.raw() as session:
        session.exec_driver_sql(
            "UPDATE journal SET hash = sha256('') WHERE kind = 'dossier_received'"
        )
    with pytest.raises(ProofDiffers, match="hash"):
        close(counter)


def test_other_counts_are_no_proof(counter, monkeypatch):
    counter.receive()
    monkeypatch.setattr("counter_app.sync.close._counted", lambda *_: (1, {"dossier_received": 2}))
    with pytest.raises(ProofDiffers, match="dossier_received"):
        close(counter)


def test_a_closing_that_could_not_be_sent_goes_with_the_next_round(counter, monkeypatch):
    with pytest.MonkeyPatch.context() as patched:
        sent = push.send
        calls = []

        def send_once(*args):
            calls.append(args)
            if len(calls) > 1:
                raise CentreUnreachable("centre", "cut")
            return sent(*args)

        patched.setattr(push, "send", send_once)
        with pytest.raises(CentreUnreachable):
            close(counter)
    assert counter.status().unsent == 1
    assert counter.sync().pushed == 1
