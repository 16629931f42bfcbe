"""Mẫu số 01, the receipt with its appointment, on A4 and A5."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from counter_app.documents.blocks import (
    Align,
    Block,
    Code,
    Column,
    Columns,
    Gap,
    Rule,
    Run,
    Table,
    TableColumn,
    Text,
    bold,
    italic,
    regular,
)
from counter_app.documents.codes import OFFICE_DPI, code128, payload, qr
from counter_app.documents.facts import facts_of
from counter_app.documents.forms import FormSet, ReceiptForm, common, form_set
from counter_app.documents.heading import heading, signature
from counter_app.documents.items import Page
from counter_app.documents.layout import pieces
from counter_app.documents.pages import SHEETS, PaperSize, Running, Sheet, compose
from counter_app.documents.pdf import Info, paint, pdf_setter
from counter_app.documents.wording import (
    count_text,
    due_text,
    lookup_text,
    moment_text,
    money_text,
    notice_text,
    present,
    return_text,
    subject_text,
    term_text,
)
from counter_app.domain.dossier import Paper, Party, PartyKind
from counter_app.domain.identity import phone_shown
from counter_app.domain.receipt import Receipt

BODY_SIZES: Final = {PaperSize.A4: (12.0, 11.0), PaperSize.A5: (9.5, 8.6)}
"""The large size of the body text in points, and the small one that may save a page."""
_QR_MM: Final = 24.0
"""Width of the QR code with its quiet zone and caption."""
_TABLE: Final = 0.92
"""Size of the words in the table of papers, in ems."""


class Copies(StrEnum):
    """Which liên are printed: the one that is kept, the citizen's, or both in that order."""

    BOTH = "both"
    FILE = "file"
    CITIZEN = "citizen"


def render(
    receipt: Receipt,
    paper: PaperSize,
    copies: Copies = Copies.BOTH,
    reprint: int = 0,
    forms: FormSet | None = None,
    dpi: float = OFFICE_DPI,
) -> bytes:
    """Return the receipt as PDF, one liên after the other; the same input gives the same bytes.

    Args:
        receipt: what it says; without a number it is a preview, drawn without codes.
        reprint: how often it was printed before; from 1 on every page is marked.
        forms: the form set; None takes the one in force on the day of receipt.
        dpi: dots per inch of the printer; modules of the codes are whole dots of it.

    Raises:
        NoFormSet, NotEncodable.
    """
    pages = lay_out(receipt, paper, copies, reprint, forms, dpi)
    form = (forms or form_set(receipt.received_at.date())).receipt
    facts = facts_of(receipt.number, receipt.owner.name, pages)
    info = Info(
        f"{form.form}: {form.title}", receipt.number, receipt.letterhead.office, facts.to_text()
    )
    return paint(pages, info)


def lay_out(
    receipt: Receipt,
    paper: PaperSize,
    copies: Copies = Copies.BOTH,
    reprint: int = 0,
    forms: FormSet | None = None,
    dpi: float = OFFICE_DPI,
) -> list[Page]:
    """Return the placed pages of what `render` paints."""
    form = (forms or form_set(receipt.received_at.date())).receipt
    sheet = SHEETS[paper]
    wide = paper is PaperSize.A4
    captions = {Copies.FILE: [form.file_copy], Copies.CITIZEN: [form.citizen_copy]}
    wanted = captions.get(copies, [form.file_copy, form.citizen_copy])
    above = list(_heading(receipt, form))
    below = [
        *_number(receipt, form, wide=wide),
        *contents(receipt, form, _papers(receipt, form)),
        *_bottom(receipt, form, wide=wide),
    ]

    marks = reprint_mark(reprint, receipt.reissue)

    def in_size(size: float) -> list[Page]:
        setter = pdf_setter(size, dpi)
        top = pieces(above, sheet.text_width, setter)
        rest = pieces(below, sheet.text_width, setter)
        pages: list[Page] = []
        for copy in wanted:
            # Only the caption differs: everything else is set once for both liên.
            caption = pieces([_caption(copy, marks)], sheet.text_width, setter)
            running = _running(receipt, form, copy + marks)
            pages.extend(compose([*top, *caption, *rest], sheet, setter, running))
        return pages

    # The small size comes first: a full sheet is the usual case, and it is then set only once.
    large, small = BODY_SIZES[paper]
    pages = in_size(small)
    if len(pages) > len(wanted) or _may_grow(pages[0], sheet, large / small):
        larger = in_size(large)
        return larger if len(larger) <= len(pages) else pages
    return pages


