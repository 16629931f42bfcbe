"""`counter-cli` on a whole centre: what a technician and an administrator do."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import psycopg
import pytest

from counter_app.cli import main
from counter_app.demonstration import Demonstration, running
from counter_app.documents.readback import read_receipt
from counter_app.progress import Silent

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "procedures.jsonl"
INTAKE = {
    "procedure_code": "2.000635",
    "submitter": {
        "name": "Lò Thị Ánh",
        "identity_number": "012186999901",
        "sex": "female",
        "phone": "0900 000 011",
    },
    "papers": [{"name": "Tờ khai", "originals": 1, "present": True}],
}

Command = Callable[..., dict[str, object]]


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory) -> Iterator[Demonstration]:
    with running(tmp_path_factory.mktemp("demonstration"), Silent()) as made:
        yield made


@pytest.fixture
def command(demonstration, monkeypatch, capsys) -> Command:
    """Run a command with --json; return what it answered and its exit code as `code`."""
    monkeypatch.setenv("COUNTER_APP_HOME", str(demonstration.paths.data))
    monkeypatch.setenv("COUNTER_CENTRE_URL", demonstration.centre_url)
    monkeypatch.setenv("COUNTER_PASSWORD", demonstration.password)
    monkeypatch.setenv("COUNTER_NEW_PASSWORD", "mat-khau-moi-2026")

    def run(*words: object) -> dict[str, object]:
        capsys.readouterr()
        code = main(["--json", *map(str, words)])
        said = capsys.readouterr()
        answer = json.loads(said.out or said.err)
        return {**answer, "code": code}

    return run


def received(command, tmp_path, demonstration, **changed) -> dict[str, object]:
    path = tmp_path / "intake.json"
    path.write_text(json.dumps({**INTAKE, **changed}), "utf-8")
    return command("receive", path, "--officer", demonstration.login)


def test_a_scripted_intake_prints_its_number_and_a_genuine_receipt(
    command, demonstration, tmp_path
):
    answer = received(command, tmp_path, demonstration)
    assert answer["code"] == 0
    facts = read_receipt(Path(answer["pdf"]).read_bytes())
    assert facts.number == answer["number"]
    assert command("verify", answer["pdf"]) == {
        "number": answer["number"],
        "genuine": True,
        "known": True,
        "doubts": [],
        "code": 0,
    }


def test_sync_and_status_tell_the_truth(command, demonstration, tmp_path):
    received(command, tmp_path, demonstration)
    before = command("status")
    assert (before["code"], before["unsent"] > 0) == (3, True)
    assert command("sync")["pushed"] == before["unsent"]
    after = command("status")
    assert (after["code"], after["unsent"], after["proved_seq"]) == (0, 0, after["head_seq"])


def test_the_day_is_closed_with_a_sheet(command, demonstration, tmp_path):
    received(command, tmp_path, demonstration)
    answer = command("sync", "--close-day", "--officer", demonstration.login)
    assert answer["code"] == 0
    assert Path(answer["sheet"]).read_bytes().startswith(b"%PDF")
    assert answer["counts"]["dossier_received"] >= 1


def test_the_worker_projects_and_the_centre_tells_its_seats(command, demonstration, tmp_path):
    received(command, tmp_path, demonstration)
    command("sync")
    command("centre", "work", "--once")
    status = command("centre", "status")
    assert (status["code"], status["waiting"]) == (0, 0)
    (seat,) = [one for one in status["seats"] if one["state"] == "open"]
    assert (seat["seat_number"], seat["entries"] > 40) == (7, True)


def test_a_sound_counter_has_nothing_for_the_doctor(command):
    answer = command("doctor")
    assert (answer["code"], answer["sound"]) == (0, True)


def test_a_copy_is_taken_and_brought_back(command, demonstration, tmp_path):
    copy = command("backup", "--to", tmp_path)["file"]
    lost = received(command, tmp_path, demonstration)["number"]
    command("sync")
    answer = command("restore", copy)
    assert answer["code"] == 0
    assert Path(answer["aside"]).exists()
    assert command("sync")["pulled"] > 0
    export = tmp_path / "all.csv"
    command("export", export)
    assert lost in export.read_text("utf-8-sig")
    assert command("doctor")["sound"]


def test_what_is_not_a_copy_is_refused(command, tmp_path):
    junk = tmp_path / "junk.db"
    junk.write_bytes(b"junk" * 5000)
    assert command("restore", junk)["error"] == "BackupUnusable"


def test_the_journal_goes_out_as_json_lines(command, tmp_path):
    path = tmp_path / "journal.jsonl"
    answer = command("export", path)
    assert answer["rows"] == len(path.read_text("utf-8").splitlines())


def test_every_published_procedure_is_taken_and_the_incomplete_ones_are_named(command, tmp_path):
    if not SHARED.exists():
        pytest.skip("the national sample of 675 procedures is not beside this checkout")
    read = command("catalogue", "import", SHARED, "--dry-run")
    assert (read["read"], read["not_taken"], read["code"]) == (675, 0, 0)
    assert read["published"] == 0
    assert len(read["incomplete"]) == sum(1 for gaps in read["incomplete"].values() if gaps)
    assert {"unit", "channel", "term_twice", "agency"} <= set(read["gaps"])
    published = command("catalogue", "import", SHARED)
    assert published["published"] + published["unchanged"] + len(published["kept"]) == 675
    assert command("catalogue", "import", SHARED)["published"] == 0
    command("sync")
    held = command("catalogue", "list", "--incomplete")["procedures"]
    assert {row["code"] for row in held} == set(read["incomplete"]) - set(published["kept"])


def test_an_incomplete_version_does_not_push_a_complete_one_aside(command, demonstration, tmp_path):
    path = tmp_path / "one.jsonl"
    record = {"code": "2.000635", "name": "Cấp bản sao trích lục", "channels": []}
    path.write_text(json.dumps(record) + "\n", "utf-8")
    assert command("catalogue", "import", path)["kept"] == ["2.000635"]
    command("sync")
    assert received(command, tmp_path, demonstration)["code"] == 0


def test_an_incomplete_procedure_cannot_be_used_for_intake(command, demonstration, tmp_path):
    path = tmp_path / "one.jsonl"
    record = {"code": "9.000001", "name": "Thủ tục thiếu đơn vị thời hạn", "agency": "Sở Tư pháp"}
    channel = {"channel": "counter", "term": 7.0, "unit": None, "free": True, "fees": []}
    path.write_text(json.dumps({**record, "channels": [channel]}) + "\n", "utf-8")
    assert command("catalogue", "import", path)["incomplete"] == {"9.000001": ["unit"]}
    command("sync")
    refused = received(command, tmp_path, demonstration, procedure_code="9.000001")
    assert (refused["code"], refused["error"]) == (1, "ProcedureIncomplete")


def test_a_workbook_is_taken_too(command, tmp_path):
    path = tmp_path / "catalogue.xlsx"
    command("catalogue", "template", path)
    assert "Thủ tục" in openpyxl.load_workbook(path).sheetnames
    assert command("catalogue", "import", path)["read"] == 0


def test_a_second_seat_is_enrolled_and_sees_the_first_ones_dossiers(
    command, demonstration, tmp_path
):
    number = received(command, tmp_path, demonstration)["number"]
    command("sync")
    port = demonstration.centre_url.rpartition(":")[2].partition("/")[0]
    invited = command("centre", "add-seat", "--number", "8", "--agency", "000.00.14.H35")
    home = tmp_path / "seat8"
    place = ("--host", "127.0.0.1", "--port", port, "--demonstration")
    enrolled = command("--home", home, "enrol", invited["one_time_code"], *place)
    assert enrolled["seat"] == 8
    export = tmp_path / "seat8.csv"
    command("--home", home, "export", export)
    assert number in export.read_text("utf-8-sig")


def test_a_used_code_is_refused(command, demonstration, tmp_path):
    port = demonstration.centre_url.rpartition(":")[2].partition("/")[0]
    place = ("--host", "127.0.0.1", "--port", port, "--demonstration")
    wrong = command("--home", tmp_path / "x", "enrol", "07-AAAAA-AAAAA-AAAAA-AAAAA-0", *place)
    assert wrong["code"] == 1


def test_an_officer_is_defined_and_signs_in_after_the_next_sync(command, tmp_path):
    words = ("--login", "moi", "--name", "Cán bộ mới", "--role", "intake")
    assert command("centre", "add-officer", *words)["code"] == 0
    command("sync")
    path = tmp_path / "intake.json"
    path.write_text(json.dumps(INTAKE), "utf-8")
    wrong = command("receive", path, "--officer", "moi")
    assert wrong["error"] == "WrongPassword"


def test_a_setting_is_changed(command, tmp_path):
    path = tmp_path / "rules.json"
    path.write_text('{"name": "Trung tâm"}', "utf-8")
    assert command("centre", "set", "centre", path)["key"] == "centre"
    path.write_text("{", "utf-8")
    assert command("centre", "set", "centre", path)["error"] == "NotJson"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"procedure_code": 5}', '{"papers": "x"}'])
def test_a_broken_intake_file_is_told_and_nothing_is_received(
    command, demonstration, tmp_path, content
):
    path = tmp_path / "broken.json"
    path.write_text(content, "utf-8")
    assert command("receive", path, "--officer", demonstration.login)["code"] == 1


def test_an_unreachable_centre_has_an_exit_code_of_its_own(command, demonstration):
    port = demonstration.centre_url.rpartition(":")[2].partition("/")[0]
    command("route", "--host", "127.0.0.1", "--port", "1", "--demonstration")
    try:
        answer = command("sync")
        assert (answer["code"], answer["error"]) == (4, "CentreUnreachable")
        assert command("status")["problem"]
    finally:
        command("route", "--host", "127.0.0.1", "--port", port, "--demonstration")


def test_a_machine_that_is_no_seat_says_so(command, tmp_path):
    assert command("--home", tmp_path / "empty", "status")["error"] == "NotEnrolled"


def test_a_database_without_a_centre_says_so(command, demonstration):
    base = demonstration.centre_url.rpartition("/")[0]
    answer = command("centre", "status", "--centre", f"{base}/postgres")
    assert (answer["code"], answer["error"]) == (1, "CentreMissing")


def test_the_centre_is_made_from_nothing(command, demonstration):
    base = demonstration.centre_url.rpartition("/")[0]
    with psycopg.connect(f"{base}/postgres", autocommit=True) as connection:
        connection.execute("CREATE DATABASE another TEMPLATE template0")
    made = command("centre", "init", f"{base}/another")
    assert (made["code"], made["fresh"]) == (0, True)
    assert command("centre", "init", f"{base}/another")["fresh"] is False


def test_help_lists_the_commands():
    said = subprocess.run(
        [sys.executable, "-m", "counter_app", "--help"], capture_output=True, text=True, check=True
    ).stdout
    for word in ("enrol", "sync", "status", "doctor", "backup", "restore", "export", "verify"):
        assert word in said
    assert "catalogue" in said
    assert "centre" in said


def test_wrong_words_end_with_two(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["fly"])
    assert ended.value.code == 2


def test_what_leaves_as_a_file_is_noted_and_all_is_as_it_was(command, demonstration, tmp_path):
    received(command, tmp_path, demonstration)
    assert command("register", "export", tmp_path / "sổ.csv")["code"] == 0
    note = [one for one in command("audit", "list")["notes"] if one["what"] == "exported"][-1]
    assert note["detail"].startswith("sổ.csv (") and note["officer"] == "counter-cli"
    assert command("audit", "list", "--officer", "ai")["notes"] == []
    command("sync")
    answer = command("audit", "verify")
    assert (answer["code"], answer["findings"]) == (0, [])
    assert answer["verified"] == ["this counter", "the centre"]
    wrong = command("audit", "verify", "--paper", "AAAAA-AAAAA=00")
    assert (wrong["code"], len(wrong["findings"])) == (3, 1)
    assert command("audit", "verify", "--paper", "no code")["error"] == "NotAPaper"


def test_an_act_in_a_script_says_what_it_needs_to_know(command, tmp_path, monkeypatch):
    template = tmp_path / "sổ.xlsx"
    assert command("register", "import", "--template", template)["code"] == 0
    monkeypatch.delenv("COUNTER_PASSWORD")
    told = command("register", "import", template)
    assert (told["code"], told["error"]) == (1, "NobodyToAsk")
    assert "COUNTER_OFFICER" in str(told)


def test_who_acts_may_stand_in_the_surroundings(command, tmp_path, demonstration, monkeypatch):
    template = tmp_path / "sổ.xlsx"
    assert command("register", "import", "--template", template)["code"] == 0
    monkeypatch.setenv("COUNTER_OFFICER", demonstration.login)
    told = command("register", "import", template)
    assert (told["code"], told["taken"]) == (0, 0)


def test_a_counter_tells_what_it_keeps_and_lets_go_of_what_is_old(command, tmp_path):
    answer = command("retention")
    assert (answer["code"], answer["error"]) == (1, "NothingSaysHowLong")
    rules = tmp_path / "retention.json"
    rules.write_text('{"years": 1}')
    assert command("centre", "set", "retention", rules)["code"] == 1
    rules.write_text('{"years": 5}')
    assert command("centre", "set", "retention", rules)["code"] == 0
    assert command("sync")["code"] == 0
    plan = command("retention")
    assert (plan["code"], plan["dossiers"]) == (0, 0)
    done = command("retention", "--run", "--compact")
    assert (done["code"], done["line"], done["dossiers"]) == (0, plan["line"], 0)
    assert command("retention", "--everything", "on")["everything"] is True
    assert command("retention", "--everything", "off")["everything"] is False
    assert command("doctor")["code"] == 0
