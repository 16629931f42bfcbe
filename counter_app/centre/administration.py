"""What an administrator defines at the centre, as entries of the centre's own stream."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from counter_app.domain.procedure import Procedure
from counter_app.domain.roles import Role
from counter_app.errors import CounterError
from counter_app.journal.append import Author, NewEntry, append, append_many
from counter_app.journal.entries import canonical
from counter_app.journal.subjects import subject_of
from counter_app.records import to_record
from counter_app.schema.tables import procedure, seat


@dataclass(eq=False)
class UnknownRole(CounterError):
    """there is no role {role}; there are {known}"""

    role: str
    known: tuple[Role, ...]


def define_agency(
    session: Connection,
    author: Author,
    code: str,
    name: str,
    valid_from: date,
    *,
    kind: str = "",
    position: int = 0,
    valid_to: date | None = None,
) -> None:
    """Make an agency known, or change it; the last definition holds.

    Args:
        position: its place in lists.
    """
    record = {
        "code": code,
        "name": name,
        "kind": kind,
        "position": position,
        "valid_from": valid_from.isoformat(),
        "valid_to": None if valid_to is None else valid_to.isoformat(),
    }
    append(session, author, "agency_defined", subject_of("agency", code), record)


def hash_password(password: str) -> str:
    """Return the argon2id hash of an officer's password (t=2, 19 MiB, p=1: OWASP's profile)."""
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1).hash(password)


def define_officer(
    session: Connection,
    author: Author,
    login: str,
    name: str,
    roles: Sequence[str],
    password_hash: str,
    *,
    active: bool = True,
) -> None:
    """Make an officer known, or change it; the last definition holds.

    Args:
        password_hash: from `hash_password`, which takes a quarter of a second: outside the
            transaction.

    Raises:
        UnknownRole.
    """
    for role in roles:
        if role not in set(Role):
            raise UnknownRole(role, tuple(Role))
    record = {
        "login": login,
        "name": name,
        "roles": sorted(roles),
        "password_hash": password_hash,
        "active": active,
    }
    append(session, author, "officer_defined", subject_of("officer", login), record)


def define_seat(
    session: Connection,
    author: Author,
    number: int,
    name: str,
    agencies: Sequence[str],
    favourites: Sequence[str] = (),
) -> None:
    """Make a seat known, or change it; the last definition holds.

    Args:
        agencies: codes of the agencies it serves; `seats.grant_ranges` gives the numbers.
        favourites: codes of the procedures it takes in most.
    """
    record = {
        "number": number,
        "name": name,
        "agencies": list(agencies),
        "favourites": list(favourites),
    }
    append(session, author, "seat_defined", subject_of("seat", number), record)


def publish_procedures(
    session: Connection, author: Author, procedures: Sequence[Procedure], valid_from: date
) -> int:
    """Publish versions that hold from `valid_from` on; return how many were not yet so.

    Publishing the same again adds nothing.
    """
    standing = _newest_records(session)
    changed = [
        (item, record)
        for item in procedures
        if standing.get(item.code) != canonical(record := to_record(item))
    ]
    append_many(
        session,
        author,
        (
            NewEntry(
                "procedure_published",
                subject_of("procedure", item.code),
                {"procedure": record, "valid_from": valid_from.isoformat()},
            )
            for item, record in changed
        ),
    )
    return len(changed)


def change_setting(
    session: Connection, author: Author, key: str, value: Any, valid_from: date
) -> None:
    """Set what holds from `valid_from` on: the calendar, deadline rules, letterhead and others.

    Args:
        value: JSON-able, as the reader of `key` expects it (`store.reference`).
    """
    record = {"key": key, "value": value, "valid_from": valid_from.isoformat()}
    append(session, author, "setting_changed", subject_of("setting", key), record)


def agencies_of(session: Connection, number: int) -> tuple[str, ...] | None:
    """Return the codes of the agencies a seat serves; None where there is no such seat."""
    codes = session.execute(select(seat.c.agencies).where(seat.c.number == number)).scalar()
    return None if codes is None else tuple(codes.split())


def _newest_records(session: Connection) -> dict[str, str]:
    rows = session.execute(
        select(procedure.c.code, procedure.c.record).order_by(
            procedure.c.valid_from, procedure.c.version
        )
    )
    return {row.code: row.record for row in rows}
