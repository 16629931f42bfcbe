"""Moments, terms and money as the forms say them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from textwrap import shorten
from typing import Final

from counter_app.documents.forms import Words
from counter_app.domain.amounts import grouped, in_words
from counter_app.domain.dossier import Consents, Paper, ReturnWay
from counter_app.domain.procedure import FeeLine, Term
from counter_app.domain.receipt import Receipt

_NOTE: Final = 120
"""Letters of a fee's note: published notes quote whole paragraphs of law."""


def date_text(day: date) -> str:
    """Return "ngày 05 tháng 3 năm 2021".

    The day has two digits, the month two only for January and February, where a stroke could
    make 11 or 12 of it (Decree 30/2020/NĐ-CP, annex I, on place and date).
    """
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def moment_text(moment: datetime) -> str:
    """Return "08 giờ 05 phút, ngày 05 tháng 3 năm 2021"."""
    return f"{moment:%H} giờ {moment:%M} phút, {date_text(moment.date())}"


def short_moment(moment: datetime) -> str:
    """Return "08:05 05/03/2021", for tables and labels."""
    return f"{moment:%H:%M %d/%m/%Y}"


def count_text(amount: Decimal | int) -> str:
    """Return a count of two digits at least, halves with a comma: "05", "12", "0,5"."""
    plain = f"{Decimal(amount).normalize():f}"
    return plain.replace(".", ",") if "." in plain else plain.zfill(2)


def term_text(term: Term | None, words: Words) -> str:
    """Return the term published for the procedure, e.g. "05 ngày làm việc"."""
    if term is None:
        return words.term_unknown
    if term.on_the_spot:
        return words.term_on_the_spot
    unit = words.term_units[term.unit.value]
    return words.term.format(amount=count_text(term.amount), unit=unit)


def due_text(receipt: Receipt, words: Words) -> str:
    """Return when the result may be collected, or that there is no appointment."""
    if receipt.due_at is None:
        return words.due_none
    moment = moment_text(receipt.due_at)
    if receipt.term is not None and receipt.term.on_the_spot:
        return words.due_on_the_spot.format(moment=moment)
    return moment


def subject_text(receipt: Receipt) -> str:
    """Return what is asked for: the procedure, and the officer's summary where there is one."""
    if receipt.summary and receipt.summary != receipt.procedure_name:
        return f"{receipt.procedure_name} – {receipt.summary}"
    return receipt.procedure_name


def return_text(receipt: Receipt, words: Words) -> str:
    """Return where the result goes; the address when it goes by post."""
    way = words.return_ways[receipt.return_way.value]
    if receipt.return_way is ReturnWay.COUNTER or not receipt.return_address:
        return way
    return f"{way}: {receipt.return_address}"


def money_text(fees: tuple[FeeLine, ...], free: bool | None, words: Words) -> str:
    """Return fees and charges with the sum in words; "" where the publication says nothing."""
    if not fees:
        return words.money_free if free else ""
    lines = [
        words.money_line.format(kind=words.money_lines[fee.kind.value], amount=grouped(fee.amount))
        + (f" ({shorten(fee.note, _NOTE, placeholder='…')})" if fee.note else "")
        for fee in fees
    ]
    total = sum(fee.amount for fee in fees)
    if len(fees) > 1:
        lines.append(words.money_total.format(amount=grouped(total)))
    return f"{'; '.join(lines)} {words.money_in_words.format(words=in_words(total))}"


def notice_text(consents: Consents, words: Words) -> str:
    """Return by which ways notices are wanted; "" for none."""
    ways = [name for key, name in words.notice_ways.items() if getattr(consents, key)]
    return words.notices.format(ways=", ".join(ways)) if ways else ""


def lookup_text(receipt: Receipt, words: Words) -> str:
    """Return how the citizen follows the dossier."""
    website, phone = receipt.letterhead.website, receipt.letterhead.phone
    where = words.lookup_website.format(website=website) if website else ""
    where += words.lookup_phone.format(phone=phone) if phone else ""
    return words.lookup.format(code=receipt.lookup_code, where=where)


def copies_text(paper: Paper, words: Words) -> str:
    """Return "1 bản chính, 2 bản photo"."""
    counts = (
        (words.copies_original, paper.originals),
        (words.copies_certified, paper.certified_copies),
        (words.copies_photo, paper.photocopies),
    )
    return ", ".join(text.format(count=count) for text, count in counts if count)


def present(papers: tuple[Paper, ...]) -> Iterator[tuple[int, Paper]]:
    """Yield the papers that were handed in, numbered from 1."""
    return enumerate((paper for paper in papers if paper.present), start=1)
