"""The bank's statement: a file is chosen, its lines are looked at, F9 confirms what matches."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.domain.statement import Awaited, Fault
from ui.dialogs.open_file import AskFile
from ui.models.table import Column, TableModel
from ui.money_words import dong
from ui.notice import Kind
from ui.pages.fees.statement_model import Shown, StatementRow, StatementViewModel
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.form import Form
from ui.widgets.noticebar import NoticeBar
from ui.widgets.progress import LongWork
from ui.widgets.table import ListView
from ui.widgets.wrapped import WrappedLabel

CHOOSE_KEYS = "Ctrl+O"
TAKE_KEYS = "F9"
PRINT_KEYS = "Ctrl+P"
PATTERNS = "*.xlsx *.xlsm *.csv *.txt"


class StatementPart(Form):
    """Draws a `StatementViewModel`."""

    opened = Signal(object)
    """The dossier of a line is wanted: its subject."""

    def __init__(
        self, model: StatementViewModel, ask: AskFile, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._ask = model, ask
        model.setParent(self)
        self.choose = Button(self.tr("Choose the bank's file"), CHOOSE_KEYS, icon="upload")
        self.file = QLabel()
        self.file.setProperty("role", "strong")
        self.notices = NoticeBar()
        self.hint = WrappedLabel(
            self.tr(
                "The statement as the bank gives it, as a workbook or CSV. A line confirms a"
                " transfer when its text names the dossier and its amount is the one asked for."
                " Taking the same file again changes nothing."
            )
        )
        self.count = QLabel()
        self.count.setProperty("role", "section")
        self.rows = TableModel(statement_columns(), lambda row: row.line.row, self)
        self.list = ListView(self.rows)
        self.list.setAccessibleName(self.tr("Lines of the statement"))
        self.work = LongWork()
        self.take = PrimaryButton("", TAKE_KEYS, icon="check")
        self.print = Button("", PRINT_KEYS, icon="printer")
        self._lay_out()
        self._wire()
        self._render()

    def begin(self) -> None:
        """Stand where work goes on."""
        if self.rows.rows:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        top, acts = QHBoxLayout(), QHBoxLayout()
        for line, widgets in ((top, (self.choose, self.file)), (acts, (self.take, self.print))):
            line.setSpacing(8)
            for widget in widgets:
                line.addWidget(widget)
        top.addStretch(1)
        acts.addWidget(self.work, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.notices)
        column.addWidget(self.hint)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)
        column.addLayout(acts)

    def _wire(self) -> None:
        model = self._model
        self.choose.clicked.connect(self._choose)
        self.take.clicked.connect(model.take)
        self.print.clicked.connect(model.print)
        self.work.cancelled.connect(model.cancel)
        self.notices.closed.connect(model.close_notice)
        self.list.opened.connect(self._open)
        model.changed.connect(self._render)

    def _choose(self) -> None:
        path = self._ask(self, self.tr("The bank's statement"), PATTERNS)
        if path is not None:
            self._model.choose(path)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, place: int) -> None:
        row = self.rows.row_at(place)
        if row is not None and row.subject is not None:
            self.opened.emit(row.subject)

    def _render(self) -> None:
        shown = self._model.shown
        self.notices.show_notice(shown.notice)
        self.file.setText(shown.file)
        self.hint.setVisible(not shown.rows)
        self.rows.set_rows(shown.rows)
        self.count.setVisible(bool(shown.rows or shown.unread))
        self.count.setText(self._count_words(shown))
        reading = bool(shown.file) and shown.busy
        self.list.set_empty(self.tr("Reading…") if reading else self.tr("No file is chosen yet."))
        self.choose.setEnabled(not shown.busy)
        self.take.set_word(
            self.tr("Confirm %n transfer(s)", "", shown.matching)
            if shown.matching
            else self.tr("Confirm")
        )
        self.take.setVisible(bool(shown.rows) and not shown.taken)
        self.take.setEnabled(shown.can_take)
        self.print.set_word(self.tr("Print %n receipt(s)", "", len(shown.receipts)))
        self.print.setVisible(bool(shown.receipts))
        self.print.setEnabled(not shown.busy)
        if shown.progress is None:
            self.work.finish()
        elif not shown.progress[0]:
            self.work.begin(self.tr("Confirming…"))
        else:
            self.work.advance(*shown.progress)

    def _count_words(self, shown: Shown) -> str:
        left = sum(not row.matches and row.found is not None for row in shown.rows)
        known = sum(row.found is None for row in shown.rows)
        words = [
            self.tr("Confirmed: {count}") if shown.taken else self.tr("To be confirmed: {count}"),
            self.tr("left to a person: {left}"),
        ]
        if known:
            words.append(self.tr("taken before: {known}"))
        if shown.unread:
            words.append(self.tr("rows that are no transactions: {unread}"))
        told = " · ".join(words)
        unread = ", ".join(map(str, shown.unread[:6])) + ("…" if len(shown.unread) > 6 else "")
        return told.format(count=shown.matching, left=left, known=known, unread=unread)


def statement_columns() -> list[Column[StatementRow]]:
    """Return the columns of a statement's lines."""
    translate = QCoreApplication.translate
    return [
        Column(
            translate("StatementList", "Row"), lambda row: str(row.line.row), width=56, right=True
        ),
        Column(translate("StatementList", "Day"), lambda row: f"{row.line.on:%d/%m/%Y}", width=104),
        Column(
            translate("StatementList", "Amount"),
            lambda row: dong(row.line.amount),
            width=128,
            right=True,
        ),
        Column(
            translate("StatementList", "What becomes of it"),
            lambda row: row_badge(row)[1],
            width=232,
            badge=row_badge,
            tip=lambda row: row.error or row_badge(row)[1],
        ),
        Column(
            translate("StatementList", "Dossier"),
            lambda row: row.number,
            width=232,
            number=True,
            tip=lambda row: row.owner_name,
        ),
        Column(
            translate("StatementList", "Text of the bank"),
            lambda row: row.line.text,
            tip=lambda row: f"{row.line.text} {row.line.reference}",
        ),
    ]


def row_badge(row: StatementRow) -> tuple[Kind, str, str]:
    """Return what becomes of a line."""
    translate = QCoreApplication.translate
    if row.found is None:
        return Kind.QUIET, translate("StatementList", "Taken before"), "check"
    if isinstance(row.found, Awaited):
        if row.receipt is not None:
            return Kind.GOOD, translate("StatementList", "Confirmed"), "circle-check"
        return Kind.INFO, translate("StatementList", "Matches"), "check"
    return {
        Fault.WENT_OUT: (Kind.QUIET, translate("StatementList", "Went out"), "arrow-right"),
        Fault.NO_NUMBER: (Kind.QUIET, translate("StatementList", "Names no dossier"), "help"),
        Fault.AMOUNT_DIFFERS: (
            Kind.WARN,
            translate("StatementList", "Another amount"),
            "alert-triangle",
        ),
        Fault.AMBIGUOUS: (
            Kind.WARN,
            translate("StatementList", "Names several dossiers"),
            "alert-triangle",
        ),
        Fault.NOT_AWAITED: (
            Kind.WARN,
            translate("StatementList", "Not awaited any more"),
            "alert-triangle",
        ),
        Fault.REFUSED: (Kind.BAD, translate("StatementList", "Refused"), "circle-x"),
    }[row.found]
