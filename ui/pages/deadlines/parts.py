"""The numbers of the board: three large ones, and a table of them by agency."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QSizePolicy,
    QWidget,
)

from counter_app.store.dossiers import AgencyDue
from ui import icons, tokens
from ui.models.table import Column
from ui.notice import Kind
from ui.pages.deadlines.view_model import Cell, When
from ui.widgets.badge import KIND_ICONS
from ui.widgets.figure_table import FigureTable, Look

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


class AgencyTable(FigureTable[AgencyDue]):
    """The board by agency: the cell one stands on is the one whose dossiers are listed."""

    chosen = Signal(object)
    """The officer went to this `Cell`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        name = Column[AgencyDue](
            QCoreApplication.translate("AgencyTable", "Agency"), lambda agency: agency.agency_name
        )
        super().__init__(
            [name, *map(_count_column, WHENS)],
            lambda agency: agency.agency_code,
            _COUNT_WIDTH,
            parent,
        )
        self.setAccessibleName(self.tr("Open dossiers by agency"))

    def set_agencies(self, total: AgencyDue, agencies: Sequence[AgencyDue], cell: Cell) -> None:
        """Show the sum and the agencies, and stand on `cell`."""
        all_of_them = self.tr("All agencies")
        self.rows.set_rows([AgencyDue("", all_of_them, *_counts(total)), *agencies])
        codes = [agency.agency_code for agency in self.rows.rows]
        if cell.agency_code in codes:
            self.stand_at(codes.index(cell.agency_code), WHENS.index(cell.when) + 1)

    def look(self, row: AgencyDue, column: int) -> Look:
        """Show what is urgent in its colour, and the sum of all agencies strong."""
        counted = column > 0 and getattr(row, WHENS[column - 1]) > 0
        kind = KINDS[WHENS[column - 1]] if counted else Kind.QUIET
        urgent = kind if kind in (Kind.BAD, Kind.WARN) else None
        return Look(urgent, strong=urgent is not None or not row.agency_code)

    def stood_on(self, row: AgencyDue, column: int) -> None:
        """Tell whose dossiers are to be listed."""
        self.chosen.emit(Cell(WHENS[column - 1], row.agency_code))


def _count_column(when: When) -> Column[AgencyDue]:
    return Column(
        column_words(when),
        lambda agency: str(getattr(agency, when)),
        width=_COUNT_WIDTH,
        right=True,
    )


def _counts(due: AgencyDue) -> tuple[int, int, int, int]:
    return due.overdue, due.today, due.tomorrow, due.later
