"""How far the numbers of each seat reach: ranges of the daily serial against the busiest day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, func, select

from counter_app.schema import centre as own
from counter_app.schema.tables import dossier, number_range

DAYS: Final = 30
"""How far back the busiest day is looked for."""
_LOW: Final = 5
"""Numbers are low when less than one in so many is left."""


@dataclass(frozen=True, slots=True)
class RangeUse:
    """The ranges of an agency that one stream of a seat owns.

    `busiest` is the most that was given on one day of the last thirty. `written` tells that the
    seat writes the stream now; a spare one waits with ranges of its own.
    """

    seat_number: int
    agency_code: str
    parts: tuple[tuple[int, int], ...]
    busiest: int
    written: bool

    @property
    def width(self) -> int:
        """How many numbers there are on each day."""
        return sum(last - first + 1 for first, last in self.parts)

    @property
    def left(self) -> int:
        """How many were left on the busiest day."""
        return self.width - self.busiest

    @property
    def low(self) -> bool:
        """Whether a busier day might find none."""
        return self.written and is_low(self.left, self.width)


def is_low(left: int, width: int) -> bool:
    """Tell whether `left` of `width` numbers are few."""
    return left * _LOW < width


def range_uses(session: Connection, today: date) -> list[RangeUse]:
    """Return the ranges of all streams that are not sealed, by seat and agency."""
    busiest = _busiest(session, today)
    rows = session.execute(
        select(number_range, own.stream.c.state)
        .join_from(number_range, own.stream, own.stream.c.stream_id == number_range.c.stream_id)
        .where(own.stream.c.state != "sealed")
        .order_by(number_range.c.seat_number, number_range.c.agency_code, number_range.c.first)
    )
    found: dict[tuple[UUID, str], RangeUse] = {}
    for row in rows:
        key = (row.stream_id, row.agency_code)
        before = found[key].parts if key in found else ()
        found[key] = RangeUse(
            row.seat_number,
            row.agency_code,
            (*before, (row.first, row.last)),
            busiest.get(key, 0),
            row.state == "open",
        )
    return list(found.values())


def _busiest(session: Connection, today: date) -> dict[tuple[UUID, str], int]:
    by_day = (
        select(dossier.c.stream_id, dossier.c.agency_code, func.count().label("given"))
        .where(dossier.c.received_on > today - timedelta(days=DAYS))
        .group_by(dossier.c.stream_id, dossier.c.agency_code, dossier.c.received_on)
        .subquery()
    )
    rows = session.execute(
        select(by_day.c.stream_id, by_day.c.agency_code, func.max(by_day.c.given)).group_by(
            by_day.c.stream_id, by_day.c.agency_code
        )
    )
    return {(stream, agency): given for stream, agency, given in rows}
