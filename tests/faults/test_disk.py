"""A disk that is full, locked, read-only or damaged: nothing is half written, and it is told."""

import os
import random
import shutil
import sys
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path

import apsw
import pytest
from sqlalchemy import select

from counter_app.clock import SetClock
from counter_app.desk import Desk, Seat
from counter_app.progress import Silent
from counter_app.schema.local import draft, issued_number, serial
from counter_app.store.backup import damage, restore
from counter_app.store.engine import DiskFull, Store, StoreDamaged, StoreLocked, StoreReadOnly
from counter_app.usecases import drafts
from counter_app.usecases.intake import receive
from counter_app.usecases.upkeep import examine
from tests.faults.power import Disk, Recording, connected
from tests.faults.power_session import recorded
from tests.faults.processes import forking
from tests.fixtures.desk import FRIDAY, STREAM, birth_intake, opened_desk
from tests.fixtures.life import LAN, traces

LONG = "ghi chú dài " * 150
"""A note that needs pages of its own."""


@pytest.fixture
def typed(desk):
    """A draft that is about to be received."""
    made = drafts.new_draft(desk)
    drafts.keep(desk, made, "Nguyễn Thị Ánh", {"name": "Nguyễn Thị Ánh"})
    return made


def everything(desk):
    """Return all that an intake changes."""
    with desk.store.reading() as session:
        own = [session.execute(select(table)).all() for table in (serial, issued_number, draft)]
    return traces(desk), own


def limited(desk, pages):
    """Let the file grow by so many pages more, and no further."""
    with desk.store.raw_writing() as connection:
        used = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {used + pages}")


def test_a_full_disk_takes_all_of_an_intake_or_nothing(desk):
    refused = 0
    for _ in range(12):
        draft_id = drafts.new_draft(desk)
        drafts.keep(desk, draft_id, "Nguyễn Thị Ánh", {"name": "Nguyễn Thị Ánh"})
        before = everything(desk)
        for pages in range(60):
            limited(desk, pages)
            try:
                receive(desk, birth_intake(note=LONG), draft_id)
            except DiskFull:
                refused += 1
                assert everything(desk) == before
            else:
                break
        limited(desk, 100_000)
        assert drafts.drafts(desk) == ()
    assert refused >= 6
    assert examine(desk, Silent()).sound


def test_after_a_full_disk_the_same_number_is_given(desk):
    receive(desk, birth_intake())
    limited(desk, 0)
    with pytest.raises(DiskFull):
        receive(desk, birth_intake(note=LONG))
    limited(desk, 100_000)
    assert receive(desk, birth_intake()).book_number == 2


@pytest.mark.parametrize("fault", [apsw.FullError, apsw.IOError])
def test_any_write_that_fails_takes_the_whole_act_with_it(tmp_path, fault):
    recording = recorded(tmp_path, None, acts=1)
    writes = playing(recording, None, fault)
    for failing in range(1, writes + 1):
        playing(recording, failing, fault)


def playing(recording: Recording, failing: int | None, fault: type[Exception]) -> int:
    """Play one act on a disk of which one write fails; it is all there after that, or not at all.

    Returns how many writes it took.
    """
    disk = FailingDisk(recording.before, (), lambda _: None, random.Random(1))
    connection = connected(disk, None)
    disk.arm(failing, fault)
    failed = False
    for statement in recording.statements:
        try:
            connection.execute(statement)
        except (apsw.FullError, apsw.IOError):
            failed = True
            break
    if failed and connection.in_transaction:
        connection.execute("ROLLBACK")
    writes = disk.writes
    disk.arm(None, fault)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    (entries,) = connection.execute("SELECT count(*) FROM journal").fetchone()
    (rows,) = connection.execute(
        "SELECT count(*) FROM journal WHERE subject NOT IN (SELECT subject FROM dossier) "
        "AND kind = 'dossier_received'"
    ).fetchone()
    (heads,) = connection.execute("SELECT sum(seq) FROM head").fetchone()
    (numbers,) = connection.execute("SELECT count(*) FROM issued_number").fetchone()
    (dossiers,) = connection.execute("SELECT count(*) FROM dossier").fetchone()
    assert (rows, heads, numbers) == (0, entries, dossiers)
    connection.close()
    disk.unregister()
    return writes


class FailingDisk(Disk):
    """A disk of which one write fails, counted from 1 when it is armed, and works again then."""

    writes = 0
    failing: int | None = None
    fault: type[Exception] = apsw.FullError

    def arm(self, failing: int | None, fault: type[Exception]) -> None:
        self.writes, self.failing, self.fault = 0, failing, fault

    def about_to_write(self) -> None:
        self.writes += 1
        if self.writes == self.failing:
            raise self.fault


def test_another_program_that_holds_the_file_is_told(desk, typed):
    before = everything(desk)
    other = Store(desk.store.path)
    with desk.store.raw_writing() as connection:
        connection.execute("PRAGMA busy_timeout = 50")
    with other.writing(), pytest.raises(StoreLocked):
        receive(desk, birth_intake(), typed)
    other.close()
    assert everything(desk) == before
    receive(desk, birth_intake(), typed)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files are other ones there")
def test_a_file_that_may_not_be_written_is_told():
    with tempfile.TemporaryDirectory() as name:  # pytest's own is closed to other users
        folder = Path(name)
        with opened_desk(folder / "counter.db"):
            pass
        for path in folder.glob("counter.db*"):
            path.chmod(0o444)
        folder.chmod(0o555)
        process = forking().Process(target=write_as_a_plain_user, args=(folder / "counter.db",))
        process.start()
        process.join()
        folder.chmod(0o755)
    assert process.exitcode == REFUSED


REFUSED = 7


def write_as_a_plain_user(path):
    """Try to write, in a process of its own; rights of files do not bind root."""
    if os.geteuid() == 0:
        os.setuid(65534)
    try:
        store = Store(path)
        with store.writing() as session:
            session.exec_driver_sql("DELETE FROM draft")
    except StoreReadOnly:
        os._exit(REFUSED)


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_page_is_never_half_believed(tmp_path, seed):
    path = tmp_path / "counter.db"
    with opened_desk(path) as desk:
        for _ in range(30):
            receive(desk, birth_intake())
    copy = tmp_path / "copy.db"
    shutil.copy(path, copy)
    draws = random.Random(seed)
    content = bytearray(path.read_bytes())
    page = draws.randrange(1, len(content) // 4096)
    content[page * 4096 : page * 4096 + 512] = draws.randbytes(512)
    path.write_bytes(content)
    found = ""
    told = 0
    try:
        store = Store(path)
    except StoreDamaged:
        found = "not opened"
    else:
        with at_desk(store) as desk:
            try:
                told += bool(receive(desk, birth_intake()).number)
            except StoreDamaged as error:
                found = error.what
            found = found or damage(store) or str(examine(desk, Silent()).broken)
    assert found
    aside = restore(copy, path, None, FRIDAY)
    assert aside is not None
    with opened_desk(path) as desk:
        assert examine(desk, Silent()).sound


@contextmanager
def at_desk(store):
    with closing(store):
        yield Desk(store, SetClock.at(FRIDAY), Seat(STREAM, 7), LAN)
