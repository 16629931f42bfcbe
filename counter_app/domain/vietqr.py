"""The text of a VietQR code: EMVCo merchant-presented QR as NAPAS defines it for transfers.

Source: NAPAS, QR Format T&C v1.0 (September 2021), whose examples the tests repeat.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from counter_app.domain.numbers import DossierNumber
from counter_app.errors import CounterError

LONGEST_PURPOSE: Final = 50
"""Banks keep at least 25 letters of a purpose, and none shows more than 50."""

_GUID: Final = "A000000727"
_DONG: Final = "704"
_COUNTRY: Final = "VN"
_POLYNOMIAL: Final = 0x1021
_BIN = re.compile(r"\d{6}", re.ASCII)
_ACCOUNT = re.compile(r"[0-9A-Za-z]{1,19}", re.ASCII)
_NOT_PURPOSE = re.compile(r"[^0-9A-Za-z ]+")


@dataclass(eq=False)
class BadBankAccount(CounterError):
    """the bank account {bank} {account} of the centre's settings cannot be used"""

    bank: str
    account: str


@dataclass(eq=False)
class BadPurpose(CounterError):
    """{text!r} is not the purpose of a transfer: letters and digits, 50 at most"""

    text: str


class Target(StrEnum):
    """What the second number is."""

    ACCOUNT = "QRIBFTTA"
    CARD = "QRIBFTTC"


@dataclass(frozen=True, slots=True)
class BankAccount:
    """Where transfers go. `bank` is the six-digit BIN, `holder` and `bank_name` are for the eye."""

    bank: str
    account: str
    holder: str = ""
    bank_name: str = ""
    target: Target = Target.ACCOUNT

    def check(self) -> BankAccount:
        """Return the account. Raises BadBankAccount."""
        if not (_BIN.fullmatch(self.bank) and _ACCOUNT.fullmatch(self.account)):
            raise BadBankAccount(self.bank, self.account)
        return self


def payload(account: BankAccount, amount: int = 0, purpose: str = "", bill: str = "") -> str:
    """Return the text of the QR code, with its checksum.

    Args:
        amount: whole đồng; 0 lets the payer fill it in, which makes the code a static one.
        purpose: ASCII without diacritics, as `plain` makes it.
        bill: a reference of the payee.

    Raises:
        BadBankAccount, BadPurpose.
    """
    if not all(text.isascii() and len(text) <= LONGEST_PURPOSE for text in (purpose, bill)):
        raise BadPurpose(purpose)
    account.check()
    more = (_field(1, bill) if bill else "") + (_field(8, purpose) if purpose else "")
    parts = (
        _field(0, "01"),
        _field(1, "12" if amount else "11"),
        _field(38, _target(account)),
        _field(53, _DONG),
        _field(54, str(amount)) if amount else "",
        _field(58, _COUNTRY),
        _field(62, more) if more else "",
    )
    text = "".join(parts) + "6304"
    return f"{text}{checksum(text.encode('ascii')):04X}"


def _target(account: BankAccount) -> str:
    beneficiary = _field(0, account.bank) + _field(1, account.account)
    return _field(0, _GUID) + _field(1, beneficiary) + _field(2, account.target.value)


def _field(tag: int, value: str) -> str:
    return f"{tag:02d}{len(value):02d}{value}"


def checksum(data: bytes) -> int:
    """Return CRC-16/CCITT-FALSE: polynomial 1021, start FFFF, neither turned nor inverted."""
    crc = 0xFFFF
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ _POLYNOMIAL if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


def is_sound(text: str) -> bool:
    """Tell whether a scanned text ends with its own checksum."""
    return (
        text.isascii()
        and text[-8:-4] == "6304"
        and text[-4:] == f"{checksum(text[:-4].encode('ascii')):04X}"
    )


def plain(text: str) -> str:
    """Return `text` as banks take it: letters without diacritics, digits and single spaces."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    kept = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(_NOT_PURPOSE.sub(" ", kept).split())[:LONGEST_PURPOSE].strip()


def purpose_of(number: DossierNumber) -> str:
    """Return what a payer writes so that the payment finds its dossier: 0000014H352611220118."""
    return number.compact


def letters_of(text: str) -> str:
    """Return the letters and digits of a bank's text in capitals: banks add and drop spaces."""
    return "".join(letter for letter in text.upper() if letter.isascii() and letter.isalnum())
