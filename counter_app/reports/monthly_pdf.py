"""The monthly report on paper: the text upright, the appendices across."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from counter_app.documents.blocks import (
    Align,
    Block,
    Column,
    Columns,
    Table,
    TableColumn,
    Text,
    bold,
    italic,
    regular,
)
from counter_app.documents.cells import Cell, running, said, strong
from counter_app.documents.facts import facts_of
from counter_app.documents.heading import heading
from counter_app.documents.items import Page
from counter_app.documents.layout import pieces
from counter_app.documents.pages import SHEETS, PaperSize, Sheet, compose
from counter_app.documents.pdf import Info, paint, pdf_setter
from counter_app.reports.appendices import Appendix, Value, shown
from counter_app.reports.narrative import MonthlyPaper, Paragraph, Style

_ACROSS: Final = Sheet.of_mm(297, 210, left=12, right=10, top=12, bottom=12)
_TEXT: Final = 13.0
_TABLE: Final = 9.5
_SIGNING_ROOM: Final = 4.0


def monthly_pdf(paper: MonthlyPaper) -> bytes:
    """Return the report as PDF; the same report gives the same bytes."""
    pages = _set(_text(paper), SHEETS[PaperSize.A4], _TEXT, paper.subject)
    for appendix in paper.appendices:
        pages += _set(_appendix(appendix), _ACROSS, _TABLE, appendix.caption)
    facts = facts_of("", "", pages)
    info = Info(paper.form.title, paper.subject, paper.letterhead.office, facts.to_text())
    return paint(pages, info)


def _set(blocks: Iterator[Block], sheet: Sheet, size: float, said_above: str) -> list[Page]:
    setter = pdf_setter(size)
    flow = pieces(blocks, sheet.text_width, setter)
    return compose(flow, sheet, setter, running(said_above))


def _text(paper: MonthlyPaper) -> Iterator[Block]:
    form = paper.form
    yield heading(paper.letterhead, paper.made_on)
    yield Text((regular(form.number),), Align.LEFT)
    yield Text((bold(form.title),), Align.CENTRE, size=1.2, before=0.8)
    yield Text((bold(paper.subject),), Align.CENTRE, before=0.2)
    for paragraph in paper.paragraphs:
        yield _paragraph(paragraph)
    recipients = (
        Text((bold(form.recipients),), size=0.9),
        *(Text((regular(line),), size=0.85) for line in form.recipient_lines),
    )
    signer = (
        Text((bold(form.signer),), Align.CENTRE),
        Text((regular(""),), Align.CENTRE, before=_SIGNING_ROOM),
    )
    yield Columns((Column(50, recipients), Column(50, signer)), before=1.0)


def _paragraph(paragraph: Paragraph) -> Text:
    match paragraph.style:
        case Style.SECTION:
            return Text((bold(paragraph.text),), before=0.5, with_next=True)
        case Style.NOTE:
            return Text((italic(paragraph.text),), before=0.3, size=0.9)
        case Style.TO_FILL:
            return Text((regular(paragraph.text),), before=0.25, indent=1.5, dotted=True)
        case Style.TEXT:
            return Text((regular(paragraph.text),), before=0.25, indent=1.5)


def _appendix(appendix: Appendix) -> Iterator[Block]:
    yield Text((bold(appendix.caption),), Align.CENTRE, size=1.2)
    yield Text((bold(appendix.title),), Align.CENTRE, size=1.1)
    columns = tuple(TableColumn(part, "") for part in appendix.parts)
    plain = len(appendix.rows) - appendix.strong
    rows = tuple(
        tuple(_cell(value, bold_row=place >= plain) for value in row)
        for place, row in enumerate(appendix.rows)
    )
    yield Table(columns, rows, size=0.85, before=0.6, heads=appendix.heads)
    for note in appendix.footnotes:
        yield Text((italic(note),), size=0.85, before=0.2)


def _cell(value: Value, *, bold_row: bool) -> Cell:
    words = value if isinstance(value, str) else None
    align = Align.LEFT if words is not None and not words.startswith("(") else Align.RIGHT
    return (strong if bold_row else said)(shown(value), align, 0.92)
