"""States of a dossier and the moves between them."""

import pytest

from counter_app.domain.states import FINAL, MOVES, OPEN, PAUSED, Act, NotAllowed, State, acts, move

OPEN_CODES = (2, 4, 5, 6, 8)
LAWFUL = {
    (None, 1),
    (None, 2),
    (1, 2),
    (1, 3),
    (2, 4),
    *((before, after) for before in (2, 4) for after in (5, 6, 8)),
    (5, 8),
    (6, 8),
    *((before, after) for before in (5, 6, 8) for after in (2, 4)),
    *((before, after) for before in OPEN_CODES for after in (7, 9)),
    (9, 10),
}
"""The national codes an act leads from and to."""


def test_the_moves_are_those_of_the_standard_and_no_others():
    changes = [(before, after) for (before, _), after in MOVES.items() if before != after]
    assert set(changes) == LAWFUL
    assert len(changes) == len(LAWFUL)


def test_acts_that_leave_the_state_fit_no_dossier_that_is_over():
    staying = {(state, act) for (state, act), after in MOVES.items() if state == after}
    assert {state for state, _ in staying} == {*OPEN, State.RESOLVED}
    assert {act for state, act in staying if state is State.RESOLVED} == {
        Act.CORRECT,
        Act.REASSIGN,
        Act.SHELVE,
        Act.TAKE_IN,
    }


def test_every_state_can_be_reached():
    reached, edge = set(), {None}
    while edge:
        edge = {after for (before, _), after in MOVES.items() if before in edge} - reached
        reached |= edge
    assert reached == set(State)


def test_final_states_lead_nowhere_and_open_ones_lead_to_a_result():
    assert {state for state in State if not acts(state)} == FINAL
    assert {State.REFUSED, State.WITHDRAWN, State.RETURNED} == FINAL
    assert all(move(state, Act.RESOLVE) is State.RESOLVED for state in OPEN)
    assert PAUSED < OPEN
    assert not OPEN & FINAL


@pytest.mark.parametrize(
    "way",
    [
        [Act.RECEIVE, Act.HAND_OVER, Act.RESOLVE, Act.RETURN],
        [Act.RECEIVE, Act.RESOLVE, Act.RETURN],
        [Act.ANNOUNCE, Act.RECEIVE, Act.HAND_OVER, Act.ASK_SUPPLEMENT, Act.REWORK, Act.HAND_OVER,
         Act.STOP, Act.CONTINUE, Act.ASK_PAYMENT, Act.CONTINUE, Act.RESOLVE, Act.RETURN],
    ],
)  # fmt: skip
def test_a_dossier_goes_its_way(way):
    state = None
    for act in way:
        assert act in acts(state)
        state = move(state, act)
    assert state is State.RETURNED


@pytest.mark.parametrize(
    ("state", "act"),
    [
        (None, Act.RETURN),
        (State.RETURNED, Act.RETURN),
        (State.RETURNED, Act.WITHDRAW),
        (State.RESOLVED, Act.WITHDRAW),
        (State.REFUSED, Act.RECEIVE),
        (State.RECEIVED, Act.RECEIVE),
        (State.SUPPLEMENT, Act.HAND_OVER),
        (State.RECEIVED, Act.ACCEPT),
        (State.RETURNED, Act.CORRECT),
    ],
)
def test_an_act_that_does_not_fit_is_refused(state, act):
    with pytest.raises(NotAllowed) as error:
        move(state, act)
    assert (error.value.state, error.value.act) == (state, act)
    assert act in str(error.value)
    assert act not in acts(state)


def test_the_codes_are_the_national_ones():
    assert {state.name: int(state) for state in State} == {
        "ANNOUNCED": 1,
        "RECEIVED": 2,
        "REFUSED": 3,
        "PROCESSING": 4,
        "SUPPLEMENT": 5,
        "PAYMENT": 6,
        "WITHDRAWN": 7,
        "STOPPED": 8,
        "RESOLVED": 9,
        "RETURNED": 10,
    }
