"""What an encrypted local file costs: the same acts in a plain and in an encrypted one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from counter_app.clock import SetClock
from counter_app.desk import Desk
from counter_app.journal.append import append
from counter_app.journal.entries import new_id
from counter_app.store.dossiers import search
from counter_app.usecases.intake import receive
from tests.benchmarks.bench_receive import bare_commit, last_record, timed_ms
from tests.benchmarks.frame import AtMost, Row
from tests.fixtures.desk import FRIDAY, birth_intake, opened_desk

ROUNDS = 150
KEY = bytes(range(32))


def measure() -> list[Row]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        plain, encrypted = (
            stack.enter_context(
                opened_desk(folder / name, SetClock.at(FRIDAY), granted=(1, 9999), key=key)
            )
            for name, key in (("plain.db", None), ("encrypted.db", KEY))
        )
        for desk in (plain, encrypted):
            receive(desk, birth_intake())
        bare = bare_commit(folder / "bare.db", last_record(plain))
        acts = [bare, *map(_append, (plain, encrypted)), *map(_receive, (plain, encrypted))]
        acts += map(_search, (plain, encrypted))
        # In turn, so that all see the same machine.
        times = [[timed_ms(act) for act in acts] for _ in range(ROUNDS)]
        sizes = [(folder / name).stat().st_size for name in ("plain.db", "encrypted.db")]
    (bare_ms, append_plain, append_own, receive_plain, receive_own, search_plain, search_own) = (
        median(column) for column in zip(*times, strict=True)
    )
    limit = "limit: the driver alone commits the same bytes to a plain file, WAL and FULL"
    beside = "limit: the same in a plain file"
    return [
        Row("encrypted: appended and projected", bare_ms, append_own, AtMost(4), note=limit),
        Row("encrypted: appended and projected", append_plain, append_own, AtMost(2), note=beside),
        Row("encrypted: receive", receive_plain, receive_own, AtMost(2), note=beside),
        Row("encrypted: search", search_plain, search_own, AtMost(2), note=beside),
        Row("encrypted: size of the file", sizes[0] / 1024, sizes[1] / 1024, AtMost(1.1), "KiB"),
    ]


def _append(desk: Desk) -> Callable[[], None]:
    record = last_record(desk)
    assert isinstance(desk.clock, SetClock)
    clock = desk.clock

    def act() -> None:
        clock.advance(timedelta(milliseconds=7))
        with desk.store.writing() as session:
            now = clock.now_ms()
            append(session, desk.author(), "dossier_received", new_id(now), record)

    return act


def _receive(desk: Desk) -> Callable[[], None]:
    assert isinstance(desk.clock, SetClock)
    clock = desk.clock

    def act() -> None:
        clock.advance(timedelta(milliseconds=7))
        receive(desk, birth_intake())

    return act


def _search(desk: Desk) -> Callable[[], None]:
    return lambda: _found(desk)


def _found(desk: Desk) -> None:
    assert desk.ask(search, "nguyen anh")
