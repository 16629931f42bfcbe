"""Who looked at what can be told, and nobody can take it back: not even at the centre."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select, text

from counter_app.centre import witness
from counter_app.clock import local_day
from counter_app.desk import OfficerDisabled
from counter_app.journal.entries import Entry, canonical, hash_of, payload_hash
from counter_app.progress import Silent
from counter_app.schema.tables import journal
from counter_app.store.audit import notes
from counter_app.store.day_sheets import acts_since, span
from counter_app.sync.close import close_day
from counter_app.usecases import audit, printing
from counter_app.usecases.intake import receive
from counter_app.usecases.printing import Form, PaperSize
from counter_app.usecases.sign_in import LockedOut, WrongPassword, sign_in
from tests.fixtures.desk import PASSWORD, birth_intake, publish
from tests.fixtures.life import MINH
from tests.fixtures.sync import centre, counter, new_counter

__all__ = ["centre", "counter", "new_counter"]
TODAY = date(2026, 11, 20)


def noted(desk, officer=""):
    return [(row.what, row.officer, row.number) for row in desk.ask(notes, TODAY, TODAY, officer)]


def entries(desk):
    with desk.store.reading() as session:
        return session.exec_driver_sql("SELECT count(*) FROM journal").scalar()


def test_looks_exports_and_prints_are_told_by_day_and_officer(desk):
    receipt = receive(desk, birth_intake())
    audit.revealed(desk, receipt.subject)
    audit.exported(desk.served_by(MINH), "hồ sơ.csv")
    job = printing.queue(desk, receipt.subject, Form.RECEIPT, PaperSize.A5, "PDF")
    printing.sent(desk, job, "1")
    told = [
        ("revealed", "lan", receipt.number),
        ("exported", "minh", ""),
        ("printed", "lan", receipt.number),
    ]
    assert sorted(noted(desk)) == sorted(told)
    assert noted(desk, "minh") == [told[1]]
    yesterday = TODAY - timedelta(days=1)
    assert desk.ask(notes, yesterday, yesterday) == []
    rows = desk.ask(notes, TODAY, TODAY)
    assert {row.seat_number for row in rows} == {desk.seat.number}
    assert {row.detail for row in rows} == {"", "hồ sơ.csv", "receipt"}


def test_looking_again_is_noted_once_an_hour(desk, clock):
    receipt = receive(desk, birth_intake())
    before = entries(desk)
    assert audit.revealed(desk, receipt.subject)
    for _ in range(5):
        assert not audit.revealed(desk, receipt.subject)
    assert entries(desk) == before + 1
    assert audit.revealed(desk.served_by(MINH), receipt.subject)
    clock.advance(timedelta(hours=1))
    assert audit.revealed(desk, receipt.subject)
    assert entries(desk) == before + 3


def test_only_guessing_until_the_lock_is_noted(desk, clock):
    before = entries(desk)
    for _ in range(4):
        with pytest.raises(WrongPassword):
            sign_in(desk, "lan", "đoán")
    sign_in(desk, "lan", PASSWORD)  # the fifth try is right
    assert entries(desk) == before
    for _ in range(5):
        with pytest.raises((WrongPassword, LockedOut)):
            sign_in(desk, "lan", "đoán")
    with pytest.raises(LockedOut):  # not looked at, so not noted
        sign_in(desk, "lan", "đoán")
    assert noted(desk) == [("locked_out", "lan", "")]
    assert entries(desk) == before + 1


def test_a_disabled_officer_sees_no_number_and_takes_nothing_out(desk):
    receipt = receive(desk, birth_intake())
    record = {"login": "lan", "name": "Lan", "roles": ["intake"], "active": False}
    publish(desk, "officer_defined", ("officer", "lan"), {**record, "password_hash": ""})
    before = entries(desk)
    for act in (
        lambda: audit.revealed(desk, receipt.subject),
        lambda: audit.exported(desk, "hồ sơ.csv"),
    ):
        with pytest.raises(OfficerDisabled):
            act()
    assert entries(desk) == before


def test_a_look_after_the_final_sheet_opens_no_closed_day(desk):
    receipt = receive(desk, birth_intake())
    with desk.store.reading() as session:
        of = span(session, desk.seat.number, desk.seat.stream_id)
        before = acts_since(session, of)
    audit.revealed(desk, receipt.subject)
    with desk.store.reading() as session:
        assert acts_since(session, of) == before


def test_notes_reach_the_centre_and_every_seat_with_the_same_rows(centre, counter, new_counter):
    eight = new_counter(8)
    audit.revealed(counter.desk, counter.receive().subject)
    counter.sync()
    eight.sync()
    centre.work()
    today = local_day(counter.desk.clock.now_ms())
    (row,) = eight.desk.ask(notes, today, today)
    assert (row.what, row.seat_number, row.officer) == ("revealed", 7, "lan")
    assert eight.rows() == counter.rows() == centre.rows()


# --- the centre's own administrator ---


@pytest.fixture
def town(centre, counter, new_counter):
    """A day of two seats, closed and known to both: seat 8 vouches for seat 7."""
    eight = new_counter(8)
    for _ in range(3):
        audit.revealed(counter.desk, counter.receive().subject)
    close(counter)
    eight.sync()
    close(eight)
    counter.sync()
    assert findings(centre, counter) == findings(centre, eight) == findings(centre) == []
    return centre, counter, eight


def close(counter):
    counter.sync()
    day = local_day(counter.desk.clock.now_ms())
    return close_day(counter.desk, counter.line, day, Silent())


def findings(centre, counter=None, papers=()):
    with centre.centre.reading() as session:
        found = witness.chains(session, "centre", Silent())
        found += witness.countersigned(session, "centre")
        found += witness.proofs(session)
        found += witness.papers(session, papers)
        if counter is not None:
            with counter.store.reading() as local:
                found += witness.against_counter(session, local)
                found += witness.closings(session, local)
    return found


def rewrite(centre, stream_id, from_seq, change):
    """Do what an administrator could: change entries and compute the whole chain anew."""
    with centre.centre.raw() as session:
        rows = session.execute(
            select(journal).where(journal.c.stream_id == stream_id).order_by(journal.c.seq)
        ).all()
        link = bytes(32)
        for row in rows:
            entry = Entry._make(row)
            if entry.seq >= from_seq:
                entry = change(entry)
                entry = entry._replace(hash=hash_of(entry, link))
                session.execute(
                    journal.update()
                    .where(journal.c.stream_id == stream_id, journal.c.seq == entry.seq)
                    .values(**entry._asdict())
                )
            link = entry.hash
        session.execute(
            text("UPDATE head SET hash = :link WHERE stream_id = :stream"),
            {"link": link, "stream": stream_id},
        )
        session.execute(
            text(
                "UPDATE proof SET hash = journal.hash FROM journal"
                " WHERE journal.stream_id = proof.stream_id AND journal.seq = proof.seq"
            )
        )


def forged(entry):
    """The note of the look, made to name somebody else."""
    if entry.kind != "audit_noted":
        return entry
    payload = canonical({**entry.record(), "about": None, "what": "exported"})
    return entry._replace(officer="minh", payload=payload, payload_hash=payload_hash(payload))


def test_a_row_changed_at_the_centre_breaks_its_chain(town):
    centre, counter, _ = town
    stream = counter.desk.seat.stream_id
    with centre.centre.raw() as session:
        session.execute(text("UPDATE journal SET officer = 'minh' WHERE kind = 'audit_noted'"))
    assert (stream, "the chain is broken (hash)") in {
        (f.stream_id, f.what) for f in findings(centre)
    }


def test_a_chain_written_anew_is_contradicted_by_another_seat_at_the_centre_alone(town):
    centre, counter, eight = town
    stream = counter.desk.seat.stream_id
    rewrite(centre, stream, 1, forged)
    (found,) = findings(centre)
    assert (found.stream_id, str(eight.desk.seat.stream_id) in found.what) == (stream, True)


def test_a_chain_written_anew_is_contradicted_by_every_counter(town):
    centre, counter, eight = town
    stream = counter.desk.seat.stream_id
    first = min(e for e in range(1, 9) if _kind(counter, stream, e) == "audit_noted")
    rewrite(centre, stream, 1, forged)
    for one in (counter, eight):
        assert (stream, first, "a counter holds another entry") in {
            (f.stream_id, f.seq, f.what) for f in findings(centre, one)
        }


def test_a_whole_centre_written_anew_is_contradicted_by_paper(town):
    centre, counter, _ = town
    proof = close(counter)
    paper = witness.Paper(proof.code, proof.hash.hex()[:16])
    assert findings(centre, papers=[paper]) == []
    rewrite(centre, counter.desk.seat.stream_id, 1, forged)
    told = {f.what for f in findings(centre, papers=[paper])}
    assert f"the paper {proof.code} says {paper.hash_start}…" in told
    with centre.centre.raw() as session:
        session.execute(text("DELETE FROM proof"))
    told = {f.what for f in findings(centre, papers=[paper])}
    assert f"no proof {proof.code} was given" in told


def test_entries_dropped_at_the_end_are_missed_by_whoever_holds_them(town):
    centre, counter, eight = town
    stream = counter.desk.seat.stream_id
    with centre.centre.raw() as session:
        last = session.execute(
            text("SELECT seq FROM head WHERE stream_id = :s"), {"s": stream}
        ).scalar_one()
        session.execute(
            text("DELETE FROM journal WHERE stream_id = :s AND seq = :seq"),
            {"s": stream, "seq": last},
        )
        session.execute(
            text(
                "UPDATE head SET seq = :seq, hash = (SELECT hash FROM journal"
                " WHERE stream_id = :s AND seq = :seq) WHERE stream_id = :s"
            ),
            {"s": stream, "seq": last - 1},
        )
    for one in (counter, eight):
        assert (stream, last, "it is gone, a counter holds it") in {
            (f.stream_id, f.seq, f.what) for f in findings(centre, one)
        }


def test_words_blanked_at_the_centre_are_missed(town):
    centre, counter, _ = town
    with centre.centre.raw() as session:
        session.execute(text("UPDATE journal SET payload = NULL WHERE kind = 'audit_noted'"))
    assert findings(centre) == []  # the law may want it: the chain holds without the words
    told = [f.what for f in findings(centre, counter)]
    assert told == ["its words are gone, a counter holds them"] * 3


def test_an_entry_slipped_in_behind_the_chain_is_seen(town):
    centre, _, _ = town
    with centre.centre.raw() as session:
        session.execute(
            text(
                "INSERT INTO journal SELECT gen_random_uuid(), seq, entry_id, subject, kind,"
                " version, occurred_at, recorded_at, clock, officer, based_on, payload,"
                " payload_hash, hash FROM journal WHERE kind = 'audit_noted' LIMIT 1"
            )
        )
    assert [f.what for f in findings(centre)] == ["it stands in the journal and in no chain"]


def test_what_a_counter_holds_is_checked_in_its_own_file(town):
    _, counter, _ = town
    with counter.store.writing() as session:
        session.exec_driver_sql("UPDATE journal SET officer = 'x' WHERE kind = 'audit_noted'")
    with counter.store.reading() as session:
        assert witness.chains(session, "counter", Silent()) != []


def _kind(counter, stream, seq):
    with counter.store.reading() as session:
        return session.execute(
            select(journal.c.kind).where(journal.c.stream_id == stream, journal.c.seq == seq)
        ).scalar()


def test_what_a_seat_countersigns_may_be_nonsense_and_stops_nobody(town):
    centre, counter, _ = town
    digest = hashlib.sha256(b"").hexdigest()
    for seen in ({"x": 1}, [], 7, {counter.desk.seat.stream_id.hex: [1, "zz"]}, {digest: [1, ""]}):
        desk = replace(counter.desk)
        record = {"stream": desk.seat.stream_id.hex, "seat_number": 7, "day": "2026-11-20",
                  "seq": 0, "hash": digest, "code": "A", "seen": seen}  # fmt: skip
        with desk.store.writing() as session:
            from counter_app.journal.append import append
            from counter_app.journal.entries import new_id

            append(session, desk.author(), "day_closed", new_id(1), record)
    counter.sync()
    assert findings(centre) == []
