"""The one-time code by which a machine becomes a seat, as it is printed and typed."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final

from counter_app.errors import CounterError

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32 letters: none looks like another."""

SECRET_LENGTH: Final = 20
_GROUP: Final = 5
_MISREAD = str.maketrans("OIL", "011")
_SHAPE = re.compile(rf"(\d{{1,4}})-?([{ALPHABET}]{{{SECRET_LENGTH}}})([{ALPHABET}])")


@dataclass(eq=False)
class BadSeatCode(CounterError):
    """{text!r} is not a code for enrolling a seat; compare it with the paper"""

    text: str


@dataclass(frozen=True, slots=True)
class SeatCode:
    """A seat's number and its secret of twenty letters (100 bits)."""

    seat_number: int
    secret: str

    def __str__(self) -> str:
        """Return the printed form, such as 07-4XQ2M-7HC0R-B95TK-WZ3EN-J: the last letter checks."""
        groups = [self.secret[at : at + _GROUP] for at in range(0, SECRET_LENGTH, _GROUP)]
        return "-".join([f"{self.seat_number:02d}", *groups, _check(self.seat_number, self.secret)])


def parse(text: str) -> SeatCode:
    """Return the code that `text` writes; case, dashes, spaces, O, I and L do not matter.

    Raises:
        BadSeatCode: a letter is missing or wrong.
    """
    number, _, secret = "".join(text.split()).upper().partition("-")
    found = _SHAPE.fullmatch(f"{number}-{secret.replace('-', '').translate(_MISREAD)}")
    if found is None or _check(int(found[1]), found[2]) != found[3]:
        raise BadSeatCode(text)
    return SeatCode(int(found[1]), found[2])


def _check(seat_number: int, secret: str) -> str:
    digest = hashlib.sha256(f"{seat_number}-{secret}".encode()).digest()
    return ALPHABET[digest[0] % len(ALPHABET)]
