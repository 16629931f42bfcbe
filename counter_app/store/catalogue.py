"""The catalogue of procedures to read: what holds today, and what keeps some from being used."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from counter_app.domain.catalogue_changes import ChangeKind, kind_of_version, parts_changed
from counter_app.domain.procedure import Gap, Procedure
from counter_app.journal.entries import Entry
from counter_app.records import from_record
from counter_app.schema.tables import journal
from counter_app.schema.tables import procedure as table
from counter_app.store.engine import Session
from counter_app.store.reference import ProcedureRow, current_procedure, procedures


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every procedure that holds on a day, by code, and what the incomplete ones lack."""

    rows: tuple[ProcedureRow, ...]
    gaps: Mapping[str, tuple[Gap, ...]]


def catalogue(session: Session, today: date) -> Catalogue:
    """Return the catalogue of `today`."""
    rows = procedures(session, today)
    lacking = (row.code for row in rows if not row.complete)
    found = ((code, procedure(session, code, today)) for code in lacking)
    return Catalogue(rows, {code: known.gaps() for code, known in found if known is not None})


def procedure(session: Session, code: str, today: date) -> Procedure | None:
    """Return a procedure as it holds on `today`; None where there is none."""
    version = current_procedure(session, code, today)
    return None if version is None else version.procedure


@dataclass(frozen=True, slots=True)
class News:
    """A version that began to hold in a period; `parts` names what it changed."""

    valid_from: date
    kind: ChangeKind
    code: str
    name: str
    agency_code: str
    parts: tuple[str, ...]


def news(session: Session, first: date, last: date) -> list[News]:
    """Return what became new, changed or was abolished from `first` to `last`, by day and code.

    Versions of one day count once: only the last of them ever held.
    """
    begun = select(table.c.code).where(table.c.valid_from.between(first, last))
    rows = session.execute(
        select(table.c.code, table.c.valid_from, table.c.record)
        .where(table.c.code.in_(begun), table.c.valid_from <= last)
        .order_by(table.c.code, table.c.valid_from, table.c.version)
    )
    held = {(row.code, row.valid_from): row.record for row in rows}
    found = []
    before: dict[str, Procedure] = {}
    for (code, day), record in held.items():
        after = _procedure(record)
        former = before.get(code)
        if day >= first and after != former:
            parts = () if former is None else parts_changed(former, after)
            kind = kind_of_version(former, after, day)
            found.append(News(day, kind, code, after.name, after.agency_code, parts))
        before[code] = after
    return sorted(found, key=lambda one: (one.valid_from, one.code))


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of a procedure, who published it and when (ms UTC)."""

    version: UUID
    valid_from: date
    valid_to: date | None
    published_at: int
    officer: str
    procedure: Procedure


def versions(session: Session, code: str) -> list[VersionRow]:
    """Return all versions of a procedure, the newest first."""
    rows = session.execute(
        select(table.c.version, table.c.valid_from, table.c.valid_to, table.c.record, journal)
        .join_from(table, journal, journal.c.entry_id == table.c.version)
        .where(table.c.code == code, journal.c.subject == table.c.subject)
        .order_by(table.c.valid_from.desc(), table.c.version.desc())
    )
    found: dict[UUID, VersionRow] = {}
    for version, valid_from, valid_to, record, *told in rows:
        entry = Entry(*told)
        found.setdefault(
            version,
            VersionRow(
                version, valid_from, valid_to, entry.recorded_at, entry.officer, _procedure(record)
            ),
        )
    return list(found.values())


def _procedure(record: str) -> Procedure:
    return from_record(Procedure, json.loads(record))
