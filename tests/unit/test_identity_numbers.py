"""Personal numbers, CMND, passports and tax codes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from counter_app.domain.dossier import Sex
from counter_app.domain.identity import (
    BadIdentityNumber,
    BadTaxCode,
    IdentityDoubt,
    IdentityNumberKind,
    NumberFault,
    birth_province,
    check_identity_number,
    check_personal_number,
    check_tax_code,
    compact_number,
)

PROVINCE, SEX, YEAR = IdentityDoubt
PERSONAL, CMND, PASSPORT = IdentityNumberKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("094090001234", PERSONAL),
        ("094 090 001 234", PERSONAL),
        ("365123456", CMND),
        ("365.123.456", CMND),
        ("C1234567", PASSPORT),
        ("b12345678", PASSPORT),
        ("P12345678", PASSPORT),
        ("E98765432", PASSPORT),
        ("AB123456", PASSPORT),
        ("12AB34567", PASSPORT),
    ],
)
def test_identity_numbers_are_told_apart(text, kind):
    assert check_identity_number(text) is kind


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", NumberFault.EMPTY),
        (" . ", NumberFault.EMPTY),
        ("09409000123", NumberFault.LENGTH),
        ("0940900012345", NumberFault.LENGTH),
        ("36512345", NumberFault.LENGTH),
        ("C1234", NumberFault.LENGTH),
        ("C123456789", NumberFault.LENGTH),
        ("ABCDEFG", NumberFault.CHARACTERS),
        ("09409000123Đ", NumberFault.CHARACTERS),
        ("094090001234/1", NumberFault.CHARACTERS),
        ("٠٩٤٠٩٠٠٠١٢٣٤", NumberFault.CHARACTERS),
    ],
)
def test_what_is_no_identity_number_is_refused(text, reason):
    with pytest.raises(BadIdentityNumber) as error:
        check_identity_number(text)
    assert error.value.reason is reason
    assert text not in str(error.value) or not text.strip(" .")


def test_a_typed_number_is_stored_without_separators():
    assert compact_number(" c 123-45.67 ") == "C1234567"


@pytest.mark.parametrize(
    ("number", "born_on", "sex", "doubts"),
    [
        ("012090001234", date(1990, 1, 1), Sex.MALE, ()),
        ("012190001234", date(1990, 1, 1), Sex.FEMALE, ()),
        ("094200001234", date(2000, 12, 31), Sex.MALE, ()),
        ("094302001234", date(2002, 2, 28), Sex.FEMALE, ()),
        ("012090001234", None, None, ()),
        ("012090001234", date(1990, 1, 1), Sex.FEMALE, (SEX,)),
        ("012090001234", date(1991, 1, 1), Sex.MALE, (YEAR,)),
        ("012090001234", date(2090, 1, 1), Sex.MALE, (YEAR,)),
        ("003090001234", date(1990, 1, 1), Sex.MALE, (PROVINCE,)),
        ("999999999999", date(1990, 1, 1), Sex.MALE, (PROVINCE, SEX, YEAR)),
    ],
)
def test_a_personal_number_is_compared_with_what_is_known(number, born_on, sex, doubts):
    assert check_personal_number(number, born_on, sex) == doubts


@given(
    st.sampled_from(sorted(resources.birth_provinces())),
    st.dates(date(1900, 1, 1), date(2299, 12, 31)),
    st.sampled_from(Sex),
    st.integers(0, 999999),
)
def test_a_number_built_by_the_rule_raises_no_doubt(province, born_on, sex, rest):
    digit = (born_on.year - 1900) // 100 * 2 + (sex is Sex.FEMALE)
    number = f"{province}{digit}{born_on:%y}{rest:06d}"
    assert check_personal_number(number, born_on, sex) == ()
    assert check_identity_number(number) is PERSONAL


@pytest.mark.parametrize("number", ["", "365123456", "09409000123x", "٠٩٤٠٩٠٠٠١٢٣٤"])
def test_only_twelve_digits_can_be_compared(number):
    with pytest.raises(BadIdentityNumber):
        check_personal_number(number, None, None)


def test_all_sixty_three_provinces_of_birth_registration_are_known():
    provinces = resources.birth_provinces()
    assert len(provinces) == len(set(provinces.values())) == 63
    assert all(len(code) == 3 and code.isdigit() for code in provinces)
    assert birth_province("094090001234") == "Sóc Trăng"
    assert birth_province("012090001234") == "Lai Châu"
    assert birth_province("001090001234") == "Hà Nội"
    assert birth_province("096090001234") == "Cà Mau"
    assert birth_province("097090001234") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0100233488", "0100233488"),
        ("0314409058", "0314409058"),
        ("2200169208", "2200169208"),
        ("0300588569", "0300588569"),
        (" 01.00.233.488 ", "0100233488"),
        ("0314409058-002", "0314409058-002"),
        ("0314409058002", "0314409058-002"),
        ("0314409058 002", "0314409058-002"),
        ("094090001234", "094090001234"),
    ],
)
def test_tax_codes_of_ten_thirteen_and_twelve_digits(text, code):
    assert check_tax_code(text) == code


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", NumberFault.EMPTY),
        ("0100233480", NumberFault.CHECK_DIGIT),
        ("2200169205", NumberFault.CHECK_DIGIT),
        ("010023348", NumberFault.LENGTH),
        ("01002334880", NumberFault.LENGTH),
        ("0314409058-000", NumberFault.COMPONENT),
        ("0100000000", NumberFault.COMPONENT),
        ("01002334X8", NumberFault.CHARACTERS),
        ("٠١٠٠٢٣٣٤٨٨", NumberFault.CHARACTERS),
    ],
)
def test_what_is_no_tax_code_is_refused(text, reason):
    with pytest.raises(BadTaxCode) as error:
        check_tax_code(text)
    assert error.value.reason is reason


WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


@given(st.integers(0, 63), st.integers(1, 9999999))
def test_one_check_digit_fits_and_a_remainder_of_ten_never_exists(province, serial):
    nine = f"{province:02d}{serial:07d}"
    digit = 10 - sum(weight * int(d) for weight, d in zip(WEIGHTS, nine, strict=True)) % 11
    passing = []
    for last in range(10):
        try:
            passing.append(check_tax_code(f"{nine}{last}"))
        except BadTaxCode:
            continue
    assert passing == ([] if digit == 10 else [f"{nine}{digit}"])


def test_a_tax_code_whose_remainder_is_ten_is_refused_whatever_its_last_digit():
    # 29·1 + 3·5 = 44 leaves 0, so the check digit would be 10
    for last in range(10):
        with pytest.raises(BadTaxCode):
            check_tax_code(f"010000005{last}")
