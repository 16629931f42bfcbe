"""A counter's machine: its disk, the running program on it, and how it is killed and copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, create_engine, event, select

from counter_app.clock import SetClock
from counter_app.desk import Desk
from counter_app.schema.tables import head
from counter_app.store.engine import Store
from counter_app.store.migrations import migrate
from counter_app.sync import enrolment, standing
from counter_app.sync.line import Route
from counter_app.sync.secrets import Secrets
from tests.faults.line import PlannedLine
from tests.fixtures.life import LAN

FILE, SECRETS = "counter.db", "secrets.json"


class Whose(Enum):
    """Whose streams something is about."""

    OWN = auto()
    OTHERS = auto()
    LONGER = auto()
    """Others' streams of which the centre holds more than this machine: whether they continue what
    is here is seen when they are fetched."""


class Killed(BaseException):
    """The program is gone, between two statements on the local file or two messages."""


@dataclass(eq=False)
class Machine:
    """One machine with its disk. `drafts` are those kept on it, with what was typed.

    `doubts` says of whose streams it may believe what is out of date, because the centre was taken
    back in time and this machine has not heard of it yet.
    """

    name: str
    home: Path
    desk: Desk
    line: PlannedLine
    kept: Secrets
    drafts: dict[UUID, str] = field(default_factory=dict)
    doubts: set[Whose] = field(default_factory=set)

    @property
    def store(self) -> Store:
        return self.desk.store

    @property
    def clock(self) -> SetClock:
        assert isinstance(self.desk.clock, SetClock)
        return self.desk.clock

    @property
    def number(self) -> int:
        return self.desk.seat.number

    def at_its_seat(self) -> None:
        """Go on at the seat as the file knows it, as the window does after a round."""
        self.desk = replace(self.desk, seat=self.desk.ask(standing.seat))

    def stored(self, query: str, *values: Any) -> list[Any]:
        """Return the rows of a question to the file as the driver gives them: ids are texts."""
        with self.store.reading() as session:
            driver_connection: Any = session.connection.driver_connection
            return list(driver_connection.execute(query, values).fetchall())

    def heads(self) -> dict[UUID, tuple[int, bytes]]:
        with self.store.reading() as session:
            return {row.stream_id: (row.seq, row.hash) for row in session.execute(select(head))}

    def stop(self) -> None:
        """End the program in good order."""
        self.line.leave()
        self.store.close()

    def image(self, home: Path) -> Path:
        """Copy the disk as it is this moment, as it is left by a killed program."""
        home.mkdir(parents=True)
        for name in (FILE, f"{FILE}-wal", SECRETS):
            with suppress(FileNotFoundError):
                shutil.copyfile(self.home / name, home / name)
        return home

    def back_up(self, home: Path) -> Path:
        """Copy the disk with a sound copy of the local file."""
        home.mkdir(parents=True)
        self.store.copy_to(home / FILE)
        shutil.copyfile(self.home / SECRETS, home / SECRETS)
        return home

    def restart_on(self, home: Path) -> None:
        """Forget the running program, and start another one on the disk in `home`."""
        self.line.close()
        self.store.close()
        again = started(self.name, home, self.clock, self.line.route)
        self.home, self.desk, self.line, self.kept = again.home, again.desk, again.line, again.kept

    @contextmanager
    def killed_at(self, moment: int, home: Path) -> Iterator[None]:
        """Kill the program before it begins or commits a transaction, counted from 0.

        The disk as it is then is copied to `home`, on which the program must be started again; if
        it does not come to that, there is no such folder. A program killed within a transaction
        leaves the same as one that is killed right before the commit.
        """
        left = moment

        def passed(*told: Any) -> None:
            nonlocal left
            statement = told[2] if len(told) > 2 else "COMMIT"
            if not statement.startswith(("BEGIN", "COMMIT")):
                return
            left -= 1
            if left == -1:
                self.image(home)
                raise Killed

        engine = self.store._writer.engine
        event.listen(engine, "before_cursor_execute", passed)
        event.listen(engine, "commit", passed)
        try:
            yield
        finally:
            event.remove(engine, "before_cursor_execute", passed)
            event.remove(engine, "commit", passed)


def opened(path: Path) -> Store:
    """Open a local file; what SQLAlchemy has compiled for one file serves all of them."""
    store = Store(path)
    for engine in (store._writer.engine, store._readers):
        engine.dialect = _compiled().dialect
        engine._compiled_cache = _compiled()._compiled_cache
    return store


@cache
def _compiled() -> Engine:
    engine = create_engine("sqlite://", module=driver, query_cache_size=5_000)
    engine.connect().close()
    return engine


def started(name: str, home: Path, clock: SetClock, route: Route) -> Machine:
    """Start the program on the disk of an enrolled counter."""
    store = opened(home / FILE)
    migrate(store)
    kept = Secrets(home / SECRETS, lambda: None)
    line = enrolment.line_of(store, kept, home)
    assert isinstance(line, PlannedLine)
    line.route = route
    with store.reading() as session:
        seat = standing.seat(session)
    return Machine(name, home, Desk(store, clock, seat, LAN), line, kept)
