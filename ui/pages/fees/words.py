"""Money in words: ways, states, reasons, and what became of a payment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from counter_app.domain.fee_receipt import few_left
from counter_app.domain.fees import (
    Method,
    PaymentState,
)
from counter_app.domain.procedure import FeeKind
from counter_app.store.receipt_books import BookRow
from ui.notice import Kind
from ui.pages.fees.questions import Listing
from ui.pages.fees.shown import Line


def kind_words(kind: FeeKind) -> str:
    """Return phí or lệ phí."""
    translate = QCoreApplication.translate
    if kind is FeeKind.CHARGE:
        return translate("MoneyWords", "Charge")
    return translate("MoneyWords", "Fee")


def method_words(method: Method) -> str:
    """Return how money comes."""
    translate = QCoreApplication.translate
    return {
        Method.CASH: translate("MoneyWords", "Cash"),
        Method.VIETQR: translate("MoneyWords", "VietQR"),
        Method.TRANSFER: translate("MoneyWords", "Transfer"),
    }[method]


def listing_words(listing: Listing) -> str:
    """Return what a listing holds."""
    translate = QCoreApplication.translate
    return {
        Listing.AWAITING: translate("MoneyWords", "Awaited transfers"),
        Listing.OWING: translate("MoneyWords", "Owing"),
        Listing.REFUNDS: translate("MoneyWords", "To give back"),
    }[listing]


def line_badge(line: Line) -> tuple[Kind, str, str]:
    """Return what became of a payment, or of a request to give money back."""
    translate = QCoreApplication.translate
    if line.refund is not None:
        return {
            "asked": (Kind.WARN, translate("MoneyWords", "To be approved"), "clock"),
            "approved": (Kind.GOOD, translate("MoneyWords", "Given back"), "arrow-back-up"),
            "refused": (Kind.QUIET, translate("MoneyWords", "Not given back"), "circle-x"),
        }[line.refund.state]
    return {
        PaymentState.AWAITING: (Kind.WARN, translate("MoneyWords", "Awaited"), "clock"),
        PaymentState.PAID: (Kind.GOOD, translate("MoneyWords", "Paid"), "check"),
        PaymentState.CANCELLED: (Kind.QUIET, translate("MoneyWords", "Cancelled"), "circle-x"),
        PaymentState.REFUNDED: (Kind.QUIET, translate("MoneyWords", "Given back"), "arrow-back-up"),
    }[line.payment.state]


def line_words(line: Line) -> str:
    """Return how a payment came, or that money goes back."""
    if line.refund is not None:
        return QCoreApplication.translate("MoneyWords", "Give back")
    return method_words(line.payment.method)


def receipt_words(line: Line) -> str:
    """Return the number of the receipt, and those that are void."""
    translate = QCoreApplication.translate
    words = []
    if line.receipt is not None:
        words.append(f"{line.receipt.symbol} {line.receipt.running:07d}")
    if line.void:
        numbers = ", ".join(f"{one.running:07d}" for one in line.void)
        words.append(translate("MoneyWords", "void: {numbers}").format(numbers=numbers))
    if line.refund is not None:
        words.append(line.refund.reason)
    return " · ".join(words)


def few_left_words(books: Sequence[BookRow]) -> str:
    """Return that receipts run out; "" while there are enough."""
    left = sum(book.left for book in books)
    size = sum(book.last - book.first + 1 for book in books)
    if not few_left(left, size):
        return ""
    translate = QCoreApplication.translate
    if not left:
        return translate(
            "MoneyWords", "No receipt is left: ask the centre for a new book before you collect."
        )
    return translate("MoneyWords", "%n receipt(s) left: ask the centre for a new book.", "", left)
