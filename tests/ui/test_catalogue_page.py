"""The catalogue: found as one types, what is missing in words."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from counter_app.clock import local_day
from counter_app.domain.catalogue_changes import ChangeKind
from tests.fixtures.desk import BIRTH, BUILDING, PROCEDURES, WHARF, publish_procedure
from tests.ui.places import cut_words
from ui.pages.catalogue.page import CataloguePage
from ui.pages.catalogue.view_model import CatalogueViewModel, Which


@pytest.fixture
def model(qapp, desk, immediate):
    made = CatalogueViewModel(desk, immediate)
    made.refresh()
    return made


def codes(model):
    return [line.row.code for line in model.shown.lines]


def test_all_procedures_stand_in_order_of_their_codes(model):
    assert codes(model) == sorted(procedure.code for procedure in PROCEDURES)
    assert (model.shown.complete, model.shown.incomplete) == (4, 1)


def test_words_and_initials_find_a_procedure(model):
    model.set_typed("khai sinh")
    model.find()
    assert codes(model) == [BIRTH.code]
    model.set_typed("dkks")
    model.find()
    assert codes(model) == [BIRTH.code]


def test_the_incomplete_ones_say_what_is_missing(model):
    model.set_which(Which.INCOMPLETE)
    assert codes(model) == [WHARF.code]
    assert [str(gap) for gap in model.shown.lines[0].gaps] == ["unit"]
    model.set_which(Which.COMPLETE)
    assert WHARF.code not in codes(model)
    assert len(codes(model)) == 4


def test_a_procedure_is_shown_in_full(model):
    model.set_typed(BUILDING.code)
    model.find()
    model.point(0)
    assert model.shown.procedure == BUILDING


def test_a_new_version_is_shown_after_the_next_look(model, desk):
    desk.clock.ms += 1  # of two versions of one millisecond, either may be the newer
    publish_procedure(desk, BIRTH.__class__(**{**_fields(BIRTH), "name": "Đăng ký khai sinh mới"}))
    model.refresh()
    assert "Đăng ký khai sinh mới" in [line.row.name for line in model.shown.lines]
    assert len(codes(model)) == len(PROCEDURES)


def _fields(procedure):
    return {name: getattr(procedure, name) for name in procedure.__dataclass_fields__}


@pytest.fixture
def page(desk, tasks, bring_up, qtbot):
    shown = CataloguePage(CatalogueViewModel(desk, tasks))
    bring_up(shown)
    shown.entered()
    qtbot.waitUntil(lambda: len(shown.table.rows) == len(PROCEDURES))
    return shown


def test_typing_and_arrows_show_a_procedure(page, qtbot):
    qtbot.keyClicks(page.search, "xay dung")
    qtbot.waitUntil(lambda: len(page.table.rows) == 1)
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.name.text() == BUILDING.name)
    words = "\n".join(fact for _, fact in page.facts.facts)
    assert "15 working days" in words
    assert "50.000 đ" in words
    assert len(page.checklist.facts) == len(BUILDING.checklist)


def test_what_is_missing_stands_above_the_procedure(page, qtbot):
    page.which[Which.INCOMPLETE].click()
    qtbot.waitUntil(lambda: len(page.table.rows) == 1)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.missing.notice is not None)
    assert "the unit of the term" in page.missing.notice.text
    assert "“5”" in dict(page.facts.facts)["At the counter"]


def test_what_is_new_since_a_month_is_listed_the_latest_first(model, desk):
    assert model.shown.news == 0
    today = local_day(desk.clock.now_ms())
    for day, change in (
        (today - timedelta(days=40), {"name": "Tên tháng trước"}),
        (today, {"name": "Tên hôm nay"}),
    ):
        desk.clock.advance(timedelta(minutes=1))
        publish_procedure(desk, replace(BIRTH, **change), day)
    desk.clock.advance(timedelta(minutes=1))
    publish_procedure(desk, replace(BUILDING, valid_to=today - timedelta(days=1)), today)
    model.refresh()
    model.set_which(Which.NEWS)
    told = [(line.row.code, line.news.kind) for line in model.shown.lines]
    assert told == [(BUILDING.code, ChangeKind.ABOLISHED), (BIRTH.code, ChangeKind.CHANGED)]
    model.set_typed("hom nay")
    model.find()
    assert [line.row.code for line in model.shown.lines] == [BIRTH.code]


def test_posting_is_printed_with_the_keys_alone(desk, tasks, bring_up, qtbot):
    printed = []
    page = CataloguePage(CatalogueViewModel(desk, tasks, printed.append))
    bring_up(page)
    page.entered()
    qtbot.waitUntil(lambda: len(page.table.rows) == len(PROCEDURES), timeout=20_000)
    qtbot.waitUntil(lambda: cut_words(page) == [], timeout=20_000)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(page, Qt.Key.Key_P, control | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: printed == [""], timeout=20_000)
    page.search.setText(BUILDING.code)
    page.show_item(BUILDING.code)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.name.text() == BUILDING.name, timeout=20_000)
    qtbot.keyClick(page, Qt.Key.Key_P, control)
    qtbot.waitUntil(lambda: printed == ["", BUILDING.code], timeout=20_000)
