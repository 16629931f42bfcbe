"""Handing out results: at the counter, by post, electronically, or all in one act on the spot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from counter_app.desk import Desk
from counter_app.domain.dossier import PartyKind, ReturnWay
from counter_app.domain.processing import (
    PLAIN_RESULT,
    Collection,
    Direction,
    Holder,
    Relation,
    Result,
)
from counter_app.domain.roles import Duty
from counter_app.domain.states import Act
from counter_app.errors import CounterError
from counter_app.journal.dossiers.results import RETURNED
from counter_app.records import to_record
from counter_app.store.money import account_of, fee_rules
from counter_app.text import composed
from counter_app.usecases.acts import NOW, Acting, When, begin
from counter_app.usecases.batches import Batch, each, next_batch
from counter_app.usecases.results import write_resolved


@dataclass(eq=False)
class ResultNotHere(CounterError):
    """the result of dossier {number} is still at the agency"""

    number: str


@dataclass(eq=False)
class CollectorMissing(CounterError):
    """say who gets the result"""


@dataclass(eq=False)
class AuthorisationMissing(CounterError):
    """{name} is neither owner nor submitter; name the authorisation"""

    name: str


@dataclass(eq=False)
class FeeOwed(CounterError):
    """{open} đồng of dossier {number} are to be paid, {awaited} đồng awaited, before its return"""

    number: str
    open: int
    awaited: int


@dataclass(eq=False)
class WaybillMissing(CounterError):
    """a result that goes by post needs the number of its item"""


def hand_out(
    desk: Desk,
    subject: UUID,
    collection: Collection,
    when: When = NOW,
    seen: UUID | None = None,
    *,
    paid_elsewhere: str = "",
) -> UUID:
    """Record that a result was handed out; return the entry of the return receipt.

    Args:
        paid_elsewhere: number of the fee receipt that the citizen shows, where this counter does
            not know of the payment yet: another one took it and no line was up since.

    Raises:
        FeeOwed: money is to be paid first, unless the centre's setting "fees" lets it go.
        ResultNotHere, CollectorMissing, AuthorisationMissing, WaybillMissing.
        As `acts.begin` and `acts.moment`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COUNTER, Act.RETURN, seen)
        return acting.write(RETURNED, _record(acting, collection, paid_elsewhere), when).entry_id


def finish_on_the_spot(
    desk: Desk,
    subject: UUID,
    collection: Collection,
    result: Result = PLAIN_RESULT,
    when: When = NOW,
    seen: UUID | None = None,
    *,
    paid_elsewhere: str = "",
) -> UUID:
    """Make the result and hand it out in one act; return the entry of the return receipt.

    Raises:
        As `hand_out`; the dossier must not be with an agency.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COUNTER, Act.RESOLVE, seen)
        if acting.row["held_by"]:
            raise ResultNotHere(acting.row["number"])
        write_resolved(acting, result, None, when)
        acting = acting.again()
        return acting.write(RETURNED, _record(acting, collection, paid_elsewhere), when).entry_id


def send_by_post(desk: Desk, items: Sequence[tuple[UUID, Collection]], when: When = NOW) -> Batch:
    """Give results to the post on one list, each with its waybill; all of them or none.

    Raises:
        NothingChosen.
        BatchRefused: some do not fit; each is named with its error (as `hand_out`).
    """
    collections = dict(items)
    with desk.store.writing() as session:
        told = next_batch(session, desk, Direction.POST, "")
        positions = {subject: number for number, subject in enumerate(collections, start=1)}

        def act(subject: UUID) -> None:
            acting = begin(session, desk, subject, Duty.COUNTER, Act.RETURN)
            collection = replace(collections[subject], way=ReturnWay.POST)
            record = _record(acting, collection)
            line = {
                **told,
                "position": positions[subject],
                "agency_code": acting.row["agency_code"],
            }
            acting.write(RETURNED, {**record, "batch": line}, when)

        each(collections, act)
        return Batch(UUID(told["id"]), told["number"], Direction.POST, "", tuple(collections))


def _record(acting: Acting, collection: Collection, paid_elsewhere: str = "") -> dict[str, Any]:
    _check(acting, collection)
    shown = composed(paid_elsewhere)
    if not shown:
        _check_money(acting)
    return {
        **to_record(collection),
        **({"paid_elsewhere": shown} if shown else {}),
        "way": collection.way.value,
        "relation": collection.relation.value,
        "officer_name": acting.desk.acting.name,
    }


def _check_money(acting: Acting) -> None:
    account = account_of(acting.row)
    owes = account.open or account.awaited
    if owes and not fee_rules(acting.settings()).return_unpaid:
        raise FeeOwed(acting.row["number"], account.open.total, account.awaited.total)


def _check(acting: Acting, collection: Collection) -> None:
    row = acting.row
    if row["holder"] == Holder.AGENCY and collection.way is not ReturnWay.ELECTRONIC:
        raise ResultNotHere(row["number"])
    name = composed(collection.collector.name)
    if not name:
        raise CollectorMissing
    if collection.way is ReturnWay.POST:
        if not composed(collection.waybill):
            raise WaybillMissing
        return
    stranger = collection.relation not in {Relation.OWNER, Relation.SUBMITTER}
    of_organisation = (
        collection.relation is Relation.STAFF and row["owner_kind"] == PartyKind.ORGANISATION
    )
    if stranger and not of_organisation and not composed(collection.authorisation):
        raise AuthorisationMissing(name)
