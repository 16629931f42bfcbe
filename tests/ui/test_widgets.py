from dataclasses import dataclass
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QRadioButton, QVBoxLayout, QWidget

from counter_app.clock import VIETNAM, SetClock
from tests.ui.places import cut_words
from ui import icons
from ui.models.table import BADGE_ROLE, Column, TableModel
from ui.notice import Kind, Notice
from ui.tasks import Immediate, Tasks
from ui.theme import Choice
from ui.tokens import DARK, LIGHT, shown
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choices import ChoiceField
from ui.widgets.dates import DateField, parse_day
from ui.widgets.field import NoteField, TextField
from ui.widgets.form import Form
from ui.widgets.lamp import Lamp, LampState, Light
from ui.widgets.noticebar import NoticeBar
from ui.widgets.numbers import NumberField, PhoneField
from ui.widgets.preview import PdfPreview
from ui.widgets.progress import LongWork
from ui.widgets.searchbox import Hit, SearchBox
from ui.widgets.table import ListView

TODAY = SetClock.at(datetime(2026, 11, 22, 9, 0, tzinfo=VIETNAM))


@dataclass(frozen=True)
class Row:
    number: str
    owner: str


class Sheet(Form):
    def __init__(self, *widgets):
        super().__init__()
        column = QVBoxLayout(self)
        for widget in widgets:
            column.addWidget(widget)


# fields


