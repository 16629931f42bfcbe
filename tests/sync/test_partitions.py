"""The centre's journal lies in parts, by stream."""

import psycopg
import pytest
from sqlalchemy import text

from counter_app.centre import migrations, partitions
from counter_app.centre.connection import OURS, CentreSchemaOlder
from counter_app.centre.functions import STATEMENTS
from counter_app.progress import Recorded


def journal_of(centre):
    with centre.centre.raw() as session:
        return set(session.execute(text("SELECT stream_id, seq, entry_id, hash FROM journal")))


def streams_by_part(centre):
    found = []
    for part in range(partitions.PARTS):
        with centre.centre.raw() as session:
            rows = session.execute(
                text(f"SELECT DISTINCT stream_id FROM {partitions.part_name(part)}")
            )
            found.append(set(rows.scalars()))
    return found


def make_whole(centre):
    """Bring the database to the shape it had before the journal lay in parts."""
    holder = f'"{centre.route.database}_owner"'
    with centre.centre.raw() as session:
        for statement in (
            f"SET LOCAL ROLE {holder}",
            "DROP FUNCTION pull(uuid[], bigint[], integer)",
            "ALTER TABLE journal RENAME TO parts",
            "CREATE TABLE journal (LIKE parts)",
            "INSERT INTO journal SELECT * FROM parts",
            "DROP TABLE parts",
            "ALTER TABLE journal ADD CONSTRAINT journal_pkey PRIMARY KEY (stream_id, seq)",
            "CREATE INDEX journal_subject ON journal (subject, clock, entry_id)",
            *STATEMENTS,
            "ALTER TABLE centre DROP daily_entries, DROP daily_bytes",
            "DROP TABLE sent_today",
            "UPDATE centre SET schema_version = 2",
        ):
            session.exec_driver_sql(statement, execution_options={"no_parameters": True})


def test_a_stream_lies_whole_in_one_part(centre, new_counter):
    for number in range(1, 7):
        counter = new_counter(number)
        counter.receive()
        counter.sync()
    held = [streams for streams in streams_by_part(centre) if streams]
    assert sum(map(len, held)) == len(set.union(*held)) == len(centre.heads())
    assert len(held) > 1


def test_no_place_in_a_stream_is_taken_twice(centre, counter):
    counter.receive()
    counter.sync()
    again = "INSERT INTO journal SELECT * FROM journal WHERE stream_id = :stream LIMIT 1"
    with pytest.raises(psycopg.errors.UniqueViolation), centre.centre.raw() as session:
        session.execute(text(again), {"stream": counter.desk.seat.stream_id})


def test_a_journal_that_is_one_table_is_divided_and_everybody_goes_on(centre, new_counter):
    seven, eight = new_counter(7), new_counter(8)
    seven.receive()
    seven.sync()
    before, heads, rows = journal_of(centre), centre.heads(), centre.rows()
    make_whole(centre)
    assert journal_of(centre) == before
    with pytest.raises(CentreSchemaOlder), centre.centre.reading():
        pass
    told = Recorded()
    assert migrations.init(centre.centre, told).shape == str(OURS)
    assert told.steps
    assert (journal_of(centre), centre.heads(), centre.rows()) == (before, heads, rows)
    assert sum(map(len, streams_by_part(centre))) == len(heads)
    seven.receive()
    seven.sync()
    eight.sync()
    centre.work()
    assert seven.rows() == eight.rows() == centre.rows()
    assert journal_of(centre) > before


def test_a_division_that_is_cut_leaves_the_journal_as_it_was(centre, counter, monkeypatch):
    counter.receive()
    counter.sync()
    make_whole(centre)
    before = journal_of(centre)

    class Cut(Exception):
        pass

    def cut(*_):
        raise Cut

    monkeypatch.setattr(migrations.roles, "grant", cut)
    with pytest.raises(Cut):
        migrations.init(centre.centre)
    monkeypatch.undo()
    assert journal_of(centre) == before
    migrations.init(centre.centre)
    assert journal_of(centre) == before
    counter.receive()
    assert counter.sync().pushed == 1
