"""Section 3: the papers handed in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from counter_app.domain.intake_check import Field as Place
from ui.intake_form import papers
from ui.intake_form.filling import Filling
from ui.intake_form.papers_model import PapersModel
from ui.intake_form.papers_table import ROW, PapersTable
from ui.intake_form.part import Part, Stop
from ui.intake_form.shown import FormShown
from ui.widgets.buttons import Button
from ui.widgets.elided import ElidedLabel

ALL_KEYS = "Ctrl+Shift+D"
_ROWS_AT_LEAST = 3


class PapersPart(Part):
    """Everything there in one key; exceptions by hand."""

    left = Signal(int)
    """The keys leave the table: 1 on, -1 back."""

    def __init__(self, model: Filling) -> None:
        super().__init__(self.tr("Papers"), 3)
        self._model = model
        self.rows = PapersModel(self._write)
        self.table = PapersTable(self.rows)
        self.table.setMinimumHeight(28 + _ROWS_AT_LEAST * ROW)
        self.fault = ElidedLabel(role="error")
        self.everything = Button(self.tr("All there"), ALL_KEYS, look="link")
        self.more = Button(self.tr("Another paper"), look="link")
        self.more.setToolTip(self.tr("Insert in the table adds a row, Delete removes it"))
        place = self.head.count() - 1
        self.head.insertWidget(place, self.more)
        self.head.insertWidget(place, self.everything)
        self.head.insertWidget(place - 1, self.fault, 8)
        self.body.addWidget(self.table, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._wire()

    def stops(self) -> list[Stop]:
        """The table; the buttons have keys of their own."""
        return [Stop(self.table)]

    def render_part(self, shown: FormShown) -> None:
        """Draw the rows."""
        rows = shown.form.papers
        self.rows.show(rows, flagged=Place.PAPERS in shown.faults)
        there = sum(paper.present for paper in rows)
        self.set_caption(f"{there}/{len(rows)}" if rows else "")
        self.fault.setText(shown.faults.get(Place.PAPERS, ""))
        self.everything.setEnabled(any(not paper.present for paper in rows))

    def _wire(self) -> None:
        sheet = self._model.sheet
        self.table.ticked.connect(lambda row: sheet.edit_papers(papers.ticked, row))
        self.table.counted.connect(
            lambda row, count, copies: sheet.edit_papers(papers.counted, row, count, copies)
        )
        self.table.added.connect(self._add)
        self.table.removed.connect(self._remove)
        self.table.went_on.connect(self.left)
        self.everything.clicked.connect(lambda: sheet.edit_papers(papers.all_there))
        self.more.clicked.connect(self._add)

    def _add(self) -> None:
        if self._model.sheet.edit_papers(papers.added):
            self.table.write_name(self.rows.rowCount() - 1)

    def _remove(self, row: int) -> None:
        column = self.table.column
        self._model.remove_paper(row)
        last = self.rows.rowCount() - 1
        if last >= 0:
            self.table.select(min(row, last), column)

    def _write(self, row: int, name: str, text: str) -> None:
        self._model.sheet.edit_papers(
            lambda rows: papers.written(rows, row, **{name: text}),
        )
