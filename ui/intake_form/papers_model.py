"""The checklist as a table: what is there, how many copies, and what is noted."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ui.intake_form.form import PaperForm
from ui.intake_form.papers import COUNTS, Papers

Index = QModelIndex | QPersistentModelIndex
PAPER_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""Gives the PaperForm of a row."""


MISSING_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""True for a required paper that is pointed at because it is not there."""


class PaperColumn(IntEnum):
    """The columns in their order."""

    PRESENT = 0
    NAME = 1
    ORIGINALS = 2
    CERTIFIED = 3
    PHOTOCOPIES = 4
    NOTE = 5


COUNT_COLUMNS = {
    PaperColumn.ORIGINALS: COUNTS[0],
    PaperColumn.CERTIFIED: COUNTS[1],
    PaperColumn.PHOTOCOPIES: COUNTS[2],
}
"""Which count of a paper stands in which column."""


class PapersModel(QAbstractTableModel):
    """Shows rows; what is written into a cell goes to `write`."""

    def __init__(
        self, write: Callable[[int, str, str], None], parent: QObject | None = None
    ) -> None:
        """Make an empty table; `write` takes (row, "name" or "note", text)."""
        super().__init__(parent)
        self._write = write
        self.papers: Papers = ()
        self.flagged = False

    def show(self, papers: Papers, *, flagged: bool = False) -> None:
        """Show these rows; where only cells changed, selection and place stay.

        Args:
            flagged: point at the required ones that are not there.
        """
        if (papers, flagged) == (self.papers, self.flagged):
            return
        self.flagged = flagged
        added = len(papers) - len(self.papers)
        if added > 0 and [p.name for p in papers[: len(self.papers)]] == self._names():
            self.beginInsertRows(QModelIndex(), len(self.papers), len(papers) - 1)
            self.papers = papers
            self.endInsertRows()
        elif added == 0 and papers:
            self.papers = papers
            last = self.index(len(papers) - 1, len(PaperColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.beginResetModel()
            self.papers = papers
            self.endResetModel()

    def _names(self) -> list[str]:
        return [paper.name for paper in self.papers]

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the papers."""
        return 0 if parent is not None and parent.isValid() else len(self.papers)

    def columnCount(self, parent: Index | None = None) -> int:
        """Count the columns."""
        return 0 if parent is not None and parent.isValid() else len(PaperColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Tell one cell."""
        paper, column = self.papers[index.row()], PaperColumn(index.column())
        if role == PAPER_ROLE:
            return paper
        if role == MISSING_ROLE:
            return self.flagged and paper.required and not paper.present
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return _text(paper, column)
        if role == Qt.ItemDataRole.ToolTipRole and column is PaperColumn.NAME:
            return paper.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(paper, column)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a name or a note."""
        names = {PaperColumn.NAME: "name", PaperColumn.NOTE: "note"}
        name = names.get(PaperColumn(index.column()))
        if role != Qt.ItemDataRole.EditRole or name is None:
            return False
        self._write(index.row(), name, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let notes be written, and the names of free rows."""
        flags = super().flags(index)
        paper, column = self.papers[index.row()], index.column()
        if column == PaperColumn.NOTE or (column == PaperColumn.NAME and paper.free):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Tell the title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            written = section in (PaperColumn.NAME, PaperColumn.NOTE)
            side = Qt.AlignmentFlag.AlignLeft if written else Qt.AlignmentFlag.AlignHCenter
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        translate = QCoreApplication.translate
        return (
            translate("PapersModel", "There"),
            translate("PapersModel", "Paper"),
            translate("PapersModel", "Originals"),
            translate("PapersModel", "Certified"),
            translate("PapersModel", "Photocopies"),
            translate("PapersModel", "Note"),
        )[section]


def _text(paper: PaperForm, column: PaperColumn) -> str:
    if column is PaperColumn.NAME:
        return paper.name
    if column is PaperColumn.NOTE:
        return paper.note
    if column is PaperColumn.PRESENT:
        return ""
    return str(getattr(paper, COUNT_COLUMNS[column]))


def _spoken(paper: PaperForm, column: PaperColumn) -> str:
    translate = QCoreApplication.translate
    if column is not PaperColumn.PRESENT:
        return _text(paper, column)
    there = translate("PapersModel", "there")
    absent = translate("PapersModel", "not there")
    required = translate("PapersModel", "required") if paper.required else ""
    return ", ".join(
        word for word in (paper.name, there if paper.present else absent, required) if word
    )
