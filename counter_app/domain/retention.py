"""How long a counter keeps dossiers that have ended; the centre keeps all of them for ever."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from counter_app.errors import CounterError

FEWEST_YEARS: Final = 2
"""A report of last year compares with the year before it."""
MOST_YEARS: Final = 100


@dataclass(eq=False)
class RetentionTooShort(CounterError):
    """a counter keeps what ended in the last {fewest} to {most} years, not {years}"""

    years: int
    fewest: int = FEWEST_YEARS
    most: int = MOST_YEARS


@dataclass(frozen=True, slots=True)
class RetentionRules:
    """The setting "retention": a counter keeps what ended in the last `years`."""

    years: int

    def check(self) -> RetentionRules:
        """Return these rules. Raises RetentionTooShort."""
        if not FEWEST_YEARS <= self.years <= MOST_YEARS:
            raise RetentionTooShort(self.years)
        return self

    def line(self, today: date) -> date:
        """Return the day before which a dossier must have ended: the first of a month."""
        return date(today.year - self.years, today.month, 1)
