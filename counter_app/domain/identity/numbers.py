"""Numbers on identity papers: the 12-digit personal number, the 9-digit CMND, passports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

import resources
from counter_app.domain.dossier import Sex
from counter_app.errors import CounterError

_SEPARATORS = re.compile(r"[\s.\-]+")
_PASSPORT = re.compile(r"(?=.*[A-Z])(?=.*[0-9])[0-9A-Z]{6,9}")
_NINE_OR_TWELVE = re.compile(r"[0-9]{9}|[0-9]{12}")


class NumberFault(StrEnum):
    """Why a number is refused."""

    EMPTY = "empty"
    LENGTH = "length"
    CHARACTERS = "characters"
    COMPONENT = "component"
    CHECK_DIGIT = "check_digit"


class IdentityNumberKind(StrEnum):
    """Which paper a number stands on. Some foreign passports have nine digits, like a CMND."""

    PERSONAL = "personal"
    CMND = "cmnd"
    PASSPORT = "passport"


class IdentityDoubt(StrEnum):
    """What makes a personal number look wrong. A warning, never a block."""

    UNKNOWN_PROVINCE = "unknown_province"
    SEX_DIFFERS = "sex_differs"
    BIRTH_YEAR_DIFFERS = "birth_year_differs"


@dataclass(eq=False)
class BadIdentityNumber(CounterError):
    """not a personal number, CMND or passport number: {reason}"""

    reason: NumberFault


def compact_number(text: str) -> str:
    """Return a typed number without spaces, dots and dashes, in capitals."""
    return _SEPARATORS.sub("", text).upper()


def check_identity_number(text: str) -> IdentityNumberKind:
    """Return the kind of an identity number; spaces, dots and dashes in it are passed over.

    A number that only looks odd (an unknown province) passes: see check_personal_number.

    Raises:
        BadIdentityNumber: it is none of the three kinds.
    """
    number = compact_number(text)
    if not number:
        raise BadIdentityNumber(NumberFault.EMPTY)
    if _NINE_OR_TWELVE.fullmatch(number):
        return IdentityNumberKind.PERSONAL if len(number) == 12 else IdentityNumberKind.CMND
    if _PASSPORT.fullmatch(number):
        return IdentityNumberKind.PASSPORT
    well_formed = number.isascii() and number.isalnum() and not number.isalpha()
    raise BadIdentityNumber(NumberFault.LENGTH if well_formed else NumberFault.CHARACTERS)


def check_personal_number(
    number: str, born_on: date | None, sex: Sex | None
) -> tuple[IdentityDoubt, ...]:
    """Return what makes a 12-digit personal number look wrong; empty when nothing does.

    Its first three digits name the province of birth registration, the fourth century and sex
    (0 and 1 male and female of the 1900s, 2 and 3 of the 2000s, and so on), then the birth year.
    There is no check digit. What is not known is not compared.

    Raises:
        BadIdentityNumber: not twelve digits.
    """
    if not (len(number) == 12 and number.isascii() and number.isdigit()):
        raise BadIdentityNumber(NumberFault.LENGTH)
    century, woman = divmod(int(number[3]), 2)
    year = 1900 + 100 * century + int(number[4:6])
    doubts: list[IdentityDoubt] = []
    if birth_province(number) is None:
        doubts.append(IdentityDoubt.UNKNOWN_PROVINCE)
    if sex is not None and sex is not (Sex.FEMALE if woman else Sex.MALE):
        doubts.append(IdentityDoubt.SEX_DIFFERS)
    if born_on is not None and born_on.year != year:
        doubts.append(IdentityDoubt.BIRTH_YEAR_DIFFERS)
    return tuple(doubts)


def birth_province(number: str) -> str | None:
    """Return the province of birth registration a personal number names; None when unknown.

    The 63 provinces of the time before 1 July 2025: mergers do not change numbers.
    """
    return _provinces().get(number[:3])


@cache
def _provinces() -> dict[str, str]:
    return resources.birth_provinces()
