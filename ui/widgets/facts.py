"""Facts in two columns: what it is, and what it says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

_LABEL_WIDTH = 132


class Facts(QWidget):
    """A quiet word and its fact per line; long facts run on, empty ones are left out."""

    def __init__(self, label_width: int = _LABEL_WIDTH, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[tuple[str, str], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, label_width)
        self._grid.setColumnStretch(1, 1)

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What is shown."""
        return self._facts

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these (word, fact); the same ones are not drawn anew."""
        told = tuple((word, fact) for word, fact in facts if fact)
        if told == self._facts:
            return
        self._facts = told
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, (word, fact) in enumerate(told):
            self._grid.addWidget(_quiet(word), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(wrapped(fact), row, 1)
        self.setVisible(bool(told))


def wrapped(text: str, role: str = "") -> QLabel:
    """Return a text that runs on over lines and can be copied with the mouse."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    if role:
        label.setProperty("role", role)
    return label


def _quiet(word: str) -> QLabel:
    label = QLabel(word)
    label.setProperty("role", "label")
    return label
