"""Questions about officers, as the centre defines them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, select

from counter_app.schema.prepared import Prepared
from counter_app.schema.tables import officer
from counter_app.store.engine import Session

_ROLES = Prepared(
    select(officer.c.roles).where(officer.c.login == bindparam("login"), officer.c.active)
)


def roles_of(session: Session, login: str) -> frozenset[str] | None:
    """Return the roles of an active officer; None where there is none of that login."""
    row = _ROLES.row(session, login=login)
    return None if row is None else frozenset(row[0].split())


def names_of(session: Session, logins: Iterable[str]) -> dict[str, str]:
    """Return the name of each officer by login; the login itself where nobody has it."""
    wanted = {login for login in logins if login}
    rows = session.execute(
        select(officer.c.login, officer.c.name).where(officer.c.login.in_(wanted))
    )
    return {login: login for login in wanted} | {row.login: row.name for row in rows}


def active_names(session: Session) -> dict[str, str]:
    """Return the name of every active officer by login, in the order of their names."""
    rows = session.execute(
        select(officer.c.login, officer.c.name).where(officer.c.active).order_by(officer.c.name)
    )
    return {row.login: row.name for row in rows}
