"""Reports of one table on paper and as workbooks: a sheet for each agency, sums in bold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from counter_app.domain.reporting import Period
from counter_app.domain.scoring import INDICES
from counter_app.reports.table_files import write_xlsx
from counter_app.reports.table_pdf import table_pdf
from counter_app.reports.tables import ReportTable, Rows, table_forms

QUARTER = Period(date(2020, 12, 16), date(2021, 3, 15))
NAMES = ("Sở Tư pháp", "Sở Nông nghiệp và Phát triển nông thôn tỉnh", "Sở: [Y tế]/?*")


def of_agencies(names=NAMES) -> ReportTable:
    form = table_forms()["scoring_agencies"]
    rows, strong = [], []
    for name in names:
        rows += [
            {
                "agency": name,
                "position": index,
                "index": form.words["indices"][str(index)],
                "most": Decimal(2),
                "self": Decimal("1.5"),
                "appraised": None if index == 6 else Decimal("1.4"),
                "why": "Biên bản kiểm tra số 03/BB ngày 16/03/2021",
            }
            for index in INDICES
        ]
        strong.append(len(rows))
        rows.append({"agency": name, "index": "Tổng điểm", "self": Decimal("13.5")})
    found = Rows(tuple(rows), strong=frozenset(strong))
    return ReportTable("scoring_agencies", form.title, QUARTER, form.columns, found, "agency")


def test_each_agency_has_a_sheet_and_sums_are_strong(tmp_path):
    path = tmp_path / "mau 02.xlsx"
    assert write_xlsx(path, of_agencies()) == 30
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [
        "Sở Tư pháp",
        "Sở Nông nghiệp và Phát triển nô",
        "Sở   Y tế",
    ]
    sheet = book["Sở Tư pháp"]
    assert sheet["A2"].value == "Sở Tư pháp · 16/12/2020 – 15/03/2021"
    assert [cell.value for cell in sheet[4]][:3] == ["TT", "Nội dung đánh giá", "Điểm tối đa"]
    assert (sheet["D5"].value, sheet["F10"].value) == (1.5, None)
    assert sheet["B14"].value == "Tổng điểm" and sheet["B14"].font.b and not sheet["B13"].font.b


def test_agencies_whose_names_begin_alike_have_sheets_apart(tmp_path):
    long = "Ban Quản lý các khu công nghiệp và khu kinh tế"
    path = tmp_path / "mau 02.xlsx"
    write_xlsx(path, of_agencies((f"{long} phía Bắc", f"{long} phía Nam", long.upper())))
    names = openpyxl.load_workbook(path).sheetnames
    assert len({name.lower() for name in names}) == 3
    assert all(len(name) <= 31 for name in names)


def test_the_paper_has_a_page_for_each_agency(texts):
    pdf = table_pdf(of_agencies())
    assert pdf == table_pdf(of_agencies())
    pages = texts(pdf)
    assert len(pages) == len(NAMES)
    for page, name in zip(pages, NAMES, strict=True):
        assert "".join(name.split()) in page
        assert "Thờigiangiảiquyếtsovớiquyđịnh" in page and "13,5" in page


@pytest.mark.parametrize("name", table_forms())
def test_every_report_fits_on_paper(texts, name):
    form = table_forms()[name]
    line = {column.key: "Sở Tư pháp" for column in form.columns if not column.right}
    line |= {column.key: 12_345 for column in form.columns if column.right}
    line |= dict.fromkeys(
        (c.key for c in form.columns if c.kind in {"share", "points"}), Decimal(2)
    )
    line |= dict.fromkeys((c.key for c in form.columns if c.kind in {"day", "moment"}), None)
    table = ReportTable(name, form.title, QUARTER, form.columns, Rows((line,) * 120))
    pages = texts(table_pdf(table))
    assert len(pages) > 1
    for column in form.columns:
        title = "".join(column.title.split())
        assert all(title in page for page in pages), column.title
