"""Run the benchmarks and print one table: python -m tests.benchmarks [name …]."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.frame import Row, machine, table

PREFIX = "bench_"


def names() -> list[str]:
    """Return the names of all benchmarks: of bench_start.py, "start"."""
    found = Path(__file__).parent.glob(f"{PREFIX}*.py")
    return sorted(file.stem.removeprefix(PREFIX) for file in found)


def main(words: Sequence[str]) -> int:
    """Measure what the words name, or everything. The exit code tells of missed targets."""
    known = names()
    if unknown := set(words) - set(known):
        print(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(known)}")
        return 2
    rows: list[Row] = []
    for name in words or known:
        print(f"measuring {name}", file=sys.stderr, flush=True)
        module = importlib.import_module(f"tests.benchmarks.{PREFIX}{name}")
        rows += module.measure()
    print(f"\nMeasured on {machine()}; medians.\n\n{table(rows)}")
    return 0 if all(row.met for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
