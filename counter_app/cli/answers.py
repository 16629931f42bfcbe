"""What a command answers, as lines for people or as one JSON object for programs."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from counter_app.clock import SystemClock, local_day
from counter_app.errors import CounterError
from counter_app.records import to_record

DONE, REFUSED, FOUND, UNREACHABLE, STOPPED = 0, 1, 3, 4, 130


@dataclass(eq=False)
class NotJson(CounterError):
    """{path} is not what is expected here: {what}"""

    path: str
    what: str


@dataclass(frozen=True)
class Answer:
    """The outcome of a command: a record for programs, lines for people, an exit code."""

    record: dict[str, Any]
    lines: tuple[str, ...] = ()
    code: int = DONE


def give(answer: Answer, *, as_json: bool) -> int:
    """Print the answer on standard output; return the exit code."""
    if as_json:
        print(json.dumps(to_record(answer.record), ensure_ascii=False, sort_keys=True))
    else:
        for line in answer.lines:
            print(line)
    return answer.code


def give_error(error: CounterError, code: int, *, as_json: bool) -> int:
    """Say on standard error why nothing was done; return the exit code."""
    if as_json:
        record = {"error": type(error).__name__, "message": str(error)}
        print(json.dumps(record, ensure_ascii=False, sort_keys=True), file=sys.stderr)
    else:
        print(f"counter-cli: {error}", file=sys.stderr)
    return code


def today() -> date:
    """Return the day it is in Vietnam."""
    return local_day(SystemClock().now_ms())


def _watched() -> bool:
    return sys.stderr.isatty()


@dataclass
class Terminal:
    """Progress as one line on standard error that is written over; silent when piped."""

    shown: bool = field(default_factory=_watched)

    def step(self, done: int, total: int, doing: str = "") -> None:
        if not self.shown:
            return
        words = f"{doing} {done}/{total}" if total else f"{doing} {done}"
        print(f"\r{words.strip():<70}", end="\n" if done == total else "", file=sys.stderr)
