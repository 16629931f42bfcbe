"""Stopping a dossier and letting it go on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from counter_app.desk import Desk
from counter_app.domain.processing import PauseKind, Stop
from counter_app.domain.reasons import ReasonKind
from counter_app.domain.roles import Duty
from counter_app.domain.states import Act, State
from counter_app.journal.dossiers.processing import RESUMED, STOPPED
from counter_app.records import to_record
from counter_app.usecases import pauses
from counter_app.usecases.acts import NOW, When, begin, reason
from counter_app.usecases.letters import LetterForm, next_letter
from counter_app.usecases.supplements import GoneOn, go_on


@dataclass(frozen=True, slots=True)
class Stopped:
    """What was done: the entry and the number of the notice."""

    entry_id: UUID
    letter: str


def stop(
    desk: Desk, subject: UUID, why: Stop, when: When = NOW, seen: UUID | None = None
) -> Stopped:
    """Stop processing; the term stands still and a notice gets its number.

    Raises:
        ReasonMissing, ReasonNotOffered; as `acts.begin` and `acts.moment`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.DECIDE, Act.STOP, seen)
        words = acting.reason_words(ReasonKind.STOP, why.reason_code)
        letter = next_letter(session, desk, LetterForm.STOP)
        record = {
            **to_record(replace(why, reason=reason(why.reason), reason_words=words)),
            "policy": pauses.policy(acting, PauseKind.STOP).value,
            "officer_name": desk.acting.name,
            "letter": letter,
        }
        entry = acting.write(STOPPED, record, when)
        return Stopped(entry.entry_id, letter["number"])


def resume(
    desk: Desk,
    subject: UUID,
    note: str = "",
    back_to_counter: bool = False,
    when: When = NOW,
    seen: UUID | None = None,
) -> GoneOn:
    """Let a stopped dossier go on.

    Args:
        back_to_counter: it begins again at the counter, also where an agency has the paper.

    Raises:
        CalendarEnds, SettingMissing: the new due moment cannot be counted.
        As `acts.begin` and `acts.moment`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.DECIDE, seen=seen)
        act = pauses.way_on(acting, back_to_counter)
        if acting.life.state is not State.STOPPED:
            raise pauses.not_paused(acting, act)
        return go_on(acting, RESUMED, act, {"note": note}, when)
