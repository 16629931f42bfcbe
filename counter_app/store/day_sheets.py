"""Questions about closing sheets: what a seat did since its last final sheet, and sheets made.

An act belongs to the first final sheet of its seat that follows it in the journal, whatever the
wall clock says: acts are ordered by the hybrid logical clock, which never stands still or turns
back, and a sheet is composed in the transaction that writes it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row, and_, func, or_, select

from counter_app.clock import local
from counter_app.domain.closing import (
    AgencyTotals,
    BookTotals,
    CashTotals,
    DaySheet,
    MethodTotals,
    Notes,
    SheetKind,
)
from counter_app.domain.fees import Method, Money
from counter_app.errors import CounterError
from counter_app.records import from_record
from counter_app.schema.money import day_sheet, fee_receipt, money_line, receipt_book
from counter_app.schema.tables import dossier, head, journal, number_range
from counter_app.store import reference
from counter_app.store.dossiers import due_by_agency
from counter_app.store.due_board import next_working_day
from counter_app.store.engine import Session
from counter_app.store.tills import CountRow


@dataclass(eq=False)
class NoSuchSheet(CounterError):
    """no closing sheet {what} is known at this counter"""

    what: str


@dataclass(frozen=True, slots=True)
class Span:
    """The acts of a seat since its last final sheet.

    `heads` is how far each stream of the seat was at that sheet, `after_clock` its clock; `number`
    the number of the sheet to come, `interims` how many parts of it were made.
    """

    seat_number: int
    number: int
    interims: int
    after_clock: int
    heads: Mapping[UUID, int]
    last_day: date | None


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A sheet in the list of sheets. `made_at` is ms UTC."""

    id: UUID
    kind: SheetKind
    number: int
    part: int
    day: date
    officer: str
    made_at: int
    stream_id: UUID
    seq: int
    clock: int


def span(session: Session, seat_number: int, own_stream: UUID) -> Span:
    """Return what the next sheet of a seat covers."""
    streams = {own_stream, *_streams(session, seat_number)}
    last = _last_final(session, seat_number)
    after = -1 if last is None else last.clock
    told = {} if last is None else json.loads(last.record)["heads"]
    interims = session.execute(
        select(func.count()).where(
            day_sheet.c.seat_number == seat_number,
            day_sheet.c.kind == SheetKind.INTERIM.value,
            day_sheet.c.clock > after,
        )
    ).scalar_one()
    return Span(
        seat_number,
        1 if last is None else last.number + 1,
        interims,
        after,
        {stream: told.get(stream.hex, 0) for stream in streams},
        None if last is None else last.day,
    )


def heads_now(session: Session, of: Span) -> dict[str, int]:
    """Return how far the seat's streams are, for the record of a final sheet."""
    rows = session.execute(
        select(head.c.stream_id, head.c.seq).where(head.c.stream_id.in_(list(of.heads)))
    )
    return {row.stream_id.hex: row.seq for row in rows}


def covered(of: Span) -> Any:
    """The condition that a row of the journal lies in the span."""
    return and_(
        or_(
            *(
                and_(journal.c.stream_id == stream, journal.c.seq > seq)
                for stream, seq in of.heads.items()
            )
        ),
        journal.c.clock > of.after_clock,
    )


def compose(session: Session, of: Span, sheet: DaySheet, count: CountRow | None) -> DaySheet:
    """Return `sheet` filled with all that happened in the span.

    Args:
        count: the last count of the till, where there is one.
    """
    first, last, entries = session.execute(
        select(
            func.min(journal.c.recorded_at),
            func.max(journal.c.recorded_at),
            func.count(journal.c.entry_id.distinct()),
        ).where(covered(of))
    ).one()
    return replace(
        sheet,
        first_at=None if first is None else local(first),
        last_at=None if last is None else local(last),
        entries=entries,
        agencies=_agencies(session, of, sheet.day),
        methods=_methods(session, of),
        books=_books(session, of),
        cash=None if count is None else _cash(count),
    )


def sheet(session: Session, sheet_id: UUID) -> DaySheet:
    """Return a sheet as it was made. Raises NoSuchSheet."""
    record = session.execute(
        select(day_sheet.c.record).where(day_sheet.c.subject == sheet_id)
    ).scalar()
    if record is None:
        raise NoSuchSheet(str(sheet_id))
    return from_record(DaySheet, json.loads(record)["sheet"])


def sheets(session: Session, seat_number: int, limit: int = 60) -> list[SheetRow]:
    """Return the sheets of a seat, the latest first."""
    rows = session.execute(
        select(day_sheet)
        .where(day_sheet.c.seat_number == seat_number)
        .order_by(day_sheet.c.clock.desc())
        .limit(limit)
    )
    return [_row(row) for row in rows]


def last_final(session: Session, seat_number: int) -> SheetRow | None:
    """Return the last final sheet of a seat."""
    row = _last_final(session, seat_number)
    return None if row is None else _row(row)


def acts_since(session: Session, of: Span) -> int:
    """Return how many acts stand in no final sheet yet, those of closing itself aside."""
    count: int = session.execute(
        select(func.count()).where(covered(of), journal.c.kind.not_in(_OF_CLOSING))
    ).scalar_one()
    return count


