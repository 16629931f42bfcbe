"""What the schedules found once, each in as few steps as it takes."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from counter_app.centre import recovery, seats
from counter_app.centre.status import status
from counter_app.clock import SetClock
from counter_app.desk import Seat
from counter_app.journal.append import append
from counter_app.postgres import CentreRefused, CentreUnreachable
from counter_app.schema.tables import dossier, number_range
from counter_app.store import outbox
from counter_app.sync import round as rounds
from counter_app.usecases import printing
from counter_app.usecases.intake import receive
from counter_app.usecases.printing import Form, PaperSize
from tests.fixtures.desk import AGENCY, birth_intake
from tests.fixtures.life import LAN, another_seat, exchange


def test_an_act_folds_after_the_intake_also_when_that_clock_was_a_year_ahead(office, tmp_path):
    ahead = SetClock(office.clock.now_ms() + 300 * 86_400_000)
    with another_seat(office, tmp_path / "other.db", LAN) as other:
        subject = receive(replace(other, clock=ahead), birth_intake()).subject
        exchange(other, office)
    job = printing.queue(office, subject, Form.RECEIPT, PaperSize.A5, "PDF")
    printing.sent(office, job, "1")
    with office.store.reading() as session:
        assert session.execute(select(dossier.c.receipt_prints)).scalar_one() == 1


def test_a_clock_a_year_ahead_does_not_drag_later_acts_with_it(desk):
    ahead = SetClock(desk.clock.now_ms() + 300 * 86_400_000)
    receive(replace(desk, clock=ahead), birth_intake())
    with desk.store.writing() as session:
        by = desk.author()
        later = append(session, by, "document_printed", desk.seat.stream_id, {"form": "receipt"})
    assert later.clock >> 16 < desk.clock.now_ms() + 86_400_000


@pytest.fixture
def parted(counter, tmp_path):
    """A machine and its clone; the clone was at the centre first, with more acts."""
    counter.receive()
    counter.sync()
    clone = counter.copied(tmp_path / "bản sao")
    receipts = [counter.receive(), counter.receive()]
    for _ in range(3):
        clone.receive()
    clone.sync()
    yield counter, {receipt.subject for receipt in receipts}
    clone.close()


def cut_at(line, message):
    """Let the line break before its n-th message from now on, counted from 0."""
    whole, count = type(line).connection, iter(range(100))

    def connection():
        if next(count) == message:
            raise CentreUnreachable("localhost", "cut")
        return whole(line)

    line.connection = connection


@pytest.mark.parametrize("message", range(1, 8))
def test_a_fork_is_never_shown_as_sent_wherever_the_line_breaks(centre, parted, message):
    machine, subjects = parted
    cut_at(machine.line, message)
    try:
        machine.sync()
    except CentreUnreachable:
        shown = machine.status()
        centre.work()
        missing = subjects - {row[0] for row in centre.rows()["dossier"]}
        assert shown.unsent >= len(missing) > 0
        with machine.store.reading() as session:
            reach = outbox.reach(session, machine.desk.seat.stream_id)
            rows = session.execute(
                select(dossier.c.stream_id, dossier.c.seq).where(dossier.c.subject.in_(missing))
            ).all()
        assert not any(reach.holds(stream, seq) for stream, seq in rows)
    del machine.line.connection
    machine.sync()
    assert machine.status().unsent == 0


def test_an_act_in_the_stream_just_left_neither_stops_the_fetch_nor_looks_sent(
    centre, counter, tmp_path, monkeypatch
):
    counter.receive()
    counter.sync()
    clone = counter.copied(tmp_path / "bản sao")
    clone.receive()
    clone.sync()
    clone.close()
    window, fetch = counter.desk, rounds.fetch  # what the window acts with until the round is over
    window.clock.advance(timedelta(days=1))
    made = []

    def late(store, line, *rest):
        whole = line.connection

        def acting():
            if not made:
                made.append(receive(window, birth_intake(note="đang dở")).subject)
            return whole()

        line.connection = acting
        return fetch(store, line, *rest)

    monkeypatch.setattr(rounds, "fetch", late)
    counter.sync()
    del counter.line.connection
    centre.work()
    assert counter.status().unsent or made[0] in {row[0] for row in centre.rows()["dossier"]}
    counter.sync()
    centre.work()
    assert made[0] in {row[0] for row in centre.rows()["dossier"]}
    assert counter.status().unsent == 0


def ranges(centre):
    with centre.centre.reading() as session:
        rows = session.execute(
            select(number_range.c.first, number_range.c.last).where(
                number_range.c.agency_code == AGENCY
            )
        )
        return sorted(tuple(row) for row in rows)


@pytest.mark.parametrize("announced", [True, False])
def test_a_restored_centre_grants_no_range_that_it_had_granted_after_the_copy(
    centre, new_counter, past, announced
):
    seven, eight = new_counter(7), new_counter(8)
    past.keep(seven, eight)
    with centre.writing() as (session, by):
        seats.top_up(session, by, 7, 3)
    seven.receive()
    for counter in (seven, eight):
        counter.sync()
    lost = set(ranges(centre))
    past.restore(seven, eight)
    lost -= set(ranges(centre))
    if announced:
        with centre.writing() as (session, _):
            recovery.announce_restore(session)
    else:
        seven.sync()  # the first who knows better tells
    kept = set(ranges(centre))
    centre.add_seat(9)
    granted = set(ranges(centre)) - kept
    assert lost
    assert granted
    assert not [
        (one, other)
        for one in lost
        for other in granted
        if one[0] <= other[1] and other[0] <= one[1]
    ]


@pytest.mark.parametrize("announced", [True, False])
def test_a_centre_restored_twice_from_one_copy_does_not_grant_the_same_twice(
    centre, new_counter, past, announced
):
    seven = new_counter(7)
    past.keep(seven)
    known = set(ranges(centre))
    granted = []
    for turn in range(3):
        past.restore(seven)
        if announced or turn == 0:
            with centre.writing() as (session, _):
                recovery.announce_restore(session)
        centre.add_seat(9)
        granted.append(set(ranges(centre)) - known)
    assert all(granted)
    assert len(set.union(*granted)) == sum(map(len, granted))


def test_spares_held_back_after_a_restore_are_shown_as_no_machine(centre, new_counter):
    new_counter(7)
    with centre.centre.reading() as session:
        before = status(session).seats
    with centre.writing() as (session, _):
        recovery.announce_restore(session)
    with centre.centre.reading() as session:
        assert status(session).seats == before


def test_a_spare_opened_after_the_copy_is_given_to_nobody_else(centre, new_counter, past, tmp_path):
    seven = new_counter(7)
    seven.receive()
    seven.sync()
    past.keep(seven)
    clone = seven.copied(tmp_path / "bản sao")
    seven.receive()
    seven.sync()
    assert clone.sync().renewed  # into the spare, after the copy was made
    given = clone.receive()
    clone.line.close()
    past.restore(seven)
    with centre.writing() as (session, _):
        recovery.announce_restore(session)
    again = new_counter(7, centre.invite(7).code, name="máy mới")
    assert again.desk.seat.stream_id != clone.desk.seat.stream_id
    assert again.receive().number != given.number
    clone.close()


def test_a_seat_that_is_shut_out_in_the_middle_of_a_round_is_told(centre, counter):
    counter.receive()
    whole = type(counter.line).connection
    count = iter(range(100))

    def connection():
        if next(count) == 2:
            centre.centre.engine.dispose()
            with centre.centre.raw() as session:
                session.exec_driver_sql("UPDATE counter.stream SET state = 'sealed'")
        return whole(counter.line)

    counter.line.connection = connection
    centre.add_seat(8)  # there is something to fetch
    with pytest.raises(CentreRefused):
        counter.sync()
    assert Seat(counter.desk.seat.stream_id, 7) == counter.desk.seat
