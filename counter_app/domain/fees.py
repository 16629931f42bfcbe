"""What a dossier costs: phí and lệ phí apart, in whole đồng (Law 97/2015/QH13).

Nothing is typed that the fee table knows: a cashier says which lines apply and how often.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from counter_app.domain.procedure import FeeKind, FeeLine
from counter_app.errors import CounterError

MOST: Final = 10**12
"""No amount of one dossier reaches so many đồng."""


@dataclass(eq=False)
class BadFeeChoice(CounterError):
    """line {line} of the fee table cannot be taken {quantity} times"""

    line: int
    quantity: int


@dataclass(eq=False)
class BadAmount(CounterError):
    """{amount} is not an amount of money that can be asked for"""

    amount: int


class Method(StrEnum):
    """How money comes (hình thức thanh toán: tiền mặt, chuyển khoản, trực tuyến)."""

    CASH = "cash"
    TRANSFER = "transfer"
    VIETQR = "vietqr"


class PaymentState(StrEnum):
    """How far a payment is: chờ thanh toán, đã thanh toán, hủy thanh toán, đã hoàn phí."""

    AWAITING = "awaiting"
    PAID = "paid"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"


class FeeState(StrEnum):
    """What the badge of a dossier says of its money."""

    NOTHING = "nothing"
    """Nothing is to be paid."""
    UNPAID = "unpaid"
    AWAITING = "awaiting"
    PAID = "paid"
    EXEMPT = "exempt"


class ExemptionReason(StrEnum):
    """Why a citizen pays less or nothing (Law 97/2015/QH13, article 10)."""

    CHILD = "child"
    POOR_HOUSEHOLD = "poor_household"
    ELDERLY = "elderly"
    DISABLED = "disabled"
    MERIT = "merit"
    ETHNIC_MINORITY = "ethnic_minority"
    TREATY = "treaty"
    ONLINE_REDUCTION = "online_reduction"
    LOCAL_RESOLUTION = "local_resolution"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of phí and an amount of lệ phí, in whole đồng."""

    fee: int = 0
    charge: int = 0

    @property
    def total(self) -> int:
        return self.fee + self.charge

    def __add__(self, other: Money) -> Money:
        return Money(self.fee + other.fee, self.charge + other.charge)

    def __sub__(self, other: Money) -> Money:
        return Money(self.fee - other.fee, self.charge - other.charge)

    def __neg__(self) -> Money:
        return Money(-self.fee, -self.charge)

    def __bool__(self) -> bool:
        return bool(self.fee or self.charge)

    def within(self, other: Money) -> bool:
        """Tell whether each kind is between nothing and what `other` has of it."""
        return 0 <= self.fee <= other.fee and 0 <= self.charge <= other.charge


NOTHING: Final = Money()


@dataclass(frozen=True, slots=True)
class FeeRules:
    """What a centre asks for before a result goes out: its setting "fees".

    `return_unpaid` lets results go out though money is owed, where it is collected later.
    """

    return_unpaid: bool = False


@dataclass(frozen=True, slots=True)
class FeeChoice:
    """How often a line of the fee table applies: pages, copies, or 0 where it does not.

    `kind` says what a line is that the publication calls neither phí nor lệ phí.
    """

    line: int
    quantity: int = 1
    kind: FeeKind = FeeKind.UNKNOWN


@dataclass(frozen=True, slots=True)
class OwedLine:
    """One thing to pay: `quantity` times `amount` đồng."""

    kind: FeeKind
    amount: int
    quantity: int = 1
    note: str = ""

    @property
    def money(self) -> Money:
        whole = self.amount * self.quantity
        return Money(charge=whole) if self.kind is FeeKind.CHARGE else Money(fee=whole)


def published(lines: Sequence[FeeLine]) -> tuple[OwedLine, ...]:
    """Return every line once, as the receipt names them.

    A line that the publication calls neither phí nor lệ phí counts as phí until a cashier says
    otherwise.
    """
    return tuple(_owed(line, 1, FeeKind.UNKNOWN) for line in lines)


def chosen(lines: Sequence[FeeLine], choices: Iterable[FeeChoice]) -> tuple[OwedLine, ...]:
    """Return what is owed when some lines of the fee table apply, and others do not.

    Raises:
        BadFeeChoice: there is no such line, it is named twice, or so often is not possible.
    """
    wanted: dict[int, OwedLine] = {}
    for choice in choices:
        there = 0 <= choice.line < len(lines) and choice.line not in wanted
        if not there or not 0 <= choice.quantity <= MOST // max(lines[choice.line].amount, 1):
            raise BadFeeChoice(choice.line, choice.quantity)
        wanted[choice.line] = _owed(lines[choice.line], choice.quantity, choice.kind)
    return tuple(wanted[line] for line in sorted(wanted) if wanted[line].quantity)


def _owed(line: FeeLine, quantity: int, kind: FeeKind) -> OwedLine:
    known = line.kind if line.kind is not FeeKind.UNKNOWN else kind
    sort = FeeKind.CHARGE if known is FeeKind.CHARGE else FeeKind.FEE
    return OwedLine(sort, line.amount, quantity, line.note)


def sum_of(lines: Iterable[OwedLine]) -> Money:
    """Return what all lines come to. Raises BadAmount for what no dossier costs."""
    total = NOTHING
    for line in lines:
        total += line.money
        if line.amount < 0 or line.quantity < 0 or total.total >= MOST:
            raise BadAmount(line.amount)
    return total


@dataclass(frozen=True, slots=True)
class Account:
    """Where a dossier stands with its money.

    `awaited` is asked for by transfer and not yet seen; `paid` is what was paid less what was
    given back.
    """

    owed: Money = NOTHING
    exempt: Money = NOTHING
    paid: Money = NOTHING
    awaited: Money = NOTHING

    @property
    def open(self) -> Money:
        """What is still to be asked for, never below nothing."""
        left = self.owed - self.exempt - self.paid - self.awaited
        return Money(max(0, left.fee), max(0, left.charge))

    @property
    def state(self) -> FeeState:
        if self.open:
            return FeeState.UNPAID
        if self.awaited:
            return FeeState.AWAITING
        if self.paid:
            return FeeState.PAID
        return FeeState.EXEMPT if self.exempt else FeeState.NOTHING
