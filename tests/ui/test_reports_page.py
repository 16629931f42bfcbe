"""The page of reports, worked with the keys on a real file with real threads."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import Qt

from counter_app.domain.reporting import Measure, Period, quarter
from counter_app.domain.scoring import Assessed
from counter_app.usecases.intake import receive
from tests.fixtures.desk import AGENCY, birth_intake
from tests.fixtures.till import SUPERVISOR, give_roles
from tests.ui.places import cut_words
from ui.notice import Kind
from ui.pages.reports.one_table import in_lines
from ui.pages.reports.page import ReportsPage
from ui.pages.reports.questions import Cell, Span
from ui.pages.reports.view_model import ReportsViewModel

RIGHT, DOWN, ENTER = Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
DECEMBER = Period(date(2026, 11, 16), date(2026, 12, 15))


@pytest.fixture
def saved(tmp_path):
    """Where the officer wants the file."""
    return tmp_path


@pytest.fixture
def page(desk, tasks, bring_up, qtbot, saved):
    for _ in range(3):
        receive(desk, birth_intake())
    made = ReportsPage(ReportsViewModel(desk, tasks), ask=lambda _p, _t, name: saved / name)
    bring_up(made)
    made.entered()
    qtbot.waitUntil(lambda: made._model.shown.monthly is not None)
    made._model.set_period(DECEMBER)
    qtbot.waitUntil(lambda: len(made.behind.rows) == 3)
    return made


def shown(page):
    return page._model.shown


def test_the_page_begins_with_the_newest_month_that_is_over(desk, tasks, bring_up):
    made = ReportsPage(ReportsViewModel(desk, tasks))
    bring_up(made)
    assert shown(made).asked.period == Period(date(2026, 10, 16), date(2026, 11, 15))
    assert made.first.text == "16/10/2026" and made.last.text == "15/11/2026"
    assert made.span.combo.currentText() == "Month 11/2026"


def test_arrows_go_from_figure_to_figure_and_the_list_follows(page, qtbot):
    page.figures.setFocus()
    qtbot.keyClick(page.figures, RIGHT)
    assert shown(page).asked.cell.measure is Measure.CARRIED_OVER
    qtbot.waitUntil(lambda: page.behind.rows == ())
    qtbot.keyClick(page.figures, RIGHT)
    qtbot.waitUntil(lambda: len(page.behind.rows) == 3)
    assert "Newly received" in page.heading.text()
    qtbot.keyClick(page.figures, ENTER)
    assert page.list.hasFocus()
    with qtbot.waitSignal(page.go) as wanted:
        qtbot.keyClick(page.list, ENTER)
    assert wanted.args == ["dossiers", page.behind.rows[0].subject]


def test_one_stands_on_the_total_and_on_agencies(page, qtbot):
    codes = [line.code for line in page.figures.rows.rows]
    assert codes == ["", None, AGENCY]
    page._model.choose(Cell(Measure.PENDING_TOTAL, AGENCY))
    qtbot.waitUntil(lambda: "Sở Tư pháp" in page.heading.text())
    index = page.figures.currentIndex()
    assert (index.row(), index.column()) == (2, 8)


def test_the_chart_tells_its_shares_in_words_too(page):
    assert page.chart.accessibleDescription() == "Sở Tư pháp: –"


def test_long_titles_are_broken_between_words(qapp, page):
    metrics = page.fontMetrics()
    lines = in_lines("Đã giải quyết: Trước hạn", 86, metrics).split("\n")
    assert len(lines) > 1 and " ".join(lines) == "Đã giải quyết: Trước hạn"
    assert all(metrics.horizontalAdvance(line) <= 86 for line in lines)


def test_days_of_ones_own_are_typed(page, qtbot):
    page.first.setFocus()
    page.first.line.selectAll()
    qtbot.keyClicks(page.first.line, "20112026")
    qtbot.keyClick(page.first.line, ENTER)
    qtbot.waitUntil(lambda: shown(page).asked.period.first == date(2026, 11, 20))
    assert page.span.key is Span.FREE
    page.last.setFocus()
    page.last.line.selectAll()
    qtbot.keyClicks(page.last.line, "19112026")
    qtbot.keyClick(page.last.line, ENTER)
    assert shown(page).asked.period.last == date(2026, 12, 15)  # not before the first


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_E, "xlsx"),
        (Qt.Key.Key_W, "docx"),
        (Qt.Key.Key_P, "pdf"),
        (Qt.Key.Key_C, "csv"),
    ],
)
def test_the_report_is_saved_by_its_key(page, qtbot, saved, key, kind):
    qtbot.waitUntil(lambda: shown(page).can_export)
    qtbot.keyClick(page, key, CONTROL if kind == "xlsx" else CONTROL | SHIFT)
    name = saved / f"monthly 2026-11-16 2026-12-15.{kind}"
    qtbot.waitUntil(name.exists, timeout=20_000)
    qtbot.waitUntil(lambda: shown(page).notice is not None)
    assert shown(page).notice.kind is Kind.GOOD
    if kind == "xlsx":
        assert openpyxl.load_workbook(name)["Phụ lục I"]["C7"].value == 3


def test_another_report_has_columns_of_its_own(page, qtbot):
    page._model.set_report("late")
    qtbot.waitUntil(lambda: page.other.list is not None)
    assert page.kinds.currentIndex() == 1
    assert not page.files["docx"].isVisible() and page.files["pdf"].isVisible()
    page._model.set_report("officers")
    qtbot.waitUntil(lambda: len(page.other.rows.rows) == 2)
    row, total = page.other.rows.rows
    assert row.cells[0] == "Lò Thị Lan" and row.cells[2] == "3"
    assert total.cells[0] == "Tổng cộng"
    page._model.set_report("monthly")
    qtbot.waitUntil(lambda: page.kinds.currentIndex() == 0)


def test_slips_are_entered_by_keys_alone(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_3, CONTROL)
    slips = page.slips
    qtbot.waitUntil(slips.agency.combo.hasFocus)
    slips.agency.set_key(AGENCY)
    slips.count.setFocus()
    slips.count.number.selectAll()
    qtbot.keyClicks(slips.count.number, "12")
    qtbot.keyClick(slips, ENTER, CONTROL)
    qtbot.waitUntil(lambda: slips.rows.rows and slips.rows.rows[0].cells[0] == "12")
    qtbot.waitUntil(lambda: slips.rows.rows[-1].cells[0] == "100,00")
    assert slips.rating.combo.hasFocus() and slips.count.value == 1
    assert shown(page).notice.kind is Kind.GOOD


def test_a_slip_of_a_dossier_counts_once(page, qtbot):
    number = page.behind.rows[0].number
    qtbot.keyClick(page, Qt.Key.Key_3, CONTROL)
    for expected in (Kind.GOOD, Kind.BAD):
        page.slips.number.setFocus()
        page.slips.number.line.clear()
        qtbot.keyClicks(page.slips.number.line, number)
        assert not page.slips.agency.isEnabled()
        qtbot.keyClick(page.slips, ENTER, CONTROL)
        qtbot.waitUntil(
            lambda kind=expected: shown(page).notice is not None and shown(page).notice.kind is kind
        )
    qtbot.waitUntil(lambda: page.slips.rows.rows[0].cells[-1] == "1")


def test_an_agency_must_be_chosen(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_3, CONTROL)
    page.slips.agency.set_key(None)
    qtbot.keyClick(page.slips, ENTER, CONTROL)
    assert page.slips.agency.error


@pytest.mark.parametrize("place", [0, 1, 2])
def test_nothing_is_cut_off(page, qtbot, place):
    page.tabs.setCurrentIndex(place)
    qtbot.wait(50)
    assert cut_words(page) == []


def test_a_supervisor_closes_a_period_with_the_keys(desk, tasks, bring_up, qtbot):
    give_roles(desk, SUPERVISOR)
    made = ReportsPage(ReportsViewModel(desk.served_by(SUPERVISOR), tasks))
    bring_up(made)
    made.entered()
    qtbot.waitUntil(made.close_period.isEnabled)
    qtbot.keyClick(made, Qt.Key.Key_K, CONTROL | SHIFT)
    qtbot.waitUntil(made.notices.act.isVisible)
    made.notices.act.setFocus()
    qtbot.keyClick(made.notices.act, ENTER)
    qtbot.waitUntil(lambda: "Trần Quang Minh" in made.closed.text())
    assert "nothing changed since" in made.closed.text()
    assert not made.close_period.isVisible()


@pytest.fixture
def scoring(desk, tasks, bring_up, qtbot):
    """The page of a supervisor, at the report in which points are given."""
    give_roles(desk, SUPERVISOR)
    made = ReportsPage(ReportsViewModel(desk.served_by(SUPERVISOR), tasks))
    bring_up(made)
    made.entered()
    made._model.set_report("scoring_agencies")
    qtbot.waitUntil(lambda: len(made.scores.rows.rows) == 11, timeout=20_000)
    return made


def test_points_are_given_by_keys_alone(scoring, qtbot):
    scores = scoring.scores
    assert scoring._model.shown.asked.period == quarter(2026, 3)
    assert scoring.span.key is Span.LAST_QUARTER
    assert scores.isVisible()
    scores.index.set_key(4)
    scores.own.setFocus()
    qtbot.keyClicks(scores.own.line, "2")
    qtbot.keyClick(scores, ENTER)
    qtbot.keyClicks(scores.points.line, "1,5")
    scores.why.setFocus()
    qtbot.keyClicks(scores.why.area, "BB 03")
    qtbot.keyClick(scores, ENTER, CONTROL)
    qtbot.waitUntil(lambda: scores.rows.rows[3].cells[2] == "1,5", timeout=20_000)
    assert scores.rows.rows[3].cells == ("2,0", "", "1,5", "Trần Quang Minh", "BB 03")
    assert scores.index.key == 5 and scores.own.line.hasFocus()
    assert (scores.own.text, scores.points.text, scores.why.text) == ("", "", "BB 03")
    scores.index.set_key(4)
    qtbot.keyClicks(scores.points.line, "-")
    qtbot.keyClick(scores, ENTER, CONTROL)
    qtbot.waitUntil(lambda: scores.rows.rows[3].cells[2] == "", timeout=20_000)
    assert scores.rows.rows[3].cells[0] == "2,0"


def test_what_is_no_score_is_told_beside_the_field(scoring, qtbot):
    scores = scoring.scores
    scores.index.set_key(6)
    qtbot.keyClick(scores, ENTER, CONTROL)
    assert scores.why.error and scores.points.error
    scores.why.set_text("BB 03")
    qtbot.keyClicks(scores.points.line, "hai")
    qtbot.keyClick(scores, ENTER, CONTROL)
    assert scores.points.error and not scores.why.error
    scores.points.line.clear()
    qtbot.keyClicks(scores.points.line, "2,5")
    qtbot.keyClick(scores, ENTER, CONTROL)
    qtbot.waitUntil(lambda: scoring._model.shown.notice is not None, timeout=20_000)
    assert scoring._model.shown.notice.kind is Kind.BAD
    assert scores.points.text == "2,5"


def test_enter_on_a_row_goes_to_its_points(scoring, qtbot):
    scores = scoring.scores
    scores.list.setFocus()
    scores.list.set_row(7)
    qtbot.keyClick(scores.list, ENTER)
    assert scores.index.key == 8 and scores.points.line.hasFocus()


def test_nothing_is_cut_off_where_points_are_given(scoring, qtbot):
    qtbot.wait(50)
    assert cut_words(scoring) == []


def test_an_officer_is_given_points_of_five_indices(scoring, qtbot):
    scores = scoring.scores
    scores.whom.set_key((Assessed.OFFICER, "minh"))
    scores.render_shown()
    assert scores.index.combo.count() == 5 and scores.rows.rows == ()


def test_whoever_does_not_supervise_reads_the_points(page, qtbot):
    page._model.set_report("scoring_agencies")
    qtbot.waitUntil(lambda: len(page.scores.rows.rows) == 11, timeout=20_000)
    assert not page.scores.enter.isEnabled()
