from __future__ import annotations

import io
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from counter_app.domain.procedure import (
    Channel,
    ChannelRule,
    ChecklistLine,
    FeeKind,
    FeeLine,
    Gap,
    Procedure,
    Term,
    TermUnit,
)
from counter_app.exchange.catalogue import (
    CatalogueLayout,
    CatalogueTooLarge,
    CatalogueUnreadable,
    RowFault,
    agencies_by_name,
    catalogue_workbook,
    columns,
    read_catalogue,
    sample_agency_names,
    sample_catalogue,
)
from counter_app.exchange.catalogue.guard import WorkbookLimits
from counter_app.exchange.catalogue.values import clean
from counter_app.exchange.catalogue.workbook import read_workbook

JUSTICE = "000.00.14.H35"
AGENCIES = agencies_by_name([("Sở Tư pháp", JUSTICE)])


@pytest.fixture
def book():
    """The empty template, to be typed into."""
    return load_workbook(io.BytesIO(catalogue_workbook()))


@pytest.fixture
def read(tmp_path):
    def reading(book, limits=None):
        path = tmp_path / "catalogue.xlsx"
        book.save(path)
        return read_workbook(path, AGENCIES, limits)

    return reading


def put(page, **cells):
    """Type into the next free row by header."""
    headers = {cell.value: cell.column for cell in page[1]}
    line = page.max_row + 1
    for header, value in cells.items():
        page.cell(line, headers[header.replace("_", " ")], value)


def procedure(book, code="1.000001", **cells):
    put(
        book["Thủ tục"], Mã_thủ_tục=code, Tên_thủ_tục="Thử", Cơ_quan_thực_hiện="Sở Tư pháp", **cells
    )


def channel(book, **cells):
    put(book["Kênh và phí"], **cells)


def paper(book, **cells):
    put(book["Thành phần hồ sơ"], **cells)


def only(file):
    (found,) = file.procedures
    return found


def faults(file):
    return [problem.fault for problem in file.problems]


def test_what_a_technician_types_becomes_procedures(book, read):
    procedure(book, Không_hẹn_ngày_trả="Không", Hiệu_lực_từ=date(2025, 7, 1))
    channel(
        book,
        Mã_thủ_tục="1.000001",
        Kênh="Trực tiếp",
        Thời_hạn=3,
        Đơn_vị_thời_hạn="ngày làm việc",
        Giờ_chốt_trong_ngày=time(15),
        Loại_khoản_thu="Lệ phí",
    )
    book["Kênh và phí"].cell(2, 9, "50.000")
    channel(book, Loại_khoản_thu="Phí", Ghi_chú_khoản_thu="/bản")
    book["Kênh và phí"].cell(3, 9, 8000)
    channel(book, Kênh="Bưu chính", Thời_hạn="0,5", Đơn_vị_thời_hạn="ngày", Miễn_phí="Có")
    paper(book, Mã_thủ_tục="1.000001", Tên_giấy_tờ="Tờ khai", Bản_chính=1, Bản_sao="2")
    paper(book, Tên_giấy_tờ="Giấy ủy quyền", Bản_sao_chứng_thực=1, Bắt_buộc="Không")
    file = read(book)
    assert file.problems == ()
    assert only(file) == Procedure(
        code="1.000001",
        name="Thử",
        sector="",
        agency_code=JUSTICE,
        authority="Sở Tư pháp",
        published_agency="Sở Tư pháp",
        valid_from=date(2025, 7, 1),
        rules=(
            ChannelRule(
                Channel.COUNTER,
                Term(Decimal(3), TermUnit.WORKING_DAY),
                free=False,
                fees=(FeeLine(FeeKind.CHARGE, 50_000), FeeLine(FeeKind.FEE, 8_000, "/bản")),
                cut_off=time(15),
            ),
            ChannelRule(Channel.POSTAL, Term(Decimal("0.5"), TermUnit.DAY), free=True),
        ),
        checklist=(
            ChecklistLine("Tờ khai", originals=1, photocopies=2),
            ChecklistLine("Giấy ủy quyền", certified_copies=1, required=False),
        ),
    )


