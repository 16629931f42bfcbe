"""The local file: what happens when the disk, the file or another program gets in the way."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import IntegrityError

from counter_app.clock import VIETNAM
from counter_app.journal.shape import PROJECTION
from counter_app.progress import Silent
from counter_app.schema.local import installation
from counter_app.store import engine
from counter_app.store.backup import BackupUnusable, back_up, backups, check, restore
from counter_app.store.dossiers import newest
from counter_app.store.engine import (
    DiskFull,
    SqliteTooOld,
    Store,
    StoreDamaged,
    StoreKeyMissing,
    StoreLocked,
    StoreReadOnly,
)
from counter_app.store.migrations import STEPS, StoreNewer, migrate
from counter_app.usecases.intake import receive
from counter_app.usecases.printing import Form, PaperSize, jobs_of, queue
from counter_app.usecases.upkeep import examine, repair
from tests.fixtures.desk import birth_intake, opened_desk

NOW = datetime(2026, 11, 20, 17, 0, tzinfo=VIETNAM)


def received(folder: Path, count: int) -> Path:
    """Return a closed file in which `count` dossiers were received."""
    path = folder / "counter.db"
    with opened_desk(path) as desk:
        for _ in range(count):
            receive(desk, birth_intake())
    return path


def test_the_writing_connection_is_wal_and_full(desk):
    with desk.store.writing() as session:
        assert session.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert session.exec_driver_sql("PRAGMA synchronous").scalar() == 2


def test_an_old_sqlite_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(driver, "sqlite_version", "3.51.2")
    with pytest.raises(SqliteTooOld):
        Store(tmp_path / "counter.db")


def test_readers_cannot_write(desk):
    with pytest.raises(StoreReadOnly), desk.store.reading() as session:
        session.exec_driver_sql("DELETE FROM dossier")


def test_a_failing_act_leaves_nothing(desk):
    def fail() -> None:
        with desk.store.writing() as session:
            session.exec_driver_sql("INSERT INTO issued_number VALUES ('x', 'y')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with desk.store.reading() as session:
        assert session.exec_driver_sql("SELECT count(*) FROM issued_number").scalar() == 0


def test_after_a_commit_that_failed_the_next_act_is_written(desk):
    with desk.store.raw_writing() as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("CREATE TABLE mother (id INTEGER PRIMARY KEY)")
        connection.execute(
            "CREATE TABLE child (id REFERENCES mother DEFERRABLE INITIALLY DEFERRED)"
        )
    with pytest.raises(IntegrityError), desk.store.writing() as session:
        session.exec_driver_sql("INSERT INTO child VALUES (1)")  # refused when it is committed
    receive(desk, birth_intake())
    with desk.store.reading() as session:
        assert len(newest(session)) == 1
        assert session.exec_driver_sql("SELECT count(*) FROM child").scalar() == 0


def test_two_threads_write_one_after_the_other(desk):
    def work() -> None:
        for _ in range(10):
            receive(desk, birth_intake())

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = [row.number for row in desk.ask(newest, 100)]
    assert len(set(numbers)) == 30


def test_another_program_holding_the_file_is_told(tmp_path, monkeypatch):
    path = tmp_path / "counter.db"
    with opened_desk(path):
        pass
    monkeypatch.setattr(engine, "_BUSY_MS", 50)
    other = driver.connect(str(tmp_path / "counter.db"), isolation_level=None)
    with opened_desk(path) as desk:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreLocked):
            receive(desk, birth_intake())
        other.execute("ROLLBACK")
        assert receive(desk, birth_intake()).number.endswith("0101")


def test_a_full_disk_is_told_and_nothing_is_half_written(desk):
    with desk.store.raw_writing() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    def fill() -> None:
        for _ in range(200):
            receive(desk, replace(birth_intake(), note="ghi chú " * 200))

    with pytest.raises(DiskFull):
        fill()
    with desk.store.raw_writing() as connection:
        connection.execute("PRAGMA max_page_count = 1000000")
    received = len(desk.ask(newest, 500))
    assert int(receive(desk, birth_intake()).number[-4:]) == 101 + received
    assert examine(desk, Silent()).sound


def test_a_damaged_file_is_told(tmp_path):
    path = received(tmp_path, 20)
    path.write_bytes(b"\0" * 100 + path.read_bytes()[100:])
    with pytest.raises(StoreDamaged):
        Store(path)


def test_damage_inside_is_found_by_the_doctor(tmp_path):
    path = received(tmp_path, 60)
    with opened_desk(path) as desk:
        assert examine(desk, Silent()).sound
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    with opened_desk(path) as desk:
        assert examine(desk, Silent()).damage


def test_the_doctor_repairs_tables_from_the_journal(desk):
    receive(desk, birth_intake())
    with desk.store.writing() as session:
        session.exec_driver_sql("UPDATE dossier SET owner_name = '?'")
    assert not examine(desk, Silent()).sound
    repair(desk, Silent())
    assert examine(desk, Silent()).sound


def test_a_file_of_a_newer_program_is_not_touched(tmp_path):
    store = Store(received(tmp_path, 0))
    path = store.path
    with store.writing() as session:
        session.exec_driver_sql(f"PRAGMA user_version = {len(STEPS) + 1}")
    before = path.read_bytes()
    with pytest.raises(StoreNewer):
        migrate(store)
    assert path.read_bytes() == before


def test_a_file_with_an_older_projection_is_folded_again(tmp_path):
    path = received(tmp_path, 1)
    with opened_desk(path) as desk, desk.store.writing() as session:
        session.execute(installation.update().values(projection=PROJECTION - 1))
        session.exec_driver_sql("DROP TABLE dossier_words")
        session.exec_driver_sql("ALTER TABLE dossier DROP COLUMN sets")
    with opened_desk(path) as again:
        assert len(again.ask(newest)) == 1
        assert examine(again, Silent()).sound


def test_an_encrypted_file_is_useless_without_its_key(tmp_path):
    path = tmp_path / "counter.db"
    key = bytes(range(32))
    store = Store(path, key)
    migrate(store)
    store.close()
    assert b"SQLite format" not in path.read_bytes()[:100]
    with pytest.raises(StoreKeyMissing):
        Store(path, None)
    with pytest.raises(StoreDamaged):
        Store(path, bytes(32))
    Store(path, key).close()


@pytest.mark.parametrize("key", [None, bytes(range(32))])
def test_a_backup_is_whole_while_others_write(tmp_path, key):
    store = Store(tmp_path / "counter.db", key)
    migrate(store)
    copy = back_up(store, tmp_path / "backups", NOW)
    check(copy, key)
    assert backups(tmp_path / "backups") == [copy]
    assert not list((tmp_path / "backups").glob("*.part*"))


def test_only_the_newest_backups_are_kept(desk, tmp_path):
    for minute in range(17):
        back_up(desk.store, tmp_path / "kept", NOW + timedelta(minutes=minute))
    names = [path.name for path in backups(tmp_path / "kept")]
    assert len(names) == 14
    assert names[0] == "counter-20261120-171600.db"


def test_a_restore_brings_back_the_copy_and_keeps_the_old_file(tmp_path):
    path = received(tmp_path, 1)
    with opened_desk(path) as desk:
        copy = back_up(desk.store, tmp_path / "backups", NOW)
        receive(desk, birth_intake())
    aside = restore(copy, path, None, NOW)
    with opened_desk(path) as restored, opened_desk(aside) as old:
        assert len(restored.ask(newest)) == 1
        assert len(old.ask(newest)) == 2


def test_a_damaged_backup_is_refused_and_changes_nothing(tmp_path):
    path = received(tmp_path, 1)
    before = path.read_bytes()
    bad = tmp_path / "counter-bad.db"
    bad.write_bytes(before[:5000])
    for backup in (bad, tmp_path / "absent.db"):
        with pytest.raises(BackupUnusable):
            restore(backup, path, None, NOW)
    assert path.read_bytes() == before


def test_a_file_in_a_folder_that_cannot_be_written_is_told():
    with pytest.raises(StoreReadOnly):
        Store(Path("/proc/counter.db"))


def test_a_file_from_before_prints_named_their_letter_still_prints(tmp_path):
    path = received(tmp_path, 1)
    with opened_desk(path) as desk, desk.store.writing() as session:
        session.exec_driver_sql("ALTER TABLE print_job DROP COLUMN act")
        session.exec_driver_sql("PRAGMA user_version = 3")
    store = Store(path)
    migrate(store)
    store.close()
    with opened_desk(path) as again:
        (row,) = again.ask(newest)
        job = queue(again, row.subject, Form.RECEIPT, PaperSize.A5, "PDF", row.last_act)
        assert again.ask(jobs_of, row.subject) == (job,)
