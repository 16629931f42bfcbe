"""Putting a wrong intake right, and giving dossiers to another officer."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any
from uuid import UUID

from sqlalchemy import select

from counter_app.clock import local, to_ms
from counter_app.desk import Desk, Officer
from counter_app.domain.deadlines import Due, Pause, PausePolicy, appointment
from counter_app.domain.dossier import Intake
from counter_app.domain.intake_check import problems
from counter_app.domain.procedure import Channel, ChannelRule, Procedure
from counter_app.domain.receipt import Receipt
from counter_app.domain.roles import Duty
from counter_app.domain.states import Act, State
from counter_app.errors import CounterError
from counter_app.journal.dossiers.corrections import CORRECTED, REASSIGNED
from counter_app.records import from_record, to_record
from counter_app.schema.acts import pause
from counter_app.schema.tables import OPEN_STATES, dossier, officer
from counter_app.store.dossiers import receipt_of
from counter_app.store.engine import Session
from counter_app.store.reference import ProcedureVersion
from counter_app.usecases.acts import Acting, begin, check_second, reason, supervised
from counter_app.usecases.batches import NothingChosen
from counter_app.usecases.intake import (
    IntakeIncomplete,
    due_of,
    procedure_part,
    usable,
)
from counter_app.usecases.sign_in import NoSuchOfficer


@dataclass(eq=False)
class OtherAgencysProcedure(CounterError):
    """procedure {code} belongs to another agency than number {number}: withdraw, receive anew"""

    code: str
    number: str


@dataclass(eq=False)
class NothingCorrected(CounterError):
    """nothing differs from what was received"""


@dataclass(frozen=True, slots=True)
class TakenOver:
    """How many dossiers of an absent officer stand on record, and how many papers were counted."""

    on_record: int
    counted: int | None


def correct(
    desk: Desk,
    subject: UUID,
    intake: Intake,
    because: str,
    second: Officer | None = None,
    seen: UUID | None = None,
) -> Receipt:
    """Put an intake right and return the receipt to be issued anew; the number never changes.

    Another procedure or channel brings its own term: it is counted from the day of receipt, with
    the pauses there were.

    Args:
        second: a supervisor other than the officer; needed once the dossier left the counter.

    Raises:
        IntakeIncomplete, UnknownProcedure, ProcedureIncomplete, ChannelNotOffered.
        OtherAgencysProcedure, NothingCorrected, SecondPersonMissing, ReasonMissing.
        CalendarEnds, SettingMissing; as `acts.begin`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.DECIDE, Act.CORRECT, seen)
        record = {
            **_corrected(acting, intake),
            "reason": reason(because),
            "officer_name": desk.acting.name,
            "second": "" if acting.life.state is State.RECEIVED else check_second(desk, second),
        }
        acting.write(CORRECTED, record)
        return receipt_of(session, subject)


def due_after(desk: Desk, subject: UUID, code: str, channel: Channel) -> int | None:
    """Return the due moment, in ms UTC, if the dossier's procedure and channel were these.

    Raises:
        UnknownProcedure, ProcedureIncomplete, ChannelNotOffered, CalendarEnds, SettingMissing; as
        `acts.begin`.
    """
    with desk.store.reading() as session:
        acting = begin(session, desk, subject, Duty.DECIDE, Act.CORRECT)
        was = from_record(Intake, acting.life.record)
        if _same_term(replace(was, procedure_code=code, channel=channel), was):
            present: int | None = acting.row["due_at"]
            return present
        version, rule = usable(session, code, channel, acting.today)
        _, moved = _moved(acting, version, rule)
        return moved["due_after"]


