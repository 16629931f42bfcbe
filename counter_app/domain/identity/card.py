"""The QR code of the chip identity card (Căn cước công dân, from 07/2024 Căn cước).

Text parted by bars: number | old CMND number, may be empty | name | born ddMMyyyy | Nam or Nữ |
residence | issued ddMMyyyy; the newer card carries four more fields of unpublished meaning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from counter_app.domain.dossier import Party, PartyKind, Sex
from counter_app.errors import CounterError
from counter_app.text import composed, folded

FIELDS_OF_CCCD: Final = 7
FEWEST_FIELDS_OF_CAN_CUOC: Final = 10

_NUMBER = re.compile(r"[0-9]{12}")
_OLD_NUMBER = re.compile(r"(?:[0-9]{9}|[0-9]{12})?")
_DATE = re.compile(r"[0-9]{8}")
_ONLY_YEAR = re.compile(r"(?:0000)?[0-9]{4}")
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ '’.\-])*")
_LOOKS = re.compile(r"\s*[0-9]{12}\|(?:[^|]*\|){4}")
_SEXES: Final = {"nam": Sex.MALE, "nu": Sex.FEMALE}


class CardKind(StrEnum):
    """Which card a code was read from."""

    CCCD = "cccd"
    CAN_CUOC = "can_cuoc"


class CardFault(StrEnum):
    """Which part of a scanned code does not read as a card."""

    FIELDS = "fields"
    LETTERS = "letters"
    NUMBER = "number"
    OLD_NUMBER = "old_number"
    NAME = "name"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    ISSUE_DATE = "issue_date"


@dataclass(eq=False)
class BadCardCode(CounterError):
    """the scanned code is not that of an identity card: {reason}"""

    reason: CardFault
    # Personal data: for the page that keeps what was scanned, never for logs and messages.
    raw: str = field(repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class IdentityCard:
    """What the code says; a typing aid, the officer still compares the card.

    `born_on` is None when only the year of birth is known; it follows then from the number.
    `address` is the raw text, on older cards with districts and provinces that are merged now.
    """

    number: str
    old_number: str
    name: str
    born_on: date | None
    sex: Sex
    address: str
    issued_on: date | None
    kind: CardKind


def looks_like_card(text: str) -> bool:
    """Tell whether scanned text begins like the code of an identity card."""
    return _LOOKS.match(text) is not None


def parse_card_qr(text: str) -> IdentityCard:
    """Return the card whose code was scanned; text is composed to NFC.

    Raises:
        BadCardCode: a part is missing or garbled, as by an input method or a wrong code page.
    """
    fields = [composed(part) for part in text.split("|")]
    if len(fields) == FIELDS_OF_CCCD:
        kind = CardKind.CCCD
    elif len(fields) >= FEWEST_FIELDS_OF_CAN_CUOC:
        kind = CardKind.CAN_CUOC
    else:
        raise BadCardCode(CardFault.FIELDS, raw=text)
    if _is_garbled(text):
        raise BadCardCode(CardFault.LETTERS, raw=text)
    number, old_number, name, born, sex, address, issued = fields[:FIELDS_OF_CCCD]
    for fault, pattern, part in (
        (CardFault.NUMBER, _NUMBER, number),
        (CardFault.OLD_NUMBER, _OLD_NUMBER, old_number),
        (CardFault.NAME, _NAME, name),
    ):
        if not pattern.fullmatch(part):
            raise BadCardCode(fault, raw=text)
    if folded(sex) not in _SEXES:
        raise BadCardCode(CardFault.SEX, raw=text)
    return IdentityCard(
        number=number,
        old_number=old_number,
        name=name,
        born_on=None if _ONLY_YEAR.fullmatch(born) else _date(born, CardFault.BIRTH_DATE, text),
        sex=_SEXES[folded(sex)],
        address=address,
        issued_on=_date(issued, CardFault.ISSUE_DATE, text) if issued else None,
        kind=kind,
    )


def party_of(card: IdentityCard) -> Party:
    """Return the card's holder as a submitter or an owner."""
    return Party(
        kind=PartyKind.PERSON,
        name=card.name,
        identity_number=card.number,
        old_identity_number=card.old_number,
        born_on=card.born_on,
        sex=card.sex,
        address=card.address,
        identity_issued_on=card.issued_on,
    )


def _date(digits: str, fault: CardFault, raw: str) -> date:
    if not _DATE.fullmatch(digits):
        raise BadCardCode(fault, raw=raw)
    try:
        return date(int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    except ValueError as error:
        raise BadCardCode(fault, raw=raw) from error


def _is_garbled(text: str) -> bool:
    """Tell whether letters were lost, or UTF-8 was read as a Western code page."""
    if "\ufffd" in text:
        return True
    for code_page in ("cp1252", "latin-1"):
        try:
            reread = text.encode(code_page).decode("utf-8")
        except UnicodeError:
            continue
        if reread != text:
            return True
    return False
