"""How much the centre takes from one seat in a day: what a stolen password can write ends there."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from counter_app.errors import CounterError
from counter_app.schema import centre as own

MEGABYTE = 1 << 20
FEWEST_ENTRIES, FEWEST_MEGABYTES = 10_000, 64
"""Below these an honest message might not fit into a whole day."""


@dataclass(eq=False)
class DailyLimitTooLow(CounterError):
    """a seat must be let send at least {entries} entries and {megabytes} MB in a day"""

    entries: int
    megabytes: int


@dataclass(frozen=True, slots=True)
class DailyLimit:
    """What one seat may send in a calendar day of Vietnam."""

    entries: int
    megabytes: int


def daily_limit(session: Connection) -> DailyLimit:
    """Return the limit that holds for every seat."""
    row = session.execute(select(own.centre.c.daily_entries, own.centre.c.daily_bytes)).one()
    return DailyLimit(row.daily_entries, row.daily_bytes // MEGABYTE)


def change(session: Connection, limit: DailyLimit) -> None:
    """Set the limit for every seat, from the next message on.

    Raises:
        DailyLimitTooLow: nothing was changed.
    """
    if limit.entries < FEWEST_ENTRIES or limit.megabytes < FEWEST_MEGABYTES:
        raise DailyLimitTooLow(FEWEST_ENTRIES, FEWEST_MEGABYTES)
    session.execute(
        update(own.centre).values(
            daily_entries=limit.entries, daily_bytes=limit.megabytes * MEGABYTE
        )
    )
