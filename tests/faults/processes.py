"""Processes of their own that work at a counter until they are killed."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any

from counter_app.clock import SystemClock
from counter_app.desk import Desk, Seat
from counter_app.errors import CounterError
from counter_app.progress import Silent
from counter_app.store.engine import Store
from counter_app.sync import enrolment, standing
from counter_app.sync.round import run
from counter_app.sync.secrets import Secrets
from counter_app.usecases.intake import receive
from tests.fixtures.desk import STREAM, birth_intake
from tests.fixtures.life import LAN


def forking() -> BaseContext:
    """Return how processes are started: from one that has imported all they need."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


class Worker:
    """A process at a counter, which tells each number after it is on the disk."""

    def __init__(self, context: Any, work: Any, *rest: Any) -> None:
        self._told, telling = context.Pipe(duplex=False)
        self.process = context.Process(target=work, args=(telling, *rest), daemon=True)
        self.process.start()
        telling.close()

    def wait_for_one(self, seconds: float = 60.0) -> str:
        """Return the first number it tells."""
        assert self._told.poll(seconds), "it tells nothing"
        return str(self._told.recv())

    def kill(self) -> list[str]:
        """Kill it, whatever it does, and return the other numbers it told before."""
        assert self.process.pid is not None
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.join()
        return list(self._rest())

    def _rest(self) -> Iterator[str]:
        while True:
            try:
                yield self._told.recv()
            except (EOFError, OSError):
                return


def receive_for_ever(telling: Connection, path: Path, key: bytes | None) -> None:
    """Take in dossiers one after another at a counter without a centre."""
    desk = Desk(Store(path, key), SystemClock(), Seat(STREAM, 7), LAN)
    while True:
        telling.send(receive(desk, birth_intake()).number)


def work_for_ever(telling: Connection, home: Path, port: int, seed: int) -> None:
    """Take in dossiers and sync now and then, over whatever line there is."""
    draws = random.Random(seed)
    with at_work(home, port) as (beginning, line):
        desk = beginning
        line.patience = 2.0  # nobody wants to wait for a half-open line in a test
        while True:
            telling.send(receive(desk, birth_intake()).number)
            time.sleep(draws.random() / 50)
            if draws.random() < 0.3:
                try:
                    run(desk, line, Silent())
                except CounterError:
                    line.close()
                desk = Desk(desk.store, desk.clock, desk.ask(standing.seat), LAN)


@contextmanager
def at_work(home: Path, port: int) -> Iterator[tuple[Desk, Any]]:
    """Open the counter of a folder, and its line through a port of this machine."""
    store = Store(home / "counter.db")
    line = enrolment.line_of(store, Secrets(home / "secrets.json", lambda: None), home)
    line.route = replace(line.route, port=port)
    with store.reading() as session:
        seat = standing.seat(session)
    try:
        yield Desk(store, SystemClock(), seat, LAN), line
    finally:
        line.close()
        store.close()
