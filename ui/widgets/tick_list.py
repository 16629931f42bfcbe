"""A list whose rows are ticked."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.models.table import TableModel
from ui.widgets.table import ListView


class TickList(ListView):
    """A list whose rows are ticked with Space or by a press on their mark."""

    ticked = Signal(int)
    """The row whose tick is to be turned."""

    def __init__(self, model: TableModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.clicked.connect(self._pressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick on Space, and go on to the next row."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            place = self.row
            if place >= 0:
                self.ticked.emit(place)
                self.set_row(min(place + 1, self.model().rowCount() - 1))
            return
        super().keyPressEvent(event)

    def _pressed(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self.ticked.emit(index.row())
