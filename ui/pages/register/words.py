"""Periods and orders of the register, and why a line of an earlier one cannot be taken."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from counter_app.domain.register import RegisterOrder
from counter_app.exchange.register import Fault, LineProblem
from counter_app.usecases.register_import import Refusal, RefusedLine
from ui.models.table import Column
from ui.pages.register.shown import Span

Problem = LineProblem | RefusedLine

_FAULTS: Mapping[Fault | Refusal, object] = {
    Fault.MISSING: QT_TRANSLATE_NOOP("Register", "nothing is there"),
    Fault.BAD_NUMBER: QT_TRANSLATE_NOOP("Register", "not a dossier number"),
    Fault.BAD_PROCEDURE_CODE: QT_TRANSLATE_NOOP("Register", "not a procedure code"),
    Fault.UNKNOWN_PROCEDURE: QT_TRANSLATE_NOOP("Register", "procedure without a name"),
    Fault.UNKNOWN_AGENCY: QT_TRANSLATE_NOOP("Register", "the centre has no such agency"),
    Fault.UNKNOWN_WORD: QT_TRANSLATE_NOOP("Register", "a word this column does not take"),
    Fault.BAD_COUNT: QT_TRANSLATE_NOOP("Register", "not a number that can be"),
    Fault.BAD_MOMENT: QT_TRANSLATE_NOOP("Register", "not a day"),
    Fault.IN_THE_FUTURE: QT_TRANSLATE_NOOP("Register", "it has not come yet"),
    Fault.WRONG_ORDER: QT_TRANSLATE_NOOP("Register", "before what must come first"),
    Fault.STATE_WITHOUT_DATE: QT_TRANSLATE_NOOP("Register", "the state needs this date"),
    Fault.DATE_AGAINST_STATE: QT_TRANSLATE_NOOP("Register", "the state does not allow this date"),
    Fault.TOO_LONG: QT_TRANSLATE_NOOP("Register", "too long"),
    Fault.NOT_TEXT: QT_TRANSLATE_NOOP("Register", "a text belongs here"),
    Refusal.NUMBER_TWICE: QT_TRANSLATE_NOOP("Register", "the number stands twice in the file"),
    Refusal.NUMBER_KNOWN: QT_TRANSLATE_NOOP("Register", "another dossier has this number"),
    Refusal.CHANGED: QT_TRANSLATE_NOOP("Register", "taken before, and said something else"),
}


def span_words(span: Span) -> str:
    """Return the name of a period."""
    translate = QCoreApplication.translate
    return {
        Span.TODAY: translate("Register", "Today"),
        Span.WEEK: translate("Register", "This week"),
        Span.MONTH: translate("Register", "This month"),
        Span.REPORT: translate("Register", "Month of the report"),
        Span.YEAR: translate("Register", "This year"),
        Span.OWN: translate("Register", "Own days"),
    }[span]


def problem_words(problem: Problem) -> str:
    """Return why a line is not taken."""
    fault = problem.fault if isinstance(problem, LineProblem) else problem.refusal
    return QCoreApplication.translate("Register", str(_FAULTS[fault]))


def problem_columns() -> list[Column[Problem]]:
    """Return the columns of the lines that are not taken."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Register", "Row"), lambda one: str(one.row), width=72, right=True),
        Column(
            translate("Register", "Column or number"),
            lambda one: one.column if isinstance(one, LineProblem) else one.number,
            width=240,
        ),
        Column(translate("Register", "Why it is not taken"), problem_words, width=280),
        Column(
            translate("Register", "What stands there"),
            lambda one: one.found if isinstance(one, LineProblem) else "",
        ),
    ]


def order_words(order: RegisterOrder) -> str:
    """Return what lines are sorted by."""
    translate = QCoreApplication.translate
    return {
        RegisterOrder.RECEIVED: translate("Register", "Time of receipt"),
        RegisterOrder.NUMBER: translate("Register", "Dossier number"),
        RegisterOrder.OWNER: translate("Register", "Owner"),
        RegisterOrder.AGENCY: translate("Register", "Agency"),
        RegisterOrder.DUE: translate("Register", "Due"),
        RegisterOrder.RESULT: translate("Register", "Result ready"),
        RegisterOrder.RETURNED: translate("Register", "Returned"),
        RegisterOrder.STATE: translate("Register", "State"),
    }[order]