def _may_grow(page: Page, sheet: Sheet, growth: float) -> bool:
    """Tell whether a page could still be one page with everything `growth` times as high."""
    used = max(item.bounds[3] for item in page.items) - sheet.top
    return used * growth <= sheet.text_height


def _heading(receipt: Receipt, form: ReceiptForm) -> Iterator[Block]:
    yield heading(receipt.letterhead, receipt.received_at.date())
    yield Text((bold(form.title),), Align.CENTRE, size=1.25, before=0.7, one_line=True)
    yield Text((italic(form.issued),), Align.CENTRE, size=0.8, one_line=True)


def _caption(copy: str, marks: str) -> Text:
    return Text((bold(copy), regular(marks)), Align.CENTRE)


def reprint_mark(reprint: int, reissue: int = 0) -> str:
    """Return what marks the n-th reprint, and a receipt issued anew; "" for the first print."""
    words = common().words
    anew = f" – {words.reissue.format(count=reissue)}" if reissue else ""
    return anew + (f" – {words.reprint.format(count=reprint)}" if reprint else "")


def void_mark(void: bool) -> str:
    """Return what marks a paper whose act was taken back; "" where it holds."""
    return f" – {common().words.taken_back}" if void else ""


def _number(receipt: Receipt, form: ReceiptForm, *, wide: bool) -> Iterator[Block]:
    number = bold(receipt.number) if receipt.number else italic(common().words.number_pending)
    yield Text((regular(f"{form.number} "), number), Align.CENTRE, size=1.1, before=0.3)
    if receipt.number:
        symbol = code128(receipt.number)
        yield Code(symbol, most=0.34, height=12 if wide else 9.5, before=0.25)


def contents(receipt: Receipt, form: ReceiptForm, papers: Sequence[Block]) -> Iterator[Block]:
    """Yield what stands between the number and the register line, in the order of the form.

    Args:
        papers: the papers handed in, as they are drawn on this kind of sheet; empty for none.
    """
    words = common().words
    seat = common().proof.seat_name.format(number=receipt.seat_number)
    yield Gap(0.5)
    yield _field(form.office, f"{receipt.letterhead.office}, {seat}")
    yield from _party(form.submitter, receipt.submitter, form)
    if receipt.owner != receipt.submitter:
        yield from _party(form.owner, receipt.owner, form)
    if receipt.authorisation:
        yield _field(form.authorisation, receipt.authorisation)
    yield _field(form.subject, subject_text(receipt))
    if papers:
        yield Text((regular(form.papers),), with_next=True)
        yield from papers
    else:
        yield _field(form.papers, form.no_papers)
    yield _field(form.sets, f"{count_text(receipt.sets)} {form.sets_unit}", before=0.3)
    yield _field(form.term, term_text(receipt.term, words))
    yield _field(form.received, moment_text(receipt.received_at))
    yield Text((regular(f"{form.due} "), bold(due_text(receipt, words))), hang=1.0)
    yield _field(form.returned, return_text(receipt, words))
    money = money_text(receipt.fees, receipt.free, words)
    if money:
        yield _field(form.money, money)


def _field(label: str, value: str, before: float = 0.0) -> Text:
    return Text((regular(f"{label} {value}"),), hang=1.0, before=before)


