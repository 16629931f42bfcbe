"""The acts of a dossier's page: which are offered, their keys, their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication

from counter_app.domain.allowed import allowed
from counter_app.domain.roles import Duty, Role, may
from counter_app.domain.states import Act, State
from counter_app.store.dossiers import DossierRow


class Deed(StrEnum):
    """What an officer can do on the page of a dossier."""

    ASK = "ask"
    """Ask for papers."""
    PAPERS_IN = "papers_in"
    STOP = "stop"
    RESUME = "resume"
    EXTEND = "extend"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    RESULT = "result"
    SETTLE = "settle"
    TAKE_ONLINE = "take_online"
    REFUSE_ONLINE = "refuse_online"
    HAND_OVER = "hand_over"
    RETURN = "return"
    CHANGE_DUE = "change_due"
    SHELVE = "shelve"
    REASSIGN = "reassign"
    TAKE_BACK = "take_back"
    START_PHASE = "start_phase"
    LINK = "link"
    COPY = "copy"


KEYS: Final[Mapping[Deed, str]] = MappingProxyType(
    {
        Deed.ASK: "Alt+B",
        Deed.PAPERS_IN: "Alt+B",
        Deed.STOP: "Alt+D",
        Deed.RESUME: "Alt+D",
        Deed.EXTEND: "Alt+G",
        Deed.CORRECT: "Alt+S",
        Deed.WITHDRAW: "Alt+R",
        Deed.RESULT: "Alt+K",
        Deed.SETTLE: "Alt+X",
        Deed.TAKE_ONLINE: "Alt+N",
        Deed.REFUSE_ONLINE: "Alt+R",
        Deed.HAND_OVER: "Alt+H",
        Deed.RETURN: "Alt+T",
        Deed.CHANGE_DUE: "Alt+N",
        Deed.SHELVE: "Alt+E",
        Deed.REASSIGN: "Alt+C",
        Deed.TAKE_BACK: "Alt+U",
        Deed.START_PHASE: "Alt+I",
        Deed.LINK: "Alt+L",
        Deed.COPY: "Alt+M",
    }
)
"""One key for each act; acts that never stand beside each other may share one."""

SELDOM: Final = frozenset(
    {
        Deed.HAND_OVER,
        Deed.CHANGE_DUE,
        Deed.SHELVE,
        Deed.REASSIGN,
        Deed.TAKE_BACK,
        Deed.START_PHASE,
        Deed.LINK,
        Deed.COPY,
    }
)
"""Acts that wait in the menu behind the others."""

ELSEWHERE: Final[Mapping[Deed, str]] = MappingProxyType(
    {Deed.HAND_OVER: "hand_over", Deed.RETURN: "return", Deed.COPY: "intake"}
)
"""Acts that have a page of their own, by its key."""

_ACTS: Final[Mapping[Act, Deed]] = MappingProxyType(
    {
        Act.RECEIVE: Deed.TAKE_ONLINE,
        Act.REFUSE: Deed.REFUSE_ONLINE,
        Act.ASK_SUPPLEMENT: Deed.ASK,
        Act.STOP: Deed.STOP,
        Act.EXTEND: Deed.EXTEND,
        Act.CORRECT: Deed.CORRECT,
        Act.WITHDRAW: Deed.WITHDRAW,
        Act.RESOLVE: Deed.RESULT,
        Act.RETURN: Deed.RETURN,
        Act.HAND_OVER: Deed.HAND_OVER,
        Act.TAKE_IN: Deed.HAND_OVER,
        Act.CHANGE_DUE: Deed.CHANGE_DUE,
        Act.SHELVE: Deed.SHELVE,
        Act.REASSIGN: Deed.REASSIGN,
        Act.START_PHASE: Deed.START_PHASE,
    }
)
_GOES_ON: Final[Mapping[State, Deed]] = MappingProxyType(
    {State.SUPPLEMENT: Deed.PAPERS_IN, State.STOPPED: Deed.RESUME}
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who sits at the counter, as the centre defines them now."""

    login: str
    roles: frozenset[str]

    @property
    def supervises(self) -> bool:
        """Whether they decide alone where others need a second person."""
        return Role.SUPERVISOR in self.roles


