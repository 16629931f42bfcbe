"""Receipt books: the centre gives each stream of a seat numbers of its own, as it does for ranges.

A book that a lost or sealed machine had is never continued by another: nobody knows which of its
numbers were printed. What is left of it stays unused and is listed so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, select

from counter_app.centre import administration
from counter_app.centre.seats import UnknownSeat
from counter_app.domain.identity import check_tax_code
from counter_app.errors import CounterError
from counter_app.journal.append import Author, append
from counter_app.journal.subjects import subject_of
from counter_app.journal.till import BOOK_GRANTED
from counter_app.schema import centre as own
from counter_app.schema.money import receipt_book
from counter_app.store.receipt_books import BookRow, books
from counter_app.text import composed

HIGHEST: Final = 9_999_999
"""Receipts are numbered in seven digits."""


@dataclass(eq=False)
class BadReceiptBook(CounterError):
    """a receipt book of {count} numbers from {first} of {template!r} {symbol!r} cannot be"""

    template: str
    symbol: str
    first: int
    count: int


@dataclass(eq=False)
class ReceiptNumbersTaken(CounterError):
    """{template} {symbol} {first}-{last} crosses numbers that seat {seat_number} owns"""

    template: str
    symbol: str
    first: int
    last: int
    seat_number: int


@dataclass(frozen=True, slots=True)
class Series:
    """Mẫu số and ký hiệu of receipts, and who collects with them (đơn vị thu).

    `agency_code` is "" where the receipts serve every agency of a seat.
    """

    template: str
    symbol: str
    unit: str
    tax_code: str
    agency_code: str = ""


@dataclass(frozen=True, slots=True)
class Granted:
    """Numbers that a stream of a seat owns now; `spare` where the seat does not write it yet."""

    stream_id: UUID
    first: int
    last: int
    spare: bool


def grant(
    session: Connection, author: Author, number: int, series: Series, count: int, first: int = 0
) -> list[Granted]:
    """Give every stream of a seat that is not sealed `count` numbers of a series.

    A spare stream that has numbers of the series already gets none, for it has used none.

    Args:
        first: where the numbers begin; after the last granted of the series when 0.

    Raises:
        UnknownSeat, BadReceiptBook, BadTaxCode, ReceiptNumbersTaken: nothing was granted.
    """
    if administration.agencies_of(session, number) is None:
        raise UnknownSeat(number)
    series = _checked(series)
    streams = session.execute(
        select(own.stream.c.stream_id, own.stream.c.state)
        .where(own.stream.c.seat_number == number, own.stream.c.state != "sealed")
        .order_by(own.stream.c.state, own.stream.c.stream_id)
    ).all()
    supplied = _supplied(session, series)
    begin = first or _after_last(session, series)
    granted = []
    for stream_id, state in streams:
        if state in own.WAITING and stream_id in supplied:
            continue
        granted.append(Granted(stream_id, begin, begin + count - 1, state in own.WAITING))
        begin += count
    for one in granted:
        _check_free(session, series, one, count)
        _append(session, author, number, series, one)
    return granted


def listed(session: Connection) -> list[BookRow]:
    """Return the receipt books of all seats, by seat; `mine` tells that a seat still writes it."""
    written = set(
        session.execute(
            select(own.stream.c.stream_id).where(own.stream.c.state != "sealed")
        ).scalars()
    )
    numbers = session.execute(
        select(receipt_book.c.seat_number, receipt_book.c.stream_id)
        .distinct()
        .order_by(receipt_book.c.seat_number, receipt_book.c.stream_id)
    ).all()
    return [
        replace(row, mine=stream_id in written)
        for number, stream_id in numbers
        for row in books(session, stream_id, number)
        if row.mine
    ]


def _checked(series: Series) -> Series:
    template, symbol = composed(series.template), composed(series.symbol)
    if not (0 < len(template) <= 20 and 0 < len(symbol) <= 20):
        raise BadReceiptBook(template, symbol, 0, 0)
    return Series(
        template,
        symbol,
        composed(series.unit),
        check_tax_code(series.tax_code) if series.tax_code else "",
        series.agency_code,
    )


def _check_free(session: Connection, series: Series, wanted: Granted, count: int) -> None:
    if count < 1 or wanted.first < 1 or wanted.last > HIGHEST:
        raise BadReceiptBook(series.template, series.symbol, wanted.first, count)
    crossing = session.execute(
        select(receipt_book.c.seat_number).where(
            receipt_book.c.template == series.template,
            receipt_book.c.symbol == series.symbol,
            receipt_book.c.first <= wanted.last,
            receipt_book.c.last >= wanted.first,
        )
    ).scalar()
    if crossing is not None:
        raise ReceiptNumbersTaken(
            series.template, series.symbol, wanted.first, wanted.last, crossing
        )


def _append(session: Connection, author: Author, number: int, series: Series, one: Granted) -> None:
    record = {
        "stream": one.stream_id.hex,
        "seat_number": number,
        "agency_code": series.agency_code,
        "template": series.template,
        "symbol": series.symbol,
        "first": one.first,
        "last": one.last,
        "unit": series.unit,
        "tax_code": series.tax_code,
    }
    key = f"{series.template}:{series.symbol}:{one.first}"
    append(session, author, BOOK_GRANTED, subject_of("receipt_book", key), record)


def _supplied(session: Connection, series: Series) -> set[UUID]:
    rows = session.execute(
        select(receipt_book.c.stream_id).where(
            receipt_book.c.template == series.template, receipt_book.c.symbol == series.symbol
        )
    )
    return set(rows.scalars())


def _after_last(session: Connection, series: Series) -> int:
    last = session.execute(
        select(receipt_book.c.last)
        .where(receipt_book.c.template == series.template, receipt_book.c.symbol == series.symbol)
        .order_by(receipt_book.c.last.desc())
        .limit(1)
    ).scalar()
    return (last or 0) + 1
