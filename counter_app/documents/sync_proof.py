"""The proof of the end of the day: what the centre confirmed to hold, on one A4 sheet or more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from counter_app.documents.blocks import (
    Align,
    Block,
    Column,
    Columns,
    Rule,
    Table,
    TableColumn,
    Text,
    bold,
    italic,
    regular,
)
from counter_app.documents.facts import facts_of
from counter_app.documents.forms import ProofForm, common
from counter_app.documents.heading import heading, signature
from counter_app.documents.items import Page
from counter_app.documents.layout import pieces
from counter_app.documents.pages import SHEETS, PaperSize, Running, compose
from counter_app.documents.pdf import Info, paint, pdf_setter
from counter_app.documents.wording import date_text, moment_text
from counter_app.domain.receipt import Letterhead

_BODY: Final = 12.0
_HASH_GROUP: Final = 8


@dataclass(frozen=True, slots=True)
class ProvedDossier:
    """A dossier received on the day."""

    number: str
    owner: str
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Proof:
    """What the centre answered at the close of the day.

    `counts` are the entries of the day by kind, `first_seq` and `last_seq` the range they span in
    the seat's journal (0 and 0 for none), `head_hash` the hex hash both sides hold at `last_seq`,
    `receipt_code` and `centre_time` the centre's own. Moments are aware, in +07:00.
    """

    centre_name: str
    letterhead: Letterhead
    seat_number: int
    officer_name: str
    day: date
    counts: tuple[tuple[str, int], ...]
    first_seq: int
    last_seq: int
    head_hash: str
    receipt_code: str
    centre_time: datetime
    dossiers: tuple[ProvedDossier, ...]


def render(proof: Proof) -> bytes:
    """Return the proof as PDF."""
    pages = lay_out(proof)
    form = common().proof
    facts = facts_of("", "", pages)
    return paint(
        pages, Info(form.title, proof.receipt_code, proof.letterhead.office, facts.to_text())
    )


def lay_out(proof: Proof) -> list[Page]:
    """Return the placed pages of what `render` paints."""
    form = common().proof
    sheet = SHEETS[PaperSize.A4]
    setter = pdf_setter(_BODY)
    blocks = [*_facts(proof, form), *_tables(proof, form), *_end(proof, form)]
    flow = pieces(blocks, sheet.text_width, setter)
    return compose(flow, sheet, setter, _running(proof, form))


def _facts(proof: Proof, form: ProofForm) -> Iterator[Block]:
    yield heading(proof.letterhead, proof.day)
    yield Text((bold(form.title),), Align.CENTRE, size=1.3, before=0.9)
    yield Text((italic(form.subtitle),), Align.CENTRE)
    yield Text((), before=0.2)
    total = sum(count for _, count in proof.counts)
    entries = form.no_entries
    if total:
        entries = form.entries_range.format(first=proof.first_seq, last=proof.last_seq, count=total)
    for label, value in (
        (form.centre, proof.centre_name),
        (form.seat, f"{proof.seat_number:02d}"),
        (form.officer, proof.officer_name),
        (form.day, date_text(proof.day)),
        (form.entries, entries),
        (form.head_hash, _grouped(proof.head_hash)),
        (form.centre_time, moment_text(proof.centre_time)),
    ):
        yield Text((regular(f"{label} {value}"),), hang=1.0)
    code = (regular(f"{form.receipt_code} "), bold(proof.receipt_code))
    yield Text(code, Align.CENTRE, size=1.2, before=0.4)


def _grouped(digest: str) -> str:
    """Return a hash in groups that can be compared by eye."""
    starts = range(0, len(digest), _HASH_GROUP)
    return " ".join(digest[start : start + _HASH_GROUP] for start in starts)


def _tables(proof: Proof, form: ProofForm) -> Iterator[Block]:
    if proof.counts:
        yield Text((bold(form.kinds),), before=0.5, with_next=True)
        yield _kinds(proof, form)
    title = form.dossiers.format(count=len(proof.dossiers))
    yield Text((bold(title),), before=0.6, with_next=bool(proof.dossiers))
    if proof.dossiers:
        yield _dossiers(proof, form)


def _kinds(proof: Proof, form: ProofForm) -> Table:
    parts = zip((8, 72, 20), form.kind_columns, strict=True)
    columns = tuple(TableColumn(part, title) for part, title in parts)
    rows = [
        (_centred(str(number)), _said(form.kind_names.get(kind, kind)), _centred(str(count)))
        for number, (kind, count) in enumerate(proof.counts, start=1)
    ]
    total = sum(count for _, count in proof.counts)
    sum_row = (_said(""), (Text((bold(form.kinds_total),)),), _centred(str(total)))
    return Table(columns, (*rows, sum_row), size=0.95, before=0.2)


def _dossiers(proof: Proof, form: ProofForm) -> Table:
    parts = zip((8, 36, 44, 12), form.dossier_columns, strict=True)
    columns = tuple(TableColumn(part, title) for part, title in parts)
    rows = tuple(
        (
            _centred(str(number)),
            _said(dossier.number),
            _said(dossier.owner),
            _centred(f"{dossier.received_at:%H:%M}"),
        )
        for number, dossier in enumerate(proof.dossiers, start=1)
    )
    return Table(columns, rows, size=0.95, before=0.2)


def _said(text: str) -> tuple[Text, ...]:
    return (Text((regular(text),), size=0.95),)


def _centred(text: str) -> tuple[Text, ...]:
    return (Text((regular(text),), Align.CENTRE, size=0.95),)


def _end(proof: Proof, form: ProofForm) -> Iterator[Block]:
    yield Text((italic(form.note),), before=0.6, with_next=True)
    left = signature(form.officer_signature, form.signature_note, proof.officer_name, 4.0)
    right = signature(form.head_signature, form.signature_note, "", 4.0)
    yield Columns((Column(1, left), Column(1, right)), before=0.8)


def _running(proof: Proof, form: ProofForm) -> Running:
    words = common().words
    seat = form.seat_name.format(number=proof.seat_number)

    def head(page: int, pages: int) -> Sequence[Block]:
        said = f"{form.title}, {seat}, {date_text(proof.day)}"
        place = regular(words.page.format(page=page, pages=pages))
        columns = (
            Column(80, (Text((regular(said),), one_line=True),)),
            Column(20, (Text((place,), Align.RIGHT),)),
        )
        return (Columns(columns), Rule(before=0.1))

    def foot(page: int, pages: int) -> Sequence[Block]:
        place = regular(words.page.format(page=page, pages=pages))
        return (Text((place,), Align.CENTRE, size=0.85),)

    return Running(head, foot)
