"""The hand-over lists of the day and the seat's closing sheets, to be printed again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from counter_app.clock import local
from counter_app.domain.closing import SheetKind
from counter_app.domain.processing import Direction
from ui.models.table import Column, TableModel
from ui.moments import short_moment
from ui.notice import Kind
from ui.pages.end_of_day.shown import ClosingShown, ListLine, SheetLine
from ui.widgets.table import ListView


class PapersPart(QWidget):
    """Two short lists; Enter prints the chosen paper."""

    list_wanted = Signal(object)
    sheet_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lists = TableModel(_list_columns(), lambda line: line.row.batch, self)
        self.lists_view = ListView(self.lists)
        self.sheets = TableModel(_sheet_columns(), lambda line: line.row.id, self)
        self.sheets_view = ListView(self.sheets)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for words, view, empty in (
            (self.tr("Lists of the day"), self.lists_view, self.tr("No list was made.")),
            (self.tr("Closing sheets"), self.sheets_view, self.tr("No sheet was made yet.")),
        ):
            heading = QLabel(words)
            heading.setProperty("role", "section")
            view.setAccessibleName(words)
            view.setToolTip(self.tr("Enter prints the chosen paper"))
            view.set_empty(empty)
            column.addWidget(heading)
            column.addWidget(view, 1)
        self.lists_view.opened.connect(self._want_list)
        self.sheets_view.opened.connect(self._want_sheet)

    def render_papers(self, shown: ClosingShown) -> None:
        """Draw the lists and the sheets."""
        self.lists.set_rows(shown.lists)
        self.sheets.set_rows(shown.sheets)

    def _want_list(self, place: int) -> None:
        line = self.lists.row_at(place)
        if line is not None:
            self.list_wanted.emit(line.row.batch)

    def _want_sheet(self, place: int) -> None:
        line = self.sheets.row_at(place)
        if line is not None:
            self.sheet_wanted.emit(line.row.id)


def _list_columns() -> list[Column[ListLine]]:
    translate = QCoreApplication.translate
    return [
        Column(translate("Closing", "Agency"), _agency),
        Column(translate("Closing", "Dossiers"), lambda line: str(line.row.dossiers), width=72),
        Column(translate("Closing", "Signed"), lambda _: "", width=112, badge=_signed),
    ]


def _agency(line: ListLine) -> str:
    if line.row.direction is Direction.POST:
        return QCoreApplication.translate("Closing", "The post")
    return line.agency_name or QCoreApplication.translate("Closing", "several agencies")


def _signed(line: ListLine) -> tuple[Kind, str, str]:
    translate = QCoreApplication.translate
    if line.row.direction is not Direction.OUT or line.row.accepted_at is not None:
        return Kind.GOOD, translate("Closing", "signed"), "check"
    return Kind.WARN, translate("Closing", "unsigned"), "pencil"


def _sheet_columns() -> list[Column[SheetLine]]:
    translate = QCoreApplication.translate
    return [
        Column(translate("Closing", "No."), _sheet_name, width=72, number=True),
        Column(
            translate("Closing", "Kind"),
            lambda line: (
                translate("Closing", "final")
                if line.row.kind is SheetKind.FINAL
                else translate("Closing", "interim")
            ),
            width=80,
        ),
        Column(
            translate("Closing", "Made"),
            lambda line: short_moment(line.row.made_at, line.row.made_at),
            width=104,
            tip=lambda line: f"{local(line.row.made_at):%d/%m/%Y %H:%M}",
        ),
        Column(translate("Closing", "By"), lambda line: line.officer_name),
    ]


def _sheet_name(line: SheetLine) -> str:
    part = f"/{line.row.part}" if line.row.part else ""
    return f"{line.row.number:04d}{part}"
