"""What is typed while a day is closed, kept on disk: a kill or a power cut takes nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from counter_app.desk import Desk
from counter_app.domain import roles
from counter_app.domain.closing import Against, Explained, Notes
from counter_app.domain.roles import Duty
from counter_app.journal.entries import canonical
from counter_app.records import from_record, to_record
from counter_app.schema.local import closing_plan
from counter_app.store.engine import Session


@dataclass(frozen=True, slots=True)
class ClosingPlan:
    """What an officer means to close the day with.

    `counted` tells that the notes were counted, also where there are none; `reason` is why they
    differ, `explained` why the day is closed although something stands against it.
    """

    notes: tuple[Notes, ...] = ()
    counted: bool = False
    reason: str = ""
    explained: tuple[Explained, ...] = ()

    @property
    def by_value(self) -> dict[int, int]:
        """The notes as `usecases.tills.count` takes them."""
        return {one.value: one.count for one in self.notes if one.count}

    @property
    def words(self) -> Mapping[Against, str]:
        """The explanations as `usecases.closing.final` takes them."""
        return {one.against: one.words for one in self.explained}


def keep(desk: Desk, day: date, plan: ClosingPlan) -> None:
    """Write the plan of this seat to disk; the latest replaces the earlier one.

    Raises:
        NobodySignedIn, NotAllowedFor.
    """
    # What a disabled officer typed is kept as well: a colleague closes the day.
    roles.check(desk.acting.login, desk.acting.roles, Duty.SERVE)
    values = {
        "day": day,
        "record": canonical(to_record(plan)),
        "changed_at": desk.clock.now_ms(),
    }
    with desk.store.writing() as session:
        session.execute(
            insert(closing_plan)
            .values(seat_number=desk.seat.number, **values)
            .on_conflict_do_update(index_elements=[closing_plan.c.seat_number], set_=values)
        )


def kept(session: Session, seat_number: int, day: date) -> ClosingPlan:
    """Return the plan for a day; an empty one where nothing was typed."""
    record = session.execute(
        select(closing_plan.c.record).where(
            closing_plan.c.seat_number == seat_number, closing_plan.c.day == day
        )
    ).scalar()
    return ClosingPlan() if record is None else from_record(ClosingPlan, json.loads(record))


def forget(session: Session, seat_number: int) -> None:
    """Drop the plan of a seat: its day is ended."""
    session.execute(delete(closing_plan).where(closing_plan.c.seat_number == seat_number))
