"""How a measurement is told: ours beside a limit of the same machine, run and work."""

from __future__ import annotations

import math
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import psutil


class Target(Protocol):
    """What a row has to reach."""

    def met(self, row: Row) -> bool:
        """Tell whether it does."""
        ...


@dataclass(frozen=True)
class AtMost:
    """Our figure is at most so many times the limit: times, sizes."""

    ratio: float

    def met(self, row: Row) -> bool:
        return row.ratio is not None and row.ratio <= self.ratio

    def __str__(self) -> str:
        return f"≤ {self.ratio:g}x"


@dataclass(frozen=True)
class AtLeast:
    """Our figure is at least so many times the limit: rows a second."""

    ratio: float

    def met(self, row: Row) -> bool:
        return row.ratio is not None and row.ratio >= self.ratio

    def __str__(self) -> str:
        return f"≥ {self.ratio:g}x"


@dataclass(frozen=True)
class Within:
    """Our figure itself is at most so much, in the row's unit."""

    most: float

    def met(self, row: Row) -> bool:
        return row.ours <= self.most

    def __str__(self) -> str:
        return f"≤ {self.most:g}"


@dataclass(frozen=True)
class Row:
    """One measurement. `limit` is None where the target is a figure and not a ratio."""

    work: str
    limit: float | None
    ours: float
    target: Target
    unit: str = "ms"
    note: str = ""

    @property
    def ratio(self) -> float | None:
        return self.ours / self.limit if self.limit else None

    @property
    def met(self) -> bool:
        return self.target.met(self)


def milliseconds(work: Callable[[], object], repeats: int = 11, warm: int = 2) -> list[float]:
    """Return how long each of `repeats` runs took, after `warm` runs that do not count."""
    for _ in range(warm):
        work()
    taken = []
    for _ in range(repeats):
        began = time.perf_counter_ns()
        work()
        taken.append((time.perf_counter_ns() - began) / 1e6)
    return taken


def in_turn(
    limit: Callable[[], float], ours: Callable[[], float], repeats: int
) -> tuple[float, float]:
    """Return the medians of two measurements taken in turn, so that both see the same machine."""
    pairs = [(limit(), ours()) for _ in range(repeats)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def percentile(taken: Iterable[float], share: float) -> float:
    """Return the value that `share` (0 to 1) of the measurements do not exceed."""
    ordered = sorted(taken)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def growth(sizes: Sequence[float], figures: Sequence[float]) -> float:
    """Return the exponent with which figures grow with sizes: 1 grows in step, 0 not at all."""
    slope, _ = statistics.linear_regression(
        [math.log(size) for size in sizes], [math.log(one) for one in figures]
    )
    return slope


def table(rows: Iterable[Row]) -> str:
    """Return the rows as a markdown table."""
    head = ["work", "unit", "limit", "ours", "ratio", "target", "met", "note"]
    lines = [head, ["---"] * len(head)]
    lines += [
        [
            row.work,
            row.unit,
            "–" if row.limit is None else figure(row.limit),
            figure(row.ours),
            "–" if row.ratio is None else f"{row.ratio:.2f}",
            str(row.target),
            "yes" if row.met else "**no**",
            row.note,
        ]
        for row in rows
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def figure(value: float) -> str:
    """Return a figure with three digits that matter."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def machine() -> str:
    """Return in one line what the figures were measured on."""
    memory = psutil.virtual_memory().total / 2**30
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, {_system()}, "
        f"Python {platform.python_version()}"
    )


def _processor() -> str:
    known = Path("/proc/cpuinfo")
    if known.exists():
        for line in known.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _system() -> str:
    if sys.platform == "linux":
        return platform.freedesktop_os_release().get("PRETTY_NAME", "Linux")
    return platform.platform(terse=True)