def _party(label: str, party: Party, form: ReceiptForm) -> Iterator[Text]:
    """Yield name, numbers and address; labels without a value are left out after the name."""
    organisation = party.kind is PartyKind.ORGANISATION
    number_label = form.organisation_number if organisation else form.person_number
    yield Text((regular(f"{label} "), bold(party.name)), hang=1.0)
    if party.representative:
        yield _field(form.representative, party.representative)
    if party.identity_number:
        yield _field(number_label, party.identity_number)
    yield _field(form.address, party.address or "…")
    reached = []
    if party.phone:
        reached.append(f"{form.phone} {phone_shown(party.phone)}")
    if party.email:
        reached.append(f"{form.email} {party.email}")
    if reached:
        yield Text((regular("    ".join(reached)),), hang=1.0)


def _papers(receipt: Receipt, form: ReceiptForm) -> list[Block]:
    handed_in = list(present(receipt.papers))
    if not handed_in:
        return []
    columns = tuple(
        TableColumn(part, title)
        for part, title in zip((6, 65, 8.5, 12, 8.5), form.paper_columns, strict=True)
    )
    rows = tuple(
        (
            _centred(str(number)),
            (Text(_paper_name(paper), size=_TABLE),),
            _centred(_count(paper.originals)),
            _centred(_count(paper.certified_copies)),
            _centred(_count(paper.photocopies)),
        )
        for number, paper in handed_in
    )
    return [Table(columns, rows, size=0.82, before=0.15)]


def _centred(text: str) -> tuple[Text, ...]:
    return (Text((regular(text),), Align.CENTRE, size=_TABLE),)


def _paper_name(paper: Paper) -> tuple[Run, ...]:
    note = f" ({paper.note})" if paper.note else ""
    return (regular(paper.name), italic(note))


def _count(copies: int) -> str:
    return str(copies) if copies else ""


def _bottom(receipt: Receipt, form: ReceiptForm, *, wide: bool) -> Iterator[Block]:
    book = f"{form.book} {receipt.book}    {form.book_number} {receipt.book_number}"
    yield Text((regular(book),), hang=1.0, before=0.3, with_next=True)
    yield from _notes(receipt, form)
    room = 4.2 if wide else 3.2
    note = form.signature_note
    left = signature(form.submitter_signature, note, receipt.submitter.name, room)
    right = signature(form.officer_signature, note, receipt.officer_name, room)
    side = (160.0 if wide else 123.0) - _QR_MM
    columns = (Column(side / 2, left), Column(_QR_MM, _look_up(receipt)), Column(side / 2, right))
    yield Columns(columns, gap=0.5, before=0.6)


def _look_up(receipt: Receipt) -> tuple[Block, ...]:
    """Return the QR code that stands between the signatures, and the citizen's secret below."""
    if not receipt.number:
        return ()
    words = common().words
    secret = (regular(f"{words.lookup_code} "), bold(receipt.lookup_code))
    return (
        Code(qr(str(payload(receipt, secret=True))), most=0.5),
        Text(secret, Align.CENTRE, size=0.8, one_line=True),
    )


def _notes(receipt: Receipt, form: ReceiptForm) -> Iterator[Text]:
    words = common().words
    yield Text((bold(form.notes_title),), size=0.8, with_next=True)
    texts = [*form.notes]
    if receipt.number:
        texts.append(lookup_text(receipt, words))
    texts.append(notice_text(receipt.consents, words))
    if receipt.note:
        texts.append(words.office_note.format(note=receipt.note))
    for text in texts:
        if text:
            yield Text((italic(text),), size=0.8, with_next=True)


def _running(receipt: Receipt, form: ReceiptForm, caption: str) -> Running:
    words = common().words

    def head(page: int, pages: int) -> Sequence[Block]:
        mark = regular(f"  {caption}")
        number = (regular(f"{form.number} "), bold(receipt.number), mark)
        place = words.page.format(page=page, pages=pages)
        columns = (
            Column(80, (Text(number, size=0.95, one_line=True),)),
            Column(20, (Text((regular(place),), Align.RIGHT, size=0.95),)),
        )
        return (Columns(columns), Rule(before=0.1))

    def foot(page: int, pages: int) -> Sequence[Block]:
        place = words.page.format(page=page, pages=pages)
        return (Text((regular(place),), Align.CENTRE, size=0.85),)

    return Running(head, foot)
