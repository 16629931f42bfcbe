"""The list of dossiers above which one types, and the page of the one that was opened."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from ui.dialogs.save_file import AskPath, ask_path
from ui.models.dossier_rows import ROOMY, DossierLine, dossier_columns
from ui.models.table import TableModel
from ui.pages.dossiers import questions
from ui.pages.dossiers.dossier import DossierView
from ui.pages.dossiers.dossier_view_model import DossierViewModel
from ui.pages.dossiers.questions import Only
from ui.pages.dossiers.view_model import DossiersViewModel, Shown
from ui.widgets.buttons import Button
from ui.widgets.filter_line import FilterLine
from ui.widgets.noticebar import NoticeBar
from ui.widgets.page import Page, Waiting
from ui.widgets.progress import LongWork
from ui.widgets.table import ListView

EXPORT_KEYS = "Ctrl+E"
CONFLICT_KEYS = "Alt+X"
ONLINE_KEYS = "Alt+O"
PHASE_KEYS = "Alt+I"
SYNC_PAGE = "sync"
"""Key of the page that is asked for what this counter does not have."""


class DossiersPage(Page):
    """Draws a `DossiersViewModel` and the `DossierViewModel` of the opened dossier."""

    def __init__(
        self,
        model: DossiersViewModel,
        dossier: DossierViewModel,
        ask: AskPath = ask_path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(QCoreApplication.translate("DossiersPage", "Dossiers"), parent)
        self._model, self._dossier, self._ask_path = model, dossier, ask
        self.view = DossierView(dossier, ask)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._list_part())
        self.stack.addWidget(self.view)
        self.body.addWidget(self.notices)
        self.body.addWidget(self.stack, 1)
        self._wire()
        self._render()

    def entered(self) -> None:
        """Look again, and begin where one types."""
        self._model.refresh()
        if self.stack.currentIndex():
            self._dossier.refresh()
            self.view.begin()
        else:
            self.search.begin()

    def take_scan(self, text: str) -> bool:
        """Open the dossier whose number was scanned, unless what is filled in asked for it."""
        if self.stack.currentIndex() and self.view.take_scan(text):
            return True
        if not questions.is_number(text):
            return False
        self._model.open_number(text)
        return True

    def show_item(self, item: object) -> None:
        """Open a dossier by its subject or its number; other words are looked for."""
        if isinstance(item, UUID):
            self._open(item)
        elif item is Waiting.ONLINE:
            self._show_list()
            self._model.show_only(Only.ANNOUNCED)
        elif isinstance(item, str) and questions.is_number(item):
            self._model.open_number(item)
        elif isinstance(item, str):
            self._show_list()
            self.search.setText(item)
            self._model.set_typed(item)
            self._model.ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let names have the room on narrow screens."""
        super().resizeEvent(event)
        self.list.setColumnHidden(len(self.table.columns) - 1, self.width() < ROOMY)

    def _list_part(self) -> QWidget:
        self.search = FilterLine(self.tr("Name, identity number, phone or dossier number"))
        self.search.setMaximumWidth(480)
        self.count = QLabel()
        self.count.setProperty("role", "quiet")
        self.conflicts = Button("", CONFLICT_KEYS, icon="alert-triangle")
        self.announced = Button("", ONLINE_KEYS, icon="inbox")
        self.phases = Button("", PHASE_KEYS, icon="hourglass")
        for button in (self.conflicts, self.announced, self.phases):
            button.hide()
        self.export = Button(self.tr("Save as CSV"), EXPORT_KEYS, icon="file-export")
        self.notices = NoticeBar()
        self.table = TableModel(dossier_columns(), lambda line: line.row.subject, self)
        self.list = ListView(self.table)
        self.list.setAccessibleName(self.tr("List of dossiers"))
        self.work = LongWork()
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.search, 2)
        top.addWidget(self.count, 1)
        top.addWidget(self.phases)
        top.addWidget(self.announced)
        top.addWidget(self.conflicts)
        top.addWidget(self.export)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.work)
        return part

    def _wire(self) -> None:
        model = self._model
        self.search.typed.connect(model.set_typed)
        self.search.taken.connect(self._take)
        self.search.left_down.connect(self._to_list)
        self.list.typed.connect(self.search.take_letter)
        self.list.opened.connect(model.open_line)
        self.list.empty_act.connect(self._clear)
        self.table.sort_wanted.connect(lambda _, descending: model.sort(descending))
        self.table.more_wanted.connect(model.ask_more)
        self.export.clicked.connect(self._export)
        self.conflicts.clicked.connect(lambda: self._turn(Only.CONFLICTS))
        self.announced.clicked.connect(lambda: self._turn(Only.ANNOUNCED))
        self.phases.clicked.connect(lambda: self._turn(Only.PHASES))
        self.work.cancelled.connect(model.cancel_export)
        self.notices.acted.connect(model.act_on_notice)
        self.notices.closed.connect(model.close_notice)
        self.view.back.connect(self._show_list)
        self.view.other_wanted.connect(self._open)
        self._dossier.printed.connect(model.refresh)
        self._dossier.acted.connect(model.refresh)
        self._dossier.acts.help_wanted.connect(self.go)
        model.changed.connect(self._render)
        model.opened.connect(self._open)
        model.sync_wanted.connect(lambda: self.go.emit(SYNC_PAGE, SYNC_PAGE))
        model.export_advanced.connect(self.work.advance)

    def _open(self, subject: UUID) -> None:
        self._dossier.open(subject)
        self.stack.setCurrentWidget(self.view)
        self.view.begin()

    def _show_list(self) -> None:
        self._dossier.close()
        self.stack.setCurrentIndex(0)
        if self.list.row >= 0:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.search.begin()

    def _take(self) -> None:
        shown = self._model.shown
        if shown.answered != shown.typed:
            self._model.ask()
        if questions.is_number(shown.typed) or len(shown.lines) == 1:
            self._model.open_typed()
        else:
            self._to_list()

    def _to_list(self) -> None:
        if self.table.rows:
            self.list.set_row(max(self.list.row, 0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, only: Only) -> None:
        self.search.clear()
        shown = self._model.shown.only
        self._model.show_only(Only.ALL if shown is only else only)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self.search.clear()
        self._model.show_only(Only.ALL)
        self._model.set_typed("")
        self.search.begin()

    def _export(self) -> None:
        name = self.tr("dossiers {day}").format(day=f"{self._model.today:%Y-%m-%d}")
        path = self._ask_path(self, self.tr("Save as CSV"), f"{name}.csv")
        if path is not None:
            self.work.begin(self.tr("Writing the file"))
            self._model.export(path)

    def _render(self) -> None:
        shown = self._model.shown
        self._render_rows(shown.lines, shown.more and not shown.cut)
        self.notices.show_notice(shown.notice)
        self.export.setEnabled(bool(shown.lines) and not shown.exporting)
        if not shown.exporting:
            self.work.finish()
        self.list.show_order("received", shown.newest_first)
        self.count.setText(self._count_words(shown))
        self._render_waiting(shown)
        if shown.answered:
            self.list.set_empty(self._no_match(shown), self.tr("Show all"))
        elif shown.only is Only.CONFLICTS:
            self.list.set_empty(self.tr("No conflict waits."), self.tr("Show all"))
        elif shown.only is Only.ANNOUNCED:
            self.list.set_empty(self.tr("No online dossier waits."), self.tr("Show all"))
        elif shown.only is Only.PHASES:
            self.list.set_empty(self.tr("No phase is due."), self.tr("Show all"))
        elif shown.answered is None:
            self.list.set_empty(self.tr("Reading…"))
        else:
            self.list.set_empty(self.tr("No dossier yet. Take one in with F2, or sync with F7."))

    def _no_match(self, shown: Shown) -> str:
        words = self.tr("Nothing matches “{text}”. Try fewer words, or a number.")
        told = words.format(text=shown.answered)
        if shown.let_go_before is None:
            return told
        elsewhere = self.tr("Dossiers that ended before {day} are at the centre alone.")
        return f"{told}\n{elsewhere.format(day=f'{shown.let_go_before:%d/%m/%Y}')}"

    def _render_waiting(self, shown: Shown) -> None:
        """Offer the dossiers that wait for somebody; the rail tells how many conflicts."""
        conflicts, announced, due = (
            shown.waiting.get(only, 0) for only in (Only.CONFLICTS, Only.ANNOUNCED, Only.PHASES)
        )
        for button, only, count, words in (
            (self.conflicts, Only.CONFLICTS, conflicts, self.tr("Conflicts: %n", "", conflicts)),
            (self.announced, Only.ANNOUNCED, announced, self.tr("Online: %n", "", announced)),
            (self.phases, Only.PHASES, due, self.tr("Phases due: %n", "", due)),
        ):
            shown_alone = shown.only is only
            button.setVisible(bool(count) or shown_alone)
            button.set_word(self.tr("Show all dossiers") if shown_alone else words)
        self.badge.emit(str(conflicts) if conflicts else "")

    def _render_rows(self, lines: Sequence[DossierLine], more: bool) -> None:
        known = self.table.rows
        held = [line.row.subject for line in lines[: len(known)]]
        if known and len(lines) > len(known) and held == [line.row.subject for line in known]:
            self.table.append_rows(lines[len(known) :], more)
        else:
            self.table.set_rows(lines, more)

    def _count_words(self, shown: Shown) -> str:
        if not shown.answered:
            return ""
        count = len(shown.lines)
        if shown.cut:
            return self.tr("the newest %n that match; type more to narrow", "", count)
        return self.tr("%n found", "", count)
