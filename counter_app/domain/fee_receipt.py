"""What a receipt for phí and lệ phí says (biên lai thu tiền phí, lệ phí)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from counter_app.domain.fees import Method, Money, OwedLine
from counter_app.domain.receipt import Letterhead

_FEW: Final = 20
_TENTH_AT_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class VoidMark:
    """Why a receipt does not hold any more, and which two persons said so."""

    at: datetime
    reason: str
    voided_by: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class FeeReceipt:
    """Everything the three copies of a receipt say. `unit` is who collects (đơn vị thu)."""

    id: UUID
    subject: UUID
    payment: UUID
    letterhead: Letterhead
    unit: str
    tax_code: str
    template: str
    symbol: str
    running: int
    lines: tuple[OwedLine, ...]
    money: Money
    method: Method
    payer: str
    payer_address: str
    dossier_number: str
    procedure_name: str
    agency_name: str
    issued_at: datetime
    officer_name: str
    seat_number: int
    void: VoidMark | None = None

    @property
    def number(self) -> str:
        """The number in seven digits, as books are numbered."""
        return receipt_number(self.running)


def few_left(left: int, size: int) -> bool:
    """Tell whether it is time to ask for another book: a tenth of the numbers is left.

    Of small books at least 20 have to be left, of large ones 100 are enough.
    """
    return left <= min(max(size // 10, _FEW), _TENTH_AT_MOST)


def receipt_number(running: int) -> str:
    """Return the number of a receipt as it is printed."""
    return f"{running:07d}"
