"""What every act on a dossier has in common: who may do it, whether it fits, when it happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from counter_app.clock import local, to_ms
from counter_app.desk import Desk, Officer
from counter_app.domain import roles
from counter_app.domain.reasons import ReasonKind
from counter_app.domain.roles import Duty, Role
from counter_app.domain.states import Act, move
from counter_app.errors import CounterError
from counter_app.journal.append import Author, append
from counter_app.journal.dossiers import Life, Row, life_of
from counter_app.journal.entries import Entry
from counter_app.store import reference
from counter_app.store.dossiers import NoSuchDossier, history
from counter_app.store.engine import Session
from counter_app.store.officers import roles_of
from counter_app.text import composed

_SAME_MOMENT_MS: Final = 60_000
"""A moment typed to the minute is the present one for so long."""


@dataclass(eq=False)
class NotThisAgency(CounterError):
    """this seat does not act for agency {agency_code}"""

    agency_code: str


@dataclass(eq=False)
class DossierChanged(CounterError):
    """dossier {number} changed while it was on the screen; nothing was done"""

    number: str


@dataclass(eq=False)
class DossierUnread(CounterError):
    """a newer program acted on dossier {number}; this one cannot act on it"""

    number: str


@dataclass(eq=False)
class NotYet(CounterError):
    """{at} has not come yet"""

    at: datetime


@dataclass(eq=False)
class TooEarly(CounterError):
    """{at} is before {earliest}, when the dossier came in or was stopped"""

    at: datetime
    earliest: datetime


@dataclass(eq=False)
class ReasonMissing(CounterError):
    """a reason is needed"""


@dataclass(eq=False)
class BackdatingUnexplained(ReasonMissing):
    """it happened at {at}, but is typed only now; say why"""

    at: datetime


@dataclass(eq=False)
class SecondPersonMissing(CounterError):
    """a second officer must sign in and agree: {needed}"""

    needed: Role


@dataclass(frozen=True, slots=True)
class When:
    """When an act really happened; the present moment without `at`, else `because` says why."""

    at: datetime | None = None
    because: str = ""


NOW: Final = When()


@dataclass(frozen=True)
class Acting:
    """An act under way: its transaction, who acts, and the dossier as it stands in it."""

    session: Session
    desk: Desk
    author: Author
    life: Life

    @property
    def row(self) -> Row:
        return self.life.row

    @property
    def subject(self) -> UUID:
        subject: UUID = self.row["subject"]
        return subject

    @property
    def today(self) -> date:
        return local(self.author.now_ms).date()

    def settings(self) -> reference.Settings:
        """Return the centre's settings of today."""
        return reference.settings(self.session, self.today)

    def reason_words(self, kind: ReasonKind, code: str) -> str:
        """Return what a reason code says today: "" where the words of the program hold.

        Raises:
            ReasonNotOffered.
        """
        return self.settings().reasons().chosen(kind, code, self.today).words

    def moment(self, when: When) -> int:
        """Return when the act happened, in ms UTC: not before the dossier, nor before its pause.

        Raises:
            NotYet, TooEarly, BackdatingUnexplained.
        """
        return moment(when, self.author.now_ms, self.row["paused_since"] or self.row["received_at"])

    def write(
        self, kind: str, record: Mapping[str, Any], when: When = NOW, saw: Sequence[UUID] = ()
    ) -> Entry:
        """Add the entry, with what the officer saw. Raises as `moment`.

        Args:
            saw: acts it speaks of beside the dossier's last one.
        """
        occurred_at = self.moment(when)
        told = {**record, "because": composed(when.because)} if when.because else record
        return append(
            self.session,
            self.author,
            kind,
            self.subject,
            told,
            occurred_at=occurred_at,
            based_on=(self.row["last_act"], *saw),
        )

    def again(self) -> Acting:
        """Return the act's next step, with the dossier as it stands after what was written."""
        return replace(self, life=_life(self.session, self.subject))


