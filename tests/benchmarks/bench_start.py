"""From the double click to a window that is painted, and to a field one can type in."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.frame import AtMost, Row, Within
from tests.benchmarks.many_dossiers import make
from tests.fixtures.desk import opened_desk

ROOT = Path(__file__).parents[2]
A_YEAR = 76_130
REPEATS = 9


@dataclass(frozen=True)
class Start:
    """Milliseconds from the start of the process; MB of resident memory at the intake page."""

    painted: float
    asked: float
    seated: float
    memory: float


def measure() -> list[Row]:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        with opened_desk(home / "counter.sqlite"):
            pass
        make(home / "counter.sqlite", A_YEAR).close()
        loaded = {"PYTHONPYCACHEPREFIX": str(home / "bytecode")}
        _start(loaded, "counter", str(home))  # an installed program is compiled once for all
        # in turn, so that both see the same machine
        pairs = [
            (_start(loaded, "bare"), _start(loaded, "counter", str(home))) for _ in range(REPEATS)
        ]
    bare = median(limit.painted for limit, _ in pairs)
    note = f"limit: a bare QMainWindow; {A_YEAR:,} dossiers"

    def ours(figure: Callable[[Start], float]) -> float:
        return median(figure(start) for _, start in pairs)

    return [
        Row("start to the first painted window", bare, ours(_painted), AtMost(1.8), note=note),
        Row("start to the password, ready to type", bare, ours(_asked), AtMost(3.5), note=note),
        Row(
            "from the password to the intake page, ready to type",
            bare,
            ours(_seated),
            AtMost(1.5),
            note=f"{note}; argon2id, slow on purpose, is left out",
        ),
        Row(
            "memory at the intake page",
            median(limit.memory for limit, _ in pairs),
            ours(_memory),
            Within(110),
            unit="MB",
            note=note,
        ),
    ]


_painted, _asked = attrgetter("painted"), attrgetter("asked")
_seated, _memory = attrgetter("seated"), attrgetter("memory")


def _start(more: Mapping[str, str], *words: str) -> Start:
    driver = ROOT / "tests" / "benchmarks" / "start_driver.py"
    surroundings = {
        key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"
    }
    surroundings |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), **more}
    told = subprocess.run(
        [sys.executable, driver, str(time.monotonic_ns()), *words],
        env=surroundings,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
    ).stdout
    return Start(*map(float, told.split()[-4:]))
