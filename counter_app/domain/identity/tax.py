"""Tax codes (mã số thuế)."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.identity.numbers import NumberFault, compact_number
from counter_app.errors import CounterError


@dataclass(eq=False)
class BadTaxCode(CounterError):
    """not a tax code: {reason}"""

    reason: NumberFault


def check_tax_code(text: str) -> str:
    """Return a tax code as it is written: 0100233488, with a branch 0314409058-002.

    Since 1 July 2025 the 12-digit personal number is the tax code of a person or a household.

    Raises:
        BadTaxCode: empty, not of 10, 12 or 13 digits, or its check digit is wrong.
    """
    # stdnum takes 60 ms to load; intake only needs it for organisations.
    from stdnum import exceptions
    from stdnum.vn import mst

    number = compact_number(text)
    if not number:
        raise BadTaxCode(NumberFault.EMPTY)
    if not (number.isascii() and number.isdigit()):
        raise BadTaxCode(NumberFault.CHARACTERS)
    if len(number) == 12:
        return number
    try:
        return str(mst.format(mst.validate(number)))
    except exceptions.InvalidLength as error:
        raise BadTaxCode(NumberFault.LENGTH) from error
    except exceptions.InvalidComponent as error:
        raise BadTaxCode(NumberFault.COMPONENT) from error
    except exceptions.InvalidChecksum as error:
        raise BadTaxCode(NumberFault.CHECK_DIGIT) from error
