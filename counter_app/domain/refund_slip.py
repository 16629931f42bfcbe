"""What the record of money given back says (biên bản hoàn trả tiền phí, lệ phí)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.fees import Method, Money
from counter_app.domain.receipt import Letterhead


@dataclass(frozen=True, slots=True)
class ReceiptUndone:
    """The receipt of the money that went back, as it is printed; `money` is what it was for."""

    template: str
    symbol: str
    number: str
    issued_at: datetime
    money: Money


@dataclass(frozen=True, slots=True)
class RefundSlip:
    """Everything both copies say.

    `letter` is the slip's own number; `receipt` is None where none held when the money went back.
    `asked_by`, `approved_by` and `officer_name` are who asked, who agreed and who gave it back.
    """

    letterhead: Letterhead
    unit: str
    tax_code: str
    letter: str
    dossier_number: str
    procedure_name: str
    agency_name: str
    receiver: str
    receiver_address: str
    receipt: ReceiptUndone | None
    money: Money
    method: Method
    reason: str
    asked_by: str
    asked_at: datetime
    approved_by: str
    given_at: datetime
    officer_name: str
    seat_number: int

    @property
    def whole(self) -> bool:
        """Whether all that the receipt was for went back."""
        return self.receipt is not None and self.receipt.money == self.money