def test_the_template_explains_itself_in_vietnamese(book):
    assert book.sheetnames == ["Thủ tục", "Kênh và phí", "Thành phần hồ sơ", "Hướng dẫn"]
    for sheet in columns.SHEETS:
        page = book[sheet.title]
        assert [cell.value for cell in page[1]] == [column.header for column in sheet.columns]
        assert all(cell.comment.text for cell in page[1])
    guide = " ".join(str(cell.value) for row in book["Hướng dẫn"] for cell in row if cell.value)
    for sheet in columns.SHEETS:
        assert all(column.explained in guide for column in sheet.columns)


def test_a_code_typed_as_a_number_keeps_its_zeros(book, read):
    procedure(book, code=1.00008)
    channel(book, Mã_thủ_tục=1.00008, Kênh="Trực tiếp")
    file = read(book)
    assert only(file).code == "1.000080"
    assert len(only(file).rules) == 1


def test_sheets_and_columns_are_found_in_any_order_and_spelling(read):
    book = Workbook()
    page = book.active
    page.title = "THU TUC"
    page.append(["ten thu tuc", "Ghi nhớ", "MÃ THỦ TỤC *"])
    page.append(["Thử", "riêng", "1.000001"])
    file = read(book)
    assert (only(file).code, only(file).name) == ("1.000001", "Thử")
    (problem,) = file.problems
    assert (problem.fault, problem.found, problem.sheet) == (
        RowFault.UNKNOWN_FIELD,
        "Ghi nhớ",
        "Thủ tục",
    )


def test_what_looks_like_a_formula_is_text(book, read):
    procedure(book)
    for name in ('=HYPERLINK("http://a.example","x")', "+1", "@SUM(A1)", "=1+1"):
        paper(book, Mã_thủ_tục="1.000001", Tên_giấy_tờ=name)
    names = [line.name for line in only(read(book)).checklist]
    assert names == ['=HYPERLINK("http://a.example","x")', "+1", "@SUM(A1)", "=1+1"]


def test_a_text_like_a_formula_is_written_as_text():
    made = Procedure("1.000001", '=cmd|"/c calc"!A1', "", "")
    page = load_workbook(io.BytesIO(catalogue_workbook([made])))["Thủ tục"]
    assert (page["B2"].value, page["B2"].data_type) == ('=cmd|"/c calc"!A1', "s")
    assert (page["A2"].data_type, page["A2"].number_format) == ("s", "@")


def test_lines_that_belong_nowhere_are_listed_with_sheet_and_row(book, read):
    procedure(book)
    channel(book, Kênh="Trực tiếp")
    channel(book, Mã_thủ_tục="9.999999", Kênh="Trực tiếp")
    channel(book, Mã_thủ_tục="1.000001", Loại_khoản_thu="Phí")
    channel(book, Mã_thủ_tục="1.000001", Kênh="Fax")
    paper(book, Mã_thủ_tục="1.000001", Bản_chính=1)
    file = read(book)
    assert [(p.sheet, p.line, p.fault) for p in file.problems] == [
        ("Kênh và phí", 2, RowFault.NO_CODE),
        ("Kênh và phí", 3, RowFault.NO_SUCH_PROCEDURE),
        ("Kênh và phí", 4, RowFault.NO_CHANNEL_ABOVE),
        ("Kênh và phí", 5, RowFault.UNKNOWN_CHANNEL),
        ("Thành phần hồ sơ", 2, RowFault.NO_PAPER_NAME),
    ]
    assert file.lost() == file.problems
    assert str(file.problems[1]).startswith("Kênh và phí, line 3 (9.999999 code) belongs to")


def test_a_line_with_a_term_but_without_its_channel_is_no_further_fee(book, read):
    procedure(book)
    channel(book, Mã_thủ_tục="1.000001", Kênh="Trực tiếp", Thời_hạn=0)
    channel(book, Thời_hạn=5, Loại_khoản_thu="Phí")
    file = read(book)
    assert faults(file) == [RowFault.NO_CHANNEL_ABOVE]
    assert only(file).rules[0].fees == ()


def test_of_two_columns_with_one_header_the_first_counts_and_the_second_is_told(book, read):
    procedure(book)
    book["Thủ tục"].cell(1, 30, "Tên thủ tục")
    book["Thủ tục"].cell(2, 30, "Khác")
    file = read(book)
    assert only(file).name == "Thử"
    assert [(p.fault, p.found) for p in file.problems] == [(RowFault.UNKNOWN_FIELD, "Tên thủ tục")]