def reassign(
    desk: Desk, subject: UUID, to_login: str, because: str, seen: UUID | None = None
) -> None:
    """Give a dossier to another officer.

    An officer may give away what is theirs and take what is nobody's; the rest takes a supervisor.

    Raises:
        NoSuchOfficer, ReasonMissing; as `acts.begin`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COUNTER, Act.REASSIGN, seen)
        if acting.row["assigned_to"] not in {"", desk.acting.login}:
            begin(session, desk, subject, Duty.SUPERVISE)
        _check_active(session, to_login)
        before = acting.row["assigned_to"]
        record = {"from": before, "to": to_login, "reason": reason(because)}
        acting.write(REASSIGNED, record)


def take_over(
    desk: Desk,
    absent: str,
    because: str,
    counted: int | None = None,
    second: Officer | None = None,
) -> TakenOver:
    """Take over all unfinished dossiers of an absent officer.

    Args:
        absent: the login of the officer who is not there.
        counted: how many paper dossiers were found at the seat; None where nobody counted.
        second: the supervisor who agrees, where the officer is none.

    Raises:
        SecondPersonMissing, NothingChosen, ReasonMissing; as `acts.begin`.
    """
    with desk.store.writing() as session:
        agreed = supervised(desk, second)
        unfinished = (*OPEN_STATES, int(State.RESOLVED))
        subjects = list(
            session.execute(
                select(dossier.c.subject)
                .where(dossier.c.assigned_to == absent, dossier.c.state.in_(unfinished))
                .order_by(dossier.c.id)
            ).scalars()
        )
        if not subjects:
            raise NothingChosen
        record = {
            "from": absent,
            "to": desk.acting.login,
            "reason": reason(because),
            "on_record": len(subjects),
            "counted": counted,
            "second": agreed,
        }
        for subject in subjects:
            begin(session, desk, subject, Duty.COUNTER, Act.REASSIGN).write(REASSIGNED, record)
    return TakenOver(len(subjects), counted)


def _check_active(session: Session, login: str) -> None:
    found = session.execute(
        select(officer.c.login).where(officer.c.login == login, officer.c.active)
    ).scalar()
    if found is None:
        raise NoSuchOfficer(login)


def _corrected(acting: Acting, intake: Intake) -> dict[str, Any]:
    """Return what of the intake should have been otherwise, and where it moves the due moment to.

    Raises:
        As `correct`.
    """
    before = acting.life.record
    was = from_record(Intake, before)
    if intake == was:
        raise NothingCorrected
    # What differs alone, so that two who correct apart keep what both put right; a value that is
    # back at its default must be written, it overwrites another.
    typed = {
        field.name: to_record(getattr(intake, field.name))
        for field in fields(Intake)
        if getattr(intake, field.name) != getattr(was, field.name)
    }
    if _same_term(intake, was):
        _check(intake, was, None)
        return {"intake": {**typed, "due_at": acting.row["promised_at"]}}
    version, rule = usable(acting.session, intake.procedure_code, intake.channel, acting.today)
    if version.procedure.agency_code != before["agency_code"]:
        raise OtherAgencysProcedure(intake.procedure_code, acting.row["number"])
    _check(intake, was, version.procedure)
    first, moved = _moved(acting, version, rule)
    changed = {**procedure_part(version, rule, first), "due_at": moved["promised_after"]}
    return {"intake": {**typed, **changed}, **moved}


def _same_term(intake: Intake, was: Intake) -> bool:
    return (intake.procedure_code, intake.channel) == (was.procedure_code, was.channel)


def _moved(
    acting: Acting, version: ProcedureVersion, rule: ChannelRule
) -> tuple[Due | None, dict[str, int | None]]:
    """Return the due moment without any pause, and where yardstick and promise go from where."""
    first = due_of(acting.settings(), local(acting.row["received_at"]), version.procedure, rule)
    due_at = None if first is None else _after_pauses(acting, first, rule)
    promised = acting.row["promised_at"]
    extended = acting.row["extension_count"] and promised is not None and due_at is not None
    return first, {
        "due_before": acting.row["due_at"],
        "due_after": due_at,
        "promised_before": promised,
        "promised_after": max(promised, due_at) if extended else due_at,
    }


def _check(intake: Intake, was: Intake, procedure: Procedure | None) -> None:
    """Raise IntakeIncomplete for what was right before, or is wrong in another way now.

    A register that was taken over has no papers; its other fields are put right all the same.
    """
    before = problems(was, procedure)
    wrong = tuple(one for one in problems(intake, procedure) if one not in before)
    if wrong:
        raise IntakeIncomplete(wrong)


def _after_pauses(acting: Acting, first: Due, rule: ChannelRule) -> int:
    """Return the due moment after the pauses there were; one that lasts still moves nothing."""
    if rule.term is None:
        return to_ms(first.at)
    spans: list[Pause] = []
    for row in acting.life.rows(pause):
        if row["resumed_at"] is None:
            continue
        begun, ended = local(row["paused_at"]), local(row["resumed_at"])
        if spans and spans[-1].resumed_at == begun:
            begun = spans.pop().paused_at
        spans.append(Pause(begun, ended, PausePolicy(row["policy"])))
    settings = acting.settings()
    found = appointment(
        first.at,
        spans,
        rule.term,
        settings.calendar(acting.row["agency_code"]),
        settings.deadline_rules(),
        rule.cut_off,
    )
    return to_ms(found.due_at)
