"""Words of money: amounts, and how a dossier stands with its fees."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.domain.amounts import grouped
from counter_app.domain.fees import Account, FeeState
from ui.notice import Kind


def dong(amount: int) -> str:
    """Return "145.000 đ"."""
    return f"{grouped(amount)} đ"


def money_badge(account: Account) -> tuple[Kind, str, str]:
    """Return how a dossier stands with its money."""
    translate = QCoreApplication.translate
    match account.state:
        case FeeState.UNPAID:
            words = translate("MoneyWords", "Owes {amount}")
            return Kind.BAD, words.format(amount=dong(account.open.total)), "alert-circle"
        case FeeState.AWAITING:
            words = translate("MoneyWords", "Awaits {amount}")
            return Kind.WARN, words.format(amount=dong(account.awaited.total)), "clock"
        case FeeState.PAID:
            words = translate("MoneyWords", "Paid {amount}")
            return Kind.GOOD, words.format(amount=dong(account.paid.total)), "check"
        case FeeState.EXEMPT:
            return Kind.GOOD, translate("MoneyWords", "Exempt"), "check"
        case _:
            return Kind.QUIET, translate("MoneyWords", "No fee"), "check"
