"""The register with the keys on a real file: lines, files, paper, and an earlier one taken over."""

import csv
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QLocale, Qt

from counter_app.bootstrap import register_paper, write_register
from counter_app.documents.preview import opened
from counter_app.documents.register import keys as form_keys
from counter_app.documents.register import register_form
from counter_app.domain.register import RegisterOrder
from counter_app.exchange.register import HEADERS
from counter_app.store.dossiers import search
from counter_app.store.register import RegisterQuery, count
from counter_app.usecases.intake import receive
from tests.fixtures.desk import (
    AGENCY,
    PASSWORD,
    SUBMITTER,
    birth_intake,
    password_hash,
    publish,
)
from tests.fixtures.till import SUPERVISOR, give_roles
from tests.ui.places import cut_words
from ui import translations
from ui.notice import Kind
from ui.pages.register import columns
from ui.pages.register.page import RegisterPageView
from ui.pages.register.shown import Busy, Span, days_of
from ui.pages.register.view_model import PAGE, RegisterViewModel
from ui.pages.register.words import problem_words
from ui.tasks import Immediate

FRIDAY = date(2026, 11, 20)
ENTER = Qt.Key.Key_Return
GOOD = {
    "Mã hồ sơ": "000.00.14.H35-210216-0007",
    "Mã TTHC": "1.001193",
    "Cơ quan giải quyết": "Sở Tư pháp",
    "Họ tên chủ hồ sơ": "Lò Văn Én",
    "Ngày nhận hồ sơ": "16/02/2021 08:05",
}


def book(path, *rows):
    made = Workbook()
    sheet = made.active
    sheet.append(HEADERS)
    for row in rows:
        sheet.append([row.get(header) for header in HEADERS])
    made.save(path)
    return path


@pytest.fixture
def receipts(desk):
    names = ("Lò Văn Páo", "Đỗ Thị Mỷ", "Vàng A Sử")
    made = []
    for name in names:
        made.append(receive(desk, birth_intake(submitter=replace(SUBMITTER, name=name))))
        desk.clock.advance(timedelta(minutes=1))
    return made


def make(desk, tasks, papers=None):
    def send(query, progress):
        with desk.store.reading() as session:
            papers.append(register_paper(session, query, progress))

    return RegisterViewModel(desk, tasks, partial(write_register, desk), send)


@pytest.fixture
def model(qapp, desk, receipts, immediate):
    made = make(desk, immediate)
    made.refresh()
    return made


def numbers(model):
    return [row.number for row in model.shown.rows]


def owners(rows):
    return [row.owner_name for row in rows]


def titles(page):
    return [column.title.replace("\n", " ") for column in page.table.columns]


def test_the_lines_of_today_stand_there_in_the_order_of_receipt(model, receipts):
    assert numbers(model) == [receipt.number for receipt in receipts]
    assert model.shown.total == 3
    assert model.shown.form.startswith("Mẫu số 07")
    model.turn_round()
    assert numbers(model) == [receipt.number for receipt in reversed(receipts)]


def test_the_lines_are_sorted_by_the_owners_given_name(model):
    model.sort(RegisterOrder.OWNER, False)
    assert owners(model.shown.rows) == ["Đỗ Thị Mỷ", "Lò Văn Páo", "Vàng A Sử"]
    model.turn_round()
    assert owners(model.shown.rows) == ["Vàng A Sử", "Lò Văn Páo", "Đỗ Thị Mỷ"]


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_files_follow_the_order_on_screen(model, tmp_path, suffix):
    model.sort(RegisterOrder.OWNER, True)
    path = tmp_path / f"so.{suffix}"
    model.write(path)
    if suffix == "xlsx":
        rows = [[str(value) for value in row] for row in load_workbook(path).active.values]
    else:
        rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    place = list(rows[0]).index("Họ tên chủ hồ sơ")
    assert [row[place] for row in rows[1:]] == ["Vàng A Sử", "Lò Văn Páo", "Đỗ Thị Mỷ"]


