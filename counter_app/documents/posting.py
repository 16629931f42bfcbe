"""What a centre posts: a sheet for each procedure with its code to scan, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from counter_app.documents.blocks import Align, Block, Code, Text, bold, italic, regular
from counter_app.documents.cells import Cell, field, running, said, table
from counter_app.documents.codes import OFFICE_DPI, qr
from counter_app.documents.facts import facts_of
from counter_app.documents.heading import heading
from counter_app.documents.items import Page
from counter_app.documents.layout import pieces
from counter_app.documents.pages import SHEETS, PaperSize, Sheet, compose
from counter_app.documents.pdf import Info, paint, pdf_setter
from counter_app.documents.posting_forms import SheetForm, posting_forms
from counter_app.domain.amounts import grouped
from counter_app.domain.procedure import ChannelRule, ChecklistLine, Procedure
from counter_app.domain.receipt import Letterhead

BOARD = Sheet.of_mm(297, 210, left=15, right=12, top=12, bottom=12)
_BODY = 12.0
_BOARD_BODY = 10.0
_QR_MM = 1.2
_WHOLE = 100
_PARTS = (5, 13, 46, 18, 18)


@dataclass(frozen=True)
class Posting:
    """A procedure as it is posted. `link` is what its QR code says; "" gives the code itself.

    `let_off` says who pays less, and what part in percent is let off; `linked` are procedures that
    are settled together with it, each as code and name.
    """

    procedure: Procedure
    agency_name: str
    link: str = ""
    let_off: tuple[tuple[str, int], ...] = ()
    linked: tuple[str, ...] = ()


def sheets(
    letterhead: Letterhead, on: date, posted: Sequence[Posting], dpi: float = OFFICE_DPI
) -> bytes:
    """Return one sheet A4 for each procedure as PDF; the same input gives the same bytes.

    Raises:
        NotEncodable: a link is too long for a code.
    """
    sheet = SHEETS[PaperSize.A4]
    setter = pdf_setter(_BODY, dpi)
    title = posting_forms().sheet.title
    pages: list[Page] = []
    for one in posted:
        flow = pieces(_sheet(letterhead, on, one), sheet.text_width, setter)
        pages += compose(flow, sheet, setter, running(f"{title}, {one.procedure.code}"))
    return _painted(pages, title, letterhead)


def board(
    letterhead: Letterhead,
    on: date,
    agency_name: str,
    procedures: Sequence[Procedure],
    dpi: float = OFFICE_DPI,
) -> bytes:
    """Return the list of procedures with terms and fees, A4 across, as PDF."""
    form = posting_forms().board
    setter = pdf_setter(_BOARD_BODY, dpi)
    blocks = list(_board(letterhead, on, agency_name, procedures))
    flow = pieces(blocks, BOARD.text_width, setter)
    return _painted(compose(flow, BOARD, setter, running(form.title)), form.title, letterhead)


def _painted(pages: Sequence[Page], title: str, letterhead: Letterhead) -> bytes:
    facts = facts_of("", "", pages)
    return paint(list(pages), Info(title, "", letterhead.office, facts.to_text()))


def _sheet(letterhead: Letterhead, on: date, posted: Posting) -> Iterator[Block]:
    form, procedure = posting_forms().sheet, posted.procedure
    yield heading(letterhead, on)
    yield Text((bold(form.title),), Align.CENTRE, size=1.1, before=0.8, one_line=True)
    yield Text((bold(procedure.name),), Align.CENTRE, size=1.2, before=0.3)
    yield Code(qr(posted.link or procedure.code), most=_QR_MM, before=0.5)
    yield Text((italic(f"{form.scan} · {procedure.code}"),), Align.CENTRE, size=0.9)
    for label, value in (
        (form.code, procedure.code),
        (form.sector, procedure.sector),
        (form.agency, posted.agency_name or procedure.published_agency),
        (form.subjects, procedure.subjects),
        (form.decision, procedure.decision),
    ):
        if value:
            yield field(label, value, before=0.15, most_lines=4)
    yield Text((bold(form.term),), before=0.4, with_next=True)
    for rule in procedure.rules:
        words = f"{form.channels[rule.channel]}: {_term(rule, form)}"
        yield Text((regular(f"– {words}"),), hang=0.8)
    yield Text((bold(form.fees),), before=0.4, with_next=True)
    for rule in procedure.rules:
        yield Text((regular(f"– {form.channels[rule.channel]}: {_fees(rule, form)}"),), hang=0.8)
    yield from _let_off(posted, form)
    if procedure.checklist:
        yield Text((bold(form.papers),), before=0.4, with_next=True)
    for place, line in enumerate(procedure.checklist, start=1):
        yield Text((regular(f"{place}. {line.name}{_copies(line, form)}"),), hang=1.0)
    if procedure.result:
        yield field(form.result, procedure.result, before=0.4)
    yield from _linked(posted, form)


def _let_off(posted: Posting, form: SheetForm) -> Iterator[Block]:
    if posted.let_off:
        yield Text((bold(form.exemptions),), before=0.4, with_next=True)
    for who, percent in posted.let_off:
        words = (form.exempt if percent == _WHOLE else form.reduced).format(
            who=who, percent=percent
        )
        yield Text((regular(f"– {words}"),), hang=0.8)


def _linked(posted: Posting, form: SheetForm) -> Iterator[Block]:
    if posted.linked:
        yield Text((bold(form.linked),), before=0.4, with_next=True)
    for told in posted.linked:
        yield Text((regular(f"– {told}"),), hang=0.8)


def _board(
    letterhead: Letterhead, on: date, agency_name: str, procedures: Sequence[Procedure]
) -> Iterator[Block]:
    form = posting_forms().board
    yield heading(letterhead, on)
    yield Text((bold(form.title),), Align.CENTRE, size=1.4, before=0.4)
    if agency_name:
        yield Text((regular(f"{form.agency} "), bold(agency_name)), Align.CENTRE)
    as_of = form.as_of.format(day=f"{on:%d/%m/%Y}", count=len(procedures))
    yield Text((italic(as_of),), Align.CENTRE)
    rows = (_row(place, one) for place, one in enumerate(procedures, start=1))
    yield table(form.columns, _PARTS, rows, 1.0)


def _row(place: int, procedure: Procedure) -> tuple[Cell, ...]:
    form = posting_forms().sheet
    terms = dict.fromkeys(_term(rule, form) for rule in procedure.rules)
    fees = dict.fromkeys(_fees(rule, form) for rule in procedure.rules)
    return (
        said(str(place), Align.CENTRE),
        said(procedure.code),
        said(procedure.name),
        said("; ".join(terms)),
        said("; ".join(fees)),
    )


def _term(rule: ChannelRule, form: SheetForm) -> str:
    if rule.term is None:
        return rule.unparsed_term or form.no_term
    if rule.term.on_the_spot:
        words = form.on_the_spot
    else:
        amount = f"{rule.term.amount.normalize():f}".replace(".", ",")
        words = form.units[rule.term.unit].format(amount=amount)
    if rule.cut_off is None:
        return words
    return f"{words} ({form.cut_off.format(time=f'{rule.cut_off:%H:%M}')})"


def _fees(rule: ChannelRule, form: SheetForm) -> str:
    if not rule.fees:
        return form.free if rule.free else form.no_fee_told
    return "; ".join(
        f"{form.kinds[fee.kind]} {grouped(fee.amount)} đồng{f' ({fee.note})' if fee.note else ''}"
        for fee in rule.fees
    )


def _copies(line: ChecklistLine, form: SheetForm) -> str:
    counts = (
        (line.originals, form.originals),
        (line.certified_copies, form.certified),
        (line.photocopies, form.photocopies),
    )
    told = [words.format(count=count) for count, words in counts if count]
    if not line.required:
        told.append(form.optional)
    return f" ({', '.join(told)})" if told else ""
