"""Days and times of day as officers type them, past and to come."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from counter_app.clock import VIETNAM
from counter_app.usecases.acts import NOW, When

_CENTURY = 2000
_CLOCK_TIME = re.compile(r"(\d{1,2})[:h.]?(\d{2})?")
_DAY = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?/?")
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})?")


def clock_time(text: str) -> time | None:
    """Return the time of day meant by "9:05", "905", "9h05" or "16"; None if it is none."""
    typed = text.strip()
    short = typed.isdecimal() and len(typed) == len("905")
    found = _CLOCK_TIME.fullmatch(f"0{typed}" if short else typed)
    if found is None:
        return None
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        return None


def coming_day(text: str, today: date) -> date | None:
    """Return the day meant by "25/12/2026", "25/12/26", "251226" or "25/12", which comes next."""
    return _day(text, today, today)


def past_day(text: str, today: date) -> date | None:
    """Return the same, but without its year the day that was last."""
    return _day(text, today, today - timedelta(days=364))


def coming_moment(day: str, clock: str, today: date) -> datetime | None:
    """Return the moment meant by a day and a time of day; None where one of them is none."""
    on, at = coming_day(day, today), clock_time(clock)
    return None if on is None or at is None else datetime.combine(on, at, VIETNAM)


def happened(day: str, clock: str, because: str, now: datetime) -> When | None:
    """Return when something really happened; None where what is typed is no moment.

    Nothing typed means now, a time alone means today, a day alone the present time of day. A day
    without its year is the last one that was.
    """
    if not day.strip() and not clock.strip():
        return NOW
    at = clock_time(clock) if clock.strip() else now.time().replace(microsecond=0)
    on = past_day(day, now.date()) if day.strip() else now.date()
    if at is None or on is None:
        return None
    return When(datetime.combine(on, at, VIETNAM), because)


def _day(text: str, today: date, earliest: date) -> date | None:
    found = _DAY.fullmatch(text.strip()) or _DIGITS.fullmatch(text.strip())
    if found is None:
        return None
    day, month, year = int(found[1]), int(found[2]), found[3]
    try:
        if year is not None:
            return date(int(year) if len(year) > 2 else _CENTURY + int(year), month, day)
        years = (date(today.year + step, month, day) for step in (-1, 0, 1))
        return next(one for one in years if one >= earliest)
    except ValueError:
        return None
