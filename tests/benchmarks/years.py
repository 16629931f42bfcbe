"""A seat that is enrolled anew and fetches years of a whole centre.

COUNTER_BENCH_YEARS says how many: five are 400,000 dossiers in 2,400,000 entries, and take several
minutes to make and as many to fetch.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psutil
import psycopg

from counter_app.centre.seats import Invitation
from counter_app.clock import SetClock
from counter_app.journal.entries import Entry
from counter_app.journal.streams import new_seat_stream
from counter_app.progress import Silent
from counter_app.store.engine import Store
from counter_app.store.migrations import migrate
from counter_app.sync import enrolment
from counter_app.sync.secrets import Secrets
from counter_app.sync.standing import NOTHING, Head
from tests.benchmarks import bench_sync
from tests.benchmarks.frame import Row, Within
from tests.fixtures.sync import SmallCentre, enrolled

YEARS = float(os.environ.get("COUNTER_BENCH_YEARS", "0"))
A_YEAR, SEATS = 80_000, 20
_AT_ONCE = 1000
_MEGABYTE = 1 << 20
_YEAR_MS = 365 * 86_400_000
_COLUMNS = ", ".join(Entry._fields)


def measure() -> list[Row]:
    with TemporaryDirectory() as folder, bench_sync.centre(Path(folder)) as centre:
        seven = enrolled(centre, 7, Path(folder) / "7")
        seven.receive()
        seven.sync()
        url = centre.centre.engine.url.set(drivername="postgresql").render_as_string(False)
        made = (url, bench_sync.intake(seven), round(A_YEAR * YEARS), centre.clock.now_ms())
        seven.close()
        with ProcessPoolExecutor(
            1, get_context("spawn")
        ) as beside:  # this one's memory is looked at
            held = beside.submit(fill, *made).result()
        return _fetching(centre, held, Path(folder))


def fill(url: str, record: Mapping[str, Any], dossiers: int, now: int) -> int:
    """Let the centre hold so many dossiers of twenty seats; return how many entries."""
    began = now - round(YEARS * _YEAR_MS)
    pace = round(YEARS * _YEAR_MS) // dossiers * SEATS // bench_sync.ACTS
    entries = 0
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET search_path = counter, pg_catalog")
        for seat in range(SEATS):
            stream_id, last, at = new_seat_stream(), NOTHING, began
            left = dossiers // SEATS
            while left > 0:
                count = min(_AT_ONCE, left)
                some = bench_sync.life(record, count, stream_id, last, at, pace)
                last, at, left = (
                    Head(some[-1].seq, some[-1].hash),
                    some[-1].recorded_at,
                    left - count,
                )
                with connection.cursor().copy(f"COPY journal ({_COLUMNS}) FROM STDIN") as copy:
                    copy.write(bench_sync.copied(some))
                entries += len(some)
            connection.execute(
                "INSERT INTO head (stream_id, seq, hash, clock) VALUES (%s, %s, %s, %s)",
                (stream_id, last.seq, last.hash, some[-1].clock),
            )
            print(f"made: {seat + 1} of {SEATS} seats, {entries} entries", flush=True)
        connection.execute("ANALYZE")
    return entries


def _fetching(centre: SmallCentre, entries: int, folder: Path) -> list[Row]:
    home = folder / "again"
    home.mkdir()
    store = Store(home / "counter.db")
    migrate(store)
    kept = Secrets(home / "secrets.json", lambda: None)
    invited: Invitation = centre.invite(7)
    clock = SetClock(centre.clock.now_ms())
    with _peak_memory() as peak:
        began = time.perf_counter()
        enrolment.enrol(store, clock, centre.route, invited.code, kept, home, Silent())
        taken = time.perf_counter() - began
    store.close()
    work = f"re-enrolled seat, {entries:,} entries"
    size = (home / "counter.db").stat().st_size / _MEGABYTE
    note = f"{entries / taken:,.0f} entries/s"
    return [
        Row(f"{work}: until the last is there", None, taken, Within(900), "s", note),
        Row(f"{work}: most memory of the program", None, peak[0], Within(400), "MB"),
        Row(f"{work}: the local file", None, size, Within(8000), "MB"),
    ]


@contextmanager
def _peak_memory() -> Iterator[list[float]]:
    """Look at this process's memory ten times a second; the most it came to, in MB.

    Pages of files that are only mapped do not count.
    """
    most = [0.0]
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(0.1):
            used = psutil.Process().memory_info()
            most[0] = max(most[0], (used.rss - used.shared) / _MEGABYTE)

    looking = threading.Thread(target=look)
    looking.start()
    try:
        yield most
    finally:
        ended.set()
        looking.join()
