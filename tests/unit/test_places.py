"""Addresses are completed by the communes that a centre names, the former ones too."""

import pytest

from counter_app.domain.places import FormerPlace, PlaceIndex, Places, Suggestion

TAN_PHONG, DOAN_KET = "Phường Tân Phong, tỉnh Lai Châu", "Phường Đoàn Kết, tỉnh Lai Châu"
FORMER = "Xã Nậm Loỏng, thành phố Lai Châu"


@pytest.fixture
def index():
    names = (TAN_PHONG, DOAN_KET, "Xã Phong Thổ, tỉnh Lai Châu")
    return PlaceIndex(Places(names, (FormerPlace(FORMER, DOAN_KET),)))


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("Tổ 5, tan ph", f"Tổ 5, {TAN_PHONG}"),
        ("Số 12, tổ 5, TÂN PHONG", f"Số 12, tổ 5, {TAN_PHONG}"),
        ("to 5 tan phong", f"to 5, {TAN_PHONG}"),
        ("doan ket lai chau", DOAN_KET),
        ("Tổ 5,đoàn k", f"Tổ 5, {DOAN_KET}"),
    ],
)
def test_the_end_of_an_address_is_completed(index, typed, address):
    assert [one.address for one in index.complete(typed)] == [address]


def test_words_that_several_places_share_offer_them_all(index):
    found = [one.address for one in index.complete("Tổ 1, phong")]
    assert found == [f"Tổ 1, {TAN_PHONG}", "Tổ 1, Xã Phong Thổ, tỉnh Lai Châu"]


def test_a_former_name_leads_to_the_present_one(index):
    assert index.complete("Bản Mới, nam loong") == (Suggestion(f"Bản Mới, {DOAN_KET}", FORMER),)


@pytest.mark.parametrize("typed", ["", "Tổ 5", "Tổ 5, ", "Tổ 5, t", "Hà Nội"])
def test_what_is_no_place_offers_nothing(index, typed):
    assert index.complete(typed) == ()


def test_no_more_are_offered_than_asked_for(index):
    assert len(index.complete("lai chau", limit=2)) == 2
