"""The QR code of identity cards: a typing aid that must never type nonsense."""

import contextlib
import traceback
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.dossier import Party, Sex
from counter_app.domain.identity import (
    BadCardCode,
    CardFault,
    CardKind,
    check_personal_number,
    looks_like_card,
    parse_card_qr,
    party_of,
)

CCCD = (
    "094090001234|365123456|Nguyễn Thị Ánh|01021990|Nữ"
    "|Ấp 2, Thạnh Phú, Mỹ Xuyên, Sóc Trăng|15042021"
)
CAN_CUOC = "012202000456||Lò Văn Đức|28022002|Nam|Tổ 5, Phường Tân Phong, Lai Châu|01082024||||"


def changed(field, text):
    parts = CCCD.split("|")
    parts[field] = text
    return "|".join(parts)


def test_a_card_of_seven_fields():
    card = parse_card_qr(CCCD)
    assert card.kind is CardKind.CCCD
    assert (card.number, card.old_number) == ("094090001234", "365123456")
    assert (card.name, card.sex) == ("Nguyễn Thị Ánh", Sex.FEMALE)
    assert (card.born_on, card.issued_on) == (date(1990, 2, 1), date(2021, 4, 15))
    assert card.address == "Ấp 2, Thạnh Phú, Mỹ Xuyên, Sóc Trăng"


def test_a_card_of_2024_has_more_fields_and_no_old_number():
    card = parse_card_qr(CAN_CUOC)
    assert card.kind is CardKind.CAN_CUOC
    assert (card.old_number, card.name, card.sex) == ("", "Lò Văn Đức", Sex.MALE)
    assert card.born_on == date(2002, 2, 28)
    assert check_personal_number(card.number, card.born_on, card.sex) == ()


@pytest.mark.parametrize("fields", [10, 11, 14])
def test_ten_fields_or_more_are_the_newer_card(fields):
    text = CCCD + "|" * (fields - 7)
    assert parse_card_qr(text).kind is CardKind.CAN_CUOC


def test_letters_are_composed_and_the_scanners_enter_is_dropped():
    scanned = unicodedata.normalize("NFD", CCCD) + "\r\n"
    assert scanned != CCCD
    assert parse_card_qr(scanned) == parse_card_qr(CCCD)


@pytest.mark.parametrize("born", ["1950", "00001950"])
def test_somebody_may_know_only_the_year_of_birth(born):
    assert parse_card_qr(changed(3, born)).born_on is None


def test_a_card_without_date_of_issue():
    assert parse_card_qr(changed(6, "")).issued_on is None


@pytest.mark.parametrize("name", ["H’Hen Niê", "Y Blôk Êban", "Trần-Lê An", "Ô"])
def test_names_of_all_peoples(name):
    assert parse_card_qr(changed(2, name)).name == name


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", CardFault.FIELDS),
        ("094090001234", CardFault.FIELDS),
        ("000.00.14.H35-261122-0118", CardFault.FIELDS),
        (CCCD.replace("||", "|").rpartition("|")[0], CardFault.FIELDS),
        (CCCD + "|", CardFault.FIELDS),
        (CCCD + "||", CardFault.FIELDS),
        (changed(0, "94090001234"), CardFault.NUMBER),
        (changed(0, "0940900012345"), CardFault.NUMBER),
        (changed(0, "09409000123Đ"), CardFault.NUMBER),
        (changed(0, "٠٩٤٠٩٠٠٠١٢٣٤"), CardFault.NUMBER),
        (changed(1, "36512345"), CardFault.OLD_NUMBER),
        (changed(2, ""), CardFault.NAME),
        (changed(2, "Nguye64n Thi5 A1nh"), CardFault.NAME),
        (changed(2, "Nguy?n Th? Ánh"), CardFault.NAME),
        (changed(3, "30021990"), CardFault.BIRTH_DATE),
        (changed(3, "29022023"), CardFault.BIRTH_DATE),
        (changed(3, "1990-02-01"), CardFault.BIRTH_DATE),
        (changed(3, ""), CardFault.BIRTH_DATE),
        (changed(4, "Nuwx"), CardFault.SEX),
        (changed(4, ""), CardFault.SEX),
        (changed(6, "15132021"), CardFault.ISSUE_DATE),
        (changed(2, "Nguy\ufffdn Th\ufffd Ánh"), CardFault.LETTERS),
        (CCCD.encode().decode("latin-1"), CardFault.LETTERS),
        (changed(5, "Huế").encode().decode("cp1252", "replace"), CardFault.LETTERS),
    ],
)
def test_a_garbled_code_is_refused_with_its_reason(text, reason):
    with pytest.raises(BadCardCode) as error:
        parse_card_qr(text)
    assert error.value.reason is reason
    assert error.value.raw == text


def test_what_was_scanned_stays_out_of_messages_and_logs():
    text = changed(3, "99999999")
    with pytest.raises(BadCardCode) as error:
        parse_card_qr(text)
    logged = "".join(traceback.format_exception(error.value))
    for shown in (str(error.value), repr(error.value), repr(error.value.args), logged):
        assert "Ánh" not in shown
        assert "094090001234" not in shown
    assert "birth_date" in str(error.value)


def test_a_card_becomes_a_party():
    assert party_of(parse_card_qr(CCCD)) == Party(
        name="Nguyễn Thị Ánh",
        identity_number="094090001234",
        old_identity_number="365123456",
        born_on=date(1990, 2, 1),
        sex=Sex.FEMALE,
        address="Ấp 2, Thạnh Phú, Mỹ Xuyên, Sóc Trăng",
        identity_issued_on=date(2021, 4, 15),
    )


@pytest.mark.parametrize("text", [CCCD, CAN_CUOC, changed(2, "Nguy\ufffdn"), " " + CCCD])
def test_a_card_is_recognised_before_it_is_read(text):
    assert looks_like_card(text)


@pytest.mark.parametrize(
    "text", ["", "094090001234", "000.00.14.H35-261122-0118", "Nguyễn Thị Ánh", "094090001234|1"]
)
def test_other_scans_are_not_taken_for_a_card(text):
    assert not looks_like_card(text)


letters = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếềểễệỳỷỹỵ ", min_size=1, max_size=40)


@given(
    st.from_regex(r"[0-9]{12}", fullmatch=True),
    st.just("") | st.from_regex(r"[0-9]{9}|[0-9]{12}", fullmatch=True),
    letters.map(lambda name: "N" + name),
    st.dates(date(1900, 1, 1), date(2026, 1, 1)),
    st.sampled_from(["Nam", "Nữ"]),
    letters,
    st.integers(0, 5).filter(lambda more: more not in {1, 2}),
)
def test_every_well_formed_code_is_read(number, old, name, born, sex, address, more):
    day = f"{born:%d%m%Y}"
    text = f"{number}|{old}|{name}|{day}|{sex}|{address}|{day}" + "|" * more
    card = parse_card_qr(text)
    assert (card.number, card.old_number, card.born_on) == (number, old, born)
    assert card.name == " ".join(name.split())
    assert looks_like_card(text)


@given(st.text(max_size=60) | st.lists(st.text(max_size=12), min_size=5, max_size=12).map("|".join))
def test_whatever_is_scanned_is_read_or_refused(text):
    with contextlib.suppress(BadCardCode):
        parse_card_qr(text)