def test_period_agency_and_seat_narrow_the_lines(model):
    model.choose_span(Span.YEAR)
    assert model.shown.total == 3
    model.set_days(date(2026, 11, 1), date(2026, 11, 19))
    assert (model.shown.span, model.shown.total) == (Span.OWN, 0)
    model.choose_span(Span.TODAY)
    model.choose_agency("000.00.15.H35")
    assert model.shown.total == 0
    model.choose_agency(AGENCY)
    model.choose_seat(7)
    assert model.shown.total == 3
    model.choose_seat(8)
    assert model.shown.total == 0


@pytest.mark.parametrize(
    ("last", "form"),
    [
        (date(2020, 12, 31), "Mẫu số 06"),
        (date(2025, 9, 14), "Mẫu số 06"),
        (date(2025, 9, 15), "Mẫu số 07"),
    ],
)
def test_a_day_in_the_past_is_told_in_the_columns_of_the_form_of_its_time(model, last, form):
    model.set_days(date(2020, 1, 1), last)
    assert model.shown.form.startswith(form)
    told = tuple((column.key, column.title) for column in register_form(last).columns)
    assert model.shown.columns == told


def test_before_the_first_circular_its_columns_are_shown(model):
    model.set_days(date(2018, 1, 1), date(2018, 12, 31))
    assert model.shown.form == ""
    assert model.shown.columns[1] == ("number", "Mã hồ sơ")


def test_the_screen_tells_every_column_that_a_form_may_have():
    assert set(columns.keys()) == set(form_keys())


def test_many_lines_come_page_after_page_each_once(qapp, desk, immediate):
    for _ in range(PAGE + 20):
        receive(desk, birth_intake())
        desk.clock.advance(timedelta(seconds=1))
    model = make(desk, immediate)
    model.refresh()
    assert len(model.shown.rows) == PAGE and model.shown.more
    model.ask_more()
    assert len(set(numbers(model))) == PAGE + 20
    assert not model.shown.more
    assert numbers(model) == sorted(numbers(model))


@pytest.mark.parametrize("suffix", ["pdf", "xlsx", "csv"])
def test_the_lines_are_written_as_a_file(model, tmp_path, suffix, receipts):
    path = tmp_path / f"so.{suffix}"
    model.write(path)
    assert model.shown.notice.kind is Kind.GOOD
    if suffix == "xlsx":
        rows = list(load_workbook(path).active.values)
        assert [row[3] for row in rows[1:]] == [receipt.number for receipt in receipts]
    assert path.stat().st_size > 500


def test_writing_can_be_cancelled_and_leaves_no_file(qapp, desk, receipts, tmp_path):
    tasks = Immediate(held=True)
    model = make(desk, tasks)
    model.write(tmp_path / "so.xlsx")
    assert model.shown.busy is Busy.WRITE
    model.cancel()
    tasks.release()
    assert model.shown.notice.kind is Kind.INFO
    assert list(tmp_path.glob("so*")) == []


def test_an_earlier_register_is_looked_through_before_it_is_taken(model, desk, tmp_path):
    give_roles(desk, SUPERVISOR)
    path = book(
        tmp_path / "cu.xlsx",
        GOOD,
        GOOD | {"Mã hồ sơ": "000.00.14.H35-210216-0008", "Ngày nhận hồ sơ": "hôm qua"},
        GOOD | {"Mã hồ sơ": "000.00.14.H35-210216-0009", "Cơ quan giải quyết": "Sở Lạ"},
        GOOD,
    )
    model.read(path)
    incoming = model.shown.incoming
    assert incoming.outcome.taken == 1
    assert [(one.row, problem_words(one)) for one in incoming.problems] == [
        (3, "not a day"),
        (4, "the centre has no such agency"),
        (5, "the number stands twice in the file"),
    ]
    everything = RegisterQuery(date(2021, 1, 1), date(2021, 12, 31))
    assert desk.ask(count, everything) == 0


