"""Who may do what at a centre."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from counter_app.errors import CounterError


class Role(StrEnum):
    """What an officer is there for.

    `INSPECTOR` reads only, `POST` acts for several agencies, `ADMINISTRATOR` tends what the centre
    publishes: catalogue, calendar, officers, seats, settings.
    """

    INTAKE = "intake"
    CASHIER = "cashier"
    SUPERVISOR = "supervisor"
    INSPECTOR = "inspector"
    POST = "post"
    ADMINISTRATOR = "administrator"


class Duty(StrEnum):
    """A group of acts that the same roles may do.

    `COUNTER`: whatever happens across the counter, from intake to the return of the result.
    `DECIDE`: what changes the way or the promise of a dossier. `SUPERVISE`: to take back, settle
    and reassign the acts of others. `COLLECT`: to take and give back money. `SERVE`: what everybody
    does who works here and does not only look on: to print, to prove the day. `OVERSEE`: to look
    at the whole centre. `ADMINISTER`: to change what the centre publishes.
    """

    COUNTER = "counter"
    DECIDE = "decide"
    SUPERVISE = "supervise"
    COLLECT = "collect"
    SERVE = "serve"
    OVERSEE = "oversee"
    ADMINISTER = "administer"


MAY: Final[Mapping[Duty, frozenset[Role]]] = MappingProxyType(
    {
        Duty.COUNTER: frozenset({Role.INTAKE, Role.POST, Role.SUPERVISOR}),
        Duty.DECIDE: frozenset({Role.INTAKE, Role.SUPERVISOR}),
        Duty.SUPERVISE: frozenset({Role.SUPERVISOR}),
        Duty.COLLECT: frozenset({Role.CASHIER, Role.POST, Role.SUPERVISOR}),
        Duty.SERVE: frozenset(Role) - {Role.INSPECTOR},
        Duty.OVERSEE: frozenset({Role.SUPERVISOR, Role.INSPECTOR, Role.ADMINISTRATOR}),
        Duty.ADMINISTER: frozenset({Role.ADMINISTRATOR}),
    }
)


@dataclass(eq=False)
class NotAllowedFor(CounterError):
    """{login} may not do this ({duty}); it takes one of the roles {needed}"""

    login: str
    duty: Duty
    needed: tuple[Role, ...]


def may(roles: Iterable[str], duty: Duty) -> bool:
    """Tell whether somebody with these roles may do the duty."""
    return not MAY[duty].isdisjoint(roles)


def check(login: str, roles: Iterable[str], duty: Duty) -> None:
    """Raise NotAllowedFor unless one of `roles` may do the duty."""
    if not may(roles, duty):
        raise NotAllowedFor(login, duty, tuple(sorted(MAY[duty])))
