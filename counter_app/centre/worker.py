"""The centre's worker: projects what arrived into tables, and says what needs a person.

Sync does not need it to be up. It polls instead of listening, because a NOTIFY in every push would
make the commits of all counters wait for each other. Two workers at once only take turns.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from threading import Event
from uuid import UUID

from sqlalchemy import Connection, func, select, text
from sqlalchemy.dialects.postgresql import insert

from counter_app.centre import notices, roles, seats
from counter_app.centre.connection import Centre, author
from counter_app.centre.gateways import Secrets
from counter_app.clock import Clock, SystemClock
from counter_app.journal.arrivals import project_arrivals
from counter_app.journal.dossiers import BEGINNINGS
from counter_app.journal.entries import Entry
from counter_app.journal.families import DOSSIER, FAMILIES
from counter_app.journal.streams import is_centres
from counter_app.postgres import CentreFailing, CentreRefused, CentreUnreachable
from counter_app.progress import Progress
from counter_app.schema import centre as own
from counter_app.schema.tables import dossier, head, journal, number_range

BATCH = 1000
_RENEWALS_A_DAY = 3
_DAY_MS = 86_400_000
_LONGEST_PAUSE = 60.0
LONGEST_WORK = 120.0
"""Seconds after which no transaction of a seat can be one of our program's: it waits for 20."""
_log = logging.getLogger(__name__)


def work(
    centre: Centre,
    clock: Clock,
    stop: Event,
    progress: Progress,
    pause_seconds: float = 1.0,
    secrets: Secrets | None = None,
) -> None:
    """Project what arrives until `stop` is set; a centre that is away is waited for.

    Args:
        secrets: of the gateways by which citizens are told; nobody is told without them.

    Raises:
        CentreMissing, CentreSchemaNewer, CentreSchemaOlder, CentreRefused, CertificateInvalid.
    """
    done, pause = 0, pause_seconds
    while not stop.is_set():
        try:
            new = step(centre, clock)
            if not new:
                if secrets is not None:
                    notices.deliver(centre, clock, secrets)
                tend(centre, clock)
                cut_long_work(centre)
            pause = pause_seconds
        except (CentreUnreachable, CentreFailing) as error:
            _log.warning("%s", error)
            new, pause = 0, min(pause * 2, _LONGEST_PAUSE)
        done += new
        progress.step(done, 0)
        if not new:
            stop.wait(pause)


def step(centre: Centre, clock: Clock | None = None, batch: int = BATCH) -> int:
    """Project up to `batch` new entries in one transaction; return how many."""
    with centre.writing() as session:
        entries = _waiting(session, batch)
        if not entries:
            return 0
        unreadable = project_arrivals(session, entries)
        _remember(session, entries)
        _look(session, entries, unreadable)
        notices.put_out(session, entries, (clock or SystemClock()).now_ms())
    return len(entries)


def tend(centre: Centre, clock: Clock) -> int:
    """Give a new spare stream to seats that used theirs; return how many were added.

    A seat that keeps asking is broken or abused, and would eat up the agencies' numbers: after
    some a day it gets none, and an alarm says so.
    """
    now = clock.now_ms()
    stream = own.stream
    added = 0
    with centre.reading() as session:
        wanting = _without_spare(session)
    if not wanting:
        return 0
    with centre.writing() as session:
        for number in wanting:
            recent = session.execute(
                select(func.count()).where(
                    stream.c.seat_number == number, stream.c.opened_at > now - _DAY_MS
                )
            ).scalar_one()
            if recent > _RENEWALS_A_DAY:
                _alarm(session, None, "renewals", f"seat {number} asks for new streams too often")
                continue
            try:
                with session.begin_nested():
                    added += seats.top_up(session, author(session, "centre", now), number)
            except seats.AgencyNumbersUsedUp as error:
                _alarm(session, None, "ranges", str(error))
    return added


def cut_long_work(centre: Centre, longest_seconds: float = LONGEST_WORK) -> int:
    """End what seats have had under way for longer than any call of ours; return how many.

    Where the administrator may not do it, nothing is done: `centre init` says so.
    """
    try:
        with centre.reading() as session:
            cut = roles.cut_long_work(session, longest_seconds)
            if cut:
                _alarm(session, None, "long_work", "a seat kept the database busy and was cut off")
    except CentreRefused:
        return 0
    return cut


