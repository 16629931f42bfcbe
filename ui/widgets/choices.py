"""A choice out of a list, as a field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ui import icons, tokens
from ui.widgets.field import Field


class ComboBox(QComboBox):
    """A combo box that the wheel does not change while a page is scrolled; Enter goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the list has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list on F4, Space or Alt+Down as usual; leave F-keys and Enter to the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4):
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the arrow, which a style sheet could only take from a file on disk."""
        super().paintEvent(event)
        painter = QPainter(self)
        place = QRect(self.width() - 26, (self.height() - 16) // 2, 16, 16)
        painter.drawPixmap(place, icons.pixmap("chevron-down", tokens.shown().quiet, 16))
        painter.end()


class ChoiceField(Field):
    """One of several keys, shown by their words."""

    chosen = Signal(object)
    """The officer chose this key; never emitted by `set_key`."""

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[object, str]] = (),
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.combo = ComboBox()
        super().__init__(label, self.combo, required, parent)
        self._keys: list[object] = []
        self.combo.activated.connect(lambda place: self.chosen.emit(self._keys[place]))
        self.set_choices(choices)

    @property
    def key(self) -> object:
        """The chosen key; None when nothing is chosen."""
        place = self.combo.currentIndex()
        return self._keys[place] if 0 <= place < len(self._keys) else None

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer these (key, words); a key that is still offered stays chosen."""
        words = [word for _, word in choices]
        keys = [key for key, _ in choices]
        shown = [self.combo.itemText(place) for place in range(self.combo.count())]
        if keys == self._keys and words == shown:
            return
        before = self.key
        self._keys = keys
        self.combo.clear()
        self.combo.addItems(words)
        self.set_key(before)

    def set_key(self, key: object) -> None:
        """Show the choice `key`; an unknown key shows none."""
        place = self._keys.index(key) if key in self._keys else -1
        if place != self.combo.currentIndex():
            self.combo.setCurrentIndex(place)
