"""Power cuts: what is on the disk when only what was synced is sure to be there.

SQLite writes to a disk in memory that knows which bytes were synced. At chosen moments a power cut
is played: of everything that was not synced yet, some sectors reached the disk and others did not,
in any order. The file as it is then is opened by the program, which must find every act that an
officer was told is done.

A custom VFS has no shared memory, so SQLite keeps the index of the WAL in its heap (exclusive
locking); what it writes and when it syncs is the same.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Final, NamedTuple

import apsw
from sqlalchemy import Engine, event, func, select

from counter_app.journal.rebuild import broken_chains, differences
from counter_app.progress import Silent
from counter_app.schema.local import draft
from counter_app.schema.tables import journal
from counter_app.store.backup import damage
from counter_app.store.engine import Store, StoreDamaged

SECTOR = 512
_POWERSAFE_OVERWRITE = 0x1000
"""What SQLite assumes of every disk on Linux and Windows: no write harms the bytes beside it."""

_NUMBERS: Final = count(1)
_NAME = "/counter.db"

Image = dict[str, bytes]
"""The files on the disk after a power cut, by what follows the name of the local file."""


@dataclass
class Bytes:
    """One file: as the program sees it, as it surely is on the disk, and what is in between."""

    now: bytearray = field(default_factory=bytearray)
    sure: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Writes since the last sync, (where, what), and truncations, (length, None)."""

    def write(self, data: bytes, offset: int) -> None:
        _put(self.now, offset, data)
        self.pending.append((offset, data))

    def truncate(self, length: int) -> None:
        del self.now[length:]
        self.pending.append((length, None))

    def sync(self) -> None:
        for offset, data in self.pending:
            if data is None:
                del self.sure[offset:]
            else:
                _put(self.sure, offset, data)
        self.pending.clear()

    def after_a_cut(self, draws: random.Random) -> bytes:
        """Return the file as it may be: any part of what was not synced, in any order."""
        left = bytearray(self.sure)
        parts: list[tuple[int, bytes | None]] = []
        for offset, data in self.pending:
            parts += [(offset, None)] if data is None else _sectors(offset, data)
        share = draws.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        kept = [part for part in parts if draws.random() < share]
        if draws.random() < 0.5:
            draws.shuffle(kept)
        for offset, data in kept:
            if data is None:
                del left[offset:]
            else:
                _put(left, offset, data)
        return bytes(left)


class Disk(apsw.VFS):
    """A disk whose power fails at chosen writes and syncs, counted from 1.

    `honest` is False for a disk that says it has synced and has not.
    """

    def __init__(
        self,
        content: bytes,
        cuts: Sequence[int],
        failed: Callable[[Image], None],
        draws: random.Random,
        *,
        honest: bool = True,
    ) -> None:
        self.vfs_name = f"disk-{next(_NUMBERS)}"
        super().__init__(self.vfs_name, "")
        self.files = {_NAME: Bytes(bytearray(content), bytearray(content))}
        self.operations = 0
        self.honest = honest
        self._cuts = frozenset(cuts)
        self._failed = failed
        self._draws = draws

    def about_to_write(self) -> None:
        """Take note that something will be written; a disk that is full raises."""

    def passed(self) -> None:
        """Count a write or sync, after which the power may fail."""
        self.operations += 1
        if self.operations in self._cuts:
            self._failed(
                {
                    name.removeprefix(_NAME): file.after_a_cut(self._draws)
                    for name, file in self.files.items()
                }
            )

    # what SQLite calls; names and shapes are its own

    def xOpen(self, name: Any, _flags: list[int]) -> _File:
        path = name if isinstance(name, str) else name.filename()
        return _File(self, self.files.setdefault(path, Bytes()))

    def xDelete(self, name: str, _sync: bool) -> None:
        self.files.pop(name, None)

    def xAccess(self, name: str, _flags: int) -> bool:
        return name in self.files

    def xFullPathname(self, name: str) -> str:
        return name


