"""Phụ lục I on the screen: one stands on a figure, and its dossiers are listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from counter_app.domain.amounts import grouped
from counter_app.domain.reporting import Figures, Measure
from counter_app.reports.monthly import MonthlyReport
from ui import tokens
from ui.models.table import Column, TableModel
from ui.notice import Kind
from ui.pages.reports.questions import Cell
from ui.pages.reports.words import column_words
from ui.stylesheet import ROW_HEIGHT

MEASURES = tuple(Measure)
_COUNT_WIDTH = 73
_HEADER_HEIGHT = 62
_SIDE = 8
_WARNING = {
    Measure.RESOLVED_LATE: Kind.BAD,
    Measure.PENDING_OVERDUE: Kind.BAD,
    Measure.RETURNED: Kind.WARN,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row: an agency's figures, the total (code ""), or the shares (code None)."""

    code: str | None
    name: str
    cells: tuple[str, ...]

    @property
    def strong(self) -> bool:
        return not self.code


class FiguresTable(QTableView):
    """Total and shares first, so that they never scroll away, and the agencies below."""

    chosen = Signal(object)
    """The officer went to this `Cell`."""
    opened = Signal()
    """Enter: on to the dossiers behind the figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: TableModel[Line] = TableModel(
            [
                Column(self.tr("Agency"), lambda line: line.name),
                *(_column(place, measure) for place, measure in enumerate(MEASURES)),
            ],
            lambda line: line.code,
            self,
        )
        self.setModel(self.rows)
        self.setItemDelegate(_FigurePainter(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Figures by agency"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setTextElideMode(Qt.TextElideMode.ElideNone)
        header.setFixedHeight(_HEADER_HEIGHT)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place in range(1, len(MEASURES) + 1):
            self.setColumnWidth(place, _COUNT_WIDTH)
        self.selectionModel().currentChanged.connect(self._moved)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def set_report(self, report: MonthlyReport, cell: Cell) -> None:
        """Show a report, and stand on `cell`."""
        shares = report.figures.shares()
        percent = tuple(f"{shares[measure]:.2f}".replace(".", ",") for measure in MEASURES)
        self.rows.set_rows(
            [
                Line("", self.tr("Total"), _told(report.figures)),
                Line(None, self.tr("Share %"), percent),
                *(
                    Line(one.agency.code, one.agency.name, _told(one.figures))
                    for one in report.lines
                ),
            ]
        )
        self.stand_on(cell)

    def stand_on(self, cell: Cell) -> None:
        """Go to a figure."""
        codes = [line.code for line in self.rows.rows]
        if cell.agency_code in codes:
            place = MEASURES.index(cell.measure) + 1
            index = self.rows.index(codes.index(cell.agency_code), place)
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def keyPressEvent(self, event: Any) -> None:
        """Go on to the dossiers on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        line = self.rows.row_at(now.row())
        if line is None or line.code is None:
            return
        if now.column() == 0:  # the name stands for nothing: go on to its first figure
            self.setCurrentIndex(self.rows.index(now.row(), 1))
            return
        self.chosen.emit(Cell(MEASURES[now.column() - 1], line.code))


def _column(place: int, measure: Measure) -> Column[Line]:
    return Column(
        column_words(measure), lambda line: line.cells[place], width=_COUNT_WIDTH, right=True
    )


def _told(figures: Figures) -> tuple[str, ...]:
    return tuple(grouped(figures.of(measure)) for measure in MEASURES)


class _FigurePainter(QStyledItemDelegate):
    """Draws what is late in its colour, and none as a dash."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        now = tokens.shown()
        place: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(now.accent_pale))
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.drawRect(place.adjusted(1, 1, -1, -2))
        painter.setPen(QColor(now.line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        text: Any = index.data(Qt.ItemDataRole.DisplayRole)
        font, ink = QFont(option.font), QColor(now.text)
        model = index.model()
        line = model.row_at(index.row()) if isinstance(model, TableModel) else None
        if index.column():
            kind = _WARNING.get(MEASURES[index.column() - 1])
            if text == "0":
                text, ink = "–", QColor(now.quiet)
            elif kind is not None and line is not None and line.code is not None:
                ink = tokens.kind_colours(kind)[0]
        if line is not None and line.strong:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(ink)
        room = place.adjusted(_SIDE, 0, -_SIDE, -1)
        align = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, align, cut)
        painter.restore()
