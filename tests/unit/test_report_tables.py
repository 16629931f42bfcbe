"""Reports that are one table: each row is what the acts at the counter come to."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import openpyxl
import pytest

from counter_app.cli.report import _LISTS
from counter_app.clock import local_day
from counter_app.domain.fees import Method
from counter_app.domain.procedure import Channel
from counter_app.domain.register import Rating
from counter_app.domain.reporting import Period, report_month, report_year
from counter_app.progress import Cancelled, Recorded, Silent
from counter_app.reports.lists import REPORTS, months_of
from counter_app.reports.table_files import write_csv, write_pdf, write_xlsx
from counter_app.reports.tables import CellKind, record, told
from counter_app.store.dossiers import by_subject
from counter_app.usecases.payments import collect
from counter_app.usecases.ratings import rate
from tests.fixtures.desk import BIRTH, EXTRACT, birth_intake, publish_procedure
from tests.fixtures.life import ACTS, announced, handed_over, received, resolved
from tests.fixtures.till import EXTRACT_COSTS, extract

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


def made(desk, name, period=NOVEMBER):
    return desk.ask(REPORTS[name].made, period, Silent())


def rows(desk, name, period=NOVEMBER):
    return made(desk, name, period).found.rows


def test_the_command_line_names_every_report():
    assert set(_LISTS) == set(REPORTS)


def test_late_dossiers_stand_with_their_cause_and_letter(office):
    late = handed_over(office)
    handed_over(office)
    resolved(office)
    office.clock.advance(timedelta(days=7))
    ACTS["apologise"](office, late)
    ACTS["resolve"](office, late)
    office.clock.advance(timedelta(days=10))
    table = made(office, "late")
    told_late, still = sorted(table.found.rows, key=lambda row: row["finished"] is None)
    assert told_late["cause"] == "chờ kết quả phối hợp của cơ quan khác"
    assert told_late["letter"].endswith("/PXL")
    assert told_late["days_late"] == 4  # due on Monday 23/11, there on Friday 27/11
    assert (still["letter"], still["finished"], still["days_late"]) == ("", None, 7)
    assert late in table.found.subjects
    week = Period(date(2026, 11, 1), date(2026, 11, 25))
    assert len(rows(office, "late", week)) == 2
    assert all(row["finished"] is None for row in rows(office, "late", week))


def test_the_work_of_an_officer_is_counted_by_seat(office):
    resolved(office)
    subject = handed_over(office)
    ACTS["ask for papers"](office, subject)
    (row,) = rows(office, "officers")
    assert (row["officer"], row["seat"]) == ("Lò Thị Lan", 7)
    assert (row["received"], row["handed_over"], row["results"]) == (2, 2, 1)
    assert (row["supplements"], row["returned"], row["total"]) == (1, 0, 6)
    assert made(office, "officers").found.total["officer"] == "Tổng cộng"


def test_bad_ratings_stand_with_officer_and_dossier(office):
    number = office.ask(by_subject, received(office)).number
    rate(office, number, Rating.UNSATISFIED_TIME)
    rate(office, office.ask(by_subject, received(office)).number, Rating.SATISFIED_SERVICE)
    (row,) = rows(office, "unsatisfied")
    assert (row["officer"], row["number"], row["rated"]) == (
        "Lò Thị Lan",
        number,
        date(2026, 11, 20),
    )
    assert row["rating"] == "Không hài lòng về thời gian giao dịch"


def test_money_is_summed_by_procedure_and_way(till):
    for _ in range(3):
        collect(till, extract(till), Method.CASH)
    (row,) = rows(till, "fees")
    assert (row["agency"], row["procedure_code"], row["method"]) == (
        "Sở Tư pháp",
        "2.000635",
        "Tiền mặt",
    )
    assert (row["receipts"], row["fee"], row["charge"]) == (3, 0, 3 * EXTRACT_COSTS.charge)
    assert made(till, "fees").found.total["total"] == 24_000
    assert rows(till, "fees", report_month(2026, 11)) == ()


def test_a_result_waits_until_it_is_handed_out(office):
    subject = resolved(office)
    office.clock.advance(timedelta(days=5))
    today = local_day(office.clock.now_ms())
    period = Period(date(2026, 11, 16), today - timedelta(days=1))
    (row,) = rows(office, "waiting", period)
    assert (row["days"], row["place"], row["way"]) == (4, "Kệ A1", "Tại quầy")
    ACTS["hand out"](office, subject)
    assert rows(office, "waiting") == ()
    assert len(rows(office, "waiting", period)) == 1


def test_ways_in_and_out_have_their_shares(office):
    received(office)
    received(office, birth_intake(channel=Channel.ONLINE))
    ACTS["take in"](office, announced(office))
    ACTS["finish on the spot"](office, received(office))
    announced(office)
    table = made(office, "channels")
    (row,) = table.found.rows
    assert (row["received"], row["online"], row["on_the_spot"]) == (4, 2, 1)
    assert row["online_share"] == Decimal("50.00") == table.found.total["online_share"]
    assert row["returned"] == 1


def test_form_06a_knows_neither_returned_nor_paused(office):
    ACTS["withdraw"](office, received(office))
    ACTS["ask for papers"](office, handed_over(office))
    handed_over(office)
    resolved(office)
    office.clock.advance(timedelta(days=12))
    (row,) = rows(office, "form_06a")
    assert (row["total"], row["direct"], row["carried_over"]) == (4, 4, 0)
    assert (row["resolved"], row["on_time"], row["early"]) == (2, 1, 1)
    assert (row["pending"], row["in_time"], row["overdue"]) == (2, 1, 1)
    assert row["total"] == row["resolved"] + row["pending"]


def test_form_07b_counts_procedures_by_level(office):
    received(office)
    (row,) = rows(office, "form_07b")
    assert (row["agency"], row["procedures"], row["offered"]) == ("Sở Tư pháp", 5, 4)
    assert (row["workflows"], row["used"]) == (0, 1)


def test_form_07b_counts_internal_workflows_as_they_stood(office):
    birth = replace(BIRTH, level="Cấp xã", internal_workflow="1234/QĐ-UBND")
    publish_procedure(office, birth, date(2026, 11, 10))
    ended = replace(EXTRACT, valid_to=date(2026, 11, 9))
    publish_procedure(office, ended, date(2026, 11, 5))
    upper, commune = rows(office, "form_07b")
    assert (upper["level"], upper["procedures"], upper["workflows"]) == ("Chưa rõ", 3, 0)
    assert (commune["level"], commune["procedures"], commune["workflows"]) == ("Cấp xã", 1, 1)
    assert made(office, "form_07b").found.total["workflows"] == 1
    before = Period(date(2026, 11, 1), date(2026, 11, 9))
    (row,) = rows(office, "form_07b", before)
    assert (row["procedures"], row["workflows"]) == (5, 0)


def test_a_year_is_twelve_months_and_their_whole(office):
    received(office)
    table = made(office, "year", report_year(2026))
    assert [row["month"] for row in table.found.rows][::11] == ["01/2026", "12/2026"]
    assert len(table.found.rows) == 12
    assert table.found.rows[-1]["received_new"] == 1 == table.found.total["received_new"]
    assert table.found.total["month"] == "Cả kỳ"


def test_months_cover_a_period_without_gap():
    period = Period(date(2026, 1, 31), date(2026, 4, 20))
    parts = months_of(period)
    assert (parts[0].first, parts[-1].last) == (period.first, period.last)
    for one, other in pairwise(parts):
        assert one.last + timedelta(days=1) == other.first
    assert [part.last.day for part in parts] == [15, 15, 15, 20]


def test_a_long_report_can_be_stopped(office):
    with pytest.raises(Cancelled):
        office.ask(REPORTS["year"].made, report_year(2026), Recorded(cancel_after=3))


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_of_an_empty_centre_can_be_written(office, tmp_path, name):
    table = made(office, name)
    keys = {column.key for column in table.columns}
    for row in (*table.found.rows, table.found.total or {}):
        assert set(row) <= keys, name
    assert write_csv(tmp_path / "a.csv", table) == len(table.found.rows)
    assert write_xlsx(tmp_path / "a.xlsx", table) == len(table.found.rows)
    assert write_pdf(tmp_path / "a.pdf", table) == len(table.found.rows)
    assert json.loads(json.dumps(record(table)))["report"] == name


def test_files_hold_the_rows_and_their_sum(till, tmp_path):
    collect(till, extract(till), Method.CASH)
    table = made(till, "fees")
    write_csv(tmp_path / "phi.csv", table)
    with (tmp_path / "phi.csv").open(encoding="utf-8-sig", newline="") as file:
        head, row, total = csv.reader(file)
    assert head[-1] == "Tổng cộng" and row[-1] == "8000" == total[-1]
    write_xlsx(tmp_path / "phi.xlsx", table)
    sheet = openpyxl.load_workbook(tmp_path / "phi.xlsx").active
    assert sheet["A1"].value == table.title
    assert [cell.value for cell in sheet[5]][-1] == 8_000
    assert sheet.cell(6, 1).value == "Tổng cộng"
    assert record(table)["rows"][0]["charge"] == 8_000


def test_cells_are_shown_as_in_vietnam():
    assert told(1234567, CellKind.MONEY) == "1.234.567"
    assert told(Decimal("1.5"), CellKind.POINTS) == "1,5"
    assert told(Decimal("33.33"), CellKind.SHARE) == "33,33"
    assert told(date(2026, 11, 20), CellKind.DAY) == "20/11/2026"
    assert told(None, CellKind.TEXT) == ""
