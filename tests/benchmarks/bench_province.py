"""A province: 3,000 desks of 150 centres on one server, and their journals gathered in one place.

COUNTER_BENCH_DESKS says how many desks (3000), twenty to a centre. Each ends its day with 50
dossiers, three times what a desk takes in on an average day.
"""

from __future__ import annotations

import os
import queue
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import psycopg
from psycopg import sql

from counter_app.centre import migrations, roles
from counter_app.centre.connection import Centre
from counter_app.centre.embedded import EmbeddedServer
from counter_app.journal.streams import new_seat_stream
from counter_app.sync import wire
from counter_app.sync.line import Line, Route
from counter_app.sync.push import MOST
from tests.benchmarks import bench_sync
from tests.benchmarks.frame import Row, Within, growth
from tests.fixtures import province
from tests.fixtures.sync import SmallCentre, enrolled, small_centre

DESKS = int(os.environ.get("COUNTER_BENCH_DESKS", "3000"))
IN_A_CENTRE, DOSSIERS, CLIENTS = 20, 50, 80
GATHERED = (2, 4, 8)
_PASSWORD = "một mật khẩu đủ dài"


def measure() -> list[Row]:
    return [*_desks(), *_gathering()]


@dataclass(frozen=True)
class Day:
    """What a desk sends: where to, as whom, in which stream, its messages."""

    route: Route
    login: str
    stream_id: UUID
    messages: Sequence[tuple[int, Any]]

    def send(self, home: Path) -> None:
        line = Line(self.route, self.login, _PASSWORD, home)
        with line.connection() as connection:
            for first, arrays in self.messages:
                answer = wire.push_packed(connection, self.stream_id, first, arrays)
                assert answer[0] == "ok"
        line.close()


