"""`counter-cli report` on a whole centre: a register taken over, counted at both ends."""

from __future__ import annotations

import json
from collections.abc import Iterator

import openpyxl
import pytest

import resources
from counter_app.cli import main
from counter_app.cli.answers import today
from counter_app.demonstration import Demonstration, password_of, running
from counter_app.domain.reporting import last_quarter
from counter_app.progress import Silent

FEBRUARY = ("--from", "2021-01-16", "--to", "2021-02-15")


def login_of(role: str) -> str:
    officers = resources.sample_people()["officers"]
    return next(one["login"] for one in officers if role in one["roles"])


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory) -> Iterator[Demonstration]:
    with running(tmp_path_factory.mktemp("demonstration"), Silent()) as made:
        yield made


@pytest.fixture
def command(demonstration, monkeypatch, capsys):
    """Run a command; return its exit code and what it said."""
    monkeypatch.setenv("COUNTER_APP_HOME", str(demonstration.paths.data))
    monkeypatch.setenv("COUNTER_CENTRE_URL", demonstration.centre_url)

    def run(*words, login=""):
        password = password_of(login, resources.sample_people()) if login else ""
        monkeypatch.setenv("COUNTER_PASSWORD", password)
        capsys.readouterr()
        code = main([str(word) for word in words])
        return code, capsys.readouterr()

    return run


AGENCIES = [one["code"] for one in resources.sample_agencies()[:3]]
ROWS = (
    (
        0,
        "",
        2,
        "10/01/2021 08:00",
        "20/01/2021",
        "19/01/2021",
        "19/01/2021",
        "",
        "Hài lòng với dịch vụ",
    ),
    (0, "Trực tuyến", 4, "16/01/2021", "20/01/2021", "20/01/2021", "", "", ""),
    (0, "Trực tuyến", 3, "15/02/2021 23:30", "18/02/2021", "", "", "", ""),
    (0, "", "", "16/02/2021 00:10", "18/02/2021", "", "", "", ""),
    (1, "", 3, "01/02/2021", "03/02/2021", "04/02/2021", "05/02/2021", "", "Ý kiến góp ý"),
    (1, "", 2, "01/02/2021", "03/02/2021", "", "", "", ""),
    (1, "", 2, "01/02/2021", "03/02/2021", "02/02/2021", "", "Công dân yêu cầu rút hồ sơ", ""),
    (1, "", 2, "01/02/2021", "03/02/2021", "", "", "Không được tiếp nhận", ""),
)


def register(path):
    sheet = openpyxl.load_workbook(path)
    page = sheet.worksheets[0]
    at = {cell.value: cell.column for cell in page[1]}
    titles = (
        "Cơ quan giải quyết",
        "Kênh tiếp nhận",
        "Mức độ",
        "Ngày nhận hồ sơ",
        "Hẹn trả kết quả",
        "Ngày có kết quả",
        "Ngày trả kết quả",
        "Trạng thái",
        "Đánh giá",
    )
    for row, (agency, *values) in enumerate(ROWS, start=2):
        told = dict(zip(titles, (AGENCIES[agency], *values), strict=True))
        told |= {
            "Mã hồ sơ": f"{AGENCIES[agency]}-210116-{row:04d}",
            "Mã TTHC": "1.001193",
            "Nội dung hồ sơ": "Đăng ký khai sinh",
            "Họ tên chủ hồ sơ": "Lò Văn Én",
        }
        for title, value in told.items():
            page.cell(row, at[title], value)
    sheet.save(path)


@pytest.fixture
def taken_over(command, tmp_path):
    """The month at the counter and at the centre; taking it over again changes nothing."""
    book = tmp_path / "so.xlsx"
    login = login_of("supervisor")
    command("register", "import", book, "--template")
    register(book)
    code, said = command("register", "import", book, "--officer", login, login=login)
    assert code == 0 and said.out.startswith("8 lines read, ")
    assert said.out.endswith(" 0 not taken\n")
    assert command("sync")[0] == 0
    assert command("centre", "work", "--once")[0] == 0


@pytest.mark.usefixtures("taken_over")
def test_a_month_taken_over_is_counted_alike_at_the_counter_and_the_centre(command, tmp_path):
    out = tmp_path / "thang.json"
    report = ("report", "monthly", *FEBRUARY, "--format", "json")
    assert command(*report, "--out", out)[0] == 0
    here = json.loads(out.read_text("utf-8"))
    assert [one["agency"] for one in here["agencies"]] == [
        one["code"] for one in resources.sample_agencies()
    ]
    first, second, third = here["agencies"][:3]
    assert first == {
        "agency": AGENCIES[0],
        "name": resources.sample_agencies()[0]["name"],
        "received_total": 3,
        "carried_over": 1,
        "received_new": 2,
        "resolved_total": 2,
        "resolved_early": 1,
        "resolved_on_time": 1,
        "resolved_late": 0,
        "pending_total": 1,
        "pending_in_time": 1,
        "pending_overdue": 0,
        "returned": 0,
        "online": 2,
        "level_3_4": 2,
    }
    assert (second["received_total"], second["returned"], second["pending_overdue"]) == (3, 1, 1)
    assert (second["resolved_late"], second["level_3_4"]) == (1, 1)
    assert third["received_total"] == 0
    assert here["total"]["received_total"] == 6
    assert here["percent"]["carried_over"] == "16.67"
    assert here["percent"]["resolved_late"] == "33.33"
    assert here["percent"]["level_3_4"] == "66.67"
    assert here["opinions"]["total"]["satisfied_service"] == 1
    assert here["opinions"]["agencies"][1]["comments"] == 1
    assert here["opinions"]["percent"]["comments"] == "50.00"

    code, said = command(*report, "--centre")
    there = json.loads(said.out)
    assert code == 0
    assert {**there, "data_up_to": []} == {**here, "data_up_to": []}
    assert there["data_up_to"][0]["at"] is not None


