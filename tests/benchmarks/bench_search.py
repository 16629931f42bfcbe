"""Finding among a million dossiers: as one types, by scanned number, and the board of due days."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from counter_app.store import dossiers
from counter_app.store.engine import Session
from counter_app.text import folded
from tests.benchmarks.frame import AtMost, Row, Within, in_turn, percentile
from tests.benchmarks.many_dossiers import TODAY, a_name, make

COUNT = int(os.environ.get("COUNTER_BENCH_DOSSIERS", "1000000"))
NAMES = 80
REPEATS = 60
MONDAY = date(2026, 11, 23)
_DUE = (
    "SELECT count(*) FROM dossier WHERE state IN (2, 4, 5, 6, 8)"
    f" AND due_on <= '{MONDAY.isoformat()}'"
)


def measure() -> list[Row]:
    with TemporaryDirectory() as folder:
        store = make(Path(folder) / "counter.db", COUNT)
        with store.reading() as session:
            rows = [*questions(session, COUNT), _board(session)]
        store.close()
    return rows


def questions(session: Session, count: int) -> list[Row]:
    """Look for dossiers, in a file with so many, as an officer does all day."""
    return [*_as_one_types(session, count), _by_number(session, count)]


def _as_one_types(session: Session, count: int) -> list[Row]:
    """Every prefix of many names, in the order in which they are typed."""
    chance = random.Random(11)
    typed = list(
        dict.fromkeys(
            name[:end].strip()
            for name in (folded(a_name(chance)) for _ in range(NAMES))
            for end in range(1, len(name) + 1)
        )
    )
    taken = [_ms(lambda words=words: dossiers.search(session, words)) for words in typed]
    note = f"{len(typed)} prefixes of {NAMES} names in {count:,} dossiers, the newest 20"
    return [
        Row("search as one types, p50", None, median(taken), Within(5), note=note),
        Row("search as one types, p99", None, percentile(taken, 0.99), Within(25), note=note),
    ]


def _by_number(session: Session, count: int) -> Row:
    number = session.exec_driver_sql(
        "SELECT number FROM dossier WHERE id = ?", (count // 2,)
    ).scalar_one()

    def bare() -> float:
        cursor = session.connection.driver_connection.cursor()
        return _ms(
            lambda: cursor.execute("SELECT * FROM dossier WHERE number = ?", (number,)).fetchall()
        )

    limit, ours = in_turn(bare, lambda: _ms(lambda: dossiers.search(session, number)), REPEATS)
    return Row(
        "look-up by scanned number",
        limit,
        ours,
        AtMost(4),
        note=f"{count:,} dossiers; limit: the index alone",
    )


def _board(session: Session) -> Row:
    def bare() -> float:
        cursor = session.connection.driver_connection.cursor()
        return _ms(lambda: cursor.execute(_DUE).fetchall())

    def ours() -> float:
        return _ms(lambda: dossiers.due_counts(session, TODAY, MONDAY))

    limit, counted = in_turn(bare, ours, REPEATS)
    return Row("counts of due days", limit, counted, AtMost(10), note="limit: the partial index")


def _ms(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000
