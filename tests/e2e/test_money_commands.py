"""`counter-cli` for registers, receipt books and statements, on a whole centre."""

from __future__ import annotations

import json
from collections.abc import Iterator

import openpyxl
import pytest

import resources
from counter_app.cli import main
from counter_app.demonstration import Demonstration, password_of, running
from counter_app.progress import Silent


def login_of(role: str) -> str:
    officers = resources.sample_people()["officers"]
    return next(one["login"] for one in officers if role in one["roles"])


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory) -> Iterator[Demonstration]:
    with running(tmp_path_factory.mktemp("demonstration"), Silent()) as made:
        yield made


@pytest.fixture
def command(demonstration, monkeypatch, capsys):
    """Run a command with --json as an officer; return its answer and its exit code as `code`."""
    monkeypatch.setenv("COUNTER_APP_HOME", str(demonstration.paths.data))
    monkeypatch.setenv("COUNTER_CENTRE_URL", demonstration.centre_url)

    def run(*words, login=""):
        password = password_of(login, resources.sample_people()) if login else ""
        monkeypatch.setenv("COUNTER_PASSWORD", password)
        capsys.readouterr()
        code = main(["--json", *map(str, words)])
        said = capsys.readouterr()
        return {**json.loads(said.out or said.err), "code": code}

    return run


def test_a_register_is_taken_over_from_the_template_and_written_again(command, tmp_path):
    path = tmp_path / "so.xlsx"
    assert command("register", "import", path, "--template")["code"] == 0
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    at = {cell.value: cell.column for cell in sheet[1]}
    agency = resources.sample_agencies()[0]
    for line, number in enumerate(("000.00.14.H35-210216-0007", ""), start=2):
        for header, value in {
            "Mã hồ sơ": number,
            "Mã TTHC": "1.001193",
            "Nội dung hồ sơ": "Đăng ký khai sinh",
            "Cơ quan giải quyết": agency["code"],
            "Họ tên chủ hồ sơ": "Lò Văn Én",
            "Ngày nhận hồ sơ": "16/02/2021",
        }.items():
            sheet.cell(line, at[header], value)
    book.save(path)
    login = login_of("supervisor")
    first = command("register", "import", path, "--officer", login, login=login)
    assert (first["taken"], first["known"], first["not_taken"], first["code"]) == (1, 0, 1, 3)
    assert first["problems"] == ["row 3, “Mã hồ sơ”: nothing is there"]
    again = command("register", "import", path, "--officer", login, login=login)
    assert (again["taken"], again["known"]) == (0, 1)
    for name in ("ra.xlsx", "ra.csv", "ra.pdf"):
        out = tmp_path / name
        days = ("--from", "2021-01-01", "--to", "2021-12-31")
        assert command("register", "export", out, *days)["rows"] == 1
        assert out.stat().st_size > 100


def test_an_unknown_file_is_refused_in_words(command, tmp_path):
    login = login_of("supervisor")
    refused = command("register", "import", tmp_path / "x.ods", "--officer", login, login=login)
    assert (refused["code"], refused["error"]) == (1, "UnknownRegisterFormat")


def test_receipts_are_granted_at_the_centre_and_listed_at_the_seat(command, demonstration):
    words = ("--template", "01BLP0-001", "--symbol", "AB-26P", "--unit", "Trung tâm", "--count", 50)
    seat = command("status")["seat"]
    granted = command("receipts", "grant", "--seat", seat, *words)["granted"]
    assert [(one["first"], one["last"]) for one in granted] == [(1, 50), (51, 100)]
    assert command("sync")["code"] == 0
    books = command("receipts", "list")["books"]
    ours = sorted(one["first"] for one in books if one["symbol"] == "AB-26P")
    assert ours == [1, 51]
    crossing = command("receipts", "grant", "--seat", seat, *words, "--first", 10)
    assert (crossing["code"], crossing["error"]) == (1, "ReceiptNumbersTaken")
