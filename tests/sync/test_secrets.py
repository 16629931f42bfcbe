import sys

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import KeyringLocked

from counter_app.sync.secrets import Secrets, SecretsDamaged, new_store_key, secrets_in, store_key


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


class Locked(Memory):
    """A keyring that its user did not unlock."""

    def get_password(self, service, username):
        raise KeyringLocked


@pytest.fixture(autouse=True)
def _keyring_stays():
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.fixture(params=["keyring", "file"])
def kept(request, tmp_path):
    vault = Memory() if request.param == "keyring" else None
    return Secrets(tmp_path / "secrets.json", lambda: vault)


def test_a_secret_is_there_until_it_is_discarded(kept):
    assert kept.get("login") is None
    kept.set("login", "mật khẩu")
    kept.set("login", "mật khẩu mới")
    assert kept.get("login") == "mật khẩu mới"
    kept.discard("login")
    kept.discard("login")
    assert kept.get("login") is None


def test_a_key_of_the_local_file_is_kept(kept):
    assert store_key(kept) is None
    key = new_store_key(kept)
    assert len(key) == 32
    assert store_key(kept) == key


def test_counters_of_one_user_do_not_share_secrets(tmp_path):
    memory = Memory()
    one = Secrets(tmp_path / "a" / "secrets.json", lambda: memory)
    other = Secrets(tmp_path / "b" / "secrets.json", lambda: memory)
    one.set("login", "1")
    assert other.get("login") is None


def test_with_a_keyring_nothing_stands_in_a_file(tmp_path):
    keyring.set_keyring(Memory())
    kept = secrets_in(tmp_path / "secrets.json")
    kept.set("login", "1")
    assert kept.place == "keyring"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("backend", [fail.Keyring, Locked])
def test_without_a_keyring_a_file_is_used_and_says_so(tmp_path, backend):
    keyring.set_keyring(backend())
    kept = secrets_in(tmp_path / "secrets.json")
    kept.set("login", "1")
    assert kept.place == str(tmp_path / "secrets.json")
    assert secrets_in(tmp_path / "secrets.json").get("login") == "1"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_nobody_else_may_read_the_file(tmp_path):
    kept = Secrets(tmp_path / "secrets.json", lambda: None)
    kept.set("login", "1")
    assert (tmp_path / "secrets.json").stat().st_mode & 0o777 == 0o600


def test_what_a_file_held_is_found_when_a_keyring_comes_later(tmp_path):
    Secrets(tmp_path / "secrets.json", lambda: None).set("login", "1")
    assert Secrets(tmp_path / "secrets.json", Memory).get("login") == "1"


@pytest.mark.parametrize("content", ["", "{", "[1]", "null", "\x00", "[" * 100_000])
def test_a_damaged_file_is_told_as_such(tmp_path, content):
    file = tmp_path / "secrets.json"
    file.write_text(content, "utf-8")
    with pytest.raises(SecretsDamaged):
        Secrets(file, lambda: None).get("x")


def test_what_is_no_text_in_a_file_is_no_secret(tmp_path):
    file = tmp_path / "secrets.json"
    file.write_text('{"a": 1, "b": "ở đây"}', "utf-8")
    kept = Secrets(file, lambda: None)
    assert (kept.get("a"), kept.get("b")) == (None, "ở đây")
