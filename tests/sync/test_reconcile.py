from datetime import timedelta

import pytest
from sqlalchemy import select

from counter_app.centre import recovery, seats
from counter_app.journal.entries import ChainBroken
from counter_app.postgres import CentreRefused, CentreUnreachable
from counter_app.progress import Silent
from counter_app.schema.tables import journal, number_range
from counter_app.sync import wire
from counter_app.sync.hello import SeatSuspended, greet
from counter_app.sync.line import Line
from counter_app.sync.reconcile import NoSpareStream, renew
from counter_app.sync.standing import seat
from counter_app.usecases.intake import NumberTaken, receive
from tests.fixtures.desk import birth_intake


def entry_ids(counter):
    with counter.store.reading() as session:
        return list(session.execute(select(journal.c.entry_id)).scalars())


def serials(counter):
    """Return the range of daily serials from which the seat gives numbers now."""
    with counter.store.reading() as session:
        row = session.execute(
            select(number_range.c.first, number_range.c.last).where(
                number_range.c.stream_id == counter.desk.seat.stream_id
            )
        ).one()
    return range(row.first, row.last + 1)


def serial(receipt):
    return int(receipt.number[-4:])


def equal(centre, *counters):
    centre.work()  # which may give out a new spare stream
    for counter in counters:
        assert not counter.sync().renewed
    assert [one.heads() == centre.heads() for one in counters] == [True] * len(counters)
    return all(one.rows() == centre.rows() for one in counters)


def test_a_centre_restored_from_an_older_copy_is_healed_by_its_counters(centre, new_counter, past):
    seven, eight = new_counter(7), new_counter(8)
    seven.receive()
    seven.sync()
    past.keep(seven, eight)
    lost = [seven.receive(), eight.receive()]
    for counter in (seven, eight, seven):
        counter.sync()
    past.restore(seven, eight)
    result = seven.sync()
    assert (result.pushed, result.renewed) == (1, False)
    assert eight.sync().pushed == 1
    seven.sync()
    assert equal(centre, seven, eight)
    assert {receipt.number for receipt in lost} < {row[1] for row in centre.rows()["dossier"]}
    assert centre.alarms().count("rewound") == 2


def test_an_announced_restore_raises_no_alarm_of_copies(centre, counter, past):
    past.keep(counter)
    counter.receive()
    counter.sync()
    past.restore(counter)
    with centre.writing() as (session, _):
        assert recovery.announce_restore(session) == 2
    counter.sync()
    assert equal(centre, counter)
    assert "renewed" not in centre.alarms()


def test_a_centre_restored_to_before_a_seat_was_enrolled_takes_it_again(centre, new_counter, past):
    seven = new_counter(7)
    invitation = centre.add_seat(8)
    past.keep(seven)
    eight = new_counter(8, invitation.code)
    receipt = eight.receive()
    eight.sync()
    past.restore(seven, eight)
    with pytest.raises(SeatSuspended):  # its code counts as unused again
        eight.sync()
    eight.enrol_again(centre.invite(8).code)
    seven.sync()
    assert equal(centre, seven, eight)
    assert receipt.number in {row[1] for row in seven.rows()["dossier"]}


def test_a_copied_machine_is_found_and_both_go_on(centre, counter, tmp_path):
    counter.receive()
    counter.sync()
    clone = counter.copied(tmp_path / "bản sao")
    here, there = counter.receive(), clone.receive()
    for machine in (counter, clone, counter, clone, counter):
        machine.sync()
    assert counter.desk.seat.stream_id != clone.desk.seat.stream_id
    assert serials(counter) != serials(clone)
    assert here.number == there.number
    assert equal(centre, counter, clone)
    assert {"renewed", "duplicate_number"} <= set(centre.alarms())
    clone.close()


def test_clones_that_take_turns_are_noticed_without_any_act(centre, counter, tmp_path):
    counter.sync()
    clone = counter.copied(tmp_path / "bản sao")
    renewed = [machine.sync().renewed for machine in (counter, clone, counter, clone)]
    assert renewed.count(True) == 1
    clone.close()


def test_a_forked_stream_goes_on_in_a_new_one_with_the_same_acts(centre, counter, tmp_path):
    counter.receive()
    counter.sync()
    clone = counter.copied(tmp_path / "bản sao")
    counter.receive()
    counter.sync()
    receipts = [clone.receive(), clone.receive()]
    before = entry_ids(clone)
    old = clone.desk.seat.stream_id
    result = clone.sync()
    assert result.renewed
    assert result.carried == result.pushed == 2
    assert clone.desk.seat.stream_id == result.seat.stream_id != old
    assert set(before) <= set(entry_ids(clone))
    assert len(entry_ids(clone)) == len(set(entry_ids(clone)))
    assert {receipt.number for receipt in receipts} < {row[1] for row in clone.rows()["dossier"]}
    fresh = clone.receive()
    assert serial(fresh) in serials(clone)
    clone.sync()
    counter.sync()
    assert equal(centre, counter, clone)
    clone.close()


