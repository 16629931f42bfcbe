"""Interim and final closing sheets of a seat, on A4."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from counter_app.documents.blocks import (
    Align,
    Block,
    Column,
    Columns,
    Text,
    bold,
    italic,
    regular,
)
from counter_app.documents.cash_count import difference_text
from counter_app.documents.cells import Cell, field, running, said, strong, table
from counter_app.documents.facts import facts_of
from counter_app.documents.heading import heading, signature
from counter_app.documents.items import Page
from counter_app.documents.layout import pieces
from counter_app.documents.pages import SHEETS, PaperSize, compose
from counter_app.documents.pdf import Info, paint, pdf_setter
from counter_app.documents.till_forms import DaySheetForm, till_forms
from counter_app.documents.wording import date_text, moment_text, short_moment
from counter_app.domain.amounts import grouped
from counter_app.domain.closing import AgencyTotals, BookTotals, DaySheet, MethodTotals
from counter_app.domain.fee_receipt import receipt_number
from counter_app.domain.receipt import Letterhead

_BODY: Final = 11.0
_TABLE: Final = 0.9


@dataclass(frozen=True, slots=True)
class ClosingPaper:
    """A sheet with its letterhead; `approved_by` is the supervisor's name, "" without one."""

    letterhead: Letterhead
    sheet: DaySheet
    approved_by: str = ""


def render(paper: ClosingPaper) -> bytes:
    """Return the sheet as PDF; the same input gives the same bytes."""
    pages = lay_out(paper)
    form = till_forms().day_sheet
    facts = facts_of("", "", pages)
    title = form.titles[paper.sheet.kind]
    return paint(pages, Info(title, paper.sheet.name, paper.letterhead.office, facts.to_text()))


def lay_out(paper: ClosingPaper) -> list[Page]:
    """Return the placed pages of what `render` paints."""
    form = till_forms().day_sheet
    sheet = SHEETS[PaperSize.A4]
    setter = pdf_setter(_BODY)
    flow = pieces(_blocks(paper, form), sheet.text_width, setter)
    title = form.titles[paper.sheet.kind]
    said_above = f"{title}, {form.number.format(number=paper.sheet.name)}"
    return compose(flow, sheet, setter, running(said_above))


def _blocks(paper: ClosingPaper, form: DaySheetForm) -> Iterator[Block]:
    sheet = paper.sheet
    yield heading(paper.letterhead, sheet.made_at.date())
    yield Text((bold(form.titles[sheet.kind]),), Align.CENTRE, size=1.3, before=0.9)
    number = form.number.format(number=sheet.name)
    yield Text((bold(number),), Align.CENTRE)
    yield field(form.seat, f"{sheet.seat_number:02d}", before=0.5)
    yield field(form.officer, sheet.officer_name)
    yield field(form.day, date_text(sheet.day))
    yield field(form.made, moment_text(sheet.made_at))
    yield field(form.span, _span(sheet, form))
    yield from _part(form.agencies, form.no_agencies, _agencies(sheet, form))
    yield from _part(form.money, form.no_money, _money(sheet, form))
    yield from _part(form.books, form.no_books, _books(sheet, form))
    yield Text((bold(form.cash),), before=0.6, with_next=True)
    yield from _cash(sheet, form)
    yield from _part(form.explained, form.nothing_left, _explained(sheet, form))
    yield Text((italic(form.note),), size=0.9, before=0.6, with_next=True)
    left = signature(form.officer_signature, form.signature_note, sheet.officer_name, 3.6)
    right = signature(form.supervisor_signature, form.signature_note, paper.approved_by, 3.6)
    yield Columns((Column(1, left), Column(1, right)), before=0.6)


def _part(title: str, nothing: str, blocks: Sequence[Block]) -> Iterator[Block]:
    yield Text((bold(title),), before=0.6, with_next=True)
    yield from blocks or (Text((regular(nothing),)),)


def _span(sheet: DaySheet, form: DaySheetForm) -> str:
    if sheet.first_at is None or sheet.last_at is None:
        return form.span_none
    return form.span_text.format(
        count=sheet.entries, first=short_moment(sheet.first_at), last=short_moment(sheet.last_at)
    )


_AGENCY_COUNTS: Final = (
    "received",
    "supplemented",
    "handed_over",
    "resolved",
    "returned",
    "withdrawn",
    "due_tomorrow",
    "overdue",
)


def _counts(agency: AgencyTotals) -> list[int]:
    return [getattr(agency, name) for name in _AGENCY_COUNTS]


