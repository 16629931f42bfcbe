"""What stands against closing a day, what helps, and what the closing sheets say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final
from uuid import UUID

from counter_app.domain.fees import NOTHING, Method, Money


class Against(StrEnum):
    """A reason against closing the day of a seat."""

    CASH_UNCOUNTED = "cash_uncounted"
    DRAFTS = "drafts"
    PARKED_DRAFTS = "parked_drafts"
    RECEIPTS_UNPRINTED = "receipts_unprinted"
    PRINTS_FAILED = "prints_failed"
    PRINTS_UNDER_WAY = "prints_under_way"
    FEE_RECEIPTS_MISSING = "fee_receipts_missing"
    NOT_HANDED_OVER = "not_handed_over"
    """Papers that came in since the last final sheet and are still here."""
    HAND_OVER_OVERDUE = "hand_over_overdue"
    """Papers that came in on an earlier day and are still here."""
    HAND_OVER_UNSIGNED = "hand_over_unsigned"
    """Lists of an earlier day for which no agency signed yet."""
    CONFLICTS = "conflicts"
    """Acts set aside until a supervisor settles them."""
    OVERPAID = "overpaid"
    TRANSFERS_AWAITED = "transfers_awaited"
    REFUNDS_OPEN = "refunds_open"
    UNSENT = "unsent"


class Weight(StrEnum):
    """What a reason asks for before the final sheet: to be mended, to be explained, to be known."""

    MEND = "mend"
    EXPLAIN = "explain"
    KNOW = "know"


class Fix(StrEnum):
    """The act that mends a reason; the window knows its page."""

    COUNT_CASH = "count_cash"
    DRAFTS = "drafts"
    PRINTS = "prints"
    FEE_RECEIPTS = "fee_receipts"
    HAND_OVER = "hand_over"
    CONFLICTS = "conflicts"
    PAYMENTS = "payments"
    REFUNDS = "refunds"
    SYNC = "sync"


_WEIGHTS: Final[Mapping[Against, Weight]] = MappingProxyType(
    {
        Against.CASH_UNCOUNTED: Weight.MEND,
        Against.PARKED_DRAFTS: Weight.KNOW,
        Against.PRINTS_UNDER_WAY: Weight.KNOW,
        Against.OVERPAID: Weight.KNOW,
        Against.TRANSFERS_AWAITED: Weight.KNOW,
        Against.REFUNDS_OPEN: Weight.KNOW,
        Against.UNSENT: Weight.KNOW,
        Against.HAND_OVER_UNSIGNED: Weight.KNOW,
    }
)
_FIXES: Final[Mapping[Against, Fix]] = MappingProxyType(
    {
        Against.CASH_UNCOUNTED: Fix.COUNT_CASH,
        Against.DRAFTS: Fix.DRAFTS,
        Against.PARKED_DRAFTS: Fix.DRAFTS,
        Against.RECEIPTS_UNPRINTED: Fix.PRINTS,
        Against.PRINTS_FAILED: Fix.PRINTS,
        Against.PRINTS_UNDER_WAY: Fix.PRINTS,
        Against.FEE_RECEIPTS_MISSING: Fix.FEE_RECEIPTS,
        Against.NOT_HANDED_OVER: Fix.HAND_OVER,
        Against.HAND_OVER_OVERDUE: Fix.HAND_OVER,
        Against.HAND_OVER_UNSIGNED: Fix.HAND_OVER,
        Against.CONFLICTS: Fix.CONFLICTS,
        Against.OVERPAID: Fix.REFUNDS,
        Against.TRANSFERS_AWAITED: Fix.PAYMENTS,
        Against.REFUNDS_OPEN: Fix.REFUNDS,
        Against.UNSENT: Fix.SYNC,
    }
)


@dataclass(frozen=True, slots=True)
class Reason:
    """Something against closing, how often, and the dossiers or drafts it concerns, some first."""

    against: Against
    count: int
    subjects: tuple[UUID, ...] = ()

    @property
    def weight(self) -> Weight:
        return _WEIGHTS.get(self.against, Weight.EXPLAIN)

    @property
    def fix(self) -> Fix:
        return _FIXES[self.against]


class SheetKind(StrEnum):
    """An interim sheet (X) may be made at any time; a final one (Z) ends the day of a seat."""

    INTERIM = "interim"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class AgencyTotals:
    """What was done for one agency; `due_tomorrow` and `overdue` are how it stands."""

    agency_code: str
    agency_name: str
    received: int = 0
    supplemented: int = 0
    handed_over: int = 0
    resolved: int = 0
    returned: int = 0
    withdrawn: int = 0
    due_tomorrow: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class MethodTotals:
    """Money that came in one way, and money that went back; counts of both."""

    method: Method
    taken: Money = NOTHING
    given_back: Money = NOTHING
    payments: int = 0
    refunds: int = 0


@dataclass(frozen=True, slots=True)
class BookTotals:
    """Numbers of a receipt book given since the last final sheet, and what they come to.

    `void` are the numbers declared void since then, also of earlier days; `next` is 0 when the
    book is used up.
    """

    template: str
    symbol: str
    first: int
    last: int
    count: int
    void: tuple[int, ...]
    next: int
    money: Money


@dataclass(frozen=True, slots=True)
class Notes:
    """Banknotes of one value."""

    value: int
    count: int


@dataclass(frozen=True, slots=True)
class CashTotals:
    """The till at its last count, in đồng."""

    expected: int
    counted: int
    notes: tuple[Notes, ...] = ()
    reason: str = ""
    approved_by: str = ""

    @property
    def difference(self) -> int:
        return self.counted - self.expected


@dataclass(frozen=True, slots=True)
class Explained:
    """A reason that stood against closing, and why the day was closed all the same."""

    against: Against
    count: int
    words: str


@dataclass(frozen=True, slots=True)
class DaySheet:
    """A closing sheet of a seat: all its acts since its last final sheet.

    `number` is the running number of final sheets; an interim sheet has that of the final one to
    come and is its `part` 1, 2, 3 … `first_at` and `last_at` are the moments of the first and the
    last act, None where there were none; `entries` counts them. `part` is 0 for a final sheet.
    """

    id: UUID
    kind: SheetKind
    number: int
    part: int
    day: date
    seat_number: int
    officer_name: str
    made_at: datetime
    first_at: datetime | None = None
    last_at: datetime | None = None
    entries: int = 0
    agencies: tuple[AgencyTotals, ...] = ()
    methods: tuple[MethodTotals, ...] = ()
    books: tuple[BookTotals, ...] = ()
    cash: CashTotals | None = None
    explained: tuple[Explained, ...] = ()
    approved_by: str = ""

    @property
    def name(self) -> str:
        """The number as people say it: 0012, or 0013/2 for an interim sheet."""
        return f"{self.number:04d}" + (f"/{self.part}" if self.part else "")

    @property
    def taken(self) -> Money:
        """All money that came in."""
        return sum((one.taken for one in self.methods), NOTHING)

    @property
    def given_back(self) -> Money:
        """All money that went back."""
        return sum((one.given_back for one in self.methods), NOTHING)
