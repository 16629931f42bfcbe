"""The chain holds, and the tables follow from the journal in whatever order it arrived."""

from __future__ import annotations

import random
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select

from counter_app.clock import local, local_day
from counter_app.journal.append import Author, append
from counter_app.journal.entries import (
    GENESIS,
    LAST_MOMENT,
    ChainBroken,
    Entry,
    EntryUnreadable,
    canonical,
    hash_of,
    new_id,
    next_clock,
    payload_hash,
    verify,
)
from counter_app.journal.projection import project
from counter_app.journal.rebuild import broken_chains, differences, rebuild
from counter_app.journal.streams import new_centre_stream
from counter_app.progress import Silent
from counter_app.schema.tables import dossier, head, journal
from counter_app.store.dossiers import history, newest, search
from counter_app.store.engine import Store
from counter_app.store.migrations import migrate

NOON = 1_700_000_000_000
ONE, TWO = UUID(int=1), UUID(int=2)


def intake_record(number: str, name: str = "Nguyễn Thị Ánh") -> dict[str, object]:
    return {
        "number": number,
        "agency_code": "000.00.14.H35",
        "procedure_code": "2.000635",
        "procedure_name": "Cấp bản sao trích lục hộ tịch",
        "submitter": {"name": name, "identity_number": "012188000123", "phone": "+84912345678"},
        "seat_number": 7,
        "due_at": NOON + 86_400_000,
    }


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = Store(tmp_path / "counter.db")
    migrate(opened)
    return opened


def written(store: Store, stream: UUID, count: int, name: str = "Nguyễn Thị Ánh") -> list[Entry]:
    """Receive `count` dossiers in a stream, and print the receipt of each."""
    entries = []
    for step in range(count):
        author = Author(stream, "lan", NOON + step)
        with store.writing() as session:
            subject = new_id(author.now_ms)
            record = intake_record(f"000.00.14.H35-231114-{stream.int}{step:03d}", name)
            entries.append(append(session, author, "dossier_received", subject, record))
            printed = {"form": "receipt", "paper": "a5", "reprint": 0}
            entries.append(append(session, author, "document_printed", subject, printed))
    return entries


def rows(store: Store) -> list[tuple[object, ...]]:
    names = [column for column in dossier.c if column.name != "id"]
    with store.reading() as session:
        return [tuple(row) for row in session.execute(select(*names).order_by(dossier.c.subject))]


def arrive(store: Store, entries: list[Entry]) -> None:
    """Put entries into the journal as a pull does, and project them."""
    with store.writing() as session:
        session.execute(insert(journal), [entry._asdict() for entry in entries])
        project(session, entries)


def test_entries_of_a_stream_are_contiguous_and_chained(store):
    entries = written(store, ONE, 3)
    assert [entry.seq for entry in entries] == [1, 2, 3, 4, 5, 6]
    assert verify(entries, 0, GENESIS) == entries[-1].hash
    with store.reading() as session:
        assert session.execute(select(head.c.seq, head.c.hash)).one() == (6, entries[-1].hash)


@pytest.mark.parametrize(
    "field", ["officer", "kind", "occurred_at", "clock", "based_on", "payload"]
)
def test_a_changed_field_breaks_the_chain(store, field):
    entries = written(store, ONE, 2)
    value = getattr(entries[1], field)
    entries[1] = entries[1]._replace(**{field: value + (1 if isinstance(value, int) else "x")})
    with pytest.raises(ChainBroken) as broken:
        verify(entries, 0, GENESIS)
    assert broken.value.seq == 2


def test_a_hole_breaks_the_chain(store):
    entries = written(store, ONE, 2)
    with pytest.raises(ChainBroken):
        verify([entries[0], *entries[2:]], 0, GENESIS)


def test_a_withheld_payload_leaves_the_chain_whole(store):
    entries = written(store, ONE, 2)
    entries[0] = entries[0]._replace(payload=None)
    assert verify(entries, 0, GENESIS) == entries[-1].hash


@settings(deadline=None, max_examples=25)
@given(seed=st.integers(0, 2**32))
def test_any_order_of_arrival_gives_the_same_rows(tmp_path_factory, seed):
    place = tmp_path_factory.mktemp("order")
    first = Store(place / "first.db")
    migrate(first)
    entries = written(first, ONE, 4) + written(first, TWO, 4, "Trần Văn Đức")
    second = Store(place / "second.db")
    migrate(second)
    chance = random.Random(seed)
    chance.shuffle(entries)
    while entries:
        size = chance.randint(1, len(entries))
        arrive(second, entries[:size])
        entries = entries[size:]
    assert rows(second) == rows(first)
    with second.reading() as session:
        assert differences(session, Silent()) == []
        assert len(search(session, "duc tran")) == 4
    first.close()
    second.close()


def test_an_act_that_arrives_before_its_intake_is_not_lost(store, tmp_path):
    intake, printed = written(store, ONE, 1)
    other = Store(tmp_path / "other.db")
    migrate(other)
    arrive(other, [printed])
    assert rows(other) == []
    arrive(other, [intake])
    assert rows(other) == rows(store)


