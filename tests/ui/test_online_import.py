"""Dossiers of the portal brought in by a file, found and taken in."""

import json
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select, text

from counter_app.clock import local
from counter_app.domain.states import State
from counter_app.exchange.online import OnlineUnreadable, read_online
from counter_app.schema.tables import dossier
from counter_app.store.dossiers import ROW
from counter_app.store.worklists import announced
from tests.fixtures.desk import BIRTH, publish_procedure
from ui.notice import Kind
from ui.pages.dossiers.dossier_view_model import DossierViewModel
from ui.pages.dossiers.page import DossiersPage
from ui.pages.dossiers.questions import Only
from ui.pages.dossiers.view_model import DossiersViewModel
from ui.pages.intake.view_model import IntakeViewModel
from ui.widgets.page import Waiting

ALT = Qt.KeyboardModifier.AltModifier


def message(desk, number, **changed):
    at = local(desk.clock.now_ms()) - timedelta(hours=3)
    told = {
        "MaHoSo": number,
        "MaTTHC": BIRTH.code,
        "ChuHoSo": "Lò Văn Páo",
        "LoaiDoiTuong": 1,
        "MaDoiTuong": "012201000456",
        "SoDienThoai": "0912345678",
        "TrichYeuHoSo": "Khai sinh cho con thứ hai",
        "NgayTiepNhan": f"{at:%Y%m%d%H%M%S}",
        "TaiLieuNop": [{"TenGiayTo": "Tờ khai", "SoLuong": "1"}],
        "GhiChu": "whatever else it says",
    }
    return told | changed


@pytest.fixture
def online_birth(desk):
    """Births may be registered online, too."""
    from dataclasses import replace
    from datetime import date

    from counter_app.domain.procedure import Channel

    rules = tuple(
        replace(rule, channel=channel)
        for rule in BIRTH.rules[:1]
        for channel in (Channel.COUNTER, Channel.ONLINE)
    )
    publish_procedure(desk, replace(BIRTH, rules=rules), date(2026, 1, 1))


@pytest.fixture
def file(desk, tmp_path):
    def file(*messages):
        path = tmp_path / "online.json"
        path.write_text(json.dumps({"data": messages}), "utf-8")
        return path

    return file


@pytest.fixture
def model(qapp, desk, immediate, online_birth):
    made = IntakeViewModel(desk, immediate)
    made.open()
    return made


def test_a_message_is_read_as_the_portal_tells_it(desk, file):
    found = read_online(file(message(desk, "H35.14-261120-0001")))
    (dossier,) = found.dossiers
    assert dossier.number == "H35.14-261120-0001"
    assert dossier.intake.submitter.name == "Lò Văn Páo"
    assert dossier.intake.papers[0].name == "Tờ khai"
    assert dossier.handed_in_at == local(desk.clock.now_ms()) - timedelta(hours=3)


@pytest.mark.parametrize(
    "changed",
    [
        {"MaHoSo": ""},
        {"MaTTHC": None},
        {"ChuHoSo": "x" * 501},
        {"ChuHoSo": ["Lò"]},
        {"LoaiDoiTuong": 9},
        {"NgayTiepNhan": "hôm qua"},
        {"TaiLieuNop": "Tờ khai"},
    ],
)
def test_a_message_that_is_wrong_is_left_out_and_named(desk, file, changed):
    found = read_online(file(message(desk, "A-1"), message(desk, "A-2", **changed)))
    assert [one.number for one in found.dossiers] == ["A-1"]
    assert [(one.place, one.field) for one in found.problems] == [(2, next(iter(changed)))]


@pytest.mark.parametrize("text", ["", "[" * 100_000, "7", "{}", "nothing of the sort"])
def test_a_file_of_another_sort_is_refused(tmp_path, text):
    path = tmp_path / "other.json"
    path.write_text(text, "utf-8")
    with pytest.raises(OnlineUnreadable):
        read_online(path)


def test_they_come_in_once_and_the_notice_says_how_many(model, desk, file):
    path = file(message(desk, "A-1"), message(desk, "A-2"), message(desk, "A-3", MaTTHC="9.999"))
    model.online.take(path)
    assert {row.number for row in desk.ask(announced)} == {"A-1", "A-2"}
    assert model.shown.notice.kind is Kind.WARN
    assert "A-3" in model.shown.notice.text
    model.online.take(path)
    assert len(desk.ask(announced)) == 2


def test_what_waits_is_found_by_its_index(desk):
    query = "EXPLAIN QUERY PLAN " + str(
        select(*ROW)
        .where(text("dossier.state = 1"))
        .order_by(dossier.c.received_at, dossier.c.number)
    )
    with desk.store.reading() as session:
        plan = " ".join(str(row[3]) for row in session.execute(text(query)))
    assert "dossier_announced" in plan
    assert "TEMP B-TREE" not in plan


def test_the_notice_leads_to_what_waits(model, desk, file, qtbot):
    model.online.take(file(message(desk, "A-1")))
    with qtbot.waitSignal(model.online.show_wanted):
        model.notices.act()


def test_what_waits_is_listed_and_taken_in_by_keys(model, desk, file, tasks, bring_up, qtbot):
    model.online.take(file(message(desk, "A-1")))
    page = DossiersPage(
        DossiersViewModel(desk, tasks),
        DossierViewModel(desk, tasks, lambda *_: None, lambda *_: None),
    )
    bring_up(page)
    page.show_item(Waiting.ONLINE)
    page.entered()
    qtbot.waitUntil(lambda: [line.row.number for line in page.table.rows] == ["A-1"])
    assert page._model.shown.only is Only.ANNOUNCED
    page.list.set_row(0)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page._dossier.acts.deeds))
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_N, ALT)
    qtbot.waitUntil(page.view.panel.isVisible)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: not desk.ask(announced))
    assert page._dossier.shown.story.row.state in (State.RECEIVED, State.ANNOUNCED)
