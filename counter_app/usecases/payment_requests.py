"""State 6: the agency asks for money before it goes on (yêu cầu thực hiện nghĩa vụ tài chính)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from counter_app.desk import Desk
from counter_app.domain.fees import OwedLine, sum_of
from counter_app.domain.processing import PauseKind
from counter_app.domain.roles import Duty
from counter_app.domain.states import Act, State
from counter_app.errors import CounterError
from counter_app.journal.dossiers.money import REQUIRED, SETTLED
from counter_app.records import to_record
from counter_app.store.money import account_of
from counter_app.text import composed
from counter_app.usecases import pauses
from counter_app.usecases.acts import NOW, When, begin, reason
from counter_app.usecases.supplements import GoneOn, go_on


@dataclass(eq=False)
class StillOwed(CounterError):
    """{open} đồng of dossier {number} are still to be paid, {awaited} are awaited"""

    number: str
    open: int
    awaited: int


def require(
    desk: Desk,
    subject: UUID,
    notice: str,
    lines: Sequence[OwedLine] = (),
    note: str = "",
    when: When = NOW,
    seen: UUID | None = None,
) -> UUID:
    """Stop the clock until the citizen has paid; return the entry.

    Args:
        notice: number and day of the agency's notice; it is the reason of the pause.
        lines: what is paid at this centre, as the notice says; none where it is paid elsewhere,
            as taxes are.

    Raises:
        ReasonMissing: no notice is named; BadAmount; as `acts.begin` and `acts.moment`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.DECIDE, Act.ASK_PAYMENT, seen)
        sum_of(lines)
        record = {
            "reason": reason(notice),
            "lines": to_record(tuple(lines)),
            "note": composed(note),
            "policy": pauses.policy(acting, PauseKind.PAYMENT).value,
            "officer_name": desk.acting.name,
        }
        return acting.write(REQUIRED, record, when).entry_id


def settle(
    desk: Desk,
    subject: UUID,
    proof: str = "",
    back_to_counter: bool = False,
    when: When = NOW,
    seen: UUID | None = None,
) -> GoneOn:
    """Let the dossier go on, for everything is paid; the clock runs on.

    Args:
        proof: number of the paper that shows a payment made elsewhere.

    Raises:
        StillOwed: something is open at this centre, or a transfer is awaited.
        CalendarEnds, SettingMissing: the new due moment cannot be counted.
        As `acts.begin` and `acts.moment`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COUNTER, seen=seen)
        act = pauses.way_on(acting, back_to_counter)
        if acting.life.state is not State.PAYMENT:
            raise pauses.not_paused(acting, act)
        account = account_of(acting.row)
        if account.open or account.awaited:
            raise StillOwed(acting.row["number"], account.open.total, account.awaited.total)
        return go_on(acting, SETTLED, act, {"proof": composed(proof)}, when)
