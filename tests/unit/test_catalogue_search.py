from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.catalogue_search import ProcedureIndex, ProcedureRow
from counter_app.text import folded

BIRTH = ProcedureRow("1.001193", "Thủ tục đăng ký khai sinh", "Hộ tịch", "UBND phường Tân Phong")
BIRTH_AGAIN = ProcedureRow("1.004884", "Thủ tục đăng ký lại khai sinh", "Hộ tịch", "UBND phường")
MARRIAGE = ProcedureRow("1.000894", "Thủ tục đăng ký kết hôn", "Hộ tịch", "UBND phường Tân Phong")
CARD = ProcedureRow("2.001194", "Cấp lại thẻ căn cước", "Cấp, quản lý căn cước", "Công an tỉnh")
LICENCE = ProcedureRow("3.000348", "Cấp lại giấy phép lái xe", "Sát hạch", "Công an tỉnh")
TAX = ProcedureRow("1.007014", "Khai thuế giá trị gia tăng", "Thuế", "Thuế tỉnh Lai Châu")
LEASE = ProcedureRow("1.012896", "Cho thuê nhà ở xã hội", "Nhà ở", "Sở Xây dựng")

ROWS = (BIRTH, BIRTH_AGAIN, MARRIAGE, CARD, LICENCE, TAX, LEASE)


@pytest.fixture(scope="module")
def index() -> ProcedureIndex:
    return ProcedureIndex(ROWS)


@pytest.mark.parametrize("typed", ["1.0011", "10011", "1.001193", "1001193", " 1.001193 "])
def test_a_code_is_found_by_its_beginning_with_or_without_the_dot(index, typed):
    assert index.find(typed) == [BIRTH]


@pytest.mark.parametrize("typed", ["1.001193.000.00.00.H35", "1.001193.h35"])
def test_a_local_form_of_a_code_finds_the_national_procedure(index, typed):
    assert index.find(typed) == [BIRTH]


def test_a_favourite_stays_out_of_the_way_of_another_code(index):
    assert index.find("1.00", favourites={MARRIAGE.code})[0] == MARRIAGE
    assert index.find("1.001193", favourites={MARRIAGE.code}) == [BIRTH]


def test_names_that_begin_as_typed_come_first_and_thu_tuc_need_not_be_typed():
    shorter = ProcedureRow("1.000001", "Xóa đăng ký", "", "")
    assert ProcedureIndex([shorter, BIRTH]).find("đăng ký") == [BIRTH, shorter]
    assert ProcedureIndex([BIRTH, shorter]).find("ký đăng") == [shorter, BIRTH]


@pytest.mark.parametrize(
    "typed", ["khai sinh", "sinh khai", "KHAI  SINH", "kha si", "khai sinh ho"]
)
def test_words_are_found_as_beginnings_in_any_order_without_diacritics(index, typed):
    assert index.find(typed) == [BIRTH, BIRTH_AGAIN]


def test_a_word_in_the_middle_of_another_is_no_match(index):
    assert index.find("hai sinh") == []


def test_d_with_stroke_is_found_by_d(index):
    assert BIRTH in index.find("dang ky")


@pytest.mark.parametrize(
    ("typed", "found"), [("dkks", BIRTH), ("ĐKKH", MARRIAGE), ("gplx", LICENCE)]
)
def test_initials_find_the_procedure_people_call_by_them(index, typed, found):
    assert index.find(typed)[0] == found


def test_the_words_of_sector_and_agency_come_after_those_of_the_name(index):
    assert index.find("ho tich ket hon") == [MARRIAGE]
    assert index.find("cong an can") == [CARD]
    assert index.find("cong an tinh") == [CARD, LICENCE]


def test_typed_diacritics_prefer_the_names_that_bear_them(index):
    assert index.find("thuê")[0] == LEASE
    assert index.find("thuế")[0] == TAX


def test_favourites_come_first_among_the_matches_and_nowhere_else(index):
    assert index.find("dang ky", favourites={MARRIAGE.code, CARD.code})[0] == MARRIAGE
    assert CARD not in index.find("dang ky", favourites={CARD.code})


def test_before_anything_is_typed_the_favourites_stand_first_and_all_follow_by_code(index):
    found = index.find("", favourites={TAX.code, CARD.code})
    assert found[:2] == [TAX, CARD]
    assert [row.code for row in found[2:]] == sorted(row.code for row in found[2:])
    assert len(found) == len(index) == len(ROWS)


def test_no_more_than_the_limit_is_returned(index):
    assert len(index.find("", limit=3)) == 3
    assert len(index.find("c", limit=1)) == 1
    assert index.find("c", limit=0) == []


WORDS = st.lists(st.sampled_from(["khai", "sinh", "kết", "thẻ", "căn", "đất", "đai"]), max_size=5)
NAMES = WORDS.map(" ".join)


@given(st.lists(st.builds(ProcedureRow, st.just("1.000001"), NAMES, NAMES, NAMES)), st.data())
def test_every_beginning_of_every_word_of_a_row_finds_the_row(rows, data):
    index = ProcedureIndex(rows)
    for row in rows:
        texts = folded(f"{row.name} {row.sector} {row.agency_name}").split()
        words = data.draw(st.lists(st.sampled_from(texts), max_size=3) if texts else st.just([]))
        cut = [word[: data.draw(st.integers(1, len(word)))] for word in words]
        assert row in index.find(" ".join(cut), limit=len(rows))


@given(st.text(), st.integers(0, 30))
def test_anything_may_be_typed(typed, limit):
    index = ProcedureIndex(ROWS)
    found = index.find(typed, limit, {TAX.code})
    assert len(found) <= limit
    assert len(found) == len(set(found))
