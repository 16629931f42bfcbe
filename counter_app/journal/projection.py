"""The tables that follow from the journal: written in the transaction of the entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, delete, func, select, text, update

from counter_app.journal import dossiers
from counter_app.journal.bulk import insert_rows
from counter_app.journal.entries import Entry
from counter_app.journal.families import DOSSIER, FAMILIES, Family, Folded, Rows, spoken
from counter_app.journal.readable import Unread, sound, told
from counter_app.schema.tables import dossier, journal

_SUBJECTS_AT_ONCE = 500
_REPLACE_WORDS = text("INSERT OR REPLACE INTO dossier_words(rowid, words) VALUES (:id, :words)")
_INSERT_WORDS = text("INSERT INTO dossier_words(rowid, words) VALUES (:id, :words)")


_SEARCHED = (
    "number",
    "owner_name",
    "submitter_name",
    "identity_number",
    "old_identity_number",
    "submitter_identity_number",
    "phone",
)
_HELD = (
    select(
        journal.c.subject,
        func.count().label("entries"),
        dossier.c.id,
        *(dossier.c[name] for name in _SEARCHED),
    )
    .join_from(journal, dossier, journal.c.subject == dossier.c.subject, isouter=True)
    .where(journal.c.subject.in_(bindparam("subjects", expanding=True)))
    .group_by(journal.c.subject, dossier.c.id)
)
_LAST_ID = select(func.max(dossier.c.id))


def project(session: Connection, entries: Sequence[Entry]) -> list[Unread]:
    """Bring the rows of every subject in `entries` up to date; the entries are in the journal.

    Kinds this version does not know stay in the journal; when they speak of a dossier, it is
    marked as needing an update of the program.

    Returns:
        what makes no sense and is left out of the tables, of the subjects' older entries as well.
    """
    left: list[Unread] = []
    for family, subjects in _touched(session, entries).items():
        for some in _batches(subjects):
            if family is DOSSIER:
                arrived = {subject: subjects[subject] for subject in some}
                left += _write_dossiers(session, arrived)
            else:
                left += _write_reference(session, family, some)
    return left


def entries_of(session: Connection, subjects: Sequence[UUID]) -> dict[UUID, list[Entry]]:
    """Return all entries of each subject, in no particular order."""
    found: dict[UUID, list[Entry]] = defaultdict(list)
    for row in session.execute(select(journal).where(journal.c.subject.in_(subjects))):
        entry = Entry._make(row)
        found[entry.subject].append(entry)
    return found


def folded(family: Family, entries: Sequence[Entry]) -> tuple[Folded, tuple[Unread, ...]]:
    """Return the rows of one subject, and what was left out because it makes no sense."""
    read = spoken(family, entries)
    return told(lambda some: sound(family.fold(some)), read) if read else ({}, ())


def _touched(
    session: Connection, entries: Sequence[Entry]
) -> dict[Family, dict[UUID, list[Entry]]]:
    touched: dict[Family, dict[UUID, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        family = FAMILIES.get(entry.kind, DOSSIER)
        touched[family][entry.subject].append(entry)
    return touched


def _write_reference(session: Connection, family: Family, subjects: Sequence[UUID]) -> list[Unread]:
    known = entries_of(session, subjects)
    rows: dict[Table, Rows] = {table: [] for table in family.tables}
    left: list[Unread] = []
    for subject in subjects:
        found, unread = folded(family, known[subject])
        left += unread
        for table, some in found.items():
            rows[table] += some
    for table, some in rows.items():
        _replace(session, table, some, subjects)
    return left


def _write_dossiers(session: Connection, arrived: dict[UUID, list[Entry]]) -> list[Unread]:
    held = {row.subject: row for row in session.execute(_HELD, {"subjects": list(arrived)})}
    standing = {subject: row for subject, row in held.items() if row.id is not None}
    # Arrivals are the whole story of a subject as long as the journal holds no more of it.
    partial = [s for s, entries in arrived.items() if held[s].entries > len(entries)]
    older = entries_of(session, partial) if partial else {}
    fresh: Rows = []
    changed: Rows = []
    beside: dict[Table, Rows] = {table: [] for table in DOSSIER.tables if table is not dossier}
    left: list[Unread] = []
    for subject, entries in arrived.items():
        found, unread = folded(DOSSIER, older.get(subject, entries))
        left += unread
        for table, rows in found.items():
            if table is dossier:
                (changed if subject in standing else fresh).extend(rows)
            else:
                beside[table] += rows
    _insert(session, fresh)
    _update(session, changed, standing)
    for table, rows in beside.items():
        _replace(session, table, rows, list(standing))
    return left


def _replace(session: Connection, table: Table, rows: Rows, standing: Sequence[UUID]) -> None:
    """Put `rows` in the place of all rows of the subjects `standing`."""
    if standing:
        session.execute(delete(table).where(table.c.subject.in_(standing)))
    insert_rows(session, table, rows)


def _insert(session: Connection, rows: Rows) -> None:
    if not rows:
        return
    if session.dialect.name == "sqlite":
        last = session.execute(_LAST_ID).scalar() or 0
        for row_id, row in enumerate(rows, start=last + 1):
            row["id"] = row_id
        session.execute(
            _INSERT_WORDS, [{"id": row["id"], "words": dossiers.words(row)} for row in rows]
        )
    insert_rows(session, dossier, rows)


def _update(session: Connection, rows: Rows, standing: dict[UUID, Any]) -> None:
    if not rows:
        return
    columns: dict[str, Any] = {name: bindparam(name) for name in rows[0] if name != "subject"}
    session.execute(
        update(dossier).where(dossier.c.subject == bindparam("of")).values(columns),
        [{**row, "of": row["subject"]} for row in rows],
    )
    if session.dialect.name != "sqlite":
        return
    renamed = [
        {"id": before.id, "words": dossiers.words(row)}
        for row in rows
        if any(getattr(before := standing[row["subject"]], name) != row[name] for name in _SEARCHED)
    ]
    if renamed:
        session.execute(_REPLACE_WORDS, renamed)


def _batches(subjects: Iterable[UUID]) -> Iterator[list[UUID]]:
    waiting = list(subjects)
    for start in range(0, len(waiting), _SUBJECTS_AT_ONCE):
        yield waiting[start : start + _SUBJECTS_AT_ONCE]
