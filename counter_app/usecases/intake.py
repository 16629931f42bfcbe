"""Taking in a dossier: check, number, due moment, journal — one transaction."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import bindparam, delete, select, text
from sqlalchemy.exc import IntegrityError

from counter_app.clock import local, to_ms
from counter_app.desk import Desk
from counter_app.domain.deadlines import Due, due
from counter_app.domain.dossier import Intake, Party, PartyKind
from counter_app.domain.identity import (
    check_identity_number,
    check_tax_code,
    compact_number,
    phone_e164,
)
from counter_app.domain.intake_check import FieldProblem, problems
from counter_app.domain.numbers import DossierNumber, next_serial
from counter_app.domain.procedure import Channel, ChannelRule, Gap, Procedure
from counter_app.domain.receipt import Receipt
from counter_app.domain.roles import Duty
from counter_app.errors import CounterError
from counter_app.journal.append import append
from counter_app.journal.dossiers import RECEIVED
from counter_app.journal.entries import Entry, new_id
from counter_app.records import to_record
from counter_app.schema import local as local_tables
from counter_app.schema.prepared import Prepared, insert_rows
from counter_app.store import reference
from counter_app.store.dossiers import receipt_from
from counter_app.store.engine import Session
from counter_app.text import composed
from counter_app.usecases.acts import check_officer

_BOOK: Final = "book "
_NIL: Final = UUID(int=0)


@dataclass(eq=False)
class UnknownProcedure(CounterError):
    """there is no procedure {code} in the catalogue of {today}"""

    code: str
    today: date


@dataclass(eq=False)
class ProcedureIncomplete(CounterError):
    """procedure {code} cannot be used for intake until it is completed: {gaps}"""

    code: str
    gaps: tuple[Gap, ...]


@dataclass(eq=False)
class ChannelNotOffered(CounterError):
    """the procedure {code} cannot be handed in this way: {channel}"""

    code: str
    channel: str


@dataclass(eq=False)
class IntakeIncomplete(CounterError):
    """the intake cannot be received: {problems}"""

    problems: tuple[FieldProblem, ...]


@dataclass(eq=False)
class NumberTaken(CounterError):
    """the number {number} was given before; nothing was saved"""

    number: str


@dataclass(frozen=True, slots=True)
class Appointment:
    """What the page shows while the officer types: term, due moment with its days, money."""

    procedure: Procedure
    rule: ChannelRule
    agency_name: str
    received_at: datetime
    due: Due | None


def appointment(desk: Desk, procedure_code: str, channel: Channel) -> Appointment:
    """Return term, fee and due moment if the dossier were received now.

    Raises:
        UnknownProcedure, ProcedureIncomplete, ChannelNotOffered, CalendarEnds, SettingMissing.
    """
    now = local(desk.clock.now_ms())
    with desk.store.reading() as session:
        version, rule = usable(session, procedure_code, channel, now.date())
        settings = reference.settings(session, now.date())
        return Appointment(
            version.procedure,
            rule,
            version.agency_name,
            now,
            due_of(settings, now, version.procedure, rule),
        )


def receive(desk: Desk, intake: Intake, draft: UUID | None = None) -> Receipt:
    """Record a new dossier and return its receipt; the draft it came from is gone with it.

    Raises:
        NotAllowedFor, NotThisAgency: who sits here may not take in this dossier.
        IntakeIncomplete: fields are missing or wrong; each is named.
        UnknownProcedure, ProcedureIncomplete, ChannelNotOffered: it cannot be taken in.
        RangeUsedUp, ClockWentBack, NumberTaken: no number can be given.
        CalendarEnds, SettingMissing: the due moment cannot be computed.
    """
    author = desk.author()
    now = local(author.now_ms)
    with desk.store.writing() as session:
        version, rule = usable(session, intake.procedure_code, intake.channel, now.date())
        check_officer(session, desk, Duty.COUNTER, version.procedure.agency_code)
        wrong = problems(intake, version.procedure)
        if wrong:
            raise IntakeIncomplete(wrong)
        settings = reference.settings(session, now.date())
        moment = due_of(settings, now, version.procedure, rule)
        subject = new_id(author.now_ms)
        number = _number(session, desk, version.procedure.agency_code, now.date())
        book, line = next_line(session, desk, now.date())
        record = {
            **procedure_part(version, rule, moment),
            **typed_part(intake),
            "number": str(number),
            "lookup_code": f"{secrets.randbelow(10_000):04d}",
            "book": book,
            "book_number": line,
            "officer_name": desk.acting.name,
            "seat_number": desk.seat.number,
        }
        issue(session, record["number"], subject)
        entry = append(session, author, RECEIVED, subject, record)
        if draft is not None:
            session.execute(delete(local_tables.draft).where(local_tables.draft.c.id == draft))
        return receipt_from(entry, record, settings.letterhead())


def draft_receipt(desk: Desk, intake: Intake) -> Receipt:
    """Return what the receipt would say now, for the eye: no number is taken, nothing is written.

    What is typed need not be complete or right. The number is empty, the line of the register is
    the one that comes next.

    Raises:
        UnknownProcedure, ProcedureIncomplete, ChannelNotOffered, CalendarEnds, SettingMissing.
    """
    author = desk.author()
    now = local(author.now_ms)
    with desk.store.reading() as session:
        version, rule = usable(session, intake.procedure_code, intake.channel, now.date())
        settings = reference.settings(session, now.date())
        moment = due_of(settings, now, version.procedure, rule)
        book = _book(desk, now.date())
        _, last = _last(session, book)
    record = {
        **procedure_part(version, rule, moment),
        **typed_part(intake),
        "number": "",
        "lookup_code": "",
        "book": book.removeprefix(_BOOK),
        "book_number": last + 1,
        "officer_name": desk.acting.name,
        "seat_number": desk.seat.number,
    }
    unwritten = Entry(
        author.stream_id,
        seq=0,
        entry_id=_NIL,
        subject=_NIL,
        kind=RECEIVED,
        version=1,
        occurred_at=author.now_ms,
        recorded_at=author.now_ms,
        clock=0,
        officer=author.officer,
        based_on="",
        payload=None,
        payload_hash=b"",
        hash=b"",
    )
    return receipt_from(unwritten, record, settings.letterhead())


def tidy(intake: Intake) -> Intake:
    """Return `intake` with texts composed and numbers in their one form, where they are valid."""
    return replace(
        intake,
        submitter=_tidy_party(intake.submitter),
        owner=None if intake.owner is None else _tidy_party(intake.owner),
        authorisation=composed(intake.authorisation),
        return_address=composed(intake.return_address),
        summary=composed(intake.summary),
        note=composed(intake.note),
        papers=tuple(
            replace(p, name=composed(p.name), note=composed(p.note)) for p in intake.papers
        ),
    )


def _tidy_party(party: Party) -> Party:
    number = compact_number(party.identity_number)
    if number:
        if party.kind is PartyKind.ORGANISATION:
            number = check_tax_code(number)
        else:
            check_identity_number(number)
    return replace(
        party,
        name=composed(party.name),
        identity_number=number,
        address=composed(party.address),
        phone=phone_e164(party.phone) if party.phone else "",
        email=party.email.strip(),
        representative=composed(party.representative),
    )


def usable(
    session: Session, code: str, channel: Channel, today: date
) -> tuple[reference.ProcedureVersion, ChannelRule]:
    """Return the procedure that holds today and what holds for the channel.

    Raises:
        UnknownProcedure, ProcedureIncomplete, ChannelNotOffered.
    """
    version = reference.current_procedure(session, code, today)
    if version is None:
        raise UnknownProcedure(code, today)
    gaps = version.procedure.gaps()
    if gaps:
        raise ProcedureIncomplete(code, gaps)
    rule = version.procedure.rule(channel)
    if rule is None or (rule.term is None and not version.procedure.no_appointment):
        raise ChannelNotOffered(code, str(channel))
    return version, rule


def due_of(
    settings: reference.Settings, received_at: datetime, procedure: Procedure, rule: ChannelRule
) -> Due | None:
    """Return when a dossier received then is due; None without appointment.

    Raises:
        CalendarEnds, SettingMissing.
    """
    if procedure.no_appointment or rule.term is None:
        return None
    calendar = settings.calendar(procedure.agency_code)
    return due(received_at, rule.term, calendar, settings.deadline_rules(), rule.cut_off)


def _number(session: Session, desk: Desk, agency_code: str, today: date) -> DossierNumber:
    """Take the next number of the seat's range."""
    last_day, last_serial = _last(session, agency_code)
    day, serial = next_serial(
        reference.ranges(session, desk.seat.stream_id, agency_code),
        agency_code,
        today,
        last_day,
        last_serial,
    )
    _KEEP_SERIAL.run(session, {"series": agency_code, "day": day, "last": serial})
    return DossierNumber(agency_code, day, serial)