NOBODY: Final = Actor("", frozenset())


def offered(row: DossierRow, actor: Actor, on_the_spot: bool, begun: bool) -> tuple[Deed, ...]:
    """Return what this officer may do to the dossier now, in the order of the bar.

    Args:
        on_the_spot: its result may be made and handed out in one act.
        begun: something was done to it since its intake.
    """
    state = State(row.state)
    acts = allowed(state, actor.roles)
    found = {_ACTS[act] for act in acts if act in _ACTS}
    if Act.REWORK in acts and state in _GOES_ON:
        found.add(_GOES_ON[state])
    if on_the_spot and Act.RESOLVE in acts:
        found.add(Deed.RETURN)
    if row.assigned_to not in {"", actor.login} and not may(actor.roles, Duty.SUPERVISE):
        found.discard(Deed.REASSIGN)
    if may(actor.roles, Duty.COUNTER):
        found |= {Deed.COPY, Deed.LINK}
        if row.conflict:
            found.add(Deed.SETTLE)
        if begun:
            found.add(Deed.TAKE_BACK)
    if row.needs_update:
        return ()
    return tuple(deed for deed in Deed if deed in found)


def needs_second(deed: Deed, row: DossierRow, actor: Actor) -> bool:
    """Tell whether a second person must agree."""
    match deed:
        case Deed.CHANGE_DUE:
            return True
        case Deed.CORRECT:
            return row.state != State.RECEIVED
        case Deed.TAKE_BACK | Deed.SETTLE:
            return not actor.supervises
        case _:
            return False


def deed_words(deed: Deed) -> str:
    """Return the name of an act, short enough for its button."""
    translate = QCoreApplication.translate
    return {
        Deed.ASK: translate("Deeds", "Ask for papers"),
        Deed.PAPERS_IN: translate("Deeds", "Papers have come"),
        Deed.STOP: translate("Deeds", "Stop"),
        Deed.RESUME: translate("Deeds", "Go on"),
        Deed.EXTEND: translate("Deeds", "Apology, new date"),
        Deed.CORRECT: translate("Deeds", "Correct"),
        Deed.WITHDRAW: translate("Deeds", "Withdraw"),
        Deed.RESULT: translate("Deeds", "Result is there"),
        Deed.SETTLE: translate("Deeds", "Settle the conflict"),
        Deed.TAKE_ONLINE: translate("Deeds", "Take in"),
        Deed.REFUSE_ONLINE: translate("Deeds", "Refuse"),
        Deed.HAND_OVER: translate("Deeds", "Hand over, take in the result"),
        Deed.RETURN: translate("Deeds", "Return the result"),
        Deed.CHANGE_DUE: translate("Deeds", "Change the due date"),
        Deed.SHELVE: translate("Deeds", "Shelf place"),
        Deed.REASSIGN: translate("Deeds", "Give to another officer"),
        Deed.TAKE_BACK: translate("Deeds", "Take back the last act"),
        Deed.START_PHASE: translate("Deeds", "Begin the next phase"),
        Deed.LINK: translate("Deeds", "Link with another dossier"),
        Deed.COPY: translate("Deeds", "Another one like this"),
    }[deed]


def deed_icon(deed: Deed) -> str:
    """Return the icon of an act."""
    return {
        Deed.ASK: "file-plus",
        Deed.PAPERS_IN: "file-check",
        Deed.STOP: "player-pause",
        Deed.RESUME: "arrow-right",
        Deed.EXTEND: "mail",
        Deed.CORRECT: "pencil",
        Deed.WITHDRAW: "arrow-back-up",
        Deed.RESULT: "circle-check",
        Deed.SETTLE: "alert-triangle",
        Deed.TAKE_ONLINE: "file-check",
        Deed.REFUSE_ONLINE: "circle-x",
        Deed.RETURN: "check",
    }.get(deed, "")
