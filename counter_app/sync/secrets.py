"""What only this machine knows: the seat's password at the centre, the key of the local file.

They are kept in the system's keyring. Where there is none (a Linux without a desktop session),
they stand in a file that only this user may read; `place` says which of the two it is. Any program
of the same user can read either: this protects against a stolen disk, not a hijacked session.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from counter_app.errors import CounterError

_SERVICE = "counter-app"
STORE_KEY = "store-key"
COPY_CODE = "copy-code"
"""The code of the seat's locked copies."""


@dataclass(eq=False)
class SecretsDamaged(CounterError):
    """the counter's secrets in {path} are damaged; remove the file and enrol with a new code"""

    path: str


class Vault(Protocol):
    """A place for secrets under names; the part of `keyring` that is used."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


class Secrets:
    """The secrets of the counter whose folder `file` lies in.

    The vault is looked for when a secret is first asked for: loading it takes a while.
    """

    def __init__(self, file: Path, find_vault: Callable[[], Vault | None]) -> None:
        self._file = file
        self._find_vault = find_vault

    @cached_property
    def _vault(self) -> Vault | None:
        return self._find_vault()

    @property
    def place(self) -> str:
        """Where secrets are written: "keyring", or the path of the file."""
        return str(self._file) if self._vault is None else "keyring"

    def get(self, name: str) -> str | None:
        """Return the secret; None where there is none of that name. Raises SecretsDamaged."""
        if self._vault is not None:
            found = self._vault.get_password(_SERVICE, self._name(name))
            if found is not None:
                return found
        return self._read().get(name)

    def set(self, name: str, value: str) -> None:
        """Keep the secret."""
        if self._vault is not None:
            self._vault.set_password(_SERVICE, self._name(name), value)
        else:
            self._write({**self._read(), name: value})

    def discard(self, name: str) -> None:
        """Forget the secret."""
        if self._vault is not None and self._vault.get_password(_SERVICE, self._name(name)):
            self._vault.delete_password(_SERVICE, self._name(name))
        kept = self._read()
        if kept.pop(name, None) is not None:
            self._write(kept)

    def _name(self, name: str) -> str:
        """Return the name within the keyring, which all counters of a user share."""
        return f"{name} of {self._file.parent}"

    def _read(self) -> dict[str, str]:
        if not self._file.exists():
            return {}
        try:
            kept = json.loads(self._file.read_text("utf-8"))
        except (ValueError, RecursionError) as error:
            raise SecretsDamaged(str(self._file)) from error
        if not isinstance(kept, dict):
            raise SecretsDamaged(str(self._file))
        return {name: value for name, value in kept.items() if isinstance(value, str)}

    def _write(self, kept: dict[str, str]) -> None:
        fresh = self._file.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as written:
            json.dump(kept, written)
            written.flush()
            os.fsync(written.fileno())
        fresh.replace(self._file)


def secrets_in(file: Path) -> Secrets:
    """Return the counter's secrets: in the keyring if it works here, else in `file`."""
    return Secrets(file, _keyring)


def new_store_key(kept: Secrets) -> bytes:
    """Make, keep and return a key for an encrypted local file: 32 random bytes."""
    key = secrets.token_bytes(32)
    kept.set(STORE_KEY, key.hex())
    return key


def store_key(kept: Secrets) -> bytes | None:
    """Return the key of the local file; None where it is not encrypted."""
    key = kept.get(STORE_KEY)
    return None if key is None else bytes.fromhex(key)


def _keyring() -> Vault | None:
    import keyring
    from keyring.errors import KeyringError

    backend = keyring.get_keyring()
    if backend.priority <= 0:
        return None
    try:
        backend.get_password(_SERVICE, "is it open")
    except KeyringError:
        return None
    return backend
