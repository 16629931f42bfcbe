"""What citizens think of the service, as paper slips tell: of a dossier, or of an agency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final
from uuid import UUID

from sqlalchemy import select

from counter_app.clock import VIETNAM, local_day, to_ms
from counter_app.desk import Desk
from counter_app.domain.register import Rating
from counter_app.domain.roles import Duty, check
from counter_app.domain.states import State
from counter_app.errors import CounterError
from counter_app.journal.append import append
from counter_app.journal.callers import RATING_GIVEN
from counter_app.journal.dossiers.imports import RATED
from counter_app.journal.entries import new_id
from counter_app.schema.tables import agency, dossier
from counter_app.store.dossiers import NoSuchDossier
from counter_app.text import composed
from counter_app.usecases.acts import NotYet

MOST_SLIPS: Final = 10_000
_NOON: Final = time(12)


@dataclass(eq=False)
class RatedBefore(CounterError):
    """dossier {number} has been rated; nobody rates twice"""

    number: str


@dataclass(eq=False)
class NoSuchAgency(CounterError):
    """the centre has no agency {code}"""

    code: str


@dataclass(eq=False)
class BadSlipCount(CounterError):
    """{count} slips at once cannot be; type 1 to {most}"""

    count: int
    most: int


@dataclass(frozen=True, slots=True)
class Slips:
    """Slips of one category from the same day. `words` are those of a proposal."""

    category: Rating
    agency_code: str
    count: int = 1
    words: str = ""


def enter_slips(desk: Desk, slips: Slips, on: date | None = None) -> UUID:
    """Record slips that name no dossier; return their subject.

    Args:
        on: the day on which they were filled in; today when None.

    Raises:
        NoSuchAgency, BadSlipCount, NotYet, NotAllowedFor, OfficerDisabled.
    """
    if not 1 <= slips.count <= MOST_SLIPS:
        raise BadSlipCount(slips.count, MOST_SLIPS)
    author = desk.author()
    subject = new_id(author.now_ms)
    record = {
        "category": slips.category.value,
        "agency_code": slips.agency_code,
        "count": slips.count,
        "words": composed(slips.words),
        "seat_number": desk.seat.number,
    }
    with desk.store.writing() as session:
        officer = desk.acting_in(session)
        check(officer.login, officer.roles, Duty.SERVE)
        known = session.execute(
            select(agency.c.code).where(agency.c.code == slips.agency_code)
        ).scalar()
        if known is None:
            raise NoSuchAgency(slips.agency_code)
        at = _moment(on, author.now_ms)
        append(session, author, RATING_GIVEN, subject, record, occurred_at=at)
    return subject


def rate(desk: Desk, number: str, category: Rating, on: date | None = None) -> None:
    """Record the slip of a dossier.

    Raises:
        NoSuchDossier, RatedBefore, NotYet, NotAllowedFor, OfficerDisabled.
    """
    author = desk.author()
    with desk.store.writing() as session:
        officer = desk.acting_in(session)
        check(officer.login, officer.roles, Duty.SERVE)
        row = session.execute(
            select(dossier.c.subject, dossier.c.rating, dossier.c.received_at).where(
                dossier.c.number == number, dossier.c.state != int(State.ANNOUNCED)
            )
        ).first()
        if row is None:
            raise NoSuchDossier(number)
        if row.rating:
            raise RatedBefore(number)
        at = max(_moment(on, author.now_ms), row.received_at)
        record = {"category": category.value}
        append(session, author, RATED, row.subject, record, occurred_at=at)


def _moment(on: date | None, now_ms: int) -> int:
    """Return when slips of that day were filled in: a slip tells the day alone."""
    today = local_day(now_ms)
    if on is None or on == today:
        return now_ms
    noon = datetime.combine(on, _NOON, VIETNAM)
    if on > today:
        raise NotYet(noon)
    return to_ms(noon)
