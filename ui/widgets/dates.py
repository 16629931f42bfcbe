"""A day typed quickly as dd/mm/yyyy."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from counter_app.clock import Clock, SystemClock, local_day
from ui.widgets.field import TextField

_PARTS = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})")
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_GROUP_FULL = re.compile(r"\d{2}|\d{1,2}/\d{2}")


def parse_day(text: str, this_year: int) -> date | None:
    """Return the day meant by `text`, None if it is none.

    Takes 05/09/1990, 5.9.1990, 05091990 and with two figures for the year 050990: the latest year
    that is not after `this_year`.
    """
    found = _PARTS.fullmatch(text.strip()) or _DIGITS.fullmatch(text.strip())
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    if len(found[3]) == 2:
        year += this_year // 100 * 100
        year -= 100 if year > this_year else 0
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shown_day(day: date | None) -> str:
    """Return a day as dd/mm/yyyy, "" for none."""
    return f"{day:%d/%m/%Y}" if day else ""


class DateField(TextField):
    """A day. Slashes come by themselves; on leaving, what is a day is shown in full."""

    day_edited = Signal(object)
    """The officer typed and the day became this one, or None."""

    def __init__(
        self,
        label: str,
        required: bool = False,
        clock: Clock | None = None,
        parent: QWidget | None = None,
    ) -> None:
        line = QLineEdit()
        line.setMaxLength(10)
        super().__init__(label, self.tr("dd/mm/yyyy"), required, line, parent)
        self._this_year = local_day((clock or SystemClock()).now_ms()).year
        self._length = 0
        self.edited.connect(self._typed)
        self.left.connect(self._complete)

    @property
    def day(self) -> date | None:
        """The day typed, None when the text is empty or no day."""
        return parse_day(self.text, self._this_year)

    @property
    def wrong(self) -> bool:
        """Whether something stands there that is no day."""
        return bool(self.text.strip()) and self.day is None

    def set_day(self, day: date | None) -> None:
        """Show a day. Text that already means this day, or that is being typed, stays as it is."""
        if day != self.day or (day is None and not self.line.hasFocus()):
            self.set_text(shown_day(day))
            self._length = len(self.text)

    def _typed(self, text: str) -> None:
        grew, self._length = len(text) > self._length, len(text)
        if grew and self.line.cursorPosition() == len(text):
            tidy = text.replace("//", "/")
            if _GROUP_FULL.fullmatch(tidy):
                tidy += "/"
            if tidy != text:
                self.line.setText(tidy)
                self._length = len(tidy)
        self.day_edited.emit(self.day)

    def _complete(self) -> None:
        if (day := self.day) is not None:
            self.set_text(shown_day(day))
            self._length = len(self.text)
