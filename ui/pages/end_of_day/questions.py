"""What the closing of a day asks of the file, in one look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counter_app.closing import Standing, standing
from counter_app.desk import Desk
from counter_app.store import reference
from counter_app.store.day_sheets import sheets
from counter_app.store.engine import Session
from counter_app.store.hand_over_lists import lists_of_day
from counter_app.store.officers import names_of
from counter_app.store.outbox import unclosed_day
from counter_app.store.tills import closing_rules
from ui.pages.end_of_day.shown import ListLine, SheetLine

_SHEETS = 30


@dataclass(frozen=True, slots=True)
class Found:
    """How the day stands, with its lists and the seat's sheets."""

    standing: Standing
    lists: tuple[ListLine, ...]
    sheets: tuple[SheetLine, ...]
    approval: bool
    unclosed: date | None


def look(desk: Desk, day: date, today: date) -> Found:
    """Return everything the page tells of a day."""
    now = standing(desk, day)
    lists, made, approval, unclosed = desk.ask(_beside, now, today)
    return Found(now, lists, made, approval, unclosed)


def _beside(
    session: Session, now: Standing, today: date
) -> tuple[tuple[ListLine, ...], tuple[SheetLine, ...], bool, date | None]:
    agencies = reference.agency_names(session)
    rows = sheets(session, now.seat.number, _SHEETS)
    names = names_of(session, {row.officer for row in rows})
    return (
        tuple(
            ListLine(row, agencies.get(row.agency_code, row.agency_code))
            for row in lists_of_day(session, now.day)
        ),
        tuple(SheetLine(row, names[row.officer]) for row in rows),
        closing_rules(reference.settings(session, today)).approval,
        unclosed_day(session, now.seat.stream_id, today),
    )