def _without_spare(session: Connection) -> list[int]:
    stream = own.stream
    rows = session.execute(
        select(stream.c.seat_number)
        .group_by(stream.c.seat_number)
        .having(
            func.count().filter(stream.c.state.in_(own.WAITING)) < seats.SPARES,
            func.count().filter(stream.c.state == "open") > 0,
        )
        .order_by(stream.c.seat_number)
    )
    return list(rows.scalars())


def _waiting(session: Connection, most: int) -> list[Entry]:
    known = func.coalesce(own.projected.c.seq, 0)
    behind = session.execute(
        select(head.c.stream_id, known)
        .join_from(head, own.projected, head.c.stream_id == own.projected.c.stream_id, isouter=True)
        .where(head.c.seq > known)
        .order_by(head.c.stream_id)
    ).all()
    found: list[Entry] = []
    for stream_id, after in behind:
        rows = session.execute(
            select(journal)
            .where(journal.c.stream_id == stream_id, journal.c.seq > after)
            .order_by(journal.c.seq)
            .limit(most - len(found))
        )
        found += [Entry._make(row) for row in rows]
        if len(found) >= most:
            break
    return found


def _remember(session: Connection, entries: Iterable[Entry]) -> None:
    last = {entry.stream_id: entry.seq for entry in entries}
    upsert = insert(own.projected)
    session.execute(
        upsert.on_conflict_do_update(
            index_elements=[own.projected.c.stream_id], set_={"seq": upsert.excluded.seq}
        ),
        [{"stream_id": stream_id, "seq": seq} for stream_id, seq in last.items()],
    )


def _look(session: Connection, entries: Sequence[Entry], unreadable: Sequence[Entry]) -> None:
    for entry in unreadable:
        message = f"entry {entry.seq} of stream {entry.stream_id} ({entry.kind}) makes no sense"
        _alarm(session, entry.stream_id, "unreadable", message)
    for entry in entries:
        if entry.kind in _CENTRES_KINDS and not is_centres(entry.stream_id):
            message = f"a seat sent reference data: entry {entry.seq} of stream {entry.stream_id}"
            _alarm(session, entry.stream_id, "reference", message)
    begun = {entry.subject for entry in entries if entry.kind in BEGINNINGS}
    for subject in _begun_twice(session, begun):
        _alarm(session, None, "intake_twice", f"two intakes were sent of the dossier {subject}")
    subjects = {entry.subject for entry in entries if FAMILIES.get(entry.kind) is DOSSIER}
    for number in _given_twice(session, subjects):
        _alarm(session, None, "duplicate_number", f"the number {number} was given twice")
    if any(entry.kind == "range_granted" for entry in entries):
        for code, first in _crossing_ranges(session):
            message = f"two seats own the number {first} of agency {code}"
            _alarm(session, None, "overlap", message)


_CENTRES_KINDS = frozenset(kind for kind, family in FAMILIES.items() if not family.by_seats)


def _begun_twice(session: Connection, subjects: Iterable[UUID]) -> list[UUID]:
    """Return the dossiers with more than one intake: one of them was not made by our program."""
    rows = session.execute(
        select(journal.c.subject)
        .where(journal.c.subject.in_(list(subjects)), journal.c.kind.in_(BEGINNINGS))
        .group_by(journal.c.subject)
        .having(func.count(journal.c.entry_id.distinct()) > 1)
        .having(func.count(journal.c.kind.distinct()) == 1)
    )
    return list(rows.scalars())


def _given_twice(session: Connection, subjects: Iterable[UUID]) -> list[str]:
    numbers = select(dossier.c.number).where(dossier.c.subject.in_(list(subjects)))
    rows = session.execute(
        select(dossier.c.number)
        .where(dossier.c.number.in_(numbers))
        .group_by(dossier.c.number)
        .having(func.count() > 1)
    )
    return list(rows.scalars())


def _crossing_ranges(session: Connection) -> list[tuple[str, int]]:
    one, other = number_range.alias("one"), number_range.alias("other")
    rows = session.execute(
        select(other.c.agency_code, other.c.first).where(
            one.c.agency_code == other.c.agency_code,
            one.c.subject < other.c.subject,
            one.c.first <= other.c.last,
            other.c.first <= one.c.last,
        )
    )
    return [(code, first) for code, first in rows]


def _alarm(session: Connection, stream_id: UUID | None, kind: str, message: str) -> None:
    session.execute(
        text("SELECT raise_alarm(:stream_id, :kind, :message)"),
        {"stream_id": stream_id, "kind": kind, "message": message},
    )
