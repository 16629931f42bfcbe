"""What is wrong with a field of an intake, in words short enough to stand below it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.domain.intake_check import Fault, Field, FieldProblem

_LONGEST_NAMED = 60


def fault_words(problem: FieldProblem) -> str:
    """Return what is wrong with a field, short enough to stand below it."""
    translate = QCoreApplication.translate
    if problem.fault is Fault.MISSING:
        return _missing_words(problem.field)
    if problem.fault is Fault.OUT_OF_RANGE and problem.field is Field.PAPERS:
        return translate("Intake", "Count the copies: {name}").format(name=_short(problem.detail))
    words = {
        Fault.TOO_LONG: translate("Intake", "Too long"),
        Fault.NOT_A_NUMBER: translate("Intake", "A number is needed"),
        Fault.BAD_IDENTITY_NUMBER: translate(
            "Intake", "12 digits, a 9-digit CMND or a passport number"
        ),
        Fault.BAD_TAX_CODE: translate("Intake", "Not a tax code: check the digits"),
        Fault.BAD_PHONE: translate("Intake", "No such telephone number"),
        Fault.BAD_EMAIL: translate("Intake", "Not an e-mail address"),
        Fault.OUT_OF_RANGE: translate("Intake", "From {range}"),
        Fault.NO_PAPERS: translate("Intake", "Tick the papers that were handed in"),
        Fault.REQUIRED_PAPER_ABSENT: translate("Intake", "Required and not there: {name}"),
        Fault.PHONE_NEEDED: translate("Intake", "Needs a telephone number"),
        Fault.EMAIL_NEEDED: translate("Intake", "Needs an e-mail address"),
    }[problem.fault]
    return words.format(name=_short(problem.detail), range=problem.detail)


def _missing_words(field: Field) -> str:
    translate = QCoreApplication.translate
    return {
        Field.PROCEDURE: translate("Intake", "Choose a procedure"),
        Field.SUBMITTER_NAME: translate("Intake", "Enter the name"),
        Field.OWNER_NAME: translate("Intake", "Enter the name"),
        Field.RETURN_ADDRESS: translate("Intake", "Enter the address to send it to"),
    }.get(field, translate("Intake", "Required"))


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAMED else f"{name[:_LONGEST_NAMED].rstrip()}…"
