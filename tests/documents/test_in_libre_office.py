"""What LibreOffice makes of our workbooks and documents: cell by cell, and page by page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from itertools import cycle, islice
from pathlib import Path

import pytest

from counter_app.clock import VIETNAM
from counter_app.reports.appendices import shown
from counter_app.reports.monthly_docx import monthly_docx
from counter_app.reports.monthly_pdf import monthly_pdf
from counter_app.reports.monthly_xlsx import TEXT_SHEET, monthly_xlsx
from counter_app.reports.narrative import MonthlyPaper, monthly_paper
from counter_app.reports.table_files import write_xlsx
from counter_app.reports.tables import CellKind, ReportTable, Rows, table_forms, told
from counter_app.store.report_figures import AgencyRow
from tests.documents.conftest import page_pictures
from tests.documents.grids import DPI, grid_of, most_alike
from tests.documents.test_monthly_report import CENTRE, LETTERHEAD, PAPER, REPORT, report
from tests.documents.test_table_papers import NAMES, QUARTER, of_agencies

MONTH = date(2021, 2, 16)


def long_paper() -> MonthlyPaper:
    """Return a report of many agencies, one of them named like a formula."""
    made = report(60)
    first = replace(made.lines[0], agency=AgencyRow("x", "=1+1"))
    return monthly_paper(replace(made, lines=(first, *made.lines[1:])), LETTERHEAD, CENTRE, MONTH)


LONG = long_paper()
_NEAR_MM = 0.5
_ODD = (
    "=1+1",
    "'trích dẫn' và \"ngoặc kép\"",
    "Lò Văn Én",
    "một dòng\nhai dòng",
    "+84 912 345 678",
    "00123",
    "1.001193",
    "16/02/2021",
    "Thủ tục cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ " * 2,
    "",
)
_VALUES = {
    CellKind.COUNT: (0, 7, 1_234_567, None),
    CellKind.MONEY: (2_100_924_973, 0, -50_000, None),
    CellKind.SHARE: (Decimal("0.00"), Decimal("97.30"), Decimal("100.00"), None),
    CellKind.POINTS: (Decimal("1.5"), Decimal(2), Decimal("0.0"), None),
    CellKind.DAY: (date(2021, 2, 16), date(2026, 12, 1), None),
    CellKind.MOMENT: (
        datetime(2021, 2, 15, 23, 59, tzinfo=VIETNAM),
        datetime(2021, 2, 16, 0, 0, tzinfo=VIETNAM),
        None,
    ),
}


def filled(name: str, count: int = 12) -> ReportTable:
    """Return a report whose cells hold whatever may stand in their columns."""
    form = table_forms()[name]
    columns = {
        column.key: list(islice(cycle(_VALUES.get(column.kind, _ODD)), place, place + count + 1))
        for place, column in enumerate(form.columns)
    }
    rows = [{key: values[place] for key, values in columns.items()} for place in range(count + 1)]
    found = Rows(tuple(rows[:-1]), rows[-1], strong=frozenset({2}))
    return ReportTable(name, form.title, QUARTER, form.columns, found)


def drawn(pdf: bytes) -> list[str]:
    """Return the letters of each page, without spaces, dots to write on, and their order."""
    from contextlib import closing

    from counter_app.documents.preview import opened

    found = []
    with opened(pdf) as document:
        for index in range(len(document)):
            with closing(document[index]) as page, closing(page.get_textpage()) as words:
                text = words.get_text_range()
                found.append("".join(text.replace("\ufffe", "-").replace("…", "").split()))
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("files")


@pytest.fixture(scope="module")
def workbooks(folder, libre_office):
    """All workbooks as LibreOffice shows them, by their names."""
    files = [folder / "monthly.xlsx", folder / "long.xlsx", folder / "mau02.xlsx"]
    files[0].write_bytes(monthly_xlsx(PAPER))
    files[1].write_bytes(monthly_xlsx(LONG))
    write_xlsx(files[2], of_agencies())
    for name in table_forms():
        files.append(folder / f"table_{name}.xlsx")
        write_xlsx(files[-1], filled(name))
    return dict(zip([file.stem for file in files], libre_office.shown(files), strict=True))


@pytest.fixture(scope="module")
def papers(folder, libre_office):
    """What LibreOffice prints of the documents and of a workbook."""
    files = [folder / "monthly.docx", folder / "long.docx", folder / "printed.xlsx"]
    files[0].write_bytes(monthly_docx(PAPER))
    files[1].write_bytes(monthly_docx(LONG))
    files[2].write_bytes(monthly_xlsx(PAPER))
    for name in table_forms():
        files.append(folder / f"printed_{name}.xlsx")
        write_xlsx(files[-1], filled(name))
    return dict(zip([file.stem for file in files], libre_office.printed(files), strict=True))


def lines_of(cells: Sequence[Sequence[str]], from_row: int, count: int, width: int):
    return [list(row[:width]) for row in cells[from_row : from_row + count]]


@pytest.mark.parametrize(("name", "paper"), [("monthly", PAPER), ("long", LONG)])
def test_every_cell_of_the_monthly_report_shows_its_figure(workbooks, name, paper: MonthlyPaper):
    sheets = workbooks[name]
    assert set(sheets) == {TEXT_SHEET, *(one.caption for one in paper.appendices)}
    said = [row[0] for row in sheets[TEXT_SHEET] if row]
    for paragraph in paper.paragraphs:
        assert not paragraph.text or paragraph.text in said
    for appendix in paper.appendices:
        cells, above = sheets[appendix.caption], 3 + appendix.head_rows
        assert [cells[0][0], cells[1][0]] == [appendix.caption, appendix.title]
        for head in appendix.heads:
            assert cells[3 + head.row][head.column] == head.title
        found = lines_of(cells, above, len(appendix.rows), len(appendix.parts))
        assert found == [[shown(value) for value in row] for row in appendix.rows]
        notes = [row[0] for row in cells[above + len(appendix.rows) + 1 :]]
        assert [note for note in notes if note] == list(appendix.footnotes)


@pytest.mark.parametrize("name", table_forms())
def test_every_cell_of_every_report_shows_what_it_holds(workbooks, name):
    table = filled(name)
    (cells,) = workbooks[f"table_{name}"].values()
    assert cells[0][0] == table.title
    assert cells[3] == [column.title for column in table.columns]
    found = lines_of(cells, 4, len(table.lines), len(table.columns))
    for row, line in zip(found, table.lines, strict=True):
        assert row == [told(line[column.key], column.kind) for column in table.columns]


def test_each_agency_has_a_sheet_of_its_own(workbooks):
    table, sheets = of_agencies(), workbooks["mau02"]
    assert len(sheets) == len(NAMES)
    rows = [row for cells in sheets.values() for row in cells[4:]]
    columns = table.columns_of("x")
    expected = [[told(line.get(one.key), one.kind) for one in columns] for line in table.lines]
    assert sorted(rows) == sorted(expected)


def test_the_document_has_the_pages_of_the_paper(papers):
    ours, theirs = monthly_pdf(PAPER), papers["monthly"]
    mine, others = page_pictures(ours, DPI), page_pictures(theirs, DPI)
    assert len(mine) == len(others)
    for place, (one, other) in enumerate(zip(mine, others, strict=True)):
        assert abs(one.width - other.width) <= 2 and abs(one.height - other.height) <= 2
        assert most_alike(one, others) == place == most_alike(other, mine)


def test_the_tables_of_the_document_stand_as_those_of_the_paper(papers):
    ours, theirs = monthly_pdf(PAPER), papers["monthly"]
    count = len(PAPER.appendices)
    pages = zip(
        PAPER.appendices,
        page_pictures(ours, DPI)[-count:],
        page_pictures(theirs, DPI)[-count:],
        drawn(ours)[-count:],
        drawn(theirs)[-count:],
        strict=True,
    )
    for appendix, mine, other, my_text, other_text in pages:
        one, two = (grid_of(picture, appendix.head_rows) for picture in (mine, other))
        assert len(one.down) == len(appendix.parts) + 1
        assert len(one.across) == len(appendix.rows) + 2
        assert len(two.across) == len(one.across)
        assert two.down == pytest.approx(one.down, abs=_NEAR_MM)
        filled_in = tuple(tuple(bool(shown(cell)) for cell in row) for row in appendix.rows)
        assert one.written == filled_in == two.written
        said = appendix.caption, *(head.title for head in appendix.heads)
        for words in said:
            assert "".join(words.split()) in other_text
        for row in appendix.rows:
            line = "".join("".join(map(shown, row)).split())
            assert line in my_text and line in other_text


def test_the_text_of_the_document_is_that_of_the_paper(papers):
    text = "".join(drawn(papers["monthly"]))
    for paragraph in PAPER.paragraphs:
        assert "".join(paragraph.text.split()) in text, paragraph.text


def test_a_long_appendix_repeats_its_head_there_too(papers):
    pages = [page for page in drawn(papers["long"]) if "Sốmớitiếpnhận" in page]
    assert len(pages) > 2
    rows = LONG.appendices[0].rows
    whole = "".join(pages)
    for row in rows:
        assert "".join("".join(map(shown, row)).split()) in whole


def test_the_text_of_the_workbook_prints_whole_on_one_page(papers):
    first, second, *_ = drawn(papers["printed"])
    for paragraph in PAPER.paragraphs:
        assert "".join(paragraph.text.replace("…", "").split()) in first
    assert second.startswith("".join(PAPER.appendices[0].caption.split()))


def test_the_workbook_prints_each_sheet_across_one_page(papers):
    pages = drawn(papers["printed"])
    pictures = page_pictures(papers["printed"], DPI)
    for appendix in PAPER.appendices:
        place, text = next(
            (place, page)
            for place, page in enumerate(pages)
            if page.startswith("".join(appendix.caption.split()))
        )
        assert pictures[place].width > pictures[place].height
        for row in appendix.rows:
            assert "".join("".join(map(shown, row)).split()) in text
        grid = grid_of(pictures[place], appendix.head_rows)
        whole = sum(appendix.parts)
        width = grid.down[-1] - grid.down[0]
        ends = [sum(appendix.parts[: n + 1]) / whole * width for n in range(len(appendix.parts))]
        assert [x - grid.down[0] for x in grid.down[1:]] == pytest.approx(ends, abs=2.0)


@pytest.mark.parametrize("name", table_forms())
def test_no_column_is_too_narrow_for_its_figures(papers, name):
    table = filled(name)
    text = "".join(drawn(papers[f"printed_{name}"]))
    assert "###" not in text
    for line in table.lines:
        for column in table.columns:
            if column.kind in _VALUES:
                assert "".join(told(line[column.key], column.kind).split()) in text


def test_a_table_with_a_row_less_is_seen(papers):
    lines = list(REPORT.lines)
    del lines[3]
    fewer = monthly_paper(replace(REPORT, lines=tuple(lines)), LETTERHEAD, CENTRE, MONTH)
    head_rows, place = PAPER.appendices[0].head_rows, -len(PAPER.appendices)
    right = grid_of(page_pictures(papers["monthly"], DPI)[place], head_rows)
    wrong = grid_of(page_pictures(monthly_pdf(fewer), DPI)[place], head_rows)
    assert len(wrong.across) == len(right.across) - 1
