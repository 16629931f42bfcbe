"""The tables that follow from the journal: written in the transaction of the entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, delete, func, select, text, update

from counter_app.journal import dossiers
from counter_app.journal.entries import Entry
from counter_app.journal.families import DOSSIER, FAMILIES, Family, Folded, Rows, spoken
from counter_app.journal.readable import Unread, sound, told
from counter_app.schema.prepared import Prepared, insert_rows
from counter_app.schema.tables import dossier, journal

_SUBJECTS_AT_ONCE = 500
_REPLACE_WORDS = Prepared(
    text("INSERT OR REPLACE INTO dossier_words(rowid, words) VALUES (:id, :words)")
)
_INSERT_WORDS = Prepared(text("INSERT INTO dossier_words(rowid, words) VALUES (:id, :words)"))


_SEARCHED = (
    "number",
    "owner_name",
    "submitter_name",
    "identity_number",
    "old_identity_number",
    "submitter_identity_number",
    "phone",
)
_HELD = Prepared(
    select(journal.c.subject, func.count(), dossier.c.id, *(dossier.c[name] for name in _SEARCHED))
    .join_from(journal, dossier, journal.c.subject == dossier.c.subject, isouter=True)
    .where(journal.c.subject.in_(bindparam("subjects", expanding=True)))
    .group_by(journal.c.subject, dossier.c.id),
    each="subjects",
)
_LAST_ID = Prepared(select(func.max(dossier.c.id)))


class _Standing(NamedTuple):
    """The row of a dossier before what arrived: its id, and what it was found by."""

    id: int
    searched: tuple[str, ...]


Told = tuple[Folded, tuple[Unread, ...]]
"""The rows of one subject, and what was left out because it makes no sense."""
_NOTHING: Mapping[UUID, Told] = {}


def alone(entries: Sequence[Entry]) -> Mapping[UUID, Told]:
    """Return what each dossier in `entries` comes to as long as the journal holds no more of it.

    Needs no file, and can be known before the entries are in one.
    """
    return {s: folded(DOSSIER, some) for s, some in _touched(entries)[DOSSIER].items()}


def project(
    session: Connection, entries: Sequence[Entry], read: Mapping[UUID, Told] = _NOTHING
) -> list[Unread]:
    """Bring the rows of every subject in `entries` up to date; the entries are in the journal.

    Kinds this version does not know stay in the journal; when they speak of a dossier, it is
    marked as needing an update of the program.

    Args:
        read: what `alone` returned of the entries, where it is known already.

    Returns:
        what makes no sense and is left out of the tables, of the subjects' older entries as well.
    """
    left: list[Unread] = []
    for family, subjects in _touched(entries).items():
        for some in _batches(subjects):
            if family is DOSSIER:
                arrived = {subject: subjects[subject] for subject in some}
                left += _write_dossiers(session, arrived, read)
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


def folded(family: Family, entries: Sequence[Entry]) -> Told:
    """Return what the entries of one subject come to."""
    read = spoken(family, entries)
    return told(lambda some: sound(family.fold(some)), read) if read else ({}, ())


def _touched(entries: Sequence[Entry]) -> dict[Family, dict[UUID, list[Entry]]]:
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


def _write_dossiers(
    session: Connection, arrived: Mapping[UUID, list[Entry]], read: Mapping[UUID, Told]
) -> list[Unread]:
    # Arrivals are the whole story of a subject as long as the journal holds no more of it.
    partial: list[UUID] = []
    standing: dict[UUID, _Standing] = {}
    for subject, entries, row_id, *searched in _HELD.rows(session, subjects=list(arrived)):
        if entries > len(arrived[subject]):
            partial.append(subject)
        if row_id is not None:
            standing[subject] = _Standing(row_id, tuple(searched))
    older = entries_of(session, partial) if partial else {}
    fresh: Rows = []
    changed: Rows = []
    beside: dict[Table, Rows] = {table: [] for table in DOSSIER.tables if table is not dossier}
    left: list[Unread] = []
    for subject, entries in arrived.items():
        whole = older.get(subject)
        known = read.get(subject) if whole is None else None
        found, unread = known or folded(DOSSIER, whole or entries)
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
        (last,) = _LAST_ID.rows(session)[0]
        for row_id, row in enumerate(rows, start=(last or 0) + 1):
            row["id"] = row_id
        _INSERT_WORDS.run(
            session, *({"id": row["id"], "words": dossiers.words(row)} for row in rows)
        )
    insert_rows(session, dossier, rows)


def _update(session: Connection, rows: Rows, standing: Mapping[UUID, _Standing]) -> None:
    if not rows:
        return
    _update_of(tuple(rows[0])).run(session, *({**row, "of": row["subject"]} for row in rows))
    if session.dialect.name != "sqlite":
        return
    renamed = [
        {"id": before.id, "words": dossiers.words(row)}
        for row in rows
        if (before := standing[row["subject"]]).searched != tuple(row[name] for name in _SEARCHED)
    ]
    if renamed:
        _REPLACE_WORDS.run(session, *renamed)


@cache
def _update_of(names: tuple[str, ...]) -> Prepared:
    values: dict[str, Any] = {name: bindparam(name) for name in names if name != "subject"}
    return Prepared(update(dossier).where(dossier.c.subject == bindparam("of")).values(values))


def _batches(subjects: Iterable[UUID]) -> Iterator[list[UUID]]:
    waiting = list(subjects)
    for start in range(0, len(waiting), _SUBJECTS_AT_ONCE):
        yield waiting[start : start + _SUBJECTS_AT_ONCE]
