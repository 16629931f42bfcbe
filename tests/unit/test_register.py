"""The register: an earlier one is taken over once, ours is written and read back."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, datetime, timedelta
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy import select

from counter_app.clock import VIETNAM
from counter_app.domain.dossier import ReturnWay
from counter_app.domain.fees import ExemptionReason, Money
from counter_app.domain.procedure import Channel
from counter_app.domain.roles import NotAllowedFor
from counter_app.domain.states import State
from counter_app.exchange.catalogue import agencies_by_name
from counter_app.exchange.catalogue.guard import WorkbookLimits
from counter_app.exchange.register import (
    HEADERS,
    Fault,
    Known,
    RegisterLayout,
    RegisterTooLarge,
    RegisterUnreadable,
    UnknownRegisterFormat,
    export_csv,
    export_workbook,
    read_register,
    register_template,
)
from counter_app.journal.rebuild import broken_chains, differences, rebuild
from counter_app.progress import Cancelled, Recorded, Silent
from counter_app.schema.tables import dossier, journal
from counter_app.store.closing import reasons
from counter_app.store.dossiers import newest, search
from counter_app.store.register import RegisterQuery, count, lines, page
from counter_app.usecases.fees import exempt
from counter_app.usecases.intake import receive
from counter_app.usecases.register_import import Refusal, take_register
from tests.fixtures.desk import AGENCY, SEAT, STREAM, birth_intake, opened_desk
from tests.fixtures.till import SUPERVISOR, give_roles

NOW = datetime(2026, 11, 20, 9, 41, tzinfo=VIETNAM)
KNOWN = Known(
    {**agencies_by_name([("Sở Tư pháp", AGENCY)]), AGENCY: AGENCY},
    {"1.001193": "Thủ tục đăng ký khai sinh"},
    NOW,
)
EVER = RegisterQuery(date(2000, 1, 1), date(2100, 1, 1))


def clock(text):
    """Return a moment as a spreadsheet holds it: without a zone."""
    return datetime.fromisoformat(text)


ROW = {
    "Mã hồ sơ": "000.00.14.H35-210216-0007",
    "Mã TTHC": "1.001193",
    "Cơ quan giải quyết": "Sở Tư pháp",
    "Họ tên chủ hồ sơ": "Lò Văn Én",
    "Ngày nhận hồ sơ": "16/02/2021 08:05",
    "Hẹn trả kết quả": "19/02/2021",
    "Ngày có kết quả": clock("2021-02-18T15:30"),
    "Ngày trả kết quả": date(2021, 2, 19),
}


def book(path, *rows, headers=HEADERS, above=()):
    made = Workbook()
    sheet = made.active
    for line in above:
        sheet.append(line)
    sheet.append(headers)
    for row in rows:
        sheet.append([row.get(header) for header in headers])
    for cell in (cell for line in sheet for cell in line if cell.data_type == "f"):
        cell.data_type = "s"
    made.save(path)
    return path


def listed(path, *rows, delimiter=","):
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(HEADERS)
        writer.writerows([row.get(header, "") for header in HEADERS] for row in rows)
    return path


def read(path, known=KNOWN):
    return read_register(path, known, Silent())


def numbered(serial, **more):
    return {**ROW, "Mã hồ sơ": f"000.00.14.H35-210216-{serial:04d}", **more}


@pytest.fixture
def centre_desk(desk):
    give_roles(desk, SUPERVISOR)
    return desk.served_by(SUPERVISOR)


def taken(desk, path):
    file = read(path)
    return file, take_register(desk, file.lines, len(file.lines), Silent())


def test_a_line_says_what_it_says(tmp_path):
    file = read(book(tmp_path / "so.xlsx", ROW))
    assert file.problems == ()
    (line,) = file.lines
    assert (line.row, line.number, line.agency_code) == (2, ROW["Mã hồ sơ"], AGENCY)
    assert line.procedure_name == "Thủ tục đăng ký khai sinh"
    assert line.received_at == datetime(2021, 2, 16, 8, 5, tzinfo=VIETNAM)
    assert line.due_at == datetime(2021, 2, 19, 17, 0, tzinfo=VIETNAM)
    assert line.result_at == datetime(2021, 2, 18, 15, 30, tzinfo=VIETNAM)
    assert line.returned_at == datetime(2021, 2, 19, 17, 0, tzinfo=VIETNAM)
    assert (line.state, line.channel, line.sets) == (State.RETURNED, Channel.COUNTER, 1)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_list_says_the_same_as_a_workbook(tmp_path, delimiter):
    row = {**ROW, "Ngày có kết quả": "18/02/2021 15:30", "Ngày trả kết quả": "2021-02-19"}
    there = read(book(tmp_path / "so.xlsx", ROW)).lines
    assert read(listed(tmp_path / "so.csv", row, delimiter=delimiter)).lines == there


def test_a_register_may_have_a_title_above_and_columns_in_any_order(tmp_path):
    headers = tuple(reversed([*ROW, "Cột lạ"]))
    path = book(tmp_path / "so.xlsx", ROW, headers=headers, above=[["SỔ THEO DÕI"], []])
    (line,) = read(path).lines
    assert (line.row, line.owner_name) == (4, "Lò Văn Én")


@pytest.mark.parametrize(
    ("header", "value", "fault"),
    [
        ("Mã hồ sơ", None, Fault.MISSING),
        ("Mã hồ sơ", "hồ sơ 7", Fault.BAD_NUMBER),
        ("Mã TTHC", "123", Fault.BAD_PROCEDURE_CODE),
        ("Mã TTHC", "9.999999", Fault.UNKNOWN_PROCEDURE),
        ("Cơ quan giải quyết", "Sở Lạ", Fault.UNKNOWN_AGENCY),
        ("Kênh tiếp nhận", "bồ câu", Fault.UNKNOWN_WORD),
        ("Mức độ", "5", Fault.BAD_COUNT),
        ("Số lượng (bộ)", "hai", Fault.BAD_COUNT),
        ("Họ tên chủ hồ sơ", "  ", Fault.MISSING),
        ("Họ tên chủ hồ sơ", "x" * 501, Fault.TOO_LONG),
        ("Ngày nhận hồ sơ", None, Fault.MISSING),
        ("Ngày nhận hồ sơ", "31/02/2021", Fault.BAD_MOMENT),
        ("Ngày nhận hồ sơ", 44243, Fault.BAD_MOMENT),
        ("Ngày nhận hồ sơ", "21/11/2026", Fault.IN_THE_FUTURE),
        ("Ngày có kết quả", "15/02/2021", Fault.WRONG_ORDER),
        ("Ngày trả kết quả", "17/02/2021", Fault.WRONG_ORDER),
        ("Trạng thái", "mất", Fault.UNKNOWN_WORD),
        ("Trạng thái", "4", Fault.DATE_AGAINST_STATE),
        ("Đánh giá", "tạm", Fault.UNKNOWN_WORD),
        ("Ghi chú", date(2021, 1, 1), Fault.NOT_TEXT),
    ],
)
def test_what_cannot_be_taken_is_listed_with_its_row_and_column(tmp_path, header, value, fault):
    file = read(book(tmp_path / "so.xlsx", ROW, {**ROW, header: value}, numbered(8)))
    assert len(file.lines) == 2
    (problem,) = file.problems
    column = {"9.999999": "Nội dung hồ sơ", "4": "Ngày có kết quả"}.get(value, header)
    assert (problem.row, problem.column, problem.fault) == (3, column, fault)
    assert str(problem).startswith(f"row 3, “{column}”: ")


def test_a_state_needs_its_dates(tmp_path):
    row = {**ROW, "Ngày có kết quả": None, "Ngày trả kết quả": None}
    wanted = {
        None: State.PROCESSING,
        "Yêu cầu bổ sung giấy tờ": State.SUPPLEMENT,
        "7": State.WITHDRAWN,
        "9": Fault.STATE_WITHOUT_DATE,
        "Đã trả kết quả": Fault.STATE_WITHOUT_DATE,
    }
    for state, expected in wanted.items():
        file = read(book(tmp_path / "so.xlsx", {**row, "Trạng thái": state}))
        got = file.lines[0].state if file.lines else file.problems[0].fault
        assert got is expected


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("16/02/2021", (8, 0)),
        ("16-2-2021", (8, 0)),
        ("2021-02-16", (8, 0)),
        ("2021-02-16T07:30", (7, 30)),
        ("16/02/2021 7:30", (7, 30)),
        ("07:30 16/02/2021", (7, 30)),
        ("7h30, 16/02/2021", (7, 30)),
        ("16.02.2021 07:30:15", (7, 30)),
    ],
)
def test_moments_as_people_write_them(tmp_path, written, meant):
    (line,) = read(
        listed(
            tmp_path / "so.csv",
            {**ROW, "Ngày nhận hồ sơ": written, "Ngày có kết quả": "", "Ngày trả kết quả": ""},
        )
    ).lines
    assert (line.received_at.date(), line.received_at.hour, line.received_at.minute) == (
        date(2021, 2, 16),
        *meant,
    )


def test_what_is_no_register_is_told(tmp_path):
    for name, data, error in (
        ("so.ods", b"", UnknownRegisterFormat),
        ("so.xlsx", b"PK none", RegisterUnreadable),
        ("so.csv", b"\xff\xfe\x00", RegisterUnreadable),
        ("so.csv", b"a,b\n1,2\n", RegisterLayout),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(error):
            read(path)
    with pytest.raises(RegisterUnreadable):
        read(tmp_path / "none.csv")
    with pytest.raises(RegisterLayout) as told:
        read(book(tmp_path / "so.xlsx", ROW, headers=[h for h in HEADERS if h != "Mã TTHC"]))
    assert told.value.missing == "Mã TTHC"


def test_a_bomb_is_refused_before_a_library_opens_it(tmp_path):
    path = tmp_path / "so.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b"<worksheet>" + b" " * 30_000_000)
    with pytest.raises(RegisterTooLarge):
        read(path)
    with ZipFile(path, "w") as package:
        package.writestr("xl/workbook.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><workbook/>')
    with pytest.raises(RegisterUnreadable):
        read(path)
    small = WorkbookLimits(rows=2)
    with pytest.raises(RegisterTooLarge):
        read_register(book(path, ROW, numbered(8)), KNOWN, Silent(), small)


def test_importing_twice_changes_nothing(centre_desk, tmp_path):
    path = book(tmp_path / "so.xlsx", *(numbered(serial) for serial in range(1, 40)))
    _, first = taken(centre_desk, path)
    assert (first.taken, first.known, first.refused) == (39, 0, ())
    with centre_desk.store.reading() as session:
        before = session.execute(select(journal)).all()
    _, again = taken(centre_desk, path)
    assert (again.taken, again.known, again.refused) == (0, 39, ())
    with centre_desk.store.reading() as session:
        assert session.execute(select(journal)).all() == before
        assert differences(session, Silent()) == broken_chains(session, Silent()) == []


def test_two_seats_that_import_the_same_file_make_the_same_dossiers(tmp_path):
    path = book(tmp_path / "so.xlsx", *(numbered(serial) for serial in range(1, 5)))
    rows = []
    for name in ("one", "two"):
        with opened_desk(tmp_path / f"{name}.db") as opened:
            give_roles(opened, SUPERVISOR)
            desk = opened.served_by(SUPERVISOR)
            desk.clock.advance(timedelta(hours=len(rows)))
            taken(desk, path)
            with desk.store.reading() as session:
                rows.append(
                    session.execute(
                        select(journal.c.entry_id, journal.c.subject, journal.c.payload_hash).where(
                            journal.c.kind == "dossier_imported"
                        )
                    ).all()
                )
    assert rows[0] == rows[1]


def test_what_cannot_be_added_is_named(centre_desk, tmp_path):
    intake_desk = centre_desk.served_by(replace(SUPERVISOR, roles=frozenset({"supervisor"})))
    own = receive(intake_desk, birth_intake()).number
    first = book(tmp_path / "so.xlsx", numbered(1))
    taken(centre_desk, first)
    second = book(
        tmp_path / "so2.xlsx",
        numbered(1, **{"Ghi chú": "sửa"}),
        numbered(2),
        numbered(2),
        {**ROW, "Mã hồ sơ": own},
    )
    _, done = taken(centre_desk, second)
    assert done.taken == 1
    assert [(one.row, one.refusal) for one in done.refused] == [
        (2, Refusal.CHANGED),
        (4, Refusal.NUMBER_TWICE),
        (5, Refusal.NUMBER_KNOWN),
    ]


def test_an_imported_dossier_stands_as_the_register_says(centre_desk, tmp_path):
    row = numbered(
        9,
        **{
            "Người nộp": "Lò Thị Pâng",
            "Số điện thoại": "0912 345 678",
            "Số định danh": "012188000123",
            "Kênh tiếp nhận": "Trực tuyến",
            "Mức độ": 4,
            "Đánh giá": "Hài lòng với dịch vụ",
            "Phương thức nhận kết quả": "Bưu chính",
            "Ngày có kết quả": clock("2021-02-22T08:00"),
            "Ngày trả kết quả": clock("2021-02-22T09:00"),
        },
    )
    taken(centre_desk, book(tmp_path / "so.xlsx", row))
    with centre_desk.store.reading() as session:
        found = session.execute(select(dossier)).one()
    assert (found.state, found.outcome, found.holder) == (State.RETURNED, "late", "citizen")
    assert (found.channel, found.service_level, found.seat_number) == ("online", 4, 0)
    assert (found.rating, found.rated_on) == ("satisfied_service", date(2021, 2, 22))
    assert (found.resolved_on, found.returned_on) == (date(2021, 2, 22), date(2021, 2, 22))
    assert (found.owner_name, found.submitter_name) == ("Lò Văn Én", "Lò Thị Pâng")
    assert found.phone == "+84912345678"
    (hit,) = centre_desk.ask(search, "pang 012188")
    assert hit.number == row["Mã hồ sơ"]


def test_old_dossiers_stay_behind_new_ones_also_after_a_rebuild(centre_desk, tmp_path):
    receive(centre_desk, birth_intake())
    taken(centre_desk, book(tmp_path / "so.xlsx", *(numbered(serial) for serial in range(1, 9))))
    with centre_desk.store.writing() as session:
        rebuild(session, Silent())
    assert centre_desk.ask(newest)[0].number.startswith(f"{AGENCY}-261120")


def test_imports_are_nobodys_business_at_the_close_of_day(centre_desk, tmp_path):
    row = {**ROW, "Ngày có kết quả": None, "Ngày trả kết quả": None, "Trạng thái": "2"}
    taken(centre_desk, book(tmp_path / "so.xlsx", row))
    found = centre_desk.ask(reasons, SEAT, STREAM, date(2026, 11, 20))
    assert {one.against.value for one in found} == {"unsent"}


def test_a_stop_keeps_what_was_taken(centre_desk, tmp_path, monkeypatch):
    monkeypatch.setattr("counter_app.usecases.register_import._STEP", 10)
    file = read(book(tmp_path / "so.xlsx", *(numbered(serial) for serial in range(1, 36))))
    with pytest.raises(Cancelled):
        take_register(centre_desk, file.lines, 35, Recorded(cancel_after=2))
    assert centre_desk.ask(count, EVER) == 20
    done = take_register(centre_desk, file.lines, 35, Silent())
    assert (done.taken, done.known) == (15, 20)


def test_only_a_supervisor_takes_over_a_register(desk):
    with pytest.raises(NotAllowedFor):
        take_register(desk, read_nothing(), 1, Silent())


def read_nothing():
    from counter_app.domain.register import ImportedDossier

    yield ImportedDossier(
        2, "1", AGENCY, "1.001193", "x", Channel.COUNTER, NOW, State.RECEIVED, "Lò Văn Én"
    )


def test_the_template_is_empty_explained_and_read_back(tmp_path):
    path = tmp_path / "mau.xlsx"
    path.write_bytes(register_template())
    made = load_workbook(path)
    sheet = made.worksheets[0]
    assert [cell.value for cell in sheet[1]] == list(HEADERS)
    assert all(cell.comment and cell.comment.text for cell in sheet[1] if cell.value != "Ghi chú")
    assert made.sheetnames == ["Sổ theo dõi hồ sơ", "Hướng dẫn"]
    sheet.append([ROW.get(header) for header in HEADERS])
    made.save(path)
    assert len(read(path).lines) == 1


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_what_is_written_is_read_back(centre_desk, tmp_path, suffix):
    rows = [
        numbered(
            serial,
            **{
                "Họ tên chủ hồ sơ": name,
                "Trích yếu": "=1+1",
                "Số điện thoại": "(02993) 822339 - 622225",
                "Đánh giá": "Ý kiến góp ý",
                "Số thứ tự": serial,
                "Quyển số": "01/2021",
            },
        )
        for serial, name in enumerate(("Lò Văn Én", "Công ty TNHH “Ánh Dương” & Con", "O'Hà"), 1)
    ]
    first = read(book(tmp_path / "so.xlsx", *rows))
    assert first.problems == ()
    take_register(centre_desk, first.lines, 3, Silent())
    write = export_workbook if suffix == "xlsx" else export_csv
    path = tmp_path / f"ra.{suffix}"
    with centre_desk.store.reading() as session:
        assert write(path, lines(session, EVER)) == 3
    again = read(path)
    assert again.problems == ()
    if suffix == "csv":  # a spreadsheet must not compute what a citizen typed
        again = replace(
            again, lines=tuple(replace(one, summary=one.summary[1:]) for one in again.lines)
        )
        assert [one.summary for one in again.lines] == ["=1+1"] * 3
    assert [replace(one, row=0) for one in again.lines] == [
        replace(one, row=0) for one in first.lines
    ]


def test_a_register_that_libre_office_saved_is_read_the_same(tmp_path, libre_office):
    rows = [
        numbered(
            serial, **{"Họ tên chủ hồ sơ": name, "Trích yếu": "=1+1", "Đánh giá": "Rất hài lòng"}
        )
        for serial, name in enumerate(("Lò Văn Én", "O'Hà"), 1)
    ]
    path = book(tmp_path / "so.xlsx", *rows)
    (saved,) = libre_office.saved([path])
    first, again = read(path), read(saved)
    assert first.problems == again.problems == ()
    assert first.lines == again.lines
    assert first.lines[0].rating == "very_satisfied"


def test_the_register_shows_dossiers_of_this_counter_page_by_page(till):
    numbers = [receive(till, birth_intake(note=f"số {n}")).number for n in range(7)]
    query = RegisterQuery(date(2026, 11, 20), date(2026, 11, 20), AGENCY, SEAT)
    found, after = [], None
    while True:
        shown = till.ask(page, query, after, 3)
        found += shown.rows
        after = shown.after
        if after is None:
            break
    assert [row.number for row in found] == numbers
    first = found[0]
    assert (first.book, first.book_number, first.officer_name) == ("07/2026", 1, "Lò Thị Lan")
    assert (first.address, first.note) == ("Tổ 3, phường Tân Phong, tỉnh Lai Châu", "số 0")
    assert first.state is State.RECEIVED
    assert first.return_way is ReturnWay.COUNTER
    assert till.ask(count, replace(query, seat_number=8)) == 0
    assert till.ask(count, replace(query, states=(State.RETURNED,))) == 0


def test_money_of_an_imported_dossier_is_nothing(centre_desk, tmp_path):
    taken(centre_desk, book(tmp_path / "so.xlsx", ROW))
    with centre_desk.store.reading() as session:
        subject = session.execute(select(dossier.c.subject)).scalar_one()
    account = exempt(centre_desk, subject, ExemptionReason.OTHER, "", Money())
    assert not account.open
