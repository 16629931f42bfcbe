"""What the sheet for a payer by transfer says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.fees import Money
from counter_app.domain.receipt import Letterhead
from counter_app.domain.vietqr import BankAccount


@dataclass(frozen=True, slots=True)
class TransferSlip:
    """A transfer that is awaited. `qr` is the text of the VietQR code."""

    letterhead: Letterhead
    dossier_number: str
    procedure_name: str
    payer: str
    account: BankAccount
    money: Money
    purpose: str
    qr: str
    asked_at: datetime
