"""The monthly report as XLSX, DOCX and PDF: every figure is read back where it stands."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal

import docx
import openpyxl
import pytest

from counter_app.clock import VIETNAM
from counter_app.documents.blocks import Table, TableColumn, TableHead
from counter_app.documents.items import Stroke, Words
from counter_app.documents.layout import pieces
from counter_app.documents.pdf import pdf_setter
from counter_app.domain.deadlines import Comparison
from counter_app.domain.receipt import Letterhead
from counter_app.domain.reporting import Figures, Measure, Opinions, Period, report_month
from counter_app.reports.appendices import shown
from counter_app.reports.monthly import Compared, MonthlyLine, MonthlyReport
from counter_app.reports.monthly_docx import monthly_docx
from counter_app.reports.monthly_form import monthly_form
from counter_app.reports.monthly_pdf import monthly_pdf
from counter_app.reports.monthly_xlsx import monthly_xlsx
from counter_app.reports.narrative import monthly_paper, period_words
from counter_app.store.report_figures import AgencyRow, DataUpTo

FEBRUARY = report_month(2021, 2)
LETTERHEAD = Letterhead("UBND TỈNH SÓC TRĂNG", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "Sóc Trăng")
CENTRE = "Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng"


def figures(place):
    early, on_time, late, in_time, overdue, back = 400 + place, place, place % 3, 20, place % 5, 1
    done, still = early + on_time + late, in_time + overdue
    whole = done + still + back
    carried = 30
    return Figures(
        whole,
        carried,
        whole - carried,
        done,
        early,
        on_time,
        late,
        still,
        in_time,
        overdue,
        back,
        100 + place,
        150 + place,
    )


def report(agencies=17, before=None):
    lines = tuple(
        MonthlyLine(
            AgencyRow(f"000.00.{place:02d}.H51", f"Sở thứ {place} của tỉnh"),
            figures(place),
            Opinions(place, 2, 0, 1, 3),
        )
        for place in range(1, agencies + 1)
    )
    whole = Figures.sum_of(line.figures for line in lines)
    other = before if before is not None else Figures()
    return MonthlyReport(
        FEBRUARY,
        Comparison.BY_DATE,
        lines,
        whole,
        Opinions.sum_of(line.opinions for line in lines),
        Compared(FEBRUARY.before(), other, Opinions()),
        Compared(FEBRUARY.year_before(), Figures(), Opinions()),
        (("other_agency", 6), ("", 2)),
        29,
        (DataUpTo(7, datetime(2021, 2, 15, 16, 42, tzinfo=VIETNAM)), DataUpTo(9, None)),
    )


REPORT = report(before=Figures(100, 0, 100, 80, 40, 20, 20, 20, 20))
PAPER = monthly_paper(REPORT, LETTERHEAD, CENTRE, date(2021, 2, 16))


def expected(paper=PAPER):
    """Return the cells of both appendices as they must be shown."""
    return [
        [[shown(value) for value in row] for row in appendix.rows] for appendix in paper.appendices
    ]


def test_figures_are_shown_as_in_vietnam():
    assert [shown(v) for v in (1234567, Decimal("97.3"), None, "Tổng")] == [
        "1.234.567",
        "97,30",
        "",
        "Tổng",
    ]


def test_a_month_is_named_after_its_end_and_other_periods_by_their_days():
    form = monthly_form()
    told = period_words(FEBRUARY, form)
    assert told == "tháng 02 năm 2021 (từ ngày 16/01/2021 đến ngày 15/02/2021)"
    days = Period(date(2021, 1, 1), date(2021, 3, 31))
    assert period_words(days, form) == "từ ngày 01/01/2021 đến ngày 31/03/2021"


def test_the_sentences_say_the_figures():
    texts = [paragraph.text for paragraph in PAPER.paragraphs]
    whole = REPORT.figures
    assert any("khoản 3 Điều 9 Nghị định số 61/2018/NĐ-CP" in text for text in texts)
    assert any(
        f"{shown(whole.received_total)} hồ sơ; trong đó kỳ trước chuyển sang 510 hồ sơ" in text
        for text in texts
    )
    assert (
        "Nguyên nhân quá hạn: chờ kết quả phối hợp của cơ quan khác (6 hồ sơ);"
        " chưa nêu nguyên nhân (2 hồ sơ)." in texts
    )
    compared = next(text for text in texts if text.startswith("So với kỳ trước"))
    # 60 of 80 before are 75,00 %
    share = Decimal(whole.resolved_early + whole.resolved_on_time) * 100 / whole.resolved_total
    points = shown(share.quantize(Decimal("0.01")) - Decimal("75.00"))
    assert f"tăng {points} điểm phần trăm" in compared
    assert compared.endswith("(16/01/2020–15/02/2020): không có số liệu.")
    assert "8. Quầy Không gian cho doanh nghiệp: 29 lượt." in texts
    assert texts[-1] == ("Số liệu tính đến: quầy 07 đến 16:42 15/02/2021; quầy 09 chưa có số liệu.")


def test_the_workbook_holds_every_figure_as_a_number():
    book = openpyxl.load_workbook(io.BytesIO(monthly_xlsx(PAPER)))
    assert book.sheetnames == ["Báo cáo", "Phụ lục I", "Phụ lục II", "Bảng so sánh"]
    first = book["Phụ lục I"]
    assert first["A1"].value == "Phụ lục I"
    heads = {str(one) for one in first.merged_cells.ranges}
    assert {"C4:E4", "D5:E5", "F4:L4", "F5:I5", "J5:L5", "A4:A6", "M4:M6", "O4:O6"} <= heads
    for place, line in enumerate(REPORT.lines):
        cells = [cell.value for cell in first[7 + place]]
        assert cells == [
            place + 1,
            line.agency.name,
            *(line.figures.of(measure) for measure in Measure),
        ]
    total, percent = ([cell.value for cell in first[row]] for row in (24, 25))
    assert total[:3] == [18, "Tổng cộng", REPORT.figures.received_total]
    assert percent[:2] == [19, "Tỷ lệ %"]
    shares = REPORT.figures.shares()
    assert percent[6] == float(shares[Measure.RESOLVED_EARLY])
    assert percent[13] == f"(*) {shown(shares[Measure.ONLINE])}"
    assert first.cell(25, 7).number_format == "0.00"
    assert first.cell(27, 1).value.startswith("(*) Tỷ lệ hồ sơ nhận qua trực tuyến")
    second = book["Phụ lục II"]
    assert [cell.value for cell in second[5]] == [1, "Sở thứ 1 của tỉnh", 1, 2, 0, 1, 3, 7]
    assert [cell.value for cell in second[22]][:3] == [18, "Tổng cộng", sum(range(1, 18))]
    assert second.cell(23, 8).value == 100


def test_a_name_that_looks_like_a_formula_is_a_text():
    lines = (MonthlyLine(AgencyRow("x", "=1+1"), Figures(), Opinions()),)
    odd = MonthlyReport(
        FEBRUARY,
        Comparison.BY_DATE,
        lines,
        Figures(),
        Opinions(),
        Compared(FEBRUARY, Figures(), Opinions()),
        Compared(FEBRUARY, Figures(), Opinions()),
        (),
        0,
        (),
    )
    paper = monthly_paper(odd, LETTERHEAD, CENTRE, date(2021, 2, 16))
    book = openpyxl.load_workbook(io.BytesIO(monthly_xlsx(paper)))
    assert book["Phụ lục I"]["B7"].data_type == "s"


def test_the_document_holds_every_figure():
    document = docx.Document(io.BytesIO(monthly_docx(PAPER)))
    words = [paragraph.text for paragraph in document.paragraphs]
    for paragraph in PAPER.paragraphs:
        assert any(text.startswith(paragraph.text) for text in words), paragraph.text
    header, _signing, *tables = document.tables
    assert header.cell(0, 0).text.startswith(LETTERHEAD.superior)
    assert "ngày 16 tháng 02 năm 2021" in header.cell(0, 1).text
    for table, appendix, rows in zip(tables, PAPER.appendices, expected(), strict=True):
        above = appendix.head_rows
        found = [[cell.text for cell in row.cells] for row in table.rows]
        assert found[above:] == rows
        assert found[0][0] == appendix.heads[0].title
    first = [[cell.text for cell in row.cells] for row in tables[0].rows[:3]]
    assert first[0][5:12] == ["Kết quả giải quyết"] * 7
    assert first[2][5:9] == ["Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn"]
    landscape = document.sections[-1]
    assert landscape.page_width > landscape.page_height


def test_the_parts_of_a_table_stand_in_the_order_that_word_asks_for():
    """ISO/IEC 29500-1, 17.4.59: Word calls a file damaged in which they do not."""
    order = ("tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook")
    for table in docx.Document(io.BytesIO(monthly_docx(PAPER))).tables:
        parts = [part.tag.rpartition("}")[2] for part in table._tbl.tblPr]
        assert parts == sorted(parts, key=order.index)


def test_the_paper_holds_every_figure(texts):
    pdf = monthly_pdf(PAPER)
    assert pdf == monthly_pdf(PAPER)
    whole = "".join(texts(pdf))
    for paragraph in PAPER.paragraphs:
        assert "".join(paragraph.text.split()) in whole, paragraph.text
    for appendix, rows in zip(PAPER.appendices, expected(), strict=True):
        page = next(one for one in texts(pdf) if one.startswith("".join(appendix.caption.split())))
        for head in appendix.heads:
            assert "".join(head.title.split()) in page, head.title
        for row in rows:
            assert "".join("".join(row).split()) in page, row


def test_a_long_appendix_repeats_its_head(texts):
    paper = monthly_paper(report(60), LETTERHEAD, CENTRE, date(2021, 2, 16))
    pages = [one for one in texts(monthly_pdf(paper)) if "Sốmớitiếpnhận" in one]
    assert len(pages) > 2


@pytest.mark.parametrize("appendix", PAPER.appendices, ids=lambda one: one.caption)
def test_a_grouped_head_covers_the_width_without_crossing(appendix):
    covered = [
        (row, column)
        for head in appendix.heads
        for row in range(head.row, head.row + head.rows)
        for column in range(head.column, head.column + head.columns)
    ]
    wanted = {
        (row, column) for row in range(appendix.head_rows) for column in range(len(appendix.parts))
    }
    assert len(covered) == len(set(covered))
    assert set(covered) == wanted


def test_a_head_over_two_rows_grows_the_lower_one():
    columns = (TableColumn(50, ""), TableColumn(50, ""))
    heads = (TableHead("Một tiêu đề rất dài đứng trên hai hàng", 0, 0, 2, 1), TableHead("A", 0, 1))
    heads += (TableHead("B", 1, 1),)
    (_gap, head, *_) = pieces([Table(columns, (), heads=heads)], 100, pdf_setter(10))
    words = {item.text: item for item in head.items if isinstance(item, Words)}
    assert words["A"].y < words["B"].y < head.height
    lines = [item.y1 for item in head.items if isinstance(item, Stroke) and item.y1 == item.y2]
    assert max(lines) < head.height
