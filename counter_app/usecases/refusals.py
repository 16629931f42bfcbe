"""Turning a citizen away in writing: refused, or guided to come again with complete papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from counter_app.clock import local
from counter_app.desk import Desk
from counter_app.domain.dossier import Intake
from counter_app.domain.processing import Supplement
from counter_app.domain.roles import Duty
from counter_app.errors import CounterError
from counter_app.journal.append import append
from counter_app.journal.callers import GUIDED, REFUSED
from counter_app.journal.entries import new_id
from counter_app.records import to_record
from counter_app.store import reference
from counter_app.store.engine import Session
from counter_app.usecases.acts import check_officer, reason
from counter_app.usecases.intake import UnknownProcedure
from counter_app.usecases.letters import LetterForm, next_letter
from counter_app.usecases.supplements import NothingAskedFor


@dataclass(eq=False)
class NameMissing(CounterError):
    """say who handed in the papers"""


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """A slip without a dossier: its own subject and the number of its letter."""

    subject: UUID
    letter: str


def refuse(desk: Desk, intake: Intake, because: str) -> TurnedAway:
    """Refuse an intake with Mẫu số 03; it gets no dossier number, but is counted.

    The intake need not be complete: the procedure and a name are enough.

    Raises:
        NameMissing, ReasonMissing, UnknownProcedure; as `acts.check_officer`.
    """
    return _turn_away(desk, intake, REFUSED, LetterForm.REFUSAL, {"reason": reason(because)})


def guide(desk: Desk, intake: Intake, supplement: Supplement) -> TurnedAway:
    """Tell in writing what is missing before a dossier can be taken in (Mẫu số 02).

    Raises:
        NameMissing, NothingAskedFor, UnknownProcedure; as `acts.check_officer`.
    """
    if not supplement.lines and not supplement.reason.strip():
        raise NothingAskedFor
    record = to_record(supplement)
    return _turn_away(desk, intake, GUIDED, LetterForm.SUPPLEMENT, record)


def _turn_away(
    desk: Desk, intake: Intake, kind: str, form: LetterForm, told: dict[str, Any]
) -> TurnedAway:
    author = desk.author()
    with desk.store.writing() as session:
        record = {**_intake_part(session, desk, intake), **told}
        letter = next_letter(session, desk, form)
        subject = new_id(author.now_ms)
        append(session, author, kind, subject, {**record, "letter": letter})
        return TurnedAway(subject, letter["number"])


def _intake_part(session: Session, desk: Desk, intake: Intake) -> dict[str, Any]:
    today = local(desk.clock.now_ms()).date()
    version = reference.current_procedure(session, intake.procedure_code, today)
    if version is None:
        raise UnknownProcedure(intake.procedure_code, today)
    procedure = version.procedure
    check_officer(session, desk, Duty.COUNTER, procedure.agency_code)
    if not intake.submitter.name.strip():
        raise NameMissing
    return {
        **to_record(intake),
        "procedure_name": procedure.name,
        "sector": procedure.sector,
        "agency_code": procedure.agency_code,
        "agency_name": version.agency_name,
        "officer_name": desk.acting.name,
        "seat_number": desk.seat.number,
    }
