"""What ended before a day, and may be let go of: dossiers, and what was noted of a day alone.

Nothing was written about it since, by no clock; nobody waits for it, is linked to it or goes on
from it: not the next receipt of a book, not the next count of a till, not the next close of a day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Select, Table, and_, exists, func, or_, select, true

from counter_app.clock import VIETNAM, to_ms
from counter_app.domain.closing import SheetKind
from counter_app.domain.fees import Method
from counter_app.domain.states import FINAL
from counter_app.journal.entries import CLOCK_BITS
from counter_app.schema.audit import audit_note
from counter_app.schema.callers import feedback, rating_slip, turned_away, visit
from counter_app.schema.money import (
    cash_count,
    cash_movement,
    day_sheet,
    fee_receipt,
    money_line,
    receipt_book,
)
from counter_app.schema.tables import day_close, dossier, journal
from counter_app.store.engine import Session


@dataclass(frozen=True, slots=True, eq=False)
class Sort:
    """A sort of subjects: where their rows stand, when they began (ms UTC), which are done with."""

    table: Table
    at: Column[int]
    done: ColumnElement[bool]


def subjects(session: Session, sort: Sort, line: date, after: UUID, most: int) -> list[UUID]:
    """Return subjects behind `after` that ended before `line`, in the order of their ids."""
    found = _before(sort, line).where(sort.table.c.subject > after)
    return list(session.execute(found.order_by(sort.table.c.subject).limit(most)).scalars())


def count(session: Session, sort: Sort, line: date) -> int:
    """Return how many ended before `line`."""
    rows = _before(sort, line).subquery()
    found: int = session.execute(select(func.count()).select_from(rows)).scalar_one()
    return found


def _before(sort: Sort, line: date) -> Select[Any]:
    moment = to_ms(datetime.combine(line, time(), VIETNAM))
    written_since = exists().where(
        journal.c.subject == sort.table.c.subject,
        or_(  # a clock that was set back does not hide it
            journal.c.clock >= moment << CLOCK_BITS,
            journal.c.recorded_at >= moment,
            journal.c.occurred_at >= moment,
        ),
    )
    subject: Column[UUID] = sort.table.c.subject
    ended = select(subject).where(sort.at < moment, sort.done, ~written_since)
    if sort.table is dossier:
        return ended.where(~_in_a_book_of(moment))
    return ended


def _in_a_book_of(moment: int) -> ColumnElement[bool]:
    """Tell of a dossier with a receipt of a book that was written in since, or has numbers left.

    The newest receipt of a book stays for ever: the next number follows from it.
    """
    of_book, last = fee_receipt.alias("of_book"), fee_receipt.alias("last")
    newest = (
        select(func.max(of_book.c.running))
        .where(of_book.c.book == fee_receipt.c.book)
        .correlate(fee_receipt)
        .scalar_subquery()
    )
    since = exists().where(
        last.c.book == fee_receipt.c.book,
        last.c.running == newest,
        last.c.clock >= moment << CLOCK_BITS,
    )
    has_numbers_left = exists().where(
        receipt_book.c.subject == fee_receipt.c.book, receipt_book.c.last > newest
    )
    return exists().where(
        fee_receipt.c.subject == dossier.c.subject,
        or_(fee_receipt.c.running == newest, since, has_numbers_left),
    )


def _done_with() -> ColumnElement[bool]:
    """Tell of a dossier that ended, is in nobody's work list and in no uncounted till."""
    part = dossier.alias("part")
    in_the_till = exists().where(
        money_line.c.subject == dossier.c.subject,
        money_line.c.method == Method.CASH.value,
        ~_counted_after(money_line),
    )
    return and_(
        dossier.c.state.in_(sorted(FINAL)),
        ~dossier.c.conflict,
        ~dossier.c.needs_update,
        ~exists().where(part.c.linked_to == dossier.c.subject),
        ~in_the_till,
    )


def _counted_after(row: Table) -> ColumnElement[bool]:
    """Tell whether the till a row stands in was counted after it."""
    later = cash_count.alias("later_count")
    return exists().where(later.c.seat_number == row.c.seat_number, later.c.clock > row.c.clock)


def _before_a_final_sheet() -> ColumnElement[bool]:
    final = day_sheet.alias("final")
    return exists().where(
        final.c.seat_number == day_sheet.c.seat_number,
        final.c.kind == SheetKind.FINAL.value,
        final.c.clock > day_sheet.c.clock,
    )


def _before_another_close() -> ColumnElement[bool]:
    later = day_close.alias("later_close")
    return exists().where(later.c.stream_id == day_close.c.stream_id, later.c.seq > day_close.c.seq)


DOSSIERS: Final = Sort(dossier, dossier.c.received_at, _done_with())
SORTS: Final = (
    DOSSIERS,
    Sort(turned_away, turned_away.c.told_at, true()),
    Sort(visit, visit.c.visited_at, true()),
    Sort(rating_slip, rating_slip.c.typed_at, true()),
    Sort(
        feedback,
        feedback.c.told_at,
        or_(feedback.c.answered_at.is_not(None), feedback.c.kind == "praise"),
    ),
    Sort(audit_note, audit_note.c.noted_at, true()),
    Sort(cash_count, cash_count.c.counted_at, _counted_after(cash_count)),
    Sort(cash_movement, cash_movement.c.moved_at, _counted_after(cash_movement)),
    Sort(day_sheet, day_sheet.c.made_at, _before_a_final_sheet()),
    Sort(day_close, day_close.c.closed_at, _before_another_close()),
)
"""All sorts. What the centre defines (procedures, officers, books, settings) is never let go of."""
