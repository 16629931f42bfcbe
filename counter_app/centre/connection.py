"""The administrator's connection to the centre's database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, NullPool, create_engine, event, make_url, select, text
from sqlalchemy.exc import DBAPIError

from counter_app.centre.recovery import notice_restore
from counter_app.errors import CounterError
from counter_app.journal.append import Author
from counter_app.journal.shape import PROJECTION
from counter_app.postgres import translated
from counter_app.schema import centre as tables

VERSION = 4
"""The shape of the centre's own tables that this program makes (`centre.migrations.STEPS`)."""


@dataclass(eq=False)
class CentreMissing(CounterError):
    """the database {database} holds no centre; run "counter-cli centre init" first"""

    database: str


@dataclass(eq=False)
class CentreSchemaNewer(CounterError):
    """the centre's database has shape {found}, this program knows {known}; install the newer one"""

    found: str
    known: str


@dataclass(eq=False)
class CentreSchemaOlder(CounterError):
    """the centre's database has shape {found}, this program {known}: run "centre init" once more"""

    found: str
    known: str


@dataclass(frozen=True)
class Centre:
    """The centre's database, as its administrator reaches it."""

    engine: Engine

    @classmethod
    def at(cls, url: str) -> Centre:
        """Return the centre behind a URL such as postgresql://admin@host/database.

        Nothing is connected yet. A password may stand in the URL or in libpq's own places.
        """
        engine = create_engine(
            make_url(url).set(drivername="postgresql+psycopg"),
            poolclass=NullPool,
            hide_parameters=True,
            connect_args={"connect_timeout": 10, "client_encoding": "utf8"},
        )

        @event.listens_for(engine, "connect")
        def _prepare(connection: object, _record: object) -> None:
            cursor = connection.cursor()  # type: ignore[attr-defined]
            cursor.execute(f"SET search_path = {tables.SCHEMA}, pg_catalog")
            connection.commit()  # type: ignore[attr-defined]

        return cls(engine)

    @property
    def database(self) -> str:
        return self.engine.url.database or ""

    @contextmanager
    def raw(self) -> Iterator[Connection]:
        """One transaction, whatever the shape of the database.

        Raises:
            CentreUnreachable, CertificateInvalid, CentreRefused, CentreFailing.
        """
        host = self.engine.url.host or "localhost"
        login = self.engine.url.username or ""
        with translated(host, login), _unwrapped(), self.engine.begin() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction in which nobody else appends or projects at the centre.

        A database that was taken back in time without a word is noticed first.

        Raises:
            CentreMissing, CentreSchemaNewer, CentreSchemaOlder, and what `raw` raises.
        """
        with self.reading() as session:
            session.execute(select(tables.centre.c.one).with_for_update())
            notice_restore(session)
            yield session

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction for questions. Raises as `writing`."""
        with self.raw() as session:
            self.check(session)
            yield session

    def check(self, session: Connection) -> None:
        """Raise CentreMissing, CentreSchemaNewer or CentreSchemaOlder unless the shape is ours."""
        found = shape(session)
        if found is None:
            raise CentreMissing(self.database)
        if found.version > VERSION or found.projection > PROJECTION:
            raise CentreSchemaNewer(str(found), str(OURS))
        if found != OURS:
            raise CentreSchemaOlder(str(found), str(OURS))


@dataclass(frozen=True, slots=True, order=True)
class Shape:
    """Which tables stand in the database, and by which folds the projected ones were made."""

    version: int
    projection: int

    def __str__(self) -> str:
        return f"{self.version}.{self.projection}"


OURS = Shape(VERSION, PROJECTION)


def shape(session: Connection) -> Shape | None:
    """Return the shape of the database; None where there is no centre."""
    standing = session.execute(text("SELECT to_regclass('counter.centre') IS NOT NULL")).scalar()
    if not standing:
        return None
    row = session.execute(
        select(tables.centre.c.schema_version, tables.centre.c.projection)
    ).one_or_none()
    return None if row is None else Shape(*row)


def author(session: Connection, officer: str, now_ms: int) -> Author:
    """Return who writes into the centre's own stream; `officer` is the administrator's name."""
    stream_id = session.execute(select(tables.centre.c.stream_id)).scalar_one()
    return Author(stream_id, officer, now_ms)


@contextmanager
def _unwrapped() -> Iterator[None]:
    """Raise what the driver said, without SQLAlchemy's envelope."""
    try:
        yield
    except DBAPIError as error:
        raise error.orig or error from error
