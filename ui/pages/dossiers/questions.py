"""What the list of dossiers asks the local file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.domain.numbers import NotANumber, parse
from counter_app.domain.states import State
from counter_app.journal.dossiers import BEGINNINGS, RECEIVED
from counter_app.progress import Progress
from counter_app.store import dossier_pages, dossiers, phases, reference, stories, worklists
from counter_app.store.callers import FeedbackRow, feedback_about
from counter_app.store.collecting import collecting
from counter_app.store.dossiers import DossierRow
from counter_app.store.engine import Session
from counter_app.store.notices import NoticeRow, notices_of
from counter_app.store.officers import names_of, roles_of
from counter_app.store.outbox import Reach, reach
from counter_app.store.retention import kept
from counter_app.store.worklists import ConflictRow
from counter_app.usecases import printing
from ui.pages.dossiers.acts import NOBODY, Actor, Deed, offered

PAGE = 100
MOST_FOUND = 200
MOST_IN_A_FILE = 100_000
"""Beyond that a list is no list any more; whoever writes it says that it was cut."""
_STEP = 500


class Only(StrEnum):
    """Which dossiers the list shows while nothing is typed."""

    ALL = ""
    CONFLICTS = "conflicts"
    """Two acts on them contradict each other."""
    ANNOUNCED = "announced"
    """They came over the portal and are not taken in yet."""
    PHASES = "phases"
    """Their present phase is due today or overdue."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which dossiers, in which order, from where on. What was typed is found newest first.

    `only` wants those alone that wait for somebody.
    """

    typed: str = ""
    only: Only = Only.ALL
    newest_first: bool = True
    after: UUID | None = None
    limit: int = PAGE


@dataclass(frozen=True, slots=True)
class Found:
    """The rows, whether there are more of them, and what is needed to put them into words."""

    rows: tuple[DossierRow, ...]
    more: bool
    reach: Reach
    agencies: Mapping[str, str]
    waiting: Mapping[Only, int] | None = None
    """How many wait for somebody, by what they wait for; None while one types."""
    let_go_before: date | None = None
    """Dossiers that ended before this day are at the centre alone."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A dossier's page: its story, the papers printed at this counter, and what may be done now.

    `officers` are the names behind the logins of the conflicts and opinions.
    """

    story: stories.Story
    prints: tuple[printing.PrintJob, ...]
    deeds: tuple[Deed, ...] = ()
    actor: Actor = NOBODY
    conflicts: tuple[ConflictRow, ...] = ()
    officers: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[NoticeRow, ...] = ()
    opinions: tuple[FeedbackRow, ...] = ()


def found(desk: Desk, wanted: Wanted) -> Found:
    """Return the rows that are wanted."""
    today = local_day(desk.clock.now_ms())
    return desk.ask(_found, wanted, desk.seat.stream_id, today)


def opened(desk: Desk, subject: UUID) -> Opened:
    """Return a dossier's page. Raises NoSuchDossier."""
    with desk.store.reading() as session:
        story = stories.story(session, subject, desk.seat.stream_id)
        actor = _actor(session, desk)
        clashes = tuple(worklists.conflicts(session, subject)) if story.row.conflict else ()
        logins = {login for one in clashes for login in (one.officer, one.against_officer)}
        opinions = tuple(feedback_about(session, subject))
        logins |= {login for one in opinions for login in (one.officer, one.answered_by)}
        return Opened(
            story,
            printing.jobs_of(session, subject),
            _deeds(session, story, actor),
            actor,
            clashes,
            names_of(session, logins),
            notices_of(session, subject, desk.clock.now_ms()),
            opinions,
        )


def subject_of_number(desk: Desk, text: str) -> UUID:
    """Return the dossier whose number was typed or scanned. Raises NoSuchDossier, NotANumber."""
    return desk.ask(dossiers.by_number, str(parse(_first_part(text)))).subject


def is_number(text: str) -> bool:
    """Tell whether `text` is a whole dossier number, or the QR code of one of its papers."""
    try:
        parse(_first_part(text))
    except NotANumber:
        return False
    return True


def everything(desk: Desk, wanted: Wanted, progress: Progress) -> Iterator[DossierRow]:
    """Yield all the rows that are wanted, from one moment of the file, for a file of their own."""
    with desk.store.reading() as session:
        if wanted.only is not Only.ALL:
            yield from _WAITING[wanted.only](session, local_day(desk.clock.now_ms()))
            return
        if wanted.typed:
            rows = dossiers.search(session, wanted.typed, MOST_IN_A_FILE)
            yield from rows if wanted.newest_first else reversed(rows)
            return
        after, done = wanted.after, 0
        while done < MOST_IN_A_FILE:
            rows = dossier_pages.page(
                session, newest_first=wanted.newest_first, after=after, limit=_STEP
            )
            if not rows:
                return
            yield from rows
            after, done = rows[-1].subject, done + len(rows)
            progress.step(done, 0)


def _actor(session: Session, desk: Desk) -> Actor:
    officer = desk.officer
    if officer is None:
        return NOBODY
    standing = roles_of(session, officer.login) or frozenset()
    return Actor(officer.login, officer.roles & standing)


def _deeds(session: Session, story: stories.Story, actor: Actor) -> tuple[Deed, ...]:
    row = story.row
    kinds = {step.entry_id: step.kind for step in story.steps}
    on_the_spot = row.state == State.RECEIVED and collecting(session, row.subject).on_the_spot
    begun = kinds.get(row.last_act, RECEIVED) not in BEGINNINGS
    return offered(row, actor, on_the_spot, begun)


def _found(session: Session, wanted: Wanted, stream: UUID, today: date) -> Found:
    # While one types, what waits is not counted anew at every letter.
    asked = {} if wanted.typed else _WAITING
    waiting = {only: ask(session, today) for only, ask in asked.items()}
    if wanted.only is not Only.ALL:
        rows = shown = waiting.get(wanted.only, [])
    elif wanted.typed:
        rows = dossiers.search(session, wanted.typed, MOST_FOUND + 1)
        shown = rows[:MOST_FOUND] if wanted.newest_first else rows[MOST_FOUND - 1 :: -1]
    else:
        rows = dossier_pages.page(
            session,
            newest_first=wanted.newest_first,
            after=wanted.after,
            limit=wanted.limit + 1,
        )
        shown = rows[: wanted.limit]
    return Found(
        tuple(shown),
        len(rows) > len(shown),
        reach(session, stream),
        reference.agency_names(session),
        None if wanted.typed else {only: len(rows) for only, rows in waiting.items()},
        kept(session).before,
    )


def _clashing(session: Session, _today: date) -> list[DossierRow]:
    """Return the dossiers on which acts contradict each other, each once."""
    found = {one.dossier.subject: one.dossier for one in worklists.conflicts(session)}
    return list(found.values())


_WAITING: Mapping[Only, Callable[[Session, date], list[DossierRow]]] = {
    Only.CONFLICTS: _clashing,
    Only.ANNOUNCED: lambda session, _today: worklists.announced(session),
    Only.PHASES: phases.due_phases,
}
"""What waits for somebody, in the order of the buttons."""


def _first_part(text: str) -> str:
    # The QR code of a paper goes on with the look-up code and the hash; bar codes do not.
    return text.split("|", 1)[0]
