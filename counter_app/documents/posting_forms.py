"""The words of what a centre posts, from resources/forms/posting.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import resources
from counter_app.records import from_record


@dataclass(frozen=True, slots=True)
class BoardForm:
    """Labels of the list of procedures with their terms and fees."""

    title: str
    agency: str
    as_of: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetForm:
    """Labels of the sheet of one procedure."""

    title: str
    code: str
    sector: str
    agency: str
    subjects: str
    decision: str
    term: str
    channels: Mapping[str, str]
    fees: str
    kinds: Mapping[str, str]
    free: str
    no_fee_told: str
    exemptions: str
    exempt: str
    reduced: str
    papers: str
    originals: str
    certified: str
    photocopies: str
    optional: str
    result: str
    linked: str
    scan: str
    units: Mapping[str, str]
    on_the_spot: str
    cut_off: str
    no_term: str


@dataclass(frozen=True, slots=True)
class SlipForm:
    """Labels of a slip with a code."""

    title: str
    warning: str


@dataclass(frozen=True, slots=True)
class PostingForms:
    """All words of this room."""

    board: BoardForm
    sheet: SheetForm
    slip: SlipForm


@cache
def posting_forms() -> PostingForms:
    """Return the words."""
    told = tomllib.loads(resources.read_text("forms/posting.toml"))
    board = {**told["board"], "columns": tuple(told["board"]["columns"])}
    return PostingForms(
        BoardForm(**board), SheetForm(**told["sheet"]), from_record(SlipForm, told["slip"])
    )