def test_letters_a_workbook_cannot_hold_are_left_out():
    made = Procedure("1.000001", "A\x00\x0b\ud800B", "", "")
    page = load_workbook(io.BytesIO(catalogue_workbook([made])))["Thủ tục"]
    assert page["B2"].value == "AB"


def test_a_missing_unit_is_a_gap_here_too(book, read):
    procedure(book)
    channel(book, Mã_thủ_tục="1.000001", Kênh="Trực tiếp", Thời_hạn=7)
    file = read(book)
    assert only(file).rules[0].unparsed_term == "7"
    assert file.gap_counts() == {Gap.UNIT: 1}


def test_bad_cells_are_told_and_the_rest_of_the_row_is_taken(book, read):
    procedure(book, Không_hẹn_ngày_trả="có lẽ", Hiệu_lực_từ="hôm qua")
    channel(book, Mã_thủ_tục="1.000001", Kênh=True, Thời_hạn=3)
    channel(book, Mã_thủ_tục="1.000001", Kênh=1, Giờ_chốt_trong_ngày="chiều", Miễn_phí="?")
    paper(book, Mã_thủ_tục="1.000001", Tên_giấy_tờ="Đơn", Bản_chính="nhiều", Bắt_buộc="?")
    file = read(book)
    assert Counter(faults(file)) == Counter(
        [
            RowFault.BAD_FLAG,
            RowFault.BAD_DATE,
            RowFault.UNKNOWN_CHANNEL,
            RowFault.BAD_TIME,
            RowFault.BAD_FLAG,
            RowFault.BAD_COUNT,
            RowFault.BAD_FLAG,
        ]
    )
    assert only(file).rules[0].channel is Channel.COUNTER
    assert only(file).checklist[0].name == "Đơn"


def test_the_demonstration_catalogue_goes_out_and_comes_back_unchanged(tmp_path):
    made = sample_catalogue().procedures
    path = tmp_path / "catalogue.xlsx"
    path.write_bytes(catalogue_workbook(made))
    file = read_catalogue(path, sample_agency_names())
    assert file.problems == ()
    assert file.procedures == made


def test_a_catalogue_that_libre_office_saved_is_read_the_same(tmp_path, libre_office):
    made = [
        replace(one, internal_workflow=f"{place}/QĐ-UBND")
        for place, one in enumerate(sample_catalogue().procedures)
    ]
    path = tmp_path / "catalogue.xlsx"
    path.write_bytes(catalogue_workbook(made))
    (saved,) = libre_office.saved([path])
    file = read_catalogue(saved, sample_agency_names())
    assert file.problems == ()
    assert list(file.procedures) == made


TEXTS = st.text(max_size=30).map(clean)
NAMES = TEXTS.filter(bool)
TERMS = st.builds(
    Term,
    st.decimals(0, 9999, places=1).map(lambda n: n.normalize() if n % 1 else n.to_integral_value()),
    st.sampled_from(TermUnit),
)
FEES = st.lists(
    st.builds(FeeLine, st.sampled_from(FeeKind), st.integers(1000, 10**12), TEXTS), max_size=3
).map(tuple)
RULES = st.builds(
    ChannelRule,
    st.sampled_from(Channel),
    TERMS,
    fees=FEES,
    cut_off=st.none() | st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    note=TEXTS,
).flatmap(
    lambda rule: (
        st.just(replace(rule, free=False))
        if rule.fees
        else st.sampled_from(
            [
                replace(rule, free=True),
                replace(rule, free=None),
                replace(rule, term=None),
                replace(rule, term=None, unparsed_term="7"),
            ]
        )
    )
)
LINES = st.builds(
    ChecklistLine, NAMES, st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), st.booleans()
)
PROCEDURES = st.builds(
    Procedure,
    code=st.integers(0, 9_999_999).map(lambda n: f"{n // 10**6}.{n % 10**6:06d}"),
    name=NAMES,
    sector=TEXTS,
    agency_code=st.just(JUSTICE),
    level=TEXTS,
    subjects=TEXTS,
    decision=TEXTS,
    authority=NAMES,
    published_agency=TEXTS,
    coordinating=TEXTS,
    rules=st.lists(RULES, max_size=4, unique=True).map(tuple),
    checklist=st.lists(LINES, max_size=4).map(tuple),
    result=TEXTS,
    result_code=TEXTS,
    internal_workflow=TEXTS,
    no_appointment=st.booleans(),
    valid_from=st.none() | st.dates(date(1900, 1, 1)),
    valid_to=st.none() | st.dates(date(1900, 1, 1)),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(PROCEDURES, max_size=3, unique_by=lambda p: p.code))
