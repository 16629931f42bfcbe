"""Forty counters that send their day at the same moment, against forty writers of raw COPY."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Barrier
from typing import Any
from uuid import UUID

import psycopg

from counter_app.centre import roles
from counter_app.journal.entries import Entry
from counter_app.sync import wire
from counter_app.sync.line import Line
from tests.benchmarks import bench_sync
from tests.benchmarks.frame import AtLeast, Row, Within, percentile
from tests.fixtures.sync import Counter, SmallCentre, enrolled

WRITERS, DOSSIERS = 40, 500
BATCH = 200


def measure() -> list[Row]:
    with TemporaryDirectory() as folder, bench_sync.centre(Path(folder)) as centre:
        seven = enrolled(centre, 7, Path(folder) / "7")
        seven.receive()
        record = bench_sync.intake(seven)
        days = [bench_sync.life(record, DOSSIERS) for _ in range(WRITERS)]
        entries = sum(map(len, days))
        limit = entries / _copies(centre, days)
        taken, waits = send(centre, seven, days)
        seven.close()
    work = f"{WRITERS} counters × {DOSSIERS} dossiers at once, {BATCH} entries a message"
    note = f"limit: raw COPY by {WRITERS} writers; 0 errors"
    slowest = percentile(waits, 0.99) * 1000
    return [
        Row(work, limit, entries / taken, AtLeast(0.6), "entries/s", note),
        Row(f"{work}: answer, 99 of 100", None, slowest, Within(500)),
    ]


def _copies(centre: SmallCentre, days: Sequence[list[Entry]]) -> float:
    contents = [bench_sync.copied(entries) for entries in days]
    url = centre.centre.engine.url.set(drivername="postgresql").render_as_string(False)
    with psycopg.connect(url, autocommit=True) as connection:
        bench_sync.make_copy_table(connection)

    def copy(content: bytes, start: Barrier) -> None:
        with psycopg.connect(url, autocommit=True) as connection:
            start.wait()
            with connection.cursor().copy(bench_sync.COPY) as sent:
                sent.write(content)

    return _at_once(copy, contents)


def send(
    centre: SmallCentre, seven: Counter, days: Sequence[list[Entry]]
) -> tuple[float, list[float]]:
    """Send all days at once; return how long that took and how long each answer, in seconds."""
    logins = [f"{seven.line.login}_{nth}" for nth in range(len(days))]
    with centre.writing() as (session, _):
        for login, entries in zip(logins, days, strict=True):
            roles.make_login(session, login, _password(seven))
            bench_sync.open_stream(session, entries[0].stream_id, login)
    packed = [
        (login, entries[0].stream_id, bench_sync.packed(entries, BATCH))
        for login, entries in zip(logins, days, strict=True)
    ]
    waits: list[float] = []

    def push(day: tuple[str, UUID, list[tuple[int, Any]]], start: Barrier) -> None:
        login, stream_id, messages = day
        line = Line(seven.line.route, login, _password(seven), seven.home)
        with line.connection() as connection:
            start.wait()
            for first, arrays in messages:
                began = time.perf_counter()
                assert wire.push_packed(connection, stream_id, first, arrays)[0] == "ok"
                waits.append(time.perf_counter() - began)
        line.close()

    return _at_once(push, packed), waits


def _at_once(work: Callable[[Any, Barrier], None], what: Sequence[Any]) -> float:
    """Return the seconds from the common start of all until the last has ended."""
    start = Barrier(len(what) + 1)
    with ThreadPoolExecutor(len(what)) as pool:
        done = [pool.submit(work, one, start) for one in what]
        start.wait()
        began = time.perf_counter()
        for one in done:
            one.result()
        return time.perf_counter() - began


def _password(counter: Counter) -> str:
    return counter.kept.get(counter.line.login) or ""