class _File:
    def __init__(self, disk: Disk, content: Bytes) -> None:
        self._disk, self._bytes = disk, content

    def xRead(self, amount: int, offset: int) -> bytes:
        return bytes(self._bytes.now[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:
        self._disk.about_to_write()
        self._bytes.write(bytes(data), offset)
        self._disk.passed()

    def xTruncate(self, length: int) -> None:
        self._bytes.truncate(length)
        self._disk.passed()

    def xSync(self, _flags: int) -> None:
        self._disk.passed()
        if self._disk.honest:
            self._bytes.sync()
        self._disk.passed()

    def xFileSize(self) -> int:
        return len(self._bytes.now)

    def xSectorSize(self) -> int:
        return SECTOR

    def xDeviceCharacteristics(self) -> int:
        return _POWERSAFE_OVERWRITE

    def xFileControl(self, _operation: int, _pointer: int) -> bool:
        return False

    def xCheckReservedLock(self) -> bool:
        return False

    def xLock(self, level: int) -> None:
        """One program alone: every lock is given."""

    def xUnlock(self, level: int) -> None:
        """One program alone: every lock is given."""

    def xClose(self) -> None:
        """The bytes stay where they are."""


class Promise(NamedTuple):
    """What must be there after a power cut: how many entries, and how many drafts beside them."""

    entries: int = 0
    drafts: int = 0


@dataclass
class Recording:
    """What the program said to SQLite, and what was promised after which statement.

    `before` is the local file when the recording began.
    """

    before: bytes
    key: bytes | None = None
    statements: list[str] = field(default_factory=list)
    promised: dict[int, Promise] = field(default_factory=dict)

    def promise(self, entries: int, drafts: int = 0) -> None:
        """Note that somebody was told of an act, or that what is typed was kept.

        The journal is so long now, and so many drafts lie on the disk.
        """
        self.promised[len(self.statements)] = Promise(entries, drafts)

    @contextmanager
    def listening(self, store: Callable[[], Store]) -> Iterator[Store]:
        """Open the store in the block, and write down what its writing connection is told."""

        def heard(connection: Any, _record: object) -> None:
            connection.set_trace_callback(self._hear)

        event.listen(Engine, "connect", heard)
        try:
            opened = store()  # the writer connects now, readers when they are first asked
        finally:
            event.remove(Engine, "connect", heard)
        yield opened
        opened.close()

    def _hear(self, statement: str) -> None:
        if not statement.startswith("--"):  # what a virtual table does by itself
            self.statements.append(statement)


@dataclass
class Cuts:
    """What the power cuts of a recording came to."""

    made: int = 0
    corrupt: int = 0
    lost: int = 0
    """Power cuts after which something was missing: an act somebody had been told of, a draft."""


def play(
    recording: Recording,
    folder: Path,
    draws: random.Random,
    cuts: int,
    *,
    synchronous: str | None = None,
    honest: bool = True,
) -> Cuts:
    """Say the same to SQLite once more, on a disk whose power fails at some moments.

    Args:
        cuts: how many power cuts, spread over everything that is written.
        synchronous: the level to use instead of the program's own.
        honest: False for a disk that ignores syncs.
    """
    told = [
        f"PRAGMA synchronous = {synchronous}" if synchronous and "synchronous" in one else one
        for one in recording.statements
    ]
    total = _said(told, recording, Disk(recording.before, (), _ignored, draws), lambda _: None)
    found = Cuts()
    promised = Promise()

    def failed(image: Image) -> None:
        found.made += 1
        _examine(image, folder, recording.key, promised, found)

    def at(statement: int) -> None:
        nonlocal promised
        promised = recording.promised.get(statement, promised)

    moments = draws.sample(range(1, total + 1), min(cuts, total))
    _said(told, recording, Disk(recording.before, moments, failed, draws, honest=honest), at)
    return found


def _said(
    statements: Sequence[str], recording: Recording, disk: Disk, at: Callable[[int], None]
) -> int:
    """Run the statements on the disk; return how many writes and syncs that took."""
    connection = connected(disk, recording.key)
    for number, statement in enumerate(statements, start=1):
        if not statement.startswith("PRAGMA key"):
            connection.execute(statement)
        at(number)
    operations = disk.operations
    connection.close()
    disk.unregister()
    return operations


def connected(disk: Disk, key: bytes | None) -> apsw.Connection:
    """Open the local file on the disk."""
    if key is None:
        connection = apsw.Connection(_NAME, vfs=disk.vfs_name)
    else:
        connection = apsw.Connection(_NAME, vfs=f"multipleciphers-{disk.vfs_name}")
        connection.execute("PRAGMA cipher = 'sqlcipher'")
        connection.execute("PRAGMA legacy = 4")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA wal_autocheckpoint = 60")
    return connection


def _examine(image: Image, folder: Path, key: bytes | None, promised: Promise, found: Cuts) -> None:
    """Open what the power cut left with the program itself."""
    path = folder / "counter.db"
    for side in ("", "-wal", "-journal", "-shm"):
        Path(f"{path}{side}").unlink(missing_ok=True)
    for side, content in image.items():
        Path(f"{path}{side}").write_bytes(content)
    try:
        store = Store(path, key)
    except StoreDamaged:
        found.corrupt += 1
        return
    try:
        if damage(store):
            found.corrupt += 1
            return
        with store.reading() as session:
            held = session.execute(select(func.count()).select_from(journal)).scalar_one()
            kept = session.execute(select(func.count()).select_from(draft)).scalar_one()
            # a draft may be gone if the power failed while it became a dossier, and that is there
            found.lost += held < promised.entries or (
                held == promised.entries and kept < promised.drafts
            )
            found.corrupt += bool(
                broken_chains(session, Silent()) or differences(session, Silent())
            )
    finally:
        store.close()


def _ignored(_image: Image) -> None:
    """A power cut nobody looks at."""


def _put(content: bytearray, offset: int, data: bytes) -> None:
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


def _sectors(offset: int, data: bytes) -> list[tuple[int, bytes | None]]:
    parts: list[tuple[int, bytes | None]] = []
    at = 0
    while at < len(data):
        size = SECTOR - (offset + at) % SECTOR
        parts.append((offset + at, data[at : at + size]))
        at += size
    return parts
