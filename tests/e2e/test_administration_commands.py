"""What an administrator settles by the command line, and what the counters make of it."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from sqlalchemy import update

from counter_app.clock import local_day
from counter_app.desk import Officer, OfficerDisabled
from counter_app.domain.vietqr import BankAccount
from counter_app.postgres import CentreRefused, CentreUnreachable
from counter_app.schema import centre as own
from counter_app.store import reference
from counter_app.store.dossiers import by_number
from counter_app.store.money import bank_account
from counter_app.usecases.sign_in import WrongPassword, officers, sign_in
from tests.fixtures.desk import AGENCY, BUILDING, OFFICERS

LAN, MINH = (login for login, _ in OFFICERS)
HOME = "000.00.20.H35"


def tomorrow(counter):
    return local_day(counter.desk.clock.now_ms()) + timedelta(days=1)


def officers_by_login(at_centre):
    return {row["login"]: row for row in at_centre("officers", "list")["officers"]}


def test_a_disabled_officer_may_act_no_more_after_the_next_sync(at_centre, counter):
    assert at_centre("officers", "disable", LAN)["code"] == 0
    counter.sync()
    with pytest.raises(OfficerDisabled):
        counter.receive()
    assert [one.login for one in officers(counter.desk)] == [MINH]
    assert not officers_by_login(at_centre)[LAN]["active"]
    at_centre("officers", "enable", LAN)
    counter.sync()
    counter.receive()


def test_roles_are_given_and_the_password_stays(at_centre, counter):
    at_centre("officers", "password-reset", LAN)
    at_centre("officers", "roles", LAN, "cashier", "supervisor")
    counter.sync()
    signed = sign_in(counter.desk, LAN, "mat-khau-moi-2026")
    assert signed == Officer(LAN, "Lò Thị Lan", frozenset({"cashier", "supervisor"}))


def test_a_password_that_is_made_up_opens_and_the_former_one_does_not(at_centre, counter):
    at_centre("officers", "password-reset", LAN)
    made_up = at_centre("officers", "password-reset", LAN, "--make-up")["password"]
    counter.sync()
    with pytest.raises(WrongPassword):
        sign_in(counter.desk, LAN, "mat-khau-moi-2026")
    assert sign_in(counter.desk, LAN, made_up).login == LAN


def test_an_officer_is_given_another_name(at_centre):
    at_centre("officers", "rename", LAN, "Lò Thị Lan Anh")
    assert officers_by_login(at_centre)[LAN]["name"] == "Lò Thị Lan Anh"


def test_the_last_administrator_stays_one(at_centre):
    at_centre("officers", "roles", LAN, "administrator")
    assert at_centre("officers", "disable", LAN)["error"] == "LastAdministrator"
    assert at_centre("officers", "roles", LAN, "intake")["error"] == "LastAdministrator"
    at_centre("officers", "roles", MINH, "administrator", "intake")
    assert at_centre("officers", "disable", LAN)["code"] == 0


def test_what_makes_no_officer_is_refused(at_centre, monkeypatch):
    assert at_centre("officers", "disable", "ai.do")["error"] == "UnknownOfficer"
    assert at_centre("officers", "roles", LAN, "king")["error"] == "UnknownRole"
    monkeypatch.setenv("COUNTER_NEW_PASSWORD", "ngan")
    assert at_centre("officers", "password-reset", LAN)["error"] == "PasswordTooShort"


def test_a_merged_agency_ends_and_its_procedures_go_on_under_the_new_code(
    at_centre, centre, counter
):
    old = counter.receive(procedure_code=BUILDING.code)
    counter.sync()
    centre.work()
    day = tomorrow(counter)
    at_centre("add-agency", "--code", HOME, "--name", "Sở Nội vụ", "--from", day)
    merged = at_centre("agencies", "merge", AGENCY, "--into", HOME, "--from", day)
    assert merged["open_dossiers"] == 1
    assert merged["seats"] == [7]
    by_code = {row["code"]: row for row in at_centre("agencies", "list")["agencies"]}
    assert by_code[AGENCY]["valid_to"] == str(day - timedelta(days=1))
    counter.sync()
    assert counter.receive(procedure_code=BUILDING.code).number.startswith(AGENCY)
    counter.desk.clock.advance(timedelta(days=1))
    new = counter.receive(procedure_code=BUILDING.code)
    assert new.number.startswith(HOME)
    assert new.agency_name == "Sở Nội vụ"
    assert counter.desk.ask(by_number, old.number).agency_code == AGENCY


def test_a_merge_that_cannot_be_changes_nothing(at_centre, centre):
    before = centre.heads()
    assert at_centre("agencies", "merge", AGENCY, "--into", AGENCY)["error"] == "BadMerge"
    assert at_centre("agencies", "merge", AGENCY, "--into", HOME)["error"] == "UnknownAgency"
    early = ("--from", "2000-01-01")
    at_centre("add-agency", "--code", HOME, "--name", "Sở Nội vụ")
    after = centre.heads()
    assert at_centre("agencies", "merge", AGENCY, "--into", HOME, *early)["error"] == "BadMerge"
    assert after == centre.heads() != before


def test_a_bank_account_holds_from_its_day_on(at_centre, counter):
    day = tomorrow(counter)
    words = ("--bank", "970436", "--account", "0011001234567", "--holder", "TT PVHCC")
    assert at_centre("bank-account", *words, "--from", day)["key"] == "bank_account"
    at_centre("bank-account", "--bank", "970415", "--account", "99", "--agency", AGENCY)
    counter.sync()
    held = counter.desk.ask(reference.settings, day)
    assert bank_account(held, "000.00.99.H35") == BankAccount("970436", "0011001234567", "TT PVHCC")
    assert bank_account(held, AGENCY).bank == "970415"
    assert "bank_account" not in counter.desk.ask(reference.settings, day - timedelta(1)).records
    assert at_centre("bank-account", "--bank", "1", "--account", "2")["error"] == "BadBankAccount"


def test_settings_are_listed_with_what_held_before(at_centre, tmp_path):
    path = tmp_path / "centre.json"
    for name in ("Trung tâm cũ", "Trung tâm mới"):
        path.write_text(f'{{"name": "{name}"}}', "utf-8")
        at_centre("set", "centre", path)
    held = [row for row in at_centre("settings", "list")["settings"] if row["key"] == "centre"]
    assert [row["value"] for row in held] == [{"name": "Trung tâm mới"}]
    every = at_centre("settings", "list", "--all")["settings"]
    told = [(row["value"], row["holds"]) for row in every if row["key"] == "centre"]
    assert told == [({"name": "Trung tâm cũ"}, False), ({"name": "Trung tâm mới"}, True)]


def test_a_seat_serves_another_agency_and_gets_numbers_for_it(at_centre, counter):
    at_centre("add-agency", "--code", HOME, "--name", "Sở Nội vụ")
    changed = at_centre("seats", "change", "--number", 7, "--agency", AGENCY, "--agency", HOME)
    assert changed["ranges"] == 2  # of the stream it writes and of the spare one
    (seat,) = at_centre("seats", "list")["seats"]
    assert (seat["agencies"], seat["open"]) == ([AGENCY, HOME], True)


def test_one_more_range_crosses_none_and_is_used_when_the_first_is_full(at_centre, counter):
    given = at_centre("ranges", "widen", "--number", 7, "--agency", AGENCY, "--width", 50)
    assert given["ranges"] == 2
    rows = at_centre("ranges", "list", "--agency", AGENCY)["ranges"]
    spans = sorted((row["first"], row["last"]) for row in rows)
    assert len(spans) == 4
    assert all(last < first for (_, last), (first, _) in pairwise(spans))
    counter.sync()
    own = counter.desk.ask(reference.ranges, counter.desk.seat.stream_id, AGENCY)
    assert [len(one) for one in own] == [100, 50]
    assert at_centre("ranges", "widen", "--number", 7, "--agency", HOME)["error"] == "UnknownAgency"


def test_a_closed_seat_is_let_in_no_more_and_opens_again(at_centre, centre, counter):
    counter.receive()
    counter.sync()
    assert at_centre("seats", "close", "--number", 7)["closed"]
    (seat,) = at_centre("seats", "list")["seats"]
    assert not seat["open"]
    with pytest.raises(CentreUnreachable):
        counter.sync()  # over the line that was cut
    with pytest.raises(CentreRefused):
        counter.sync()
    at_centre("seats", "change", "--number", 7, "--agency", AGENCY)
    assert at_centre("invite", "--number", 7)["one_time_code"].startswith("07-")


def test_a_seat_with_unsent_entries_is_closed_only_on_purpose(at_centre, centre, counter):
    counter.receive()
    counter.sync()
    with centre.writing() as (session, _by):
        session.execute(update(own.stream).values(unsent=3, seen_at=centre.clock.now_ms() + 1))
    assert at_centre("seats", "close", "--number", 7)["error"] == "SeatHoldsEntries"
    assert at_centre("seats", "close", "--number", 7, "--yes")["closed"]


def test_reasons_are_counted_by_their_codes(at_centre):
    counts = at_centre("reason-codes")
    assert counts["late"]["network"] == 0
    assert "no_supplement" in counts["stop"]


def test_receipt_books_of_all_seats_are_listed(at_centre, centre, counter):
    from counter_app.centre.receipt_books import Series, grant

    series = Series("01BLP0-001", "AA-26P", "Trung tâm", "")
    with centre.writing() as (session, by):
        grant(session, by, 7, series, 50)
    books = at_centre("books")["books"]
    assert [(book["first"], book["last"], book["mine"]) for book in books] == [
        (1, 50, True),
        (51, 100, True),
    ]


def test_the_communes_of_a_province_reach_the_counters(at_centre, counter):
    told = at_centre("places", "--province", "Lai Châu")
    assert (told["code"], told["places"], told["former"]) == (0, 38, 106)
    counter.sync()
    held = counter.desk.ask(reference.settings, local_day(counter.desk.clock.now_ms()))
    assert "Phường Tân Phong, tỉnh Lai Châu" in held.places().names


def test_a_province_and_a_file_at_once_or_neither_are_no_use(at_centre, capsys):
    for words in ([], ["places.csv", "--province", "Lai Châu"]):
        with pytest.raises(SystemExit) as ended:
            at_centre("places", *words)
        assert ended.value.code == 2


def test_reasons_are_added_renamed_and_ended(at_centre):
    code = "cho_ket_qua_trung_tam_ly_lich"
    at_centre("reasons", "add", "late", "chờ kết quả Trung tâm Lý lịch tư pháp")
    at_centre("reasons", "rename", "late", "network", "lỗi đường truyền")
    at_centre("reasons", "end", "late", "software")
    said = {(row["kind"], row["code"]): row for row in at_centre("reasons", "list")["reasons"]}
    assert said["late", "network"]["words"] == "lỗi đường truyền"
    assert said["late", "software"]["valid_to"] is not None
    assert said["late", code]["given"] == 0
    assert at_centre("reasons", "end", "late", "nothing")["error"] == "UnknownReason"
    assert at_centre("reasons", "end", "late", "other")["error"] == "ReasonStays"


def test_places_are_previewed_and_ranges_told_with_what_is_left(at_centre, counter, tmp_path):
    file = tmp_path / "places.csv"
    file.write_text("commune,province\nPhường Tân Phong,tỉnh Lai Châu\n", "utf-8")
    [change] = at_centre("places", file, "--preview")["changes"]
    assert change["kind"] == "new"
    at_centre("places", file)
    assert at_centre("places", file, "--preview")["changes"] == []
    used = at_centre("ranges", "used")["ranges"]
    assert used and all(row["left"] == row["width"] for row in used)
