"""The register on paper, by the circular in force at the end of its period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from counter_app.documents.forms import NoFormSet
from counter_app.documents.items import Words
from counter_app.documents.register import keys, lay_out, register_form, register_forms, render
from tests.documents.sample_till import EMPTY_REGISTER, OLD_REGISTER, REGISTER, register_row


def said(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("day", "form"),
    [
        (date(2019, 1, 6), "Mẫu số 06"),
        (date(2025, 9, 14), "Mẫu số 06"),
        (date(2025, 9, 15), "Mẫu số 07"),
        (date(2026, 11, 20), "Mẫu số 07"),
    ],
)
def test_the_form_follows_the_day(day, form):
    assert register_form(day).form == form


def test_before_the_first_circular_there_is_none():
    with pytest.raises(NoFormSet):
        register_form(date(2019, 1, 5))


def test_every_column_of_every_form_can_be_filled_and_fits_the_width():
    for form in register_forms():
        assert {column.key for column in form.columns} <= set(keys())
        assert sum(column.part for column in form.columns) == pytest.approx(106, abs=2)


def test_the_register_of_2025_has_the_columns_of_form_07(texts):
    pages = texts(render(REGISTER))
    assert len(pages) > 1
    text = "".join(pages)
    for words in (
        "SỔ THEO DÕI HỒ SƠ",
        "Theo Mẫu số 07",
        "Từ ngày 16/11/2026 đến ngày 20/11/2026",
        "Cơ quan: Sở Tư pháp, Quầy 07",
        "Địa chỉ chủ hồ sơ",
        "Tổng số: 40 hồ sơ.",
        "20/11/2026",
    ):
        assert said(words) in text, words
    for page in pages:
        assert said("Nội dung hồ sơ") in page  # the head is repeated
    for row in REGISTER.rows:
        assert text.count(row.number.split("-")[2]) >= 1


def test_the_register_of_2018_has_the_columns_of_form_06(texts):
    text = "".join(texts(render(OLD_REGISTER)))
    for words in ("Theo Mẫu số 06", "Tại quầy", "Bưu chính", "Ký nhận"):
        assert said(words) in text, words
    assert said("Địa bàn") not in text


def test_an_empty_register_says_so(texts):
    (page,) = texts(render(EMPTY_REGISTER))
    assert said("Không có hồ sơ.") in page


def test_long_words_stay_on_the_paper():
    row = register_row(
        1,
        owner_name="Công ty Trách nhiệm hữu hạn một thành viên Đầu tư Xây dựng và Phát triển",
        address="a" * 200,
        note="Ghi chú dài. " * 40,
        number="000.00.00.00.00.00.H35-261120-0118",
    )
    for form in register_forms():
        for page in lay_out(replace(REGISTER, rows=(row,)), form):
            assert page.width > page.height
            for item in page.items:
                left, top, right, bottom = item.bounds
                assert left >= -0.5
                assert top >= 0
                assert right <= page.width + 0.5
                assert bottom <= page.height
            words = [item for item in page.items if isinstance(item, Words)]
            assert words


def test_the_same_lines_give_the_same_bytes():
    assert render(REGISTER) == render(REGISTER)
