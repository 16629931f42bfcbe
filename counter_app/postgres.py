"""What PostgreSQL's client library says, in errors that an officer or a technician can act on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ClassVar

import psycopg
from psycopg import errors

from counter_app.errors import CounterError


@dataclass(eq=False)
class CentreUnreachable(CounterError):
    """the centre {host} cannot be reached: {what}"""

    temporary: ClassVar[bool] = True
    host: str
    what: str


@dataclass(eq=False)
class CertificateInvalid(CounterError):
    """the certificate of {host} does not prove that this is the centre: {what}"""

    host: str
    what: str


@dataclass(eq=False)
class CentreRefused(CounterError):
    """the centre {host} refuses {login}: {what}"""

    host: str
    login: str
    what: str


@dataclass(eq=False)
class CentreFailing(CounterError):
    """the centre {host} answers with a fault of its own: {what}"""

    temporary: ClassVar[bool] = True
    host: str
    what: str


@dataclass(eq=False)
class CentreReadOnly(CentreFailing):
    """{host} is a standby of the centre and only read; give the one that is written ({what})"""


@dataclass(eq=False)
class CentreNewer(CounterError):
    """the centre speaks protocol {theirs}, this program {ours}; update this program"""

    theirs: int
    ours: int


@dataclass(eq=False)
class CentreOlder(CounterError):
    """the centre speaks protocol {theirs}, this program {ours}; the centre must be updated"""

    theirs: int
    ours: int


_CERTIFICATE = (
    "certificate",
    "does not support SSL",
    "channel binding",
    "tlsv1 alert",
    "unsupported protocol",
    "wrong version number",
)
_REFUSED = (
    "authentication failed",
    "no pg_hba.conf entry",
    "does not exist",
    "not permitted to log in",
    "pg_hba.conf rejects",
    "permission denied",
    "authentication method requirement",
)
_NOW_FULL = ("too many", "remaining connection slots")


@contextmanager
def translated(host: str, login: str) -> Iterator[None]:
    """Turn what the client library raises about the line, the login or the server into ours.

    Mistakes in statements are bugs of this program and pass through.

    Raises:
        CentreUnreachable, CertificateInvalid, CentreRefused, CentreFailing, CentreReadOnly.
    """
    try:
        yield
    except psycopg.Error as error:
        told = _told(host, login, error)
        if told is None:
            raise
        raise told from error


def _told(host: str, login: str, error: psycopg.Error) -> CounterError | None:
    words = " ".join(str(error).split())
    if isinstance(error, errors.InsufficientPrivilege):
        return CentreRefused(host, login, words)
    if isinstance(error, errors.ReadOnlySqlTransaction):
        return CentreReadOnly(host, words)
    if isinstance(error, psycopg.InternalError | errors.DiskFull | errors.OutOfMemory):
        return CentreFailing(host, words)
    if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return _of_the_line(host, login, words)
    return None


def _of_the_line(host: str, login: str, words: str) -> CounterError:
    # Before somebody is let in, the library gives words and no code.
    if any(part in words for part in _NOW_FULL):
        return CentreUnreachable(host, words)
    if any(part in words for part in _CERTIFICATE):
        return CertificateInvalid(host, words)
    if any(part in words for part in _REFUSED):
        return CentreRefused(host, login, words)
    return CentreUnreachable(host, words)


def seat_login(database: str, seat_number: int) -> str:
    """Return the name of the role by which a seat logs in.

    Roles belong to the whole server, so they carry the database's name.
    """
    return f"{database}_seat_{seat_number}"
