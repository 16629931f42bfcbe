"""The receipt as it will print, drawn again when typing rests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from counter_app.domain.receipt import Receipt
from ui.pages.intake.shown import Shown
from ui.tasks import Lane, Tasks
from ui.widgets.preview import PageImage, PdfPreview

DrawReceipt = Callable[[Receipt, int], Sequence[PageImage]]
"""Draws the receipt's pages in a width of device pixels, off the GUI thread."""


class PreviewPart(QFrame):
    """Shows the citizen's copy; the old page stays until the new one is there."""

    def __init__(self, tasks: Tasks, draw: DrawReceipt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw = draw
        self._receipt: Receipt | None = None
        self.preview = PdfPreview(tasks, Lane.PAPER)
        self.preview.set_empty(self.tr("The receipt appears here while you type."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.preview)

    def render_part(self, shown: Shown) -> None:
        """Draw the receipt anew when it says something else."""
        if shown.preview == self._receipt:
            return
        self._receipt = shown.preview
        if shown.preview is None:
            self.preview.show_document(None)
        else:
            self.preview.show_document(partial(self._draw, shown.preview))


def draw_receipt(receipt: Receipt, width: int, sheet: str = "A5") -> Sequence[PageImage]:
    """Return the citizen's copy on an A4 or A5 sheet as pages of `width` pixels.

    Raises:
        NoFormSet.
    """
    from counter_app.documents import preview
    from counter_app.documents import receipt as papers
    from counter_app.documents.pages import PaperSize

    pdf = papers.render(receipt, PaperSize(sheet), papers.Copies.CITIZEN)
    return [preview.page_image(pdf, page, width=width) for page in range(preview.page_count(pdf))]
