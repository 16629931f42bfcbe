"""Making the tables anew from the journal, and comparing them with what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, text

from counter_app.journal import dossiers, let_go
from counter_app.journal.entries import GENESIS, ChainBroken, Entry, verify
from counter_app.journal.families import DOSSIER, FAMILIES, TABLES, Rows
from counter_app.journal.projection import folded
from counter_app.progress import Progress
from counter_app.schema.prepared import Prepared
from counter_app.schema.tables import dossier, head, journal

_SUBJECTS_AT_ONCE = 1000
_ENTRIES_AT_ONCE = 5000


@dataclass(frozen=True)
class Difference:
    """A row that is not what the journal says."""

    table: str
    subject: UUID


def rebuild(session: Connection, progress: Progress) -> int:
    """Empty every projected table and fold the whole journal again; return the subjects folded."""
    for table in TABLES:
        session.execute(delete(table))
    if session.dialect.name == "sqlite":
        session.execute(text("INSERT INTO dossier_words(dossier_words) VALUES ('delete-all')"))
    done = 0
    total = _subject_count(session)
    for chunk in _folded_chunks(session):
        for table, rows in chunk.rows.items():
            if not rows:
                continue
            if table is dossier and session.dialect.name == "sqlite":
                _number(session, rows)
            session.execute(insert(table), rows)
        done += chunk.subjects
        progress.step(done, total)
    return done


def differences(session: Connection, progress: Progress) -> list[Difference]:
    """Return every subject whose rows are not what the journal folds to."""
    found: list[Difference] = []
    expected = dict.fromkeys(TABLES, 0)
    done = 0
    total = _subject_count(session)
    for chunk in _folded_chunks(session):
        for table, rows in chunk.rows.items():
            expected[table] += len(rows)
            found += _differing(session, table, rows)
        done += chunk.subjects
        progress.step(done, total)
    for table, count in expected.items():
        (standing,) = _count_of(table).rows(session)[0]
        if standing != count:
            found.append(Difference(table.name, UUID(int=0)))
    return found


def broken_chains(session: Connection, progress: Progress) -> list[ChainBroken]:
    """Check every stream from its first entry to its head; return what does not hold."""
    broken: list[ChainBroken] = []
    heads = session.execute(select(head)).all()
    for done, row in enumerate(heads, start=1):
        try:
            if _last_hash(session, row.stream_id, row.seq) != row.hash:
                broken.append(ChainBroken(row.stream_id, row.seq, "head"))
        except ChainBroken as error:
            broken.append(error)
        progress.step(done, len(heads))
    return broken


def _last_hash(session: Connection, stream_id: UUID, seq: int) -> bytes:
    at, link = 0, GENESIS
    while at < seq:
        page = [
            Entry._make(row)
            for row in session.execute(
                select(journal)
                .where(journal.c.stream_id == stream_id, journal.c.seq > at)
                .order_by(journal.c.seq)
                .limit(_ENTRIES_AT_ONCE)
            )
        ]
        if not page:
            raise ChainBroken(stream_id, at + 1, "missing")
        for run in let_go.runs(page):
            if _ends_a_hole(session, run[0], at):
                link = verify(run[1:], run[0].seq, run[0].hash)
            else:
                link = verify(run, at, link)
            at = run[-1].seq
    return link


def _ends_a_hole(session: Connection, entry: Entry, after: int) -> bool:
    """Tell whether what lay between `after` and the entry was let go of, with the entry itself.

    A hash covers all before it, so the chain holds from there on as it held before.
    """
    left_out = entry.seq > after + 1 and entry.payload is None
    return left_out and bool(let_go.among(session, [entry.subject]))


@dataclass
class _Chunk:
    subjects: int
    rows: dict[Table, Rows]


def _subject_count(session: Connection) -> int:
    return session.execute(select(func.count(journal.c.subject.distinct()))).scalar_one()


def _folded_chunks(session: Connection) -> Iterator[_Chunk]:
    """Fold the journal subject by subject; subjects are UUIDv7, so dossiers come in time order."""
    last: UUID | None = None
    while True:
        query = select(journal.c.subject).distinct().order_by(journal.c.subject)
        if last is not None:
            query = query.where(journal.c.subject > last)
        subjects = list(session.execute(query.limit(_SUBJECTS_AT_ONCE)).scalars())
        if not subjects:
            return
        yield _fold(session, subjects)
        last = subjects[-1]


def _fold(session: Connection, subjects: Sequence[UUID]) -> _Chunk:
    chunk = _Chunk(len(subjects), {table: [] for table in TABLES})
    entries: dict[UUID, list[Entry]] = {subject: [] for subject in subjects}
    for row in session.execute(
        select(journal).where(journal.c.subject.between(subjects[0], subjects[-1]))
    ):
        entry = Entry._make(row)
        entries[entry.subject].append(entry)
    for subject in let_go.among(session, subjects):
        del entries[subject]
    for held in entries.values():
        for family in {FAMILIES.get(entry.kind, DOSSIER) for entry in held}:
            for table, rows in folded(family, held)[0].items():
                chunk.rows[table] += rows
    return chunk


def _number(session: Connection, rows: Rows) -> None:
    last = session.execute(select(func.max(dossier.c.id))).scalar() or 0
    for row_id, row in enumerate(rows, start=last + 1):
        row["id"] = row_id
    session.execute(
        text("INSERT INTO dossier_words(rowid, words) VALUES (:id, :words)"),
        [{"id": row["id"], "words": dossiers.words(row)} for row in rows],
    )


def _differing(session: Connection, table: Table, rows: Rows) -> list[Difference]:
    if not rows:
        return []
    names = _columns(table)
    keys = [column.name for column in table.primary_key if column.name != "id"]
    at = [names.index(key) for key in keys or ["subject"]]
    subjects = sorted({row["subject"] for row in rows})
    found = map(tuple, _rows_of(table).rows(session, subjects=subjects))
    standing = {tuple(row[nth] for nth in at): row for row in found}
    told = (tuple(row[name] for name in names) for row in rows)
    return [
        Difference(table.name, row["subject"])
        for row, values in zip(rows, told, strict=True)
        if standing.get(tuple(values[nth] for nth in at)) != values
    ]


def _columns(table: Table) -> list[str]:
    """Return the columns that follow from the journal; a row's number does not."""
    return [column.name for column in table.c if column.name != "id"]


@cache
def _rows_of(table: Table) -> Prepared:
    subjects = table.c.subject.in_(bindparam("subjects", expanding=True))
    columns = [table.c[name] for name in _columns(table)]
    return Prepared(select(*columns).where(subjects), each="subjects")


@cache
def _count_of(table: Table) -> Prepared:
    return Prepared(select(func.count()).select_from(table))
