"""Dossiers from the portal, with the number they were given there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from counter_app.clock import local, to_ms
from counter_app.desk import Desk
from counter_app.domain.dossier import Intake
from counter_app.domain.procedure import Channel
from counter_app.domain.receipt import Receipt
from counter_app.domain.roles import Duty
from counter_app.domain.states import Act
from counter_app.errors import CounterError
from counter_app.journal.append import append
from counter_app.journal.dossiers.intake import ANNOUNCED
from counter_app.journal.dossiers.online import REFUSED, TAKEN_IN
from counter_app.records import from_record
from counter_app.schema.tables import dossier
from counter_app.store.dossiers import receipt_of
from counter_app.store.engine import Session
from counter_app.usecases.acts import begin, check_officer, check_role, reason
from counter_app.usecases.intake import (
    due_of,
    issue,
    next_line,
    procedure_part,
    tidy,
    typed_part,
    usable,
)
from counter_app.usecases.letters import LetterForm, next_letter

_LONGEST_NUMBER: Final = 64


@dataclass(frozen=True, slots=True)
class OnlineDossier:
    """A dossier as the portal tells it. `number` is the legal one, given there."""

    number: str
    intake: Intake
    handed_in_at: datetime
    lookup_code: str = ""


@dataclass(eq=False)
class NotAGivenNumber(CounterError):
    """“{number}” cannot be a dossier number"""

    number: str


@dataclass(frozen=True, slots=True)
class NotImported:
    """A dossier of the portal that was left out, and why."""

    number: str
    error: CounterError


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import: what is new, what was known before, and what was left out."""

    new: tuple[UUID, ...]
    known: tuple[str, ...]
    left_out: tuple[NotImported, ...]


def import_online(desk: Desk, records: Iterable[OnlineDossier]) -> Imported:
    """Announce dossiers of the portal at this counter; what is known already is passed over.

    Two seats that import the same dossier name it alike, so it stays one.

    Raises:
        As `acts.check_role`.
    """
    new: list[UUID] = []
    known: list[str] = []
    left_out: list[NotImported] = []
    with desk.store.writing() as session:
        check_role(session, desk, Duty.COUNTER)
        for told in records:
            if _is_known(session, told.number):
                known.append(told.number)
                continue
            try:
                with session.begin_nested():
                    new.append(_announce(session, desk, told))
            except CounterError as error:
                left_out.append(NotImported(told.number, error))
    return Imported(tuple(new), tuple(known), tuple(left_out))


def take_in(desk: Desk, subject: UUID, seen: UUID | None = None) -> Receipt:
    """Take in an announced dossier: its term begins now, and it gets a line of the register.

    Raises:
        UnknownProcedure, ProcedureIncomplete, ChannelNotOffered, CalendarEnds, SettingMissing.
        As `acts.begin`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COUNTER, Act.RECEIVE, seen)
        intake = from_record(Intake, acting.life.record)
        version, rule = usable(session, intake.procedure_code, intake.channel, acting.today)
        now = local(acting.author.now_ms)
        moment = due_of(acting.settings(), now, version.procedure, rule)
        book, line = next_line(session, desk, acting.today)
        part = {
            **procedure_part(version, rule, moment),
            "book": book,
            "book_number": line,
            "officer_name": desk.acting.name,
            "seat_number": desk.seat.number,
        }
        acting.write(TAKEN_IN, {"intake": part})
        return receipt_of(session, subject)


def refuse(desk: Desk, subject: UUID, because: str, seen: UUID | None = None) -> str:
    """Refuse an announced dossier with Mẫu số 03; return the letter's number.

    Raises:
        ReasonMissing; as `acts.begin`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COUNTER, Act.REFUSE, seen)
        told = reason(because)
        letter = next_letter(session, desk, LetterForm.REFUSAL)
        record = {"reason": told, "letter": letter, "officer_name": desk.acting.name}
        acting.write(REFUSED, record)
        return str(letter["number"])


def _announce(session: Session, desk: Desk, told: OnlineDossier) -> UUID:
    author = desk.author()
    number = told.number.strip()
    if not number or len(number) > _LONGEST_NUMBER or not number.isascii():
        raise NotAGivenNumber(told.number)
    intake = tidy(replace(told.intake, channel=Channel.ONLINE))
    today = local(author.now_ms).date()
    version, rule = usable(session, intake.procedure_code, intake.channel, today)
    check_officer(session, desk, Duty.COUNTER, version.procedure.agency_code)
    handed_in_at = min(to_ms(told.handed_in_at), author.now_ms)
    subject = _subject(number, handed_in_at)
    record: dict[str, Any] = {
        **procedure_part(version, rule, None),
        **typed_part(intake),
        "number": number,
        "lookup_code": told.lookup_code,
        "book": "",
        "book_number": 0,
        "officer_name": "",
        "seat_number": desk.seat.number,
    }
    issue(session, number, subject)
    append(session, author, ANNOUNCED, subject, record, occurred_at=handed_in_at)
    return subject


def _is_known(session: Session, number: str) -> bool:
    found = session.execute(select(dossier.c.id).where(dossier.c.number == number.strip()))
    return found.first() is not None


def _subject(number: str, at_ms: int) -> UUID:
    """Return a UUIDv7 of the moment whose random part is the number's: the same at every seat."""
    digest = int.from_bytes(hashlib.sha256(number.encode()).digest()[:10])
    value = (at_ms & (1 << 48) - 1) << 80 | digest
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)