def test_the_centre_never_takes_other_entries_under_numbers_it_has(centre, counter, tmp_path):
    counter.sync()
    clone = counter.copied(tmp_path / "bản sao")
    counter.receive()
    clone.receive()
    clone.receive()
    counter.sync()
    own = counter.desk.seat.stream_id
    for first, count in ((1, 1), (1, 2)):
        with clone.store.reading() as session:
            rows = wire.stored(session, own, first - 1, count)
        with clone.line.connection() as connection:
            assert wire.push(connection, own, first, rows)[0] == "forked"
    assert centre.heads()[own] == counter.heads()[own]
    assert centre.alarms() == ["forked"]
    clone.close()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE journal SET payload = replace(payload, 'Ánh', 'Anh')",
        "UPDATE journal SET officer = 'minh'",
        "DELETE FROM journal",
    ],
)
def test_what_was_changed_at_the_centre_is_not_believed(centre, new_counter, damage):
    seven, eight, nine = new_counter(7), new_counter(8), new_counter(9)
    seven.receive()
    seven.receive()
    receipt = eight.receive()
    seven.sync()
    eight.sync()
    broken = seven.desk.seat.stream_id
    with centre.centre.raw() as session:
        session.exec_driver_sql(f"{damage} WHERE stream_id = '{broken}' AND seq = 1")
    with pytest.raises(ChainBroken):
        nine.sync()
    assert str(broken) in nine.status().problem
    assert {row[1] for row in nine.rows()["dossier"]} == {receipt.number}
    assert broken not in nine.heads()
    fresh = nine.receive()
    with pytest.raises(ChainBroken):
        nine.sync()
    assert nine.status().unsent == 0
    assert fresh.number


def test_a_restored_machine_gives_no_number_and_no_line_of_its_book_twice(
    centre, counter, tmp_path
):
    counter.receive()
    backup = counter.copied(tmp_path / "bản lưu")
    lost = [counter.receive(), counter.receive()]
    counter.sync()
    counter.close()
    backup.sync()
    fresh = backup.receive()
    assert fresh.number not in {receipt.number for receipt in lost}
    assert (fresh.book, fresh.book_number) == (lost[-1].book, lost[-1].book_number + 1)
    backup.sync()
    assert equal(centre, backup)
    assert "duplicate_number" not in centre.alarms()
    backup.close()


def test_an_act_written_at_the_old_seat_after_the_change_is_carried_over_too(
    centre, counter, tmp_path
):
    counter.receive()
    counter.sync()
    clone = counter.copied(tmp_path / "bản sao")
    counter.receive()
    counter.sync()
    late_desk = clone.desk
    clone.sync()
    clone.desk.clock.advance(timedelta(days=1))
    receipt = receive(late_desk, birth_intake())
    assert clone.status().unsent == 1
    assert clone.sync().carried == 1
    assert clone.status().unsent == 0
    counter.sync()
    assert receipt.number in {row[1] for row in counter.rows()["dossier"]}
    assert equal(centre, counter, clone)
    clone.close()


def test_the_old_seat_cannot_give_a_number_again(counter, tmp_path):
    counter.sync()
    clone = counter.copied(tmp_path / "bản sao")
    clone.receive()
    counter.receive()
    counter.sync()
    late_desk = clone.desk
    clone.sync()
    with pytest.raises(NumberTaken):
        receive(late_desk, birth_intake())
    clone.close()


def test_a_lost_disk_is_enrolled_anew_and_gets_everything_back(centre, new_counter):
    seven = new_counter(7)
    receipts = [seven.receive() for _ in range(3)]
    seven.sync()
    seven.close()
    again = new_counter(7, centre.invite(7).code, name="máy mới")
    assert {receipt.number for receipt in receipts} == {row[1] for row in again.rows()["dossier"]}
    fresh = again.receive()
    assert serial(fresh) not in {serial(receipt) for receipt in receipts}
    assert (fresh.book, fresh.book_number) == (receipts[-1].book, 4)
    again.sync()
    assert equal(centre, again)


def test_the_old_machine_is_shut_out_by_a_new_enrolment_and_keeps_its_acts(centre, new_counter):
    seven = new_counter(7)
    seven.sync()
    invitation = centre.invite(7)
    new_counter(7, invitation.code, name="máy mới")
    seven.receive()
    with pytest.raises(CentreUnreachable):  # what it had open was cut
        seven.sync()
    with pytest.raises(CentreRefused):
        seven.sync()
    assert seven.status().unsent == 1
    assert "refuses" in seven.status().problem


