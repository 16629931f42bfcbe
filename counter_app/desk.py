"""What a use case is given: the store, the clock, the seat, and who sits there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from counter_app.clock import Clock
from counter_app.errors import CounterError
from counter_app.store.engine import Session, Store
from counter_app.store.officers import roles_of

if TYPE_CHECKING:
    from counter_app.journal.append import Author

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(eq=False)
class NobodySignedIn(CounterError):
    """sign in first"""


@dataclass(eq=False)
class OfficerDisabled(CounterError):
    """the centre has disabled {login}: this officer may act no more"""

    login: str


@dataclass(frozen=True, slots=True)
class Officer:
    """An officer at the seat; `roles` are those of `domain.roles.Role`."""

    login: str
    name: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Seat:
    """This installation's place: the stream it writes and the number people see."""

    stream_id: UUID
    number: int


@dataclass(frozen=True)
class Desk:
    """Everything an act at the counter needs."""

    store: Store
    clock: Clock
    seat: Seat
    officer: Officer | None = None

    def served_by(self, officer: Officer | None) -> Desk:
        """Return the same desk with another officer at it."""
        return replace(self, officer=officer)

    @property
    def acting(self) -> Officer:
        """The officer who acts. Raises NobodySignedIn."""
        if self.officer is None:
            raise NobodySignedIn
        return self.officer

    def acting_in(self, session: Session) -> Officer:
        """Return the officer who acts, as the centre defines him in this very transaction.

        What the last sync brought holds at once, for whoever sits here already: a disabled officer
        may do nothing more, and a role that was taken away counts no more.

        Raises:
            NobodySignedIn, OfficerDisabled.
        """
        officer = self.acting
        standing = roles_of(session, officer.login)
        if standing is None:
            raise OfficerDisabled(officer.login)
        return replace(officer, roles=officer.roles & standing)

    def author(self) -> Author:
        """Return who writes an entry now. Raises NobodySignedIn."""
        from counter_app.journal.append import Author

        return Author(self.seat.stream_id, self.acting.login, self.clock.now_ms())

    def ask(
        self,
        question: Callable[Concatenate[Session, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Return the answer of a question to the local file."""
        with self.store.reading() as session:
            return question(session, *args, **kwargs)
