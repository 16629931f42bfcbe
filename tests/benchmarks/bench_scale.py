"""How it grows: counters that end their day at the same moment, dossiers at one counter.

COUNTER_BENCH_COUNTERS and COUNTER_BENCH_DOSSIERS say how far it goes. With COUNTER_BENCH_YEARS a
seat that is enrolled anew is measured instead, which fetches so many years of a centre.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
import psycopg

from counter_app.centre.embedded import running
from tests.benchmarks import bench_burst, bench_search, bench_sync, years
from tests.benchmarks.frame import AtLeast, Row, Within, growth, percentile
from tests.benchmarks.many_dossiers import make
from tests.fixtures.sync import enrolled

MOST_COUNTERS = int(os.environ.get("COUNTER_BENCH_COUNTERS", "100"))
MOST_DOSSIERS = int(os.environ.get("COUNTER_BENCH_DOSSIERS", "1000000"))
DOSSIERS = 500
_CONNECTIONS = 250


def measure() -> list[Row]:
    if years.YEARS:
        return years.measure()
    return [*_counters(), *_dossiers()]


def _counters() -> Iterator[Row]:
    """A tenth, a quarter, half and all of the counters send their day at once."""
    with TemporaryDirectory() as folder:
        _allow_many(Path(folder))
        with bench_sync.centre(Path(folder)) as centre:
            seven = enrolled(centre, 7, Path(folder) / "7")
            seven.receive()
            record = bench_sync.intake(seven)
            few, ended = None, {}
            for count in sorted({max(1, MOST_COUNTERS // part) for part in (10, 4, 2, 1)}):
                days = [bench_sync.life(record, DOSSIERS) for _ in range(count)]
                taken, waits = bench_burst.send(centre, seven, days)
                rate = sum(map(len, days)) / taken
                few = few or rate
                work = f"{count} counters × {DOSSIERS} dossiers at once"
                note = "limit: the same by a tenth of the counters"
                yield Row(work, few, rate, AtLeast(0.8), "entries/s", note)
                yield Row(f"{work}: until the last is done", None, taken, Within(60), "s")
                slowest = percentile(waits, 0.99) * 1000
                yield Row(f"{work}: answer, 99 of 100", None, slowest, Within(2000))
                ended[count] = taken
            yield _growth("the end of the day grows with the counters", ended, 1.1)
            seven.close()


def _allow_many(home: Path) -> None:
    home.chmod(0o755)
    with (
        running(home / "server") as server,
        psycopg.connect(server.url(), autocommit=True) as connection,
    ):
        connection.execute(f"ALTER SYSTEM SET max_connections = {_CONNECTIONS}".encode())


def _dossiers() -> Iterator[Row]:
    """The same questions to a hundredth, a tenth and all of the dossiers."""
    typed, looked_up, held = {}, {}, {}
    for count in sorted({max(1000, MOST_DOSSIERS // part) for part in (100, 10, 1)}):
        with TemporaryDirectory() as folder:
            store = make(Path(folder) / "counter.db", count)
            before = psutil.Process().memory_info().rss
            with store.reading() as session:
                rows = bench_search.questions(session, count)
            held[count] = (psutil.Process().memory_info().rss - before) / 1e6
            store.close()
        yield from rows
        yield Row(
            "memory that the questions took", None, held[count], Within(64), "MB", rows[0].note
        )
        typed[count], looked_up[count] = rows[0].ours, rows[-1].ours
    yield _growth("searching, p50, grows with the dossiers", typed, 0.5)
    yield _growth("looking up a number grows with the dossiers", looked_up, 0.2)


def _growth(work: str, figures: Mapping[int, float], most: float) -> Row:
    note = f"exponent from {min(figures):,} to {max(figures):,}; 1 is in step"
    exponent = growth(list(figures), list(figures.values()))
    return Row(work, None, exponent, Within(most), "", note)
