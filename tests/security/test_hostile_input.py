"""Whatever comes in from outside is read or refused in words, and what goes out runs nowhere."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from counter_app.cli import main
from counter_app.clock import VIETNAM
from counter_app.devices.printers import FolderPrinters, PaperKind
from counter_app.documents.codes import parse_payload
from counter_app.documents.facts import NotOurPaper, parse_facts
from counter_app.documents.press import pdf_of
from counter_app.documents.preview import opened
from counter_app.documents.readback import read_receipt
from counter_app.domain.dossier import Party
from counter_app.domain.identity.card import looks_like_card, parse_card_qr
from counter_app.domain.numbers import parse as parse_number
from counter_app.domain.reporting import Period
from counter_app.domain.seat_code import parse as parse_seat_code
from counter_app.errors import CounterError
from counter_app.exchange import csv_file
from counter_app.exchange.bank_statement import read_statement
from counter_app.exchange.people import people_template, read_people
from counter_app.exchange.register import (
    Known,
    RegisterTooLarge,
    export_csv,
    export_workbook,
    read_register,
    register_template,
)
from counter_app.exchange.takeout import export_dossiers
from counter_app.journal.entries import Entry, canonical, payload_hash
from counter_app.progress import Silent
from counter_app.records import to_record
from counter_app.reports.table_files import write_csv, write_xlsx
from counter_app.reports.tables import CellKind, ReportColumn, ReportTable, Rows
from counter_app.store.register import RegisterQuery, lines
from counter_app.sync import answers
from counter_app.sync.line import Route
from counter_app.sync.standing import note
from counter_app.text import file_name
from counter_app.usecases.intake import receive
from counter_app.usecases.printing import Form, PaperSize
from tests.documents.sample_receipts import RECEIPT
from tests.fixtures.desk import FRIDAY, SUBMITTER, birth_intake, opened_desk

FEW = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
KNOWN = Known({}, {}, datetime(2026, 11, 20, tzinfo=VIETNAM))
MARKUP = '<b>&amp;</b><img src="file:///etc/passwd"/><font size=90>&lt;Ánh & {0} %s \\n'
FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://a.example","x")',
    "+84912345678",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "  =1",
    "\uff1dcmd|' /C calc'!A0",
    "x;=1+1",
    "x\t=1+1",
    "x\n=1+1",
)
CARD = "012188000123|045123456|Nguyễn Thị Ánh|05091988|Nữ|Tổ 3, Tân Phong, Lai Châu|10052021"

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(["ok", "0" * 64, str(UUID(int=7)), str(UUID(int=8 << 76)), "sealed"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


def damaged(text: str) -> st.SearchStrategy[str]:
    """The text with a few letters put in, left out or exchanged."""
    return st.lists(
        st.tuples(st.integers(0, len(text)), st.integers(0, 3), st.text(max_size=3)), max_size=4
    ).map(lambda edits: _edited(text, edits))


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    for at, gone, put in edits:
        text = text[:at] + put + text[at + gone :]
    return text


# --- what is scanned, typed and opened ---


@pytest.mark.parametrize(
    ("read", "sound"),
    [
        (parse_card_qr, CARD),
        (parse_number, "000.00.14.H35-261122-0118"),
        (parse_seat_code, "07-ABCDE-FGHJK-MNPQR-STVWX-Y"),
        (parse_payload, "000.00.14.H35-261122-0118|4821|a1b2c3d4e5f6"),
        (parse_facts, json.dumps({"number": "1", "owner": "x", "codes": []})),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_is_scanned_or_typed_reads_or_is_refused_in_words(read, sound):
    @FEW
    @given(st.text(max_size=80) | damaged(sound))
    @example("9" * 5000)
    @example("|" * 5000)
    @example("[" * 50_000)
    @example("\x00\ud800\u202e")
    def scanned(text):
        looks_like_card(text)
        with contextlib.suppress(CounterError):
            read(text)

    scanned()


@FEW
@given(st.binary(max_size=60) | st.binary(max_size=60).map(lambda tail: b"%PDF-1.7\n" + tail))
def test_any_bytes_as_a_paper_to_verify(content):
    with contextlib.suppress(CounterError):
        read_receipt(content)


def test_a_damaged_paper_is_doubted_or_refused():
    pdf = pdf_of(RECEIPT, Form.RECEIPT, PaperSize.A5)

    @settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.tuples(st.integers(0, len(pdf) - 1), st.integers(0, 255)), max_size=8),
           st.integers(1, len(pdf)))  # fmt: skip
    def verified(edits, length):
        content = bytearray(pdf)
        for at, byte in edits:
            content[at] = byte
        with contextlib.suppress(CounterError):
            read_receipt(bytes(content[:length]))

    verified()


def test_a_paper_of_gigantic_or_endless_pages_is_not_even_drawn():
    from reportlab.pdfgen.canvas import Canvas

    for size, pages in (((14_400, 14_400), 1), ((100, 100), 200)):
        stream = io.BytesIO()
        canvas = Canvas(stream, pagesize=size)
        canvas.setKeywords(json.dumps({"number": "1", "owner": "x", "codes": []}))
        for _ in range(pages):
            canvas.showPage()
        canvas.save()
        with pytest.raises(NotOurPaper):
            read_receipt(stream.getvalue())


# --- the journal and the line ---


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=60) | JSON.map(json.dumps))
@example("[" * 100_000)
@example('{"a":' * 100 + "1" + "}" * 100)
@example('{"a": "\\ud800"}')
@example('{"a": ' + "9" * 5000 + "}")
def test_any_payload_reads_as_a_record_or_is_unreadable(payload):
    entry = Entry(UUID(int=7), 1, UUID(int=1), UUID(int=2), "dossier_received", 1, 0, 0, 0, "lan",
                  "", payload, b"", b"")  # fmt: skip
    try:
        record = entry.record()
    except CounterError:
        return
    assert isinstance(record, dict)


@settings(deadline=None, max_examples=100)
@given(st.dictionaries(st.text(max_size=6), JSON, max_size=4))
def test_what_is_written_to_the_journal_reads_back_and_hashes_alike(record):
    try:
        text = canonical(record)
        payload_hash(text)
    except ValueError:  # NaN, half a letter: refused before anything is written
        return
    assert canonical(json.loads(text)) == text


@settings(deadline=None, max_examples=200)
@given(st.dictionaries(
    st.sampled_from(["status", "centre", "centre_stream", "epoch", "now", "nonce", "stream", "seat",
                     "code", "given_at", "protocol_min", "protocol_max", "heads"]),
    JSON | st.dictionaries(st.just(str(UUID(int=7))), st.lists(JSON, max_size=3))))  # fmt: skip
@example({"heads": {str(UUID(int=7)): [1, "zz"]}})
@example({"heads": {str(UUID(int=7)): [2**80, "00" * 32]}})
@example({"code": "../../x", "given_at": 1})
def test_any_answer_of_a_centre_reads_or_is_unusable(answer):
    for read in (
        lambda: answers.status_of(answer),
        lambda: answers.heads(answer),
        *(
            lambda kind=kind: answers.read(kind, answer)
            for kind in (
                answers.Hello,
                answers.Opened,
                answers.Enrolled,
                answers.Closed,
                answers.Protocols,
            )
        ),
    ):
        with contextlib.suppress(answers.AnswerUnusable):
            read()


# --- files to be taken in ---

READERS = {
    "register": lambda path: read_register(path, KNOWN, Silent()),
    "people": read_people,
    "statement": read_statement,
}
WORKBOOKS = {"register": register_template(), "people": people_template()}
TABLE = (
    "Ngày;Nội dung;Số tiền;Mã hồ sơ;Mã TTHC\n"
    "20/11/2026;H35 261120 0101;8.000;000.00.14.H35-261120-0101;1.001193\n"
)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_any_bytes_as_a_file(tmp_path, reader, suffix):
    path = tmp_path / f"tệp{suffix}"

    @FEW
    @given(
        st.binary(max_size=200)
        | st.binary(max_size=200).map(lambda tail: b"PK\x03\x04" + tail)
        | damaged(TABLE).map(lambda text: text.encode("utf-8", "surrogatepass"))
    )
    def taken_in(content):
        path.write_bytes(content)
        with contextlib.suppress(CounterError):
            READERS[reader](path)

    taken_in()


@pytest.mark.parametrize("reader", WORKBOOKS)
def test_a_workbook_whose_xml_was_tampered_with(tmp_path, reader):
    path = tmp_path / "sổ.xlsx"
    made = WORKBOOKS[reader]

    @settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def taken_in(data):
        path.write_bytes(tampered(made, data))
        with contextlib.suppress(CounterError):
            READERS[reader](path)

    taken_in()


def tampered(made: bytes, data: st.DataObject) -> bytes:
    """Return the workbook, well packed, with damage in the XML of one part."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(made)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        chosen = data.draw(st.sampled_from(source.namelist()))
        for name in source.namelist():
            content = bytearray(source.read(name))
            if name == chosen:
                for _ in range(data.draw(st.integers(1, 5))):
                    at = data.draw(st.integers(0, len(content) - 1))
                    content[at : at + data.draw(st.integers(0, 9))] = data.draw(
                        st.binary(max_size=4) | st.sampled_from([b"<", b">", b'"', b"r", b"99"])
                    )
            target.writestr(name, bytes(content))
    return out.getvalue()


