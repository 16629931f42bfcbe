"""Statements as banks write them: pages of words above, signs or two columns, dots and commas."""

from __future__ import annotations

from datetime import date, datetime
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from counter_app.domain.amounts import grouped
from counter_app.exchange import bank_statement
from counter_app.exchange.bank_statement import (
    StatementLayout,
    StatementUnreadable,
    read_statement,
)

DAY = date(2026, 11, 20)


def csv_of(path, text):
    path.write_text(text, encoding="utf-8-sig")
    return path


def told(path):
    return [(one.on, one.amount, one.text) for one in read_statement(path).lines]


def test_one_column_of_amounts_with_signs(tmp_path):
    path = csv_of(
        tmp_path / "sk.csv",
        "Ngày giao dịch,Số tiền,Nội dung,Số tham chiếu\n"
        '20/11/2026 09:12,"+145.000",0000014H352611200101,FT1\n'
        '20/11/2026,"-20.000 VND",phí dịch vụ,FT2\n',
    )
    assert told(path) == [
        (DAY, 145_000, "0000014H352611200101"),
        (DAY, -20_000, "phí dịch vụ"),
    ]
    assert [one.reference for one in read_statement(path).lines] == ["FT1", "FT2"]


def test_two_columns_below_a_page_of_words(tmp_path):
    book = Workbook()
    sheet = book.active
    for line in (["SAO KÊ TÀI KHOẢN"], [], ["Số tài khoản", "0011012345678"], []):
        sheet.append(line)
    sheet.append(["STT", "Ngày", "Diễn giải", "Ghi nợ", "Ghi có", "Số dư"])
    sheet.append([1, datetime.fromisoformat("2026-11-20T10:00"), "ck ho so", None, 8000, 1])
    sheet.append([2, "2026-11-20", "rut", "1,000.00", "", 1])
    sheet.append(["", "Cộng", "", "", 9000, ""])
    path = tmp_path / "sk.xlsx"
    book.save(path)
    found = read_statement(path)
    assert [(one.row, one.on, one.amount) for one in found.lines] == [
        (6, DAY, 8_000),
        (7, DAY, -1_000),
    ]
    assert [one.row for one in found.unread] == [8]


@given(st.integers(1, 10**12), st.sampled_from(["{}", "+{}", "{} đ", "{} VND", "{},00"]))
def test_amounts_as_banks_write_them(amount, form):
    assert bank_statement._dong(form.format(grouped(amount))) == amount
    assert bank_statement._dong(f"{amount:,}.00") == bank_statement._dong(f"{amount:,}") == amount


@pytest.mark.parametrize("value", ["", None, "abc", True, 1.5, "12,5", 10**15])
def test_what_is_no_amount(value):
    assert bank_statement._dong(value) is None


def test_what_is_no_statement_is_told(tmp_path):
    for text, error in (
        ("a,b\n1,2\n", StatementLayout),
        ("Ngày,Nội dung\n20/11/2026,x\n", StatementLayout),
    ):
        with pytest.raises(error):
            read_statement(csv_of(tmp_path / "sk.csv", text))
    (tmp_path / "sk.csv").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "sk.xlsx").write_bytes(b"PK none")
    for name in ("sk.csv", "sk.xlsx", "khong co.csv"):
        with pytest.raises(StatementUnreadable):
            read_statement(tmp_path / name)


def test_a_bomb_is_refused(tmp_path):
    path = tmp_path / "sk.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)
    with pytest.raises(StatementUnreadable):
        read_statement(path)
