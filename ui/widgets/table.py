"""The dense list of the pages: rows of 32 px, badges, sorting in SQL, words when it is empty."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui import tokens
from ui.models.table import BADGE_ROLE, NUMBER_ROLE, QUIET_ROLE, TableModel
from ui.stylesheet import ROW_HEIGHT
from ui.theme import number_font
from ui.widgets.badge import badge_width, paint_badge
from ui.widgets.buttons import Button

_SIDE = 8


class CellPainter(QStyledItemDelegate):
    """Draws a cell: ground, rule, badge or text, and the quiet text behind it."""

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
        painter.setPen(QColor(now.line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        room = place.adjusted(_SIDE, 0, -_SIDE, -1)
        badge = index.data(BADGE_ROLE)
        if badge is not None:
            kind, word, icon = badge
            painter.setFont(option.font)
            paint_badge(painter, room, kind, word, icon)
            self._paint_quiet(painter, room, badge_width(word, option.font), index)
        else:
            self._paint_text(painter, room, option.font, index)
        painter.restore()

    @staticmethod
    def _paint_text(
        painter: QPainter,
        room: QRect,
        font: QFont,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        now = tokens.shown()
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        align = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        painter.setFont(number_font() if index.data(NUMBER_ROLE) else font)
        painter.setPen(QColor(now.text))
        metrics = painter.fontMetrics()
        mode = Qt.TextElideMode.ElideRight
        painter.drawText(room, align, metrics.elidedText(text, mode, room.width()))
        CellPainter._paint_quiet(painter, room, metrics.horizontalAdvance(text), index)

    @staticmethod
    def _paint_quiet(
        painter: QPainter, room: QRect, used: int, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        quiet = index.data(QUIET_ROLE)
        rest = room.adjusted(used + _SIDE, 0, 0, 0)
        metrics = painter.fontMetrics()
        if not quiet or rest.width() < min(metrics.horizontalAdvance(quiet), 2 * ROW_HEIGHT):
            return
        align = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        painter.setPen(QColor(tokens.shown().quiet))
        cut = metrics.elidedText(quiet, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, align, cut)


class ListView(QTableView):
    """A table of rows, worked with the keys; Enter opens, letters go to the search."""

    opened = Signal(int)
    """Row that was opened by Enter or a double click."""
    pointed = Signal(int)
    """Row that the selection moved to; -1 for none."""
    typed = Signal(str)
    """A letter or figure was typed: the page's search box takes it."""
    empty_act = Signal()
    """The act of the empty state was pressed."""

    def __init__(self, model: TableModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(CellPainter(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_up_header()
        self._make_empty()
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self._pointed_at: object = None
        model.modelReset.connect(self._point_again)
        model.modelReset.connect(self._look)
        model.rowsInserted.connect(self._look)
        self.selectionModel().currentRowChanged.connect(lambda now, _: self._point(now.row()))
        self._look()

    @property
    def row(self) -> int:
        """The selected row, -1 for none."""
        return self.currentIndex().row()

    def set_row(self, row: int) -> None:
        """Select a row and bring it into sight."""
        self.selectRow(row)

    def set_empty(self, text: str, act: str = "") -> None:
        """Say this while there are no rows: what it means, and the word of the act that helps."""
        self._empty_text.setText(text)
        self._empty_act.set_word(act)
        self._empty_act.setVisible(bool(act))

    def show_order(self, key: str, descending: bool) -> None:
        """Mark the column that SQL sorted by, without asking again."""
        for place, column in enumerate(self._model.columns):
            if column.key == key:
                order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
                header = self.horizontalHeader()
                header.blockSignals(True)
                header.setSortIndicator(place, order)
                header.blockSignals(False)
                header.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter and hand letters to the search."""
        text = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.row >= 0:
                self.opened.emit(self.row)
            return
        if (
            text
            and text.isprintable()
            and not text.isspace()
            and not (
                event.modifiers()
                & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            )
        ):
            self.typed.emit(text)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words of the empty state in the middle."""
        super().resizeEvent(event)
        self._empty.setGeometry(self.viewport().geometry())

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(48)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._model.sort)
        self._model.columns_changed.connect(self._set_widths)
        self._set_widths()

    def _set_widths(self) -> None:
        header = self.horizontalHeader()
        mode = QHeaderView.ResizeMode
        for place, column in enumerate(self._model.columns):
            header.setSectionResizeMode(place, mode.Interactive if column.width else mode.Stretch)
            if column.width:
                self.setColumnWidth(place, column.width)

    def _make_empty(self) -> None:
        self._empty = QWidget(self)
        self._empty_text = QLabel()
        self._empty_text.setProperty("role", "quiet")
        self._empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty_text.setWordWrap(True)
        self._empty_act = Button("", look="link")
        self._empty_act.hide()
        self._empty_act.clicked.connect(self.empty_act)
        column = QVBoxLayout(self._empty)
        column.addStretch(1)
        column.addWidget(self._empty_text)
        column.addWidget(self._empty_act, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)

    def _point(self, place: int) -> None:
        row = self._model.row_at(place)
        if row is not None:
            self._pointed_at = self._model.key(row)
        self.pointed.emit(place)

    def _point_again(self) -> None:
        keys = [self._model.key(row) for row in self._model.rows]
        if self._pointed_at is not None and self._pointed_at in keys:
            self.selectRow(keys.index(self._pointed_at))
        elif self._pointed_at is not None:
            self._pointed_at = None
            self.pointed.emit(-1)

    def _look(self) -> None:
        self._empty.setVisible(self._model.rowCount() == 0)
