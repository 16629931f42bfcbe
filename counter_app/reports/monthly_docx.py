"""The monthly report as a document that the office can write on."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from counter_app.documents.forms import common
from counter_app.documents.wording import date_text
from counter_app.exchange.laid_out import UNSEEN
from counter_app.reports.appendices import Appendix, Value, shown
from counter_app.reports.narrative import MonthlyPaper, Paragraph, Style

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

_FACE: Final = "Times New Roman"
_TEXT: Final = 13
_TABLE: Final = 9
_TEXT_MM: Final = 160
"""Between the margins of the text's pages."""
_PADDING: Final = 108
"""Between the line and the words of a cell, in twentieths of a point: Word's own."""
_BEHIND_INDENT: Final = ("w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def monthly_docx(paper: MonthlyPaper) -> bytes:
    """Return the report as DOCX."""
    import docx

    document = docx.Document()
    _prepare(document)
    _head(document, paper)
    _said(document.add_paragraph(), paper.form.title, bold=True, align="CENTER", size=15)
    _said(document.add_paragraph(), paper.subject, bold=True, align="CENTER")
    for paragraph in paper.paragraphs:
        _paragraph(document, paragraph)
    _foot(document, paper)
    for place, appendix in enumerate(paper.appendices):
        _appendix(document, appendix, first=place == 0)
    document.core_properties.title = paper.subject
    document.core_properties.author = paper.letterhead.office
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _prepare(document: Document) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    style: Any = document.styles["Normal"]
    style.font.name = _FACE
    style.font.size = Pt(_TEXT)
    # Word takes the face for letters with Vietnamese marks from here
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FACE)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)


def _said(
    paragraph: WordParagraph,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    align: str = "LEFT",
    size: float = _TEXT,
    after: float = 3,
) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    run = paragraph.add_run(UNSEEN.sub("", text))
    run.bold, run.italic = bold, italic
    run.font.size = Pt(size)
    paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, align)
    paragraph.paragraph_format.space_after = Pt(after)


def _head(document: Document, paper: MonthlyPaper) -> None:
    words = common().header
    letterhead = paper.letterhead
    left, right = _beside(document, 62)
    _said(left.paragraphs[0], letterhead.superior, align="CENTER", after=0)
    _said(left.add_paragraph(), letterhead.office, bold=True, align="CENTER")
    _said(left.add_paragraph(), paper.form.number, align="CENTER")
    _said(right.paragraphs[0], words.state, bold=True, align="CENTER", size=12, after=0)
    _said(right.add_paragraph(), words.motto, bold=True, align="CENTER")
    dated = f"{letterhead.place}, {date_text(paper.made_on)}"
    _said(right.add_paragraph(), dated, italic=True, align="CENTER")
    document.add_paragraph()


def _beside(document: Document, left_mm: int) -> tuple[_Cell, _Cell]:
    """Return two cells beside each other over the width of the text, without lines."""
    from docx.shared import Mm

    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    cells = table.rows[0].cells
    for column, cell, width in zip(
        table.columns, cells, (left_mm, _TEXT_MM - left_mm), strict=True
    ):
        column.width = cell.width = Mm(width)
    return cells[0], cells[1]


def _paragraph(document: Document, paragraph: Paragraph) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Mm

    place = document.add_paragraph()
    match paragraph.style:
        case Style.SECTION:
            _said(place, paragraph.text, bold=True)
            place.paragraph_format.keep_with_next = True
        case Style.NOTE:
            _said(place, paragraph.text, italic=True, size=_TEXT - 1)
        case Style.TO_FILL:
            _said(place, f"{paragraph.text}\t")
            place.paragraph_format.first_line_indent = Mm(10)
            to_margin = (Mm(_TEXT_MM), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
            place.paragraph_format.tab_stops.add_tab_stop(*to_margin)
        case Style.TEXT:
            _said(place, paragraph.text, align="JUSTIFY")
            place.paragraph_format.first_line_indent = Mm(10)


def _foot(document: Document, paper: MonthlyPaper) -> None:
    left, right = _beside(document, _TEXT_MM // 2)
    _said(left.paragraphs[0], paper.form.recipients, bold=True, italic=True, size=12, after=0)
    for line in paper.form.recipient_lines:
        _said(left.add_paragraph(), line, size=11, after=0)
    _said(right.paragraphs[0], paper.form.signer, bold=True, align="CENTER")


def _appendix(document: Document, appendix: Appendix, *, first: bool) -> None:
    from docx.enum.section import WD_ORIENT, WD_SECTION
    from docx.shared import Mm

    if first:
        section = document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.left_margin, section.right_margin = Mm(12), Mm(10)
        section.top_margin = section.bottom_margin = Mm(12)
    caption = document.add_paragraph()
    caption.paragraph_format.page_break_before = not first
    _said(caption, appendix.caption, bold=True, align="CENTER", after=0)
    _said(document.add_paragraph(), appendix.title, bold=True, align="CENTER")
    _table(document, appendix)
    for note in appendix.footnotes:
        _said(document.add_paragraph(), note, italic=True, size=10, after=0)


def _table(document: Document, appendix: Appendix) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    above, width = appendix.head_rows, 275 / sum(appendix.parts)
    table: Any = document.add_table(rows=above + len(appendix.rows), cols=len(appendix.parts))
    table.style = "Table Grid"
    table.autofit = False
    _place(table)
    # Word goes by the widths of cells, LibreOffice by those of columns
    for column, part in zip(table.columns, appendix.parts, strict=True):
        column.width = Mm(part * width)
    # each look at a row walks through the whole table
    cells = [list(row.cells) for row in table.rows]
    for row in cells:
        for cell, part in zip(row, appendix.parts, strict=True):
            cell.width = Mm(part * width)
    for head in appendix.heads:
        cell = cells[head.row][head.column]
        last = cells[head.row + head.rows - 1][head.column + head.columns - 1]
        if last is not cell:
            cell = cell.merge(last)
        _said(cell.paragraphs[0], head.title, bold=True, align="CENTER", size=_TABLE, after=0)
    for row in table.rows[:above]:  # repeated on every page
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    plain = len(appendix.rows) - appendix.strong
    for place, values in enumerate(appendix.rows):
        for cell, value in zip(cells[above + place], values, strict=True):
            _value(cell, value, bold=place >= plain)


def _place(table: Any) -> None:
    """Let the table begin at the margin: by itself it hangs over it by the padding of a cell."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), str(_PADDING))
    indent.set(qn("w:type"), "dxa")
    # Word takes the parts of a table's properties in the order of the standard alone
    table._tbl.tblPr.insert_element_before(indent, *_BEHIND_INDENT)  # noqa: SLF001


def _value(cell: _Cell, value: Value, *, bold: bool) -> None:
    words = isinstance(value, str) and not value.startswith("(")
    align = "LEFT" if words else "RIGHT"
    _said(cell.paragraphs[0], shown(value), bold=bold, align=align, size=_TABLE, after=0)
