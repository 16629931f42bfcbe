"""The shape of the local file, step by step from the first version on.

Tables that follow from the journal are never migrated: when `PROJECTION` rises they are made
anew and folded again. Only the journal and the counter's own tables have steps here. The folds are
loaded only for that: a file that is in shape opens without them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import select, update

from counter_app.errors import CounterError
from counter_app.journal.shape import PROJECTION
from counter_app.progress import Progress, Silent
from counter_app.schema import local, tables
from counter_app.store.engine import Session, Store


@dataclass(eq=False)
class StoreNewer(CounterError):
    """the local file has shape {found}, this program knows {known}; install the newer program"""

    found: int
    known: int


def _first(session: Session) -> None:
    tables.journal.create(session)
    tables.head.create(session)
    local.metadata.create_all(session)
    create_projection(session)


def _second(session: Session) -> None:
    local.closing_plan.create(session, checkfirst=True)


def _third(session: Session) -> None:
    local.sign_in_attempt.drop(session)
    local.sign_in_attempt.create(session)


def _fourth(session: Session) -> None:
    columns = session.exec_driver_sql("PRAGMA table_info(print_job)")
    if "act" not in {column.name for column in columns}:
        session.exec_driver_sql("ALTER TABLE print_job ADD COLUMN act CHAR(32)")


def _fifth(session: Session) -> None:
    local.retention.create(session, checkfirst=True)


def _sixth(session: Session) -> None:
    local.let_go.create(session, checkfirst=True)
    session.exec_driver_sql(  # an earlier program told what it let go of by its entries alone
        "INSERT OR IGNORE INTO let_go SELECT subject FROM journal WHERE payload IS NULL"
    )


STEPS: Sequence[Callable[[Session], None]] = (_first, _second, _third, _fourth, _fifth, _sixth)
"""Step n brings a file of shape n to shape n + 1."""

_DOSSIER_WORDS = (
    "CREATE VIRTUAL TABLE dossier_words USING fts5("
    "words, content='', contentless_delete=1, detail=column, "
    "prefix='1 2 3 4 5 6 7', tokenize=\"ascii\")"
)
"""Names and numbers without diacritics. Prefixes up to the longest Vietnamese syllable have an
index of their own: a short prefix then is one look-up, read newest first."""


def shape(session: Session) -> int:
    """Return the file's shape; 0 for an empty file."""
    return int(session.exec_driver_sql("PRAGMA user_version").scalar_one())


def is_older(store: Store) -> bool:
    """Tell whether the file holds something and `migrate` would change it."""
    with store.reading() as session:
        found = shape(session)
        if found == len(STEPS):
            return _made_by(session) not in (None, PROJECTION)
    return 0 < found < len(STEPS)


def migrate(store: Store, progress: Progress | None = None) -> None:
    """Bring the file to this program's shape. Raises StoreNewer before anything is changed."""
    with store.reading() as session:
        found = shape(session)
    if found > len(STEPS):
        raise StoreNewer(found, len(STEPS))
    if found < len(STEPS):
        with store.writing() as session:
            for step in STEPS[found:]:
                step(session)
            session.exec_driver_sql(f"PRAGMA user_version = {len(STEPS)}")
    _renew_projection(store, progress or Silent())


def create_projection(session: Session) -> None:
    """Make the tables that follow from the journal."""
    from counter_app.journal.families import TABLES

    for table in TABLES:
        table.create(session)
    session.exec_driver_sql(_DOSSIER_WORDS)


def drop_projection(session: Session) -> None:
    """Remove the tables that follow from the journal."""
    from counter_app.journal.families import TABLES

    for table in TABLES:
        table.drop(session, checkfirst=True)
    session.exec_driver_sql("DROP TABLE IF EXISTS dossier_words")


def _renew_projection(store: Store, progress: Progress) -> None:
    with store.reading() as session:
        made = _made_by(session)
    if made is None or made == PROJECTION:
        return
    from counter_app.journal.rebuild import rebuild

    with store.writing() as session:
        drop_projection(session)
        create_projection(session)
        rebuild(session, progress)
        session.execute(update(local.installation).values(projection=PROJECTION))


def _made_by(session: Session) -> int | None:
    """Return by which folds the tables were made; None before the enrolment."""
    made: int | None = session.execute(select(local.installation.c.projection)).scalar()
    return made
