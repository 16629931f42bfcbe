import time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.scanner import Part, Reading, Scanner, ScannerRules, Stroke, read

NUMBER = "000.00.14.H35-261122-0118"


class Keyboard:
    """Sends keys to a window as the system does, each with its own time."""

    def __init__(self, window):
        self._window = window.windowHandle()
        self._ms = 100_000

    def press(self, text, key=0, scan_code=0, after_ms=5, modifiers=None):
        self._ms += after_ms
        held = modifiers or Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, held, scan_code, 0, 0, text)
            event.setTimestamp(self._ms)
            QCoreApplication.sendEvent(self._window, event)

    def type(self, text, gap_ms):
        for letter in text:
            self.press(letter, after_ms=gap_ms)

    def enter(self, after_ms=5):
        self.press("\r", Qt.Key.Key_Return, after_ms=after_ms)

    def scan(self, text):
        self.type(text, 4)
        self.enter(4)


class Desk(QWidget):
    def __init__(self):
        super().__init__()
        self.line = QLineEdit()
        self.button = QPushButton("Receive")
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.button)


@pytest.fixture
def desk(bring_up):
    shown = bring_up(Desk(), 400, 200)
    shown.line.setFocus()
    return shown


@pytest.fixture
def keyboard(desk):
    return Keyboard(desk)


@pytest.fixture
def scanner(qapp):
    made = Scanner()
    made.heard, made.raw = [], []
    made.scanned.connect(made.heard.append)
    made.unclear.connect(made.raw.append)
    made.watch(qapp)
    yield made
    made.stop(qapp)


def commit(widget, text):
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(widget, event)


def test_a_fast_scan_is_heard_and_leaves_no_trace_in_the_field(desk, keyboard, scanner, qtbot):
    keyboard.scan(NUMBER)
    qtbot.wait(60)
    assert scanner.heard == [NUMBER]
    assert desk.line.text() == ""


def test_a_scan_is_heard_wherever_the_focus_is(desk, keyboard, scanner):
    desk.button.setFocus()
    keyboard.scan(NUMBER)
    assert scanner.heard == [NUMBER]


def test_slow_typing_reaches_the_field_letter_by_letter(desk, keyboard, scanner, qtbot):
    for letter in "nguyen van an":
        keyboard.press(letter, after_ms=90)
        qtbot.wait(35)
    keyboard.enter(after_ms=90)
    qtbot.waitUntil(lambda: desk.line.text() == "nguyen van an")
    assert scanner.heard == []


def test_a_quick_pair_of_letters_keeps_its_order(desk, keyboard, scanner, qtbot):
    keyboard.type("th", 8)
    keyboard.press("u", after_ms=120)
    keyboard.type("an", 12)
    qtbot.waitUntil(lambda: desk.line.text() == "thuan")
    assert scanner.heard == []


def test_enter_after_a_short_burst_is_still_enter(desk, keyboard, scanner, qtbot):
    pressed = []
    desk.line.returnPressed.connect(lambda: pressed.append(desk.line.text()))
    keyboard.scan("abc")
    assert pressed == ["abc"]


def test_keys_that_waited_in_a_busy_window_are_not_a_scan(desk, keyboard, scanner, qtbot):
    keyboard.type("nguyen thi anh", 80)  # all delivered at once, typed at 80 ms
    keyboard.enter(80)
    qtbot.waitUntil(lambda: desk.line.text() == "nguyen thi anh")
    assert scanner.heard == []


def test_a_layout_that_turns_figures_into_letters_is_seen_through(desk, keyboard, scanner):
    # The Vietnamese layout of Windows has ă â ê ô and the tones on the row of figures.
    letters = {"0": "đ", "1": "ă", "2": "â", "3": "ê", "5": "̀", "6": "̉", "8": "́"}
    codes = {"1": 2, "2": 3, "3": 4, "5": 6, "6": 7, "8": 9, "0": 11, "-": 12}
    for letter in "261122-0118":
        keyboard.press(letters.get(letter, letter), scan_code=codes[letter] + 8)
    keyboard.enter()
    assert scanner.heard == ["261122-0118"]


def test_a_scan_rewritten_by_telex_is_told_as_unclear(desk, keyboard, scanner):
    keyboard.type("012345678901|Hoa", 4)
    keyboard.press("\b", Qt.Key.Key_Backspace, after_ms=1)
    keyboard.press("à", after_ms=1)
    keyboard.type("n|17111990", 4)
    keyboard.enter(4)
    assert scanner.heard == []
    assert scanner.raw == ["012345678901|Hoàn|17111990"]
    assert desk.line.text() == ""