@pytest.mark.parametrize("reader", READERS)
def test_a_small_file_that_would_grow_without_end_is_refused(tmp_path, reader):
    path = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b"<worksheet>" + b" " * 80_000_000)
    assert path.stat().st_size < 100_000
    with pytest.raises(CounterError):
        READERS[reader](path)


@pytest.mark.parametrize("reader", ["register", "statement"])
@pytest.mark.parametrize("begin", ["", TABLE])
def test_a_line_without_an_end_does_not_fill_the_memory(tmp_path, monkeypatch, reader, begin):
    monkeypatch.setattr(csv_file, "LONGEST_LINE", 10_000)
    path = tmp_path / "dài.csv"
    path.write_text(begin + "x," * 50_000, "utf-8")
    with pytest.raises(CounterError):
        READERS[reader](path)


def test_a_list_larger_than_any_register_is_not_even_begun(tmp_path):
    path = tmp_path / "lớn.csv"
    with path.open("wb") as file:
        file.truncate(300_000_000)
    with pytest.raises(RegisterTooLarge):
        READERS["register"](path)


# --- what goes out ---


def cells_elsewhere(text: str) -> list[str]:
    """Return the cells that spreadsheets of every country would make of a CSV file."""
    found = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    for delimiter in ";\t":
        found += re.split(rf"[{delimiter}\r\n]", "\n".join(found))
    return found


