"""Verified copies of the local file, and the way back from one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from counter_app.errors import CounterError
from counter_app.store.engine import Store, StoreDamaged

KEPT = 14
SIDE_FILES = ("-wal", "-shm")


@dataclass(eq=False)
class BackupUnusable(CounterError):
    """{path} is not a sound copy of a counter's file ({what}); nothing was changed"""

    path: str
    what: str


def back_up(store: Store, folder: Path, now: datetime) -> Path:
    """Write a copy named by the moment, check it, and keep the newest ones.

    The copy gets its name only when it has been checked and is on disk. Raises BackupUnusable.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"counter-{now:%Y%m%d-%H%M%S}.db"
    unfinished = target.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    store.copy_to(unfinished)
    check(unfinished, store.key)
    with unfinished.open("rb") as written:
        os.fsync(written.fileno())
    unfinished.replace(target)
    for old in backups(folder)[KEPT:]:
        if old != target:  # copies named while a clock was ahead stand before it
            old.unlink()
    return target


def backups(folder: Path) -> list[Path]:
    """Return the copies in `folder`, the newest first."""
    return sorted(folder.glob("counter-*.db"), reverse=True)


def check(path: Path, key: bytes | None) -> None:
    """Read every page of a file. Raises BackupUnusable."""
    if not path.is_file():
        raise BackupUnusable(str(path), "no such file")
    try:
        store = Store(path, key)
        try:
            found = damage(store)
        finally:
            store.close()
    except StoreDamaged as error:
        raise BackupUnusable(str(path), error.what) from error
    finally:
        for side in SIDE_FILES:
            Path(f"{path}{side}").unlink(missing_ok=True)
    if found:
        raise BackupUnusable(str(path), found)


def damage(store: Store) -> str:
    """Return what SQLite's integrity check finds; empty when the file is sound."""
    try:
        with store.reading() as session:
            words = session.exec_driver_sql("PRAGMA integrity_check(5)").scalars().all()
    except StoreDamaged as error:
        return error.what
    return "" if words == ["ok"] else "; ".join(words)


def restore(backup: Path, path: Path, key: bytes | None, now: datetime) -> Path | None:
    """Put a checked copy in the place of the local file; return where the old one was kept.

    Nothing is thrown away: the old file and its side files move aside together, and what only
    they hold can still be carried over. The next sync fetches what the centre has beyond the copy.

    Raises:
        BackupUnusable: the copy is not sound; nothing was changed.
    """
    check(backup, key)
    fresh = path.with_suffix(".restoring")
    with fresh.open("wb") as written:
        written.write(backup.read_bytes())
        written.flush()
        os.fsync(written.fileno())
    aside = path.with_name(f"{path.name}.replaced-{now:%Y%m%d-%H%M%S}")
    moved = False
    # side files also where the file itself is gone: whoever was stopped in the middle begins again,
    # and a WAL of the old file must never be read into the copy
    for side in ("", *SIDE_FILES):
        old = Path(f"{path}{side}")
        if old.exists():
            old.replace(Path(f"{aside}{side}"))
            moved = True
    fresh.replace(path)
    return aside if moved else None
