"""The receipt books of the seat, and the receipts of a day."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.domain.fee_receipt import few_left, receipt_number
from counter_app.store.money import FeeReceiptRow
from counter_app.store.receipt_books import BookRow
from ui.models.table import Column, TableModel
from ui.moments import full_moment
from ui.money_words import dong
from ui.notice import Kind, Notice
from ui.pages.fees.books_model import BooksViewModel, Shown
from ui.pages.fees.words import method_words
from ui.stylesheet import ROW_HEIGHT
from ui.widgets.buttons import Button
from ui.widgets.form import Form
from ui.widgets.noticebar import NoticeBar
from ui.widgets.table import ListView

PRINT_KEYS = "Ctrl+P"
BACK_KEYS, ON_KEYS = "Alt+Left", "Alt+Right"
_MOST_BOOKS = 5


class BooksPart(Form):
    """Draws a `BooksViewModel`."""

    opened = Signal(object)
    """The dossier of a receipt is wanted: its subject."""

    def __init__(self, model: BooksViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        model.setParent(self)
        self.notices, self.few_left = NoticeBar(), NoticeBar()
        self.book_rows = TableModel(book_columns(), lambda book: book.id, self)
        self.books = ListView(self.book_rows)
        self.books.setAccessibleName(self.tr("Receipt books of this counter"))
        self.books.set_empty(self.tr("The centre has granted this counter no receipt book yet."))
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        self.before = Button(self.tr("Day before"), BACK_KEYS, icon="chevron-left", look="quiet")
        self.after = Button(self.tr("Day after"), ON_KEYS, icon="chevron-right", look="quiet")
        self.receipt_rows = TableModel(receipt_columns(), lambda receipt: receipt.id, self)
        self.receipts = ListView(self.receipt_rows)
        self.receipts.setAccessibleName(self.tr("Receipts of the day"))
        self.receipts.set_empty(self.tr("No receipt was issued on this day."))
        self.print = Button(self.tr("Print again"), PRINT_KEYS, icon="printer")
        self.open = Button(self.tr("Open the dossier"), "Ctrl+O")
        self._lay_out()
        self._wire()
        self._render()

    def begin(self) -> None:
        """Stand in the receipts of the day."""
        self.receipts.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.receipt_rows.rows and self.receipts.row < 0:
            self.receipts.set_row(0)

    def _lay_out(self) -> None:
        day, acts = QHBoxLayout(), QHBoxLayout()
        day.addWidget(self.heading)
        day.addStretch(1)
        day.addWidget(self.before)
        day.addWidget(self.after)
        acts.setSpacing(8)
        acts.addWidget(self.print)
        acts.addWidget(self.open)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.notices, self.few_left, self.books):
            column.addWidget(part)
        column.addLayout(day)
        column.addWidget(self.receipts, 1)
        column.addLayout(acts)

    def _wire(self) -> None:
        model = self._model
        self.before.clicked.connect(lambda: model.step(-1))
        self.after.clicked.connect(lambda: model.step(1))
        self.print.clicked.connect(self._print)
        self.open.clicked.connect(lambda: self._open(self.receipts.row))
        self.receipts.opened.connect(self._open)
        self.receipts.pointed.connect(lambda _: self._render_acts())
        self.notices.closed.connect(model.close_notice)
        model.changed.connect(self._render)

    def _print(self) -> None:
        receipt = self.receipt_rows.row_at(self.receipts.row)
        if receipt is not None:
            self._model.print_again(receipt.id)

    def _open(self, place: int) -> None:
        receipt = self.receipt_rows.row_at(place)
        if receipt is not None:
            self.opened.emit(receipt.subject)

    def _render(self) -> None:
        shown = self._model.shown
        self.notices.show_notice(shown.notice)
        self.few_left.show_notice(Notice(Kind.WARN, shown.few_left) if shown.few_left else None)
        self.book_rows.set_rows(shown.books)
        rows = min(max(len(shown.books), 2), _MOST_BOOKS)
        self.books.setFixedHeight((rows + 1) * ROW_HEIGHT + 6)
        self.heading.setText(self._heading(shown))
        self.receipt_rows.set_rows(shown.receipts)
        self.after.setEnabled(not shown.is_today)
        self._render_acts()

    def _render_acts(self) -> None:
        chosen = self.receipt_rows.row_at(self.receipts.row) is not None
        for button in (self.print, self.open):
            button.setEnabled(chosen)

    def _heading(self, shown: Shown) -> str:
        if shown.day is None:
            return self.tr("Reading…")
        words = self.tr("Receipts of {day}: {count}, together {amount}")
        return words.format(
            day=f"{shown.day:%d/%m/%Y}", count=len(shown.receipts), amount=dong(shown.taken)
        )


def book_columns() -> list[Column[BookRow]]:
    """Return the columns of the books."""
    translate = QCoreApplication.translate
    return [
        Column(translate("BookList", "Form"), lambda book: book.template, width=116, number=True),
        Column(translate("BookList", "Series"), lambda book: book.symbol, width=92, number=True),
        Column(
            translate("BookList", "Numbers"),
            lambda book: f"{receipt_number(book.first)}–{receipt_number(book.last)}",
            width=148,
            number=True,
        ),
        Column(translate("BookList", "Used"), lambda book: str(book.used), width=80, right=True),
        Column(translate("BookList", "Next"), _next_words, width=84, number=True),
        Column(
            translate("BookList", "Left"),
            lambda book: left_badge(book)[1],
            width=136,
            badge=left_badge,
        ),
        Column(
            translate("BookList", "Void"),
            lambda book: ", ".join(map(receipt_number, book.void)),
            width=140,
            number=True,
        ),
        Column(
            translate("BookList", "Amount"),
            lambda book: dong(book.money.total),
            width=120,
            right=True,
        ),
        Column(
            translate("BookList", "Agency"),
            lambda book: book.agency_code or translate("BookList", "all"),
            tip=lambda book: book.unit,
        ),
    ]


def left_badge(book: BookRow) -> tuple[Kind, str, str]:
    """Return how many numbers of a book are left."""
    translate = QCoreApplication.translate
    if not book.mine:
        words = translate("BookList", "Former book")
        if not book.used:  # a stream that stands ready, should this one be lost
            words = translate("BookList", "In reserve")
        return Kind.QUIET, words, "lock"
    left = book.left
    if not left:
        return Kind.BAD, translate("BookList", "Used up"), "circle-x"
    words = translate("BookList", "%n left", "", left)
    if few_left(left, book.last - book.first + 1):
        return Kind.WARN, words, "alert-triangle"
    return Kind.GOOD, words, "check"


def receipt_columns() -> list[Column[FeeReceiptRow]]:
    """Return the columns of the receipts of a day."""
    translate = QCoreApplication.translate
    return [
        Column(
            translate("BookList", "Receipt"),
            lambda receipt: f"{receipt.symbol} {receipt_number(receipt.running)}",
            width=148,
            number=True,
            tip=lambda receipt: full_moment(receipt.issued_at),
        ),
        Column(
            translate("BookList", "Dossier"),
            lambda receipt: receipt.number,
            width=224,
            number=True,
        ),
        Column(translate("BookList", "Name"), lambda receipt: receipt.payer),
        Column(
            translate("BookList", "Way"),
            lambda receipt: method_words(receipt.method),
            width=104,
        ),
        Column(
            translate("BookList", "Amount"),
            lambda receipt: dong(receipt.money.total),
            width=116,
            right=True,
        ),
        Column(
            translate("BookList", "State"),
            lambda receipt: receipt_badge(receipt)[1],
            width=120,
            badge=receipt_badge,
            tip=lambda receipt: receipt.void_reason,
        ),
    ]


def receipt_badge(receipt: FeeReceiptRow) -> tuple[Kind, str, str]:
    """Return whether a receipt holds."""
    translate = QCoreApplication.translate
    if receipt.void_at is not None:
        return Kind.BAD, translate("BookList", "Void"), "circle-x"
    return Kind.GOOD, translate("BookList", "Holds"), "check"


def _next_words(book: BookRow) -> str:
    return receipt_number(book.next) if book.mine and book.next is not None else "–"