@settings(deadline=None, max_examples=200)
@given(st.lists(st.text(alphabet="=+-@;,\t\r\n\" 'aÁ1\uff1d\uff0b", max_size=8), max_size=3))
def test_no_text_runs_in_a_spreadsheet(row):
    said = ",".join(f'"{csv_file._inert(cell)}"' for cell in row if '"' not in cell)
    for cell in cells_elsewhere(said):
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "\uff1d", "\uff0b"))


@pytest.fixture
def dangerous(desk):
    """A counter whose citizens are called like formulas."""
    for index, formula in enumerate(FORMULAS):
        person = Party(
            name=formula,
            identity_number=f"01218800{index:04d}",
            address=formula,
            phone="0912345678",
        )
        receive(desk, birth_intake(submitter=person, note=formula, summary=formula))
    return desk


def test_no_export_runs_in_a_spreadsheet(dangerous, tmp_path):
    query = RegisterQuery(FRIDAY.date(), FRIDAY.date())
    with dangerous.store.reading() as session:
        export_csv(tmp_path / "sổ.csv", lines(session, query))
        export_workbook(tmp_path / "sổ.xlsx", lines(session, query))
    export_dossiers(dangerous, tmp_path / "hồ sơ.csv", Silent())
    for name in ("sổ.csv", "hồ sơ.csv"):
        text = (tmp_path / name).read_text("utf-8-sig")
        assert text.count("1+1") >= 2
        for cell in cells_elsewhere(text):
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "\uff1d"))
    page = load_workbook(tmp_path / "sổ.xlsx").worksheets[0]
    kinds = {cell.data_type for row in page.iter_rows() for cell in row}
    assert "f" not in kinds
    assert "=1+1" in {cell.value for row in page.iter_rows() for cell in row}


