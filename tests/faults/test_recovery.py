"""What a technician does alone after a damage, by the commands that docs/RECOVERY.md names."""

import json
import shutil
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from counter_app.bootstrap import opened_desk
from counter_app.cli import main
from counter_app.store.backup import BackupUnusable
from counter_app.store.locked import lock, locked_copies, new_code, unlocked
from counter_app.sync.line import Route
from counter_app.usecases.intake import receive
from tests.fixtures.desk import FRIDAY, birth_intake
from tests.fixtures.life import LAN
from tests.fixtures.sync import small_centre


@dataclass
class Town:
    """A centre, and the command line of whoever stands before a machine."""

    url: str
    route: Route
    run: object

    def centre(self, *words):
        return self.run("centre", *words, "--centre", self.url)

    def seat(self, home, *words):
        return self.run("--home", home, *words)

    def code(self, number, *, new=False):
        if new:
            return self.centre("add-seat", "--number", number, "--agency", "000.00.14.H35")[
                "one_time_code"
            ]
        return self.centre("invite", "--number", number)["one_time_code"]

    def enrol(self, home, code, *words):
        where = ("--host", self.route.host, "--port", self.route.port)
        return self.seat(
            home,
            "enrol",
            code,
            *where,
            "--database",
            self.route.database,
            "--demonstration",
            *words,
        )

    def receive(self, home):
        with opened_desk(home, LAN) as desk:
            return receive(desk, birth_intake()).number

    def numbers(self):
        """Return the numbers of all dossiers the centre has in its tables."""
        self.centre("work", "--once")
        with psycopg.connect(self.url) as connection:
            rows = connection.execute("SELECT number FROM counter.dossier ORDER BY number")
            return [row[0] for row in rows]


@pytest.fixture
def town(postgres_url, monkeypatch, capsys):
    monkeypatch.setattr("counter_app.sync.secrets._keyring", lambda: None)
    info = psycopg.conninfo.conninfo_to_dict(postgres_url)
    route = Route(str(info["host"]), int(info["port"]), str(info["dbname"]), demonstration=True)
    small_centre(postgres_url, route)

    def run(*words):
        capsys.readouterr()
        code = main(["--json", *map(str, words)])
        said = capsys.readouterr()
        return {"exit": code, **json.loads(said.out or said.err)}

    return Town(postgres_url, route, run)


@pytest.fixture
def home(town, tmp_path):
    """Seat 7, enrolled."""
    made = tmp_path / "quầy 07"
    town.enrol(made, town.code(7, new=True))
    return made


def unplugged(home, to):
    """Copy the disk of a machine that stopped without a word, side files and all."""
    shutil.copytree(home, to)
    return to


def test_a_copy_taken_every_day_brings_a_lost_file_back(town, home, tmp_path):
    before = town.receive(home)
    copy = town.seat(home, "backup", "--to", tmp_path / "usb")["file"]
    after = town.receive(home)
    town.seat(home, "sync")
    for file in home.glob("counter.sqlite*"):
        file.write_bytes(b"damaged" * 1000)
    assert town.seat(home, "doctor")["exit"] == 1
    answer = town.seat(home, "restore", copy)
    assert Path(answer["aside"]).exists()
    assert town.seat(home, "sync")["exit"] == 0
    assert town.numbers() == sorted([before, after])
    assert town.seat(home, "doctor")["sound"]
    fresh = town.receive(home)
    assert fresh not in (before, after)


def test_tables_that_are_wrong_are_made_anew_from_the_journal(town, home):
    number = town.receive(home)
    with opened_desk(home) as desk, desk.store.raw_writing() as connection:
        connection.execute("UPDATE dossier SET owner_name = 'ai đó', state = 10")
    found = town.seat(home, "doctor")
    assert (found["exit"], found["sound"]) == (3, False)
    mended = town.seat(home, "doctor", "--repair")
    assert (mended["exit"], mended["sound"]) == (0, True)
    town.seat(home, "sync")
    assert town.numbers() == [number]


def test_a_dead_machine_s_disk_is_enrolled_anew_with_what_it_had_not_sent(town, home, tmp_path):
    sent = town.receive(home)
    town.seat(home, "sync")
    unsent = [town.receive(home), town.receive(home)]
    found = unplugged(home, tmp_path / "máy mới")
    answer = town.enrol(found, town.code(7))
    assert answer["exit"] == 0
    assert town.seat(found, "sync")["exit"] == 0
    assert town.seat(found, "status")["unsent"] == 0
    assert town.numbers() == sorted([sent, *unsent])
    fresh = town.receive(found)
    assert fresh not in (sent, *unsent)
    # the dead machine, should it start again, is not let in any more and gives nothing away
    assert town.seat(home, "sync")["error"] == "CentreRefused"