def test_another_seat_brings_back_what_the_centre_and_a_dead_machine_lost(
    centre, new_counter, past
):
    seven, eight = new_counter(7), new_counter(8)
    past.keep(seven, eight)
    receipt = seven.receive()
    seven.sync()
    eight.sync()
    seven.close()
    past.restore(eight)
    assert eight.sync().carried == 0
    eight.desk.clock.advance(timedelta(hours=20))
    assert eight.sync().carried == 0  # seat 7 may still do it itself
    assert eight.status().unsent == 0
    eight.desk.clock.advance(timedelta(days=3))
    assert eight.sync().carried == 1
    assert equal(centre, eight)
    assert receipt.number in {row[1] for row in centre.rows()["dossier"]}


def test_only_one_seat_brings_the_same_back(centre, new_counter, past):
    seven, eight, nine = new_counter(7), new_counter(8), new_counter(9)
    past.keep(seven, eight, nine)
    seven.receive()
    for counter in (seven, eight, nine):
        counter.sync()
    seven.close()
    past.restore(eight, nine)
    eight.sync()
    nine.sync()
    eight.desk.clock.advance(timedelta(days=3))
    nine.desk.clock.advance(timedelta(days=1))
    assert eight.sync().carried == 1
    nine.sync()
    nine.desk.clock.advance(timedelta(days=3))
    assert nine.sync().carried == 0
    assert equal(centre, eight, nine)


def test_both_sides_restored_to_the_same_length_lose_nothing(centre, new_counter, past, tmp_path):
    seven, eight = new_counter(7), new_counter(8)
    seven.receive()
    seven.sync()
    backup = seven.copied(tmp_path / "bản lưu")
    past.keep(seven, eight)
    gone = seven.receive()
    seven.sync()
    eight.sync()
    seven.close()
    past.restore(backup, eight)
    other = backup.receive(note="khác")
    backup.sync()
    for _ in range(2):
        eight.sync()
        backup.sync()
    assert equal(centre, backup, eight)
    with eight.store.reading() as session:
        count = session.execute(
            select(journal.c.entry_id).where(journal.c.kind == "dossier_received")
        ).all()
    assert len(count) == 3
    assert gone.number == other.number
    backup.close()


def test_a_payload_damaged_on_disk_does_not_hold_up_the_rest(centre, counter):
    counter.receive()
    damaged = counter.receive()
    counter.receive()
    with counter.store.raw_writing() as connection:
        connection.execute(
            "UPDATE journal SET payload = replace(payload, 'Nguyễn', 'Nguyen') WHERE subject = ?",
            (damaged.subject.hex,),
        )
    result = counter.sync()
    assert result.renewed
    assert result.pushed == 3
    assert counter.status().unsent == 0
    assert equal(centre, counter)
    assert "renewed" in centre.alarms()


def test_without_a_spare_stream_the_administrator_is_asked_for(centre, counter, tmp_path):
    counter.receive()
    counter.sync()
    clones = [counter.copied(tmp_path / f"bản sao {n}") for n in range(2)]
    counter.receive()
    counter.sync()
    clones[0].sync()
    clones[1].receive()
    with pytest.raises(NoSpareStream):
        clones[1].sync()
    assert clones[1].status().unsent == 1
    assert "no_spare" in centre.alarms()
    centre.work()
    clones[1].sync()
    assert clones[1].status().unsent == 0
    for clone in clones:
        clone.close()


def test_a_repeated_request_gets_the_same_new_stream(centre, counter, tmp_path, monkeypatch):
    counter.receive()
    counter.sync()
    clone = counter.copied(tmp_path / "bản sao")
    counter.receive()
    counter.sync()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("counter_app.sync.reconcile.move_to", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            clone.sync()
    assert clone.sync().renewed
    assert centre.alarms().count("renewed") == 1
    clone.close()


def test_a_stream_given_out_again_after_a_restore_is_passed_over(centre, counter, past, tmp_path):
    counter.receive()
    counter.sync()
    with centre.writing() as (session, by):
        seats.top_up(session, by, 7, 4)
    clone = counter.copied(tmp_path / "bản sao")
    past.keep(counter, clone)
    counter.receive()
    counter.sync()
    clone.sync()
    receipt = clone.receive()
    clone.sync()
    counter.sync()
    theirs = clone.desk.seat.stream_id
    clone.close()
    past.restore(counter)
    for _ in range(3):
        renew(counter.store, counter.line, "thử")
        assert counter.desk.ask(seat).stream_id != theirs
    with pytest.raises(NoSpareStream):
        renew(counter.store, counter.line, "thử")
    centre.work()
    counter.sync()
    counter.desk.clock.advance(timedelta(days=3))
    counter.sync()
    assert equal(centre, counter)
    assert receipt.number in {row[1] for row in centre.rows()["dossier"]}


def test_an_answer_that_was_lost_makes_nobody_a_copy(counter):
    counter.receive()
    ask = Line.ask

    def deaf(line, call, message):
        ask(line, call, message)
        raise ZeroDivisionError

    for _ in range(3):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(Line, "ask", deaf)
            with pytest.raises(ZeroDivisionError):
                greet(counter.store, counter.desk.clock, counter.line)
    assert not counter.sync(Silent()).renewed
