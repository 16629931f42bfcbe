"""Refusing and guiding in writing from the intake page, by the keys, on a real local file."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale, Qt

from counter_app.clock import local_day
from counter_app.devices.printers import JobState, JobStatus, PrinterGone
from counter_app.store.dossiers import newest
from counter_app.store.letters import letters
from counter_app.store.papers import refusal_slip, supplement_slip
from counter_app.usecases.printing import Form as PrintedForm
from tests.fixtures.desk import BIRTH
from tests.ui.places import cut_words
from ui import translations
from ui.intake_form.form import Form, Side
from ui.notice import Kind
from ui.pages.intake.page import IntakePage
from ui.pages.intake.view_model import IntakeViewModel

ALT = Qt.KeyboardModifier.AltModifier
F9, F10, ESCAPE, T = Qt.Key.Key_F9, Qt.Key.Key_F10, Qt.Key.Key_Escape, Qt.Key.Key_T


@pytest.fixture
def printed():
    return []


@pytest.fixture
def page(desk, tasks, bring_up, qtbot, printed):
    model = IntakeViewModel(
        desk,
        tasks,
        lambda _: JobStatus(JobState.SENT),
        lambda subject, form: printed.append((subject, form)),
    )
    page = bring_up(IntakePage(model, tasks), 1158, 704)
    page.model = model
    page.entered()
    qtbot.waitUntil(lambda: tasks.busy == 0)
    return page


@pytest.fixture
def filled(page, qtbot):
    """A birth registration of which one paper is there."""
    page.model.choose_procedure(BIRTH.code)
    page.model.sheet.edit_party(Side.SUBMITTER, name="Nguyễn Thị Ánh", phone="0912345678")
    qtbot.waitUntil(lambda: len(page.model.shown.form.papers) == len(BIRTH.checklist))
    page.procedure.box.setFocus()
    return page


def asked(filled, qtbot):
    qtbot.keyClick(filled, T, ALT)
    assert filled.away.isVisible()
    assert filled.away.reason.area.hasFocus()


def test_without_procedure_or_name_there_is_nothing_to_refuse(page, qtbot):
    qtbot.keyClick(page, T, ALT)
    assert not page.away.isVisible()
    assert page.procedure.box.hasFocus()


def test_an_intake_is_refused_in_writing(filled, desk, qtbot, printed, type_vietnamese):
    before = filled.model.shown.form
    asked(filled, qtbot)
    type_vietnamese(filled.away.reason.area, "Không thuộc thẩm quyền")
    qtbot.keyClick(filled.away.reason.area, F9)
    qtbot.waitUntil(lambda: bool(printed))
    ((subject, form),) = printed
    slip = desk.ask(refusal_slip, subject)
    assert form is PrintedForm.REFUSAL
    assert (slip.submitter.name, slip.reason) == ("Nguyễn Thị Ánh", "Không thuộc thẩm quyền")
    assert desk.ask(newest) == []
    assert slip.letter in filled.model.shown.notice.text
    assert filled.model.shown.form == Form()
    filled.notices.acted.emit()  # brings back what was typed
    assert filled.model.shown.form == before


def test_a_refusal_without_a_reason_keeps_everything(filled, desk, qtbot):
    before = filled.model.shown.form
    asked(filled, qtbot)
    qtbot.keyClick(filled.away.reason.area, F9)
    qtbot.waitUntil(lambda: bool(filled.away.reason.error))
    assert filled.away.reason.area.hasFocus()
    assert filled.model.shown.form == before
    today = local_day(desk.clock.now_ms())
    assert desk.ask(letters, today - timedelta(days=1), today) == []


def test_who_lacks_papers_is_guided_with_their_names(filled, desk, qtbot, printed):
    asked(filled, qtbot)
    assert BIRTH.checklist[0].name in filled.away.missing.text()
    qtbot.keyClick(filled.away.reason.area, F10)
    qtbot.waitUntil(lambda: bool(printed))
    ((subject, form),) = printed
    slip = desk.ask(supplement_slip, subject)
    assert form is PrintedForm.SUPPLEMENT
    required = [line.name for line in BIRTH.checklist if line.required]
    assert [line.name for line in slip.lines] == required


def test_escape_goes_back_and_the_reason_waits(filled, qtbot):
    asked(filled, qtbot)
    qtbot.keyClicks(filled.away.reason.area, "chua du")
    qtbot.keyClick(filled.away.reason.area, ESCAPE)
    assert not filled.away.isVisible()
    assert filled.procedure.box.hasFocus()
    asked(filled, qtbot)
    assert filled.away.reason.text == "chua du"


def test_while_one_is_turned_away_nothing_is_received(filled, desk, qtbot):
    asked(filled, qtbot)
    assert not filled.acts.receive.isEnabled()
    filled.model.receive()
    assert desk.ask(newest) == []


def test_a_slip_that_is_not_printed_stays_on_record(qapp, desk, immediate):
    tried = []

    def gone_at_first(*slip):
        tried.append(slip)
        if len(tried) == 1:
            raise PrinterGone("Máy in 1")

    model = IntakeViewModel(desk, immediate, None, gone_at_first)
    model.open()
    model.choose_procedure(BIRTH.code)
    model.sheet.edit_party(Side.SUBMITTER, name="Nguyễn Thị Ánh")
    model.away.begin()
    model.away.set_reason("Không thuộc thẩm quyền")
    model.away.refuse()
    assert model.shown.notice.kind is Kind.WARN
    today = local_day(desk.clock.now_ms())
    (row,) = desk.ask(letters, today, today)
    assert row.number in model.shown.notice.text
    model.notices.act()
    assert tried == [(row.subject, PrintedForm.REFUSAL)] * 2


@pytest.fixture
def vietnamese(qapp):
    found = translations.install(qapp)
    yield
    for catalogue in found:
        qapp.removeTranslator(catalogue)
    QLocale.setDefault(QLocale("C"))


def test_nothing_is_cut_in_the_panel(vietnamese, filled, qtbot):
    asked(filled, qtbot)
    qtbot.wait(20)
    assert cut_words(filled.away) == []
    assert cut_words(filled.acts) == []
