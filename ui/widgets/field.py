"""A labelled editor: label above, error line below, mark for what the program filled in."""

from __future__ import annotations

from typing import Self

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.elided import ElidedLabel

LABEL_HEIGHT = 20
ERROR_HEIGHT = 16

_STILL_THERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class Field(QWidget):
    """The frame around any editor. The error line keeps its place, so nothing moves.

    `left` is the moment to check what was typed; errors never appear while typing.
    """

    left = Signal()

    def __init__(
        self, label: str, editor: QWidget, required: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._name = label
        self._label = ElidedLabel(label + (" *" if required else ""), "label")
        self._label.setBuddy(editor)
        self._mark = QLabel(self.tr("filled in"))
        self._mark.setProperty("role", "mark")
        self._mark.hide()
        self._error = ElidedLabel(role="error")
        self._error.setFixedHeight(ERROR_HEIGHT)
        self._wrong, self._hint, self._doubtful = "", "", False

        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self._label, 1)
        top.addWidget(self._mark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._label.setFixedHeight(LABEL_HEIGHT)
        column.addLayout(top)
        column.addWidget(editor)
        column.addWidget(self._error)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(editor)
        editor.setAccessibleName(label)
        editor.installEventFilter(self)

    @property
    def label(self) -> str:
        """The word above the editor."""
        return self._name

    @property
    def error(self) -> str:
        """What is said to be wrong."""
        return self._wrong

    @property
    def hint(self) -> str:
        """What is said below the field where nothing is wrong."""
        return self._hint

    @property
    def filled(self) -> bool:
        """Whether the pale mark is shown."""
        return bool(self.editor.property("filled"))

    def set_label(self, label: str, required: bool = False) -> None:
        """Name the field anew, for instance when a person becomes an organisation."""
        self._name = label
        self._label.setText(label + (" *" if required else ""))
        self.editor.setAccessibleName(label)

    def set_error(self, text: str) -> None:
        """Say below the field what is wrong; "" takes it away."""
        if text != self._wrong:
            self._wrong = text
            self._set_property("wrong", bool(text))
            self._tell_below()

    def set_hint(self, text: str, doubtful: bool = False) -> None:
        """Say below the field what is good to know, or what looks odd; an error comes first."""
        if (text, doubtful) != (self._hint, self._doubtful):
            self._hint, self._doubtful = text, doubtful
            self._tell_below()

    def set_filled(self, filled: bool) -> None:
        """Mark the content as filled in by the program and not yet confirmed by the officer."""
        if filled != self.filled:
            self._mark.setVisible(filled)
            self._set_property("filled", filled)

    def without_error_line(self) -> Self:
        """Give the error line's height back, for a field that cannot be wrong; returns itself."""
        self._error.hide()
        return self

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the officer leaves the editor."""
        if (
            event.type() is QEvent.Type.FocusOut
            and isinstance(event, QFocusEvent)
            and event.reason() not in _STILL_THERE
        ):
            self.left.emit()
        return super().eventFilter(watched, event)

    def _tell_below(self) -> None:
        role = "error" if self._wrong else "doubt" if self._doubtful else "caption"
        if role != self._error.property("role"):
            self._error.setProperty("role", role)
            _polish(self._error)
        self._error.setText(self._wrong or self._hint)
        self.editor.setAccessibleDescription(self._wrong or self._hint)

    def _set_property(self, name: str, value: bool) -> None:
        self.editor.setProperty(name, value)
        _polish(self.editor)


def _polish(widget: QWidget) -> None:
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


class TextField(Field):
    """One line of text."""

    edited = Signal(str)
    """The officer typed; never emitted by `set_text`."""

    def __init__(
        self,
        label: str,
        placeholder: str = "",
        required: bool = False,
        line: QLineEdit | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.line = line or QLineEdit()
        super().__init__(label, self.line, required, parent)
        self.line.setPlaceholderText(placeholder)
        self.line.textEdited.connect(self.edited)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Show `text`; an equal text leaves the cursor and the selection alone."""
        if text != self.line.text():
            self.line.setText(text)


class NoteField(Field):
    """A few lines of text. Enter goes on to the next field, Alt+Enter starts a new line."""

    edited = Signal(str)

    def __init__(
        self, label: str, lines: int = 2, required: bool = False, parent: QWidget | None = None
    ) -> None:
        self.area = _NoteArea()
        super().__init__(label, self.area, required, parent)
        self.area.setFixedHeight(14 + lines * self.area.fontMetrics().lineSpacing())
        self.area.textChanged.connect(self._tell)
        self._shown = ""

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.area.toPlainText()

    def set_text(self, text: str) -> None:
        """Show `text`; an equal text leaves the cursor alone."""
        if text != self.text:
            self._shown = text
            self.area.setPlainText(text)

    def _tell(self) -> None:
        if self.text != self._shown:
            self._shown = self.text
            self.edited.emit(self._shown)


class _NoteArea(QPlainTextEdit):
    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the form, except with Alt."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.insertPlainText("\n")
            else:
                event.ignore()
            return
        super().keyPressEvent(event)
