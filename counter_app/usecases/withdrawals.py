"""Giving a dossier back to a citizen who withdraws it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from counter_app.desk import Desk
from counter_app.domain.processing import Withdrawal
from counter_app.domain.roles import Duty
from counter_app.domain.states import Act
from counter_app.journal.dossiers.results import WITHDRAWN
from counter_app.records import to_record
from counter_app.usecases.acts import NOW, When, begin, reason


def withdraw(
    desk: Desk,
    subject: UUID,
    withdrawal: Withdrawal,
    when: When = NOW,
    seen: UUID | None = None,
) -> UUID:
    """Record the withdrawal; return its entry.

    Raises:
        ReasonMissing; as `acts.begin` and `acts.moment`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COUNTER, Act.WITHDRAW, seen)
        told = replace(withdrawal, reason=reason(withdrawal.reason))
        return acting.write(WITHDRAWN, to_record(told), when).entry_id
