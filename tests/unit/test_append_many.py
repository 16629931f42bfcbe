"""Many acts at once are the same as one by one."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from counter_app.journal.append import Author, NewEntry, append, append_many
from counter_app.journal.entries import GENESIS, Entry, new_id, verify
from counter_app.journal.rebuild import broken_chains, differences
from counter_app.progress import Silent
from counter_app.schema.tables import dossier, head, journal
from counter_app.store.dossiers import newest, search
from counter_app.store.engine import Store
from counter_app.store.migrations import migrate

NOON = 1_700_000_000_000
AUTHOR = Author(UUID(int=7), "lan", NOON)


def intake(step: int) -> NewEntry:
    record = {
        "number": f"000.00.14.H35-231114-{step:04d}",
        "agency_code": "000.00.14.H35",
        "procedure_code": "2.000635",
        "procedure_name": "Cấp bản sao trích lục hộ tịch",
        "submitter": {"name": f"Nguyễn Thị Ánh {step}"},
        "seat_number": 7,
        "due_at": NOON,
    }
    return NewEntry("dossier_received", new_id(NOON), record, NOON - step)


@pytest.fixture
def store(tmp_path: Path):
    opened = Store(tmp_path / "counter.db")
    migrate(opened)
    yield opened
    opened.close()


def test_they_continue_the_chain_and_the_tables_follow(store):
    with store.writing() as session:
        before = append(session, AUTHOR, "dossier_received", new_id(NOON), intake(1).record)
        entries = append_many(session, AUTHOR, (intake(step) for step in range(2, 1203)))
        after = append(session, AUTHOR, "dossier_received", new_id(NOON), intake(1203).record)
    assert [entry.seq for entry in entries] == list(range(2, 1203))
    assert entries[-1].occurred_at == NOON - 1202
    assert verify([before, *entries, after], 0, GENESIS) == after.hash
    with store.reading() as session:
        assert session.execute(select(head.c.seq, head.c.hash)).one() == (1203, after.hash)
        assert session.execute(select(dossier.c.number)).scalars().all() == [
            f"000.00.14.H35-231114-{step:04d}" for step in range(1, 1204)
        ]
        assert broken_chains(session, Silent()) == differences(session, Silent()) == []
        assert search(session, "anh 0977")[0].owner_name == "Nguyễn Thị Ánh 977"


def test_clocks_rise_although_the_moment_is_the_same(store):
    with store.writing() as session:
        entries = append_many(session, AUTHOR, map(intake, range(1, 50)))
    clocks = [entry.clock for entry in entries]
    assert clocks == sorted(set(clocks))


def test_no_acts_change_nothing(store):
    with store.writing() as session:
        assert append_many(session, AUTHOR, []) == []
        assert session.execute(select(head)).all() == []


def test_acts_on_one_dossier_may_stand_in_one_batch(store):
    received = intake(1)
    printed = {"form": "receipt", "paper": "a5", "reprint": 0}
    acts = [received, *(NewEntry("document_printed", received.subject, printed) for _ in range(3))]
    with store.writing() as session:
        append_many(session, AUTHOR, acts)
    with store.reading() as session:
        assert newest(session)[0].receipt_prints == 3


def test_an_act_that_is_added_twice_counts_once(store):
    acts = [
        NewEntry(one.kind, one.subject, one.record, one.occurred_at, entry_id=UUID(int=step))
        for step, one in enumerate(map(intake, range(5)))
    ]
    for stream in (UUID(int=7), UUID(int=8)):
        with store.writing() as session:
            append_many(session, Author(stream, "lan", NOON), acts)
    with store.reading() as session:
        rows = newest(session)
        written = [Entry._make(row) for row in session.execute(select(journal))]
        assert differences(session, Silent()) == []
    assert len(written) == 10
    assert len(rows) == 5
    assert not any(row.conflict for row in rows)


def test_all_of_them_or_none(store):
    with pytest.raises(KeyError), store.writing() as session:
        append_many(session, AUTHOR, [intake(1), NewEntry("dossier_received", UUID(int=1), {})])
    with store.reading() as session:
        assert session.execute(select(journal)).all() == newest(session) == []
