"""Telephone numbers and e-mail addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from counter_app.errors import CounterError

_BETWEEN_NUMBERS = re.compile(r"[;,/]|\s[-–]\s|\s(?:và|hoặc|hay)\s")
_FEWEST_DIGITS = 6
_OLD_MOBILE = re.compile(r"(?:\+?84|0)1(?:2\d|6[2-9]|8[68]|99)\d{7}")
_LOCAL_PART = re.compile(r"[0-9A-Za-z!#$%&'*+/=?^_`{|}~-]+(?:\.[0-9A-Za-z!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?")


class PhoneFault(StrEnum):
    """Why a telephone number is refused."""

    EMPTY = "empty"
    CHARACTERS = "characters"
    OLD_MOBILE = "old_mobile"
    NOT_IN_USE = "not_in_use"


@dataclass(eq=False)
class BadPhone(CounterError):
    """not a telephone number: {reason}"""

    reason: PhoneFault


@dataclass(eq=False)
class BadEmail(CounterError):
    """{text!r} is not an e-mail address"""

    text: str


def phone_e164(text: str) -> str:
    """Return one typed number as E.164, such as +84912345678; Vietnam without a country code.

    Raises:
        BadPhone: no such number can be dialled; OLD_MOBILE for the 11 digits that ended in 2018.
    """
    import phonenumbers

    if not text.strip():
        raise BadPhone(PhoneFault.EMPTY)
    if any(letter.isalpha() for letter in text):
        raise BadPhone(PhoneFault.CHARACTERS)
    try:
        number = phonenumbers.parse(text, "VN")
    except phonenumbers.NumberParseException as error:
        raise BadPhone(PhoneFault.CHARACTERS) from error
    if number.extension or not phonenumbers.is_valid_number(number):
        old = _OLD_MOBILE.fullmatch(_digits(text))
        raise BadPhone(PhoneFault.OLD_MOBILE if old else PhoneFault.NOT_IN_USE)
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def phones_e164(text: str) -> tuple[str, ...]:
    """Return every number of a text that names one or more, as E.164.

    "(02993) 822339 - 622225" names two: the second leaves the area code out.

    Raises:
        BadPhone: one of them is no number.
    """
    parts = [part for part in _BETWEEN_NUMBERS.split(text) if part.strip()]
    if len(parts) < 2 or any(len(_digits(part)) < _FEWEST_DIGITS for part in parts):
        return (phone_e164(text),)
    numbers: list[str] = []
    before = ""
    for part in parts:
        digits = _digits(part)
        try:
            numbers.append(phone_e164(part))
        except BadPhone:
            digits = before[: -len(digits)] + digits
            numbers.append(phone_e164(digits))
        before = digits
    return tuple(dict.fromkeys(numbers))


def phone_shown(e164: str) -> str:
    """Return an E.164 number for the eye: 0912 345 678, abroad +1 650-253-0000.

    What is not E.164 is returned as it is.
    """
    import phonenumbers

    try:
        number = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return e164
    form = phonenumbers.PhoneNumberFormat
    domestic = number.country_code == 84
    return str(
        phonenumbers.format_number(number, form.NATIONAL if domestic else form.INTERNATIONAL)
    )


def check_email(text: str) -> str:
    """Return an e-mail address with its domain in lower case. Raises BadEmail.

    A sanity check for typing errors: plain ASCII, one @, a domain of two labels or more.
    """
    local_part, _, domain = text.strip().rpartition("@")
    labels = domain.lower().split(".")
    fits = len(local_part) <= 64 and len(domain) <= 253 and len(labels) >= 2
    named = _LOCAL_PART.fullmatch(local_part) and all(map(_LABEL.fullmatch, labels))
    if not (fits and named) or labels[-1].isdigit():
        raise BadEmail(text)
    return f"{local_part}@{domain.lower()}"


def _digits(text: str) -> str:
    return re.sub(r"[^0-9+]", "", text)
