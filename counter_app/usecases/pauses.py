"""What a pause does to the promise: by the policy that was chosen when it began."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from counter_app.clock import local, to_ms
from counter_app.domain.deadlines import CountedDay, PausePolicy, resumed
from counter_app.domain.procedure import Channel, Term
from counter_app.domain.processing import PauseKind
from counter_app.domain.states import Act, NotAllowed
from counter_app.records import from_record, to_record
from counter_app.schema.acts import pause
from counter_app.store import reference
from counter_app.usecases.acts import Acting


def policy(acting: Acting, kind: PauseKind) -> PausePolicy:
    """Return the policy of a pause that begins now."""
    return acting.settings().pause_policy(kind.value, acting.row["procedure_code"])


def way_on(acting: Acting, back_to_counter: bool) -> Act:
    """Return how a paused dossier goes on: where its paper is, or back at the counter."""
    handed_over = acting.row["held_by"] != ""
    return Act.CONTINUE if handed_over and not back_to_counter else Act.REWORK


def not_paused(acting: Acting, act: Act) -> NotAllowed:
    """Return the error that nothing of this sort is waited for."""
    return NotAllowed(acting.life.state, act)


def going_on(acting: Acting, resumed_at: int) -> dict[str, Any]:
    """Return what the record of an act that ends a pause says of the promise, before and after.

    A dossier that was overdue when its pause began stays so: a policy that counts the whole term
    again would make the lateness disappear, so the pause is only added.

    Raises:
        CalendarEnds, SettingMissing: the due moment cannot be counted.
    """
    row = acting.row
    if row["due_at"] is None:
        return {}
    intake = acting.life.record
    term = None if intake["term"] is None else from_record(Term, intake["term"])
    if term is None:
        return {}
    settings = acting.settings()
    # A clock that was turned back makes no pause negative.
    ended = max(resumed_at, row["paused_since"])
    chosen = PausePolicy(acting.life.rows(pause)[-1]["policy"])
    if chosen is PausePolicy.START_AGAIN and row["paused_since"] > row["due_at"]:
        chosen = PausePolicy.ADD_WORKING_DAYS

    def moved(moment: int) -> tuple[int, tuple[CountedDay, ...]]:
        found = resumed(
            local(moment),
            local(row["paused_since"]),
            local(ended),
            term,
            settings.calendar(row["agency_code"]),
            settings.deadline_rules(),
            chosen,
            _cut_off(acting),
        )
        return to_ms(found.at), found.days

    due_after, days = moved(row["due_at"])
    promised = row["promised_at"]
    promised_after = due_after if promised == row["due_at"] else moved(promised)[0]
    return {
        "policy": chosen.value,
        "due_before": row["due_at"],
        "due_after": due_after,
        "due_days": to_record(days),
        "promised_before": promised,
        "promised_after": max(promised_after, due_after),
    }


def _cut_off(acting: Acting) -> Any:
    intake = acting.life.record
    version = intake.get("procedure_version")
    procedure = None if version is None else reference.procedure_of(acting.session, UUID(version))
    rule = None if procedure is None else procedure.rule(Channel(intake.get("channel", "counter")))
    return None if rule is None else rule.cut_off
