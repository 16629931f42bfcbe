"""What the centre has not acknowledged, and which days no close of day has proved."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import insert, update

from counter_app.journal.append import Author, append
from counter_app.journal.subjects import subject_of
from counter_app.schema.local import behind, installation
from counter_app.store.outbox import last_closing, reach, unclosed_day, unsent, waiting
from counter_app.sync.status import current
from counter_app.usecases.intake import receive
from tests.fixtures.desk import STREAM, birth_intake

FORMER = UUID(int=70)
FRIDAY = date(2026, 11, 20)


def acknowledge(desk, seq):
    with desk.store.writing() as session:
        session.execute(update(installation).values(acked_seq=seq))


def close(desk, day, seq):
    record = {
        "stream": STREAM.hex,
        "seat_number": 7,
        "day": day.isoformat(),
        "seq": seq,
        "code": "K7M2",
    }
    with desk.store.writing() as session:
        append(session, desk.author(), "day_closed", subject_of("day_closed", str(day)), record)


def test_unsent_entries_name_their_dossier_in_the_order_of_sending(desk):
    receipts = [receive(desk, birth_intake()) for _ in range(3)]
    rows = desk.ask(unsent, STREAM, 1)
    assert [row.number for row in rows] == [receipt.number for receipt in receipts[1:]]
    assert [row.seq for row in rows] == [2, 3]
    assert rows[0].owner_name == "Nguyễn Thị Ánh"


def test_an_entry_without_a_dossier_is_listed_too(desk):
    close(desk, FRIDAY, 0)
    (row,) = desk.ask(unsent, STREAM, 0)
    assert (row.kind, row.number, row.owner_name) == ("day_closed", "", "")


def test_the_list_is_as_long_as_the_lamp_counts(desk, clock):
    for _ in range(3):
        receive(desk, birth_intake())
    author = Author(FORMER, "lan", clock.ms - 60_000)
    with desk.store.writing() as session:
        for step in range(4):
            append(session, author, "dossier_noted", UUID(int=1000 + step), {})
        session.execute(insert(behind).values(stream_id=FORMER, seq=3, since=0))
    acknowledge(desk, 1)
    rows = desk.ask(waiting, STREAM)
    assert len(rows) == current(desk).unsent == 3
    assert rows[0].kind == "dossier_noted"  # the oldest first
    assert rows[0].recorded_at == current(desk).oldest_unsent_at


@pytest.mark.parametrize(("seq", "held"), [(2, True), (3, False)])
def test_streams_of_which_the_centre_has_less_are_not_there(desk, seq, held):
    with desk.store.writing() as session:
        session.execute(insert(behind).values(stream_id=FORMER, seq=2, since=5))
    arrived = desk.ask(reach, STREAM)
    assert arrived.holds(FORMER, seq) is held
    assert arrived.holds(UUID(int=71), seq)
    assert not arrived.holds(STREAM, 1)


def test_a_day_with_work_and_without_proof_is_remembered(desk, clock):
    receive(desk, birth_intake())
    assert desk.ask(unclosed_day, STREAM, FRIDAY) is None
    assert desk.ask(unclosed_day, STREAM, FRIDAY + timedelta(days=3)) == FRIDAY
    close(desk, FRIDAY, 1)
    assert desk.ask(unclosed_day, STREAM, FRIDAY + timedelta(days=3)) is None
    clock.advance(timedelta(hours=2))
    receive(desk, birth_intake())  # after the closing: it proves no more
    assert desk.ask(unclosed_day, STREAM, FRIDAY + timedelta(days=3)) == FRIDAY


def test_the_last_closing_is_the_one_that_proves_most(desk):
    assert desk.ask(last_closing, STREAM) is None
    receive(desk, birth_intake())
    close(desk, FRIDAY, 1)
    closing = desk.ask(last_closing, STREAM)
    assert (closing.day, closing.seq, closing.code) == (FRIDAY, 1, "K7M2")
