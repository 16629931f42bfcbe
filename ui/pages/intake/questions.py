"""The one act that the intake page does in the local file."""

from __future__ import annotations

from uuid import UUID

from counter_app.desk import Desk
from counter_app.domain.dossier import Intake
from counter_app.domain.receipt import Receipt
from counter_app.usecases.duplicates import Duplicate, duplicates
from counter_app.usecases.intake import receive, tidy


def take_in(
    desk: Desk, intake: Intake, draft: UUID | None, *, also_twice: bool
) -> Receipt | tuple[Duplicate, ...]:
    """Receive the dossier; or, unless `also_twice`, return those it may repeat and save nothing.

    Raises:
        CounterError: nothing was saved; see `usecases.intake.receive`.
    """
    ready = tidy(intake)
    found = () if also_twice else duplicates(desk, ready)
    return found or receive(desk, ready, draft)
