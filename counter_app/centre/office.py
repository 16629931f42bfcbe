"""The administrator's office: how an officer at a counter acts at the centre itself.

Acts are written straight into the centre's own stream, under the officer's login; every counter,
this one too, sees them after its next sync. The centre looks up the officer's roles in the
transaction of the act: what stands on this machine decides nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate, Final, ParamSpec, Protocol, TypeVar

from sqlalchemy import Connection

from counter_app.centre.connection import Centre, author
from counter_app.clock import Clock
from counter_app.desk import Desk, OfficerDisabled
from counter_app.domain import roles
from counter_app.domain.roles import Duty
from counter_app.errors import CounterError
from counter_app.journal.append import Author
from counter_app.store.officers import roles_of

URL_VARIABLE: Final = "COUNTER_CENTRE_URL"
_KEPT: Final = "centre-url"

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(eq=False)
class OfficeClosed(CounterError):
    """the address of the centre's database is not known here; name it once"""


class Kept(Protocol):
    """Where this machine keeps secrets."""

    def get(self, name: str) -> str | None: ...

    def set(self, name: str, value: str) -> None: ...

    def discard(self, name: str) -> None: ...


@dataclass(frozen=True)
class Office:
    """The centre as one officer may change it."""

    centre: Centre
    login: str
    clock: Clock

    def ask(
        self,
        question: Callable[Concatenate[Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Return the answer of a question to the centre. Raises as `Centre.reading`."""
        with self.centre.reading() as session:
            self._check(session)
            return question(session, *args, **kwargs)

    def act(
        self,
        act: Callable[Concatenate[Connection, Author, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Do one act at the centre, in one transaction.

        Raises:
            OfficerDisabled, NotAllowedFor: the centre does not let this officer administer.
            What `Centre.writing` and the act raise; nothing was changed then.
        """
        with self.centre.writing() as session:
            self._check(session)
            return act(session, author(session, self.login, self.clock.now_ms()), *args, **kwargs)

    def _check(self, session: Connection) -> None:
        standing = roles_of(session, self.login)
        if standing is None:
            raise OfficerDisabled(self.login)
        roles.check(self.login, standing, Duty.ADMINISTER)


def opened(desk: Desk, kept: Kept, url: str = "") -> Office:
    """Return the office of who sits at the desk; a URL that works is kept for the next time.

    Raises:
        NobodySignedIn, OfficeClosed, OfficerDisabled, NotAllowedFor, and what `Centre.reading`
        raises.
    """
    known = url or os.environ.get(URL_VARIABLE) or kept.get(_KEPT)
    if not known:
        raise OfficeClosed
    office = Office(Centre.at(known), desk.acting.login, desk.clock)
    office.ask(lambda _: None)
    if url:
        kept.set(_KEPT, url)
    return office


def forget(kept: Kept) -> None:
    """Forget the kept address."""
    kept.discard(_KEPT)
