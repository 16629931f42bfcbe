"""Decisions about money: what may be decided now, by whom, and what was decided, in words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from counter_app.desk import Officer
from counter_app.domain.fees import ExemptionReason, Money
from counter_app.domain.reasons import ReasonKind
from counter_app.domain.roles import Duty, Role, may
from counter_app.domain.states import Act, State, acts
from ui.money_words import dong
from ui.pages.fees.shown import Deciding, Decision, Line, Shown


def decision_of(what: Decision, shown: Shown, officer: Officer) -> Deciding | None:
    """Return the panel of a decision about the line pointed at; None where it does not fit."""
    if shown.opened is None:
        return None
    if what is Decision.EXEMPT:
        return _exemption(shown)
    if what in {Decision.REQUIRE, Decision.SETTLE}:
        return Deciding(what) if what is request_of(shown, officer) else None
    return None if shown.line is None else _about(what, shown.line, officer)


def request_of(shown: Shown, officer: Officer) -> Decision | None:
    """Return whether the agency's request for money may be noted now, or has been met."""
    if shown.opened is None:
        return None
    row, account = shown.opened.row, shown.opened.sheet.account
    if row.state == State.PAYMENT:
        paid = not (account.open or account.awaited)
        return Decision.SETTLE if paid and may(officer.roles, Duty.COUNTER) else None
    if Act.ASK_PAYMENT in acts(State(row.state)) and may(officer.roles, Duty.DECIDE):
        return Decision.REQUIRE
    return None


def _exemption(shown: Shown) -> Deciding | None:
    assert shown.opened is not None
    account = shown.opened.sheet.account
    if shown.changed_choices is not None or not account.owed:
        return None
    most = account.owed - account.paid - account.awaited
    before = shown.opened.sheet.exemption
    offered = shown.opened.reasons.offered(ReasonKind.EXEMPTION, shown.opened.day)
    usual = (before, ExemptionReason.POOR_HOUSEHOLD, ExemptionReason.OTHER)
    named = [one.reason for one in shown.opened.sheet.let_off]
    wanted = (before, *named, *usual)
    why = next(code for code in wanted if code in {one.code for one in offered})
    whole = Deciding(Decision.EXEMPT, most=most, why=why, fee=most.fee, charge=most.charge)
    return with_share(whole, shown)


def with_share(deciding: Deciding, shown: Shown) -> Deciding:
    """Return the exemption with the share that the procedure grants for its reason, if it does."""
    granted = () if shown.opened is None else shown.opened.sheet.let_off
    for one in granted:
        if one.reason == deciding.why:
            fee = deciding.most.fee * one.percent // 100
            return replace(deciding, fee=fee, charge=deciding.most.charge * one.percent // 100)
    return deciding


def _about(what: Decision, line: Line, officer: Officer) -> Deciding | None:
    paid = line.payment
    match what:
        case Decision.VOID | Decision.UNDO if line.receipt is not None:
            number = f"{line.receipt.symbol} {line.receipt.running:07d}"
            return Deciding(what, line.receipt.id, line.money, number, second=True)
        case Decision.REFUND if line.returnable:
            left = paid.money - paid.refunded
            return Deciding(what, paid.id, left, fee=left.fee, charge=left.charge)
        case Decision.APPROVE | Decision.REFUSE if line.refund is not None and line.undecided:
            alone = Role.SUPERVISOR in officer.roles and officer.login != line.refund.officer
            return Deciding(what, line.refund.id, line.money, second=not alone)
        case Decision.CANCEL if line.awaited:
            return Deciding(what, paid.id, line.money)
        case _:
            return None


def done_words(deciding: Deciding, money: Money, number: str) -> str:
    """Return what was decided."""
    translate = QCoreApplication.translate
    words = {
        Decision.EXEMPT: translate("MoneyWords", "{amount} are let off."),
        Decision.VOID: translate("MoneyWords", "Receipt {old} is void; {number} takes its place."),
        Decision.UNDO: translate("MoneyWords", "Receipt {old} is void and its payment undone."),
        Decision.REFUND: translate("MoneyWords", "{amount} wait for a second person to agree."),
        Decision.APPROVE: translate("MoneyWords", "{amount} given back."),
        Decision.REFUSE: translate("MoneyWords", "The money is not given back."),
        Decision.CANCEL: translate("MoneyWords", "The transfer is awaited no longer."),
        Decision.REQUIRE: translate(
            "MoneyWords", "{amount} are asked for; the clock stands still until they are paid."
        ),
        Decision.SETTLE: translate("MoneyWords", "All is paid: the dossier goes on."),
    }[deciding.what]
    return words.format(amount=dong(money.total), old=deciding.number, number=number)


def decision_words(what: Decision) -> tuple[str, str]:
    """Return the title of a decision, and the word of the act that carries it out."""
    translate = QCoreApplication.translate
    return {
        Decision.EXEMPT: (
            translate("MoneyWords", "Let off"),
            translate("MoneyWords", "Let off"),
        ),
        Decision.VOID: (
            translate("MoneyWords", "Declare the receipt void and issue another"),
            translate("MoneyWords", "Void and issue anew"),
        ),
        Decision.UNDO: (
            translate("MoneyWords", "Declare the receipt void and undo the payment"),
            translate("MoneyWords", "Void and undo"),
        ),
        Decision.REFUND: (
            translate("MoneyWords", "Ask for money to be given back"),
            translate("MoneyWords", "Ask for it"),
        ),
        Decision.APPROVE: (
            translate("MoneyWords", "Give the money back"),
            translate("MoneyWords", "Give back"),
        ),
        Decision.REFUSE: (
            translate("MoneyWords", "Do not give the money back"),
            translate("MoneyWords", "Refuse"),
        ),
        Decision.CANCEL: (
            translate("MoneyWords", "Await the transfer no longer"),
            translate("MoneyWords", "Await no longer"),
        ),
        Decision.REQUIRE: (
            translate("MoneyWords", "The agency asks for money before it goes on"),
            translate("MoneyWords", "Ask, and stop the clock"),
        ),
        Decision.SETTLE: (
            translate("MoneyWords", "All is paid: let the dossier go on"),
            translate("MoneyWords", "Let it go on"),
        ),
    }[what]
