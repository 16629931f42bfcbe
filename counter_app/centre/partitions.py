"""The centre's journal in parts, by stream.

A hash of the stream says in which part an entry lies: a whole stream lies in one. So the primary
key, which says that no place in a stream is taken twice, holds for the whole journal; a push writes
to one part and a pull of a stream reads one; parts are vacuumed, indexed and backed up each for
itself, and may lie on disks of their own. What is asked by subject looks into each part. Parts by
time would not do: the moment would have to be in the key, and nothing is ever dropped here.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, text

from counter_app.progress import Progress
from counter_app.schema.tables import journal

PARTS: Final = 8
"""As many as the cores of a large server; each costs every question by subject a look-up."""

_BEFORE: Final = "journal_whole"
_NAMES: Final = ("journal_pkey", "journal_subject")


def create(session: Connection) -> None:
    """Make the journal and its parts."""
    # named beside the table it would load PostgreSQL's dialect at every counter
    journal.dialect_options["postgresql"]["partition_by"] = "HASH (stream_id)"
    journal.create(session)
    for part in range(PARTS):
        session.execute(
            text(
                f"CREATE TABLE {part_name(part)} PARTITION OF journal"
                f" FOR VALUES WITH (MODULUS {PARTS}, REMAINDER {part})"
            )
        )


def part_name(part: int) -> str:
    """Return the name of a part's table."""
    return f"{journal.name}_{part}"


def divide(session: Connection, progress: Progress) -> None:
    """Move the entries of a journal that is one table into parts; nothing if that is done."""
    kind = session.execute(text("SELECT relkind FROM pg_class WHERE oid = 'journal'::regclass"))
    if kind.scalar_one() == "p":
        return
    session.execute(text("DROP FUNCTION IF EXISTS pull(uuid[], bigint[], integer)"))
    session.execute(text(f"ALTER TABLE journal RENAME TO {_BEFORE}"))
    for name in _NAMES:
        renamed = name.replace("journal", _BEFORE)
        session.execute(text(f"ALTER INDEX {name} RENAME TO {renamed}"))
    create(session)
    held = session.execute(text(f"SELECT DISTINCT stream_id FROM {_BEFORE} ORDER BY stream_id"))
    streams = held.scalars().all()
    columns = ", ".join(column.name for column in journal.c)
    for done, stream_id in enumerate(streams, start=1):
        session.execute(
            text(
                f"INSERT INTO journal ({columns}) SELECT {columns} FROM {_BEFORE}"
                " WHERE stream_id = :stream_id ORDER BY seq"
            ),
            {"stream_id": stream_id},
        )
        progress.step(done, len(streams))
    session.execute(text(f"DROP TABLE {_BEFORE}"))
    session.execute(text("ANALYZE journal"))
