"""Real processes at once, on a bad line: killed at any moment, and so is the server."""

import random
import sys
import time
from dataclasses import replace

import psycopg
import pytest
from sqlalchemy import select

from counter_app.centre import seats
from counter_app.centre.connection import Centre
from counter_app.journal.rebuild import broken_chains, differences
from counter_app.progress import Silent
from counter_app.schema.tables import dossier
from counter_app.sync.line import Route
from counter_app.sync.round import run
from tests.faults.processes import Worker, at_work, forking, work_for_ever
from tests.fixtures.cut_line import cut_line
from tests.fixtures.desk import AGENCY
from tests.fixtures.sync import enrolled, small_centre

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
SEATS = 3
ROUNDS = 6


def test_seats_and_server_killed_at_any_moment_lose_nothing(fragile, tmp_path):
    seed = random.SystemRandom().randrange(1 << 32)
    print(f"seed {seed}")  # noqa: T201 - shown when it fails
    draws = random.Random(seed)
    with psycopg.connect(fragile.now.url(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE town TEMPLATE template0")
    route = Route("127.0.0.1", fragile.now.port, "town", demonstration=True)
    centre = small_centre(fragile.now.url("town"), route)
    homes = [tmp_path / f"quầy {number}" for number in range(1, SEATS + 1)]
    for number, home in enumerate(homes, start=1):
        with centre.writing() as (session, by):  # who receives in a loop needs many numbers a day
            code = seats.add_seat(session, by, number, home.name, [AGENCY], width=1500).code
        enrolled(centre, number, home, code).close()
    told = set()
    with cut_line("127.0.0.1", fragile.now.port, draws) as line:
        workers = [started(home, line.port, draws) for home in homes]
        for turn in range(ROUNDS):
            bad_weather(line, draws)
            time.sleep(draws.random() * 0.5)
            which = draws.randrange(SEATS)
            told.add(workers[which].wait_for_one())
            told.update(workers[which].kill())
            if turn == ROUNDS // 2:
                fragile.kill()
                line._target = ("127.0.0.1", fragile.start().port)
            workers[which] = started(homes[which], line.port, draws)
        fair_weather(line)
        for worker in workers:
            told.add(worker.wait_for_one())
            told.update(worker.kill())
        for _ in range(2):
            for home in homes:
                sync(home, line.port)
    centre = replace(centre, centre=Centre.at(fragile.now.url("town")))
    while centre.work():
        pass
    everywhere = [numbers(home) for home in homes]
    held = {row[1] for row in centre.rows()["dossier"]}
    assert told <= held
    assert all(seat == held for seat in everywhere)


def bad_weather(line, draws):
    """Let the line be slow, half open, down, or break after some bytes; or leave it good."""
    fair_weather(line)
    kind = draws.randrange(5)
    if kind == 0:
        line.delay = 0.2
    elif kind == 1:
        line.silent = True
    elif kind == 2:
        line.up = False
    elif kind == 3:
        line.longest = draws.randint(200, 20_000)


def fair_weather(line):
    line.delay, line.silent, line.up, line.longest = 0.0, False, True, None


def started(home, port, draws):
    return Worker(forking(), work_for_ever, home, port, draws.randrange(1 << 32))


def sync(home, port):
    with at_work(home, port) as (desk, line):
        run(desk, line, Silent())


def numbers(home):
    with at_work(home, 1) as (desk, _), desk.store.reading() as session:
        assert broken_chains(session, Silent()) == []
        assert differences(session, Silent()) == []
        return set(session.execute(select(dossier.c.number)).scalars())
