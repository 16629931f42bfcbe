"""What a page offers is what the acts accept, for every state and every role."""

import pytest

from counter_app.desk import Desk
from counter_app.domain.allowed import allowed
from counter_app.domain.roles import NotAllowedFor
from counter_app.domain.states import Act, NotAllowed, State
from counter_app.store.engine import Store
from counter_app.usecases.batches import BatchRefused
from counter_app.usecases.returns import ResultNotHere
from tests.fixtures.life import ACTS, BUU, HOA, LAN, MINH, QUY, REACHING, THANH

NAMED = {
    "take in": {Act.RECEIVE},
    "refuse": {Act.REFUSE},
    "hand over": {Act.HAND_OVER},
    "ask for papers": {Act.ASK_SUPPLEMENT},
    "stop": {Act.STOP},
    "apologise": {Act.EXTEND},
    "change the due date": {Act.CHANGE_DUE},
    "start a phase": {Act.START_PHASE},
    "correct": {Act.CORRECT},
    "withdraw": {Act.WITHDRAW},
    "resolve": {Act.RESOLVE},
    "shelve": {Act.SHELVE},
    "hand out": {Act.RETURN},
}
GOES_ON = {Act.REWORK, Act.CONTINUE}


@pytest.mark.parametrize("state", State, ids=lambda state: state.name.lower())
def test_what_is_offered_is_what_can_be_done(office, state):
    subject = REACHING[state](office)
    named = dict(NAMED)
    if state is State.SUPPLEMENT:
        named["receive papers"] = GOES_ON
    if state is State.STOPPED:
        named["resume"] = GOES_ON
    for officer in (MINH, BUU, QUY, THANH):
        offered = allowed(state, officer.roles)
        for name, acts in named.items():
            if offered & acts:
                assert taken(office, officer, name, subject) is None, (name, officer)
            else:
                with pytest.raises((NotAllowed, NotAllowedFor, BatchRefused, ResultNotHere)):
                    ACTS[name](office.served_by(officer), subject)


def taken(office, officer, name, subject):
    """Do the act on a copy of the counter, so that the dossier stays as it was."""
    copied = office.store.path.with_name(f"{officer.login} {name}.db")
    office.store.copy_to(copied)
    store = Store(copied)
    try:
        ACTS[name](Desk(store, office.clock, office.seat, officer), subject)
    finally:
        store.close()


def test_somebody_without_a_role_is_offered_nothing():
    assert all(allowed(state, ()) == frozenset() for state in State)


def test_a_supervisor_is_offered_whatever_fits():
    assert allowed(State.STOPPED, HOA.roles) >= GOES_ON
    assert allowed(State.RECEIVED, LAN.roles) >= {Act.CORRECT, Act.CHANGE_DUE}
