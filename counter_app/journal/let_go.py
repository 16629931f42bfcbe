"""What this file let go of: subjects whose words the centre alone keeps.

Nothing follows from their entries here, whatever arrives of them later. The entries themselves are
left out as well, but for the last of each run: the next one is chained to its hash. So a stream
may have holes, each with an entry without words at its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from counter_app.journal.entries import Entry
from counter_app.schema.local import let_go
from counter_app.schema.prepared import Prepared
from counter_app.schema.tables import journal

_AT_ONCE = 500
_ANY = Prepared(select(let_go.c.subject).limit(1))
_AMONG = Prepared(
    select(let_go.c.subject).where(
        let_go.c.subject.in_(bindparam("subjects", expanding=True)),
    ),
    each="subjects",
)
_FOLLOWING = Prepared(
    select(journal.c.seq, journal.c.subject, journal.c.payload)
    .where(journal.c.stream_id == bindparam("stream"), journal.c.seq >= bindparam("at"))
    .order_by(journal.c.seq)
    .limit(1)
)


def among(session: Connection, subjects: Sequence[UUID]) -> set[UUID]:
    """Return those of the subjects that this file let go of. The centre lets go of nothing."""
    if session.dialect.name != "sqlite" or not _ANY.rows(session):
        return set()
    found: set[UUID] = set()
    for start in range(0, len(subjects), _AT_ONCE):
        rows = _AMONG.rows(session, subjects=subjects[start : start + _AT_ONCE])
        found |= {subject for (subject,) in rows}
    return found


def in_a_hole(session: Connection, stream_id: UUID, seq: int) -> bool:
    """Tell whether entry `seq` of the stream is left out because it was let go of."""
    following = _FOLLOWING.row(session, stream=stream_id, at=seq)
    if following is None or following[0] == seq:
        return False
    _, subject, payload = following
    return payload is None and bool(among(session, [subject]))


def runs(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield the entries of a stream, which are in order, in parts without a hole."""
    for _, run in groupby(enumerate(entries), lambda nth: nth[1].seq - nth[0]):
        yield [entry for _, entry in run]
