"""A numbered section of a page."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget


class SectionCard(QFrame):
    """A surface with number, title, a caption at the right, and `body` for what belongs to it."""

    def __init__(
        self, title: str, number: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(title)
        self._title = QLabel(title)
        self._title.setProperty("role", "section")
        self._caption = QLabel()
        self._caption.setProperty("role", "caption")
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        if number is not None:
            mark = QLabel(str(number))
            mark.setObjectName("cardNumber")
            mark.setFixedSize(20, 20)
            mark.setContentsMargins(0, 0, 0, 0)
            mark.setIndent(7 if number < 10 else 3)
            self.head.addWidget(mark)
        self.head.addWidget(self._title)
        self.head.addStretch(1)
        self.head.addWidget(self._caption)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(self.head)
        column.addLayout(self.body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_title(self, title: str) -> None:
        """Name the section anew."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_caption(self, text: str) -> None:
        """Say something small at the right of the title."""
        self._caption.setText(text)

    def row(self, *widgets: QWidget, stretch: tuple[int, ...] = ()) -> QHBoxLayout:
        """Put widgets that belong together beside each other, below what is there."""
        line = QHBoxLayout()
        line.setSpacing(8)
        for place, widget in enumerate(widgets):
            line.addWidget(widget, stretch[place] if place < len(stretch) else 1)
        self.body.addLayout(line)
        return line
