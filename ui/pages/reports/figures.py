"""Phụ lục I on the screen: one stands on a figure, and its dossiers are listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QWidget,
)

from counter_app.domain.amounts import grouped
from counter_app.domain.reporting import Figures, Measure
from counter_app.reports.monthly import MonthlyReport
from ui.models.table import Column
from ui.notice import Kind
from ui.pages.reports.questions import Cell
from ui.pages.reports.words import column_words
from ui.widgets.figure_table import FigureTable, Look

MEASURES = tuple(Measure)
_COUNT_WIDTH = 73
_HEADER_HEIGHT = 62
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


class FiguresTable(FigureTable[Line]):
    """Total and shares first, so that they never scroll away, and the agencies below."""

    chosen = Signal(object)
    """The officer went to this `Cell`."""
    opened = Signal()
    """Enter: on to the dossiers behind the figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        name = Column[Line](
            QCoreApplication.translate("FiguresTable", "Agency"), lambda line: line.name
        )
        super().__init__(
            [name, *(_column(place, measure) for place, measure in enumerate(MEASURES))],
            lambda line: line.code,
            _COUNT_WIDTH,
            parent,
        )
        self.setAccessibleName(self.tr("Figures by agency"))
        header = self.horizontalHeader()
        header.setTextElideMode(Qt.TextElideMode.ElideNone)
        header.setFixedHeight(_HEADER_HEIGHT)
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
            self.stand_at(codes.index(cell.agency_code), MEASURES.index(cell.measure) + 1)

    def look(self, row: Line, column: int) -> Look:
        """Show what is late in its colour, and total and shares strong."""
        counted = column and row.code is not None
        return Look(_WARNING.get(MEASURES[column - 1]) if counted else None, row.strong)

    def stood_on(self, row: Line, column: int) -> None:
        """Tell whose dossiers are to be listed; shares have none."""
        if row.code is not None:
            self.chosen.emit(Cell(MEASURES[column - 1], row.code))

    def keyPressEvent(self, event: Any) -> None:
        """Go on to the dossiers on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
            return
        super().keyPressEvent(event)


def _column(place: int, measure: Measure) -> Column[Line]:
    return Column(
        column_words(measure), lambda line: line.cells[place], width=_COUNT_WIDTH, right=True
    )


def _told(figures: Figures) -> tuple[str, ...]:
    return tuple(grouped(figures.of(measure)) for measure in MEASURES)
