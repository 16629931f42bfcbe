"""What the letters to citizens have in common: heading, number, whom it is for, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from counter_app.documents.blocks import Align, Block, Code, Text, bold, italic, regular
from counter_app.documents.cells import field, running
from counter_app.documents.codes import OFFICE_DPI, code128
from counter_app.documents.facts import facts_of
from counter_app.documents.heading import heading
from counter_app.documents.items import Page
from counter_app.documents.layout import pieces
from counter_app.documents.letter_forms import RefusalForm, StopForm, SupplementForm
from counter_app.documents.pages import SHEETS, PaperSize, compose
from counter_app.documents.pdf import Info, paint, pdf_setter
from counter_app.domain.dossier import Party
from counter_app.domain.identity import phone_shown
from counter_app.domain.receipt import Letterhead

_BODY: Final = {PaperSize.A4: (13.0, 12.0), PaperSize.A5: (10.0, 9.0)}
"""The large and the small size of the body text, in points."""
PARAGRAPH: Final = 0.35
"""White space above a paragraph, in ems."""
ROOM: Final = 4.0
"""Room to sign, in ems."""


def top(
    letterhead: Letterhead, made_at: datetime, titles: Sequence[str], letter: str, number: str
) -> Iterator[Block]:
    """Yield the common header, title and reference of the form, its number, the dossier's code.

    Args:
        titles: title, and the reference to the circular.
        letter: the letter's number with its label.
        number: the dossier's number; "" draws no code.
    """
    title, issued = titles
    yield heading(letterhead, made_at.date())
    yield Text((regular(letter),), before=0.3)
    yield Text((bold(title),), Align.CENTRE, size=1.2, before=0.5)
    yield Text((italic(issued),), Align.CENTRE, size=0.8, one_line=True)
    if number:
        yield Code(code128(number), most=0.3, height=9, before=0.3)


def numbered(label: str, number: str) -> Iterator[Block]:
    """Yield the line with the dossier's number; nothing where it has none yet."""
    if number:
        yield Text((regular(f"{label} "), bold(number)), Align.CENTRE)


def party(form: SupplementForm | RefusalForm, submitter: Party, asked: str) -> Iterator[Block]:
    """Yield who handed in what, with address, phone and e-mail."""
    yield Text((regular(f"{form.submitter} "), bold(submitter.name)), hang=1.0, before=PARAGRAPH)
    yield field(form.address, submitter.address or "…")
    phone = phone_shown(submitter.phone) if submitter.phone else "…"
    yield field(form.phone, f"{phone}    {form.email} {submitter.email or '…'}")
    yield field(form.subject, asked)


def contact(
    form: SupplementForm | RefusalForm | StopForm, letterhead: Letterhead, officer: str
) -> Text:
    """Return the sentence that says where to read and whom to ask."""
    website, phone = letterhead.website, letterhead.phone
    words = form.contact.format(
        website=form.contact_website.format(website=website) if website else "",
        officer=officer,
        phone=form.contact_phone.format(phone=phone) if phone else "",
    )
    return paragraph(words)


def paragraph(words: str) -> Text:
    """Return a paragraph of plain words."""
    return Text((regular(words),), before=PARAGRAPH)


def reached(pattern: str, phone_pattern: str, owner: Party) -> str:
    """Return address and telephone of whom a letter is for."""
    phone = phone_pattern.format(phone=phone_shown(owner.phone)) if owner.phone else ""
    return pattern.format(address=owner.address or "…", phone=phone)


def lay_out(
    blocks: Sequence[Block], paper: PaperSize, above: str, dpi: float = OFFICE_DPI
) -> list[Page]:
    """Return a letter's placed pages, in the smaller size where that saves a page.

    Args:
        above: what stands at the head of further pages.
    """
    sheet = SHEETS[paper]
    found: list[list[Page]] = []
    for size in _BODY[paper]:
        setter = pdf_setter(size, dpi)
        flow = pieces(blocks, sheet.text_width, setter)
        found.append(compose(flow, sheet, setter, running(above)))
        if len(found[-1]) == 1:
            break
    return min(found, key=len)


def finished(pages: Sequence[Page], title: str, letterhead: Letterhead, number: str) -> bytes:
    """Return the pages as PDF that tells where its codes stand."""
    facts = facts_of(number, "", pages)
    return paint(pages, Info(title, number, letterhead.office, facts.to_text()))
