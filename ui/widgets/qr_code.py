"""A QR code as large as its place allows, on whole pixels."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Modules(Protocol):
    """The dark runs (first module, modules) of each row; `documents.codes.Symbol` is one."""

    @property
    def modules(self) -> int: ...
    @property
    def quiet(self) -> int: ...
    @property
    def rows(self) -> tuple[tuple[tuple[int, int], ...], ...]: ...


class QrCode(QWidget):
    """Black on white in any theme: telephones do not read it the other way round."""

    def __init__(self, least: int = 240, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._symbol: Modules | None = None
        self._least = least
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(least, least)

    def show_code(self, symbol: Modules | None, words: str = "") -> None:
        """Draw a code; `words` tell a reader what it is for."""
        if symbol != self._symbol:
            self._symbol = symbol
            self.update()
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """Ask for a size that is read from across the desk."""
        return QSize(self._least, self._least)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the modules; each is as many whole device pixels wide as there is room for."""
        symbol = self._symbol
        if symbol is None:
            return
        ratio = self.devicePixelRatioF()
        across = symbol.modules + 2 * symbol.quiet
        side = min(self.width(), self.height())
        dots = max(int(side * ratio) // across, 1)
        module = dots / ratio
        left = int((self.width() - across * module) * ratio / 2) / ratio
        top = int((self.height() - across * module) * ratio / 2) / ratio
        painter = QPainter(self)
        painter.fillRect(QRectF(left, top, across * module, across * module), Qt.GlobalColor.white)
        for row, runs in enumerate(symbol.rows):
            for first, count in runs:
                painter.fillRect(
                    QRectF(
                        left + (symbol.quiet + first) * module,
                        top + (symbol.quiet + row) * module,
                        count * module,
                        module,
                    ),
                    Qt.GlobalColor.black,
                )
        painter.end()
