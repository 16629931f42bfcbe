"""A centre behind TLS with two seats; the password of one is in wrong hands."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import psycopg
import pytest
from psycopg import sql

from counter_app.sync.line import Route
from counter_app.sync.standing import NOTHING, Head
from tests.fixtures.hostile import HostileSeat
from tests.fixtures.postgres_tls import SecurePostgres
from tests.fixtures.sync import Counter, SmallCentre, enrolled, small_centre


@dataclass
class Town:
    """A centre as it is run, and two of its counters."""

    server: SecurePostgres
    centre: SmallCentre
    stolen: Counter
    honest: Counter

    @property
    def database(self) -> str:
        return self.centre.route.database

    def conninfo(self, **changed: object) -> str:
        """Return what connects with the stolen password, without our program."""
        known = {
            "host": self.server.host,
            "port": self.server.port,
            "dbname": self.database,
            "user": self.stolen.line.login,
            "password": self.stolen.line._password,
            "sslmode": "verify-full",
            "sslrootcert": self.server.ca,
        }
        return psycopg.conninfo.make_conninfo(
            "", **{name: str(value) for name, value in (known | changed).items()}
        )

    def hostile(self) -> HostileSeat:
        """Return the seat whose password is in wrong hands, where its stream stands now."""
        made = HostileSeat(self.stolen)
        made.head = Head(*self.centre.heads().get(made.stream, NOTHING))
        return made

    def thief(self, **changed: object) -> psycopg.Connection:
        return psycopg.connect(self.conninfo(**changed), autocommit=True)


@pytest.fixture(scope="module")
def town(secure_postgres: SecurePostgres, tmp_path_factory) -> Iterator[Town]:
    name = f"town_{random.SystemRandom().randrange(1 << 40)}"
    with psycopg.connect(secure_postgres.conninfo(), autocommit=True) as administrator:
        administrator.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    authority = secure_postgres.ca.read_text("ascii")
    route = Route(secure_postgres.host, secure_postgres.port, name, authority=authority)
    centre = small_centre(secure_postgres.url(name), route)
    folder = tmp_path_factory.mktemp("town")
    made = Town(
        secure_postgres,
        centre,
        enrolled(centre, 7, folder / "seven"),
        enrolled(centre, 8, folder / "eight"),
    )
    made.stolen.line.close()
    yield made
    made.stolen.close()
    made.honest.close()
    with psycopg.connect(secure_postgres.conninfo(), autocommit=True) as administrator:
        drop = sql.SQL("DROP DATABASE {} WITH (FORCE)")
        administrator.execute(drop.format(sql.Identifier(name)))
