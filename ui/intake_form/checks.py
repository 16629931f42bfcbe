"""What stands below the fields: what is wrong, and what only looks odd."""

from __future__ import annotations

from counter_app.domain.dossier import PartyKind
from counter_app.domain.identity import (
    BadIdentityNumber,
    check_personal_number,
    compact_number,
)
from counter_app.domain.intake_check import Fault, Field, FieldProblem, problems
from counter_app.domain.procedure import Procedure
from ui.fault_words import fault_words
from ui.intake_form.form import Form, PartyForm, Side
from ui.intake_form.words import (
    BORN,
    bad_day_words,
    doubt_words,
    old_number_words,
    place,
)
from ui.notice import Kind

Hint = tuple[Kind, str]

ORDER: tuple[str, ...] = (
    Field.PROCEDURE,
    *(
        place(side, name)
        for side in Side
        for name in ("name", "number", "phone", BORN, "address", "email")
    ),
    Field.AUTHORISATION,
    Field.PAPERS,
    Field.RETURN_ADDRESS,
    Field.CONSENTS,
    Field.SETS,
    Field.NOTE,
)
"""The places in the order of the page."""

_CHOSEN = Procedure("", "", "", "")
"""Stands for any procedure: these checks only ask whether one was chosen."""


def faults(form: Form, this_year: int) -> dict[str, str]:
    """Return everything that keeps the form from being received, by place."""
    chosen = _CHOSEN if form.procedure_code else None
    return worded(problems(form.intake(this_year), chosen)) | _bad_days(form, this_year)


def fault_at(form: Form, this_year: int, where: str) -> str:
    """Return what is wrong with what was typed at a place; nothing is wrong with an empty one."""
    chosen = _CHOSEN if form.procedure_code else None
    found = [
        problem
        for problem in problems(form.intake(this_year), chosen)
        if problem.field == where and problem.fault not in _NOT_YET
    ]
    return (worded(tuple(found)) | _bad_days(form, this_year)).get(where, "")


def hint(party: PartyForm, this_year: int) -> Hint | None:
    """Return what to know about a person's number: doubts, else the old number of the card."""
    if party.kind is not PartyKind.PERSON:
        return None
    number = compact_number(party.number)
    try:
        doubts = check_personal_number(number, party.day_of_birth(this_year), party.sex)
    except BadIdentityNumber:
        return None
    if doubts:
        return Kind.WARN, " · ".join(doubt_words(doubt) for doubt in doubts)
    return (Kind.QUIET, old_number_words(party.old_number)) if party.old_number else None


_NOT_YET = frozenset({Fault.MISSING, Fault.NO_PAPERS, Fault.REQUIRED_PAPER_ABSENT})


def worded(found: tuple[FieldProblem, ...]) -> dict[str, str]:
    """Return problems that the rules found as words by place, the first of each place."""
    words: dict[str, str] = {}
    for problem in found:
        words.setdefault(problem.field, fault_words(problem))
    return words


def _bad_days(form: Form, this_year: int) -> dict[str, str]:
    sides = [Side.SUBMITTER, *([Side.OWNER] if form.owner_differs else [])]
    return {
        place(side, BORN): bad_day_words()
        for side in sides
        if form.party(side).kind is PartyKind.PERSON and form.party(side).born_wrong(this_year)
    }
