"""What the sections of the page have in common."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.intake_form.form import Side
from ui.intake_form.shown import FormShown
from ui.widgets.field import Field

_MARK = 20


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the keys stop on their way through the page. `side` is whose part must be open."""

    widget: QWidget
    side: Side | None = None


class Part(QFrame):
    """A section, close-set so that the whole paper fits on an office screen.

    Its number stands in the margin. A section of one line has no title row: the label of its
    first field says what it is.
    """

    def __init__(self, title: str, number: int | None = None, *, titled: bool = True) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(title)
        self._title, self._caption = QLabel(title), QLabel()
        self._title.setProperty("role", "section")
        self._caption.setProperty("role", "caption")
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(2)
        if titled:
            self.head.addWidget(self._title)
            self.head.addStretch(1)
            self.head.addWidget(self._caption)
            column.addLayout(self.head)
        column.addLayout(self.body)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 6, 12, 4)
        line.setSpacing(8)
        if number is not None:
            line.addWidget(_mark(number), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_title(self, title: str) -> None:
        """Name the section anew."""
        self._title.setText(title)
        self._title.setVisible(bool(title))

    def set_caption(self, text: str) -> None:
        """Say something small at the right of the title."""
        self._caption.setText(text)

    def row(self, *widgets: QWidget, stretch: tuple[int, ...] = ()) -> None:
        """Put widgets that belong together beside each other, below what is there."""
        line = QHBoxLayout()
        line.setSpacing(8)
        for place, widget in enumerate(widgets):
            share = stretch[place] if place < len(stretch) else 1
            # Labels stand on one line, whatever stands below the fields.
            line.addWidget(widget, share, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)

    def stops(self) -> list[Stop]:
        """Return the editors in the order of the paper."""
        return []

    def render_part(self, shown: FormShown) -> None:
        """Draw what is shown."""


def tell_below(field: Field, shown: FormShown, where: str) -> None:
    """Say below a field what is wrong there."""
    field.set_error(shown.faults.get(where, ""))


def _mark(number: int) -> QLabel:
    mark = QLabel(str(number))
    mark.setObjectName("cardNumber")
    mark.setFixedSize(_MARK, _MARK)
    mark.setIndent(7)
    mark.setToolTip(f"Alt+{number}")
    return mark
