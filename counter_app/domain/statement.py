"""Lines of a bank's statement, and which transfers they are."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from counter_app.domain.vietqr import letters_of


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One line: `row` in its file, day, whole đồng (above nothing when they came in), the text.

    `reference` is the bank's own number of the transaction, where the statement has it.
    """

    row: int
    on: date
    amount: int
    text: str
    reference: str = ""


class Fault(StrEnum):
    """Why a line confirmed nothing."""

    WENT_OUT = "went_out"
    NO_NUMBER = "no_number"
    """Its text names no dossier that awaits a transfer."""
    AMOUNT_DIFFERS = "amount_differs"
    AMBIGUOUS = "ambiguous"
    """It names several dossiers that await this very amount: a person decides."""
    NOT_AWAITED = "not_awaited"
    """The dossier is named, but its transfer was confirmed or cancelled before."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Awaited:
    """A transfer that is looked for."""

    payment: UUID
    subject: UUID
    purpose: str
    amount: int


def identities(lines: Iterable[StatementLine]) -> list[str]:
    """Return what tells each line from all others, in any file that holds it.

    Two equal payments of one day are two lines; they are told apart by their order.
    """
    seen: Counter[str] = Counter()
    found = []
    for line in lines:
        told = f"{line.on}|{line.amount}|{letters_of(line.text)}|{letters_of(line.reference)}"
        seen[told] += 1
        digest = hashlib.sha256(f"{told}|{seen[told]}".encode()).hexdigest()
        found.append(digest[:32])
    return found


def named(line: StatementLine, awaited: Sequence[Awaited]) -> list[Awaited]:
    """Return the transfers whose purpose the line's text names, those of the longest purpose.

    So a number inside a longer one is not taken for it.
    """
    said = letters_of(line.text)
    found = [one for one in awaited if one.purpose in said]
    longest = max((len(one.purpose) for one in found), default=0)
    return [one for one in found if len(one.purpose) == longest]


def match(
    line: StatementLine, awaited: Sequence[Awaited], settled: Iterable[str]
) -> Awaited | Fault:
    """Return the transfer that a line is, or why it is none.

    Of several transfers of one dossier the amount tells which.

    Args:
        settled: purposes of transfers that are awaited no longer.
    """
    if line.amount <= 0:
        return Fault.WENT_OUT
    found = named(line, awaited)
    if not found:
        said = letters_of(line.text)
        known = any(purpose in said for purpose in settled)
        return Fault.NOT_AWAITED if known else Fault.NO_NUMBER
    fitting = [one for one in found if one.amount == line.amount]
    if len({one.purpose for one in fitting}) > 1:
        return Fault.AMBIGUOUS
    return fitting[0] if fitting else Fault.AMOUNT_DIFFERS
