"""A result goes out when its money is paid, let off, or taken at another counter."""

import pytest

from counter_app.domain.dossier import ReturnWay
from counter_app.domain.fees import ExemptionReason, Method
from counter_app.domain.processing import Collection
from counter_app.domain.states import State
from counter_app.store.dossiers import by_subject, history
from counter_app.store.money import fee_sheet
from counter_app.usecases import fees, hand_overs, payments, results, returns
from counter_app.usecases.batches import BatchRefused
from counter_app.usecases.returns import FeeOwed
from tests.fixtures.desk import AGENCY, SUBMITTER, publish_setting
from tests.fixtures.till import extract

COLLECTED = Collection(SUBMITTER)


@pytest.fixture
def waiting(till):
    """A dossier of 8,000 đồng whose result lies here."""
    subject = extract(till)
    hand_overs.hand_over(till, [subject], AGENCY)
    results.receive_results(till, [results.Arrival(subject)])
    return subject


def state(desk, subject):
    return desk.ask(by_subject, subject).state


def test_nothing_goes_out_while_money_is_owed(till, waiting):
    with pytest.raises(FeeOwed) as refused:
        returns.hand_out(till, waiting, COLLECTED)
    assert (refused.value.open, refused.value.awaited) == (8_000, 0)
    assert state(till, waiting) == State.RESOLVED
    payments.collect(till, waiting, Method.CASH)
    returns.hand_out(till, waiting, COLLECTED)
    assert state(till, waiting) == State.RETURNED


def test_a_transfer_nobody_saw_is_not_paid(till, waiting):
    asked = payments.collect(till, waiting, Method.VIETQR)
    with pytest.raises(FeeOwed) as refused:
        returns.hand_out(till, waiting, COLLECTED)
    assert (refused.value.open, refused.value.awaited) == (0, 8_000)
    payments.confirm(till, waiting, asked.payment)
    returns.hand_out(till, waiting, COLLECTED)


def test_who_is_let_off_gets_the_result(till, waiting):
    fees.exempt(till, waiting, ExemptionReason.CHILD, "Giấy khai sinh 5/2026")
    returns.hand_out(till, waiting, COLLECTED)
    assert state(till, waiting) == State.RETURNED


def test_the_centre_may_collect_later(till, waiting):
    publish_setting(till, "fees", {"return_unpaid": True})
    returns.hand_out(till, waiting, COLLECTED)
    assert state(till, waiting) == State.RETURNED
    assert till.ask(fee_sheet, waiting).account.open.total == 8_000


def test_the_receipt_of_another_counter_is_enough_and_is_noted(till, waiting):
    with pytest.raises(FeeOwed):
        returns.hand_out(till, waiting, COLLECTED, paid_elsewhere=" ")
    returns.hand_out(till, waiting, COLLECTED, paid_elsewhere="AA-26P 0000317")
    last = till.ask(history, waiting)[-1]
    assert last.record()["paid_elsewhere"] == "AA-26P 0000317"


def test_on_the_spot_the_money_comes_first(till):
    subject = extract(till)
    with pytest.raises(FeeOwed):
        returns.finish_on_the_spot(till, subject, COLLECTED)
    assert state(till, subject) == State.RECEIVED
    payments.collect(till, subject, Method.CASH)
    returns.finish_on_the_spot(till, subject, COLLECTED)
    assert state(till, subject) == State.RETURNED


def test_a_list_for_the_post_names_who_still_owes(till, waiting):
    posted = Collection(SUBMITTER, way=ReturnWay.POST, waybill="VN1")
    with pytest.raises(BatchRefused) as refused:
        returns.send_by_post(till, [(waiting, posted)])
    (line,) = refused.value.refused
    assert isinstance(line.error, FeeOwed)
