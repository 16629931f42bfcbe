"""Questions about receipt books: which numbers are used, void, next, and one receipt as printed."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import exists, func, select

from counter_app.clock import local
from counter_app.domain.fee_receipt import FeeReceipt, VoidMark
from counter_app.domain.fees import Method, Money, OwedLine
from counter_app.errors import CounterError
from counter_app.journal.entries import Entry
from counter_app.records import from_record
from counter_app.schema.money import fee_receipt, receipt_book
from counter_app.schema.tables import journal
from counter_app.store import reference, retention
from counter_app.store.engine import Session
from counter_app.store.officers import names_of


@dataclass(eq=False)
class NoReceiptBook(CounterError):
    """this seat owns no receipt book for agency {agency_code}; the centre has to grant one"""

    agency_code: str


@dataclass(eq=False)
class ReceiptBookUsedUp(CounterError):
    """receipt book {template} {symbol} is used up at {last}; the centre has to grant another"""

    template: str
    symbol: str
    last: int


@dataclass(eq=False)
class NoSuchReceipt(CounterError):
    """no fee receipt {what} is known at this counter"""

    what: str


@dataclass(frozen=True, slots=True)
class BookRow:
    """A receipt book of a seat.

    `used` counts all numbers given, `void` those that do not hold; `next` is None when used up.
    `mine` tells that this seat writes it: the rest of a book of a former stream stays unused.
    """

    id: UUID
    seat_number: int
    agency_code: str
    template: str
    symbol: str
    first: int
    last: int
    unit: str
    tax_code: str
    used: int
    void: tuple[int, ...]
    money: Money
    mine: bool

    @property
    def next(self) -> int | None:
        """The next number; None when the book is used up."""
        following = self.first + self.used
        return following if following <= self.last else None

    @property
    def left(self) -> int:
        """How many numbers were never given; none of a book that this seat writes no more."""
        return self.last - self.first + 1 - self.used if self.mine else 0


def books(session: Session, own_stream: UUID, seat_number: int) -> list[BookRow]:
    """Return the receipt books of a seat, in the order in which they are used up.

    Those that were used up before the line of the retention are at the centre alone.
    """
    known = select(receipt_book).where(receipt_book.c.seat_number == seat_number)
    before = retention.line(session)
    if before is not None:
        used_up = exists().where(
            fee_receipt.c.book == receipt_book.c.subject,
            fee_receipt.c.running == receipt_book.c.last,
            fee_receipt.c.issued_on < before,
        )
        known = known.where(~used_up)
    rows = session.execute(known.order_by(receipt_book.c.granted_at, receipt_book.c.first))
    return [
        BookRow(
            row.subject,
            row.seat_number,
            row.agency_code,
            row.template,
            row.symbol,
            row.first,
            row.last,
            row.unit,
            row.tax_code,
            *_usage(session, row.subject),
            mine=row.stream_id == own_stream,
        )
        for row in rows
    ]


def _usage(session: Session, book: UUID) -> tuple[int, tuple[int, ...], Money]:
    standing = fee_receipt.c.void_at.is_(None)
    used, fee, charge = session.execute(
        select(
            func.count(),
            func.sum(fee_receipt.c.fee).filter(standing),
            func.sum(fee_receipt.c.charge).filter(standing),
        ).where(fee_receipt.c.book == book)
    ).one()
    void = session.execute(
        select(fee_receipt.c.running)
        .where(fee_receipt.c.book == book, ~standing)
        .order_by(fee_receipt.c.running)
    ).scalars()
    return used, tuple(void), Money(int(fee or 0), int(charge or 0))


@dataclass(frozen=True, slots=True)
class NextReceipt:
    """The number that comes next, and its book."""

    book: UUID
    template: str
    symbol: str
    running: int
    unit: str
    tax_code: str


def next_receipt(session: Session, stream: UUID, agency_code: str) -> NextReceipt:
    """Return the next number of the books of a stream: the agency's own first, then the common.

    Raises:
        NoReceiptBook, ReceiptBookUsedUp.
    """
    granted = session.execute(
        select(receipt_book)
        .where(
            receipt_book.c.stream_id == stream,
            receipt_book.c.agency_code.in_((agency_code, "")),
        )
        .order_by(
            receipt_book.c.agency_code.desc(), receipt_book.c.granted_at, receipt_book.c.first
        )
    ).all()
    if not granted:
        raise NoReceiptBook(agency_code)
    for book in granted:
        last = session.execute(
            select(func.max(fee_receipt.c.running)).where(fee_receipt.c.book == book.subject)
        ).scalar()
        running = book.first if last is None else last + 1
        if running <= book.last:
            return NextReceipt(
                book.subject, book.template, book.symbol, running, book.unit, book.tax_code
            )
    raise ReceiptBookUsedUp(granted[-1].template, granted[-1].symbol, granted[-1].last)


def receipt_of(session: Session, receipt: UUID) -> FeeReceipt:
    """Return a receipt as it is printed. Raises NoSuchReceipt."""
    row = session.execute(
        select(fee_receipt).where(fee_receipt.c.entry_id == receipt)
    ).one_or_none()
    if row is None:
        raise NoSuchReceipt(str(receipt))
    found = session.execute(
        select(journal)
        .where(journal.c.subject == row.subject, journal.c.entry_id == receipt)
        .limit(1)
    ).one()
    entry = Entry._make(found)
    record = entry.record()
    issued_at = local(entry.occurred_at)
    void = None
    if row.void_at is not None:
        names = names_of(session, (row.voided_by, row.approved_by))
        void = VoidMark(
            local(row.void_at), row.void_reason, names[row.voided_by], names[row.approved_by]
        )
    return FeeReceipt(
        id=receipt,
        subject=row.subject,
        payment=row.payment,
        letterhead=reference.settings(session, issued_at.date()).letterhead(),
        unit=record["unit"],
        tax_code=record["tax_code"],
        template=row.template,
        symbol=row.symbol,
        running=row.running,
        lines=tuple(from_record(OwedLine, line) for line in record["lines"]),
        money=Money(row.fee, row.charge),
        method=Method(row.method),
        payer=row.payer,
        payer_address=record["payer_address"],
        dossier_number=record["dossier_number"],
        procedure_name=record["procedure_name"],
        agency_name=record["agency_name"],
        issued_at=issued_at,
        officer_name=record["officer_name"],
        seat_number=row.seat_number,
        void=void,
    )
