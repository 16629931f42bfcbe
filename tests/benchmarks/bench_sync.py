"""Sending and fetching, against raw COPY and against the driver's own insert of the same rows."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID, uuid4

import psycopg
import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, select, text

from counter_app.centre import limits
from counter_app.centre.embedded import HOST, running
from counter_app.clock import local_day
from counter_app.journal import dossiers
from counter_app.journal.entries import (
    Entry,
    hash_of,
    new_id,
    next_clock,
    payload_hash,
    salted,
)
from counter_app.journal.streams import new_seat_stream
from counter_app.progress import Silent
from counter_app.schema.tables import dossier, journal
from counter_app.store.engine import Store
from counter_app.sync import pull, push, wire
from counter_app.sync.close import close_day
from counter_app.sync.line import Route
from counter_app.sync.reconcile import wire_in
from counter_app.sync.standing import NOTHING, Head, head_of
from tests.benchmarks.frame import AtLeast, AtMost, Row, in_turn
from tests.fixtures.sync import Counter, SmallCentre, enrolled, small_centre

DOSSIERS, A_DAY, ACTS = 1500, 500, 6
ROUNDS = 5
COPY = (
    "COPY copied (stream_id, seq, entry_id, subject, kind, version, occurred_at, recorded_at,"
    " clock, officer, based_on, payload, payload_hash, hash) FROM STDIN"
)


def measure() -> list[Row]:
    with TemporaryDirectory() as folder, centre(Path(folder)) as made:
        seven = enrolled(made, 7, Path(folder) / "7")
        seven.receive()
        record = intake(seven)
        rows = [
            *_pushing(made, seven, record),
            _end_of_day(made, seven, record),
            _fetching(made, seven, record, Path(folder)),
        ]
        seven.close()
        return rows


def _pushing(centre: SmallCentre, seven: Counter, record: Mapping[str, Any]) -> list[Row]:
    count = DOSSIERS * ACTS
    server: list[float] = []

    def ours() -> float:
        server.append(_serve(centre, seven, record))
        _write(seven, record, DOSSIERS)
        began = time.perf_counter()
        push.send(seven.store, seven.desk.clock, seven.line, Silent())
        return count / (time.perf_counter() - began)

    limit, sent = in_turn(lambda: count / _copy(centre, life(record, DOSSIERS)), ours, ROUNDS)
    served = sorted(server)[len(server) // 2]
    note = "limit: raw COPY of the same rows, same keys"
    work = "push, all hashes computed again"
    return [
        Row(f"{work}: the centre's part", limit, served, AtLeast(0.6), "entries/s", note),
        Row(f"{work}: from file to answer", limit, sent, AtLeast(0.45), "entries/s", note),
    ]


def _end_of_day(centre: SmallCentre, seven: Counter, record: Mapping[str, Any]) -> Row:
    def ours() -> float:
        _write(seven, record, A_DAY)
        seven.line.close()
        began = time.perf_counter()
        day = local_day(seven.desk.clock.now_ms())
        close_day(seven.desk, seven.line, day, Silent())
        return (time.perf_counter() - began) * 1000

    def bare() -> float:
        return _copy(centre, life(record, A_DAY), connecting=True) * 1000

    limit, taken = in_turn(bare, ours, ROUNDS)
    work = f"end of day, {A_DAY} dossiers with {A_DAY * ACTS} entries, connect to proof"
    return Row(work, limit, taken, AtMost(3), note="limit: connect and raw COPY of the same rows")


def _fetching(centre: SmallCentre, seven: Counter, record: Mapping[str, Any], home: Path) -> Row:
    count = DOSSIERS * ACTS
    eight = enrolled(centre, 8, home / "8")
    eight.store.copy_to(home / "before.db")
    held = eight.heads()
    _write(seven, record, DOSSIERS)
    seven.sync()
    own = seven.desk.seat.stream_id
    centres = {own: Head(*centre.heads()[own])}

    def ours() -> float:
        store = _fresh(home, "filled.db")
        began = time.perf_counter()
        assert pull.fetch(store, eight.line, centres, Silent()) == (count, None)
        taken = time.perf_counter() - began
        store.close()
        return count / taken

    def bare() -> float:
        return count / _bare(home, pages)

    ours()
    pages = _pages(home, own.hex, held.get(own, NOTHING)[0])
    limit, fetched = in_turn(bare, ours, ROUNDS)
    eight.close()
    note = "limit: the driver inserts the same rows of journal, tables and search, 2,000 a commit"
    return Row("fetch, verify and project", limit, fetched, AtLeast(0.6), "entries/s", note)


def _serve(centre: SmallCentre, seven: Counter, record: Mapping[str, Any]) -> float:
    """Return how many prepared entries a second the function takes in a stream of its own."""
    entries = life(record, DOSSIERS)
    stream_id = entries[0].stream_id
    with centre.writing() as (session, _):
        open_stream(session, stream_id, seven.line.login)
    batches = packed(entries, push.MOST)
    with seven.line.connection() as connection:
        began = time.perf_counter()
        for first, arrays in batches:
            assert wire.push_packed(connection, stream_id, first, arrays)[0] == "ok"
        return len(entries) / (time.perf_counter() - began)


def open_stream(session: Connection, stream_id: UUID, login: str) -> None:
    """Let the login write a stream."""
    query = text(
        "INSERT INTO stream (stream_id, seat_number, login, state, client_version, unsent)"
        " VALUES (:stream_id, 7, :login, 'open', '', 0)"
    )
    session.execute(query, {"stream_id": stream_id, "login": login})


def packed(entries: list[Entry], batch: int) -> list[tuple[int, tuple[bytes, ...]]]:
    """Return messages ready to be sent, each with the number of its first entry."""
    rows = [(e[2].hex, e[3].hex, *e[4:]) for e in entries]
    starts = range(0, len(rows), batch)
    return [(entries[at].seq, wire.packed(rows[at : at + batch])) for at in starts]


def _copy(centre: SmallCentre, entries: list[Entry], *, connecting: bool = False) -> float:
    """Return the seconds of COPY into a table with the keys of the journal."""
    content = copied(entries)
    url = centre.centre.engine.url.set(drivername="postgresql").render_as_string(False)
    with psycopg.connect(url, autocommit=True) as connection:
        make_copy_table(connection)
    began = time.perf_counter()
    with psycopg.connect(url, autocommit=True) as connection:
        if not connecting:
            began = time.perf_counter()
        with connection.cursor().copy(COPY) as copy:
            copy.write(content)
        return time.perf_counter() - began


def copied(entries: list[Entry]) -> bytes:
    """Return the entries as COPY text."""
    return "".join("\t".join(map(_escaped, entry)) + "\n" for entry in entries).encode()


def make_copy_table(connection: psycopg.Connection[Any]) -> None:
    """Make an empty table with the columns and keys of the journal."""
    connection.execute("DROP TABLE IF EXISTS copied")
    connection.execute("CREATE TABLE copied (LIKE counter.journal INCLUDING ALL)")
    connection.execute("CHECKPOINT")


def _escaped(value: Any) -> str:
    if value is None:
        return "\\N"
    return "\\\\x" + value.hex() if isinstance(value, bytes) else str(value).replace("\\", "\\\\")


Page = list[tuple[str, list[tuple[Any, ...]]]]
"""What one transaction inserts: statements and their rows."""


def _pages(home: Path, stream: str, after: int) -> list[Page]:
    """Return the rows that `filled.db` has more than `before.db`, by the page they came with."""
    filled = driver.connect(str(home / "filled.db"))
    fetched = filled.execute(
        "SELECT * FROM journal WHERE stream_id = ? AND seq > ? ORDER BY seq", (stream, after)
    ).fetchall()
    subject_at = [column.name for column in journal.c].index("subject")
    page_of: dict[str, int] = {}
    pages: list[Page] = []
    for at in range(0, len(fetched), pull.PAGE):
        rows = fetched[at : at + pull.PAGE]
        pages.append([_into("journal", rows)])
        for row in rows:
            page_of.setdefault(row[subject_at], len(pages) - 1)
    for table in dossiers.TABLES:
        found = filled.execute(f"SELECT * FROM {table.name}").fetchall()
        names = [column.name for column in table.c]
        place = names.index("subject")
        for number, page in enumerate(pages):
            rows = [row for row in found if page_of.get(row[place]) == number]
            if rows:
                page.append(_into(table.name, rows))
            if table is dossier:
                words = [
                    (row[0], dossiers.words(dict(zip(names, row, strict=True)))) for row in rows
                ]
                page.append(("INSERT INTO dossier_words (rowid, words) VALUES (?, ?)", words))
    filled.close()
    return pages


def _into(table: str, rows: list[tuple[Any, ...]]) -> tuple[str, list[tuple[Any, ...]]]:
    return f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows


def _bare(home: Path, pages: list[Page]) -> float:
    """Return the seconds of inserting the pages with the driver alone, WAL and FULL."""
    store = _fresh(home, "bare.db")
    with store.raw_writing() as connection:
        began = time.perf_counter()
        for page in pages:
            connection.execute("BEGIN IMMEDIATE")
            for statement, rows in page:
                connection.executemany(statement, rows)
            connection.execute("COMMIT")
        taken = time.perf_counter() - began
    store.close()
    return taken


def _fresh(home: Path, name: str) -> Store:
    """Return the file of seat 8 as it was before the others wrote."""
    for side in ("", "-wal", "-shm"):
        (home / f"{name}{side}").unlink(missing_ok=True)
    shutil.copy(home / "before.db", home / name)
    return Store(home / name)


def intake(counter: Counter) -> dict[str, Any]:
    """Return the record of the one intake there is."""
    with counter.store.reading() as session:
        query = select(journal.c.payload).where(journal.c.kind == dossiers.RECEIVED)
        record: dict[str, Any] = json.loads(session.execute(query).scalar_one())
    return record


def _write(counter: Counter, record: Mapping[str, Any], count: int) -> None:
    """Write the life of some dossiers into the counter's journal; its tables do not matter here."""
    own = counter.desk.seat.stream_id
    with counter.store.writing() as session:
        wire_in(session, life(record, count, own, head_of(session, own)))