def begin(
    session: Session,
    desk: Desk,
    subject: UUID,
    duty: Duty,
    act: Act | None = None,
    seen: UUID | None = None,
) -> Acting:
    """Return the act on the dossier, checked.

    Args:
        act: the move it makes; None for a fact, which fits every state.
        seen: the `last_act` on the screen; the dossier must not have changed since.

    Raises:
        NobodySignedIn, OfficerDisabled, NotAllowedFor, NotThisAgency: who sits here may not do it.
        NoSuchDossier, DossierUnread, DossierChanged: not to this dossier, or not now.
        NotAllowed: it does not fit the dossier's state.
    """
    author = desk.author()
    acting = Acting(session, desk, author, _life(session, subject))
    check_officer(session, desk, duty, acting.row["agency_code"])
    if acting.row["needs_update"]:
        raise DossierUnread(acting.row["number"])
    if seen is not None and seen != acting.row["last_act"]:
        raise DossierChanged(acting.row["number"])
    if act is not None:
        move(acting.life.state, act)
    return acting


def check_officer(session: Session, desk: Desk, duty: Duty, agency_code: str) -> None:
    """Check that who sits here may do the duty, for this agency.

    Staff of the post act for the agencies of their seat only.

    Raises:
        NobodySignedIn, OfficerDisabled, NotAllowedFor, NotThisAgency.
    """
    officer = check_role(session, desk, duty)
    if roles.may(officer.roles - {Role.POST}, duty):
        return
    seat = reference.seat_row(session, desk.seat.number)
    if seat is not None and seat.agencies and agency_code not in seat.agencies:
        raise NotThisAgency(agency_code)


def check_role(session: Session, desk: Desk, duty: Duty) -> Officer:
    """Return who sits here, as the centre defines him now, if he may do the duty.

    Raises:
        NobodySignedIn, OfficerDisabled, NotAllowedFor.
    """
    officer = desk.acting_in(session)
    roles.check(officer.login, officer.roles, duty)
    return officer


def check_second(desk: Desk, second: Officer | None) -> str:
    """Return the login of the second person, a supervisor other than the one who acts.

    Raises:
        SecondPersonMissing.
    """
    if second is None or second.login == desk.acting.login or not _supervises(desk, second):
        raise SecondPersonMissing(Role.SUPERVISOR)
    return second.login


def supervised(desk: Desk, second: Officer | None) -> str:
    """Return the login of the supervisor who agrees; "" where the officer is one.

    Raises:
        SecondPersonMissing.
    """
    return "" if _supervises(desk, desk.acting) else check_second(desk, second)


def _supervises(desk: Desk, officer: Officer) -> bool:
    """Tell whether an officer signed in as a supervisor and the centre still says so."""
    standing = desk.ask(roles_of, officer.login)
    return standing is not None and Role.SUPERVISOR in officer.roles & standing


def moment(when: When, now_ms: int, earliest_ms: int) -> int:
    """Return when an act happened, in ms UTC.

    Raises:
        NotYet, TooEarly: it cannot have happened then.
        BackdatingUnexplained: it is typed later than it happened, without a reason.
    """
    if when.at is None:
        return now_ms
    at = to_ms(when.at)
    if at > now_ms + _SAME_MOMENT_MS:
        raise NotYet(when.at)
    if abs(now_ms - at) <= _SAME_MOMENT_MS:
        return now_ms
    # The receipt shows minutes, so may what is typed.
    if at < earliest_ms - _SAME_MOMENT_MS:
        raise TooEarly(when.at, local(earliest_ms))
    if not composed(when.because):
        raise BackdatingUnexplained(when.at)
    return max(at, earliest_ms)


def reason(text: str) -> str:
    """Return the reason as it is kept. Raises ReasonMissing."""
    told = composed(text)
    if not told:
        raise ReasonMissing
    return told


def _life(session: Session, subject: UUID) -> Life:
    life = life_of(history(session, subject))
    if life is None:
        raise NoSuchDossier(str(subject))
    return life
