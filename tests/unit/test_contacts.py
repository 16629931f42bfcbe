"""Telephone numbers and e-mail addresses as people write them."""

import subprocess
import sys
from pathlib import Path

import pytest

from counter_app.domain.identity import (
    BadEmail,
    BadPhone,
    PhoneFault,
    check_email,
    phone_e164,
    phone_shown,
    phones_e164,
)


@pytest.mark.parametrize(
    ("text", "e164", "shown"),
    [
        ("0912345678", "+84912345678", "0912 345 678"),
        ("0912-345-678", "+84912345678", "0912 345 678"),
        ("0912 - 345 678", "+84912345678", "0912 345 678"),
        ("+84 912 345 678", "+84912345678", "0912 345 678"),
        ("84912345678", "+84912345678", "0912 345 678"),
        ("0355555555", "+84355555555", "0355 555 555"),
        ("02993822339", "+842993822339", "0299 3822 339"),
        ("(0299) 3822339", "+842993822339", "0299 3822 339"),
        ("0213 3876337", "+842133876337", "0213 3876 337"),
        ("1900545464", "+841900545464", "1900 545464"),
        ("18001090", "+8418001090", "1800 1090"),
        ("+1 650 253 0000", "+16502530000", "+1 650-253-0000"),
    ],
)
def test_a_number_is_stored_as_e164_and_shown_as_it_is_read(text, e164, shown):
    assert phone_e164(text) == e164
    assert phone_shown(e164) == shown
    assert phone_e164(shown) == e164
    assert phones_e164(text) == (e164,)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", PhoneFault.EMPTY),
        ("  ", PhoneFault.EMPTY),
        ("không có", PhoneFault.CHARACTERS),
        ("0912345678x9", PhoneFault.CHARACTERS),
        ("1800 FLOWERS", PhoneFault.CHARACTERS),
        ("-", PhoneFault.CHARACTERS),
        ("01212345678", PhoneFault.OLD_MOBILE),
        ("0168 234 5678", PhoneFault.OLD_MOBILE),
        ("+84 1212345678", PhoneFault.OLD_MOBILE),
        ("091234567", PhoneFault.NOT_IN_USE),
        ("09123456789", PhoneFault.NOT_IN_USE),
        ("0112345678", PhoneFault.NOT_IN_USE),
        ("622225", PhoneFault.NOT_IN_USE),
        ("094090001234", PhoneFault.NOT_IN_USE),
    ],
)
def test_a_number_nobody_answers_is_refused(text, reason):
    with pytest.raises(BadPhone) as error:
        phone_e164(text)
    assert error.value.reason is reason
    with pytest.raises(BadPhone):
        phones_e164(text)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("(02993) 822339 - 622225", ("+842993822339", "+842993622225")),
        ("0912345678/0987654321", ("+84912345678", "+84987654321")),
        ("0912345678, 0299 3822339", ("+84912345678", "+842993822339")),
        ("0912345678; 0987654321; 0355555555", ("+84912345678", "+84987654321", "+84355555555")),
        ("0912345678 hoặc 0987654321", ("+84912345678", "+84987654321")),
        ("0912345678 - 0912345678", ("+84912345678",)),
        ("0912345678,", ("+84912345678",)),
    ],
)
def test_a_text_may_name_two_numbers(text, numbers):
    assert phones_e164(text) == numbers


@pytest.mark.parametrize("text", ["0912345678, 0912", "0912345678 / 01212345678"])
def test_a_text_with_one_bad_number_is_refused(text):
    with pytest.raises(BadPhone):
        phones_e164(text)


def test_what_is_not_e164_is_shown_as_it_is():
    assert phone_shown("") == ""
    assert phone_shown("máy lẻ 12") == "máy lẻ 12"


def test_the_phone_library_is_only_loaded_for_a_phone():
    code = (
        "import sys; import counter_app.domain.identity;"
        "sys.exit(bool({'phonenumbers', 'stdnum'} & sys.modules.keys()))"
    )
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=root).returncode == 0


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("anh.nguyen@soctrang.gov.vn", "anh.nguyen@soctrang.gov.vn"),
        (" Anh+ho.so@GMAIL.com ", "Anh+ho.so@gmail.com"),
        ("o'neil@a-b.vn", "o'neil@a-b.vn"),
    ],
)
def test_an_address_is_taken_with_its_domain_in_lower_case(text, address):
    assert check_email(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "anh",
        "@gmail.com",
        "anh@",
        "anh@gmail",
        "anh@gmail..com",
        "anh@.com",
        "anh@-gmail.com",
        "anh.@gmail.com",
        ".anh@gmail.com",
        "anh nguyen@gmail.com",
        "anh@b@gmail.com",
        "ánh@gmail.com",
        "anh@gmail.com,anh@gmail.com",
        "anh@10.0.0.1",
        "a" * 65 + "@gmail.com",
        "a@" + "b" * 64 + ".com",
        "a@" + ".".join(["b" * 60] * 5),
    ],
)
def test_a_mistyped_address_is_refused(text):
    with pytest.raises(BadEmail):
        check_email(text)
