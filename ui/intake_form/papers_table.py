"""The checklist worked with the keys: Space ticks, figures count, arrows move."""

from __future__ import annotations

import time

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import icons, tokens
from ui.intake_form.form import PaperForm
from ui.intake_form.papers_model import (
    COUNT_COLUMNS,
    MISSING_ROLE,
    PAPER_ROLE,
    PaperColumn,
    PapersModel,
)

ROW = 30
TALL_ROW = 40
_SIDE = 6
_SMALL_PX = 13
_HEADER = 26
_SAME_NUMBER_S = 1.0
_WIDTHS = {
    PaperColumn.PRESENT: 36,
    PaperColumn.ORIGINALS: 80,
    PaperColumn.CERTIFIED: 92,
    PaperColumn.PHOTOCOPIES: 60,
    PaperColumn.NOTE: 96,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PapersTable(QTableView):
    """Says what the officer did; the model shows what became of it."""

    ticked = Signal(int)
    counted = Signal(int, str, int)
    """(row, which count, copies)."""
    added = Signal()
    removed = Signal(int)
    went_on = Signal(int)
    """Enter on the last row (1), or Shift+Enter on the first (-1): the keys leave the table."""

    def __init__(self, model: PapersModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._papers = model
        self._figures = ("", -1, -1, 0.0)
        self.setModel(model)
        self.setItemDelegate(_PaperPainter(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Papers handed in"))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(ROW)
        header = self.horizontalHeader()
        header.setFixedHeight(_HEADER)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(28)
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(PaperColumn.NAME, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self._clicked)
        for told in (model.modelReset, model.rowsInserted, model.dataChanged):
            told.connect(self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick, count, add, remove, and leave at the ends."""
        row, key = self.currentIndex().row(), Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.state() is QAbstractItemView.State.EditingState:
            return  # what the editor leaves over, such as the Enter that ends it
        if key in _ENTER and held in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        ):
            self._move(-1 if held else 1)
        elif key is Qt.Key.Key_Insert and not held:
            self.added.emit()
        elif row < 0 or held & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif key is Qt.Key.Key_Space and self.column is not PaperColumn.NOTE:
            self.ticked.emit(row)
        elif key is Qt.Key.Key_Delete:
            self._delete(row)
        elif event.text().isdecimal() and self.column is not PaperColumn.NOTE:
            self._count(row, event.text())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are for notes: they do not jump."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first paper."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._papers.rowCount():
            back = event.reason() is Qt.FocusReason.BacktabFocusReason
            self.select(self._papers.rowCount() - 1 if back else 0, PaperColumn.NAME)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give long names their second line."""
        super().resizeEvent(event)
        self._fit()

    def select(self, row: int, column: PaperColumn) -> None:
        """Go to a cell."""
        self.setCurrentIndex(self._papers.index(row, column))

    def write_name(self, row: int) -> None:
        """Go to the name of a free row and write."""
        self.setFocus()
        self.select(row, PaperColumn.NAME)
        self.edit(self.currentIndex())

    @property
    def column(self) -> PaperColumn:
        """The column of the current cell."""
        return PaperColumn(self.currentIndex().column())

    def _move(self, step: int) -> None:
        row = self.currentIndex().row() + step
        if self.currentIndex().isValid() and 0 <= row < self._papers.rowCount():
            self.select(row, self.column)
        else:
            self.went_on.emit(step)

    def _delete(self, row: int) -> None:
        if self._papers.papers[row].free:
            self.removed.emit(row)
        elif (count := COUNT_COLUMNS.get(self.column)) is not None:
            self.counted.emit(row, count, 0)

    def _count(self, row: int, figure: str) -> None:
        column = self.column
        if column not in COUNT_COLUMNS:
            column = _asked_column(self._papers.papers[row])
            self.select(row, column)
        figures, last_row, last_column, typed_at = self._figures
        now = time.monotonic()
        going_on = (last_row, last_column) == (row, column) and now - typed_at < _SAME_NUMBER_S
        figures = (figures + figure)[-3:] if going_on else figure
        self._figures = (figures, row, int(column), now)
        self.counted.emit(row, COUNT_COLUMNS[column], int(figures))

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == PaperColumn.PRESENT:
            self.ticked.emit(index.row())

    def _fit(self) -> None:
        metrics = QFontMetrics(_small(self.font()))
        room = self.columnWidth(PaperColumn.NAME) - 2 * _SIDE
        for row, paper in enumerate(self._papers.papers):
            long = metrics.horizontalAdvance(_named(paper)) > room
            self.setRowHeight(row, TALL_ROW if long else ROW)


class _PaperPainter(QStyledItemDelegate):
    """Draws a cell; papers that are not there are quiet."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        now = tokens.shown()
        paper: PaperForm = index.data(PAPER_ROLE)
        place: QRect = option.rect
        table = self.parent()
        assert isinstance(table, PapersTable)
        current = table.hasFocus() and index.row() == table.currentIndex().row()
        painter.save()
        if current:
            painter.fillRect(place, QColor(now.accent_pale))
        painter.setPen(QColor(now.line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        self._paint_content(painter, place.adjusted(_SIDE, 0, -_SIDE, -1), paper, index)
        if current and option.state & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            pen.setColor(QColor(now.accent))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRect(place.adjusted(1, 1, -1, -2))
        painter.restore()

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Write into a name or a note."""
        line = QLineEdit(parent)
        line.setStyleSheet("min-height: 0; max-height: 999px; border-radius: 0;")
        return line

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a short row."""
        return QSize(40, ROW)

    @staticmethod
    def _paint_content(
        painter: QPainter,
        room: QRect,
        paper: PaperForm,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        now, column = tokens.shown(), PaperColumn(index.column())
        ink = QColor(now.text if paper.present else now.quiet)
        painter.setPen(ink)
        if column is PaperColumn.PRESENT:
            _paint_tick(painter, room, paper, missing=bool(index.data(MISSING_ROLE)))
            return
        if column is PaperColumn.NAME:
            painter.setFont(_small(painter.font()))
            painter.setPen(QColor(now.text))
            _paint_lines(painter, room, _named(paper))
            return
        text = str(index.data())
        align = Qt.AlignmentFlag.AlignVCenter
        if column in COUNT_COLUMNS:
            align |= Qt.AlignmentFlag.AlignHCenter
            text = text if text != "0" else "·"
        else:
            painter.setFont(_small(painter.font()))
            mode = Qt.TextElideMode.ElideRight
            text = painter.fontMetrics().elidedText(text, mode, room.width())
        painter.drawText(room, align, text)


def _asked_column(paper: PaperForm) -> PaperColumn:
    """Return where a figure goes that is typed on the name: the first kind that is asked for."""
    asked = (column for column, count in COUNT_COLUMNS.items() if getattr(paper, count))
    return next(asked, PaperColumn.ORIGINALS)


def _named(paper: PaperForm) -> str:
    return f"{paper.name} *" if paper.required else paper.name


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(_SMALL_PX)
    return small


def _paint_tick(painter: QPainter, room: QRect, paper: PaperForm, *, missing: bool) -> None:
    now = tokens.shown()
    box = QRect(0, 0, 18, 18)
    box.moveCenter(room.center())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge, ground = (now.accent, now.accent) if paper.present else (now.line_strong, now.surface)
    painter.setPen(QColor(now.bad if missing else edge))
    painter.setBrush(QColor(now.bad_pale if missing else ground))
    painter.drawRoundedRect(box, 3, 3)
    inside = QPoint(box.left() + 1, box.top() + 1)
    if paper.present:
        painter.drawPixmap(inside, icons.pixmap("check", now.on_accent, 16))
    elif missing:
        painter.drawPixmap(inside, icons.pixmap("x", now.bad, 16))


def _paint_lines(painter: QPainter, room: QRect, text: str) -> None:
    """Draw up to two lines, the second one cut where it must be."""
    metrics = painter.fontMetrics()
    if metrics.horizontalAdvance(text) <= room.width():
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        return
    first = _first_line(metrics, text, room.width())
    rest = metrics.elidedText(text[len(first) :].strip(), Qt.TextElideMode.ElideRight, room.width())
    half = room.height() // 2
    upper = QRect(room.left(), room.top() + 2, room.width(), half - 1)
    lower = QRect(room.left(), room.top() + half, room.width(), half - 1)
    painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, first)
    painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, rest)


def _first_line(metrics: QFontMetrics, text: str, width: int) -> str:
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and metrics.horizontalAdvance(longer) > width:
            break
        line = longer
    return line