_OF_CLOSING = ("day_sheet_made", "day_closed", "cash_counted", "document_printed", "audit_noted")
_COLUMNS: Mapping[str, str] = {
    "dossier_received": "received",
    "announced_taken_in": "received",
    "supplement_received": "supplemented",
    "handed_over": "handed_over",
    "dossier_resolved": "resolved",
    "result_received": "resolved",
    "returned": "returned",
    "withdrawn": "withdrawn",
}
"""Kinds of acts that the totals count, and the column of each."""


def _agencies(session: Session, of: Span, day: date) -> tuple[AgencyTotals, ...]:
    acts = (
        select(journal.c.entry_id, journal.c.subject, journal.c.kind)
        .where(covered(of), journal.c.kind.in_(list(_COLUMNS)))
        .distinct()
        .subquery()
    )
    rows = session.execute(
        select(dossier.c.agency_code, acts.c.kind, func.count())
        .join_from(acts, dossier, acts.c.subject == dossier.c.subject)
        .group_by(dossier.c.agency_code, acts.c.kind)
    )
    done: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for code, kind, count in rows:
        done[code][_COLUMNS[kind]] += count
    due = {
        row.agency_code: row
        for row in due_by_agency(session, day, next_working_day(session, day))
        if row.overdue or row.tomorrow or row.agency_code in done
    }
    names = reference.agency_names(session)
    order = {code: place for place, code in enumerate(names)}
    return tuple(
        AgencyTotals(
            code,
            names.get(code, code),
            **done[code],
            due_tomorrow=due[code].tomorrow if code in due else 0,
            overdue=due[code].overdue if code in due else 0,
        )
        for code in sorted({*done, *due}, key=lambda code: (order.get(code, len(order)), code))
    )


def _methods(session: Session, of: Span) -> tuple[MethodTotals, ...]:
    came = money_line.c.kind == "taken"
    rows = session.execute(
        select(
            money_line.c.method,
            came,
            func.sum(money_line.c.fee),
            func.sum(money_line.c.charge),
            func.count(),
        )
        .where(
            money_line.c.seat_number == of.seat_number,
            money_line.c.clock > of.after_clock,
        )
        .group_by(money_line.c.method, came)
    )
    found: dict[Method, MethodTotals] = {}
    for name, is_taken, fee, charge, count in rows:
        method = Method(name)
        one = found.get(method, MethodTotals(method))
        amount = Money(int(fee), int(charge))
        found[method] = (
            replace(one, taken=amount, payments=count)
            if is_taken
            else replace(one, given_back=-amount, refunds=count)
        )
    return tuple(found[method] for method in Method if method in found)


def _books(session: Session, of: Span) -> tuple[BookTotals, ...]:
    here = fee_receipt.c.seat_number == of.seat_number
    given = fee_receipt.c.clock > of.after_clock
    gone = fee_receipt.c.void_clock > of.after_clock
    stands = given & fee_receipt.c.void_at.is_(None)
    number = fee_receipt.c.running
    void: dict[UUID, list[int]] = defaultdict(list)
    for book, running in session.execute(
        select(fee_receipt.c.book, number).where(here, gone).order_by(number)
    ):
        void[book].append(running)
    rows = session.execute(
        select(
            fee_receipt.c.book,
            fee_receipt.c.template,
            fee_receipt.c.symbol,
            func.max(receipt_book.c.last).label("end"),
            func.min(number).filter(given).label("first"),
            func.max(number).filter(given).label("last"),
            func.count().filter(given).label("given"),
            func.sum(fee_receipt.c.fee).filter(stands).label("fee"),
            func.sum(fee_receipt.c.charge).filter(stands).label("charge"),
        )
        .join_from(
            fee_receipt, receipt_book, fee_receipt.c.book == receipt_book.c.subject, isouter=True
        )
        .where(here, or_(given, gone))
        .group_by(fee_receipt.c.book, fee_receipt.c.template, fee_receipt.c.symbol)
        .order_by(fee_receipt.c.template, fee_receipt.c.symbol, func.min(number))
    )
    return tuple(_book(row, tuple(void[row.book])) for row in rows)


def _book(row: Row[Any], void: tuple[int, ...]) -> BookTotals:
    last = row.last or 0
    is_over = not row.given or row.end is None or last >= row.end
    return BookTotals(
        row.template,
        row.symbol,
        row.first or 0,
        last,
        row.given,
        void,
        0 if is_over else last + 1,
        Money(int(row.fee or 0), int(row.charge or 0)),
    )


def _cash(count: CountRow) -> CashTotals:
    notes = tuple(Notes(value, number) for value, number in count.notes.items())
    return CashTotals(count.expected, count.counted, notes, count.reason, count.approved_by)


def _streams(session: Session, seat_number: int) -> list[UUID]:
    rows = session.execute(
        select(number_range.c.stream_id).where(number_range.c.seat_number == seat_number).distinct()
    )
    return list(rows.scalars())


def _last_final(session: Session, seat_number: int) -> Row[Any] | None:
    return session.execute(
        select(day_sheet)
        .where(
            day_sheet.c.seat_number == seat_number,
            day_sheet.c.kind == SheetKind.FINAL.value,
        )
        .order_by(day_sheet.c.clock.desc())
        .limit(1)
    ).one_or_none()


def _row(row: Row[Any]) -> SheetRow:
    return SheetRow(
        row.subject,
        SheetKind(row.kind),
        row.number,
        row.part,
        row.day,
        row.officer,
        row.made_at,
        row.stream_id,
        row.seq,
        row.clock,
    )