@dataclass(frozen=True)
class Province:
    """A server with centres that are all alike, and what a desk receives there."""

    server: EmbeddedServer
    home: Path
    record: dict[str, Any]
    logins: Sequence[str]

    @classmethod
    def made(cls, server: EmbeddedServer, home: Path) -> Province:
        url = province.database(server, "first")
        first = small_centre(url, Route("127.0.0.1", server.port, "first", demonstration=True))
        province.publish(url)
        seven = enrolled(first, 7, home / "7")
        seven.receive()
        record = bench_sync.intake(seven)
        seven.close()
        logins = [f"desk_{nth}" for nth in range(CLIENTS)]
        with first.writing() as (session, _):
            for login in logins:
                roles.make_login(session, login, _PASSWORD)
        return cls(server, home, record, logins)

    def days(self, prefix: str, desks: int) -> list[Day]:
        """Make centres for so many desks, and the day of each."""
        made: list[Day] = []
        for nth in range(-(-desks // IN_A_CENTRE)):
            name = f"{prefix}_{nth}"
            self._copied(name)
            route = Route("127.0.0.1", self.server.port, name, demonstration=True)
            first = nth * IN_A_CENTRE
            here = range(first, min(first + IN_A_CENTRE, desks))
            days = [self._day(route, desk % CLIENTS) for desk in here]
            self._open(name, days)
            made += days
        return made

    def sent(self, days: Sequence[Day]) -> float:
        """Let all desks send at once, as many at the same moment as there are clients."""
        waiting: dict[str, queue.SimpleQueue[Day]] = {
            one: queue.SimpleQueue() for one in self.logins
        }
        for day in days:
            waiting[day.login].put(day)

        def work(mine: queue.SimpleQueue[Day]) -> None:
            with suppress(queue.Empty):
                while True:
                    mine.get_nowait().send(self.home)

        began = time.perf_counter()
        with ThreadPoolExecutor(CLIENTS) as clients:
            for done in [clients.submit(work, mine) for mine in waiting.values()]:
                done.result()
        return time.perf_counter() - began

    def size(self, name: str) -> int:
        """Return the bytes of a centre's journal, with its keys."""
        parts = sql.SQL(
            "SELECT sum(pg_total_relation_size(relid)) FROM pg_partition_tree('counter.journal')"
        )
        with psycopg.connect(self.server.url(name)) as connection:
            row = connection.execute(parts).fetchone()
        assert row is not None
        return int(row[0])

    def drop(self, names: Sequence[str]) -> None:
        with psycopg.connect(self.server.url(), autocommit=True) as connection:
            for name in names:
                connection.execute(
                    sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
                )

    def _copied(self, name: str) -> None:
        with psycopg.connect(self.server.url(), autocommit=True) as connection:
            connection.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE first").format(sql.Identifier(name))
            )

    def _day(self, route: Route, client: int) -> Day:
        entries = bench_sync.life(self.record, DOSSIERS, new_seat_stream())
        messages = bench_sync.packed(entries, MOST)
        return Day(route, self.logins[client], entries[0].stream_id, messages)

    def _open(self, name: str, days: Sequence[Day]) -> None:
        with psycopg.connect(self.server.url(name), autocommit=True) as connection:
            # what it was copied with must not stand in two centres
            connection.execute("TRUNCATE counter.journal, counter.head")
            connection.cursor().executemany(
                "INSERT INTO counter.stream (stream_id, seat_number, login, state, client_version,"
                " unsent) VALUES (%s, 7, %s, 'open', '', 0)",
                [(day.stream_id, day.login) for day in days],
            )


def _desks() -> Iterator[Row]:
    """A tenth and all of the desks end their day at once."""
    ended: dict[int, float] = {}
    with _server() as made:
        for desks in sorted({max(IN_A_CENTRE, DESKS // 10), DESKS}):
            days = made.days(f"town{desks}", desks)
            entries = desks * DOSSIERS * bench_sync.ACTS
            ended[desks] = made.sent(days)
            centres = -(-desks // IN_A_CENTRE)
            work = f"{desks:,} desks of {centres} centres end their day, {entries:,} entries"
            note = f"{entries / ended[desks]:,.0f} entries/s, {CLIENTS} desks at the same moment"
            yield Row(f"{work}: until the last is done", None, ended[desks], Within(60), "s", note)
            size = made.size(f"town{desks}_0") / (
                min(desks, IN_A_CENTRE) * DOSSIERS * bench_sync.ACTS
            )
            yield Row(
                "an entry in the centre's journal, with its keys", None, size, Within(2000), "B"
            )
            made.drop([f"town{desks}_{nth}" for nth in range(centres)])
    if len(ended) > 1:
        exponent = growth(list(ended), list(ended.values()))
        note = f"exponent from {min(ended):,} to {max(ended):,}; 1 is in step"
        yield Row(
            "a province's end of day grows with the desks", None, exponent, Within(1.1), "", note
        )


def _gathering() -> Iterator[Row]:
    """Some centres send while the province gathers what they get."""
    taken: dict[int, float] = {}
    with _server() as made:
        for centres in GATHERED:
            name = f"province{centres}"
            url = province.database(made.server, name)
            towns = [f"gather{centres}_{nth}" for nth in range(centres)]
            days = made.days(f"gather{centres}", centres * IN_A_CENTRE)
            _empty_province(url, made.server.port, name)
            for town in towns:
                province.subscribe(url, town, made.server.url(town))
            province.wait_until_gathered(url, [made.server.url(town) for town in towns])
            began = time.perf_counter()
            made.sent(days)
            province.wait_until_gathered(url, [made.server.url(town) for town in towns])
            taken[centres] = time.perf_counter() - began
            entries = len(days) * DOSSIERS * bench_sync.ACTS
            work = f"{centres} centres' days sent and gathered by the province, {entries:,} entries"
            note = f"{entries / taken[centres]:,.0f} entries/s"
            yield Row(work, None, taken[centres], Within(60), "s", note)
            for town in towns:
                province.unsubscribe(url, town)
            made.drop([*towns, name])
    exponent = growth(list(taken), list(taken.values()))
    note = f"exponent from {min(taken)} to {max(taken)}; 1 is in step"
    yield Row("gathering grows with the centres of a server", None, exponent, Within(2), "", note)


def _empty_province(url: str, port: int, name: str) -> None:
    made = SmallCentre(Centre.at(url), Route("127.0.0.1", port, name, demonstration=True))
    migrations.init(made.centre)


@contextmanager
def _server() -> Iterator[Province]:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        home.chmod(0o755)
        with province.gathering(home / "server", durable=True) as server:
            yield Province.made(server, home)