def test_any_procedures_go_out_and_come_back_unchanged(tmp_path, made):
    path = tmp_path / "catalogue.xlsx"
    path.write_bytes(catalogue_workbook(made))
    file = read_catalogue(path, AGENCIES)
    assert file.procedures == tuple(made)


def test_a_workbook_without_the_sheet_or_the_column_says_which(book, read):
    book["Thủ tục"].cell(1, 1, "Số")
    with pytest.raises(CatalogueLayout, match="Mã thủ tục"):
        read(book)
    del book["Thủ tục"]
    with pytest.raises(CatalogueLayout, match="Thủ tục"):
        read(book)


def test_limits_of_rows_and_columns_are_told(book, read):
    for number in range(4):
        procedure(book, code=f"1.00000{number}")
    with pytest.raises(CatalogueTooLarge, match=r"rows of “Thủ tục” is 4, the limit is 3"):
        read(book, WorkbookLimits(rows=3))
    with pytest.raises(CatalogueTooLarge, match="columns"):
        read(book, WorkbookLimits(columns=3))
    assert len(read(book, WorkbookLimits(rows=4)).procedures) == 4


def test_empty_rows_do_not_count(book, read):
    procedure(book)
    book["Thủ tục"].cell(50_000, 2).number_format = "0"
    procedure(book, code="1.000002")
    assert len(read(book, WorkbookLimits(rows=2)).procedures) == 2


def test_limits_of_size_and_parts_are_told(book, read):
    with pytest.raises(CatalogueTooLarge, match="size in bytes"):
        read(book, WorkbookLimits(file_bytes=100))
    with pytest.raises(CatalogueTooLarge, match="parts"):
        read(book, WorkbookLimits(parts=2))
    with pytest.raises(CatalogueTooLarge, match="unpacked"):
        read(book, WorkbookLimits(unpacked_bytes=1000))


def repacked(changes):
    """The template with some of its parts replaced."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(catalogue_workbook())) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for part in source.infolist():
            content = source.read(part)
            target.writestr(part.filename, changes.get(part.filename, lambda x: x)(content))
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
BILLION_LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>"""


@pytest.mark.parametrize(
    ("content", "error", "said"),
    [
        (b"", CatalogueUnreadable, "zip"),
        (b"PK\x03\x04 no more", CatalogueUnreadable, "zip"),
        (catalogue_workbook()[:-200], CatalogueUnreadable, "zip"),
        (repacked({SHEET: lambda x: b" " * 5_000_000 + x}), CatalogueTooLarge, "ratio"),
        (repacked({SHEET: lambda x: BILLION_LAUGHS + x}), CatalogueUnreadable, "plain XML"),
        (
            repacked({SHEET: lambda x: x.decode().encode("utf-16")}),
            CatalogueUnreadable,
            "plain XML",
        ),
        (repacked({SHEET: lambda x: x[:100]}), CatalogueUnreadable, "no workbook"),
        (repacked({SHEET: lambda x: b""}), CatalogueUnreadable, "no workbook"),
        (repacked({"xl/workbook.xml": lambda x: b"<a/>"}), CatalogueLayout, "Thủ tục"),
        (
            repacked({"[Content_Types].xml": lambda x: b"<a/>"}),
            CatalogueUnreadable,
            "workbook part",
        ),
        (
            repacked(
                {SHEET: lambda x: x.replace(b"</sheetData>", b'<row r="9999999"/></sheetData>')}
            ),
            CatalogueTooLarge,
            "number of rows",
        ),
    ],
)
def test_a_damaged_or_hostile_workbook_is_refused_in_words(tmp_path, content, error, said):
    path = tmp_path / "bad.xlsx"
    path.write_bytes(content)
    with pytest.raises(error, match=said):
        read_catalogue(path, AGENCIES)


def test_a_missing_workbook_is_an_error_with_its_name(tmp_path):
    with pytest.raises(CatalogueUnreadable, match="nowhere"):
        read_catalogue(tmp_path / "nowhere.xlsx", {})
