"""Dossiers with acts that contradict each other, found and settled on the dossiers page."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from counter_app.clock import local
from counter_app.domain.processing import Phase
from counter_app.domain.states import State
from counter_app.store.dossiers import by_subject
from counter_app.usecases import phases, supplements, withdrawals
from counter_app.usecases.conflicts import Decision
from tests.fixtures.desk import AGENCY, PASSWORD, publish
from tests.fixtures.life import (
    ASKED,
    HOA,
    LAN,
    MINH,
    WITHDRAWN,
    another_seat,
    exchange,
    handed_over,
    received,
)
from ui.pages.dossiers.acts import Deed
from ui.pages.dossiers.dossier_view_model import DossierViewModel
from ui.pages.dossiers.page import DossiersPage
from ui.pages.dossiers.view_model import DossiersViewModel

ALT = Qt.KeyboardModifier.AltModifier
X, F9, ENTER = Qt.Key.Key_X, Qt.Key.Key_F9, Qt.Key.Key_Return


@pytest.fixture
def clash(office, tmp_path):
    """Seat 8 let it be withdrawn while seat 7 asked for papers; neither knew of the other."""
    received(office)
    subject = received(office)
    with another_seat(office, tmp_path / "other.db") as other:
        withdrawals.withdraw(other, subject, WITHDRAWN)
        office.clock.set(local(office.clock.now_ms()) + timedelta(minutes=1))
        supplements.request(office, subject, ASKED)
        exchange(office, other)
    return subject


@pytest.fixture
def show(office, tasks, bring_up, qtbot):
    def show(officer=LAN):
        desk = office.served_by(officer)
        page = DossiersPage(
            DossiersViewModel(desk, tasks),
            DossierViewModel(desk, tasks, lambda *_: None, lambda *_: None),
        )
        bring_up(page)
        page.entered()
        qtbot.waitUntil(lambda: bool(page.table.rows))
        return page

    return show


def press(qtbot, page, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(page.focusWidget() or page, key, modifier)


def test_without_conflicts_nothing_is_said(show, office):
    received(office)
    page = show()
    assert not page.conflicts.isVisible()


def test_dossiers_whose_phase_is_due_are_found_by_a_key(show, office, qtbot):
    received(office)
    subject = handed_over(office)
    due_at = local(office.clock.now_ms()) + timedelta(hours=1)
    phases.start(office, subject, Phase(2, "Xác định nghĩa vụ tài chính", AGENCY, due_at))
    page = show()
    qtbot.waitUntil(page.phases.isVisible, timeout=20_000)
    press(qtbot, page, Qt.Key.Key_I, ALT)
    qtbot.waitUntil(
        lambda: [line.row.subject for line in page.table.rows] == [subject], timeout=20_000
    )
    press(qtbot, page, Qt.Key.Key_I, ALT)
    qtbot.waitUntil(lambda: len(page.table.rows) == 2, timeout=20_000)


def test_a_supervisor_finds_both_sides_and_settles_by_keys(show, office, clash, qtbot):
    page = show()
    assert len(page.table.rows) == 2
    qtbot.waitUntil(page.conflicts.isVisible)
    press(qtbot, page, X, ALT)
    qtbot.waitUntil(lambda: [line.row.subject for line in page.table.rows] == [clash])
    page.list.set_row(0)
    press(qtbot, page, ENTER)
    settle = page.view.bar.buttons[Deed.SETTLE]
    qtbot.waitUntil(settle.isVisible)
    assert page.view.attention.act.isVisible()
    press(qtbot, page, X, ALT)
    panel = page.view.panel
    qtbot.waitUntil(panel.isVisible)
    assert LAN.name in panel.told.text()
    assert HOA.name in panel.told.text()
    assert not panel.approval.isVisible()
    press(qtbot, page, F9)
    qtbot.waitUntil(lambda: not office.ask(by_subject, clash).conflict)
    qtbot.waitUntil(lambda: not page.view.attention.isVisible())


def test_the_side_that_was_set_aside_can_hold(show, office, clash, qtbot):
    assert office.ask(by_subject, clash).state == State.WITHDRAWN
    page = show()
    page.show_item(clash)
    acts = page._dossier.acts
    qtbot.waitUntil(lambda: Deed.SETTLE in acts.deeds)
    acts.begin(Deed.SETTLE)
    qtbot.waitUntil(page.view.panel.isVisible)
    acts.edit("decision", Decision.OTHER)
    press(qtbot, page, F9)
    qtbot.waitUntil(lambda: not office.ask(by_subject, clash).conflict)
    assert office.ask(by_subject, clash).state == State.SUPPLEMENT


def test_where_both_hold_there_is_nothing_to_overrule(show, office, tmp_path, qtbot):
    subject = received(office)
    with another_seat(office, tmp_path / "other.db") as other:
        supplements.request(office, subject, ASKED)
        office.clock.set(local(office.clock.now_ms()) + timedelta(minutes=1))
        withdrawals.withdraw(other, subject, WITHDRAWN)
        exchange(office, other)
    page = show()
    page.show_item(subject)
    acts = page._dossier.acts
    qtbot.waitUntil(lambda: Deed.SETTLE in acts.deeds)
    acts.begin(Deed.SETTLE)
    qtbot.waitUntil(page.view.panel.isVisible)
    assert page.view.panel.form.fields["decision"].combo.count() == 1


def test_others_need_a_supervisor_beside_them(show, office, clash, qtbot):
    from argon2 import PasswordHasher

    hasher = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1)
    record = {
        "login": HOA.login,
        "name": HOA.name,
        "roles": sorted(HOA.roles),
        "password_hash": hasher.hash(PASSWORD),
    }
    publish(office, "officer_defined", ("officer", HOA.login), record)
    page = show(MINH)
    page.show_item(clash)
    qtbot.waitUntil(page.view.bar.buttons[Deed.SETTLE].isVisible)
    page.view.attention.act.click()
    panel = page.view.panel
    qtbot.waitUntil(panel.approval.isVisible)
    qtbot.waitUntil(lambda: panel.approval.officer.combo.count() > 0)
    press(qtbot, page, F9)
    assert panel.approval.password.error
    page._dossier.acts.approval.choose(HOA.login)
    qtbot.keyClicks(panel.approval.password.line, PASSWORD)
    press(qtbot, page, F9)
    qtbot.waitUntil(lambda: not office.ask(by_subject, clash).conflict)
