"""Which acts somebody with these roles may do to a dossier in a state: what a page offers.

The acts themselves check the same, in their own transaction; this only spares the officer a
refusal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from counter_app.domain.roles import Duty, may
from counter_app.domain.states import Act, State, acts

DUTIES: Final[Mapping[Act, Duty]] = MappingProxyType(
    {
        Act.ANNOUNCE: Duty.COUNTER,
        Act.RECEIVE: Duty.COUNTER,
        Act.REFUSE: Duty.COUNTER,
        Act.HAND_OVER: Duty.COUNTER,
        Act.ACCEPT: Duty.COUNTER,
        Act.ASK_SUPPLEMENT: Duty.COUNTER,
        Act.ASK_PAYMENT: Duty.COUNTER,
        Act.STOP: Duty.DECIDE,
        Act.EXTEND: Duty.DECIDE,
        Act.CHANGE_DUE: Duty.DECIDE,
        Act.START_PHASE: Duty.DECIDE,
        Act.REASSIGN: Duty.COUNTER,
        Act.CORRECT: Duty.DECIDE,
        Act.WITHDRAW: Duty.COUNTER,
        Act.RESOLVE: Duty.DECIDE,
        Act.TAKE_IN: Duty.COUNTER,
        Act.SHELVE: Duty.COUNTER,
        Act.RETURN: Duty.COUNTER,
    }
)
_GOES_ON: Final[Mapping[State, Duty]] = MappingProxyType(
    {State.SUPPLEMENT: Duty.COUNTER, State.PAYMENT: Duty.COLLECT, State.STOPPED: Duty.DECIDE}
)
"""Who lets a paused dossier go on, by what it waits for."""


def allowed(state: State, roles: Iterable[str]) -> frozenset[Act]:
    """Return the acts that fit the state and that these roles may do."""
    held = frozenset(roles)
    return frozenset(act for act in acts(state) if may(held, _duty(act, state)))


def _duty(act: Act, state: State) -> Duty:
    return DUTIES[act] if act in DUTIES else _GOES_ON[state]
