"""docs/ADMIN.md, line by line: from an empty PostgreSQL to the first monthly report."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from counter_app.cli import main
from counter_app.cli.answers import today
from counter_app.domain.reporting import report_month

MANUAL = Path(__file__).parents[2] / "docs" / "ADMIN.md"
BLOCK = re.compile(r"^```(sh|json|csv)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = "07-XXXXX-XXXXX-XXXXX-XXXXX-X"
PASSWORD = "mat-khau-2026"


class Administrator:
    """Types what the manual says; what is `centre.example` there is the tests' server here."""

    def __init__(self, server: str, folder: Path, capsys, monkeypatch) -> None:
        self.server, self.folder = server, folder
        self.capsys, self.monkeypatch = capsys, monkeypatch
        self.code = ""
        self.typed = 0

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, "utf-8")

    def type(self, line: str) -> None:
        words = shlex.split(line, comments=True)
        match words:
            case []:
                return
            case ["createdb", *_, name]:
                with psycopg.connect(self.server, autocommit=True) as connection:
                    connection.execute(f"CREATE DATABASE {name} TEMPLATE template0")
            case ["export", setting]:
                name, _, value = setting.partition("=")
                path = urlsplit(value).path
                self.monkeypatch.setenv(name, self.server.rpartition("/")[0] + path)
            case ["counter-cli", *rest]:
                self._run(rest)
            case _:
                pytest.fail(f"the manual has a line that nobody can type: {line}")
        self.typed += 1

    def _run(self, words: list[str]) -> None:
        words = [self.code if word == CODE else word for word in words]
        if "--authority" in words:  # the tests' server speaks without TLS
            at = words.index("--authority")
            port = str(urlsplit(self.server).port)
            words[at : at + 2] = ["--demonstration", "--port", port]
            words[words.index("centre.example")] = "127.0.0.1"
        self.capsys.readouterr()
        code = main(["--json", *words])
        said = self.capsys.readouterr()
        assert code == 0, f"{shlex.join(words)}: {said.err or said.out}"
        self.code = json.loads(said.out).get("one_time_code", self.code)


@pytest.fixture
def administrator(postgres, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COUNTER_APP_HOME", str(tmp_path / "counter"))
    monkeypatch.setenv("COUNTER_NEW_PASSWORD", PASSWORD)
    monkeypatch.setenv("COUNTER_PASSWORD", PASSWORD)
    yield Administrator(postgres.url(), tmp_path, capsys, monkeypatch)
    with psycopg.connect(postgres.url(), autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS counter WITH (FORCE)")


def test_every_line_of_the_manual_works_as_it_stands(administrator, tmp_path, capsys):
    for kind, name, text in BLOCK.findall(MANUAL.read_text("utf-8")):
        if kind != "sh":
            administrator.write(name, text)
            continue
        for line in text.replace("\\\n", " ").splitlines():
            administrator.type(line)
    assert administrator.typed > 40
    for file in ("bao-cao.docx", "bao-cao.xlsx"):
        assert (tmp_path / file).read_bytes().startswith(b"PK")
    for file in ("niem-yet.pdf", "bang-niem-yet.pdf"):
        assert (tmp_path / file).read_bytes().startswith(b"%PDF")
    period = report_month(today().year, today().month)
    if today() > period.last:
        later = (today().year, today().month + 1) if today().month < 12 else (today().year + 1, 1)
        period = report_month(*later)
    words = ("--from", str(period.first), "--to", str(period.last))
    capsys.readouterr()
    assert main(["--json", "report", "monthly", "--centre", *words]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["total"]["received_new"] == 1
    assert [row["received_new"] for row in report["agencies"]] == [0, 1]
