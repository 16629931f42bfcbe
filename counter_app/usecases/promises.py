"""A later date with an apology, and a due date set anew."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from counter_app.clock import local, to_ms
from counter_app.desk import Desk, Officer
from counter_app.domain.deadlines import ExtensionNotLater
from counter_app.domain.processing import Apology
from counter_app.domain.reasons import ReasonKind
from counter_app.domain.roles import Duty
from counter_app.domain.states import Act
from counter_app.errors import CounterError
from counter_app.journal.dossiers.promises import DUE_CHANGED, EXTENDED
from counter_app.records import to_record
from counter_app.usecases.acts import Acting, begin, check_second, reason
from counter_app.usecases.letters import LetterForm, next_letter


@dataclass(eq=False)
class NothingPromised(CounterError):
    """dossier {number} has no due date that could be extended"""

    number: str


@dataclass(eq=False)
class PromisePast(CounterError):
    """{new_due_at} is past already; promise a moment that can be kept"""

    new_due_at: datetime


@dataclass(frozen=True, slots=True)
class Apologised:
    """What was done: the entry and the number of the letter."""

    entry_id: UUID
    letter: str


def apologise(desk: Desk, subject: UUID, apology: Apology, seen: UUID | None = None) -> Apologised:
    """Promise a later moment with a letter; the due date stays the yardstick.

    Raises:
        ReasonMissing, ReasonNotOffered, NothingPromised, PromisePast, ExtensionNotLater;
        as `acts.begin`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.DECIDE, Act.EXTEND, seen)
        promised = acting.row["promised_at"]
        new = _new(acting, apology.new_due_at)
        if promised is None:
            raise NothingPromised(acting.row["number"])
        if new <= promised:
            raise ExtensionNotLater(apology.new_due_at, local(promised))
        words = acting.reason_words(ReasonKind.LATE, apology.reason_code)
        letter = next_letter(session, desk, LetterForm.APOLOGY)
        record = {
            **to_record(replace(apology, reason=reason(apology.reason), reason_words=words)),
            "promised_before": promised,
            "promised_after": new,
            "officer_name": desk.acting.name,
            "letter": letter,
        }
        entry = acting.write(EXTENDED, record)
        return Apologised(entry.entry_id, letter["number"])


def change_due(
    desk: Desk,
    subject: UUID,
    new_due_at: datetime,
    because: str,
    second: Officer | None,
    seen: UUID | None = None,
) -> UUID:
    """Set the due date itself anew, without a letter; two persons answer for it.

    Args:
        second: a supervisor who signed in for this, other than the officer who acts.

    Raises:
        SecondPersonMissing, ReasonMissing, PromisePast; as `acts.begin`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.DECIDE, Act.CHANGE_DUE, seen)
        agreed = check_second(desk, second)
        record = {
            "due_before": acting.row["due_at"],
            "due_after": _new(acting, new_due_at),
            "reason": reason(because),
            "second": agreed,
        }
        return acting.write(DUE_CHANGED, record).entry_id


def _new(acting: Acting, moment: datetime) -> int:
    if to_ms(moment) <= acting.author.now_ms:
        raise PromisePast(moment)
    return to_ms(moment)
