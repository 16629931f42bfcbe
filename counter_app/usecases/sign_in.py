"""Signing in without the network: argon2id hashes come from the centre."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from counter_app.desk import Desk, Officer
from counter_app.errors import CounterError
from counter_app.schema.local import sign_in_attempt
from counter_app.schema.tables import officer
from counter_app.store.engine import Session

TRIES = 5
_FIRST_LOCK_MS = 60_000
_LONGEST_LOCK_MS = 3_600_000
_MOST_DOUBLINGS = 10
_MOST_PASSES, _MOST_KIB = 12, 256 * 1024


@dataclass(eq=False)
class WrongPassword(CounterError):
    """wrong password; {tries_left} tries left"""

    tries_left: int


@dataclass(eq=False)
class LockedOut(CounterError):
    """too many wrong passwords; locked until {until_ms} ms UTC"""

    until_ms: int


@dataclass(eq=False)
class NoSuchOfficer(CounterError):
    """no officer of this name may sign in: {login}"""

    login: str


@dataclass(frozen=True, slots=True)
class OfficerRow:
    """An officer who may sign in."""

    login: str
    name: str
    roles: tuple[str, ...]


def officers(desk: Desk) -> tuple[OfficerRow, ...]:
    """Return the active officers, by name."""
    return desk.ask(_officers)


def sign_in(desk: Desk, login: str, password: str) -> Officer:
    """Return the officer whose password this is.

    A try is counted on disk before the password is looked at, so that neither restarting nor many
    tries at once win one; after every five the lock doubles from one minute up to an hour. It has
    to be waited for: the machine's clock may be set, but not the one that runs since its start.

    Raises:
        NoSuchOfficer, WrongPassword, LockedOut.
    """
    from argon2 import PasswordHasher
    from argon2.exceptions import VerificationError

    name, password_hash, roles = desk.ask(_standing, login)
    with desk.store.writing() as session:
        failures, lock_ms = _count(session, desk, login)
    try:
        PasswordHasher().verify(password_hash, password)
    except VerificationError:
        if lock_ms:
            from counter_app.usecases import audit  # the folds of the journal come with it

            audit.locked_out(desk, login)
            raise LockedOut(desk.clock.now_ms() + lock_ms) from None
        raise WrongPassword(TRIES - failures % TRIES) from None
    with desk.store.writing() as session:
        session.execute(delete(sign_in_attempt).where(sign_in_attempt.c.login == login))
    return Officer(login, name, frozenset(roles.split()))


def _count(session: Session, desk: Desk, login: str) -> tuple[int, int]:
    """Count one more try; return how many there are and the lock that follows if it fails.

    Raises:
        LockedOut.
    """
    running = desk.clock.running_ms()
    row = session.execute(
        select(sign_in_attempt).where(sign_in_attempt.c.login == login)
    ).one_or_none()
    failures = 1
    if row is not None:
        # After a start of the machine, only what passed since then is known to have passed.
        waited = running - row.locked_at if running >= row.locked_at else running
        if row.lock_ms > waited:
            raise LockedOut(desk.clock.now_ms() + row.lock_ms - waited)
        failures += row.failures
    lock_ms = _lock_after(failures)
    values = {"failures": failures, "lock_ms": lock_ms, "locked_at": running}
    session.execute(
        insert(sign_in_attempt)
        .values(login=login, **values)
        .on_conflict_do_update(index_elements=[sign_in_attempt.c.login], set_=values)
    )
    return failures, lock_ms


def _lock_after(failures: int) -> int:
    """Return for how many ms nobody may try any more; 0 within the tries of a round."""
    rounds, tries = divmod(failures, TRIES)
    if tries:
        return 0
    return min(_FIRST_LOCK_MS << min(rounds - 1, _MOST_DOUBLINGS), _LONGEST_LOCK_MS)


def _officers(session: Session) -> tuple[OfficerRow, ...]:
    rows = session.execute(
        select(officer.c.login, officer.c.name, officer.c.roles)
        .where(officer.c.active)
        .order_by(officer.c.name)
    )
    return tuple(OfficerRow(login, name, tuple(roles.split())) for login, name, roles in rows)


def _standing(session: Session, login: str) -> tuple[str, str, str]:
    found = session.execute(
        select(officer.c.name, officer.c.password_hash, officer.c.roles).where(
            officer.c.login == login, officer.c.active
        )
    ).one_or_none()
    if found is None or not _is_bearable(found.password_hash):
        raise NoSuchOfficer(login)
    return found[0], found[1], found[2]


def _is_bearable(password_hash: str) -> bool:
    """Tell whether it is a hash that this machine computes in a reasonable time."""
    from argon2 import extract_parameters
    from argon2.exceptions import InvalidHashError

    try:
        asked = extract_parameters(password_hash)
    except InvalidHashError:
        return False
    return asked.time_cost <= _MOST_PASSES and asked.memory_cost <= _MOST_KIB
