"""A table over frozen rows. Sorting, filtering and paging are done in SQL by whoever fills it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ui.notice import Kind

Row = TypeVar("Row")

BADGE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""Gives (Kind, word, icon name) of a cell that is drawn as a badge."""
NUMBER_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""True for a cell that is set in the font of dossier numbers."""
QUIET_ROLE = int(Qt.ItemDataRole.UserRole) + 3
"""A second, quiet text behind the first."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column(Generic[Row]):
    """How one column of rows is told.

    Args:
        key: name of the order that SQL sorts by; "" cannot be sorted.
        width: in pixels at 100 %; 0 takes the room that is left.
        badge: (kind, word, icon or "") in place of the text, None for a row without.
        number: set in the monospaced font of dossier numbers.
        quiet: a second text in quiet ink behind the first, such as the date behind "in 2 days".
    """

    title: str
    text: Callable[[Row], str]
    key: str = ""
    width: int = 0
    right: bool = False
    number: bool = False
    badge: Callable[[Row], tuple[Kind, str, str] | None] | None = None
    quiet: Callable[[Row], str] | None = None
    tip: Callable[[Row], str] | None = None


class TableModel(QAbstractTableModel, Generic[Row]):
    """Rows as they came; asks for another order or for more, and never sorts itself."""

    sort_wanted = Signal(str, bool)
    """(column key, descending): ask SQL for this order and `set_rows`."""
    columns_changed = Signal()
    """Other columns are told than before."""
    more_wanted = Signal()
    """The end was reached and more was announced: `append_rows`."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], object] = lambda row: row,
        parent: QObject | None = None,
    ) -> None:
        """Make an empty table; `key` tells what stays itself when its row changes."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self._rows: list[Row] = []
        self._more = False
        self._asking = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return tuple(self._rows)

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Tell the rows in other columns."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()
        self.columns_changed.emit()

    def set_rows(self, rows: Sequence[Row], more: bool = False) -> None:
        """Show these rows; `more` announces that further ones can be had."""
        self._more, self._asking = more, False
        same = [self.key(row) for row in rows] == [self.key(row) for row in self._rows]
        if same and rows:  # change in place, so that selection and scroll position stay
            self._rows = list(rows)
            last = self.index(len(rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def append_rows(self, rows: Sequence[Row], more: bool = False) -> None:
        """Add the next page."""
        self._more, self._asking = more, False
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def row_at(self, place: int) -> Row | None:
        """Return a row, None outside."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Count the columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Tell one cell."""
        tell = _TOLD.get(role)
        return tell(self._rows[index.row()], self.columns[index.column()]) if tell else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Tell the title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(None, column)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order."""
        if 0 <= column < len(self.columns) and self.columns[column].key:
            self.sort_wanted.emit(self.columns[column].key, order is Qt.SortOrder.DescendingOrder)

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether the end can be moved on."""
        return self._more and not self._asking and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page, once."""
        self._asking = True
        self.more_wanted.emit()


def _alignment(_row: object, column: Column[Any]) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def _spoken(row: Any, column: Column[Any]) -> str:
    badge = column.badge(row) if column.badge else None
    words = [
        column.text(row),
        badge[1] if badge else "",
        column.quiet(row) if column.quiet else "",
    ]
    return ", ".join(dict.fromkeys(word for word in words if word))


_TOLD: Mapping[int, Callable[[Any, Column[Any]], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda row, column: column.text(row),
    Qt.ItemDataRole.TextAlignmentRole: _alignment,
    Qt.ItemDataRole.ToolTipRole: lambda row, column: (column.tip or column.text)(row),
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    BADGE_ROLE: lambda row, column: column.badge(row) if column.badge else None,
    NUMBER_ROLE: lambda _row, column: column.number,
    QUIET_ROLE: lambda row, column: column.quiet(row) if column.quiet else None,
}
