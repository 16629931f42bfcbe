"""The page as it will print, scaled to the width of its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QWidget

from counter_app.errors import CounterError
from counter_app.progress import Cancelled
from ui import tokens
from ui.tasks import Lane, Task, Tasks

_REST_MS = 120
_GAP = 12


class PageImage(Protocol):
    """One page: 4 bytes a pixel in the order R, G, B, A, rows from the top, paper painted white.

    `counter_app.documents.preview.PageImage` is one.
    """

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def rgba(self) -> bytes: ...


RenderPages = Callable[[int], Sequence[PageImage]]
"""Takes the width wanted in device pixels, gives the pages. Runs off the GUI thread."""


class PdfPreview(QScrollArea):
    """Shows all pages below each other. The old page stays until the new one is there."""

    failed = Signal(object)
    """The page could not be drawn: a CounterError."""
    drawn = Signal(int)
    """So many pages are shown."""

    def __init__(
        self, tasks: Tasks, lane: Lane = Lane.STORE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._lane = tasks, lane
        self._render: RenderPages | None = None
        self._task: Task[Sequence[PageImage]] | None = None
        self._sheets = _Sheets()
        self.setWidget(self._sheets)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Preview of the paper"))
        self._empty = QLabel(self)
        self._empty.setProperty("role", "quiet")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._draw)

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._sheets.images)

    def set_empty(self, text: str) -> None:
        """Say this while there is no page."""
        self._empty.setText(text)

    def show_document(self, render: RenderPages | None) -> None:
        """Draw this document soon, in the background; None shows no page.

        Changes in quick succession are joined: only the last is drawn.
        """
        self._render = render
        if render is None:
            self._rest.stop()
            self._forget_task()
            self._show(())
        else:
            self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again, sharp, in the new width."""
        super().resizeEvent(event)
        self._empty.setGeometry(self.viewport().geometry())
        if self._render is not None and event.size().width() != event.oldSize().width():
            self._rest.start()

    def _draw(self) -> None:
        if self._render is None:
            return
        self._forget_task()
        render, width = self._render, round(self._sheets.room() * self.devicePixelRatioF())
        self._task = self._tasks.start(
            self, lambda _: render(width), self._show, self._failed, lane=self._lane
        )

    def _show(self, pages: Sequence[PageImage]) -> None:
        self._sheets.show_images(
            [
                QImage(page.rgba, page.width, page.height, QImage.Format.Format_RGBA8888).copy()
                for page in pages
            ],
            self.devicePixelRatioF(),
        )
        self._empty.setVisible(not pages)
        self.drawn.emit(len(pages))

    def _failed(self, error: CounterError) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(error)

    def _forget_task(self) -> None:
        if self._task is not None:
            self._task.abandon()
            self._task = None


class _Sheets(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.images: list[QImage] = []
        self._ratio = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    def room(self) -> int:
        return max(self.width() - 2, 100)

    def show_images(self, images: list[QImage], ratio: float) -> None:
        self.images, self._ratio = images, ratio
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        heights = [round(self._height(image)) + _GAP for image in self.images]
        return QSize(200, sum(heights))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QColor(tokens.shown().line_strong))
        top = 0.5
        for image in self.images:
            place = QRectF(0.5, top, self.room(), self._height(image))
            painter.drawImage(place, image)
            painter.drawRect(place)
            top += place.height() + _GAP
        painter.end()

    def _height(self, image: QImage) -> float:
        return self.room() * image.height() / max(image.width(), 1)
