"""The till of a seat: notes, why cash moves, and what a centre asks for when a day is closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from counter_app.errors import CounterError

NOTES: Final = (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200)
"""Banknotes in use, in đồng, the largest first."""
_MOST: Final = 1_000_000


@dataclass(eq=False)
class BadNotes(CounterError):
    """{count} notes of {value} đồng cannot be"""

    value: int
    count: int


class MovementKind(StrEnum):
    """Why cash moves that belongs to no dossier."""

    FLOAT = "float"
    """Change put in at the beginning."""
    DEPOSIT = "deposit"
    """Takings brought to the treasurer or the bank."""
    OTHER = "other"


def counted(notes: Mapping[int, int]) -> int:
    """Return what notes come to, in đồng.

    Args:
        notes: how many there are, by value.

    Raises:
        BadNotes: there is no such note, or not so many.
    """
    for value, count in notes.items():
        if value not in NOTES or not 0 <= count <= _MOST:
            raise BadNotes(value, count)
    return sum(value * count for value, count in notes.items())


@dataclass(frozen=True, slots=True)
class ClosingRules:
    """What a centre asks for at the close of a day: its setting "closing".

    `cash_limit` is the difference in đồng above which a supervisor has to agree to a count;
    `approval` asks for a supervisor's sign-in on every final sheet.
    """

    cash_limit: int = 0
    approval: bool = False
