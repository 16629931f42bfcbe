"""Every act in every state: what fits is done, what does not is refused and leaves no trace."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from counter_app.clock import VIETNAM, local
from counter_app.desk import NobodySignedIn
from counter_app.domain.dossier import Party, PartyKind, ReturnWay
from counter_app.domain.processing import Collection, Relation, Result
from counter_app.domain.roles import NotAllowedFor
from counter_app.domain.states import NotAllowed, State
from counter_app.journal.rebuild import differences
from counter_app.progress import Silent
from counter_app.store.dossiers import by_subject, history
from counter_app.usecases import hand_overs, results, returns, stops, supplements, withdrawals
from counter_app.usecases.acts import (
    BackdatingUnexplained,
    DossierChanged,
    NotThisAgency,
    NotYet,
    ReasonMissing,
    TooEarly,
    When,
)
from counter_app.usecases.batches import BatchRefused, NothingChosen
from tests.fixtures.desk import AGENCY, SEAT, SUBMITTER, birth_intake, publish
from tests.fixtures.life import (
    ACTS,
    ASKED,
    BUU,
    COLLECTED,
    MINH,
    QUY,
    REACHING,
    THANH,
    WHY_STOPPED,
    WITHDRAWN,
    handed_over,
    received,
    resolved,
    traces,
)
from ui.errors import describe

ALL_OPEN = {State.RECEIVED, State.PROCESSING, State.SUPPLEMENT, State.PAYMENT, State.STOPPED}
FITS = {
    "take in": {State.ANNOUNCED},
    "refuse": {State.ANNOUNCED},
    "hand over": {State.RECEIVED},
    "ask for papers": {State.RECEIVED, State.PROCESSING},
    "receive papers": {State.SUPPLEMENT},
    "stop": {State.RECEIVED, State.PROCESSING, State.SUPPLEMENT, State.PAYMENT},
    "resume": {State.STOPPED},
    "apologise": ALL_OPEN,
    "change the due date": ALL_OPEN,
    "start a phase": {State.PROCESSING},
    "link": set(State),
    "reassign": {*ALL_OPEN, State.RESOLVED},
    "correct": {*ALL_OPEN, State.RESOLVED},
    "withdraw": ALL_OPEN,
    "resolve": ALL_OPEN,
    "receive the result": {*ALL_OPEN, State.RESOLVED},
    "shelve": {State.RESOLVED},
    "hand out": {State.RESOLVED},
    "finish on the spot": {State.RECEIVED},
}
COMES_TO = {
    "take in": State.RECEIVED,
    "refuse": State.REFUSED,
    "hand over": State.PROCESSING,
    "ask for papers": State.SUPPLEMENT,
    "receive papers": State.PROCESSING,
    "stop": State.STOPPED,
    "resume": State.PROCESSING,
    "start a phase": State.PROCESSING,
    "withdraw": State.WITHDRAWN,
    "resolve": State.RESOLVED,
    "receive the result": State.RESOLVED,
    "shelve": State.RESOLVED,
    "hand out": State.RETURNED,
    "finish on the spot": State.RETURNED,
}
"""The state after an act; where none is named, it is the one before."""


def refusal(error):
    """Return the error of the one dossier, also where a list was refused for it."""
    return error.refused[0].error if isinstance(error, BatchRefused) else error


def test_the_table_names_every_act():
    assert FITS.keys() == ACTS.keys()


@pytest.mark.parametrize("state", State, ids=lambda state: state.name.lower())
@pytest.mark.parametrize("act", ACTS)
def test_every_act_in_every_state(office, act, state):
    subject = REACHING[state](office)
    before = traces(office)
    assert office.ask(by_subject, subject).state == state
    if state in FITS[act]:
        ACTS[act](office, subject)
        row = office.ask(by_subject, subject)
        assert row.state == COMES_TO.get(act, state)
        assert not row.conflict
        with office.store.reading() as session:
            assert differences(session, Silent()) == []
    else:
        with pytest.raises((NotAllowed, BatchRefused, returns.ResultNotHere)) as refused:
            ACTS[act](office, subject)
        error = refusal(refused.value)
        assert isinstance(error, NotAllowed | returns.ResultNotHere)
        assert "{" not in describe(error)
        assert traces(office) == before


@pytest.mark.parametrize("officer", [THANH, QUY], ids=["inspector", "cashier"])
@pytest.mark.parametrize("act", ACTS)
def test_who_only_looks_on_or_takes_money_changes_no_dossier(office, act, officer):
    subject = REACHING[min(FITS[act])](office)
    before = traces(office)
    with pytest.raises((NotAllowedFor, BatchRefused)) as refused:
        ACTS[act](office.served_by(officer), subject)
    assert isinstance(refusal(refused.value), NotAllowedFor)
    assert traces(office) == before


def test_nobody_signed_in_changes_nothing(office):
    subject = received(office)
    with pytest.raises(NobodySignedIn):
        withdrawals.withdraw(office.served_by(None), subject, WITHDRAWN)


def test_the_post_acts_across_the_counter_but_decides_nothing(office):
    post = office.served_by(BUU)
    subject = handed_over(post)
    results.receive_results(post, [results.Arrival(subject)], place="Bưu điện")
    returns.hand_out(post, subject, COLLECTED)
    with pytest.raises(NotAllowedFor):
        stops.stop(post, handed_over(post), WHY_STOPPED)


def test_the_post_acts_only_for_the_agencies_of_its_seat(office):
    subject = handed_over(office)
    seat = {"number": SEAT, "name": "Bưu điện", "agencies": ["000.00.99.H35"], "favourites": []}
    publish(office, "seat_defined", ("seat", SEAT), seat)
    with pytest.raises(NotThisAgency):
        withdrawals.withdraw(office.served_by(BUU), subject, WITHDRAWN)
    withdrawals.withdraw(office.served_by(MINH), subject, WITHDRAWN)


def test_a_dossier_that_changed_on_the_screen_is_looked_at_again(office):
    subject = received(office)
    seen = office.ask(by_subject, subject).last_act
    hand_overs.hand_over(office, [subject], AGENCY)
    before = traces(office)
    with pytest.raises(DossierChanged):
        withdrawals.withdraw(office, subject, WITHDRAWN, seen=seen)
    assert traces(office) == before
    now = office.ask(by_subject, subject).last_act
    withdrawals.withdraw(office, subject, WITHDRAWN, seen=now)


def test_a_result_that_came_before_it_was_typed_is_in_time(office):
    subject = handed_over(office)
    due_at = local(office.ask(by_subject, subject).due_at)
    office.clock.set(due_at + timedelta(days=3))
    real = When(due_at - timedelta(hours=1), "Phần mềm chưa cập nhật kịp")
    results.receive_results(office, [results.Arrival(subject, when=real)])
    row = office.ask(by_subject, subject)
    assert row.outcome == "on_time"
    entry = office.ask(history, subject)[-1]
    assert local(entry.occurred_at) == due_at - timedelta(hours=1)
    assert local(entry.recorded_at) == due_at + timedelta(days=3)
    assert entry.record()["because"] == "Phần mềm chưa cập nhật kịp"


@pytest.mark.parametrize(
    ("after_intake", "because", "error"),
    [
        (timedelta(hours=2), "", BackdatingUnexplained),
        (timedelta(hours=2), "   ", ReasonMissing),
        (timedelta(days=9), "vì", NotYet),
        (timedelta(days=-1), "vì", TooEarly),
    ],
)
def test_a_moment_that_cannot_be_or_is_not_explained_is_refused(
    office, after_intake, because, error
):
    subject = handed_over(office)
    received_at = local(office.ask(by_subject, subject).received_at)
    office.clock.advance(timedelta(days=1))
    before = traces(office)
    with pytest.raises(error):
        results.resolve(office, subject, when=When(received_at + after_intake, because))
    assert traces(office) == before


def test_a_pause_cannot_end_before_it_began(office):
    subject = handed_over(office)
    office.clock.advance(timedelta(days=2))
    supplements.request(office, subject, ASKED)
    office.clock.advance(timedelta(days=2))
    early = When(local(office.clock.now_ms()) - timedelta(days=3), "Ghi sót")
    with pytest.raises(TooEarly):
        supplements.receive(office, subject, when=early)


def test_a_list_goes_out_as_a_whole_or_not_at_all(office):
    good, paused = received(office), REACHING[State.SUPPLEMENT](office)
    before = traces(office)
    with pytest.raises(BatchRefused) as refused:
        hand_overs.hand_over(office, [good, paused], AGENCY)
    assert [one.subject for one in refused.value.refused] == [paused]
    assert traces(office) == before
    with pytest.raises(NothingChosen):
        hand_overs.hand_over(office, [], AGENCY)


def test_a_paper_scanned_twice_stands_on_the_list_once(office):
    subject = received(office)
    batch = hand_overs.hand_over(office, [subject, subject], AGENCY)
    assert batch.subjects == (subject,)
    assert batch.number == "BG07-261120-01"


def test_a_dossier_goes_to_its_own_agency_only(office):
    with pytest.raises(BatchRefused) as refused:
        hand_overs.hand_over(office, [received(office)], "000.00.99.H35")
    assert isinstance(refused.value.refused[0].error, hand_overs.OtherAgency)


def test_a_hand_over_is_taken_back_until_the_agency_signed(office):
    first, second = received(office), received(office)
    batch = hand_overs.hand_over(office, [first, second], AGENCY)
    assert hand_overs.take_back(office, batch.id, "Nhầm hồ sơ", [first]) == 1
    row = office.ask(by_subject, first)
    assert (row.state, row.holder) == (State.RECEIVED, "counter")
    assert hand_overs.accept(office, batch.id, "Lê Văn Bình") == 1
    before = traces(office)
    with pytest.raises(BatchRefused) as refused:
        hand_overs.take_back(office, batch.id, "Nhầm hồ sơ")
    assert isinstance(refused.value.refused[0].error, hand_overs.AlreadyAccepted)
    assert traces(office) == before
    assert hand_overs.hand_over(office, [first], AGENCY).number == "BG07-261120-02"


def test_who_is_neither_owner_nor_submitter_shows_an_authorisation(office):
    subject = resolved(office)
    stranger = Collection(Party(name="Lò Văn Páo"), Relation.AUTHORISED)
    with pytest.raises(returns.AuthorisationMissing):
        returns.hand_out(office, subject, stranger)
    returns.hand_out(office, subject, replace(stranger, authorisation="Giấy ủy quyền 12/2026"))


def test_staff_of_an_organisation_needs_no_authorisation(office):
    company = Party(PartyKind.ORGANISATION, "Công ty TNHH Tây Bắc", "0100109106")
    subject = received(office, birth_intake(owner=company))
    results.resolve(office, subject)
    staff = Collection(Party(name="Lò Văn Páo"), Relation.STAFF)
    returns.hand_out(office, subject, staff)


def test_a_result_at_the_agency_is_not_handed_out_on_paper(office):
    subject = handed_over(office)
    results.resolve(office, subject, Result(number="12/QĐ-UBND"))
    with pytest.raises(returns.ResultNotHere):
        returns.hand_out(office, subject, COLLECTED)
    electronic = replace(COLLECTED, way=ReturnWay.ELECTRONIC)
    returns.hand_out(office, subject, electronic)
    assert office.ask(by_subject, subject).state == State.RETURNED


def test_the_paper_of_a_result_comes_after_its_decision(office):
    subject = handed_over(office)
    results.resolve(office, subject, Result(number="12/QĐ-UBND"))
    decided_at = office.ask(by_subject, subject).resolved_at
    office.clock.advance(timedelta(days=5))
    results.receive_results(office, [results.Arrival(subject)], place="Kệ A1")
    row = office.ask(by_subject, subject)
    assert (row.resolved_at, row.outcome) == (decided_at, "early")
    assert (row.holder, row.shelf_place) == ("shelf", "Kệ A1")


def test_the_post_takes_results_with_their_waybills(office):
    one, other = resolved(office), resolved(office)
    to_post = Collection(SUBMITTER, way=ReturnWay.POST)
    with pytest.raises(BatchRefused) as refused:
        returns.send_by_post(office, [(one, to_post), (other, replace(to_post, waybill="VN1"))])
    assert isinstance(refused.value.refused[0].error, returns.WaybillMissing)
    batch = returns.send_by_post(
        office, [(one, replace(to_post, waybill="VN1")), (other, replace(to_post, waybill="VN2"))]
    )
    assert batch.number == "BC07-261120-01"
    assert office.ask(by_subject, one).state == State.RETURNED


def test_a_whole_life_keeps_its_days(office):
    subject = handed_over(office)
    office.clock.set(datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM))
    supplements.request(office, subject, ASKED)
    office.clock.set(datetime(2026, 12, 1, 9, 0, tzinfo=VIETNAM))
    gone_on = supplements.receive(office, subject)
    assert local(gone_on.due_before) == datetime(2026, 11, 23, 17, 0, tzinfo=VIETNAM)
    assert local(gone_on.due_after) == datetime(2026, 12, 2, 17, 0, tzinfo=VIETNAM)
