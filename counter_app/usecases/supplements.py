"""Asking for what is missing, and taking it in: any number of times."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.domain.calendar import CalendarEnds
from counter_app.domain.dossier import Paper
from counter_app.domain.processing import PauseKind, Supplement
from counter_app.domain.roles import Duty
from counter_app.domain.states import Act, State, move
from counter_app.errors import CounterError
from counter_app.journal.dossiers.processing import SUPPLEMENT_RECEIVED, SUPPLEMENT_REQUESTED
from counter_app.records import to_record
from counter_app.store.reference import SettingMissing
from counter_app.usecases import pauses
from counter_app.usecases.acts import NOW, Acting, When, begin
from counter_app.usecases.letters import LetterForm, next_letter

_UNFIT_WITHIN: Final = 3
"""Working days in which a centre has to say that a dossier is not fit (Decree 61/2018/NĐ-CP)."""


class SupplementWarning(StrEnum):
    """What an officer should know before asking for a supplement; it forbids nothing."""

    ASKED_BEFORE = "asked_before"
    """A dossier may be sent back for completion once (Decree 61/2018/NĐ-CP)."""
    AFTER_THREE_DAYS = "after_three_days"
    OVERDUE = "overdue"


@dataclass(eq=False)
class NothingAskedFor(CounterError):
    """name at least one paper or say what is missing"""


@dataclass(eq=False)
class AnswerDayPast(CounterError):
    """{answer_by} is no day in the future"""

    answer_by: date


@dataclass(frozen=True, slots=True)
class Asked:
    """What was done: the entry, the letter's number, and what the officer should know."""

    entry_id: UUID
    letter: str
    warnings: tuple[SupplementWarning, ...]


@dataclass(frozen=True, slots=True)
class GoneOn:
    """A pause that ended, and what it did to the due moment (ms UTC; None without appointment)."""

    entry_id: UUID
    state: State
    due_before: int | None
    due_after: int | None


def warnings(desk: Desk, subject: UUID) -> tuple[SupplementWarning, ...]:
    """Return what an officer should know before asking. Raises as `request`."""
    with desk.store.reading() as session:
        return _warnings(begin(session, desk, subject, Duty.COUNTER, Act.ASK_SUPPLEMENT))


def request(
    desk: Desk,
    subject: UUID,
    supplement: Supplement,
    when: When = NOW,
    seen: UUID | None = None,
) -> Asked:
    """Ask for papers: the term stands still from now, and a letter gets its number.

    Raises:
        NothingAskedFor, AnswerDayPast: what is asked for is not complete.
        As `acts.begin` and `acts.moment`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COUNTER, Act.ASK_SUPPLEMENT, seen)
        if not supplement.lines and not supplement.reason.strip():
            raise NothingAskedFor
        if supplement.answer_by is not None and supplement.answer_by <= acting.today:
            raise AnswerDayPast(supplement.answer_by)
        known = _warnings(acting)
        letter = next_letter(session, desk, LetterForm.SUPPLEMENT)
        record = {
            **to_record(supplement),
            "policy": pauses.policy(acting, PauseKind.SUPPLEMENT).value,
            "officer_name": desk.acting.name,
            "letter": letter,
        }
        entry = acting.write(SUPPLEMENT_REQUESTED, record, when)
        return Asked(entry.entry_id, letter["number"], known)


def receive(
    desk: Desk,
    subject: UUID,
    papers: tuple[Paper, ...] = (),
    note: str = "",
    back_to_counter: bool = False,
    when: When = NOW,
    seen: UUID | None = None,
) -> GoneOn:
    """Take the supplement in: the term runs on by the policy of the procedure.

    Args:
        back_to_counter: the dossier begins again at the counter, also where an agency has it.

    Raises:
        CalendarEnds, SettingMissing: the new due moment cannot be counted.
        As `acts.begin` and `acts.moment`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COUNTER, seen=seen)
        act = pauses.way_on(acting, back_to_counter)
        if acting.life.state is not State.SUPPLEMENT:
            raise pauses.not_paused(acting, act)
        record = {"papers": to_record(papers), "note": note}
        return go_on(acting, SUPPLEMENT_RECEIVED, act, record, when)


def go_on(acting: Acting, kind: str, act: Act, told: dict[str, object], when: When) -> GoneOn:
    """Write the entry that ends a pause, with what it does to the due moment."""
    resumed_at = acting.moment(when)
    record = {**told, "act": act.value, **pauses.going_on(acting, resumed_at)}
    entry = acting.write(kind, record, when)
    before = acting.row["due_at"]
    return GoneOn(
        entry.entry_id, move(acting.life.state, act), before, record.get("due_after", before)
    )


def _warnings(acting: Acting) -> tuple[SupplementWarning, ...]:
    row = acting.row
    found = []
    if row["supplement_count"]:
        found.append(SupplementWarning.ASKED_BEFORE)
    if _working_days_since(acting) > _UNFIT_WITHIN:
        found.append(SupplementWarning.AFTER_THREE_DAYS)
    if row["due_at"] is not None and row["due_at"] < acting.author.now_ms:
        found.append(SupplementWarning.OVERDUE)
    return tuple(found)


def _working_days_since(acting: Acting) -> int:
    received_on = local_day(acting.row["received_at"])
    try:
        calendar = acting.settings().calendar(acting.row["agency_code"])
        return calendar.working_days(received_on + timedelta(days=1), acting.today)
    except (SettingMissing, CalendarEnds):
        return 0
