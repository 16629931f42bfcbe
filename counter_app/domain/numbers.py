"""The printed number of a dossier (mã số hồ sơ) and the ranges it is taken from.

Thông tư 01/2018/TT-VPCP, article 19: agency code, receipt date YYMMDD, ordinal of the day in four
digits. The number is legal once printed: given once, never changed, never given again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final

from counter_app.errors import CounterError

HIGHEST_SERIAL: Final = 9999
LONGEST_AGENCY_CODE: Final = 35
"""QCVN 102:2016/BTTTT."""

_AGENCY_CODE = re.compile(r"[0-9A-Z]+(?:\.[0-9A-Z]+)*")
_DASHES = str.maketrans("‐‑‒–—−", "------")
_CENTURY: Final = 2000


@dataclass(eq=False)
class NotANumber(CounterError):
    """{text!r} is not a dossier number"""

    text: str


@dataclass(eq=False)
class BadRange(CounterError):
    """{first}-{last} is not a range of serials for agency {agency_code!r}"""

    agency_code: str
    first: int
    last: int


@dataclass(eq=False)
class NoRange(CounterError):
    """this seat owns no serials of agency {agency_code}"""

    agency_code: str


@dataclass(eq=False)
class RangeUsedUp(CounterError):
    """the serials this seat owns of agency {agency_code} are used up on {day}"""

    agency_code: str
    day: date


@dataclass(eq=False)
class ClockWentBack(CounterError):
    """the machine's clock says {today}, but numbers of {last_day} are already given"""

    today: date
    last_day: date


def is_agency_code(text: str) -> bool:
    """Tell whether `text` may be an agency code: capitals, digits and dots, 35 at most.

    Two generations of codes are in use, 000.18.29.H51 and H51.18.29; nothing more is fixed.
    """
    return len(text) <= LONGEST_AGENCY_CODE and _AGENCY_CODE.fullmatch(text) is not None


@dataclass(frozen=True, slots=True, order=True)
class DossierNumber:
    """A dossier number; `str()` is the printed form, such as 000.00.14.H35-261122-0118."""

    agency_code: str
    on: date
    serial: int

    def __post_init__(self) -> None:
        century = range(_CENTURY, _CENTURY + 100)
        serials = range(1, HIGHEST_SERIAL + 1)
        fits = self.on.year in century and self.serial in serials
        if not (fits and is_agency_code(self.agency_code)):
            raise NotANumber(f"{self.agency_code}-{self.on}-{self.serial}")

    def __str__(self) -> str:
        return f"{self.agency_code}-{self.on:%y%m%d}-{self.serial:04d}"

    @property
    def compact(self) -> str:
        """The number without dots and dashes, as the purpose of a payment takes it."""
        return str(self).replace(".", "").replace("-", "")


def parse(text: str) -> DossierNumber:
    """Return the number that `text` writes, typed or scanned. Raises NotANumber."""
    parts = "".join(text.split()).upper().translate(_DASHES).rsplit("-", 2)
    if len(parts) != 3:
        raise NotANumber(text)
    agency_code, day, serial = parts
    digits = day + serial
    if len(day) != 6 or len(serial) != 4 or not (digits.isascii() and digits.isdigit()):
        raise NotANumber(text)
    try:
        on = date(_CENTURY + int(day[:2]), int(day[2:4]), int(day[4:]))
        return DossierNumber(agency_code, on, int(serial))
    except (ValueError, NotANumber) as error:
        raise NotANumber(text) from error


@dataclass(frozen=True, slots=True)
class SerialRange:
    """The serials `first` to `last`, both included, which one seat owns of one agency, every day.

    Raises:
        BadRange: not within 1 to 9999, or upside down, or no agency code.
    """

    agency_code: str
    first: int
    last: int

    def __post_init__(self) -> None:
        ordered = 1 <= self.first <= self.last <= HIGHEST_SERIAL
        if not (ordered and is_agency_code(self.agency_code)):
            raise BadRange(self.agency_code, self.first, self.last)

    def __len__(self) -> int:
        return self.last - self.first + 1


def next_serial(
    ranges: Sequence[SerialRange],
    agency_code: str,
    today: date,
    last_day: date | None,
    last_serial: int,
) -> tuple[date, int]:
    """Return the day and the serial of the next dossier of `agency_code`.

    Serials only rise within a day, so that none is given twice even when ranges change meanwhile.

    Args:
        ranges: what the seat owns, of any agency and in any order.
        last_day: the day of the last number given from these ranges; None before the first.
        last_serial: its serial; without meaning before the first.

    Raises:
        NoRange: the seat owns no serials of the agency.
        RangeUsedUp: all of today's are given.
        ClockWentBack: `today` lies before `last_day`.
    """
    own = sorted((r.first, r.last) for r in ranges if r.agency_code == agency_code)
    if not own:
        raise NoRange(agency_code)
    if last_day is not None and today < last_day:
        raise ClockWentBack(today, last_day)
    given = last_serial if today == last_day else 0
    for first, last in own:
        if given < last:
            return today, max(first, given + 1)
    raise RangeUsedUp(agency_code, today)


def overlapping(ranges: Sequence[SerialRange]) -> list[tuple[SerialRange, SerialRange]]:
    """Return every pair of ranges of one agency that share a serial."""
    return [
        (one, other)
        for one, other in combinations(ranges, 2)
        if one.agency_code == other.agency_code
        and one.first <= other.last
        and other.first <= one.last
    ]
