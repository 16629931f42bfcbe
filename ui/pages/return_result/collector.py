"""Who gets the result and how, as it is typed, scanned or filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Final

from counter_app.domain.dossier import Party, ReturnWay
from counter_app.domain.identity import parse_card_qr, party_of
from counter_app.domain.processing import Collection, Relation, TakenBack
from counter_app.store.collecting import Collecting
from counter_app.text import composed

_COUNTED = re.compile(r"(\d{1,2})\s*(?:x|×|bản|cái|quyển)?\s+(.+)", re.IGNORECASE)


NOBODY: Final = Party()


@dataclass(frozen=True, slots=True)
class Collector:
    """What stands in the fields. `filled` names those that the program filled in."""

    relation: Relation = Relation.OWNER
    party: Party = NOBODY
    authorisation: str = ""
    way: ReturnWay = ReturnWay.COUNTER
    address: str = ""
    waybill: str = ""
    originals: str = ""
    signed: bool = False
    paid_elsewhere: str = ""
    """Number of the fee receipt of another counter, which this one does not know yet."""
    filled: frozenset[str] = frozenset()

    @property
    def authorised(self) -> bool:
        """Whether somebody else comes, who needs a paper."""
        return self.relation not in {Relation.OWNER, Relation.SUBMITTER}

    def typed(self, field: str, value: Any) -> Collector:
        """Return the same with a field that the officer changed."""
        filled = self.filled - {field}
        if field in ("name", "identity_number"):
            return replace(self, party=replace(self.party, **{field: value}), filled=filled)
        changed: Collector = replace(self, **{field: value})
        return replace(changed, filled=filled)

    def collection(self) -> Collection:
        """Return what is recorded."""
        return Collection(
            replace(self.party, name=composed(self.party.name)),
            self.relation,
            composed(self.authorisation) if self.authorised else "",
            taken_back(self.originals),
            self.way,
            composed(self.address) if self.way is ReturnWay.POST else "",
            composed(self.waybill) if self.way is ReturnWay.POST else "",
            self.signed,
        )


NO_COLLECTOR: Final = Collector()
"""Nothing is filled in while no dossier is open."""


def first_collector(found: Collecting) -> Collector:
    """Return what is filled in when a dossier is opened: its submitter came, most of the time."""
    relation = found.may_collect[-1].relation
    collector = Collector(way=found.return_way, address=found.return_address)
    return as_relation(collector, found, relation)


def as_relation(before: Collector, found: Collecting, relation: Relation) -> Collector:
    """Return the same with another person: one the dossier knows, or somebody to be named."""
    known = next((one.party for one in found.may_collect if one.relation is relation), None)
    filled = before.filled - {"name", "identity_number", "authorisation"}
    if known is None:
        return replace(before, relation=relation, party=NOBODY, authorisation="", filled=filled)
    return replace(
        before,
        relation=relation,
        party=known,
        authorisation="",
        filled=filled | {"name", "identity_number"},
    )


def scanned(before: Collector, found: Collecting, text: str) -> Collector:
    """Return the same with the holder of a scanned card. Raises BadCardCode."""
    party = party_of(parse_card_qr(text))
    numbers = (party.identity_number, party.old_identity_number)
    relations = (found.relation_of(number) for number in numbers if number)
    relation = next((one for one in relations if one is not None), None)
    return replace(
        before,
        relation=relation or Relation.AUTHORISED,
        party=party,
        authorisation=before.authorisation if relation is None else "",
        filled=before.filled | {"name", "identity_number"},
    )


def taken_back(text: str) -> tuple[TakenBack, ...]:
    """Return the papers named in a line: "sổ hộ khẩu; 2 bản trích lục"."""
    parts = (composed(part) for part in text.split(";"))
    return tuple(_one(part) for part in parts if part)


def _one(part: str) -> TakenBack:
    found = _COUNTED.fullmatch(part)
    if found is None or not int(found[1]):
        return TakenBack(part)
    return TakenBack(found[2], int(found[1]))