def next_line(session: Session, desk: Desk, today: date) -> tuple[str, int]:
    """Take the next line of the seat's register book, which has no gaps; return book and line."""
    book = _book(desk, today)
    line = _last(session, book)[1] + 1
    _KEEP_SERIAL.run(session, {"series": book, "day": date(today.year, 1, 1), "last": line})
    return book.removeprefix(_BOOK), line


def _last(session: Session, series: str) -> tuple[date | None, int]:
    day, last = _LAST_SERIAL.row(session, series=series) or (None, 0)
    return day, last


def _book(desk: Desk, today: date) -> str:
    """Return the series of the seat's register book of the year."""
    return f"{_BOOK}{desk.seat.number:02d}/{today.year}"


_LAST_SERIAL = Prepared(
    select(local_tables.serial.c.day, local_tables.serial.c.last).where(
        local_tables.serial.c.series == bindparam("series")
    )
)
_KEEP_SERIAL = Prepared(
    text(
        "INSERT INTO serial (series, day, last) VALUES (:series, :day, :last)"
        " ON CONFLICT (series) DO UPDATE SET day = excluded.day, last = excluded.last"
    )
)


def issue(session: Session, number: str, subject: UUID) -> None:
    """Note that this file gave the number. Raises NumberTaken."""
    try:
        insert_rows(session, local_tables.issued_number, [{"number": number, "subject": subject}])
    except IntegrityError as error:
        raise NumberTaken(number) from error


def procedure_part(
    version: reference.ProcedureVersion, rule: ChannelRule, moment: Due | None
) -> dict[str, Any]:
    """Return what the record of an intake says of its procedure and its term."""
    procedure = version.procedure
    own: dict[str, Any] = {}
    if procedure.service_level:
        own["service_level"] = procedure.service_level
    if procedure.exemptions:
        own["exemptions"] = to_record(procedure.exemptions)
    return {
        **own,
        "procedure_version": version.version.hex,
        "procedure_code": procedure.code,
        "procedure_name": procedure.name,
        "sector": procedure.sector,
        "agency_code": procedure.agency_code,
        "agency_name": version.agency_name,
        "term": to_record(rule.term),
        "due_at": None if moment is None else to_ms(moment.at),
        "due_days": [] if moment is None else to_record(moment.days),
        "fees": to_record(rule.fees),
        "free": rule.free,
    }


def typed_part(intake: Intake) -> dict[str, Any]:
    """Return what the record of an intake says of what was typed."""
    typed: dict[str, Any] = to_record(intake)
    del typed["procedure_code"]
    return typed
