"""The states of a dossier and the moves between them.

The codes are the national ones (Thông tư 18/2019/TT-BTTTT); the standard lists codes only, the
moves follow the acts of systems in use. A centre asks for supplements and fees, and stops a
dossier, also before it is handed over; a citizen may withdraw until there is a result.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Final

from counter_app.errors import CounterError


class State(IntEnum):
    """National state code of a dossier."""

    ANNOUNCED = 1
    RECEIVED = 2
    REFUSED = 3
    PROCESSING = 4
    SUPPLEMENT = 5
    PAYMENT = 6
    WITHDRAWN = 7
    STOPPED = 8
    RESOLVED = 9
    RETURNED = 10


class Act(StrEnum):
    """What somebody does to a dossier.

    `REWORK` takes a paused dossier back to the intake officer, `CONTINUE` straight on to the
    agency that paused it. `RESOLVE` also stands for a refusal document: it is a result.
    """

    ANNOUNCE = "announce"
    RECEIVE = "receive"
    REFUSE = "refuse"
    HAND_OVER = "hand_over"
    ACCEPT = "accept"
    ASK_SUPPLEMENT = "ask_supplement"
    ASK_PAYMENT = "ask_payment"
    STOP = "stop"
    REWORK = "rework"
    CONTINUE = "continue"
    EXTEND = "extend"
    CHANGE_DUE = "change_due"
    START_PHASE = "start_phase"
    REASSIGN = "reassign"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    RESOLVE = "resolve"
    TAKE_IN = "take_in"
    SHELVE = "shelve"
    RETURN = "return"


@dataclass(eq=False)
class NotAllowed(CounterError):
    """{act} does not fit a dossier in state {state!r}"""

    state: State | None
    act: Act


OPEN: Final = frozenset(
    {State.RECEIVED, State.PROCESSING, State.SUPPLEMENT, State.PAYMENT, State.STOPPED}
)
"""The counter owes a result: from intake until the result is there."""

PAUSED: Final = frozenset({State.SUPPLEMENT, State.PAYMENT, State.STOPPED})
"""Open, while the term stands still."""

FINAL: Final = frozenset({State.REFUSED, State.WITHDRAWN, State.RETURNED})
"""No act leads on."""

_STAYING: Final[Mapping[Act, tuple[State, ...]]] = MappingProxyType(
    {
        Act.ACCEPT: (State.PROCESSING,),
        Act.START_PHASE: (State.PROCESSING,),
        Act.EXTEND: tuple(sorted(OPEN)),
        Act.CHANGE_DUE: tuple(sorted(OPEN)),
        Act.REASSIGN: (*sorted(OPEN), State.RESOLVED),
        Act.CORRECT: (*sorted(OPEN), State.RESOLVED),
        Act.TAKE_IN: (State.RESOLVED,),
        Act.SHELVE: (State.RESOLVED,),
    }
)
"""Acts that leave the state as it is."""

MOVES: Final[Mapping[tuple[State | None, Act], State]] = MappingProxyType(
    {
        (None, Act.ANNOUNCE): State.ANNOUNCED,
        (None, Act.RECEIVE): State.RECEIVED,
        (State.ANNOUNCED, Act.RECEIVE): State.RECEIVED,
        (State.ANNOUNCED, Act.REFUSE): State.REFUSED,
        (State.RECEIVED, Act.HAND_OVER): State.PROCESSING,
        **{
            (state, act): after
            for state in (State.RECEIVED, State.PROCESSING)
            for act, after in (
                (Act.ASK_SUPPLEMENT, State.SUPPLEMENT),
                (Act.ASK_PAYMENT, State.PAYMENT),
                (Act.STOP, State.STOPPED),
            )
        },
        # What was asked for did not come in time.
        (State.SUPPLEMENT, Act.STOP): State.STOPPED,
        (State.PAYMENT, Act.STOP): State.STOPPED,
        **{(state, Act.REWORK): State.RECEIVED for state in sorted(PAUSED)},
        **{(state, Act.CONTINUE): State.PROCESSING for state in sorted(PAUSED)},
        **{(state, Act.WITHDRAW): State.WITHDRAWN for state in sorted(OPEN)},
        **{(state, Act.RESOLVE): State.RESOLVED for state in sorted(OPEN)},
        (State.RESOLVED, Act.RETURN): State.RETURNED,
        **{(state, act): state for act, states in _STAYING.items() for state in states},
    }
)
"""Every act a dossier can undergo; None is a dossier that does not exist yet."""


def move(state: State | None, act: Act) -> State:
    """Return the state after `act`. Raises NotAllowed."""
    after = MOVES.get((state, act))
    if after is None:
        raise NotAllowed(state, act)
    return after


def acts(state: State | None) -> tuple[Act, ...]:
    """Return what may be done to a dossier in `state`, in the order of the paper's way."""
    possible = {act for (before, act) in MOVES if before == state}
    return tuple(act for act in Act if act in possible)
