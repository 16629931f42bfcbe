"""The words of hand-over lists and of the receipt for a result, from resources/forms/lists.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import resources


@dataclass(frozen=True, slots=True)
class ListForm:
    """Labels of a list; `titles` is by direction, the columns end in what differs."""

    titles: Mapping[str, str]
    number: str
    agency: str
    several_agencies: str
    seat: str
    moment: str
    total: str
    copies: str
    columns_out: tuple[str, ...]
    columns_back: tuple[str, ...]
    columns_post: tuple[str, ...]
    yes: str
    giver: str
    receiver: str
    confirmed: str
    signature_note: str


@dataclass(frozen=True, slots=True)
class ReturnSlipForm:
    """Labels of the receipt for a result (giấy biên nhận trả kết quả)."""

    title: str
    number: str
    procedure: str
    owner: str
    collector: str
    relations: Mapping[str, str]
    identity: str
    authorisation: str
    result: str
    kinds: Mapping[str, str]
    result_number: str
    signed_on: str
    summary: str
    originals: str
    original: str
    way: str
    ways: Mapping[str, str]
    address: str
    waybill: str
    moment: str
    seat: str
    officer_signature: str
    collector_signature: str
    signature_note: str


@dataclass(frozen=True, slots=True)
class ListForms:
    """All of them."""

    lists: ListForm
    return_slip: ReturnSlipForm


@cache
def list_forms() -> ListForms:
    """Return the words."""
    table = tomllib.loads(resources.read_text("forms/lists.toml"))
    return ListForms(
        ListForm(**_frozen(table["lists"])), ReturnSlipForm(**_frozen(table["return_slip"]))
    )


def _frozen(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
