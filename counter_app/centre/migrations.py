"""Making the centre in an empty database, and bringing an older one to this program's shape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import Connection, insert, text, update
from sqlalchemy.schema import CreateColumn

from counter_app.centre import partitions, roles
from counter_app.centre.connection import OURS, Centre, CentreSchemaNewer, shape
from counter_app.centre.functions import STATEMENTS
from counter_app.errors import CounterError
from counter_app.journal.families import TABLES
from counter_app.journal.rebuild import rebuild
from counter_app.journal.shape import PROJECTION
from counter_app.journal.streams import new_centre_stream
from counter_app.progress import Progress, Silent
from counter_app.schema import centre as own
from counter_app.schema import tables

OLDEST_SERVER = 14
_LONGEST_NAME = 48


@dataclass(eq=False)
class DatabaseUnfit(CounterError):
    """the database {database} cannot hold a centre: {what}"""

    database: str
    what: str


@dataclass(frozen=True)
class Made:
    """What `init` did. `open_ends` says what this administrator could not close, in words."""

    fresh: bool
    shape: str
    open_ends: tuple[str, ...]


def _first(session: Connection, _: Progress) -> None:
    partitions.create(session)
    tables.head.create(session)
    own.metadata.create_all(session, checkfirst=False)
    _create_projection(session)
    session.execute(
        insert(own.centre),
        {
            "one": 1,
            "centre_id": uuid4(),
            "stream_id": new_centre_stream(),
            "epoch": 1,
            "schema_version": 0,
            "projection": PROJECTION,
            "protocol_min": own.PROTOCOL_MIN,
            "protocol_max": own.PROTOCOL_MAX,
        },
    )


def _outbox(session: Connection, _: Progress) -> None:
    own.outbox.create(session, checkfirst=True)


def _daily_limit(session: Connection, _: Progress) -> None:
    for column in (own.centre.c.daily_entries, own.centre.c.daily_bytes):
        definition = CreateColumn(column).compile(dialect=session.dialect)
        session.execute(text(f"ALTER TABLE centre ADD COLUMN IF NOT EXISTS {definition}"))
    own.sent_today.create(session, checkfirst=True)


STEPS: Sequence[Callable[[Connection, Progress], None]] = (
    _first,
    _outbox,
    _daily_limit,
    partitions.divide,
)
"""Step n brings a database of shape n to shape n + 1."""


def init(centre: Centre, progress: Progress | None = None, *, own_server: bool = False) -> Made:
    """Make the centre, or bring it up to date; nothing happens to what is already as it should be.

    One transaction: all of it, or none of it. Who runs it must be superuser, or own the database
    and be allowed to create roles.

    Args:
        own_server: nothing else is on the server (see `roles.harden`).

    Raises:
        DatabaseUnfit, CentreSchemaNewer: nothing was changed.
    """
    with centre.raw() as session:
        _check(session, centre.database)
        found = shape(session)
        if found is not None and (found.version > len(STEPS) or found.projection > PROJECTION):
            raise CentreSchemaNewer(str(found), str(OURS))
        roles.make_groups(session)
        holder = session.dialect.identifier_preparer.quote_identifier(roles.owner(session))
        if found is None:
            session.execute(text(f"CREATE SCHEMA {own.SCHEMA} AUTHORIZATION {holder}"))
        session.execute(text(f"SET LOCAL ROLE {holder}"))
        for step in STEPS[0 if found is None else found.version :]:
            step(session, progress or Silent())
        if found is not None and found.projection < PROJECTION:
            _renew_projection(session, progress or Silent())
        session.execute(
            update(own.centre).values(
                schema_version=len(STEPS),
                projection=PROJECTION,
                protocol_min=own.PROTOCOL_MIN,
                protocol_max=own.PROTOCOL_MAX,
            )
        )
        for statement in STATEMENTS:
            session.exec_driver_sql(statement, execution_options={"no_parameters": True})
        roles.grant(session)
        session.execute(text("RESET ROLE"))
        open_ends = roles.harden(session, own_server=own_server)
    return Made(found is None, str(OURS), tuple(open_ends))


def _check(session: Connection, database: str) -> None:
    facts = session.execute(
        text(
            "SELECT current_setting('server_version_num')::int / 10000, "
            "current_setting('server_encoding'), current_database()"
        )
    ).one()
    if facts[0] < OLDEST_SERVER:
        raise DatabaseUnfit(database, f"PostgreSQL {OLDEST_SERVER} or later is needed")
    if facts[1] != "UTF8":
        raise DatabaseUnfit(database, f"its encoding is {facts[1]}, UTF8 is needed")
    if len(facts[2].encode()) > _LONGEST_NAME:
        raise DatabaseUnfit(database, f"its name is longer than {_LONGEST_NAME} bytes")


def _create_projection(session: Connection) -> None:
    for table in TABLES:
        table.create(session)


def _renew_projection(session: Connection, progress: Progress) -> None:
    for table in TABLES:
        table.drop(session, checkfirst=True)
    _create_projection(session)
    rebuild(session, progress)
