"""Likeness, terms, money and due moments in the officer's words."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from counter_app.clock import to_ms
from counter_app.domain.amounts import grouped as grouped_amount
from counter_app.domain.deadlines import Due
from counter_app.domain.procedure import ChannelRule, FeeKind, Term, TermUnit
from counter_app.usecases.duplicates import Match
from ui.day_words import DayGroup, counted_words, grouped
from ui.moments import long_moment, short_weekday
from ui.pages.intake.shown import DueLine, DueShown, MoneyLine


def match_words(matched: Iterable[Match]) -> str:
    """Return what two dossiers have in common."""
    translate = QCoreApplication.translate
    words = {
        Match.IDENTITY_NUMBER: translate("Intake", "same number"),
        Match.OLD_NUMBER: translate("Intake", "same old number (CMND)"),
        Match.NAME: translate("Intake", "same name"),
        Match.PROCEDURE: translate("Intake", "same procedure"),
    }
    return " · ".join(words[one] for one in matched)


def term_words(term: Term | None) -> str:
    """Return a term as officers say it."""
    translate = QCoreApplication.translate
    if term is None:
        return translate("Intake", "no appointment")
    if term.on_the_spot:
        return translate("Intake", "on the spot")
    words = {
        TermUnit.WORKING_DAY: translate("Intake", "{amount} working days"),
        TermUnit.DAY: translate("Intake", "{amount} calendar days"),
        TermUnit.HOUR: translate("Intake", "{amount} working hours"),
        TermUnit.MONTH: translate("Intake", "{amount} months"),
    }[term.unit]
    return words.format(amount=counted_words(Decimal(term.amount)))


def money_lines(rule: ChannelRule) -> tuple[MoneyLine, ...]:
    """Return fees and charges apart, each with its note."""
    translate = QCoreApplication.translate
    words = {
        FeeKind.FEE: translate("Intake", "Fee"),
        FeeKind.CHARGE: translate("Intake", "Charge"),
        FeeKind.UNKNOWN: translate("Intake", "Fee or charge"),
    }
    return tuple(
        MoneyLine(words[fee.kind], f"{grouped_amount(fee.amount)} đ", fee.note)
        for fee in sorted(rule.fees, key=lambda fee: list(FeeKind).index(fee.kind))
    )


def money_words(rule: ChannelRule) -> str:
    """Return what is said of money where there are no amounts."""
    translate = QCoreApplication.translate
    if rule.fees:
        return ""
    if rule.free:
        return translate("Intake", "Free of charge")
    if rule.free is None:
        return translate("Intake", "The catalogue says nothing about fees: ask the agency")
    return translate("Intake", "There is a fee; the catalogue does not say how much")


def due_shown(term: Term | None, due: Due | None) -> DueShown:
    """Return the due moment, the term, and the days that were counted or not."""
    if due is None:
        words = QCoreApplication.translate("Intake", "This procedure gives no appointment.")
        return DueShown(doubt=words)
    doubt = ""
    if due.expected:
        doubt = QCoreApplication.translate(
            "Intake", "Days off of that time are not announced yet: the day may still move."
        )
    lines = tuple(_due_line(group) for group in grouped(due.days))
    return DueShown(long_moment(to_ms(due.at)), term_words(term), lines, doubt)


def _due_line(group: DayGroup) -> DueLine:
    first, last = group.first, group.last
    days = f"{short_weekday(last)} {last:%d/%m}"
    if first != last:
        begins = f"{first:%d}" if first.month == last.month else f"{first:%d/%m}"
        days = f"{short_weekday(first)} {begins} – {days}"
    return DueLine(days, group.words, bool(group.counted))