def test_a_rescued_copy_in_another_stream_counts_once(store):
    intake, printed = written(store, ONE, 1)
    before = rows(store)
    copy = printed._replace(stream_id=TWO, seq=1)
    arrive(store, [copy._replace(hash=hash_of(copy, GENESIS))])
    assert rows(store) == before
    with store.reading() as session:
        assert len(history(session, intake.subject)) == 2


def test_a_second_intake_of_the_same_dossier_is_a_conflict_not_a_loss(store):
    intake, _ = written(store, ONE, 1)
    with store.writing() as session:
        author = Author(TWO, "minh", NOON + 50)
        append(session, author, "dossier_received", intake.subject, intake_record("X-231114-0002"))
    with store.reading() as session:
        row = newest(session)[0]
        assert row.conflict
        assert row.number == "000.00.14.H35-231114-1000"
        assert len(history(session, intake.subject)) == 3


def test_an_unknown_kind_is_kept_and_marks_the_dossier(store):
    intake, _ = written(store, ONE, 1)
    with store.writing() as session:
        append(session, Author(TWO, "minh", NOON + 9), "dossier_blessed", intake.subject, {"a": 1})
    with store.reading() as session:
        assert newest(session)[0].needs_update
        assert history(session, intake.subject)[-1].kind == "dossier_blessed"
        assert broken_chains(session, Silent()) == []


def test_a_newer_version_of_reference_data_leaves_the_older_standing(store):
    subject = uuid4()
    record = {"code": "A", "name": "Sở Tư pháp", "valid_from": "2020-01-01"}
    with store.writing() as session:
        centre = Author(new_centre_stream(), "", NOON)
        append(session, centre, "agency_defined", subject, record)
        append(session, centre, "agency_defined", subject, {"new": 1}, version=9)
        from counter_app.store.reference import agency_names

        assert agency_names(session) == {"A": "Sở Tư pháp"}


def test_rebuilding_changes_nothing_and_repairs_everything(store):
    written(store, ONE, 5)
    before = rows(store)
    with store.writing() as session:
        session.execute(dossier.update().values(owner_name="?").where(dossier.c.id == 2))
        session.execute(dossier.delete().where(dossier.c.id == 4))
    with store.reading() as session:
        assert {found.table for found in differences(session, Silent())} == {"dossier"}
    with store.writing() as session:
        rebuild(session, Silent())
    assert rows(store) == before
    with store.reading() as session:
        assert differences(session, Silent()) == []
        assert len(search(session, "anh nguyen")) == 5


def test_a_row_nobody_wrote_is_found(store):
    written(store, ONE, 1)
    with store.writing() as session:
        row = session.execute(select(dossier)).mappings().one()
        session.execute(insert(dossier), {**row, "id": 99, "subject": uuid4()})
    with store.reading() as session:
        assert differences(session, Silent()) != []


def test_a_tampered_journal_is_found(store):
    entries = written(store, ONE, 3)
    with store.writing() as session:
        changed = {"payload": entries[2].payload.replace("Ánh", "Anh")}
        session.execute(journal.update().values(changed).where(journal.c.seq == 3))
    with store.reading() as session:
        broken = broken_chains(session, Silent())
    assert [(error.seq, error.what) for error in broken] == [(3, "payload")]


def test_a_clock_that_jumps_back_keeps_the_order(store):
    with store.writing() as session:
        subject = uuid4()
        first = append(session, Author(ONE, "lan", NOON), "a", subject, {})
        second = append(session, Author(ONE, "lan", NOON - 5_000), "b", subject, {})
    assert second.clock > first.clock


def test_a_clock_a_year_ahead_drags_nobody_along(store):
    with store.writing() as session:
        append(session, Author(TWO, "x", NOON + 365 * 86_400_000), "a", uuid4(), {})
        mine = append(session, Author(ONE, "lan", NOON), "b", uuid4(), {})
    assert mine.clock == next_clock(0, NOON)


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.none()))
def test_the_canonical_text_does_not_depend_on_the_order_of_keys(record):
    turned = dict(reversed(list(record.items())))
    assert canonical(record) == canonical(turned)
    assert payload_hash(canonical(record)) == payload_hash(canonical(turned))


@pytest.mark.parametrize("payload", ['{"a":[1]}', ' {"a": [1]}', '{"a":[1]}\n'])
def test_a_record_reads_alike_with_white_space_around_it(store, payload):
    entry = written(store, ONE, 1)[0]
    assert entry._replace(payload=payload).record() == {"a": [1]}


@pytest.mark.parametrize("payload", ['{"a":[1]}x', '{"a":[1]}{}', '{"a":[1}', "\ufeff{}", "", "[]"])
def test_what_is_no_record_is_told(store, payload):
    entry = written(store, ONE, 1)[0]
    with pytest.raises(EntryUnreadable):
        entry._replace(payload=payload).record()


@given(st.integers(-62_135_000_000_000, LAST_MOMENT))
@example(-25_200_001)
@example(-25_200_000)
@example(61_199_999)
@example(61_200_000)
def test_a_moment_lies_on_the_day_that_a_calendar_shows(ms):
    assert local_day(ms) == local(ms).date()


def test_identifiers_made_later_sort_later():
    assert new_id(NOON) < new_id(NOON + 1)
    assert new_id(NOON).version == 7