def test_enter_goes_on_and_shift_enter_back_in_the_order_of_the_paper(bring_up, qtbot):
    name, sex, note = TextField("Họ tên"), ChoiceField("Giới tính", [(1, "Nam")]), NoteField("Ghi")
    sms = QCheckBox("SMS")
    sheet = bring_up(Sheet(name, sex, note, sms))
    name.editor.setFocus()
    for expected in (sex.combo, note.area, sms):
        qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Return)
        assert sheet.focusWidget() is expected
    qtbot.keyClick(sms, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert sheet.focusWidget() is note.area


def test_enter_in_a_note_goes_on_and_alt_enter_starts_a_line(bring_up, qtbot):
    note, last = NoteField("Ghi chú"), TextField("Sau")
    bring_up(Sheet(note, last))
    note.area.setFocus()
    qtbot.keyClicks(note.area, "a")
    qtbot.keyClick(note.area, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClicks(note.area, "b")
    qtbot.keyClick(note.area, Qt.Key.Key_Return)
    assert note.text == "a\nb"
    assert last.line.hasFocus()


def test_an_error_shows_below_the_field_and_moves_nothing(bring_up, qtbot):
    name, below = TextField("Họ tên", required=True), TextField("Địa chỉ")
    bring_up(Sheet(name, below))
    place = below.pos()
    name.set_error("Chưa nhập họ tên")
    qtbot.wait(10)
    assert below.pos() == place
    assert name.error == name.editor.accessibleDescription() == "Chưa nhập họ tên"
    assert name.editor.accessibleName() == "Họ tên"


def test_leaving_a_field_is_told_and_typing_is_not_leaving(bring_up, qtbot):
    name, below = TextField("Họ tên"), TextField("Địa chỉ")
    bring_up(Sheet(name, below))
    left = []
    name.left.connect(lambda: left.append(name.text))
    name.line.setFocus()
    qtbot.keyClicks(name.line, "An")
    assert left == []
    qtbot.keyClick(name.line, Qt.Key.Key_Tab)
    assert left == ["An"]


def test_vietnamese_is_typed_into_a_field(bring_up, type_vietnamese):
    name = TextField("Họ tên")
    bring_up(Sheet(name))
    heard = []
    name.edited.connect(heard.append)
    type_vietnamese(name, "Nguyễn Thị Ánh")
    assert name.text == "Nguyễn Thị Ánh"
    assert heard[-1] == "Nguyễn Thị Ánh"


def test_rendering_the_same_text_leaves_the_cursor(bring_up, qtbot):
    name = TextField("Họ tên")
    bring_up(Sheet(name))
    name.set_text("Nguyễn Ánh")
    name.line.setCursorPosition(3)
    heard = []
    name.edited.connect(heard.append)
    name.set_text("Nguyễn Ánh")
    assert name.line.cursorPosition() == 3
    assert heard == []


def test_what_the_program_filled_in_is_marked_until_confirmed(bring_up):
    name = TextField("Họ tên")
    bring_up(Sheet(name))
    name.set_filled(True)
    assert name.filled
    name.set_filled(False)
    assert not name.filled


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05/09/1990", date(1990, 9, 5)),
        ("5.9.1990", date(1990, 9, 5)),
        ("5-9-90", date(1990, 9, 5)),
        ("05091990", date(1990, 9, 5)),
        ("050990", date(1990, 9, 5)),
        ("010126", date(2026, 1, 1)),
        ("010127", date(1927, 1, 1)),
        ("29/02/2024", date(2024, 2, 29)),
        ("29/02/2023", None),
        ("31/04/2020", None),
        ("1990", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_write_it(text, day):
    assert parse_day(text, 2026) == day


def test_a_day_typed_in_figures_gets_its_slashes(bring_up, qtbot):
    born = DateField("Ngày sinh", clock=TODAY)
    bring_up(Sheet(born, TextField("Sau")))
    days = []
    born.day_edited.connect(days.append)
    qtbot.keyClicks(born.line, "05091990")
    assert born.text == "05/09/1990"
    assert days[-1] == date(1990, 9, 5)


def test_a_day_may_be_typed_with_its_own_slashes_and_rubbed_out(bring_up, qtbot):
    born = DateField("Ngày sinh", clock=TODAY)
    bring_up(Sheet(born, TextField("Sau")))
    qtbot.keyClicks(born.line, "05/09/90")
    assert born.text == "05/09/90"
    for _ in range(4):
        qtbot.keyClick(born.line, Qt.Key.Key_Backspace)
    assert born.text == "05/0"
    qtbot.keyClicks(born.line, "8/1991")
    qtbot.keyClick(born.line, Qt.Key.Key_Tab)
    assert born.text == "05/08/1991"


def test_a_short_year_is_shown_in_full_on_leaving(bring_up, qtbot):
    born = DateField("Ngày sinh", clock=TODAY)
    bring_up(Sheet(born, TextField("Sau")))
    born.line.setFocus()
    qtbot.keyClicks(born.line, "050990")
    qtbot.keyClick(born.line, Qt.Key.Key_Tab)
    assert born.text == "05/09/1990"
    assert not born.wrong


def test_what_is_no_day_is_wrong_and_stays(bring_up, qtbot):
    born = DateField("Ngày sinh", clock=TODAY)
    bring_up(Sheet(born))
    qtbot.keyClicks(born.line, "31022020")
    assert born.wrong
    assert born.day is None
    born.set_day(None)
    assert born.text == "31/02/2020"


def test_numbers_are_counted_by_arrows_within_their_bounds(bring_up, qtbot):
    sets = NumberField("Số bộ", 1, 3)
    bring_up(Sheet(sets))
    heard = []
    sets.value_edited.connect(heard.append)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(sets.number, key)
    assert heard == [1, 2, 3, 2]
    sets.set_value(None)
    assert sets.value is None


def test_a_phone_field_takes_no_letters(bring_up, qtbot):
    phone = PhoneField("Điện thoại")
    bring_up(Sheet(phone))
    qtbot.keyClicks(phone.line, "+84 a912.345.678")
    assert phone.text == "+84 912.345.678"


def test_a_choice_tells_its_key_only_when_the_officer_chose(bring_up, qtbot):
    sex = ChoiceField("Giới tính", [("m", "Nam"), ("f", "Nữ")])
    bring_up(Sheet(sex))
    heard = []
    sex.chosen.connect(heard.append)
    sex.set_key("f")
    assert heard == []
    qtbot.keyClick(sex.combo, Qt.Key.Key_Up)
    assert heard == ["m"]
    sex.set_choices([("m", "Nam"), ("x", "Khác")])
    assert sex.key == "m"
    sex.set_key("unknown")
    assert sex.key is None


# acts and news


def test_a_button_obeys_its_shortcuts_and_enter(bring_up, qtbot):
    act = PrimaryButton("Tiếp nhận và in", "F9", also=("Ctrl+Return",))
    name = TextField("Họ tên")
    sheet = bring_up(Sheet(name, act))
    pressed = []
    act.clicked.connect(lambda: pressed.append(1))
    name.line.setFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_F9)
    qtbot.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(pressed) == 2
    act.setFocus()
    qtbot.keyClick(act, Qt.Key.Key_Return)
    assert len(pressed) == 3
    act.setEnabled(False)
    qtbot.keyClick(sheet, Qt.Key.Key_F9)
    assert len(pressed) == 3


def test_a_button_is_never_narrower_than_its_words(bring_up):
    act = Button("Tiếp nhận hồ sơ và in giấy tiếp nhận cho người nộp", "Shift+F9", icon="printer")
    sheet = bring_up(Sheet(act), 100, 60)
    assert act.width() >= act.sizeHint().width()
    assert cut_words(sheet) == []


def test_a_notice_says_kind_and_offers_its_act(bring_up, qtbot):
    bar = NoticeBar()
    bring_up(Sheet(bar))
    assert not bar.isVisible()
    bar.show_notice(Notice(Kind.WARN, "Máy in hết giấy. Hồ sơ đã lưu.", "In lại"))
    assert bar.isVisible()
    assert "Máy in hết giấy" in bar.accessibleName()
    with qtbot.waitSignal(bar.acted):
        bar.act.click()
    bar.show_notice(None)
    assert not bar.isVisible()


def test_the_lamp_tells_each_light_in_words(bring_up):
    lamp = Lamp()
    bring_up(Sheet(lamp))
    lamp.set_state(LampState(Light.GREEN, Light.WAITING, Light.RED, 3, "2 giờ"))
    lines = lamp.words.splitlines()
    assert len(lines) == 4
    assert lines[0].startswith("✓")
    assert lines[1].startswith("…")
    assert lines[2].startswith("!")
    assert "3" in lines[3]
    assert "2 giờ" in lines[3]


def luminance(colour):
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_every_kind_of_badge_is_readable_on_its_ground(theme):
    for tokens in (LIGHT, DARK):
        for ink, ground in (
            (tokens.good, tokens.good_pale),
            (tokens.warn, tokens.warn_pale),
            (tokens.bad, tokens.bad_pale),
            (tokens.accent, tokens.accent_pale),
            (tokens.quiet, tokens.ground),
            (tokens.quiet, tokens.surface),
            (tokens.quiet, tokens.accent_pale),
            (tokens.text, tokens.accent_pale),
            (tokens.bad, tokens.surface),
            (tokens.warn, tokens.surface),
            (tokens.on_accent, tokens.accent),
        ):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
        assert contrast(tokens.line_strong, tokens.surface) >= 3


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_a_box_to_tick_is_seen_on_its_ground(theme, bring_up, choice, kind):
    theme.choose(choice)
    box, other = kind(""), kind("")
    bring_up(Sheet(other, box))
    other.setFocus()  # who has the focus has a frame besides
    drawn = box.grab().toImage()
    middle = drawn.height() // 2
    seen = [drawn.pixelColor(x, middle).name() for x in range(24)]
    theme.choose(Choice.LIGHT)
    assert max(contrast(one, seen[0]) for one in seen) >= 3, seen


def test_the_theme_changes_colours_and_icons(theme, bring_up):
    button = QPushButton()
    bring_up(Sheet(button, Badge(Kind.GOOD, "Đúng hạn")))
    icons.put(button, "printer")
    light = button.icon().pixmap(20).toImage()
    theme.choose(Choice.DARK)
    assert shown() is DARK
    assert button.icon().pixmap(20).toImage() != light
    theme.choose(Choice.LIGHT)
    assert shown() is LIGHT


def test_long_work_shows_itself_only_when_it_is_long(bring_up, qtbot):
    bar = LongWork()
    bring_up(Sheet(bar))
    bar.begin("Đang gửi")
    qtbot.wait(50)
    assert not bar.isVisible()
    bar.finish()
    qtbot.wait(450)
    assert not bar.isVisible()
    bar.begin("Đang gửi")
    qtbot.waitUntil(bar.isVisible, timeout=1000)
    with qtbot.waitSignal(bar.cancelled):
        bar.cancel.click()
    assert not bar.cancel.isEnabled()


# search


@pytest.fixture
def search(bring_up):
    box, last = SearchBox("Tìm hoặc quét…"), TextField("Sau")
    sheet = bring_up(Sheet(box, last, QWidget()), 600, 500)
    sheet.box = box
    box.setFocus()
    return box


HITS = [Hit(1, "Nguyễn Thị Ánh", "0118"), Hit(2, "Nguyễn Văn An", "0119", Kind.GOOD, "Đã trả")]


def test_search_asks_once_after_a_rest(search, qtbot):
    asked = []
    search.asked.connect(asked.append)
    qtbot.keyClicks(search, "anh")
    assert asked == []
    qtbot.waitUntil(lambda: asked == ["anh"])


def test_results_are_taken_with_the_keys(search, qtbot):
    chosen = []
    search.chosen.connect(chosen.append)
    qtbot.keyClicks(search, "n")
    search.set_results(HITS)
    assert search.open
    qtbot.wait(100)
    qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert chosen == [2]
    assert not search.open
    assert search.hasFocus()


def test_enter_before_the_answer_waits_for_it_and_takes_nothing_by_guess(search, qtbot):
    chosen, submitted = [], []
    search.chosen.connect(chosen.append)
    search.submitted.connect(submitted.append)
    search.set_results(HITS)
    qtbot.keyClicks(search, "an")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert (chosen, submitted) == ([], [])
    search.set_results(HITS[1:])
    assert (chosen, submitted) == ([2], [])


def test_enter_is_submitted_when_the_answer_is_that_there_is_nothing(search, qtbot):
    submitted = []
    search.submitted.connect(submitted.append)
    qtbot.keyClicks(search, "xyz")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    search.set_results([])
    assert submitted == ["xyz"]


def test_the_first_result_of_the_latest_answer_is_marked_unless_one_was_chosen(search, qtbot):
    chosen = []
    search.chosen.connect(chosen.append)
    qtbot.keyClicks(search, "a")
    search.set_results(HITS)
    qtbot.keyClicks(search, "n")
    search.set_results(HITS[::-1])
    qtbot.keyClick(search, Qt.Key.Key_Return)
    search.set_results(HITS[::-1])
    assert chosen == [2]


def test_a_result_that_is_not_usable_is_not_taken(search, qtbot):
    chosen = []
    search.chosen.connect(chosen.append)
    qtbot.keyClicks(search, "an")
    search.set_results([Hit(1, "Bến thủy", "thiếu hạn", usable=False)])
    search.take(0)
    assert chosen == []
    assert search.open


def test_a_box_that_offers_at_once_marks_nothing_before_something_is_typed(bring_up, qtbot):
    box, after = SearchBox("", when_empty=True), TextField("Sau")
    asked, chosen = [], []
    box.asked.connect(asked.append)
    box.chosen.connect(chosen.append)
    bring_up(Sheet(after, box, QWidget()), 600, 500)
    box.setFocus()
    assert asked == [""]
    box.set_results(HITS)
    assert box.open
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert chosen == [1]


def test_a_box_that_marks_nothing_leaves_enter_to_the_form(bring_up, qtbot):
    box, after = SearchBox("", first_marked=False), TextField("Sau")
    bring_up(Sheet(box, after, QWidget()), 600, 500)
    box.setFocus()
    qtbot.keyClicks(box, "an")
    box.set_results(HITS)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert after.line.hasFocus()


def test_a_hint_stands_below_a_field_until_something_is_wrong(bring_up):
    field = TextField("Số định danh")
    bring_up(Sheet(field))
    field.set_hint("CMND cũ: 045123456")
    field.set_error("12 chữ số")
    assert (field.error, field.editor.accessibleDescription()) == ("12 chữ số", "12 chữ số")
    field.set_error("")
    assert field.editor.accessibleDescription() == field.hint == "CMND cũ: 045123456"


def test_enter_on_an_empty_search_goes_on(search, qtbot):
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert not search.hasFocus()


def test_escape_closes_the_results_and_then_empties_the_line(search, qtbot):
    qtbot.keyClicks(search, "an")
    search.set_results(HITS)
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert not search.open
    assert search.text() == "an"
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_nothing_found_is_said(search, qtbot):
    qtbot.keyClicks(search, "xyz")
    search.set_results([])
    assert search.open


def test_late_results_do_not_open_over_the_next_field(search, qtbot):
    qtbot.keyClicks(search, "an")
    qtbot.keyClick(search, Qt.Key.Key_Tab)
    search.set_results(HITS)
    assert not search.open


# lists


@pytest.fixture
def table(qapp):
    return TableModel(
        [
            Column("Số hồ sơ", lambda row: row.number, key="number", width=200, number=True),
            Column("Chủ hồ sơ", lambda row: row.owner, key="owner"),
            Column("Tình trạng", lambda row: "", badge=lambda row: (Kind.WARN, "Chờ", "")),
        ],
        key=lambda row: row.number,
    )


ROWS = [Row("0118", "Ánh"), Row("0119", "Đức"), Row("0120", "Quý")]


def test_a_list_asks_sql_to_sort(table, bring_up, qtbot):
    view = ListView(table)
    bring_up(Sheet(view))
    asked = []
    table.sort_wanted.connect(lambda key, descending: asked.append((key, descending)))
    view.horizontalHeader().sortIndicatorChanged.emit(1, Qt.SortOrder.DescendingOrder)
    assert asked == [("owner", True)]
    view.show_order("number", True)
    assert len(asked) == 1


def test_a_list_says_what_to_do_while_it_is_empty(table, bring_up):
    view = ListView(table)
    bring_up(Sheet(view))
    view.set_empty("Chưa có hồ sơ nào hôm nay.", "Tiếp nhận")
    assert view._empty.isVisible()
    table.set_rows(ROWS)
    assert not view._empty.isVisible()


def test_the_selection_stays_with_its_row_when_the_list_changes(table, bring_up):
    view = ListView(table)
    bring_up(Sheet(view))
    table.set_rows(ROWS)
    view.set_row(1)
    table.set_rows([Row("0117", "Lan"), *ROWS])
    assert table.row_at(view.row).number == "0119"
    pointed = []
    view.pointed.connect(pointed.append)
    table.set_rows([Row("0117", "Lan")])
    assert pointed[-1] == -1


def test_enter_opens_and_letters_go_to_the_search(table, bring_up, qtbot):
    view = ListView(table)
    bring_up(Sheet(view))
    table.set_rows(ROWS)
    view.set_row(0)
    view.setFocus()
    opened, typed = [], []
    view.opened.connect(opened.append)
    view.typed.connect(typed.append)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClicks(view, "a1")
    assert opened == [1]
    assert typed == ["a", "1"]


def test_more_rows_are_asked_for_once(table, qapp):
    asked = []
    table.more_wanted.connect(lambda: asked.append(1))
    table.set_rows(ROWS, more=True)
    parent = table.index(-1, -1)
    assert table.canFetchMore(parent)
    table.fetchMore(parent)
    assert not table.canFetchMore(parent)
    table.append_rows([Row("0121", "Tú")])
    assert asked == [1]
    assert table.rowCount() == 4


def test_a_cell_tells_its_badge_in_words_to_a_reader(table, qapp):
    table.set_rows(ROWS)
    cell = table.index(0, 2)
    assert cell.data(BADGE_ROLE) == (Kind.WARN, "Chờ", "")
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Chờ"


# preview


@dataclass(frozen=True)
class Paper:
    width: int
    height: int
    rgba: bytes


def test_a_preview_shows_all_pages_at_the_width_of_its_place(bring_up, qtbot):
    tasks = Tasks()
    preview = PdfPreview(tasks)
    bring_up(Sheet(preview), 400, 500)
    widths = []

    def render(width):
        widths.append(width)
        return [Paper(20, 28, bytes(20 * 28 * 4)), Paper(20, 28, bytes(20 * 28 * 4))]

    preview.show_document(render)
    preview.show_document(render)
    qtbot.waitUntil(lambda: preview.pages == 2)
    assert len(widths) == 1
    assert abs(widths[0] - preview.viewport().width()) < 20
    preview.show_document(None)
    assert preview.pages == 0
    tasks.close()


def test_a_preview_drops_the_drawing_of_what_was_typed_before(bring_up, qtbot):
    tasks = Immediate(held=True)
    preview = PdfPreview(tasks)
    bring_up(Sheet(preview), 400, 500)
    preview.show_document(lambda width: [Paper(1, 1, bytes(4))])
    qtbot.waitUntil(lambda: tasks.busy == 1)
    preview.show_document(lambda width: [Paper(1, 1, bytes(4))] * 3)
    qtbot.waitUntil(lambda: tasks.busy == 2)
    drawn = []
    preview.drawn.connect(drawn.append)
    tasks.release()
    assert drawn == [3]


def test_a_button_without_room_keeps_its_key_and_its_name(qtbot):
    button = Button("List of people", "Alt+I", icon="users")
    qtbot.addWidget(button)
    button.show()
    wide = button.minimumSizeHint().width()
    button.set_compact(True)
    assert button.minimumSizeHint().width() < wide / 2
    assert button.accessibleName() == "List of people"
    assert button.toolTip() == "List of people  Alt+I"
    button.set_compact(False)
    assert (button.minimumSizeHint().width(), button.toolTip()) == (wide, "")
