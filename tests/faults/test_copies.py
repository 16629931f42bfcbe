"""Copies of the local file: made before every change of its shape, kept, brought back."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from counter_app.bootstrap import backup_due, open_store
from counter_app.clock import SetClock, to_ms
from counter_app.paths import Paths
from counter_app.schema.tables import journal
from counter_app.store import migrations
from counter_app.store.backup import KEPT, back_up, backups, check, damage, restore
from counter_app.store.engine import DiskFull, Store, StoreReadOnly
from counter_app.usecases.intake import receive
from tests.fixtures.desk import FRIDAY, birth_intake, opened_desk


def entries(path):
    store = Store(path)
    try:
        assert damage(store) == ""
        with store.reading() as session:
            return session.execute(select(func.count()).select_from(journal)).scalar_one()
    finally:
        store.close()


@pytest.fixture
def paths(tmp_path, monkeypatch):
    monkeypatch.setattr("counter_app.sync.secrets._keyring", lambda: None)
    made = Paths(tmp_path / "counter")
    made.data.mkdir()
    with opened_desk(made.store) as desk:
        receive(desk, birth_intake())
    return made


def test_a_copy_is_made_before_the_tables_are_made_anew(paths, monkeypatch):
    open_store(paths).close()
    assert backups(paths.backups) == []
    before = entries(paths.store)
    monkeypatch.setattr(migrations, "PROJECTION", migrations.PROJECTION + 1)
    open_store(paths).close()
    (copy,) = backups(paths.backups)
    assert entries(copy) == before
    open_store(paths).close()
    assert len(backups(paths.backups)) == 1


def test_a_copy_is_made_before_the_shape_changes_and_serves_when_that_fails(paths, monkeypatch):
    def fails(_session):
        raise ZeroDivisionError

    before = entries(paths.store)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, fails))
    with pytest.raises(ZeroDivisionError):
        open_store(paths)
    (copy,) = backups(paths.backups)
    monkeypatch.undo()
    assert entries(copy) == entries(paths.store) == before


def test_a_clock_that_was_ahead_stops_no_copies(desk, tmp_path):
    folder = tmp_path / "copies"
    for day in range(KEPT):
        made = back_up(desk.store, folder, FRIDAY + timedelta(days=400 + day))
        os.utime(made, (FRIDAY.timestamp() + 400 * 86_400,) * 2)
    data = Paths(tmp_path)
    data.backups.mkdir()
    for copy in backups(folder):
        shutil.copy2(copy, data.backups)
    assert backup_due(data, SetClock(to_ms(FRIDAY)))
    fresh = back_up(desk.store, data.backups, FRIDAY)
    assert fresh in backups(data.backups)
    os.utime(fresh, (FRIDAY.timestamp(),) * 2)
    assert not backup_due(data, SetClock(to_ms(FRIDAY)))


@pytest.mark.parametrize("stopped_at", range(4))
def test_a_restore_that_is_stopped_is_done_again_and_takes_nothing_of_the_old_file(
    tmp_path, monkeypatch, stopped_at
):
    path = tmp_path / "counter.db"
    with opened_desk(path) as desk:
        receive(desk, birth_intake())
        copy = back_up(desk.store, tmp_path / "copies", FRIDAY)
        wanted = entries(copy)
        for _ in range(3):
            receive(desk, birth_intake())
        for side in ("", "-wal", "-shm"):  # as a killed program leaves it
            shutil.copy(f"{path}{side}", tmp_path / f"left.db{side}")
    left = tmp_path / "left.db"
    moves = iter(range(10))
    replace = Path.replace

    def stopping(source, target):
        if next(moves) == stopped_at:
            raise KeyboardInterrupt
        return replace(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", stopping)
        with pytest.raises(KeyboardInterrupt):
            restore(copy, left, None, FRIDAY)
    restore(copy, left, None, FRIDAY)
    assert entries(left) == wanted
    kept = tmp_path / f"left.db.replaced-{FRIDAY:%Y%m%d-%H%M%S}"
    assert entries(kept) == wanted + 3


def test_a_place_that_takes_no_copy_is_told(desk, tmp_path):
    with pytest.raises(StoreReadOnly):
        desk.store.copy_to(tmp_path / "nowhere" / "copy.db")
    target = tmp_path / "full.db"
    small = Store(target)
    with small.raw_writing() as connection:
        connection.execute("PRAGMA max_page_count = 2")
        with pytest.raises(DiskFull), small.raw_writing() as filled:
            filled.execute("CREATE TABLE t AS SELECT zeroblob(100000)")
    small.close()
    receive(desk, birth_intake())


def test_a_copy_is_checked_before_it_gets_its_name(desk, tmp_path, monkeypatch):
    folder = tmp_path / "copies"

    def torn(path, key):
        path.write_bytes(path.read_bytes()[:5000])
        check(path, key)

    with monkeypatch.context() as patched:
        patched.setattr("counter_app.store.backup.check", torn)
        with pytest.raises(Exception, match="not a sound copy"):
            back_up(desk.store, folder, FRIDAY)
    assert backups(folder) == []
