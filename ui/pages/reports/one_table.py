"""A report that is one table, whatever its columns are."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.reports.tables import CellKind, ReportColumn, ReportTable, Row, told
from ui.models.table import Column, TableModel
from ui.widgets.table import ListView

_WIDTHS = {
    CellKind.TEXT: 150,
    CellKind.NUMBER: 210,
    CellKind.MOMENT: 130,
    CellKind.DAY: 96,
    CellKind.MONEY: 110,
}
_COUNT_WIDTH = 86
_TITLE_PAD = 14
_HEADER_PAD = 12
_ROOM = 1200
"""Wider tables scroll: what is squeezed cannot be read."""


@dataclass(frozen=True, slots=True)
class TableLine:
    """A row, put into words where it is looked at, and the dossier it is about, if there is one."""

    place: int
    row: Row
    columns: tuple[ReportColumn, ...]
    subject: UUID | None

    def cell(self, place: int) -> str:
        """Return one cell in words."""
        column = self.columns[place]
        return told(self.row.get(column.key), column.kind)

    @property
    def cells(self) -> tuple[str, ...]:
        return tuple(map(self.cell, range(len(self.columns))))


class OneTable(QWidget):
    """Makes a list for each report anew, because each has columns of its own."""

    opened = Signal(object)
    """The dossier of the row that was opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: ReportTable | None = None
        self.rows: TableModel[TableLine] | None = None
        self.list: ListView | None = None
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)

    def set_table(self, table: ReportTable) -> None:
        """Show a report; the same one stays as it is."""
        if table is self._table:
            return
        self._table = table
        if self.list is not None:
            self._place.removeWidget(self.list)
            self.list.deleteLater()
        columns = _columns(table, self.fontMetrics())
        self.rows = TableModel(columns, lambda line: line.place, self)
        self.list = ListView(self.rows)
        header = self.list.horizontalHeader()
        header.setSectionsClickable(False)
        header.setSortIndicatorShown(False)
        header.setTextElideMode(Qt.TextElideMode.ElideNone)
        lines = max(column.title.count("\n") + 1 for column in columns)
        header.setFixedHeight(lines * self.fontMetrics().lineSpacing() + _HEADER_PAD)
        self.list.setAccessibleName(table.title)
        self.list.set_empty(self.tr("Nothing in this period."))
        self.list.opened.connect(self._open)
        self._place.addWidget(self.list)
        self.rows.set_rows(_lines(table))

    def _open(self, place: int) -> None:
        line = None if self.rows is None else self.rows.row_at(place)
        if line is not None and line.subject is not None:
            self.opened.emit(line.subject)


def in_lines(title: str, width: int, metrics: QFontMetrics) -> str:
    """Return a title broken between words into lines that are no wider than a column."""
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > width - _TITLE_PAD:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def _columns(table: ReportTable, metrics: QFontMetrics) -> list[Column[TableLine]]:
    """Return the columns; the first one of words takes what is left where there is enough."""
    widths = [_WIDTHS.get(column.kind, _COUNT_WIDTH) for column in table.columns]
    if sum(widths) <= _ROOM:
        kinds = [column.kind for column in table.columns]
        widths[kinds.index(CellKind.TEXT)] = 0
    return [
        _column(
            place,
            in_lines(column.title, width, metrics) if width else column.title,
            width,
            right=column.right,
            number=column.kind is CellKind.NUMBER,
        )
        for place, (column, width) in enumerate(zip(table.columns, widths, strict=True))
    ]


def _column(place: int, title: str, width: int, *, right: bool, number: bool) -> Column[TableLine]:
    return Column(title, lambda line: line.cell(place), width=width, right=right, number=number)


def _lines(table: ReportTable) -> list[TableLine]:
    found = table.found
    rows = table.lines if found.rows else ()
    return [
        TableLine(
            place,
            row,
            table.columns,
            found.subjects[place] if place < len(found.subjects) else None,
        )
        for place, row in enumerate(rows)
    ]