@pytest.mark.parametrize("encrypted", [False, True])
def test_a_locked_copy_on_a_stick_carries_what_was_unsent_to_another_machine(
    town, tmp_path, encrypted
):
    home, stick, fresh = tmp_path / "quầy 07", tmp_path / "usb", tmp_path / "máy mới"
    town.enrol(home, town.code(7, new=True), *(["--encrypt"] if encrypted else []))
    sent = town.receive(home)
    town.seat(home, "sync")
    unsent = town.receive(home)
    made = town.seat(home, "backup", "--locked", "--to", stick)
    assert made["code"] == town.seat(home, "backup", "--locked", "--to", stick)["code"]
    shutil.rmtree(home)  # burnt, and whatever was on it
    assert unsent.encode() not in Path(made["file"]).read_bytes()
    wrong = town.seat(fresh, "restore", made["file"], "--code", "07-00000-00000-00000-00000-B")
    assert wrong["error"] in ("BackupUnusable", "BadSeatCode")
    assert town.seat(fresh, "restore", made["file"], "--code", made["code"])["exit"] == 0
    assert town.seat(fresh, "sync")["error"] == "PasswordMissing"
    town.enrol(fresh, town.code(7))
    assert town.seat(fresh, "sync")["exit"] == 0
    assert town.seat(fresh, "status")["unsent"] == 0
    assert town.numbers() == sorted([sent, unsent])
    assert town.seat(fresh, "doctor")["sound"]
    assert town.receive(fresh) not in (sent, unsent)
    assert sorted(file.name for file in fresh.glob("*lock*")) == []


def test_a_stick_keeps_the_newest_copies_of_each_seat(desk, tmp_path, monkeypatch):
    monkeypatch.setattr("counter_app.store.locked.KEPT", 2)
    codes = [new_code(7), new_code(8)]
    for day in range(4):
        for code in codes:
            lock(desk.store, tmp_path, code, FRIDAY + timedelta(days=day))
    for code in codes:
        kept = locked_copies(tmp_path, code.seat_number)
        assert len(kept) == 2
        assert kept[0].name > kept[-1].name


def test_a_locked_copy_opens_with_its_own_code_alone(desk, tmp_path):
    receive(desk, birth_intake())
    copy = lock(desk.store, tmp_path / "usb", new_code(7), FRIDAY)
    with (
        pytest.raises(BackupUnusable, match="this code"),
        unlocked(copy, new_code(7), tmp_path / "new.db", None),
    ):
        pytest.fail("it opened")
    assert {file.name for file in tmp_path.glob("new*")} == set()


def test_a_disk_found_after_its_seat_went_on_elsewhere_becomes_a_seat_of_its_own(
    town, home, tmp_path
):
    unsent = town.receive(home)
    disk = unplugged(home, tmp_path / "đĩa cũ")
    shutil.rmtree(home)
    again = tmp_path / "máy thay"
    town.enrol(again, town.code(7))
    meanwhile = town.receive(again)
    town.seat(again, "sync")
    assert town.enrol(disk, town.code(99, new=True))["seat"] == 99
    town.seat(disk, "sync")
    town.seat(again, "sync")
    assert town.seat(disk, "status")["unsent"] == 0
    assert town.numbers() == sorted([unsent, meanwhile])
    assert unsent != meanwhile


def test_a_cloned_machine_is_found_told_and_writes_apart(town, home, tmp_path):
    first = town.receive(home)
    town.seat(home, "sync")
    clone = unplugged(home, tmp_path / "bản sao")
    here, there = town.receive(home), town.receive(clone)
    assert here == there  # neither could know
    town.seat(home, "sync")
    answer = town.seat(clone, "sync")
    assert (answer["renewed"], answer["carried"]) == (True, 1)
    town.centre("work", "--once")
    status = town.centre("status")
    assert status["exit"] == 3
    kinds = {alarm["kind"] for alarm in status["alarms"]}
    assert {"renewed", "duplicate_number"} <= kinds
    assert town.numbers() == sorted([first, here, there])
    for _ in range(2):
        town.seat(home, "sync")
        town.seat(clone, "sync")
    assert town.receive(home) != town.receive(clone)


def test_a_centre_restored_from_yesterday_is_healed_by_its_counters(town, home):
    kept = town.receive(home)
    town.seat(home, "sync")
    name = f"{town.route.database}_yesterday"
    administer(town, "CREATE DATABASE {} TEMPLATE {}", name, town.route.database)
    lost = town.receive(home)
    town.seat(home, "sync")
    assert town.seat(home, "status")["unsent"] == 0
    administer(town, "DROP DATABASE {} WITH (FORCE)", town.route.database)
    administer(town, "CREATE DATABASE {} TEMPLATE {}", town.route.database, name)
    administer(town, "DROP DATABASE {} WITH (FORCE)", name)
    town.centre("init")
    assert town.numbers() == [kept]
    assert town.centre("restored")["epoch"] == 2
    answer = town.seat(home, "sync")
    assert (answer["exit"], answer["pushed"], answer["renewed"]) == (0, 1, False)
    assert town.numbers() == sorted([kept, lost])
    assert town.seat(home, "status")["unsent"] == 0


def administer(town, statement, *names):
    server = psycopg.conninfo.make_conninfo(town.url, dbname="postgres")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
            [town.route.database],
        )
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
