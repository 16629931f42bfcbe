"""A stolen disk tells nobody's name: the local file, what stands beside it, and its copies."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from counter_app.bootstrap import open_store, secrets_of
from counter_app.cli import main
from counter_app.clock import local
from counter_app.desk import Desk
from counter_app.paths import own_paths
from counter_app.store.backup import BackupUnusable, back_up, backups, check, restore
from counter_app.store.dossiers import search
from counter_app.store.engine import Store, StoreDamaged, StoreKeyMissing
from counter_app.sync.secrets import Secrets, new_store_key
from counter_app.usecases import drafts
from counter_app.usecases.intake import receive
from tests.fixtures.desk import SUBMITTER, birth_intake, opened_desk
from tests.fixtures.sync import centre

__all__ = ["centre"]

KEY = bytes(range(32))
TOLD = (
    SUBMITTER.name,
    "Ánh",
    SUBMITTER.identity_number,
    SUBMITTER.phone[1:],
    "Tân Phong",
    "dossier_received",
    "SQLite format",
    "CREATE TABLE",
)


def traces(folder: Path) -> list[str]:
    """Return which of the words above stand in any file below the folder, in any encoding."""
    found = []
    for file in folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            found += [
                f"{file.name}: {word}"
                for word in TOLD
                for encoding in ("utf-8", "utf-16-le", "utf-16-be")
                if word.encode(encoding) in content
            ]
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "quầy"
    made.mkdir()
    return made


@pytest.fixture
def encrypted(folder: Path) -> Iterator[Desk]:
    """A desk whose file is encrypted, with dossiers and a draft in it."""
    with opened_desk(folder / "counter.db", key=KEY) as desk:
        for _ in range(30):
            desk.clock.advance(timedelta(seconds=1))
            receive(desk, birth_intake())
        drafts.keep(desk, drafts.new_draft(desk), SUBMITTER.name, {"name": SUBMITTER.name})
        yield desk


def test_the_words_looked_for_would_be_found_in_a_plain_file(tmp_path):
    with opened_desk(tmp_path / "counter.db") as desk:
        receive(desk, birth_intake())
        drafts.keep(desk, drafts.new_draft(desk), SUBMITTER.name, {})
    found = {trace.partition(": ")[2] for trace in traces(tmp_path)}
    assert found == set(TOLD)


def test_the_file_and_its_wal_tell_nothing_while_it_is_open(encrypted, folder):
    assert (folder / "counter.db-wal").stat().st_size > 0
    assert traces(folder) == []


def test_the_file_tells_nothing_when_it_is_closed(encrypted, folder):
    encrypted.store.close()
    assert traces(folder) == []


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_no_temporary_file_is_opened_for_sorting_or_building(encrypted, tmp_path, monkeypatch):
    """SQLite unlinks its temporary files at once; an open one is still seen among our files."""
    seen = set()

    def look() -> int:
        for number in Path("/proc/self/fd").iterdir():
            try:
                target = str(number.readlink())
            except OSError:
                continue
            if "etilqs" in target or ("(deleted)" in target and "memfd" not in target):
                seen.add(target)
        return 0

    before = set()
    look()
    before |= seen
    with encrypted.store.raw_writing() as connection:
        connection.set_progress_handler(look, 20_000)
        connection.execute(
            "SELECT a.payload, b.payload FROM journal a, journal b ORDER BY b.payload_hash, a.hash"
        ).fetchall()
        connection.execute("CREATE INDEX tried ON journal(payload)")
        connection.execute("DROP INDEX tried")
        connection.set_progress_handler(None, 0)
    assert seen == before
    with encrypted.store.reading() as session:
        assert session.exec_driver_sql("PRAGMA temp_store").scalar() == 2


def test_copies_are_encrypted_with_the_same_key(encrypted, folder):
    now = local(encrypted.clock.now_ms())
    copy = back_up(encrypted.store, folder / "backups", now)
    assert traces(folder) == []
    check(copy, KEY)
    with pytest.raises(StoreKeyMissing):
        check(copy, None)
    with pytest.raises(BackupUnusable):
        check(copy, bytes(32))
    assert backups(folder / "backups") == [copy]


def test_what_a_restore_leaves_behind_tells_nothing_either(encrypted, folder):
    now = local(encrypted.clock.now_ms())
    copy = back_up(encrypted.store, folder / "backups", now)
    encrypted.store.close()
    restore(copy, folder / "counter.db", KEY, now)
    assert len(list(folder.rglob("*.replaced-*"))) >= 1
    assert traces(folder) == []
    store = Store(folder / "counter.db", KEY)
    with store.reading() as session:
        assert search(session, "anh")
    store.close()


def test_without_the_key_nobody_gets_in(encrypted, folder):
    encrypted.store.close()
    with pytest.raises(StoreKeyMissing):
        Store(folder / "counter.db")
    for wrong in (bytes(32), KEY[::-1]):
        with pytest.raises(StoreDamaged):
            Store(folder / "counter.db", wrong)
    assert traces(folder) == []


def test_a_changed_byte_is_not_believed(encrypted, folder):
    """Each page carries a keyed sum: whoever has the disk cannot change it unseen either."""
    encrypted.store.close()
    file = folder / "counter.db"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(BackupUnusable):
        check(file, KEY)


class Memory(KeyringBackend):
    """A keyring as a desktop has it."""

    priority = 5

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


@pytest.fixture
def memory():
    before = keyring.get_keyring()
    made = Memory()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def headless():
    from keyring.backends import fail

    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(before)


def enrol(home, centre, *words):
    route = centre.route
    code = centre.add_seat(7).code if "7" not in words else centre.invite(7).code
    return main(
        ["--json", "--home", str(home), "enrol", code, "--host", route.host]
        + ["--port", str(route.port), "--database", route.database, "--demonstration"]
        + [word for word in words if word != "7"]
    )


def test_enrolling_with_encryption_keeps_the_key_in_the_keyring_alone(
    centre, memory, tmp_path, capsys
):
    home = tmp_path / "home"
    assert enrol(home, centre, "--encrypt") == 0
    assert json.loads(capsys.readouterr().out)["secrets"] == "keyring"
    paths = own_paths(home)
    key = next(value for (_, name), value in memory.kept.items() if name.startswith("store-key"))
    assert len(bytes.fromhex(key)) == 32
    for file in home.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert key.encode() not in content
            assert bytes.fromhex(key) not in content
            assert b"SQLite format" not in content
    store = open_store(paths)
    assert store.key == bytes.fromhex(key)
    store.close()
    memory.kept.clear()
    with pytest.raises(StoreKeyMissing):
        open_store(paths)
    assert main(["--home", str(home), "status"]) == 1
    assert "its key is not on this machine" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_without_a_keyring_the_key_stands_in_a_file_of_ours_and_that_is_said(
    centre, headless, tmp_path, capsys
):
    home = tmp_path / "home"
    assert enrol(home, centre, "--encrypt") == 0
    said = json.loads(capsys.readouterr().out)
    paths = own_paths(home)
    assert said["secrets"] == str(paths.secrets)
    assert paths.secrets.stat().st_mode & 0o777 == 0o600
    assert paths.data.stat().st_mode & 0o777 == 0o700
    open_store(paths).close()


def test_a_plain_file_is_not_called_encrypted(centre, headless, tmp_path, capsys):
    home = tmp_path / "home"
    assert enrol(home, centre) == 0
    capsys.readouterr()
    assert enrol(home, centre, "--encrypt", "7") == 1
    assert "AlreadyPlain" in capsys.readouterr().err


def test_a_plain_file_opens_without_the_keyring(centre, headless, tmp_path, monkeypatch):
    home = tmp_path / "home"
    assert enrol(home, centre) == 0
    monkeypatch.setattr(keyring, "get_keyring", lambda: pytest.fail("the keyring was asked"))
    open_store(own_paths(home)).close()


def test_the_key_is_told_by_no_error_and_no_object(tmp_path):
    kept = Secrets(tmp_path / "secrets.json", lambda: None)
    key = new_store_key(kept)
    path = tmp_path / "counter.db"
    path.write_bytes(os.urandom(8192))
    with pytest.raises(StoreDamaged) as told:
        Store(path, key)
    words = f"{told.value!r} {told.value} {told.value.__cause__} {secrets_of!r}"
    assert key.hex() not in words
    assert repr(key) not in words
