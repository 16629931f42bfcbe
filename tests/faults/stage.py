"""A centre with its seats as they stand in the morning, put back before every schedule.

Everything is real: PostgreSQL, the functions of the protocol, the local files, SCRAM. Only what
costs time and shows nothing is saved: the centre is copied and put back by its rows instead of as
a whole database, open connections wait for the next schedule, and passwords are hashed once.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import create_engine, event, make_url

from counter_app.centre import administration
from counter_app.centre.connection import Centre
from counter_app.centre.embedded import EmbeddedServer
from counter_app.schema import centre as own
from counter_app.schema import tables
from counter_app.store.engine import Store
from counter_app.store.migrations import migrate
from counter_app.sync.line import Line, Route
from tests.fixtures.life import EVERYBODY
from tests.fixtures.sync import SmallCentre, enrolled, small_centre

SEATS = 4
"""How many seats are enrolled in the morning, numbered from 1."""

_TABLES = tuple(
    table.name for metadata in (tables.metadata, own.metadata) for table in metadata.sorted_tables
)
_IDLE_LINES = 2

Copy = Mapping[str, bytes]
"""The centre's rows, by table, as PostgreSQL's COPY writes them."""


@dataclass
class Lines:
    """Open connections of the seats' logins, kept for whoever comes next with that password."""

    port: int
    idle: dict[tuple[str, str], list[psycopg.Connection[Any]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def take(self, port: int, login: str, password: str) -> psycopg.Connection[Any] | None:
        if port != self.port:
            return None
        waiting = self.idle[login, password]
        return waiting.pop() if waiting else None

    def leave(self, login: str, password: str, connection: psycopg.Connection[Any]) -> None:
        waiting = self.idle[login, password]
        usable = not connection.closed and connection.info.transaction_status == 0
        if usable and connection.info.port == self.port and len(waiting) < _IDLE_LINES:
            waiting.append(connection)
        else:
            connection.close()

    def forget(self, login: str) -> None:
        """Hang up all of a login: its password changes."""
        for known, waiting in self.idle.items():
            if known[0] == login:
                while waiting:
                    waiting.pop().close()

    def close(self) -> None:
        for login, _ in list(self.idle):
            self.forget(login)


class Stage:
    """One centre on a running server, and the files of its seats as they were in the morning."""

    def __init__(self, server: EmbeddedServer, folder: Path, database: str = "faults") -> None:
        self.folder = folder
        self.lines = Lines(server.port)
        self._administrator = psycopg.connect(server.url(), autocommit=True)
        self._administrator.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(database))
        )
        # one round of the hash: this is no test of passwords
        self._administrator.execute(
            sql.SQL("ALTER DATABASE {} SET scram_iterations = 1").format(sql.Identifier(database))
        )
        self.route = Route("127.0.0.1", server.port, database, demonstration=True)
        self.url = server.url(database)
        small = small_centre(self.url, self.route)
        with small.writing() as (session, by):
            for one in EVERYBODY:
                roles = sorted(one.roles)
                administration.define_officer(session, by, one.login, one.name, roles, "")
        self.homes: dict[int, Path] = {}
        for number in range(1, SEATS + 1):
            counter = enrolled(small, number, folder / f"seat {number}")
            counter.sync()
            counter.close()
            self.homes[number] = counter.home
        small.work()
        self.engine = create_engine(
            make_url(self.url).set(drivername="postgresql+psycopg"),
            connect_args={"client_encoding": "utf8"},
        )

        @event.listens_for(self.engine, "connect")
        def _prepare(connection: Any, _record: object) -> None:
            connection.execute("SET search_path = counter, pg_catalog")
            connection.commit()

        self.centre = SmallCentre(Centre(self.engine), self.route, small.clock)
        self._connection = psycopg.connect(self.url, autocommit=True)
        self._connection.execute("SET search_path = counter, pg_catalog")
        self._passwords = self._verifiers()
        self.morning = self.copied()
        self.began = small.clock.now_ms()
        self._turns = 0
        self.empty = folder / "empty.db"
        store = Store(self.empty)
        migrate(store)
        store.close()

    def copied(self) -> Copy:
        """Return a copy of the centre's whole database, as a backup holds it."""
        with self._connection.transaction():
            self._connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            return {name: self._rows(name) for name in _TABLES}

    def put_back(self, copy: Copy) -> None:
        """Restore the centre from a copy, while no function of the protocol runs."""
        with self._connection.transaction():
            self._connection.execute(
                sql.SQL("LOCK TABLE {} IN ACCESS EXCLUSIVE MODE").format(
                    sql.SQL(", ").join(map(sql.Identifier, _TABLES))
                )
            )
            self._connection.execute("; ".join(f"DELETE FROM {name}" for name in _TABLES))
            for name, rows in copy.items():
                with self._connection.cursor().copy(
                    sql.SQL("COPY {} FROM STDIN (FORMAT binary)").format(sql.Identifier(name))
                ) as into:
                    into.write(rows)

    def begin(self) -> None:
        """Put everything at the centre back to the morning."""
        self._turns += 1
        if self._turns % 50 == 0:  # rows that were deleted make every query slower
            self._connection.execute(
                sql.SQL("VACUUM {}").format(sql.SQL(", ").join(map(sql.Identifier, _TABLES)))
            )
        self.put_back(self.morning)
        seats = sql.Identifier(f"{self.route.database}_seats")
        self._connection.execute(sql.SQL("COMMENT ON ROLE {} IS NULL").format(seats))
        now = self._verifiers()
        for login, verifier in self._passwords.items():
            if now.get(login) != verifier:
                self.lines.forget(login)
                self._connection.execute(
                    sql.SQL("ALTER ROLE {} PASSWORD {}").format(
                        sql.Identifier(login), sql.Literal(verifier)
                    )
                )

    def ask(self, query: str, *values: Any) -> list[Any]:
        """Return the rows of a question to the centre, as it stands this moment."""
        return self._connection.execute(query, values or None).fetchall()

    def ask_nothing(self, statement: str) -> None:
        """Run a statement at the centre."""
        self._connection.execute(statement.encode())

    def close(self) -> None:
        self.lines.close()
        self.engine.dispose()
        self._connection.close()
        self._administrator.execute(
            sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(self.route.database))
        )
        self._administrator.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _rows(self, name: str) -> bytes:
        query = sql.SQL("COPY (SELECT * FROM {}) TO STDOUT (FORMAT binary)").format(
            sql.Identifier(name)
        )
        with self._connection.cursor().copy(query) as out:
            return b"".join(bytes(part) for part in out)

    def _verifiers(self) -> dict[str, str]:
        rows = self._connection.execute(
            "SELECT rolname, rolpassword FROM pg_authid WHERE rolname LIKE %s",
            [f"{self.route.database}_seat_%"],
        )
        return dict(rows.fetchall())


def line_type(stage: Stage) -> type[Line]:
    """Return the class of lines on this stage: they break where their plan says so."""
    from tests.faults.line import PlannedLine

    return type("StageLine", (PlannedLine,), {"lines": stage.lines})