@pytest.mark.parametrize(("kind", "begins"), [("xlsx", b"PK"), ("docx", b"PK"), ("pdf", b"%PDF")])
def test_a_report_becomes_a_file_of_the_kind_its_name_tells(command, tmp_path, kind, begins):
    out = tmp_path / f"bao cao.{kind}"
    code, said = command("report", "monthly", *FEBRUARY, "--out", out)
    assert (code, said.out) == (0, f"{out}\n")
    assert out.read_bytes().startswith(begins)


@pytest.mark.usefixtures("taken_over")
@pytest.mark.parametrize("name", ["late", "form_06a", "year"])
def test_other_reports_are_lists_alike_at_both_ends(command, tmp_path, name):
    here = json.loads(command("report", name, *FEBRUARY)[1].out)
    there = json.loads(command("report", name, *FEBRUARY, "--centre")[1].out)
    assert here == there
    assert here["report"] == name and here["rows"]
    out = tmp_path / "ra.csv"
    assert command("report", name, *FEBRUARY, "--out", out)[0] == 0
    total = 0 if here["total"] is None else 1
    assert len(out.read_text("utf-8-sig").splitlines()) == 1 + len(here["rows"]) + total
    paper = tmp_path / "ra.pdf"
    assert command("report", name, *FEBRUARY, "--out", paper)[0] == 0
    assert paper.read_bytes().startswith(b"%PDF")
    code, said = command("report", name, *FEBRUARY, "--out", tmp_path / "ra.docx")
    assert code == 1 and "cannot be written as docx" in said.err


@pytest.mark.usefixtures("taken_over")
def test_an_assessor_gives_points_and_the_quarter_is_scored_alike_at_both_ends(command, tmp_path):
    login = login_of("supervisor")
    quarter = ("--quarter", "2021-1")
    give = ("report", "score", *quarter, "--agency", AGENCIES[0], "--officer", login)
    for index in range(1, 10):
        words = (*give, "--index", index, "--self", "2", "--points", "1,7", "--why", "Biên bản 03")
        assert command(*words, login=login)[0] == 0
    code, wrong = command(*give, "--index", 6, "--points", "2.5", "--why", "x", login=login)
    assert code == 1 and "2.5 points cannot be" in wrong.err
    nobody = ("report", "score", *quarter, "--index", 6, "--why", "x", "--officer", login)
    code, wrong = command(*nobody, "--points", "1", login=login)
    assert code == 1 and "whose points" in wrong.err
    assert command("sync")[0] == 0
    assert command("centre", "work", "--once")[0] == 0
    for name in ("scoring", "scoring_agencies", "scoring_dossiers", "scoring_officers"):
        here = json.loads(command("report", name, *quarter)[1].out)
        assert here == json.loads(command("report", name, *quarter, "--centre")[1].out)
        if name == "scoring":
            first, second = here["rows"][:2]
            assert (first["total"], first["grade"], first["rank"]) == ("15.3", "Xuất sắc", 1)
            assert second["total"] is None and second["missing"]
    usual = json.loads(command("report", "scoring")[1].out)
    newest = last_quarter(today())
    assert (usual["from"], usual["to"]) == (str(newest.first), str(newest.last))
    book = tmp_path / "mau 02.xlsx"
    assert command("report", "scoring_agencies", *quarter, "--out", book)[0] == 0
    sheets = openpyxl.load_workbook(book)
    assert len(sheets.sheetnames) == len(resources.sample_agencies())
    assert sheets.worksheets[0]["D5"].value == 2
    assert command(*give, "--index", 6, "--points", "-", "--why", "nhầm", login=login)[0] == 0
    here = json.loads(command("report", "scoring", *quarter)[1].out)
    assert here["rows"][0]["total"] is None and here["rows"][0]["missing"] == "6"


def test_the_period_before_ends_where_this_one_begins(command):
    said = json.loads(command("report", "monthly", "--month", "2021-02")[1].out)
    assert (said["from"], said["to"]) == ("2021-01-16", "2021-02-15")
    assert said["compared"]["period_before"]["to"] == "2021-01-15"
    carried = said["total"]["carried_over"]
    assert said["compared"]["period_before"]["total"]["pending_total"] == carried
    code, wrong = command("report", "monthly", "--from", "2021-02-16", "--to", "2021-02-15")
    assert code == 1 and "before it begins" in wrong.err
    assert "monthly" in command("report", "list")[1].out


@pytest.mark.usefixtures("taken_over")
def test_a_month_that_was_handed_in_says_so_at_both_ends(command):
    login = login_of("supervisor")
    march = ("report", "close", "--month", "2021-03")
    code, said = command(*march, "--officer", login, login=login)
    assert (code, said.out.startswith("2021-02-16 to 2021-03-15 closed at ")) == (0, True)
    assert command(*march, "--officer", login, login=login)[0] == 1
    assert command("sync")[0] == 0
    assert command("centre", "work", "--once")[0] == 0
    for more in ((), ("--centre",)):
        told = json.loads(command("report", "monthly", "--month", "2021-03", *more)[1].out)
        assert told["closed"]["changes"] == []
        assert told["closed"]["officer"]