def _agencies(sheet: DaySheet, form: DaySheetForm) -> list[Block]:
    if not sheet.agencies:
        return []
    rows: list[tuple[Cell, ...]] = [
        (
            said(str(place), Align.CENTRE, _TABLE),
            said(agency.agency_name, size=_TABLE),
            *(said(str(count or ""), Align.CENTRE, _TABLE) for count in _counts(agency)),
        )
        for place, agency in enumerate(sheet.agencies, start=1)
    ]
    totals = map(sum, zip(*map(_counts, sheet.agencies), strict=True))
    rows.append(
        (
            said(""),
            strong(form.total, size=_TABLE),
            *(strong(str(count or ""), Align.CENTRE, _TABLE) for count in totals),
        )
    )
    parts = (5, 27, 9, 8, 9, 8.5, 8.5, 7, 9, 9)
    return [table(form.agency_columns, parts, rows, 0.82)]


def _money(sheet: DaySheet, form: DaySheetForm) -> list[Block]:
    if not sheet.methods:
        return []
    names = till_forms().fee_receipt.methods
    rows = [_method(one, names) for one in sheet.methods]
    taken, back = sheet.taken, sheet.given_back
    amounts = (taken.fee, taken.charge, back.total, (taken - back).total)
    count = sum(one.payments for one in sheet.methods)
    rows.append(
        (
            strong(form.total, size=_TABLE),
            strong(str(count), Align.CENTRE, _TABLE),
            *(strong(grouped(amount), Align.RIGHT, _TABLE) for amount in amounts),
        )
    )
    return [table(form.money_columns, (24, 10, 16, 16, 17, 17), rows, 0.85)]


def _method(one: MethodTotals, names: Mapping[str, str]) -> tuple[Cell, ...]:
    left = one.taken - one.given_back
    amounts = (one.taken.fee, one.taken.charge, one.given_back.total, left.total)
    return (
        said(_at_the_beginning(names[one.method]), size=_TABLE),
        said(str(one.payments), Align.CENTRE, _TABLE),
        *(said(grouped(amount), Align.RIGHT, _TABLE) for amount in amounts),
    )


def _at_the_beginning(words: str) -> str:
    return words[:1].upper() + words[1:]


def _books(sheet: DaySheet, form: DaySheetForm) -> list[Block]:
    if not sheet.books:
        return []
    rows = [_book(one, form) for one in sheet.books]
    return [table(form.book_columns, (16, 12, 11, 11, 9, 15, 11, 15), rows, 0.82)]


def _book(one: BookTotals, form: DaySheetForm) -> tuple[Cell, ...]:
    ends = (one.first, one.last) if one.count else (0, 0)
    numbers = [receipt_number(number) if number else "" for number in ends]
    void = ", ".join(receipt_number(number) for number in one.void)
    following = receipt_number(one.next) if one.next else form.used_up if one.count else ""
    return (
        said(one.template, size=_TABLE),
        said(one.symbol, size=_TABLE),
        *(said(number, Align.CENTRE, _TABLE) for number in numbers),
        said(str(one.count), Align.CENTRE, _TABLE),
        said(void, Align.CENTRE, _TABLE),
        said(following, Align.CENTRE, _TABLE),
        said(grouped(one.money.total), Align.RIGHT, _TABLE),
    )


def _cash(sheet: DaySheet, form: DaySheetForm) -> Iterator[Block]:
    cash = sheet.cash
    if cash is None:
        yield Text((regular(form.no_cash),))
        return
    words = till_forms().cash_count
    told = form.cash_text.format(
        expected=grouped(cash.expected),
        counted=grouped(cash.counted),
        difference=difference_text(cash.difference, words),
    )
    yield Text((regular(told),), hang=1.0)
    if cash.notes:
        notes = ", ".join(
            form.cash_note.format(count=one.count, value=grouped(one.value)) for one in cash.notes
        )
        yield Text((regular(form.cash_notes.format(notes=notes)),), hang=1.0)
    if cash.difference:
        yield field(words.reason, cash.reason)


def _explained(sheet: DaySheet, form: DaySheetForm) -> list[Block]:
    if not sheet.explained:
        return []
    rows = [
        (
            said(form.against[one.against], size=_TABLE),
            said(str(one.count), Align.CENTRE, _TABLE),
            said(one.words, size=_TABLE),
        )
        for one in sheet.explained
    ]
    return [table(form.explained_columns, (42, 12, 46), rows, 0.85)]
