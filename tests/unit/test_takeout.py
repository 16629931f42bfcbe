"""What is taken out is whole, safe in a spreadsheet, and can be verified elsewhere."""

from __future__ import annotations

import csv
import hashlib
import json

import pytest

from counter_app.exchange.takeout import export_dossiers, export_journal
from counter_app.exchange.whole_file import FileNotWritten
from counter_app.progress import Silent
from counter_app.usecases.intake import receive
from tests.fixtures.desk import SUBMITTER, birth_intake


def test_dossiers_go_out_as_a_table_a_spreadsheet_does_not_compute(desk, tmp_path):
    from dataclasses import replace

    receive(desk, birth_intake())
    receive(desk, birth_intake(submitter=replace(SUBMITTER, name="=HYPERLINK(1)")))
    path = tmp_path / "out.csv"
    assert export_dossiers(desk, path, Silent()) == 2
    with path.open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["Mã hồ sơ"] == "000.00.14.H35-261120-0101"
    assert rows[0]["Ngày nhận"] == "20/11/2026 09:41"
    assert rows[1]["Chủ hồ sơ"] == "'=HYPERLINK(1)"


def test_the_journal_goes_out_with_hashes_that_hold(desk, tmp_path):
    receive(desk, birth_intake())
    path = tmp_path / "journal.jsonl"
    count = export_journal(desk, path, Silent())
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    assert len(lines) == count
    for line in lines:
        assert hashlib.sha256(line["payload"].encode()).hexdigest() == line["payload_hash"]


def test_a_place_that_cannot_be_written_is_told(desk, tmp_path):
    with pytest.raises(FileNotWritten):
        export_journal(desk, tmp_path / "absent" / "journal.jsonl", Silent())
