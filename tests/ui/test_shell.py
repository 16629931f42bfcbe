import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit

from counter_app.paths import Paths
from counter_app.settings import SettingsFile
from counter_app.store.engine import StoreDamaged
from tests.fixtures.desk import PASSWORD
from tests.ui.places import cut_words
from ui.app import CounterWindow
from ui.main_window import IdleWatch, MainWindow, PageSpec
from ui.notice import Kind, Notice
from ui.pages.sign_in.page import SignInPage
from ui.widgets.page import Page


class Plain(Page):
    def __init__(self, title):
        super().__init__(title)
        self.line = QLineEdit()
        self.body.addWidget(self.line)
        self.body.addStretch(1)
        self.entries, self.items, self.scans = 0, [], []

    def entered(self):
        self.entries += 1
        self.line.setFocus()

    def show_item(self, item):
        self.items.append(item)

    def take_scan(self, text):
        self.scans.append(text)
        return text.startswith("0")


def specs(*, built=None):
    def build(title):
        if built is not None:
            built.append(title)
        return Plain(title)

    return [
        PageSpec("intake", "Tiếp nhận", "file-plus", "F2", lambda: build("Tiếp nhận")),
        PageSpec("dossiers", "Hồ sơ", "files", "F4", lambda: build("Hồ sơ"), badge="12"),
        PageSpec("sync", "Đồng bộ", "refresh", "", lambda: build("Đồng bộ"), in_rail=False),
    ]


@pytest.fixture
def window(bring_up):
    made = bring_up(MainWindow(), 1366, 728)
    made.set_pages(specs())
    return made


def test_only_pages_that_exist_stand_in_the_rail(window):
    assert window.rail.button("intake") is not None
    assert window.rail.button("dossiers").count == "12"
    assert window.rail.button("sync") is None
    assert window.rail.button("reports") is None


def test_pages_are_built_when_they_are_first_shown(bring_up):
    built = []
    window = bring_up(MainWindow(), 1366, 728)
    window.set_pages(specs(built=built))
    assert built == ["Tiếp nhận"]
    window.go("dossiers")
    window.go("intake")
    window.go("dossiers")
    assert built == ["Tiếp nhận", "Hồ sơ"]
    assert window.page("dossiers").entries == 2


def test_function_keys_lead_to_the_pages_and_the_focus_follows(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert window.current == "dossiers"
    assert window.page("dossiers").line.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F2)
    assert window.current == "intake"
    assert window.page("intake").line.hasFocus()


