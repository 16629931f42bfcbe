"""What is not yet at the centre and why; without and with a window."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from sqlalchemy import update

from counter_app.errors import CounterError
from counter_app.postgres import CentreRefused, CentreUnreachable
from counter_app.schema.local import installation
from counter_app.sync.background import Background
from counter_app.sync.round import RoundResult
from counter_app.sync.status import current
from counter_app.usecases.intake import receive
from tests.fixtures.desk import birth_intake
from ui.pages.end_of_day.lamp import at_centre
from ui.pages.end_of_day.sync_part import SyncPart
from ui.pages.end_of_day.sync_view_model import SyncViewModel
from ui.sync_watch import SyncWatch
from ui.widgets.lamp import Light

FRIDAY = date(2026, 11, 20)


class Centre:
    """Takes what the counter has, as far as it is told to."""

    def __init__(self, desk):
        self.desk = desk
        self.error = None
        self.rounds = 0

    def run(self, progress):
        self.rounds += 1
        progress.step(1, 2, "push")
        if self.error is not None:
            raise self.error
        return RoundResult(self._take_all(), 0, self.desk.seat)

    def _take_all(self):
        status = current(self.desk)
        now = self.desk.clock.now_ms()
        with self.desk.store.writing() as session:
            session.execute(
                update(installation).values(
                    acked_seq=status.head_seq,
                    contact_at=now,
                    proved_at=now,
                    proved_seq=status.head_seq,
                )
            )
        return status.unsent


@pytest.fixture
def centre(desk):
    return Centre(desk)


def made(desk, centre, tasks):
    watch = SyncWatch(lambda: current(desk), centre.run, tasks, Background())
    model = SyncViewModel(desk, tasks, watch)
    model.watch = watch
    return model


@pytest.fixture
def model(qapp, desk, centre, immediate):
    for _ in range(3):
        receive(desk, birth_intake())
    return made(desk, centre, immediate)


def test_what_waits_is_listed_until_the_centre_has_it(model, centre):
    model.refresh()
    assert [row.kind for row in model.shown.waiting] == ["dossier_received"] * 3
    model.sync_now()
    assert centre.rounds == 1
    assert model.shown.waiting == ()
    assert model.shown.known.status.unsent == 0
    assert not model.shown.known.running


def test_a_broken_line_is_told_and_passes_by_itself(model, centre):
    centre.error = CentreUnreachable("centre", "timeout")
    model.sync_now()
    assert model.shown.problem
    assert model.shown.passes_by_itself
    assert at_centre(model.shown.known) is Light.WAITING
    assert len(model.shown.waiting) == 3
    centre.error = None
    model.sync_now()
    assert model.shown.problem == ""


def test_a_refused_login_does_not_pass_by_itself(model, centre):
    centre.error = CentreRefused("centre", "seat_07", "password authentication failed")
    model.sync_now()
    assert not model.shown.passes_by_itself
    assert model.shown.technical == str(centre.error)


# --- the page


@pytest.fixture
def page(desk, centre, tasks, bring_up, qtbot):
    for _ in range(3):
        receive(desk, birth_intake())
    shown = SyncPart(made(desk, centre, tasks))
    bring_up(shown)
    shown.entered()
    qtbot.waitUntil(lambda: len(shown.table.rows) == 3)
    return shown


def test_the_main_act_has_the_focus_and_syncs_by_key(page, qtbot, centre):
    assert page.sync_button.hasFocus()
    qtbot.keyClick(page.sync_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.truths.proof.light is Light.GREEN)
    qtbot.waitUntil(lambda: page.table.rows == ())


def test_sync_by_key_puts_the_second_light_on(page, qtbot, centre):
    assert page.truths.centre.light is not Light.GREEN
    qtbot.keyClick(page, Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: page.truths.centre.light is Light.GREEN)
    assert centre.rounds == 1


def test_a_round_can_be_asked_for(page, qtbot, centre):
    page.sync_now()
    qtbot.waitUntil(lambda: centre.rounds == 1)


def test_a_lasting_problem_can_be_copied_for_the_technician(page, qtbot, centre):
    centre.error = CounterError()
    page.sync_now()
    qtbot.waitUntil(lambda: page.problem.notice is not None)
    page.problem.act.click()
    assert QGuiApplication.clipboard().text() == str(centre.error)
    assert page.notices.notice is not None


def test_enter_on_an_unsent_act_opens_its_dossier(page, qtbot):
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.go) as wanted:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert wanted.args[0] == "dossiers"
    assert wanted.args[1] == page.table.rows[page.list.row].row.subject


def test_the_focus_stays_while_rounds_come_and_go(page, qtbot, centre):
    page.sync_button.setFocus()
    for count in range(1, 4):
        page.sync_button.click()
        qtbot.waitUntil(lambda: not page._model.shown.known.running)
        assert centre.rounds == count
    assert page.sync_button.hasFocus()
