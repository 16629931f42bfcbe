"""Fetching: what the other seats and the centre wrote."""

from __future__ import annotations

from collections.abc import Container, Generator, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, update

from counter_app.journal.append import move_heads
from counter_app.journal.arrivals import project_arrivals
from counter_app.journal.entries import ChainBroken, Entry, verify
from counter_app.journal.projection import Told, alone
from counter_app.journal.streams import is_centres
from counter_app.progress import Progress
from counter_app.schema.local import behind
from counter_app.store.engine import Session, Store
from counter_app.sync import answers, wire
from counter_app.sync.line import Line
from counter_app.sync.standing import NOTHING, Head, heads, standing

PAGE = 2000


def fetch(
    store: Store,
    line: Line,
    centres: Mapping[UUID, Head],
    progress: Progress,
    without: Container[UUID] = (),
) -> tuple[int, ChainBroken | None]:
    """Fetch every entry after what we hold of each stream.

    Returns:
        how many came, and the stream that does not continue what we hold, where one was met:
        nothing of that page was taken.

    Entries, cursor and tables change in one transaction per page, so it can be stopped and
    started again anywhere.

    Args:
        centres: the centre's heads, from its hello.
        without: streams to leave alone.

    Raises:
        AnswerUnusable, Cancelled, and what the line raises.
    """
    with store.reading() as session:
        held = heads(session)
        own = standing(session).stream_id
    wanted = [
        stream_id
        for stream_id, theirs in centres.items()
        if stream_id != own
        and stream_id not in without
        and theirs.seq > held.get(stream_id, NOTHING).seq
    ]
    # reference data first: what the seats write speaks of it
    wanted.sort(key=lambda stream_id: (not is_centres(stream_id), stream_id))
    total = sum(centres[one].seq - held.get(one, NOTHING).seq for one in wanted)
    fetched = 0
    try:
        with closing(_pages(line, wanted, held)) as pages:
            for page, before in pages:
                with store.writing() as session:
                    late = _written_meanwhile(session, page.moved, before)
                    if late is not None:
                        return fetched, late
                    take(session, page)
                fetched += len(page.entries)
                progress.step(fetched, max(total, fetched), "pull")
    except ChainBroken as error:
        return fetched, error
    return fetched, None


class Page(NamedTuple):
    """Verified entries, the heads they lead to, and what their dossiers come to by themselves."""

    entries: Sequence[Entry]
    moved: Mapping[UUID, Head]
    read: Mapping[UUID, Told]

    @classmethod
    def of(cls, entries: Sequence[Entry], held: Mapping[UUID, Head]) -> Page:
        """Return the page of entries that continue `held`. Raises ChainBroken."""
        return cls(entries, _verified(entries, held), alone(entries))


def _pages(
    line: Line, wanted: Sequence[UUID], held: Mapping[UUID, Head]
) -> Generator[tuple[Page, Mapping[UUID, Head]]]:
    """Yield pages, and the heads before them.

    The next page is fetched and read while the caller takes one in; nobody else uses the line.
    """
    with ThreadPoolExecutor(1, "pull") as ahead:
        coming = ahead.submit(_page, line, wanted, held) if wanted else None
        while coming is not None:
            page = coming.result()
            coming = None
            before, held = held, {**held, **page.moved}
            if len(page.entries) == PAGE:
                wanted = wanted[wanted.index(page.entries[-1].stream_id) :]
                coming = ahead.submit(_page, line, wanted, held)
            yield page, before


def _page(line: Line, wanted: Sequence[UUID], held: Mapping[UUID, Head]) -> Page:
    after = [(stream_id, held.get(stream_id, NOTHING).seq) for stream_id in wanted]
    with line.connection() as connection, answers.understood("pull"):
        entries = wire.pull(connection, after, PAGE)
    if not {entry.stream_id for entry in entries}.issubset(wanted):
        raise answers.AnswerUnusable("entries nobody asked for")
    return Page.of(entries, held)


def take(session: Session, page: Page) -> None:
    """Write the entries, the heads they lead to, and the tables that follow."""
    entries, moved, read = page
    if not entries:
        return
    wire.store(session, entries)
    clocks: dict[UUID, int] = {}
    for entry in entries:
        clocks[entry.stream_id] = max(clocks.get(entry.stream_id, 0), entry.clock)
    move_heads(
        session,
        [
            {"stream_id": stream_id, "seq": new.seq, "hash": new.hash, "clock": clocks[stream_id]}
            for stream_id, new in moved.items()
        ],
    )
    session.execute(
        update(behind)
        .where(behind.c.stream_id == bindparam("fetched"), behind.c.seq < bindparam("to_seq"))
        .values(seq=bindparam("to_seq")),
        [{"fetched": stream_id, "to_seq": new.seq} for stream_id, new in moved.items()],
    )
    project_arrivals(session, entries, read)


def _written_meanwhile(
    session: Session, moved: Iterable[UUID], held: Mapping[UUID, Head]
) -> ChainBroken | None:
    """Return a stream that is longer here than when the page was asked for.

    An officer in the middle of an act still writes into the stream this seat has just left.
    """
    now = heads(session)
    for stream_id in moved:
        here = now.get(stream_id, NOTHING)
        if here != held.get(stream_id, NOTHING):
            return ChainBroken(stream_id, here.seq, "written here meanwhile")
    return None


def _verified(page: Sequence[Entry], held: Mapping[UUID, Head]) -> dict[UUID, Head]:
    moved: dict[UUID, Head] = {}
    for stream_id, entries in groupby(page, lambda entry: entry.stream_id):
        if stream_id in moved:
            raise ChainBroken(stream_id, moved[stream_id].seq, "answered in pieces")
        some = list(entries)
        before = held.get(stream_id, NOTHING)
        moved[stream_id] = Head(some[-1].seq, verify(some, before.seq, before.hash))
    return moved
