"""Agencies over time: renamed, merged, given another code, while old dossiers keep theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection, func, select

from counter_app.centre import administration
from counter_app.centre.seats import UnknownAgency, grant_ranges
from counter_app.errors import CounterError
from counter_app.journal.append import Author
from counter_app.schema.tables import OPEN_STATES, agency, dossier, seat, setting
from counter_app.store import reference


@dataclass(eq=False)
class BadMerge(CounterError):
    """agency {code} cannot be merged into itself, nor from {day} on"""

    code: str
    day: date


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """An agency with its days of validity, the procedures it has now and its open dossiers."""

    code: str
    name: str
    kind: str
    position: int
    valid_from: date
    valid_to: date | None
    procedures: int
    open_dossiers: int


@dataclass(frozen=True)
class Merged:
    """What a merge did.

    `settings` still name a former agency (its hours, its bank account): somebody has to decide
    whether the new one has the same. `open_dossiers` stay under their numbers and former codes.
    """

    procedures: int
    seats: tuple[int, ...]
    open_dossiers: int
    settings: tuple[str, ...]


def listed(session: Connection, day: date) -> list[AgencyRow]:
    """Return all agencies in the centre's order."""
    of_agency: dict[str, int] = {}
    for row in reference.procedures(session, day):
        of_agency[row.agency_code] = of_agency.get(row.agency_code, 0) + 1
    still_open = _open_dossiers(session)
    rows = session.execute(select(agency).order_by(agency.c.position, agency.c.code))
    return [
        AgencyRow(
            row.code,
            row.name,
            row.kind,
            row.position,
            row.valid_from,
            row.valid_to,
            of_agency.get(row.code, 0),
            still_open.get(row.code, 0),
        )
        for row in rows
    ]


def merge(
    session: Connection, author: Author, former: Sequence[str], into: str, day: date
) -> Merged:
    """Let agency `into` take the place of `former` ones from `day` on.

    Their procedures get a version of `day` under the new code; their seats serve it beside the
    former ones, whose dossiers keep number and code until they are returned.

    Raises:
        UnknownAgency, BadMerge, AgencyNumbersUsedUp: nothing was changed.
    """
    for code in (*former, into):
        _check(session, code)
        if code == into and code in former:
            raise BadMerge(code, day)
    for code in former:
        _end(session, author, code, day)
    moved = _move_procedures(session, author, former, into, day)
    served = _serve_as_well(session, author, former, into)
    still_open = _open_dossiers(session)
    kept = [
        key
        for (key,) in session.execute(select(setting.c.key).distinct().order_by(setting.c.key))
        if key.partition(":")[2] in former
    ]
    total = sum(still_open.get(code, 0) for code in former)
    return Merged(moved, tuple(served), total, tuple(kept))


def _check(session: Connection, code: str) -> None:
    if session.execute(select(agency.c.code).where(agency.c.code == code)).scalar() is None:
        raise UnknownAgency(code)


def _end(session: Connection, author: Author, code: str, day: date) -> None:
    row = session.execute(select(agency).where(agency.c.code == code)).one()
    if day <= row.valid_from:
        raise BadMerge(code, day)
    administration.define_agency(
        session,
        author,
        row.code,
        row.name,
        row.valid_from,
        kind=row.kind,
        position=row.position,
        valid_to=day - timedelta(days=1),
    )


def _move_procedures(
    session: Connection, author: Author, former: Sequence[str], into: str, day: date
) -> int:
    moved = [
        replace(version.procedure, agency_code=into)
        for row in reference.procedures(session, day)
        if row.agency_code in former
        and (version := reference.current_procedure(session, row.code, day)) is not None
    ]
    return administration.publish_procedures(session, author, moved, day)


def _serve_as_well(
    session: Connection, author: Author, former: Sequence[str], into: str
) -> list[int]:
    served = []
    for row in session.execute(select(seat).order_by(seat.c.number)).all():
        codes = row.agencies.split()
        if into not in codes and not set(codes).isdisjoint(former):
            administration.define_seat(
                session, author, row.number, row.name, [*codes, into], row.favourites.split()
            )
            grant_ranges(session, author, row.number)
            served.append(row.number)
    return served


def _open_dossiers(session: Connection) -> dict[str, int]:
    rows = session.execute(
        select(dossier.c.agency_code, func.count())
        .where(dossier.c.state.in_(OPEN_STATES))
        .group_by(dossier.c.agency_code)
    )
    return dict(rows.all())
