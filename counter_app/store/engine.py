"""The counter's local file: one writing connection, readers beside it, WAL and FULL.

`synchronous=FULL` lost nothing in thousands of simulated power cuts; NORMAL lost acknowledged
acts. SQLite up to 3.51.2 can damage a WAL file when one connection commits while another
checkpoints, so the library is shipped (sqlcipher3) and its version is checked when opening.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from counter_app.errors import CounterError

if TYPE_CHECKING:
    import sqlite3  # for its types alone: Python's own SQLite may be one that damages a WAL file

Session = Connection
"""A transaction on the local file; questions take it as their first argument."""

OLDEST_SQLITE = (3, 51, 3)
_BUSY_MS = 5000
_PLAIN = b"SQLite format 3\0"
_DISTINCT_BYTES = 200
"""A random kilobyte has some 250 different bytes, a file's beginning in plain SQLite below 100."""


@dataclass(eq=False)
class SqliteTooOld(CounterError):
    """SQLite {found} can damage a WAL file; {needed} or later is needed"""

    found: str
    needed: str


@dataclass(eq=False)
class StoreDamaged(CounterError):
    """the local file {path} is damaged or not readable with this key: {what}"""

    path: str
    what: str


@dataclass(eq=False)
class StoreKeyMissing(CounterError):
    """the local file {path} is encrypted, and its key is not on this machine"""

    path: str


@dataclass(eq=False)
class StoreLocked(CounterError):
    """another program holds the local file; nothing was changed"""


@dataclass(eq=False)
class DiskFull(CounterError):
    """the disk is full; nothing was changed"""


@dataclass(eq=False)
class StoreReadOnly(CounterError):
    """the local file cannot be written ({what}); nothing was changed"""

    what: str


class Store:
    """The open local file.

    All writing in this process goes through one connection, one transaction at a time; that
    connection also checkpoints. Readers never wait for it.
    """

    def __init__(self, path: Path, key: bytes | None = None) -> None:
        """Open or create the file.

        Raises:
            SqliteTooOld, StoreKeyMissing, StoreDamaged, StoreReadOnly.

        Args:
            key: 32 raw bytes of the SQLCipher key; None for a plain file.
        """
        _check_library()
        if key is None and _looks_encrypted(path):
            raise StoreKeyMissing(str(path))
        self.path = path
        self.key = key
        self._turn = threading.RLock()
        self._readers = _engine(path, key, writer=False)
        with translated(path):
            self._writer = _engine(path, key, writer=True).connect()
            with self._writer.begin():
                self._writer.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction that writes: all of it, or none of it.

        Raises:
            StoreLocked, DiskFull, StoreReadOnly, StoreDamaged: nothing was changed.
        """
        with self._turn, translated(self.path):
            try:
                with self._writer.begin():
                    yield self._writer
            except BaseException:
                self._writer.connection.rollback()  # a COMMIT that failed leaves it open
                raise

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent view of the file, for questions. Raises as `writing`."""
        with translated(self.path), self._readers.connect() as session:
            yield session

    @contextmanager
    def raw_writing(self) -> Iterator[Any]:
        """The driver's own connection, outside a transaction: for backup and maintenance."""
        with self._turn, translated(self.path):
            yield self._writer.connection.driver_connection

    def copy_to(self, target: Path) -> None:
        """Write a consistent copy of the file, with the same key, while others go on working."""
        with self.raw_writing() as source:
            copy = driver.connect(str(target))
            try:
                if self.key is not None:
                    copy.execute(f"PRAGMA key = \"x'{self.key.hex()}'\"")
                source.backup(copy)
            finally:
                copy.close()

    def close(self) -> None:
        """Close every connection; the last one folds the WAL into the file."""
        self._readers.dispose()
        with self._turn:
            self._writer.close()
            self._writer.engine.dispose()


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what the driver says about the environment into errors an officer can act on."""
    try:
        yield
    except DBAPIError as error:
        raise _told(path, error, str(error.orig)) from error
    except driver.Error as error:  # of the driver's own connection
        raise _told(path, error, str(error)) from error


def _told(path: Path, error: Exception, words: str) -> Exception:
    if "locked" in words or "busy" in words:
        return StoreLocked()
    if "full" in words:
        return DiskFull()
    if "readonly" in words or "read-only" in words or "unable to open" in words:
        return StoreReadOnly(words)
    if "malformed" in words or "not a database" in words or "disk I/O error" in words:
        return StoreDamaged(str(path), words)
    return error


def _check_library() -> None:
    found = tuple(int(part) for part in driver.sqlite_version.split("."))
    if found < OLDEST_SQLITE:
        raise SqliteTooOld(driver.sqlite_version, ".".join(map(str, OLDEST_SQLITE)))


def is_plain(path: Path) -> bool:
    """Tell whether a file that is not encrypted stands there."""
    try:
        with path.open("rb") as file:
            return file.read(len(_PLAIN)) == _PLAIN
    except OSError:
        return False


def _looks_encrypted(path: Path) -> bool:
    """Tell whether the file's first kilobyte is as random as only an encrypted one's is."""
    try:
        with path.open("rb") as file:
            beginning = file.read(1024)
    except OSError:
        return False
    return len(set(beginning)) > _DISTINCT_BYTES


def _engine(path: Path, key: bytes | None, *, writer: bool) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}",
        module=driver,
        poolclass=StaticPool if writer else QueuePool,
        hide_parameters=True,  # who is named in a row must not be named in an error
        connect_args={"check_same_thread": False, "timeout": _BUSY_MS / 1000},
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        if key is not None:
            connection.execute("PRAGMA cipher_log_level = NONE")  # what is wrong is raised as well
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        if writer:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
        else:
            connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA mmap_size = 268435456")
        connection.execute("PRAGMA cache_size = -16384")
        connection.execute("PRAGMA temp_store = MEMORY")

    @event.listens_for(engine, "begin")
    def _begin(session: Connection) -> None:
        session.exec_driver_sql("BEGIN IMMEDIATE" if writer else "BEGIN")

    return engine