def life(
    record: Mapping[str, Any],
    count: int,
    stream_id: UUID | None = None,
    last: Head = NOTHING,
    now: int = 1_795_000_000_000,
    pace: int = 40_000,
) -> list[Entry]:
    """Return entries of whole lives of dossiers, as days of 25 dossiers bring them.

    Args:
        now: when they begin, in ms UTC; from one entry to the next `pace` ms pass.
    """
    stream_id = stream_id or new_seat_stream()
    seq, link = last
    clock = 0
    found: list[Entry] = []
    for day in range(0, count, 25):
        subjects = [new_id(now + at) for at in range(day, min(day + 25, count))]
        for kind, subject, told in _day(record, subjects, day):
            now += pace
            seq, clock = seq + 1, next_clock(clock, now)
            payload = salted(told)
            entry = Entry(stream_id, seq, new_id(now), subject, kind, 1, now, now, clock, "lan",
                          "", payload, payload_hash(payload), b"")  # fmt: skip
            link = hash_of(entry, link)
            found.append(entry._replace(hash=link))
    return found


def _day(
    record: Mapping[str, Any], subjects: list[UUID], first: int
) -> Iterator[tuple[str, UUID, Mapping[str, Any]]]:
    for number, subject in enumerate(subjects, start=first + 1):
        person = {**record["submitter"], "name": f"{NAMES[number % len(NAMES)]} {number}"}
        told = {"number": f"{record['number'][:-4]}{number % 10_000:04d}", "submitter": person}
        yield dossiers.RECEIVED, subject, {**record, **told}
        yield "document_printed", subject, {"form": "receipt"}
    batch = {"id": uuid4().hex, "number": "1", "series": "BG 07", "running": 1,
             "agency_code": record["agency_code"], "seat_number": 7}  # fmt: skip
    for position, subject in enumerate(subjects, start=1):
        yield "handed_over", subject, {"batch": {**batch, "position": position}}
    for kind, told in (
        ("dossier_resolved", {"result": {"kind": "result"}}),
        ("shelved", {"place": "A3"}),
        ("returned", {"way": "counter"}),
    ):
        for subject in subjects:
            yield kind, subject, told


NAMES = ("Nguyễn Thị Ánh", "Trần Văn Đức", "Lò Thị Hoa", "Giàng A Páo", "Đặng Thị Thu Hương")


@contextmanager
def centre(home: Path) -> Iterator[SmallCentre]:
    """A durable centre of our own."""
    home.chmod(0o755)  # run as root, the server belongs to another user
    with running(home / "server") as server:
        with psycopg.connect(server.url(), autocommit=True) as connection:
            connection.execute("CREATE DATABASE bench")
        route = Route(HOST, server.port, "bench", demonstration=True)
        made = small_centre(server.url("bench"), route)
        with made.writing() as (session, _):  # one login sends what many days and seats would
            limits.change(session, limits.DailyLimit(1_000_000_000, 1_000_000))
        yield made
