"""Results: the agency has decided, the paper is at the centre, it lies on its shelf."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from counter_app.clock import local
from counter_app.desk import Desk
from counter_app.domain.deadlines import Comparison, Outcome, outcome
from counter_app.domain.processing import PLAIN_RESULT, Direction, Result
from counter_app.domain.reasons import ReasonKind
from counter_app.domain.roles import Duty
from counter_app.domain.states import Act, State, move
from counter_app.errors import CounterError
from counter_app.journal.dossiers.results import RESOLVED, RESULT_RECEIVED, SHELVED
from counter_app.records import to_record
from counter_app.text import composed
from counter_app.usecases.acts import NOW, Acting, When, begin
from counter_app.usecases.batches import Batch, each, next_batch


@dataclass(eq=False)
class PlaceMissing(CounterError):
    """say where the result lies"""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A result that came in from its agency. `when` is when it really lay at the centre."""

    subject: UUID
    result: Result = PLAIN_RESULT
    when: When = NOW
    late_reason: str | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Finished:
    """What was done, and whether it was in time."""

    entry_id: UUID
    outcome: Outcome


def receive_results(
    desk: Desk, arrivals: Sequence[Arrival], agency_code: str = "", place: str = ""
) -> Batch:
    """Take in results that an agency brings, on one list, all of them or none.

    The clock of a dossier stops when its result really lay at the centre, not when it is typed.

    Args:
        agency_code: who brings them; "" for several agencies at once.
        place: the shelf of all that name none of their own.

    Raises:
        NothingChosen.
        BatchRefused: some do not fit; each is named with its error (as `acts.begin`, `moment`).
    """
    by_subject = {arrival.subject: arrival for arrival in arrivals}
    with desk.store.writing() as session:
        told = next_batch(session, desk, Direction.BACK, agency_code)
        positions = {subject: number for number, subject in enumerate(by_subject, start=1)}

        def act(subject: UUID) -> None:
            arrival = by_subject[subject]
            acting = begin(session, desk, subject, Duty.COUNTER)
            state = acting.life.state
            move_made = Act.TAKE_IN if state is State.RESOLVED else Act.RESOLVE
            move(state, move_made)
            line = {
                **told,
                "position": positions[subject],
                "agency_code": agency_code or acting.row["agency_code"],
            }
            record = {
                **_resolution(acting, arrival.result, arrival.late_reason),
                "act": move_made.value,
                "batch": line,
                "place": composed(arrival.place or place),
            }
            acting.write(RESULT_RECEIVED, record, arrival.when)

        each(by_subject, act)
        return Batch(
            UUID(told["id"]), told["number"], Direction.BACK, agency_code, tuple(by_subject)
        )


def resolve(
    desk: Desk,
    subject: UUID,
    result: Result = PLAIN_RESULT,
    late_reason: str | None = None,
    when: When = NOW,
    seen: UUID | None = None,
) -> Finished:
    """Note that there is a result: signed by the agency, or made here on the spot.

    Its paper may still be at the agency; `receive_results` tells when it lies at the centre.

    Raises:
        ReasonNotOffered; as `acts.begin` and `acts.moment`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.DECIDE, Act.RESOLVE, seen)
        return write_resolved(acting, result, late_reason, when)


def write_resolved(acting: Acting, result: Result, late_reason: str | None, when: When) -> Finished:
    """Write the entry that there is a result, in the transaction of another act."""
    entry = acting.write(RESOLVED, _resolution(acting, result, late_reason), when)
    return Finished(entry.entry_id, Outcome(acting.again().row["outcome"]))


def shelve(desk: Desk, subject: UUID, place: str, seen: UUID | None = None) -> None:
    """Note where a result lies until it is fetched.

    Raises:
        PlaceMissing; as `acts.begin`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COUNTER, Act.SHELVE, seen)
        told = composed(place)
        if not told:
            raise PlaceMissing
        acting.write(SHELVED, {"place": told})


def outlook(desk: Desk, subject: UUID, when: When = NOW) -> Outcome:
    """Return whether a result would be early, on time or late; a late one asks for its reason.

    Raises:
        As `acts.begin` and `acts.moment`.
    """
    with desk.store.reading() as session:
        acting = begin(session, desk, subject, Duty.COUNTER, Act.RESOLVE)
        return _would_be(acting, acting.moment(when))


def _would_be(acting: Acting, stopped_at: int) -> Outcome:
    row = acting.row
    if row["paused_since"] is not None:
        stopped_at = min(stopped_at, row["paused_since"])
    due_at = None if row["due_at"] is None else local(row["due_at"])
    return outcome(local(stopped_at), due_at, _comparison(acting))


def _resolution(acting: Acting, result: Result, late_reason: str | None) -> dict[str, Any]:
    record: dict[str, Any] = {
        "result": to_record(result),
        "comparison": _comparison(acting).value,
        "officer_name": acting.desk.acting.name,
    }
    if late_reason is not None:
        record["late_reason"] = str(late_reason)
        if words := acting.reason_words(ReasonKind.LATE, late_reason):
            record["late_reason_words"] = words
    return record


def _comparison(acting: Acting) -> Comparison:
    return acting.settings().deadline_rules().comparison
