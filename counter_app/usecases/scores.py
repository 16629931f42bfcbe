"""Points that people give for an index: an agency for itself, or the assessor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from counter_app.desk import Desk
from counter_app.domain.reporting import Period
from counter_app.domain.roles import Duty
from counter_app.domain.scoring import Assessed, Mark, is_score
from counter_app.errors import CounterError
from counter_app.journal.append import append
from counter_app.journal.scores import SCORED
from counter_app.journal.subjects import subject_of
from counter_app.records import to_record
from counter_app.schema.tables import agency, officer
from counter_app.store.engine import Session
from counter_app.store.period_closes import key
from counter_app.usecases.acts import check_role, reason
from counter_app.usecases.ratings import NoSuchAgency
from counter_app.usecases.sign_in import NoSuchOfficer


@dataclass(eq=False)
class BadScore(CounterError):
    """{points} points cannot be; give 0 to 2, in steps of a tenth"""

    points: str


@dataclass(eq=False)
class NoSuchIndex(CounterError):
    """index {index} is not scored here"""

    index: int


@dataclass(frozen=True, slots=True)
class Score:
    """What is given for an index of an agency (`code`) or of an officer (`code` is the login).

    `marks` names only what is said now; None takes back what was given before.
    """

    assessed: Assessed
    code: str
    period: Period
    index: int
    marks: Mapping[Mark, Decimal | None]
    why: str


def enter_score(desk: Desk, score: Score) -> None:
    """Record points with who gave them, when and why.

    Raises:
        NoSuchIndex, BadScore, NoSuchAgency, NoSuchOfficer, ReasonMissing; as `acts.check_role`.
    """
    why = reason(score.why)
    if score.index not in score.assessed.indices:
        raise NoSuchIndex(score.index)
    for points in score.marks.values():
        if points is not None and not is_score(points):
            raise BadScore(str(points))
    author, period = desk.author(), score.period
    subject = subject_of("score", f"{score.assessed}:{score.code}:{key(period)}:{score.index}")
    record = {
        "assessed": score.assessed.value,
        "code": score.code,
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "index": score.index,
        "marks": to_record(score.marks),
        "reason": why,
        "seat_number": desk.seat.number,
    }
    with desk.store.writing() as session:
        check_role(session, desk, Duty.SUPERVISE)
        _check_known(session, score)
        append(session, author, SCORED, subject, record)


def _check_known(session: Session, score: Score) -> None:
    if score.assessed is Assessed.AGENCY:
        found = session.execute(select(agency.c.code).where(agency.c.code == score.code)).scalar()
        if found is None:
            raise NoSuchAgency(score.code)
        return
    found = session.execute(select(officer.c.login).where(officer.c.login == score.code)).scalar()
    if found is None:
        raise NoSuchOfficer(score.code)
