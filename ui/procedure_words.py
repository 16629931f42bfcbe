"""A procedure's terms, fees and ways in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.domain.amounts import grouped
from counter_app.domain.dossier import ReturnWay
from counter_app.domain.procedure import Channel, FeeKind, FeeLine, Gap, Term, TermUnit
from ui.day_words import counted_words


def term_words(term: Term | None) -> str:
    """Return "15 working days", "on the spot"; "" for none."""
    if term is None:
        return ""
    translate = QCoreApplication.translate
    if term.on_the_spot:
        return translate("ProcedureWords", "on the spot")
    unit = {
        TermUnit.WORKING_DAY: translate("ProcedureWords", "{n} working days"),
        TermUnit.DAY: translate("ProcedureWords", "{n} days"),
        TermUnit.HOUR: translate("ProcedureWords", "{n} hours"),
        TermUnit.MONTH: translate("ProcedureWords", "{n} months"),
    }[term.unit]
    return unit.format(n=counted_words(term.amount))


def channel_words(channel: Channel) -> str:
    """Return how a dossier comes in."""
    translate = QCoreApplication.translate
    return {
        Channel.COUNTER: translate("ProcedureWords", "at the counter"),
        Channel.ONLINE: translate("ProcedureWords", "online"),
        Channel.POSTAL: translate("ProcedureWords", "by public post"),
    }[channel]


def return_words(way: ReturnWay) -> str:
    """Return how a result goes out."""
    translate = QCoreApplication.translate
    return {
        ReturnWay.COUNTER: translate("ProcedureWords", "at the counter"),
        ReturnWay.POST: translate("ProcedureWords", "by public post"),
        ReturnWay.ELECTRONIC: translate("ProcedureWords", "electronically"),
    }[way]


def fee_words(fee: FeeLine) -> str:
    """Return "Fee 50.000 đ (each copy)"."""
    translate = QCoreApplication.translate
    kind = {
        FeeKind.FEE: translate("ProcedureWords", "Fee"),
        FeeKind.CHARGE: translate("ProcedureWords", "Charge"),
        FeeKind.UNKNOWN: translate("ProcedureWords", "Fee or charge"),
    }[fee.kind]
    words = f"{kind} {grouped(fee.amount)} đ"
    return f"{words} ({fee.note})" if fee.note else words


def gap_words(gap: Gap) -> str:
    """Return what a procedure lacks before it can be used for intake."""
    translate = QCoreApplication.translate
    return {
        Gap.NAME: translate("ProcedureWords", "the name"),
        Gap.AGENCY: translate("ProcedureWords", "the agency that settles it"),
        Gap.CHANNEL: translate("ProcedureWords", "that it can be handed in at the counter"),
        Gap.TERM: translate("ProcedureWords", "the term"),
        Gap.UNIT: translate("ProcedureWords", "the unit of the term"),
        Gap.TERM_TWICE: translate("ProcedureWords", "one term at the counter, not several"),
    }[gap]
