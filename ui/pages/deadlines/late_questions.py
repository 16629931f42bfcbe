"""What the work list of late dossiers asks the local file, and the letters it writes there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from counter_app.clock import local
from counter_app.desk import Desk
from counter_app.domain.deadlines import CountedDay
from counter_app.domain.processing import Apology
from counter_app.domain.reasons import ReasonKind
from counter_app.errors import CounterError
from counter_app.progress import Progress
from counter_app.store import reference, stories
from counter_app.store.dossiers import DossierRow
from counter_app.store.due_board import board
from counter_app.store.engine import Session
from counter_app.store.late import LateList, LatenessStory, late_list, lateness_story
from counter_app.usecases import promises
from ui.reason_words import reason_choices


@dataclass(frozen=True, slots=True)
class Listed:
    """The work list and the names of agencies by code. `tomorrow` is the next working day.

    `codes` are the reasons that a letter may name today.
    """

    late: LateList
    tomorrow: date
    agencies: Mapping[str, str]
    codes: tuple[tuple[object, str], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """How one dossier came to be late, with the days that were counted at its intake."""

    story: LatenessStory
    owner: str
    procedure: str
    days: tuple[CountedDay, ...]
    agencies: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Written:
    """A letter that lies on disk."""

    subject: UUID
    number: str
    letter: str


@dataclass(frozen=True, slots=True)
class Wrote:
    """What came of writing letters: those on disk, and why others could not be written."""

    written: tuple[Written, ...]
    refused: Mapping[UUID, CounterError]


def listed(desk: Desk, today: date) -> Listed:
    """Return the work list of the day."""
    return desk.ask(_listed, today)


def told(desk: Desk, subject: UUID) -> Told:
    """Return how a dossier came to be late. Raises NoSuchDossier."""
    with desk.store.reading() as session:
        story = stories.story(session, subject, desk.seat.stream_id)
        return Told(
            lateness_story(session, subject, local(desk.clock.now_ms())),
            story.row.owner_name,
            story.row.procedure_name,
            story.due_days,
            reference.agency_names(session),
        )


def write(desk: Desk, rows: Sequence[DossierRow], apology: Apology, progress: Progress) -> Wrote:
    """Write a letter for each dossier; one that does not fit leaves the others alone."""
    written: list[Written] = []
    refused: dict[UUID, CounterError] = {}
    for count, row in enumerate(rows, start=1):
        try:
            done = promises.apologise(desk, row.subject, apology, row.last_act)
        except CounterError as error:
            refused[row.subject] = error
        else:
            written.append(Written(row.subject, row.number, done.letter))
        progress.step(count, len(rows))
    return Wrote(tuple(written), refused)


def _listed(session: Session, today: date) -> Listed:
    tomorrow = board(session, today, 1).tomorrow
    reasons = reference.settings(session, today).reasons()
    return Listed(
        late_list(session, today, tomorrow),
        tomorrow,
        reference.agency_names(session),
        reason_choices(reasons, ReasonKind.LATE, today),
    )