def test_only_a_supervisor_takes_lines_over(model, desk, tmp_path):
    record = {
        "login": SUPERVISOR.login,
        "name": SUPERVISOR.name,
        "roles": ["supervisor"],
        "password_hash": password_hash(),
    }
    publish(desk, "officer_defined", ("officer", SUPERVISOR.login), record)
    model.read(book(tmp_path / "cu.xlsx", GOOD))
    model.take()
    assert model.shown.asking_second
    assert desk.ask(search, "Lò Văn Én", 5) == []
    model.approval.choose(SUPERVISOR.login)
    model.approval.set_password(PASSWORD)
    model.agree()
    assert [row.owner_name for row in desk.ask(search, "Lò Văn Én", 5)] == ["Lò Văn Én"]
    assert model.shown.incoming is None
    model.read(book(tmp_path / "cu.xlsx", GOOD))
    assert (model.shown.incoming.outcome.taken, model.shown.incoming.outcome.known) == (0, 1)


def test_a_file_that_is_no_register_is_said_and_changes_nothing(model, tmp_path):
    wrong = tmp_path / "anh.jpg"
    wrong.write_bytes(b"x")
    model.read(wrong)
    assert model.shown.notice.kind is Kind.BAD
    assert model.shown.incoming is None


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (Span.WEEK, date(2026, 11, 16), date(2026, 11, 22)),
        (Span.MONTH, date(2026, 11, 1), date(2026, 11, 30)),
        (Span.REPORT, date(2026, 11, 16), date(2026, 12, 15)),
        (Span.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_periods_around_a_friday(span, first, last):
    assert days_of(span, FRIDAY) == (first, last)


def test_the_fifteenth_belongs_to_the_month_of_the_report_that_ends():
    assert days_of(Span.REPORT, date(2026, 11, 15)) == (date(2026, 10, 16), date(2026, 11, 15))
    assert days_of(Span.REPORT, date(2026, 12, 31)) == (date(2026, 12, 16), date(2027, 1, 15))


# --- the page


@pytest.fixture
def page(desk, tasks, bring_up, receipts, qtbot, tmp_path):
    papers = []
    made = RegisterPageView(
        make(desk, tasks, papers),
        ask_save=lambda _parent, _title, name: tmp_path / name,
        ask_open=lambda *_: tmp_path / "cu.xlsx",
    )
    made.papers = papers
    bring_up(made, 1158, 664)
    made.entered()
    qtbot.waitUntil(lambda: len(made.table.rows) == 3)
    return made


@pytest.fixture
def texts():
    """Return all words of a paper, lines joined."""

    def texts(pdf):
        with opened(pdf) as document:
            words = [page.get_textpage().get_text_range() for page in document]
        return " ".join(" ".join(words).split())

    return texts


@pytest.fixture
def vietnamese(qapp):
    found = translations.install(qapp)
    yield
    for catalogue in found:
        qapp.removeTranslator(catalogue)
    QLocale.setDefault(QLocale("C"))


def test_print_and_files_by_the_keys(page, qtbot, tmp_path):
    ctrl = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(page, Qt.Key.Key_P, ctrl)
    qtbot.waitUntil(lambda: len(page.papers) == 1)
    assert page.papers[0].startswith(b"%PDF")
    qtbot.waitUntil(page.excel.isEnabled)
    qtbot.keyClick(page, Qt.Key.Key_E, ctrl)
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*.xlsx"))))
    qtbot.waitUntil(page.excel.isEnabled)


def test_the_columns_on_screen_are_those_of_the_form(page, qtbot):
    form = [column.title for column in register_form(FRIDAY).columns]
    assert [title for title in titles(page) if title in form] == form
    assert titles(page)[titles(page).index("Ngày nhận kết quả") + 1] == "State"
    assert titles(page)[-3:] == ["Agency", "Result ready", "Book"]
    page._model.set_days(date(2020, 1, 1), date(2025, 9, 14))
    old = [column.title for column in register_form(date(2025, 9, 14)).columns]
    qtbot.waitUntil(lambda: [one for one in titles(page) if one in old] == old, timeout=20_000)
    assert "Agency" not in titles(page)  # the old form has it


def test_each_line_says_its_place_in_the_order_shown(page, qtbot):
    page._model.sort(RegisterOrder.OWNER, False)
    wanted = ["Đỗ Thị Mỷ", "Lò Văn Páo", "Vàng A Sử"]
    qtbot.waitUntil(lambda: owners(page.table.rows) == wanted, timeout=20_000)
    assert [page.table.columns[0].text(row) for row in page.table.rows] == ["1", "2", "3"]


def test_the_order_is_chosen_and_turned_by_the_keys_and_the_paper_follows(page, qtbot, texts):
    page.filters.order.combo.setFocus()
    for _ in range(2):
        qtbot.keyClick(page.filters.order.combo, Qt.Key.Key_Down)
    wanted = ["Đỗ Thị Mỷ", "Lò Văn Páo", "Vàng A Sử"]
    qtbot.waitUntil(lambda: owners(page.table.rows) == wanted, timeout=20_000)
    qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: owners(page.table.rows) == wanted[::-1], timeout=20_000)
    header = page.list.horizontalHeader()
    assert titles(page)[header.sortIndicatorSection()] == "Họ tên chủ hồ sơ"
    assert header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(page.papers) == 1, timeout=20_000)
    text = texts(page.papers[0])
    assert "Sắp xếp theo tên chủ hồ sơ, từ cuối lên" in text
    assert sorted(wanted, key=text.index) == wanted[::-1]


