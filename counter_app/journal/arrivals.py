"""Projecting what others wrote: one entry that cannot be read must not stop the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import Connection
from sqlalchemy.exc import DataError, IntegrityError, InterfaceError, ProgrammingError

from counter_app.journal import let_go
from counter_app.journal.entries import Entry
from counter_app.journal.projection import Told, project

_NOT_TAKEN = (DataError, IntegrityError, InterfaceError, ProgrammingError, OverflowError)
"""What a database says of a row that the columns' kinds alone did not refuse."""


def project_arrivals(
    session: Connection, entries: Sequence[Entry], read: Mapping[UUID, Told] | None = None
) -> list[Entry]:
    """Bring the rows of `entries` up to date; return those of them that make no sense.

    They stay in the journal, and the tables are as if they had not been written.

    Args:
        read: what `alone` returned of the entries, where it is known already.
    """
    known = read or {}
    gone = let_go.among(session, list({entry.subject for entry in entries}))
    if gone:
        entries = [entry for entry in entries if entry.subject not in gone]
    left = _projected(session, entries, known)
    if left is None:
        by_subject: dict[UUID, list[Entry]] = defaultdict(list)
        for entry in entries:
            by_subject[entry.subject].append(entry)
        left = []
        for some in by_subject.values():
            found = _projected(session, some, known)
            left += some if found is None else found
    arrived = {(entry.stream_id, entry.seq) for entry in entries}
    return [entry for entry in left if (entry.stream_id, entry.seq) in arrived]


def _projected(
    session: Connection, entries: Sequence[Entry], read: Mapping[UUID, Told]
) -> list[Entry] | None:
    """Return what was left out; None where the database refused the rows."""
    try:
        with session.begin_nested():
            return [unread.entry for unread in project(session, entries, read)]
    except _NOT_TAKEN:
        return None
