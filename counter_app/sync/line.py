"""The line to the centre: where it is, how it proves itself, and the connection over it."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import psycopg
from psycopg import errors
from psycopg.types.json import Jsonb

from counter_app.errors import CounterError
from counter_app.postgres import (
    CentreFailing,
    CentreOlder,
    CentreRefused,
    CentreUnreachable,
    translated,
)
from counter_app.schema.centre import PROTOCOL_MAX
from counter_app.sync import wire
from counter_app.sync.answers import understood

REFUSED_CHAIN = "CA001"
_NOT_ENROLLED = "CA002"
_TRANSLATED = (psycopg.OperationalError, psycopg.InternalError, errors.InsufficientPrivilege)
CONNECT_SECONDS = 5
ANSWER_SECONDS = 20.0
_AUTHORITY = "centre-authority.pem"

Call = Literal["hello", "close_day", "enrol", "renew"]


@dataclass(eq=False)
class RouteInsecure(CounterError):
    """only a demonstration centre on this machine may be reached without TLS, not {host}"""

    host: str


@dataclass(frozen=True, slots=True)
class Route:
    """How to reach a centre.

    `authority` is the certificate (PEM) of the authority that signed the centre's, and nobody
    else's is believed. A `demonstration` centre on the same machine is reached without TLS.
    """

    host: str
    port: int = 5432
    database: str = "counter"
    authority: str = ""
    demonstration: bool = False


class _Patient(psycopg.Connection[Any]):
    """A connection that waits for an answer for a limited time, whatever became of the server."""

    patience = ANSWER_SECONDS

    def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
        return super().wait(gen, interval, self.patience if timeout is None else timeout)


class Line:
    """A connection that is made when it is needed, and anew after a failure.

    Used by one thread at a time. `home` is the counter's folder. `patience` is how many seconds an
    answer may take.
    """

    patience = ANSWER_SECONDS

    def __init__(self, route: Route, login: str, password: str, home: Path) -> None:
        self.route = route
        self.login = login
        self._password = password
        self._home = home
        self._connection: psycopg.Connection[Any] | None = None

    @contextmanager
    def connection(self) -> Iterator[psycopg.Connection[Any]]:
        """The open connection; statements commit one by one. A failure closes it.

        Raises:
            RouteInsecure, CentreUnreachable, CertificateInvalid, CentreRefused, CentreFailing,
            CentreOlder.
        """
        with translated(self.route.host, self.login):
            try:
                if self._connection is None or self._connection.closed:
                    self._connection = self._open()
                yield self._connection
            except (errors.UndefinedFunction, errors.InvalidSchemaName) as error:
                self.close()
                raise CentreOlder(0, PROTOCOL_MAX) from error
            except psycopg.Error as error:
                self.close()
                raise self._told(error) from error

    def ask(self, call: Call, message: Mapping[str, Any]) -> dict[str, Any]:
        """Return the centre's answer to a control message. Raises as `connection`."""
        with self.connection() as connection, understood(call):
            row = connection.execute(f"SELECT counter.{call}(%b)", [Jsonb(message)]).fetchone()
        if row is None or not isinstance(row[0], dict):
            raise CentreUnreachable(self.route.host, "an answer without meaning")
        return row[0]

    def _told(self, error: psycopg.Error) -> Exception:
        """Return what an error means here: whatever a server says or garbles is none of ours."""
        code, words = error.sqlstate, " ".join(str(error).split())
        if code == REFUSED_CHAIN or isinstance(error, _TRANSLATED):
            return error
        if code is None:
            return CentreUnreachable(self.route.host, words)
        if code == _NOT_ENROLLED:
            return CentreRefused(self.route.host, self.login, words)
        return CentreFailing(self.route.host, words)

    def close(self) -> None:
        """Hang up."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> psycopg.Connection[Any]:
        route = self.route
        connection = _Patient.connect(
            host=route.host,
            port=route.port,
            dbname=route.database,
            user=self.login,
            password=self._password,
            autocommit=True,
            connect_timeout=CONNECT_SECONDS,
            application_name="counter-app",
            client_encoding="utf8",
            require_auth="scram-sha-256",
            gssencmode="disable",
            keepalives_idle=5,
            keepalives_interval=2,
            keepalives_count=3,
            tcp_user_timeout=10_000,
            **self._protection(),
        )
        connection.patience = self.patience
        wire.register(connection)
        return connection

    def _protection(self) -> dict[str, Any]:
        if self.route.demonstration:
            if not _is_here(self.route.host):
                raise RouteInsecure(self.route.host)
            return {"sslmode": "disable"}
        authority = self._home / _AUTHORITY
        if not authority.exists() or authority.read_text("ascii") != self.route.authority:
            authority.write_text(self.route.authority, "ascii")
        return {
            "sslmode": "verify-full",
            "sslrootcert": str(authority),
            "channel_binding": "require",
        }


def _is_here(host: str) -> bool:
    if host == "localhost" or host.startswith("/"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
