"""Why a result is due when it is: the counted days in words, equal neighbours joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from counter_app.domain.deadlines import CountedDay, DayReason

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayGroup:
    """Days in a row that count, or do not count, for the same reason."""

    first: date
    last: date
    counted: Decimal
    reason: DayReason
    name: str

    @property
    def days(self) -> str:
        """Return "17/02" or "17/02 – 19/02"."""
        one = f"{self.first:%d/%m}"
        return one if self.first == self.last else f"{one} – {self.last:%d/%m}"

    @property
    def words(self) -> str:
        """Return why, with what was counted."""
        reason = self.name or reason_words(self.reason)
        return f"{reason} · {counted_words(self.counted)}" if self.counted else reason


def grouped(days: Sequence[CountedDay]) -> tuple[DayGroup, ...]:
    """Return the explanation of a due moment, neighbours of one reason joined."""
    groups: list[DayGroup] = []
    for day in days:
        last = groups[-1] if groups else None
        if (
            last is not None
            and (last.reason, last.name) == (day.reason, day.name)
            and day.on == last.last + _ONE_DAY
        ):
            groups[-1] = replace(last, last=day.on, counted=last.counted + day.counted)
        else:
            groups.append(DayGroup(day.on, day.on, day.counted, day.reason, day.name))
    return tuple(groups)


def counted_words(amount: Decimal) -> str:
    """Return an amount as Vietnamese write it: "1", "0,5"."""
    return f"{amount.normalize():f}".replace(".", ",")


def reason_words(reason: DayReason) -> str:
    """Return why a day counts or does not."""
    translate = QCoreApplication.translate
    return {
        DayReason.RECEIVED: translate("DayWords", "day of receipt"),
        DayReason.AFTER_CUT_OFF: translate("DayWords", "received after the cut-off"),
        DayReason.AFTER_CLOSING: translate("DayWords", "received after closing"),
        DayReason.ON_THE_SPOT: translate("DayWords", "on the spot"),
        DayReason.WORKING: translate("DayWords", "working days"),
        DayReason.MAKE_UP: translate("DayWords", "make-up day"),
        DayReason.CALENDAR: translate("DayWords", "calendar days"),
        DayReason.MONTH: translate("DayWords", "month"),
        DayReason.HALF_MONTH: translate("DayWords", "half a month"),
        DayReason.WEEKEND: translate("DayWords", "weekend"),
        DayReason.HOLIDAY: translate("DayWords", "holiday"),
        DayReason.MOVED: translate("DayWords", "moved to a working day"),
        DayReason.FORMER_DUE: translate("DayWords", "former due day"),
    }[reason]
