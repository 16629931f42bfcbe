"""The centre's server is killed, full, or back from a copy while counters send."""

import random
from dataclasses import replace

import psycopg
import pytest
from psycopg import sql

from counter_app.postgres import CentreUnreachable
from counter_app.sync.line import Route
from tests.fixtures.cut_line import cut_line
from tests.fixtures.sync import enrolled, small_centre


@pytest.fixture
def centre(fragile):
    with psycopg.connect(fragile.now.url(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE town TEMPLATE template0")
    route = Route("127.0.0.1", fragile.now.port, "town", demonstration=True)
    return small_centre(fragile.now.url("town"), route)


@pytest.fixture
def counter(centre, tmp_path):
    made = enrolled(centre, 7, tmp_path / "quầy 07")
    yield made
    made.close()


def numbers(server):
    with psycopg.connect(server.url("town")) as connection:
        rows = connection.execute(
            "SELECT payload::json->>'number' FROM counter.journal WHERE kind = 'dossier_received'"
        )
        return [row[0] for row in rows]


def test_what_was_acknowledged_is_there_after_the_server_was_killed(fragile, centre, counter):
    told = []
    for turn in range(4):
        receipts = [counter.receive().number for _ in range(3)]
        if turn % 2 == 0:
            counter.sync()
            assert counter.status().unsent == 0
            told += receipts
        fragile.kill()
        with pytest.raises(CentreUnreachable):
            counter.sync()
        fragile.start()
        assert set(told) <= set(numbers(fragile.now))
        counter.through(fragile.now.port)
    counter.sync()
    held = numbers(fragile.now)
    assert len(held) == len(set(held)) == 12
    assert counter.status().unsent == 0


def test_a_server_killed_between_two_messages_of_a_round_loses_nothing(fragile, centre, counter):
    with cut_line("127.0.0.1", fragile.now.port, random.Random(1)) as line:
        counter.through(line.port)
        for kill_at in range(2):
            receipts = {counter.receive().number for _ in range(2)}
            killing = Killing(counter.line, fragile, kill_at)
            with pytest.raises(CentreUnreachable), killing:
                counter.sync()
            fragile.start()
            line._target = ("127.0.0.1", fragile.now.port)
            shown = counter.status()
            held = numbers(fragile.now)
            assert shown.unsent or receipts <= set(held)
            counter.sync()
            held = numbers(fragile.now)
            assert receipts <= set(held)
            assert len(held) == len(set(held))


class Killing:
    """Kill the server after so many messages over a line."""

    def __init__(self, line, server, after):
        self.line, self.server, self.left = line, server, after
        self.connection = line.connection

    def __enter__(self):
        self.line.connection = self.counted

    def __exit__(self, *error):
        self.line.connection = self.connection

    def counted(self):
        if self.left == 0:
            self.server.kill()
        self.left -= 1
        return self.connection()


def test_a_server_without_a_free_connection_is_waited_for(fragile, centre, counter):
    receipt = counter.receive()
    counter.line.close()
    limit(fragile, 0)
    with pytest.raises(CentreUnreachable, match="too many"):
        counter.sync()
    assert counter.status().unsent == 1
    assert "too many" in counter.status().problem
    limit(fragile, -1)
    counter.sync()
    assert counter.status().unsent == 0
    assert numbers(fragile.now) == [receipt.number]


def limit(fragile, connections):
    with psycopg.connect(fragile.now.url(), autocommit=True) as administrator:
        administrator.execute(
            sql.SQL("ALTER ROLE town_seat_7 CONNECTION LIMIT {}").format(connections)
        )


def test_a_server_that_fails_over_to_a_backup_is_healed_by_its_counters(fragile, centre, counter):
    first = counter.receive()
    counter.sync()
    counter.line.close()
    administer(fragile, "CREATE DATABASE kept TEMPLATE town")
    later = counter.receive()
    counter.sync()
    assert counter.status().unsent == 0
    counter.line.close()
    fragile.kill()
    fragile.start()
    administer(fragile, "DROP DATABASE town WITH (FORCE)")
    administer(fragile, "CREATE DATABASE town TEMPLATE kept")
    counter.line.route = replace(counter.line.route, port=fragile.now.port)
    with psycopg.connect(fragile.now.url("town"), autocommit=True) as connection:
        connection.execute(  # rights on a database are not copied with it
            "REVOKE ALL ON DATABASE town FROM PUBLIC; GRANT CONNECT ON DATABASE town TO town_seats"
        )
    counter.sync()
    assert sorted(numbers(fragile.now)) == sorted([first.number, later.number])


def administer(fragile, statement):
    with psycopg.connect(fragile.now.url(), autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'town'"
        )
        connection.execute(statement)
