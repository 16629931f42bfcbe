"""Taking in many dossiers that differ in their people only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.desk import Desk
from counter_app.domain.alike import AlikeLine, intake_like
from counter_app.domain.dossier import Intake
from counter_app.domain.receipt import Receipt
from counter_app.domain.roles import Duty
from counter_app.errors import CounterError
from counter_app.progress import Progress
from counter_app.usecases.acts import check_role
from counter_app.usecases.duplicates import duplicates
from counter_app.usecases.intake import receive, tidy


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A line that became a dossier."""

    row: int
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that did not, and why."""

    row: int
    error: CounterError


@dataclass(frozen=True, slots=True)
class OpenAlready:
    """A line whose person has such a dossier open: it was taken in before."""

    row: int
    number: str


@dataclass(frozen=True, slots=True)
class Alike:
    """What came of a list."""

    taken_in: tuple[TakenIn, ...]
    open_already: tuple[OpenAlready, ...]
    left_out: tuple[LeftOut, ...]


def receive_alike(
    desk: Desk,
    pattern: Intake,
    lines: Sequence[AlikeLine],
    progress: Progress,
    again: bool = False,
) -> Alike:
    """Take in one dossier per line, each in a transaction of its own.

    A list can so be stopped and begun again: who has a dossier of the procedure open is passed
    over, and the rest is taken in.

    Args:
        pattern: what all of them share: procedure, papers, ways.
        again: take in a second dossier of a person who has one open, too.

    Raises:
        Cancelled: what was taken in before stays. As `acts.check_role`.
    """
    desk.ask(check_role, desk, Duty.COUNTER)
    taken_in: list[TakenIn] = []
    open_already: list[OpenAlready] = []
    left_out: list[LeftOut] = []
    for done, line in enumerate(lines, start=1):
        try:
            intake = tidy(intake_like(pattern, line))
            known = () if again else duplicates(desk, intake)
            if known:
                open_already.append(OpenAlready(line.row, known[0].dossier.number))
            else:
                taken_in.append(TakenIn(line.row, receive(desk, intake)))
        except CounterError as error:
            left_out.append(LeftOut(line.row, error))
        progress.step(done, len(lines))
    return Alike(tuple(taken_in), tuple(open_already), tuple(left_out))
