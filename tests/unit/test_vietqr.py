"""The payment QR code: the bank's own examples, and what must never be in it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.numbers import DossierNumber
from counter_app.domain.vietqr import (
    BadBankAccount,
    BadPurpose,
    BankAccount,
    Target,
    checksum,
    is_sound,
    letters_of,
    payload,
    plain,
    purpose_of,
)

ACCOUNT = BankAccount("970403", "0011012345678")
CARD = BankAccount("970403", "9704031101234567", target=Target.CARD)


def test_the_check_value_of_the_algorithm():
    assert checksum(b"123456789") == 0x29B1


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        (payload(ACCOUNT), "9E6F"),
        (payload(ACCOUNT, 180_000, "thanh toan don hang", "NPS6869"), "2E2E"),
        (payload(CARD), "4F52"),
        (payload(CARD, 180_000, "thanh toan don hang", "NPS6869"), "A203"),
    ],
    ids=["account", "account with amount", "card", "card with amount"],
)
def test_the_examples_of_napas(text, ending):
    assert text.endswith(f"6304{ending}")


def test_the_checksum_of_a_published_text():
    # NAPAS prints this account with the length of a shorter one; the checksum is of what it prints.
    printed = (
        "00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304"
    )
    assert f"{checksum(printed.encode()):04X}" == "F4E5"
    assert payload(ACCOUNT)[:-4] == printed.replace("01120011", "01130011")


def fields(text):
    found = {}
    while text:
        tag, length = text[:2], int(text[2:4])
        found[tag] = text[4 : 4 + length]
        text = text[4 + length :]
    return found


@given(
    amount=st.integers(0, 10**12 - 1),
    purpose=st.text(st.characters(min_codepoint=48, max_codepoint=57), max_size=50),
)
def test_every_code_reads_back_and_is_sound(amount, purpose):
    text = payload(ACCOUNT, amount, purpose)
    found = fields(text)
    assert found.get("54", "0") == str(amount)
    assert found["01"] == ("12" if amount else "11")
    assert fields(found.get("62", "")).get("08", "") == purpose
    assert fields(fields(found["38"])["01"])["01"] == ACCOUNT.account
    assert is_sound(text)


@given(st.integers(0, 60), st.sampled_from("0123456789ABC"))
def test_a_changed_letter_is_noticed(place, letter):
    text = payload(ACCOUNT, 50_000, "0000014H352611220118")
    if text[place] != letter:
        assert not is_sound(text[:place] + letter + text[place + 1 :])


@pytest.mark.parametrize(
    "account",
    [
        BankAccount("97040", "1"),
        BankAccount("970403", ""),
        BankAccount("970403", "1" * 20),
        BankAccount("97040३", "1"),
    ],
)
def test_an_account_that_cannot_be_is_refused(account):
    with pytest.raises(BadBankAccount):
        payload(account)


@pytest.mark.parametrize("purpose", ["phí", "x" * 51])
def test_a_purpose_that_banks_would_change_is_refused(purpose):
    with pytest.raises(BadPurpose):
        payload(ACCOUNT, purpose=purpose)


@given(st.text(max_size=80))
def test_a_plain_purpose_is_always_taken(text):
    purpose = plain(text)
    assert is_sound(payload(ACCOUNT, purpose=purpose))


def test_a_plain_purpose_keeps_the_letters():
    assert plain("Lệ phí  hộ tịch – Đặng Thị Ngọc") == "Le phi ho tich Dang Thi Ngoc"


def test_the_purpose_is_the_number_without_dots():
    number = DossierNumber("000.00.14.H35", date(2026, 11, 22), 118)
    assert purpose_of(number) == "0000014H352611220118"


def test_the_longest_agency_code_still_fits():
    number = DossierNumber("1" * 35, date(2026, 11, 22), 9999)
    assert is_sound(payload(ACCOUNT, 1, purpose_of(number)))


def test_what_banks_do_to_a_purpose_does_not_hide_it():
    said = "MBVCB.123.0000014h35 2611220118.CT tu 0011 toi 0022"
    assert "0000014H352611220118" in letters_of(said)
