from dataclasses import replace

import psycopg
import pytest
from sqlalchemy import select

from counter_app.journal.append import append
from counter_app.journal.entries import new_id
from counter_app.postgres import CentreUnreachable
from counter_app.progress import Cancelled, Recorded
from counter_app.schema.tables import dossier, journal
from counter_app.sync import pull, push
from counter_app.sync.enrolment import line_of


def test_a_dossier_comes_to_the_centre_and_to_another_seat(centre, new_counter):
    seven, eight = new_counter(7), new_counter(8)
    receipt = seven.receive()
    assert seven.sync().pushed == 1
    assert eight.sync().pulled >= 1
    centre.work()
    assert {row[1] for row in eight.rows()["dossier"]} == {receipt.number}
    seven.sync()
    assert seven.rows() == eight.rows() == centre.rows()


def test_sending_twice_changes_nothing(centre, counter):
    counter.receive()
    counter.sync()
    before = centre.heads()
    again = counter.sync()
    assert (again.pushed, again.pulled) == (0, 0)
    assert centre.heads() == before


def test_what_the_centre_has_already_is_not_stored_again(centre, counter):
    counter.receive()
    counter.sync()
    own = counter.desk.seat.stream_id
    counter.receive()
    forget_what_was_acknowledged(counter)
    assert push.send(counter.store, counter.desk.clock, counter.line, Recorded()) == 2
    assert centre.heads()[own] == counter.heads()[own]


def test_an_act_is_unsent_until_the_centre_says_the_same_hash(counter):
    assert counter.status().unsent == 0
    receipt = counter.receive()
    waiting = counter.status()
    assert (waiting.unsent, waiting.head_seq) == (1, waiting.acked_seq + 1)
    assert waiting.oldest_unsent_at == int(receipt.received_at.timestamp() * 1000)
    counter.sync()
    after = counter.status()
    assert (after.unsent, after.oldest_unsent_at) == (0, None)
    assert after.proved_seq == after.head_seq == after.acked_seq
    assert after.proved_at == after.contact_at == counter.desk.clock.now_ms()


def test_a_cancelled_round_keeps_what_was_done_and_goes_on(centre, counter, monkeypatch):
    monkeypatch.setattr(push, "BATCH", 2)
    for _ in range(5):
        counter.receive()
    with pytest.raises(Cancelled):
        counter.sync(Recorded(cancel_after=1))
    assert counter.status().unsent == 3
    assert counter.status().problem == ""
    progress = Recorded()
    assert counter.sync(progress).pushed == 3
    assert [step[:2] for step in progress.steps] == [(2, 3), (3, 3)]


def test_pages_of_a_fetch_continue_each_other(centre, new_counter, monkeypatch):
    monkeypatch.setattr(pull, "PAGE", 3)
    seven, eight, nine = new_counter(7), new_counter(8), new_counter(9)
    for counter in (seven, eight):
        for _ in range(4):
            counter.receive()
        counter.sync()
    with pytest.raises(Cancelled):
        nine.sync(Recorded(cancel_after=1))
    nine.sync()
    centre.work()
    assert nine.rows() == centre.rows()


def test_long_acts_go_in_messages_of_their_own(centre, counter, monkeypatch):
    monkeypatch.setattr(push, "_MOST_BYTES", 1_000)
    for _ in range(4):
        counter.receive(note="ghi chú " * 50)
    progress = Recorded()
    assert counter.sync(progress).pushed == 4
    assert len(progress.steps) == 4


def test_a_slow_transaction_is_not_overtaken_for_ever(centre, new_counter):
    slow, fast, reader = new_counter(1), new_counter(2), new_counter(3)
    slow_receipt, fast_receipt = slow.receive(), fast.receive()
    with slow.line.connection() as connection:
        connection.execute("BEGIN")
        push.send(slow.store, slow.desk.clock, slow.line, Recorded())
        fast.sync()
        reader.sync()
        assert numbers(reader) == {fast_receipt.number}
        connection.execute("COMMIT")
    reader.sync()
    assert numbers(reader) == {fast_receipt.number, slow_receipt.number}


