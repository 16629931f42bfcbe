"""People who come without a dossier: visits at the business desk, complaints and praise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select

from counter_app.desk import Desk
from counter_app.domain.identity import phone_e164
from counter_app.domain.roles import Duty
from counter_app.errors import CounterError
from counter_app.journal.append import append
from counter_app.journal.callers import ANSWERED, FEEDBACK, VISITED
from counter_app.journal.entries import new_id
from counter_app.records import to_record
from counter_app.schema.callers import feedback
from counter_app.store.dossiers import by_subject
from counter_app.text import composed
from counter_app.usecases.acts import NOW, When, check_role, moment, reason


class Place(StrEnum):
    """Where somebody was received."""

    COUNTER = "counter"
    BUSINESS_DESK = "business_desk"


class FeedbackKind(StrEnum):
    """What somebody has to say."""

    COMPLAINT = "complaint"
    PROPOSAL = "proposal"
    PRAISE = "praise"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody came for advice and left no dossier. `minutes` is how long it took."""

    topic: str
    place: Place = Place.BUSINESS_DESK
    name: str = ""
    organisation: str = ""
    phone: str = ""
    minutes: int = 0
    agency_code: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What somebody said. `about` is an officer's login, `dossier` the dossier it is about."""

    kind: FeedbackKind
    words: str
    name: str = ""
    phone: str = ""
    dossier: UUID | None = None
    agency_code: str = ""
    about: str = ""
    answer_by: date | None = None


@dataclass(eq=False)
class TopicMissing(CounterError):
    """say what it was about"""


@dataclass(eq=False)
class NoSuchFeedback(CounterError):
    """no such opinion is known at this counter"""


_LONG_AGO = 0


def record_visit(desk: Desk, visit: Visit, when: When = NOW) -> UUID:
    """Record a visit without dossier; return its subject.

    Raises:
        TopicMissing, BadPhone; as `acts.check_role` and `acts.moment`.
    """
    desk.ask(check_role, desk, Duty.COUNTER)
    topic = composed(visit.topic)
    if not topic:
        raise TopicMissing
    phone = phone_e164(visit.phone) if visit.phone.strip() else ""
    record = {
        **to_record(replace(visit, topic=topic, phone=phone)),
        "place": visit.place.value,
        "seat_number": desk.seat.number,
    }
    return _write(desk, VISITED, record, when)


def record_feedback(desk: Desk, opinion: Feedback, when: When = NOW) -> UUID:
    """Record a complaint, a proposal, praise or a question; return its subject.

    One about a dossier is about that dossier's agency, where none is named.

    Raises:
        TopicMissing, BadPhone, NoSuchDossier; as `acts.check_role` and `acts.moment`.
    """
    desk.ask(check_role, desk, Duty.COUNTER)
    words = composed(opinion.words)
    if not words:
        raise TopicMissing
    phone = phone_e164(opinion.phone) if opinion.phone.strip() else ""
    agency_code = opinion.agency_code
    if opinion.dossier is not None:
        agency_code = agency_code or desk.ask(by_subject, opinion.dossier).agency_code
    record = {
        **to_record(replace(opinion, words=words, phone=phone, agency_code=agency_code)),
        "seat_number": desk.seat.number,
    }
    return _write(desk, FEEDBACK, record, when)


def answer_feedback(desk: Desk, subject: UUID, answer: str) -> None:
    """Record what was answered.

    Raises:
        NoSuchFeedback, ReasonMissing; as `acts.check_role`.
    """
    told = reason(answer)
    with desk.store.writing() as session:
        check_role(session, desk, Duty.DECIDE)
        known = session.execute(
            select(feedback.c.subject).where(feedback.c.subject == subject)
        ).scalar()
        if known is None:
            raise NoSuchFeedback
        append(session, desk.author(), ANSWERED, subject, {"answer": told})


def _write(desk: Desk, kind: str, record: dict[str, object], when: When) -> UUID:
    author = desk.author()
    subject = new_id(author.now_ms)
    with desk.store.writing() as session:
        append(
            session,
            author,
            kind,
            subject,
            record,
            occurred_at=moment(when, author.now_ms, _LONG_AGO),
        )
    return subject
