"""Copies that leave the machine: locked with a code, so that any other machine can be made of one.

The local file is plain, or its key lies in the keyring of a machine that may never start again. A
copy on a stick is read with the code alone, which stands on paper at the centre.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from counter_app.domain.seat_code import ALPHABET, SECRET_LENGTH, SeatCode
from counter_app.store.backup import KEPT, SIDE_FILES, BackupUnusable, check
from counter_app.store.engine import Store, StoreDamaged

SUFFIX = ".locked"


def new_code(seat_number: int) -> SeatCode:
    """Draw a code for the copies of a seat."""
    secret = "".join(secrets.choice(ALPHABET) for _ in range(SECRET_LENGTH))
    return SeatCode(seat_number, secret)


def lock(store: Store, folder: Path, code: SeatCode, now: datetime) -> Path:
    """Write a copy that opens with `code` alone, check it, and keep the seat's newest ones.

    It gets its name only when it has been checked and is on disk. Raises BackupUnusable.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"seat-{code.seat_number:02d}-{now:%Y%m%d-%H%M%S}{SUFFIX}"
    unfinished = target.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    _rewrite(store, unfinished, _key(code))
    check(unfinished, _key(code))
    with unfinished.open("rb") as written:
        os.fsync(written.fileno())
    unfinished.replace(target)
    for old in locked_copies(folder, code.seat_number)[KEPT:]:
        if old != target:
            old.unlink()
    return target


def locked_copies(folder: Path, seat_number: int) -> list[Path]:
    """Return the locked copies of a seat in `folder`, the newest first."""
    return sorted(folder.glob(f"seat-{seat_number:02d}-*{SUFFIX}"), reverse=True)


@contextmanager
def unlocked(copy: Path, code: SeatCode, beside: Path, key: bytes | None) -> Iterator[Path]:
    """Give a copy of the locked one with this machine's key, until the block ends.

    It stands beside the file `beside`; the stick it comes from may be write-protected.

    Raises:
        BackupUnusable: it is damaged, or locked with another code.
    """
    if not copy.is_file():
        raise BackupUnusable(str(copy), "no such file")
    brought, opened = beside.with_suffix(".brought"), beside.with_suffix(".unlocked")
    beside.parent.mkdir(parents=True, exist_ok=True)
    try:
        shutil.copyfile(copy, brought)
        opened.unlink(missing_ok=True)
        try:
            with closing(Store(brought, _key(code))) as store:
                _rewrite(store, opened, key)
        except StoreDamaged as error:
            raise BackupUnusable(str(copy), "it does not open with this code") from error
        yield opened
    finally:
        for path in (brought, opened):
            for side in ("", *SIDE_FILES):
                Path(f"{path}{side}").unlink(missing_ok=True)


def _rewrite(store: Store, target: Path, key: bytes | None) -> None:
    """Write everything into a new file with another key, or with none."""
    words = "''" if key is None else f"\"x'{key.hex()}'\""
    with store.raw_writing() as connection:
        shape = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"ATTACH ? AS carried KEY {words}", (str(target),))
        try:
            connection.execute("SELECT sqlcipher_export('carried')")
            connection.execute(f"PRAGMA carried.user_version = {shape}")
        finally:
            connection.execute("DETACH carried")


def _key(code: SeatCode) -> bytes:
    return hashlib.sha256(f"copy of a counter {code.secret}".encode()).digest()