def test_one_stream_sent_over_two_lines_at_once_is_stored_once(centre, counter):
    counter.receive()
    other = replace(counter, line=line_of(counter.store, counter.kept, counter.home))
    with counter.line.connection() as connection:
        connection.execute("BEGIN")
        push.send(counter.store, counter.desk.clock, counter.line, Recorded())
        forget_what_was_acknowledged(counter)
        with other.line.connection() as second:
            second.execute("SET lock_timeout = '200ms'")
        with pytest.raises(CentreUnreachable, match="lock timeout"):
            push.send(other.store, other.desk.clock, other.line, Recorded())
        connection.execute("COMMIT")
    push.send(other.store, other.desk.clock, other.line, Recorded())
    other.line.close()
    own = counter.desk.seat.stream_id
    assert centre.heads()[own] == counter.heads()[own]


def test_an_older_counter_passes_on_what_it_does_not_understand(centre, new_counter):
    newer, older = new_counter(1), new_counter(2)
    receipt = newer.receive()
    with newer.store.writing() as session:
        append(session, newer.desk.author(), "dossier_blessed", receipt.subject, {"by": "thầy"})
        append(session, newer.desk.author(), "weather_noted", new_id(1), {"rain": True})
        append(session, newer.desk.author(), "dossier_received", new_id(2), {"x": 1}, version=9)
    newer.sync()
    older.sync()
    with older.store.reading() as session:
        kinds = (
            session.execute(
                select(journal.c.kind).where(journal.c.stream_id == newer.desk.seat.stream_id)
            )
            .scalars()
            .all()
        )
        marked = session.execute(select(dossier.c.needs_update)).scalars().all()
    assert kinds == ["dossier_received", "dossier_blessed", "weather_noted", "dossier_received"]
    assert marked == [True]
    centre.work()
    assert older.rows() == centre.rows()


@pytest.mark.parametrize(
    "nonsense",
    [
        {"number": "1"},
        {"number": None, "submitter": 7},
        {"number": "x" * 500, "submitter": {"name": ["a"]}, "agency_code": 1},
    ],
)
def test_a_record_without_sense_holds_up_nobody(centre, new_counter, nonsense):
    seven, eight = new_counter(7), new_counter(8)
    receipt = seven.receive()
    write_past_the_tables(seven, "dossier_received", nonsense)
    seven.sync()
    later = eight.receive()
    eight.sync()
    centre.work()
    seven.sync()
    assert numbers(eight) == {receipt.number, later.number}
    assert numbers(seven) == {receipt.number, later.number}
    assert "unreadable" in centre.alarms()


def test_the_centre_takes_no_entry_that_does_not_fit_its_hash(centre, counter):
    counter.receive()
    own = counter.desk.seat.stream_id
    with counter.store.raw_writing() as connection:
        connection.execute("UPDATE journal SET officer = 'minh' WHERE stream_id = ?", (own.hex,))
    with pytest.raises(push.ChainRefused):
        push.send(counter.store, counter.desk.clock, counter.line, Recorded())
    assert own not in centre.heads()


def test_text_in_another_encoding_is_not_taken(counter):
    counter.receive()
    with counter.line.connection() as connection:
        connection.execute("SET client_encoding = 'LATIN1'")
        with pytest.raises((push.ChainRefused, psycopg.Error)):
            push.send(counter.store, counter.desk.clock, counter.line, Recorded())


def forget_what_was_acknowledged(counter):
    with counter.store.writing() as session:
        session.exec_driver_sql("UPDATE installation SET acked_seq = 0, acked_hash = zeroblob(32)")


def write_past_the_tables(counter, kind, record):
    """Append an entry as a faulty program would, without looking at what follows from it."""
    with pytest.MonkeyPatch.context() as patched, counter.store.writing() as session:
        patched.setattr("counter_app.journal.append.project", lambda session, entries: [])
        append(session, counter.desk.author(), kind, new_id(3), record)


def numbers(counter):
    return {row[1] for row in counter.rows()["dossier"]}