def test_no_report_runs_in_a_spreadsheet(tmp_path):
    texts = (*FORMULAS, "\x01=1+1", "\x00\x1f=1+1")
    table = ReportTable(
        "tệp",
        "Báo cáo",
        Period(FRIDAY.date(), FRIDAY.date()),
        (ReportColumn("a", "Tên", CellKind.TEXT),),
        Rows(tuple({"a": text} for text in texts)),
    )
    write_csv(tmp_path / "a.csv", table)
    for cell in cells_elsewhere((tmp_path / "a.csv").read_text("utf-8-sig")):
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "\uff1d"))
    write_xlsx(tmp_path / "a.xlsx", table)
    page = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    cells = [cell for row in page.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert [cell.value for cell in cells].count("=1+1") == 3


@pytest.mark.parametrize("form", [Form.RECEIPT, Form.CONTROL_SLIP, Form.FOLDER_LABEL])
def test_markup_is_drawn_as_the_letters_it_is(form):
    person = replace(RECEIPT.submitter, name=MARKUP, address=MARKUP)
    receipt = replace(RECEIPT, submitter=person, owner=person, note=MARKUP, summary=MARKUP,
                      procedure_name=MARKUP, officer_name=MARKUP)  # fmt: skip
    paper = PaperSize.LABEL if form is Form.FOLDER_LABEL else PaperSize.A4
    with opened(pdf_of(receipt, form, paper)) as document:
        drawn = ""
        for page in document:
            with closing(page), closing(page.get_textpage()) as words:
                drawn += "".join(words.get_text_range().split())
    wanted = "".join(MARKUP.split())
    assert wanted[:24] in drawn
    assert form is Form.FOLDER_LABEL or wanted in drawn


# --- names of files ---

NAMES = (
    "../../etc/passwd",
    "..\\..\\Windows\\x",
    "C:\\x",
    "/x",
    "CON",
    "nul.txt",
    "COM1.a.b",
    "lpt9",
    "aux .x",
    ".",
    "..",
    "...",
    "",
    " ",
    "a\x00b",
    "a\nb",
    "x" * 5000,
    "Ầ" * 500,
    "hồ sơ\u202egpj.exe",
    "name.",
    "<>:|?*",
    "\ud800",
)
DEVICES = {"con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(10))}


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=300) | st.sampled_from(NAMES))
def test_every_text_makes_the_name_of_one_file(text):
    name = file_name(text, ".pdf")
    assert name.endswith(".pdf") and len(name.encode()) <= 200
    assert not set(name) & set('<>:"/\\|?*\x00\n\r\t\u202e')
    assert not name.startswith((".", " "))
    assert name.partition(".")[0].strip().lower() not in DEVICES
    assert file_name(text) == file_name(file_name(text)) or len(text) > 60


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_lands_in_its_folder_whatever_it_is_called(tmp_path, name):
    folder = tmp_path / "papers"
    printer = FolderPrinters(folder)
    for _ in range(2):
        printer.send("PDF", b"%PDF", PaperKind.PDF, name)
    assert len(list(folder.iterdir())) == 2
    assert list(tmp_path.iterdir()) == [folder]


# --- the command line ---

WORDS = st.sampled_from(
    ["status", "sync", "doctor", "backup", "restore", "export", "verify", "receive", "enrol",
     "register", "import", "catalogue", "audit", "list", "centre", "init", "--json", "--from",
     "--to", "--officer", "--number", "--centre", "--paper", "--host", "--port", "--", "-", "-1",
     "2026-02-30", "99999999999999999999", "\udcff.csv", "../x", "%s{0}", "--own-server", "-h"]
) | st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=8)  # fmt: skip


@pytest.mark.parametrize("is_counter", [False, True])
def test_any_words_on_the_command_line_end_in_an_exit_code(
    tmp_path, monkeypatch, capsys, is_counter
):
    home = tmp_path / "home"
    if is_counter:
        home.mkdir()
        route = json.dumps(to_record(Route("127.0.0.1", 1, "x", demonstration=True)))
        with opened_desk(home / "counter.sqlite") as desk, desk.store.writing() as session:
            note(session, route=route)
    monkeypatch.delenv("COUNTER_CENTRE_URL", raising=False)
    monkeypatch.setenv("COUNTER_PASSWORD", "")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("getpass.getpass", lambda _words="": "")

    @settings(deadline=None, max_examples=80, suppress_health_check=list(HealthCheck))
    @given(st.lists(WORDS, max_size=5))
    @example(["receive", ".", "--officer", "lan"])
    @example(["export", "x.csv"])
    @example(["restore", "."])
    @example(["sync"])
    @example(["register", "export", "\udcff.csv"])
    @example(["verify", "\udcff"])
    @example(["audit", "list", "--from", "0001-01-01", "--to", "9999-12-31"])
    @example(["register", "import", ".", "--officer", "lan"])
    @example(["enrol", "x", "--host", "127.0.0.1", "--port", "99999"])
    @example(["centre", "status", "--centre", "http://x"])
    @example(["centre", "set", "x", "/nowhere"])
    def typed(words):
        try:
            code = main(["--home", str(home), *words])
        except SystemExit as stop:
            code = stop.code
        assert code in {0, 1, 2, 3, 4, 130}

    typed()
    capsys.readouterr()


def test_what_an_officer_typed_is_never_in_the_words_of_a_wrong_card():
    with pytest.raises(CounterError) as told:
        parse_card_qr(CARD.replace("05091988", "99999999"))
    assert SUBMITTER.identity_number not in repr(told.value) + str(told.value)