def test_control_k_goes_to_the_search_box(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.header.search.hasFocus()


def test_a_page_leads_to_another_at_an_item(window):
    window.page("intake").go.emit("dossiers", "H35-261122-0118")
    assert window.current == "dossiers"
    assert window.page("dossiers").items == ["H35-261122-0118"]


def test_a_page_changes_its_count_in_the_rail(window):
    window.page("intake").badge.emit("2")
    assert window.rail.button("intake").count == "2"


def test_a_scan_is_offered_to_the_page_on_show(window):
    assert window.take_scan("0118")
    assert not window.take_scan("X")
    assert window.page("intake").scans == ["0118", "X"]


def test_under_a_cover_keys_and_scans_reach_no_page(window, qtbot):
    cover = QLabel("locked")
    window.cover(cover)
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert window.current == "intake"
    assert not window.take_scan("0118")
    assert not window.page("intake").isVisible()


def test_after_a_cover_the_page_and_the_focus_are_as_before(window):
    line = window.page("intake").line
    line.setText("Nguyễn Thị")
    line.setFocus()
    window.cover(QLabel("locked"))
    window.uncover()
    assert line.text() == "Nguyễn Thị"
    assert line.hasFocus()


def test_a_cover_closes_what_would_stand_before_it(window, qtbot):
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    qtbot.waitExposed(dialog)
    window.cover(QLabel("locked"))
    assert not dialog.isVisible()


def test_former_pages_are_closed_before_new_ones_come(window):
    closed = []
    window.page("intake").closeEvent = lambda event: closed.append("intake")
    window.set_pages(specs())
    assert closed == ["intake"]
    assert window.current == "intake"


@pytest.mark.parametrize("size", [(1366, 728), (1920, 1040), (960, 516), (683, 384)])
def test_nothing_of_the_shell_is_cut_off(window, size, qtbot):
    window.show_seat(7, "Nguyễn Thị Ánh Tuyết")
    window.show_notice(Notice(Kind.BAD, "Phần mềm vừa gặp lỗi. " * 6, "Thử lại"))
    window.resize(*size)
    qtbot.wait(20)
    assert window.width() == size[0]
    assert window.height() == size[1]
    assert cut_words(window) == []


def test_the_rail_gives_way_on_a_narrow_window(window, qtbot):
    assert not window.rail.collapsed
    window.resize(960, 516)
    assert window.rail.collapsed
    window.resize(1366, 728)
    assert not window.rail.collapsed
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.rail.collapsed


def test_a_notice_of_the_shell_stays_until_it_is_put_away(window, qtbot):
    window.show_notice(Notice(Kind.WARN, "Trung tâm chưa liên lạc được.", "Thử lại"))
    assert window.notices.isVisible()
    with qtbot.waitSignal(window.notice_acted):
        window.notices.act.click()


def test_the_idle_watch_waits_anew_on_every_key(window, qtbot):
    watch = IdleWatch(1)
    watch._timer.setInterval(150)
    watch._timer.start()
    window.windowHandle().installEventFilter(watch)
    idle = []
    watch.idle.connect(lambda: idle.append(1))
    for _ in range(4):
        qtbot.wait(60)
        qtbot.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert idle == []
    qtbot.waitUntil(lambda: idle == [1])


class PlainPages:
    """Two plain pages, and nothing beside them."""

    class watch(QObject):  # noqa: N801 - stands in for the attribute
        renewed = Signal(object)

    def __init__(self):
        self.watch = PlainPages.watch()

    def specs(self):
        return specs()

    def start(self):
        pass

    def stop(self):
        pass


class Case:
    """A counter's window on a real local file, with two plain pages."""

    def __init__(self, qapp, opens, tmp_path):
        self.settings = SettingsFile(tmp_path / "settings.json")
        self.counter = CounterWindow(
            qapp,
            lambda _: opens(),
            self.settings,
            Paths(tmp_path),
            lambda desk, counter: PlainPages(),
        )
        self.window = self.counter.window

    @property
    def sign_in(self):
        cover = self.window.covered_by
        return cover if isinstance(cover, SignInPage) else None


@pytest.fixture
def case(qapp, qtbot, desk, tmp_path):
    made = Case(qapp, lambda: desk.served_by(None), tmp_path)
    made.counter.show()
    made.window.activateWindow()
    qtbot.waitUntil(lambda: made.sign_in is not None and made.sign_in.list.count() == 2)
    yield made
    made.window.close()
    made.counter.close()


def enter(qtbot, case, password=PASSWORD):
    qtbot.waitUntil(case.sign_in.password.hasFocus)
    qtbot.keyClicks(case.sign_in.password, password)
    qtbot.keyClick(case.sign_in.password, Qt.Key.Key_Return)


def test_an_officer_signs_in_by_keyboard_and_the_first_page_opens(case, qtbot):
    qtbot.keyClick(case.sign_in.password, Qt.Key.Key_Down)
    enter(qtbot, case)
    qtbot.waitUntil(lambda: case.window.current == "intake")
    assert case.window.covered_by is None
    assert case.counter.desk.officer.login == "minh"
    assert "Trần Quang Minh" in case.window.header.seat.text()
    assert case.settings.get().last_login == "minh"


def test_a_wrong_password_is_said_and_the_focus_stays(case, qtbot):
    enter(qtbot, case, "sai")
    qtbot.waitUntil(case.sign_in.problem.isVisible)
    assert "4" in case.sign_in.problem.notice.text
    assert case.sign_in.password.text() == ""
    assert case.sign_in.password.hasFocus()
    assert case.sign_in is not None


def test_the_same_officer_unlocks_to_what_was_typed(case, qtbot):
    enter(qtbot, case)
    qtbot.waitUntil(lambda: case.window.current == "intake")
    page = case.window.page("intake")
    page.line.setText("Nguyễn Thị Ánh")
    case.counter._idle.idle.emit()
    qtbot.waitUntil(lambda: case.sign_in is not None and case.sign_in.list.count() == 2)
    enter(qtbot, case)
    qtbot.waitUntil(lambda: case.window.covered_by is None)
    assert case.window.page("intake") is page
    assert page.line.text() == "Nguyễn Thị Ánh"
    assert page.line.hasFocus()


def test_another_officer_gets_pages_of_their_own(case, qtbot):
    enter(qtbot, case)
    qtbot.waitUntil(lambda: case.window.current == "intake")
    page = case.window.page("intake")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(case.window, Qt.Key.Key_O, both)
    qtbot.waitUntil(lambda: case.sign_in is not None and case.sign_in.list.count() == 2)
    qtbot.keyClick(case.sign_in.password, Qt.Key.Key_Down)
    enter(qtbot, case)
    qtbot.waitUntil(lambda: case.window.covered_by is None)
    assert case.counter.desk.officer.login == "minh"
    assert case.window.page("intake") is not page


def test_escape_leaves_the_officer_at_the_seat(case, qtbot):
    enter(qtbot, case)
    qtbot.waitUntil(lambda: case.window.current == "intake")
    page = case.window.page("intake")
    case.counter._switch()
    qtbot.waitUntil(lambda: case.sign_in.list.count() == 2)
    qtbot.waitUntil(case.sign_in.password.hasFocus)
    qtbot.keyClick(case.sign_in.password, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: case.window.covered_by is None)
    assert case.window.page("intake") is page


def test_a_counter_that_cannot_open_says_why_and_tries_again(qapp, qtbot, desk, tmp_path):
    answers = [StoreDamaged("counter.sqlite", "not a database"), desk.served_by(None)]

    def opens():
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    case = Case(qapp, opens, tmp_path)
    case.counter.show()
    notices = case.counter._opening.notices
    qtbot.waitUntil(notices.isVisible)
    assert "counter.sqlite" in notices.notice.text
    notices.act.click()
    qtbot.waitUntil(lambda: case.sign_in is not None)
    case.window.close()
    case.counter.close()


def test_a_number_scanned_anywhere_opens_the_dossier(case, qtbot):
    enter(qtbot, case)
    qtbot.waitUntil(lambda: case.window.current == "intake")
    case.window.page("intake").take_scan = lambda text: False
    case.counter._scanner.scanned.emit("000.00.14.H35-261122-0118")
    assert case.window.current == "dossiers"
    assert case.window.page("dossiers").scans == ["000.00.14.H35-261122-0118"]


def test_a_code_nobody_knows_is_shown_as_it_came(case, qtbot):
    enter(qtbot, case)
    qtbot.waitUntil(lambda: case.window.current == "intake")
    case.counter._scanner.scanned.emit("WIFI:S:Quay;;")
    assert "WIFI:S:Quay" in case.window.notices.notice.text


def test_a_bug_leaves_the_window_open_and_says_so(case, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.__excepthook__", lambda *_: None)
    enter(qtbot, case)
    qtbot.waitUntil(lambda: case.window.current == "intake")
    case.counter.tasks.start(case.window, lambda _: {}["Nguyễn Thị Ánh"])
    qtbot.waitUntil(case.window.notices.isVisible)
    reports = list((tmp_path / "logs").glob("crash-*.txt"))
    assert len(reports) == 1
    written = reports[0].read_text(encoding="utf-8")
    assert "KeyError" in written
    assert "test_shell.py" in written
    assert case.window.isVisible()


def test_a_bug_while_opening_is_told_and_can_be_tried_again(
    qapp, qtbot, desk, tmp_path, monkeypatch
):
    monkeypatch.setattr("sys.__excepthook__", lambda *_: None)
    answers = [ZeroDivisionError("a bug"), desk.served_by(None)]

    def opens():
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    case = Case(qapp, opens, tmp_path)
    case.counter.show()
    notices = case.counter._opening.notices
    qtbot.waitUntil(notices.isVisible)
    notices.acted.emit()
    qtbot.waitUntil(lambda: case.sign_in is not None)
    case.window.close()
    case.counter.close()
