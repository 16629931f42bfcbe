"""Sổ theo dõi hồ sơ: the lines of a period on screen, on paper, in a file; an earlier one taken."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from counter_app.domain.register import RegisterOrder, RegisterRow
from ui.dialogs.open_file import AskFile, ask_file
from ui.dialogs.save_file import AskPath, ask_path
from ui.models.table import TableModel
from ui.pages.register.columns import TITLE_HEIGHT, RegisterColumn, register_columns
from ui.pages.register.parts import Filters, IncomingPart
from ui.pages.register.shown import Busy, Shown
from ui.pages.register.view_model import RegisterViewModel
from ui.widgets.buttons import Button
from ui.widgets.noticebar import NoticeBar
from ui.widgets.page import Page
from ui.widgets.progress import LongWork
from ui.widgets.table import ListView

PRINT_KEYS, PDF_KEYS, EXCEL_KEYS, CSV_KEYS = "Ctrl+P", "Ctrl+D", "Ctrl+E", "Ctrl+Shift+E"
IMPORT_KEYS = "Ctrl+I"
TURN_KEYS = "Alt+Z"
DOSSIER_PAGE = "dossiers"
_PATTERNS = "*.xlsx *.xlsm *.csv"


class RegisterPageView(Page):
    """Draws a `RegisterViewModel`."""

    def __init__(
        self,
        model: RegisterViewModel,
        ask_save: AskPath = ask_path,
        ask_open: AskFile = ask_file,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(QCoreApplication.translate("RegisterPageView", "Register"), parent)
        self._model, self._ask_save, self._ask_open = model, ask_save, ask_open
        self._busy = Busy.NOTHING
        self.filters = Filters()
        self.notices = NoticeBar()
        self._columns: tuple[tuple[str, str], ...] = ()
        self._positions: dict[UUID, int] = {}
        self.table: TableModel[RegisterRow] = TableModel([], lambda row: row.subject, self)
        self.list = ListView(self.table)
        self.list.setAccessibleName(self.tr("Lines of the register"))
        self.list.horizontalHeader().setFixedHeight(TITLE_HEIGHT)
        self.form = QLabel()
        self.form.setProperty("role", "quiet")
        self.count = QLabel()
        self.count.setProperty("role", "strong")
        self.turn = Button(self.tr("Other way round"), TURN_KEYS)
        self.print = Button(self.tr("Print"), PRINT_KEYS, icon="printer")
        self.pdf = Button(self.tr("PDF"), PDF_KEYS, icon="download")
        self.excel = Button(self.tr("Excel"), EXCEL_KEYS, icon="file-export")
        self.csv = Button(self.tr("CSV"), CSV_KEYS, icon="file-export")
        self.take_over = Button(self.tr("Take over a file"), IMPORT_KEYS, icon="upload")
        self.incoming = IncomingPart(model.approval)
        self.work = LongWork()
        self.stack = QStackedWidget()
        self._lay_out()
        self._wire()
        self._render()

    def entered(self) -> None:
        """Look again, and begin at the list."""
        self._model.refresh()
        if self._model.shown.incoming is not None:
            self.incoming.begin()
        elif self.table.rows:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.filters.begin()

    def _lay_out(self) -> None:
        self.head.addWidget(self.form)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.count)
        acts.addWidget(self.turn)
        acts.addStretch(1)
        for button in (self.print, self.pdf, self.excel, self.csv, self.take_over):
            acts.addWidget(button)
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filters)
        column.addWidget(self.list, 1)
        column.addLayout(acts)
        self.stack.addWidget(lines)
        self.stack.addWidget(self.incoming)
        self.body.addWidget(self.notices)
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(self.work)

    def _wire(self) -> None:
        model = self._model
        self.filters.span_chosen.connect(model.choose_span)
        self.filters.days_edited.connect(model.set_days)
        self.filters.agency_chosen.connect(model.choose_agency)
        self.filters.seat_chosen.connect(model.choose_seat)
        self.list.opened.connect(self._open)
        self.filters.order_chosen.connect(self._sort)
        self.table.sort_wanted.connect(self._sort)
        self.turn.clicked.connect(model.turn_round)
        self.table.more_wanted.connect(model.ask_more)
        self.print.clicked.connect(model.print)
        for button, suffix in ((self.pdf, "pdf"), (self.excel, "xlsx"), (self.csv, "csv")):
            button.clicked.connect(lambda _=False, suffix=suffix: self._save(suffix))
        self.take_over.clicked.connect(self._read)
        self.incoming.take_wanted.connect(model.take)
        self.incoming.agreed.connect(model.agree)
        self.incoming.left.connect(model.leave)
        self.work.cancelled.connect(model.cancel)
        self.notices.closed.connect(model.close_notice)
        model.changed.connect(self._render)
        model.advanced.connect(lambda done, total, _: self.work.advance(done, total))

    def _open(self, place: int) -> None:
        row = self.table.row_at(place)
        if row is not None:
            self.go.emit(DOSSIER_PAGE, row.subject)

    def _sort(self, key: str, descending: bool = False) -> None:
        self._model.sort(RegisterOrder(key), descending)

    def _told(self) -> list[RegisterColumn]:
        return register_columns(self._columns, lambda row: self._positions.get(row.subject, 0))

    def _save(self, suffix: str) -> None:
        query = self._model.shown.query
        name = self.tr("register {first} {last}").format(
            first=f"{query.first:%Y-%m-%d}", last=f"{query.last:%Y-%m-%d}"
        )
        path = self._ask_save(self, self.tr("Save the register"), f"{name}.{suffix}")
        if path is not None:
            self._model.write(path)

    def _read(self) -> None:
        path = self._ask_open(self, self.tr("Take over an earlier register"), _PATTERNS)
        if path is not None:
            self._model.read(path)

    def _render(self) -> None:
        shown = self._model.shown
        self.notices.show_notice(shown.notice)
        self.filters.render_filters(shown)
        self.incoming.render_incoming(shown)
        if shown.columns != self._columns:
            self._columns = shown.columns
            self.table.set_columns(self._told())
        self._render_rows(shown.rows, shown.more)
        self.list.show_order(shown.query.order, shown.query.descending)
        self.list.set_empty(
            self.tr("No dossier was received in this period.")
            if shown.ready
            else self.tr("Reading…")
        )
        self.form.setText(shown.form)
        self.count.setText(self.tr("%n line(s)", "", shown.total) if shown.ready else "")
        free = shown.busy is Busy.NOTHING
        for button in (self.turn, self.print, self.pdf, self.excel, self.csv):
            button.setEnabled(free and shown.total > 0)
        self.take_over.setEnabled(free)
        part = 0 if shown.incoming is None else 1
        if part != self.stack.currentIndex():
            self.stack.setCurrentIndex(part)
            self.incoming.begin() if part else self.filters.begin()
        self._render_work(shown)

    def _render_rows(self, rows: Sequence[RegisterRow], more: bool) -> None:
        self._positions = {row.subject: place for place, row in enumerate(rows, start=1)}
        known = self.table.rows
        if known and len(rows) > len(known) and tuple(rows[: len(known)]) == known:
            self.table.append_rows(rows[len(known) :], more)
        else:
            self.table.set_rows(rows, more)

    def _render_work(self, shown: Shown) -> None:
        if shown.busy is self._busy:
            return
        self._busy = shown.busy
        words = {
            Busy.WRITE: self.tr("Writing the file"),
            Busy.PRINT: self.tr("Printing"),
            Busy.READ: self.tr("Reading the file"),
            Busy.TAKE: self.tr("Taking over"),
        }
        if shown.busy is Busy.NOTHING:
            self.work.finish()
        else:
            self.work.begin(words[shown.busy])
