"""What the page of results asks the local file, and the act it does there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.domain.fees import Account, FeeRules
from counter_app.domain.numbers import NotANumber, parse
from counter_app.domain.papers import ReturnSlip
from counter_app.domain.processing import Collection
from counter_app.domain.roles import Duty, may
from counter_app.domain.states import State
from counter_app.store import dossiers, reference
from counter_app.store.collecting import Collecting, collecting
from counter_app.store.dossiers import DossierRow
from counter_app.store.engine import Session
from counter_app.store.money import account, fee_rules
from counter_app.store.papers import NoSuchPaper, return_slip
from counter_app.store.worklists import MOST, waiting_to_be_fetched
from counter_app.usecases import returns

MOST_FOUND = 50
FREE = FeeRules()


@dataclass(frozen=True, slots=True)
class Opened:
    """The dossier somebody came for: who may fetch it, its money, and how it was returned."""

    collecting: Collecting
    account: Account
    agency_name: str
    slip: ReturnSlip | None = None
    rules: FeeRules = FREE
    may_collect: bool = False
    """Whether who sits here may take the money as well."""

    @property
    def owes(self) -> bool:
        """Whether the result waits for money."""
        left = self.account.open or self.account.awaited
        return bool(left) and not self.rules.return_unpaid

    @property
    def row(self) -> DossierRow:
        return self.collecting.dossier


@dataclass(frozen=True, slots=True)
class Listed:
    """The results that wait, the longest waiting first; or the dossiers found for `typed`."""

    typed: str
    rows: tuple[DossierRow, ...]
    agencies: Mapping[str, str]

    @property
    def most(self) -> int:
        """How many of them are shown."""
        return MOST_FOUND if self.typed else MOST

    @property
    def cut(self) -> bool:
        """Whether there are more than are shown."""
        return len(self.rows) > self.most


def is_number(text: str) -> bool:
    """Tell whether `text` is a whole dossier number, or the QR code of one of its papers."""
    try:
        parse(_first_part(text))
    except NotANumber:
        return False
    return True


def listed(desk: Desk, typed: str) -> Listed:
    """Return what waits to be fetched; where something is typed, the dossiers that match it."""
    return desk.ask(_listed, typed)


def opened(desk: Desk, subject: UUID) -> Opened:
    """Return the dossier. Raises NoSuchDossier."""
    return _seen_by(desk, desk.ask(_opened, subject, _today(desk)))


def of_number(desk: Desk, text: str) -> Opened:
    """Return the dossier of a scanned or typed number. Raises NotANumber, NoSuchDossier."""
    number = str(parse(_first_part(text)))
    return _seen_by(desk, desk.ask(_of_number, number, _today(desk)))


def hand_out(
    desk: Desk, opened: Opened, collection: Collection, paid_elsewhere: str = ""
) -> Opened:
    """Return the result, made now where that happens on the spot; tell how it stands after.

    Raises:
        As `usecases.returns.hand_out` and `finish_on_the_spot`.
    """
    row = opened.row
    act = returns.finish_on_the_spot if opened.collecting.on_the_spot else returns.hand_out
    act(desk, row.subject, collection, seen=row.last_act, paid_elsewhere=paid_elsewhere)
    return desk.ask(_opened, row.subject, _today(desk))


def _listed(session: Session, typed: str) -> Listed:
    if typed:
        rows = dossiers.search(session, typed, MOST_FOUND + 1)
    else:
        rows = waiting_to_be_fetched(session, limit=MOST + 1)
    return Listed(typed, tuple(rows), reference.agency_names(session))


def _of_number(session: Session, number: str, today: date) -> Opened:
    return _opened(session, dossiers.by_number(session, number).subject, today)


def _opened(session: Session, subject: UUID, today: date) -> Opened:
    found = collecting(session, subject)
    slip = None
    if found.dossier.state == State.RETURNED:
        try:
            slip = return_slip(session, subject)
        except NoSuchPaper:  # returned elsewhere, the entry has not come yet
            slip = None
    return Opened(
        found,
        account(session, subject),
        reference.agency_name(session, found.dossier.agency_code),
        slip,
        fee_rules(reference.settings(session, today)),
    )


def _seen_by(desk: Desk, opened: Opened) -> Opened:
    return replace(opened, may_collect=may(desk.acting.roles, Duty.COLLECT))


def _today(desk: Desk) -> date:
    return local_day(desk.clock.now_ms())


def _first_part(text: str) -> str:
    # The QR code of a paper goes on with the look-up code and the hash; bar codes do not.
    return text.split("|", 1)[0].strip()
