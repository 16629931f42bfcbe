"""The numbers of the board: three large ones, and a table of them by agency."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from counter_app.store.dossiers import AgencyDue
from ui import icons, tokens
from ui.models.table import Column, TableModel
from ui.notice import Kind
from ui.pages.deadlines.view_model import Cell, When
from ui.stylesheet import ROW_HEIGHT
from ui.widgets.badge import KIND_ICONS

_COUNT_WIDTH = 92
_SIDE = 12
WHENS = tuple(When)
KINDS = {
    When.OVERDUE: Kind.BAD,
    When.TODAY: Kind.WARN,
    When.TOMORROW: Kind.INFO,
    When.LATER: Kind.QUIET,
}


def when_words(when: When) -> str:
    """Return the name of a column of the board."""
    translate = QCoreApplication.translate
    return {
        When.OVERDUE: translate("Deadlines", "Overdue"),
        When.TODAY: translate("Deadlines", "Due today"),
        When.TOMORROW: translate("Deadlines", "Next working day"),
        When.LATER: translate("Deadlines", "Later"),
    }[when]


def column_words(when: When) -> str:
    """Return the same, short enough for the head of a column."""
    translate = QCoreApplication.translate
    return {
        When.OVERDUE: translate("Deadlines", "Overdue"),
        When.TODAY: translate("Deadlines", "Today"),
        When.TOMORROW: translate("Deadlines", "Next day"),
        When.LATER: translate("Deadlines", "Later"),
    }[when]


class CountCard(QAbstractButton):
    """A large number with its word; pressing it shows the dossiers behind it."""

    def __init__(self, when: When, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.when = when
        self._count = 0
        self._detail = ""
        self.setCheckable(True)
        self.setText(when_words(when))
        self.setShortcut(shortcut)  # after the text, which would set its own mnemonic
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._keys = self.shortcut().toString(self.shortcut().SequenceFormat.NativeText)

    @property
    def count(self) -> int:
        """The number."""
        return self._count

    def set_count(self, count: int, detail: str, chosen: bool) -> None:
        """Show a number, a quiet word beside it, and whether its dossiers are listed."""
        self._count, self._detail = count, detail
        self.setChecked(chosen)
        self.setAccessibleName(f"{self.text()}: {count}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of number and word."""
        return QSize(240, 72)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, ringed while it has the focus."""
        now = tokens.shown()
        kind = KINDS[self.when] if self._count else Kind.QUIET
        ink, pale = tokens.kind_colours(kind)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.hasFocus()
        edge = QColor(now.accent) if ring or self.isChecked() else QColor(now.line)
        painter.setPen(QPen(edge, 2 if ring or self.isChecked() else 1))
        painter.setBrush(QColor(now.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        mark = QRectF(_SIDE + 2, (self.height() - 40) / 2, 40, 40)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pale)
        painter.drawEllipse(mark)
        icon = icons.pixmap(KIND_ICONS[kind], ink, 22)
        painter.drawPixmap(int(mark.center().x()) - 11, int(mark.center().y()) - 11, icon)
        left = int(mark.right()) + _SIDE
        self._paint_words(painter, QRect(left, 0, self.width() - left - _SIDE, self.height()), ink)
        painter.end()

    def _paint_words(self, painter: QPainter, room: QRect, ink: QColor) -> None:
        now = tokens.shown()
        large = QFont(self.font())
        large.setPixelSize(30)
        large.setWeight(QFont.Weight.DemiBold)
        painter.setFont(large)
        painter.setPen(ink if self._count else QColor(now.quiet))
        number = f"{self._count:,}".replace(",", ".")
        width = painter.fontMetrics().horizontalAdvance(number)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, number)
        words = room.adjusted(width + _SIDE, 14, 0, -14)
        plain = QFont(self.font())
        plain.setWeight(QFont.Weight.DemiBold)
        painter.setFont(plain)
        painter.setPen(QColor(now.text))
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, top, self._cut(painter, self.text(), words.width()))
        small = QFont(self.font())
        small.setPixelSize(12)
        painter.setFont(small)
        painter.setPen(QColor(now.quiet))
        below = " · ".join(part for part in (self._detail, self._keys) if part)
        bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, bottom, self._cut(painter, below, words.width()))

    @staticmethod
    def _cut(painter: QPainter, text: str, width: int) -> str:
        return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)


class AgencyTable(QTableView):
    """The board by agency: the cell one stands on is the one whose dossiers are listed."""

    chosen = Signal(object)
    """The officer went to this `Cell`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: TableModel[AgencyDue] = TableModel(
            [
                Column(self.tr("Agency"), lambda agency: agency.agency_name),
                *(self._count_column(when) for when in WHENS),
            ],
            lambda agency: agency.agency_code,
            self,
        )
        self.setModel(self.rows)
        self.setItemDelegate(_CountPainter(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Open dossiers by agency"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place in range(1, len(WHENS) + 1):
            self.setColumnWidth(place, _COUNT_WIDTH)
        self.selectionModel().currentChanged.connect(self._moved)

    def set_agencies(self, total: AgencyDue, agencies: Sequence[AgencyDue], cell: Cell) -> None:
        """Show the sum and the agencies, and stand on `cell`."""
        all_of_them = self.tr("All agencies")
        self.rows.set_rows([AgencyDue("", all_of_them, *_counts(total)), *agencies])
        codes = [agency.agency_code for agency in self.rows.rows]
        if cell.agency_code in codes:
            index = self.rows.index(codes.index(cell.agency_code), WHENS.index(cell.when) + 1)
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        agency = self.rows.row_at(now.row())
        if agency is None:
            return
        if now.column() == 0:  # the name stands for nothing: go on to its first number
            self.setCurrentIndex(self.rows.index(now.row(), 1))
            return
        self.chosen.emit(Cell(WHENS[now.column() - 1], agency.agency_code))

    @staticmethod
    def _count_column(when: When) -> Column[AgencyDue]:
        return Column(
            column_words(when),
            lambda agency: str(getattr(agency, when)),
            width=_COUNT_WIDTH,
            right=True,
        )


class _CountPainter(QStyledItemDelegate):
    """Draws numbers in the colour of their urgency, and none as a dash."""

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
        if index.column():
            kind = KINDS[WHENS[index.column() - 1]]
            if text == "0":
                text, ink = "–", QColor(now.quiet)
            elif kind in (Kind.BAD, Kind.WARN):
                ink = tokens.kind_colours(kind)[0]
                font.setWeight(QFont.Weight.DemiBold)
        if index.row() == 0:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(ink)
        room = place.adjusted(_SIDE, 0, -_SIDE, -1)
        align = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, align, cut)
        painter.restore()


def _counts(due: AgencyDue) -> tuple[int, int, int, int]:
    return due.overdue, due.today, due.tomorrow, due.later