def test_a_press_on_a_title_sorts_by_it(page, qtbot):
    place = titles(page).index("Hẹn trả kết quả")
    page.list.sortByColumn(place, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: page._model.shown.query.descending, timeout=20_000)
    assert page._model.shown.query.order is RegisterOrder.DUE
    assert page.filters.order.key is RegisterOrder.DUE


def test_enter_opens_the_dossier(page, qtbot):
    page.list.setFocus()
    page.list.set_row(1)
    with qtbot.waitSignal(page.go) as told:
        qtbot.keyClick(page.list, ENTER)
    assert told.args == ["dossiers", page.table.rows[1].subject]


def test_a_file_is_looked_through_and_put_away_by_the_keys(page, qtbot, tmp_path):
    book(tmp_path / "cu.xlsx", GOOD, GOOD | {"Mã TTHC": "x"})
    qtbot.keyClick(page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.incoming.isVisible)
    qtbot.waitUntil(page.incoming.take.isEnabled)
    assert page.incoming.table.rowCount() == 1
    assert page.incoming.take.word == "Take over 1 dossier(s)"
    qtbot.keyClick(page.incoming, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.list.isVisible)


def test_nothing_is_cut_on_an_office_screen(page, vietnamese, desk, tasks, bring_up, qtbot):
    made = RegisterPageView(make(desk, tasks, []))
    bring_up(made, 1158, 664)
    made.entered()
    qtbot.waitUntil(lambda: len(made.table.rows) == 3)
    assert made.minimumSizeHint().width() <= 1158
    qtbot.waitUntil(lambda: cut_words(made) == [], timeout=20_000)
    header = made.list.horizontalHeader()
    for place in range(header.count()):
        title = made.list.model().headerData(place, Qt.Orientation.Horizontal)
        room = header.sectionSize(place) - 16
        lines = title.split("\n")
        assert max(map(header.fontMetrics().horizontalAdvance, lines)) <= room, title
        assert len(lines) * header.fontMetrics().height() <= header.height(), title
    due = titles(made).index("Hẹn trả kết quả")
    assert header.sectionViewportPosition(due) + header.sectionSize(due) <= header.width()
