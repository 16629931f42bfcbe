"""Officers: who may sign in, as what; each change is a definition of its own in the journal."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, func, select

from counter_app.centre import administration
from counter_app.domain.roles import Role
from counter_app.domain.seat_code import ALPHABET
from counter_app.errors import CounterError
from counter_app.journal.append import Author
from counter_app.schema.tables import dossier, officer

SHORTEST_PASSWORD: Final = 10
_GROUPS, _GROUP = 4, 4


@dataclass(eq=False)
class UnknownOfficer(CounterError):
    """there is no officer {login}"""

    login: str


@dataclass(eq=False)
class LastAdministrator(CounterError):
    """{login} is the last administrator: nobody could administer from a counter any more"""

    login: str


@dataclass(eq=False)
class PasswordTooShort(CounterError):
    """a password has at least {shortest} letters; nothing was changed"""

    shortest: int


@dataclass(frozen=True, slots=True)
class OfficerRow:
    """An officer as the centre defined him; `received` counts the dossiers he took in."""

    login: str
    name: str
    roles: tuple[str, ...]
    active: bool
    received: int


def listed(session: Connection) -> list[OfficerRow]:
    """Return all officers, the active ones first, by name."""
    counted = (
        select(dossier.c.officer, func.count().label("received"))
        .group_by(dossier.c.officer)
        .subquery()
    )
    rows = session.execute(
        select(officer, func.coalesce(counted.c.received, 0).label("received"))
        .join_from(officer, counted, counted.c.officer == officer.c.login, isouter=True)
        .order_by(officer.c.active.desc(), officer.c.name, officer.c.login)
    )
    return [
        OfficerRow(row.login, row.name, tuple(row.roles.split()), row.active, row.received)
        for row in rows
    ]


def change(
    session: Connection,
    author: Author,
    login: str,
    *,
    name: str | None = None,
    roles: Sequence[str] | None = None,
    password_hash: str | None = None,
    active: bool | None = None,
) -> None:
    """Change what is given, and leave the rest; it holds at each counter after its next sync.

    Raises:
        UnknownOfficer, UnknownRole.
        LastAdministrator: somebody has to be left who may change it back from a counter.
    """
    row = session.execute(select(officer).where(officer.c.login == login)).one_or_none()
    if row is None:
        raise UnknownOfficer(login)
    wanted = row.roles.split() if roles is None else roles
    stays = row.active if active is None else active
    if not (stays and Role.ADMINISTRATOR in wanted):
        _check_not_last(session, login)
    administration.define_officer(
        session,
        author,
        login,
        row.name if name is None else name,
        wanted,
        row.password_hash if password_hash is None else password_hash,
        active=stays,
    )


def made_up_password() -> str:
    """Return a random password of eighty bits that can be read from paper."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(_GROUPS * _GROUP))
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP)).lower()


def check_password(password: str) -> str:
    """Return the password if it is long enough. Raises PasswordTooShort."""
    if len(password) < SHORTEST_PASSWORD:
        raise PasswordTooShort(SHORTEST_PASSWORD)
    return password


def _check_not_last(session: Connection, login: str) -> None:
    standing = [
        row.login
        for row in session.execute(select(officer.c.login, officer.c.roles).where(officer.c.active))
        if Role.ADMINISTRATOR in row.roles.split()
    ]
    if standing == [login]:
        raise LastAdministrator(login)
