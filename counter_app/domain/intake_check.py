"""What an intake must say before it can be received."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.dossier import Intake, Party, PartyKind, ReturnWay
from counter_app.domain.identity import (
    BadEmail,
    BadIdentityNumber,
    BadPhone,
    BadTaxCode,
    check_email,
    check_identity_number,
    check_tax_code,
    phone_e164,
)
from counter_app.domain.procedure import Procedure

MOST_SETS = 99
MOST_COPIES = 999
LONGEST_NAME = 200
LONGEST_TEXT = 2000


class Field(StrEnum):
    """The fields of the intake page, as problems name them."""

    PROCEDURE = "procedure"
    SUBMITTER_NAME = "submitter.name"
    SUBMITTER_NUMBER = "submitter.identity_number"
    SUBMITTER_PHONE = "submitter.phone"
    SUBMITTER_EMAIL = "submitter.email"
    OWNER_NAME = "owner.name"
    OWNER_NUMBER = "owner.identity_number"
    OWNER_PHONE = "owner.phone"
    OWNER_EMAIL = "owner.email"
    AUTHORISATION = "authorisation"
    PAPERS = "papers"
    SETS = "sets"
    RETURN_ADDRESS = "return_address"
    CONSENTS = "consents"
    NOTE = "note"


class Fault(StrEnum):
    """What is wrong with a field."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    NOT_A_NUMBER = "not_a_number"
    BAD_IDENTITY_NUMBER = "bad_identity_number"
    BAD_TAX_CODE = "bad_tax_code"
    BAD_PHONE = "bad_phone"
    BAD_EMAIL = "bad_email"
    OUT_OF_RANGE = "out_of_range"
    NO_PAPERS = "no_papers"
    REQUIRED_PAPER_ABSENT = "required_paper_absent"
    PHONE_NEEDED = "phone_needed"
    EMAIL_NEEDED = "email_needed"


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One field that keeps the intake from being received, and why."""

    field: Field
    fault: Fault
    detail: str = ""


_OF_SUBMITTER = (
    Field.SUBMITTER_NAME,
    Field.SUBMITTER_NUMBER,
    Field.SUBMITTER_PHONE,
    Field.SUBMITTER_EMAIL,
)
_OF_OWNER = (Field.OWNER_NAME, Field.OWNER_NUMBER, Field.OWNER_PHONE, Field.OWNER_EMAIL)


def problems(intake: Intake, procedure: Procedure | None) -> tuple[FieldProblem, ...]:
    """Return every reason why `intake` cannot be received, in the order of the page."""
    found: list[FieldProblem] = []
    if procedure is None:
        found.append(FieldProblem(Field.PROCEDURE, Fault.MISSING))
    found += _party_problems(intake.submitter, _OF_SUBMITTER)
    if intake.owner is not None:
        found += _party_problems(intake.owner, _OF_OWNER)
    if len(intake.authorisation) > LONGEST_NAME:
        found.append(FieldProblem(Field.AUTHORISATION, Fault.TOO_LONG))
    found += _paper_problems(intake)
    if not 1 <= intake.sets <= MOST_SETS:
        found.append(FieldProblem(Field.SETS, Fault.OUT_OF_RANGE, f"1-{MOST_SETS}"))
    found += _return_problems(intake)
    if len(intake.note) > LONGEST_TEXT or len(intake.summary) > LONGEST_TEXT:
        found.append(FieldProblem(Field.NOTE, Fault.TOO_LONG))
    return tuple(found)


def _party_problems(party: Party, fields: tuple[Field, ...]) -> list[FieldProblem]:
    name, number, phone, email = fields
    found: list[FieldProblem] = []
    if not party.name:
        found.append(FieldProblem(name, Fault.MISSING))
    elif len(party.name) > LONGEST_NAME:
        found.append(FieldProblem(name, Fault.TOO_LONG))
    if party.identity_number:
        found += _number_problems(party, number)
    if party.phone:
        try:
            phone_e164(party.phone)
        except BadPhone:
            found.append(FieldProblem(phone, Fault.BAD_PHONE))
    if party.email:
        try:
            check_email(party.email)
        except BadEmail:
            found.append(FieldProblem(email, Fault.BAD_EMAIL))
    return found


def _number_problems(party: Party, field: Field) -> list[FieldProblem]:
    try:
        if party.kind is PartyKind.ORGANISATION:
            check_tax_code(party.identity_number)
        else:
            check_identity_number(party.identity_number)
    except BadTaxCode:
        return [FieldProblem(field, Fault.BAD_TAX_CODE)]
    except BadIdentityNumber:
        return [FieldProblem(field, Fault.BAD_IDENTITY_NUMBER)]
    return []


def _paper_problems(intake: Intake) -> list[FieldProblem]:
    found: list[FieldProblem] = []
    present = [paper for paper in intake.papers if paper.present]
    if not present:
        found.append(FieldProblem(Field.PAPERS, Fault.NO_PAPERS))
    found += [
        FieldProblem(Field.PAPERS, Fault.REQUIRED_PAPER_ABSENT, paper.name)
        for paper in intake.papers
        if paper.required and not paper.present
    ]
    for paper in present:
        counts = (paper.originals, paper.certified_copies, paper.photocopies)
        if not paper.name or max(counts) > MOST_COPIES or min(counts) < 0 or sum(counts) == 0:
            found.append(FieldProblem(Field.PAPERS, Fault.OUT_OF_RANGE, paper.name))
    return found


def _return_problems(intake: Intake) -> list[FieldProblem]:
    found: list[FieldProblem] = []
    holder = intake.holder
    email = holder.email or intake.submitter.email
    phone = holder.phone or intake.submitter.phone
    if intake.return_way is ReturnWay.POST and not intake.return_address:
        found.append(FieldProblem(Field.RETURN_ADDRESS, Fault.MISSING))
    if intake.return_way is ReturnWay.ELECTRONIC and not email:
        found.append(FieldProblem(Field.SUBMITTER_EMAIL, Fault.EMAIL_NEEDED))
    if (intake.consents.sms or intake.consents.zalo) and not phone:
        found.append(FieldProblem(Field.CONSENTS, Fault.PHONE_NEEDED))
    if intake.consents.email and not email:
        found.append(FieldProblem(Field.CONSENTS, Fault.EMAIL_NEEDED))
    return found
