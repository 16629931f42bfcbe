"""Taking money, as the view model decides it while the act is still under way."""

from __future__ import annotations

from counter_app.domain.fees import FeeState, Method
from counter_app.store.money import fee_sheet
from tests.fixtures.till import building
from ui.pages.fees.view_model import FeesViewModel
from ui.tasks import Immediate


def test_keys_pressed_while_money_is_taken_change_neither_the_change_nor_the_dossier(qapp, till):
    subject = building(till)
    tasks = Immediate(held=True)
    model = FeesViewModel(till, tasks, lambda *_: None)
    model.open(subject)
    tasks.release()
    model.set_given(200_000)
    model.act()
    model.close()
    model.choose_method(Method.TRANSFER)
    assert model.shown.busy
    tasks.release()
    assert till.ask(fee_sheet, subject).state is FeeState.PAID
    assert "55.000" in model.shown.notice.text
    assert model.shown.opened.row.subject == subject
