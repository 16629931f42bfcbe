"""A slip that carries a one-time code or a first password to whoever needs it, on A5."""

from __future__ import annotations

from datetime import date

from counter_app.documents.blocks import Align, Block, Text, bold, italic, regular
from counter_app.documents.cells import running
from counter_app.documents.codes import OFFICE_DPI
from counter_app.documents.facts import facts_of
from counter_app.documents.heading import heading
from counter_app.documents.layout import pieces
from counter_app.documents.pages import SHEETS, PaperSize, compose
from counter_app.documents.pdf import Info, paint, pdf_setter
from counter_app.documents.posting_forms import posting_forms
from counter_app.domain.receipt import Letterhead

_BODY = 11.0


def render(letterhead: Letterhead, on: date, told: str, dpi: float = OFFICE_DPI) -> bytes:
    """Return the slip as PDF. `told` is what the screen said; its code stands behind the colon."""
    form = posting_forms().slip
    words, _, code = told.rpartition(": ")
    blocks: tuple[Block, ...] = (
        heading(letterhead, on),
        Text((bold(form.title),), Align.CENTRE, size=1.3, before=1.0, one_line=True),
        Text((regular(words),), Align.CENTRE, before=0.8),
        Text((bold(code),), Align.CENTRE, size=1.5, before=0.8, one_line=True),
        Text((italic(form.warning),), Align.CENTRE, size=0.9, before=1.0),
    )
    sheet = SHEETS[PaperSize.A5]
    setter = pdf_setter(_BODY, dpi)
    flow = pieces(blocks, sheet.text_width, setter)
    pages = compose(flow, sheet, setter, running(form.title))
    return paint(pages, Info(form.title, "", letterhead.office, facts_of("", "", pages).to_text()))
