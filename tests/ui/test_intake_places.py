"""The end of an address is completed from the communes that the centre names."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counter_app.devices.printers import JobState, JobStatus
from tests.fixtures.desk import publish_setting
from ui.intake_form.form import Side
from ui.pages.intake.page import IntakePage
from ui.pages.intake.view_model import IntakeViewModel

TAN_PHONG, DOAN_KET = "Phường Tân Phong, tỉnh Lai Châu", "Phường Đoàn Kết, tỉnh Lai Châu"
FORMER = {"name": "Xã Nậm Loỏng, thành phố Lai Châu", "now": DOAN_KET}


@pytest.fixture
def address(desk, tasks, bring_up, qtbot):
    publish_setting(desk, "places", {"names": [TAN_PHONG, DOAN_KET], "former": [FORMER]})
    model = IntakeViewModel(desk, tasks, lambda _: JobStatus(JobState.SENT))
    page = bring_up(IntakePage(model, tasks), 1158, 704)
    page.entered()
    qtbot.waitUntil(lambda: tasks.busy == 0)
    line = page.parties.sides[Side.SUBMITTER].address.line
    line.setFocus()
    yield line
    page.close()


def test_a_place_is_taken_with_down_and_enter(address, qtbot, type_vietnamese):
    type_vietnamese(address, "Tổ 5, tan ph")
    qtbot.waitUntil(lambda: address.open)
    qtbot.keyClick(address, Qt.Key.Key_Down)
    qtbot.keyClick(address, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: address.text() == f"Tổ 5, {TAN_PHONG}")
    assert not address.open


def test_a_former_name_offers_the_present_one(address, qtbot, type_vietnamese):
    type_vietnamese(address, "Bản Mới, nam loong")
    qtbot.waitUntil(lambda: bool(address.results))
    (hit,) = address.results
    assert hit.title == f"Bản Mới, {DOAN_KET}"
    assert FORMER["name"] in hit.detail


def test_enter_goes_on_with_what_was_typed(address, qtbot, type_vietnamese):
    type_vietnamese(address, "Tổ 5, tan ph")
    qtbot.waitUntil(lambda: address.open)
    qtbot.keyClick(address, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not address)
    assert address.text() == "Tổ 5, tan ph"
