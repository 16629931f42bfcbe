"""What the hand-over page asks the local file, and the acts it does there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from counter_app.desk import Desk
from counter_app.domain.numbers import NotANumber, parse
from counter_app.domain.processing import Direction, Holder
from counter_app.domain.states import Act, State, move
from counter_app.errors import CounterError
from counter_app.store import dossiers, hand_over_lists, reference, worklists
from counter_app.store.dossiers import DossierRow
from counter_app.store.engine import Session
from counter_app.store.hand_over_lists import BatchRow
from counter_app.usecases import hand_overs, results
from counter_app.usecases.acts import When
from counter_app.usecases.batches import Batch

MOST = 500


class Way(StrEnum):
    """Which way the papers go."""

    OUT = "out"
    """Dossiers go to their agency."""
    BACK = "back"
    """Results come from the agency."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits to go this way, the earliest due first, and the lists of the day."""

    rows: tuple[DossierRow, ...]
    cut: bool
    lists: tuple[BatchRow, ...]
    agencies: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The lists that were made; `error` is why the last one was not."""

    batches: tuple[Batch, ...]
    error: CounterError | None = None


def is_number(text: str) -> bool:
    """Tell whether `text` is a whole dossier number, or the QR code of one of its papers."""
    try:
        parse(_first_part(text))
    except NotANumber:
        return False
    return True


def waiting(desk: Desk, way: Way, today: date, scanned: Sequence[UUID]) -> Waiting:
    """Return what waits; `scanned` names dossiers that stay listed while the act fits them."""
    return desk.ask(_waiting, way, today, tuple(scanned))


def by_number(desk: Desk, text: str) -> DossierRow:
    """Return the dossier of a scanned or typed number. Raises NotANumber, NoSuchDossier."""
    return desk.ask(dossiers.by_number, str(parse(_first_part(text))))


def by_subject(desk: Desk, subject: UUID) -> DossierRow:
    """Return a dossier. Raises NoSuchDossier."""
    return desk.ask(dossiers.by_subject, subject)


def way_of(row: DossierRow) -> Way:
    """Return which way a dossier goes next."""
    return Way.OUT if row.state == State.RECEIVED else Way.BACK


def lies_here(row: DossierRow) -> bool:
    """Tell whether the result came in before."""
    return row.state == State.RESOLVED and row.holder != Holder.AGENCY


def check(row: DossierRow, way: Way) -> None:
    """Tell at the scan what the act itself would say. Raises NotAllowed."""
    state = State(row.state)
    if way is Way.OUT:
        move(state, Act.HAND_OVER)
    else:
        move(state, Act.TAKE_IN if state is State.RESOLVED else Act.RESOLVE)


def fits(row: DossierRow, way: Way) -> bool:
    """Tell whether a dossier can go this way."""
    try:
        check(row, way)
    except CounterError:
        return False
    return way is Way.OUT or not lies_here(row)


def hand_over(desk: Desk, chosen: Sequence[DossierRow]) -> HandedOver:
    """Hand dossiers over, one list for each agency; the first list refused ends it."""
    by_agency: dict[str, list[UUID]] = {}
    for row in chosen:
        by_agency.setdefault(row.agency_code, []).append(row.subject)
    made: list[Batch] = []
    for agency_code, subjects in by_agency.items():
        try:
            made.append(hand_overs.hand_over(desk, subjects, agency_code))
        except CounterError as error:
            return HandedOver(tuple(made), error)
    return HandedOver(tuple(made))


def take_in(desk: Desk, chosen: Sequence[DossierRow], when: When, place: str) -> HandedOver:
    """Take in the results that were brought. Raises as `receive_results`."""
    codes = {row.agency_code for row in chosen}
    arrivals = [results.Arrival(row.subject, when=when) for row in chosen]
    agency_code = codes.pop() if len(codes) == 1 else ""
    return HandedOver((results.receive_results(desk, arrivals, agency_code, place),))


def _waiting(session: Session, way: Way, today: date, scanned: Sequence[UUID]) -> Waiting:
    ask = worklists.to_hand_over if way is Way.OUT else worklists.at_agency
    listed = ask(session, limit=MOST + 1)
    known = {row.subject for row in listed}
    more = [dossiers.by_subject(session, one) for one in scanned if one not in known]
    direction = Direction.OUT if way is Way.OUT else Direction.BACK
    lists = hand_over_lists.lists_of_day(session, today, direction)
    if way is Way.OUT:  # what nobody signed for yesterday still waits for its signature
        there = {row.batch for row in lists}
        unsigned = hand_over_lists.unsigned_lists(session)
        lists += [row for row in unsigned if row.batch not in there]
    return Waiting(
        (*(row for row in more if fits(row, way)), *listed[:MOST]),
        len(listed) > MOST,
        tuple(lists),
        reference.agency_names(session),
    )


def _first_part(text: str) -> str:
    # The QR code of a paper goes on with the look-up code and the hash; bar codes do not.
    return text.split("|", 1)[0].strip()
