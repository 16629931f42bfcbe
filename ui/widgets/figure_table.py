"""Figures in rows and columns, one of them stood on: the board of due days, the month's report."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
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

from ui import tokens
from ui.models.table import Column, TableModel
from ui.notice import Kind
from ui.stylesheet import ROW_HEIGHT

_SIDE = 8
T = TypeVar("T")


class Look(NamedTuple):
    """How a cell is drawn; a figure of none is a dash, whatever its kind."""

    kind: Kind | None = None
    strong: bool = False


class FigureTable(QTableView, Generic[T]):
    """Names in the first column, figures in the others; one stands on figures alone."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        key: Callable[[T], Hashable],
        width: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows: TableModel[T] = TableModel(columns, key, self)
        self.setModel(self.rows)
        self.setItemDelegate(_FigurePainter(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place in range(1, len(columns)):
            self.setColumnWidth(place, width)
        self.selectionModel().currentChanged.connect(self._moved)

    def look(self, row: T, column: int) -> Look:
        """Say how a cell is drawn."""
        raise NotImplementedError

    def stood_on(self, row: T, column: int) -> None:
        """Take that the officer went to a figure."""
        raise NotImplementedError

    def stand_at(self, row: int, column: int) -> None:
        """Go to a cell."""
        self.selectionModel().setCurrentIndex(
            self.rows.index(row, column), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = self.rows.row_at(now.row())
        if row is None:
            return
        if now.column() == 0:  # the name stands for nothing: go on to its first figure
            self.setCurrentIndex(self.rows.index(now.row(), 1))
        else:
            self.stood_on(row, now.column())


class _FigurePainter(QStyledItemDelegate):
    """Draws a figure in the colour of its kind, and none as a dash."""

    def __init__(self, table: FigureTable[Any]) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
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
        row = self._table.rows.row_at(index.row())
        look = Look() if row is None else self._table.look(row, index.column())
        font, ink = QFont(option.font), QColor(now.text)
        if index.column() and text == "0":
            text, ink = "–", QColor(now.quiet)
        elif look.kind is not None:
            ink = tokens.kind_colours(look.kind)[0]
        if look.strong:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(ink)
        room = place.adjusted(_SIDE, 0, -_SIDE, -1)
        align = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, align, cut)
        painter.restore()
