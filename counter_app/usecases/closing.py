"""Closing the day of a seat: what stands against it, and its interim and final sheets.

Each sheet is composed in the transaction that writes it: no act can fall between two sheets, and
none can stand on both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from counter_app.clock import local
from counter_app.desk import Desk, Officer
from counter_app.domain.closing import (
    Against,
    DaySheet,
    Explained,
    Reason,
    SheetKind,
    Weight,
)
from counter_app.errors import CounterError
from counter_app.journal.append import append
from counter_app.journal.entries import new_id
from counter_app.journal.till import SHEET_MADE
from counter_app.records import to_record
from counter_app.store import reference
from counter_app.store.closing import reasons
from counter_app.store.day_sheets import Span, compose, heads_now, span
from counter_app.store.engine import Session
from counter_app.store.tills import closing_rules, last_count
from counter_app.text import composed
from counter_app.usecases.acts import check_second
from counter_app.usecases.closing_plans import forget
from counter_app.usecases.tills import serving


@dataclass(eq=False)
class DayNotReady(CounterError):
    """the day cannot be closed yet: {count} reasons are neither mended nor explained"""

    count: int
    reasons: tuple[Reason, ...]


@dataclass(eq=False)
class DayToCome(CounterError):
    """{day} has not come yet"""

    day: date


def reasons_against_closing(desk: Desk, day: date | None = None) -> tuple[Reason, ...]:
    """Return everything that stands against closing the day of this seat, each with its remedy.

    Args:
        day: today when None.
    """
    return desk.ask(reasons, desk.seat.number, desk.seat.stream_id, day or _today(desk))


def preview(desk: Desk, day: date | None = None) -> DaySheet:
    """Return what the final sheet would say now; nothing is written and no number is taken."""
    with desk.store.reading() as session:
        of = span(session, desk.seat.number, desk.seat.stream_id)
        sheet = _sheet(desk, of, SheetKind.INTERIM, day or _today(desk))
        return compose(session, of, sheet, last_count(session, desk.seat.number))


def interim(desk: Desk, day: date | None = None) -> DaySheet:
    """Make an interim sheet: how the day stands, without ending it.

    Raises:
        NobodySignedIn, OfficerDisabled, NotAllowedFor.
    """
    with desk.store.writing() as session:
        serving(session, desk)
        of = span(session, desk.seat.number, desk.seat.stream_id)
        sheet = _sheet(desk, of, SheetKind.INTERIM, day or _today(desk))
        count = last_count(session, desk.seat.number)
        return _write(session, desk, of, compose(session, of, sheet, count))


def final(
    desk: Desk,
    day: date | None = None,
    explained: Mapping[Against, str] | None = None,
    second: Officer | None = None,
) -> DaySheet:
    """Make the final sheet, which ends the day of this seat. What is done later stands on the next.

    Args:
        explained: why the day is closed although a reason stands against it.
        second: a supervisor other than who closes, where the centre's setting "closing" asks.

    Raises:
        DayNotReady: a reason has to be mended, or explained.
        DayToCome, SecondPersonMissing, NobodySignedIn, OfficerDisabled, NotAllowedFor.
    """
    today = _today(desk)
    wanted = day or today
    if wanted > today:
        raise DayToCome(wanted)
    with desk.store.writing() as session:
        serving(session, desk)
        rules = closing_rules(reference.settings(session, today))
        words = _explained(session, desk, wanted, explained or {})
        of = span(session, desk.seat.number, desk.seat.stream_id)
        sheet = replace(
            _sheet(desk, of, SheetKind.FINAL, wanted),
            explained=words,
            approved_by=check_second(desk, second) if rules.approval else "",
        )
        forget(session, desk.seat.number)
        count = last_count(session, desk.seat.number)
        return _write(session, desk, of, compose(session, of, sheet, count))


def _explained(
    session: Session, desk: Desk, day: date, words: Mapping[Against, str]
) -> tuple[Explained, ...]:
    found = reasons(session, desk.seat.number, desk.seat.stream_id, day)
    told = {against: composed(text) for against, text in words.items()}
    left = tuple(
        one
        for one in found
        if one.weight is Weight.MEND or (one.weight is Weight.EXPLAIN and not told.get(one.against))
    )
    if left:
        raise DayNotReady(len(left), left)
    return tuple(
        Explained(one.against, one.count, told.get(one.against, ""))
        for one in found
        if one.against is not Against.UNSENT  # the proof that follows tells of it
    )


def _sheet(desk: Desk, of: Span, kind: SheetKind, day: date) -> DaySheet:
    now = desk.clock.now_ms()
    return DaySheet(
        id=new_id(now),
        kind=kind,
        number=of.number,
        part=of.interims + 1 if kind is SheetKind.INTERIM else 0,
        day=day,
        seat_number=desk.seat.number,
        officer_name=desk.acting.name,
        made_at=local(now),
    )


def _write(session: Session, desk: Desk, of: Span, sheet: DaySheet) -> DaySheet:
    record = {
        "kind": sheet.kind.value,
        "number": sheet.number,
        "part": sheet.part,
        "day": sheet.day.isoformat(),
        "seat_number": sheet.seat_number,
        "approved_by": sheet.approved_by,
        "sheet": to_record(sheet),
        "heads": heads_now(session, of) if sheet.kind is SheetKind.FINAL else {},
    }
    append(session, desk.author(), SHEET_MADE, sheet.id, record)
    return sheet


def _today(desk: Desk) -> date:
    return local(desk.clock.now_ms()).date()
