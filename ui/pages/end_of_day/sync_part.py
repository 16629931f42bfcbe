"""How things stand with the centre: three truths, what waits and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.models.table import TableModel
from ui.notice import Kind, Notice
from ui.pages.end_of_day.sync_pieces import Truths, waiting_columns, waiting_lines
from ui.pages.end_of_day.sync_view_model import Shown, SyncViewModel
from ui.widgets.buttons import PrimaryButton
from ui.widgets.noticebar import NoticeBar
from ui.widgets.progress import LongWork
from ui.widgets.table import ListView

SYNC_KEYS = "F10"
NOW = "sync"
"""The item with which another page asks for a round at once."""
DOSSIER_PAGE = "dossiers"


class SyncPart(QWidget):
    """Draws a `SyncViewModel`."""

    go = Signal(str, object)

    def __init__(self, model: SyncViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.truths = Truths()
        self.problem = NoticeBar()
        self.notices = NoticeBar()
        self.sync_button = PrimaryButton(self.tr("Sync now"), SYNC_KEYS, icon="arrows-exchange")
        self.work = LongWork()
        self.table = TableModel(waiting_columns(), lambda line: line.row.entry_id, self)
        self.list = ListView(self.table)
        self.list.setAccessibleName(self.tr("Not yet at the centre"))
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        self._lay_out()
        self._wire()
        self._running = False
        self._render()

    def entered(self) -> None:
        """Ask how things stand, and begin at the main act."""
        self._model.refresh()
        self.sync_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def sync_now(self) -> None:
        """Start a round at once."""
        self._model.sync_now()

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.sync_button)
        acts.addWidget(self.work, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.truths, self.problem, self.notices):
            column.addWidget(widget)
        column.addLayout(acts)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)

    def _wire(self) -> None:
        model = self._model
        self.sync_button.clicked.connect(model.sync_now)
        self.work.cancelled.connect(model.cancel)
        self.problem.acted.connect(self._help)
        self.notices.closed.connect(model.close_notice)
        self.list.opened.connect(self._open)
        model.changed.connect(self._render)
        model.advanced.connect(self._advance)

    def _help(self) -> None:
        shown = self._model.shown
        if shown.passes_by_itself:
            self._model.sync_now()
        else:
            QGuiApplication.clipboard().setText(shown.technical)
            self._model.copied()

    def _open(self, place: int) -> None:
        line = self.table.row_at(place)
        if line is not None and line.row.number:
            self.go.emit(DOSSIER_PAGE, line.row.subject)

    def _advance(self, done: int, total: int, doing: str) -> None:
        words = {"push": self.tr("Sending"), "pull": self.tr("Fetching")}.get(doing, "")
        self.work.advance(done, total, words)

    def _render(self) -> None:
        shown = self._model.shown
        self.truths.show_truths(shown)
        self.problem.show_notice(self._problem(shown))
        self.notices.show_notice(shown.notice)
        self._render_work(shown)
        self.table.set_rows(waiting_lines(shown))
        self.heading.setText(self._heading(shown))
        self.list.set_empty(self._empty(shown))

    def _render_work(self, shown: Shown) -> None:
        if shown.known.running is self._running:
            return
        self._running = shown.known.running
        if self._running:
            self.work.begin(self.tr("Syncing"))
        else:
            self.work.finish()

    def _problem(self, shown: Shown) -> Notice | None:
        if not shown.problem:
            return None
        if shown.passes_by_itself:
            words = self.tr("{problem} Intake and printing go on; it is tried again by itself.")
            return Notice(Kind.WARN, words.format(problem=shown.problem), self.tr("Try now"))
        return Notice(Kind.BAD, shown.problem, self.tr("Copy for the technician"))

    def _heading(self, shown: Shown) -> str:
        count = max(0, shown.known.status.unsent) if shown.known.status is not None else 0
        words = self.tr("Not yet at the centre")
        return f"{words} · {count}" if count else words

    def _empty(self, shown: Shown) -> str:
        status = shown.known.status
        if status is None:
            return self.tr("Nothing is known yet.")
        if status.unsent:
            return self.tr("Reading…")
        if status.contact_at is None:
            return self.tr("Nothing waits. The centre has not answered yet.")
        return self.tr("Nothing waits: the centre holds all of this counter's work.")
