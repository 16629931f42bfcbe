"""Buttons that show their shortcut in small type."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ui import icons

_SIDE = 16


class Button(QPushButton):
    """An act. Its shortcut stands beside its word; Enter on a focused button presses it.

    Args:
        shortcut: such as "F9", shown and obeyed while the button can be seen.
        also: further shortcuts that are obeyed and not shown.
        look: "" plain, "primary" for the one main act of a page, "quiet", "link".
    """

    def __init__(
        self,
        text: str,
        shortcut: str = "",
        also: tuple[str, ...] = (),
        icon: str = "",
        look: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", look)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._word = QLabel()
        self._caption = QLabel()
        self._caption.setProperty("role", "shortcut")
        self._line = line = QHBoxLayout(self)
        side = 8 if look in ("quiet", "link") else _SIDE
        line.setContentsMargins(side, 0, side, 0)
        line.setSpacing(8)
        line.addStretch(1)
        if icon:
            drawn = QLabel()
            line.addWidget(drawn)
            icons.put(drawn, icon, {"primary": "on_accent", "link": "accent"}.get(look, "text"))
            self._keep_out(drawn)
        line.addWidget(self._word)
        line.addWidget(self._caption)
        line.addStretch(1)
        for label in (self._word, self._caption):
            self._keep_out(label)
        self.set_word(text)
        self._obey(shortcut, also)

    @property
    def word(self) -> str:
        """What the button says."""
        return self._word.text()

    def set_word(self, text: str) -> None:
        """Say something else on the button."""
        self._word.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone where there is no room; the words come with the mouse, keys stay."""
        self._word.setVisible(not compact)
        keys = self._caption.text()
        self._caption.setVisible(bool(keys) and not compact)
        self.setToolTip(f"{self.word}  {keys}".rstrip() if compact else "")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room that the words need."""
        return QSize(self._line.sizeHint().width(), 28 if self.property("look") == "link" else 34)

    def minimumSizeHint(self) -> QSize:
        """Return the room that the words need: an act is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as on Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def _obey(self, shortcut: str, also: tuple[str, ...]) -> None:
        self._caption.setVisible(bool(shortcut))
        if shortcut:
            self._caption.setText(shown_keys(shortcut))
            self.setAccessibleDescription(shown_keys(shortcut))
        for keys in (shortcut, *also):
            if keys:
                obeyed = QShortcut(QKeySequence(keys), self)
                obeyed.setAutoRepeat(False)
                obeyed.activated.connect(self.click)

    @staticmethod
    def _keep_out(label: QLabel) -> None:
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class PrimaryButton(Button):
    """The one main act of a page."""

    def __init__(
        self,
        text: str,
        shortcut: str = "",
        also: tuple[str, ...] = (),
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, shortcut, also, icon, "primary", parent)


def shown_keys(shortcut: str) -> str:
    """Return a shortcut as this system writes it, and Enter as it stands on the key."""
    native = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("Return", "Enter")
