"""All that the desk of money shows: frozen values, and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from counter_app.domain.fees import (
    NOTHING,
    Account,
    ExemptionReason,
    FeeChoice,
    Method,
    Money,
    PaymentState,
    chosen,
    sum_of,
)
from counter_app.store.money import FeeReceiptRow, PaymentRow, RefundRow
from counter_app.usecases.payments import Transfer
from counter_app.usecases.printing import Form
from ui.notice import Notice
from ui.pages.fees.questions import Listing, ListLine, Opened
from ui.widgets.qr_code import Modules


class Decision(StrEnum):
    """What is decided in the panel that takes the place of the payment."""

    EXEMPT = "exempt"
    VOID = "void"
    UNDO = "undo"
    """Void a receipt and undo its payment, as when the wrong dossier was chosen."""
    REFUND = "refund"
    APPROVE = "approve"
    REFUSE = "refuse"
    CANCEL = "cancel"
    REQUIRE = "require"
    """The agency asks for money before it goes on: the clock stands still."""
    SETTLE = "settle"
    """Everything is paid, here or elsewhere: the dossier goes on."""


@dataclass(frozen=True, slots=True)
class Deciding:
    """A decision that is being typed. `target` is the payment, receipt or refund it is about.

    `most` is the amount it may come to; `second` tells that a second person has to agree.
    """

    what: Decision
    target: UUID | None = None
    most: Money = NOTHING
    number: str = ""
    reason: str = ""
    document: str = ""
    why: str = ExemptionReason.POOR_HOUSEHOLD
    fee: int | None = None
    charge: int | None = None
    method: Method = Method.CASH
    second: bool = False

    @property
    def amount(self) -> Money:
        """What was typed of both kinds."""
        return Money(self.fee or 0, self.charge or 0)


@dataclass(frozen=True, slots=True)
class Line:
    """A payment with its receipts, or a refund that was asked for."""

    key: UUID
    at: int
    money: Money
    payment: PaymentRow
    receipt: FeeReceiptRow | None = None
    """The receipt that holds."""
    void: tuple[FeeReceiptRow, ...] = ()
    refund: RefundRow | None = None

    @property
    def awaited(self) -> bool:
        return self.refund is None and self.payment.state is PaymentState.AWAITING

    @property
    def returnable(self) -> bool:
        """Whether money of it can be given back."""
        return self.refund is None and self.payment.state is PaymentState.PAID

    @property
    def paper(self) -> tuple[UUID, Form] | None:
        """What can be printed of it again: its receipt, or the slip of money given back."""
        if self.refund is not None:
            return (self.key, Form.REFUND_SLIP) if self.refund.state == "approved" else None
        return None if self.receipt is None else (self.receipt.id, Form.FEE_RECEIPT)

    @property
    def undecided(self) -> bool:
        return self.refund is not None and self.refund.state == "asked"


@dataclass(frozen=True, slots=True)
class Code:
    """A transfer that is awaited, with its QR code for the citizen's telephone."""

    transfer: Transfer
    symbol: Modules


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the desk shows; `listed` is None until the file has answered."""

    typed: str = ""
    listing: Listing = Listing.AWAITING
    listed: str | None = None
    """What the lines were looked for with; "" for the listing."""
    lines: tuple[ListLine, ...] = ()
    cut: bool = False
    few_left: str = ""
    """That receipts run out, in words."""
    opened: Opened | None = None
    choices: tuple[FeeChoice, ...] = ()
    method: Method = Method.CASH
    payer: str = ""
    given: int | None = None
    code: Code | None = None
    seen: str = ""
    """What the cashier saw of the transfer, such as the bank's own number."""
    deciding: Deciding | None = None
    pointed: UUID | None = None
    """The payment or refund that the acts are about."""
    faults: Mapping[str, str] = field(default_factory=dict)
    notice: Notice | None = None
    busy: bool = False

    @property
    def changed_choices(self) -> tuple[FeeChoice, ...] | None:
        """What the cashier chose; None where the file says so already."""
        if self.opened is None or not self.opened.choosable:
            return None
        return None if self.choices == self.opened.choices else self.choices

    @property
    def account(self) -> Account:
        """Where the dossier stands, with what is chosen now."""
        if self.opened is None:
            return Account()
        account = self.opened.sheet.account
        if self.changed_choices is None:
            return account
        owed = sum_of(chosen(self.opened.sheet.table, self.choices))
        return Account(owed, account.exempt, account.paid, account.awaited)

    @property
    def due(self) -> Money:
        """What is asked for now."""
        return self.account.open

    @property
    def change(self) -> int | None:
        """What goes back in cash; None while nothing was given, or too little."""
        if self.given is None or self.given < self.due.total:
            return None
        return self.given - self.due.total

    @property
    def can_collect(self) -> bool:
        """Whether F9 takes money."""
        free = self.deciding is None and self.code is None and not self.busy
        return self.opened is not None and bool(self.due) and free

    @property
    def money_lines(self) -> tuple[Line, ...]:
        """Payments and refunds of the dossier, the latest first."""
        return () if self.opened is None else lines_of(self.opened)

    @property
    def line(self) -> Line | None:
        """The line the acts are about: the one pointed at, else the latest."""
        lines = self.money_lines
        pointed = next((line for line in lines if line.key == self.pointed), None)
        return pointed or (lines[0] if lines else None)


def lines_of(opened: Opened) -> tuple[Line, ...]:
    """Return the payments and refunds of a dossier as lines."""
    payments = {payment.id: payment for payment in opened.sheet.payments}
    lines = []
    for payment in opened.sheet.payments:
        receipts = [one for one in opened.sheet.receipts if one.payment == payment.id]
        standing = [one for one in receipts if one.void_at is None]
        lines.append(
            Line(
                payment.id,
                payment.asked_at,
                payment.money,
                payment,
                standing[-1] if standing else None,
                tuple(one for one in receipts if one.void_at is not None),
            )
        )
    for refund in opened.sheet.refunds:
        paid = payments.get(refund.payment)
        if paid is not None:
            lines.append(Line(refund.id, refund.asked_at, refund.money, paid, refund=refund))
    return tuple(sorted(lines, key=lambda line: (line.at, line.refund is not None), reverse=True))
