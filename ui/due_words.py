"""How far away a due moment is, in words, and how it stands: the same in every list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from counter_app.clock import local_day
from counter_app.domain.states import OPEN, PAUSED
from ui.notice import Kind

_MINUTE = 60_000
_HOUR = 60 * _MINUTE


class DueStanding(StrEnum):
    """How a due moment stands, by the clock on the wall."""

    OVERDUE = "overdue"
    TODAY = "today"
    AHEAD = "ahead"
    PAUSED = "paused"
    """The term stands still: the citizen owes something, or the matter is stopped."""
    SETTLED = "settled"
    """Nothing is owed any more."""
    NONE = "none"
    """No appointment was made."""


@dataclass(frozen=True, slots=True)
class DueWords:
    """Such as "2 days left" and how urgent that is; "" where nothing is owed."""

    text: str
    standing: DueStanding

    @property
    def badge(self) -> tuple[Kind, str, str] | None:
        """What a list draws as badge; None where plain words will do."""
        kind = _BADGES.get(self.standing)
        return None if kind is None else (kind[0], self.text, kind[1])


_BADGES = {
    DueStanding.OVERDUE: (Kind.BAD, "alert-circle"),
    DueStanding.TODAY: (Kind.WARN, "clock"),
    DueStanding.PAUSED: (Kind.QUIET, "player-pause"),
}


def due_words(now_ms: int, due_ms: int | None) -> DueWords:
    """Return how far away `due_ms` is at `now_ms`, both ms UTC, None for no appointment.

    Within a day it is told in hours and minutes, further away in days of Vietnam's calendar.
    """
    if due_ms is None:
        return DueWords(QCoreApplication.translate("DueWords", "no appointment"), DueStanding.NONE)
    days = (local_day(due_ms) - local_day(now_ms)).days
    if due_ms <= now_ms:
        return DueWords(_overdue(-days, now_ms - due_ms), DueStanding.OVERDUE)
    if days:
        words = QCoreApplication.translate("DueWords", "%n day(s) left", "", days)
        return DueWords(words, DueStanding.AHEAD)
    return DueWords(_left(due_ms - now_ms), DueStanding.TODAY)


def dossier_due_words(state: int, now_ms: int, due_ms: int | None) -> DueWords:
    """Return the same for a dossier in `state`: a paused or finished one is not chased."""
    if state not in OPEN:
        return DueWords("", DueStanding.SETTLED)
    if state in PAUSED:
        return DueWords(QCoreApplication.translate("DueWords", "paused"), DueStanding.PAUSED)
    return due_words(now_ms, due_ms)


def _overdue(days: int, passed_ms: int) -> str:
    translate = QCoreApplication.translate
    hours, minutes = passed_ms // _HOUR, passed_ms // _MINUTE
    if days:
        return translate("DueWords", "overdue by %n day(s)", "", days)
    if hours:
        return translate("DueWords", "overdue by %n hour(s)", "", hours)
    if minutes:
        return translate("DueWords", "overdue by %n minute(s)", "", minutes)
    return translate("DueWords", "due now")


def _left(left_ms: int) -> str:
    translate = QCoreApplication.translate
    hours, minutes = left_ms // _HOUR, -(-left_ms // _MINUTE)
    if hours:
        return translate("DueWords", "%n hour(s) left", "", hours)
    return translate("DueWords", "%n minute(s) left", "", minutes)