def test_a_scan_split_by_the_input_method_is_put_together(desk, keyboard, scanner):
    keyboard.type("000.00.14.", 4)
    commit(desk.line, "H35-")
    commit(desk.line, "261122-0118")
    keyboard._ms = 0  # the input method sends Enter on without a time of its own
    keyboard.enter(0)
    assert scanner.heard == [NUMBER]
    assert desk.line.text() == ""


def test_vietnamese_composed_by_hand_reaches_the_field(desk, scanner, type_vietnamese, qtbot):
    type_vietnamese(desk.line, "Ánh")
    qtbot.waitUntil(lambda: desk.line.text() == "Ánh")
    assert scanner.heard == []


def test_a_second_reading_within_a_second_is_the_same_reading(desk, keyboard, scanner):
    keyboard.scan(NUMBER)
    keyboard.scan(NUMBER)
    keyboard.scan(NUMBER[:-1] + "9")
    assert scanner.heard == [NUMBER, NUMBER[:-1] + "9"]


def test_the_same_code_is_heard_again_later(desk, keyboard, scanner, monkeypatch):
    keyboard.scan(NUMBER)
    later = time.monotonic() + 1.5
    monkeypatch.setattr("ui.scanner.time.monotonic", lambda: later)
    keyboard.scan(NUMBER)
    assert scanner.heard == [NUMBER, NUMBER]


def test_a_prefix_is_taken_off_and_needs_no_last_key(desk, keyboard, scanner, qtbot):
    scanner.rules = ScannerRules(prefix="~")
    keyboard.type("~" + NUMBER, 4)
    qtbot.waitUntil(lambda: scanner.heard == [NUMBER])
    assert desk.line.text() == ""


def test_with_a_prefix_set_other_bursts_are_given_back(desk, keyboard, scanner, qtbot):
    scanner.rules = ScannerRules(prefix="~")
    keyboard.scan("12345678")
    qtbot.waitUntil(lambda: desk.line.text() == "12345678")
    assert scanner.heard == []


def test_the_separators_of_gs1_codes_survive(desk, keyboard, scanner):
    keyboard.type("0112345678", 4)
    keyboard.press("", Qt.Key.Key_Control, after_ms=1)
    control = Qt.KeyboardModifier.ControlModifier
    keyboard.press("\x1d", Qt.Key.Key_BracketRight, after_ms=1, modifiers=control)
    keyboard.type("21ABC", 4)
    keyboard.enter(4)
    assert scanner.heard == ["0112345678\x1d21ABC"]


class Enter:
    """Enter as a shortcut of the window, as the button of a sign-in has it."""

    def __init__(self, desk):
        self.found = []
        keys = QShortcut(QKeySequence("Return"), desk)
        keys.activated.connect(lambda: self.found.append(desk.line.text()))


def test_enter_as_a_shortcut_finds_the_letter_typed_just_before(desk, scanner, qtbot):
    enter = Enter(desk)
    for letter in "khau":
        QTest.keyClick(desk.windowHandle(), letter)
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_Return)
    assert enter.found == ["khau"]
    assert scanner.heard == []


def test_the_last_key_of_a_scan_is_nobodys_shortcut(desk, scanner, qtbot):
    enter = Enter(desk)
    scanner.rules = ScannerRules(gap_ms=10_000)
    for letter in "012186999901":
        QTest.keyClick(desk.windowHandle(), letter)
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_Return)
    assert scanner.heard == ["012186999901"]
    assert enter.found == [] and desk.line.text() == ""


def test_a_shortcut_finds_what_was_just_typed_in_the_field(desk, keyboard, scanner, qtbot):
    found = []
    shortcut = QShortcut(QKeySequence("F9"), desk)
    shortcut.activated.connect(lambda: found.append(desk.line.text()))
    keyboard.type("ab", 5)
    qtbot.keyClick(desk.windowHandle(), Qt.Key.Key_F9)
    assert found == ["ab"]


@pytest.mark.parametrize(
    ("strokes", "reading"),
    [
        ([Stroke(Part.CHARACTER, text) for text in "12345678"], None),
        ([*[Stroke(Part.CHARACTER, text) for text in "12345678"], Stroke(Part.END)],
         Reading("12345678")),
        ([Stroke(Part.END)], None),
        ([*[Stroke(Part.CHARACTER, "é", "2")] * 6, Stroke(Part.END)], Reading("222222")),
    ],
)  # fmt: skip
def test_what_a_burst_is(strokes, reading):
    assert read(strokes, ScannerRules()) == reading
