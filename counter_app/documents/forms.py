"""The legal form sets, chosen by date, and the words that all sheets share."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import resources
from counter_app.documents.letter_forms import (
    ApologyForm,
    ReasonWords,
    RefusalForm,
    StopForm,
    SupplementForm,
)
from counter_app.errors import CounterError


@dataclass(eq=False)
class NoFormSet(CounterError):
    """no form set is in force on {on}"""

    on: date


@dataclass(frozen=True, slots=True)
class ReceiptForm:
    """Labels of the receipt (Giấy tiếp nhận hồ sơ và hẹn trả kết quả), as the circular has them."""

    form: str
    issued: str
    title: str
    file_copy: str
    citizen_copy: str
    number: str
    office: str
    submitter: str
    owner: str
    representative: str
    authorisation: str
    person_number: str
    organisation_number: str
    address: str
    phone: str
    email: str
    subject: str
    papers: str
    paper_columns: tuple[str, ...]
    no_papers: str
    sets: str
    sets_unit: str
    term: str
    received: str
    due: str
    returned: str
    money: str
    book: str
    book_number: str
    notes_title: str
    notes: tuple[str, ...]
    submitter_signature: str
    officer_signature: str
    signature_note: str


@dataclass(frozen=True, slots=True)
class ControlSlipForm:
    """Labels of the control slip (Phiếu kiểm soát quá trình giải quyết hồ sơ)."""

    form: str
    issued: str
    title: str
    number: str
    book: str
    book_number: str
    owner: str
    subject: str
    received: str
    due: str
    agency: str
    coordinating: str
    columns: tuple[str, ...]
    handed: str
    taken: str
    moment: str
    giver: str
    taker: str
    sign: str
    outcomes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormSet:
    """The forms of one circular, in force from `valid_from` until the next set.

    The set of 2018 has no form to stop a dossier.
    """

    name: str
    valid_from: date
    receipt: ReceiptForm
    control_slip: ControlSlipForm
    supplement: SupplementForm
    refusal: RefusalForm
    apology: ApologyForm
    stop: StopForm | None


@dataclass(frozen=True, slots=True)
class Header:
    """The right half of the common header (Decree 30/2020/NĐ-CP)."""

    state: str
    motto: str


@dataclass(frozen=True, slots=True)
class Words:
    """What the circulars leave to the centre. Words in braces are filled in."""

    reprint: str
    taken_back: str
    reissue: str
    number_pending: str
    page: str
    term: str
    term_units: Mapping[str, str]
    term_on_the_spot: str
    term_unknown: str
    due_on_the_spot: str
    due_none: str
    return_ways: Mapping[str, str]
    money_lines: Mapping[str, str]
    money_line: str
    money_total: str
    money_in_words: str
    money_free: str
    notices: str
    notice_ways: Mapping[str, str]
    office_note: str
    lookup: str
    lookup_website: str
    lookup_phone: str
    lookup_code: str
    copies_original: str
    copies_certified: str
    copies_photo: str


@dataclass(frozen=True, slots=True)
class LabelForm:
    """Labels of the folder label (tem hồ sơ)."""

    owner: str
    subject: str
    received: str
    due: str
    agency: str


@dataclass(frozen=True, slots=True)
class ProofForm:
    """Labels of the proof at the end of the day (biên nhận đối chiếu cuối ngày)."""

    title: str
    subtitle: str
    centre: str
    seat: str
    seat_name: str
    officer: str
    day: str
    entries: str
    entries_range: str
    no_entries: str
    head_hash: str
    receipt_code: str
    centre_time: str
    kinds: str
    kind_columns: tuple[str, ...]
    kind_names: Mapping[str, str]
    kinds_total: str
    dossiers: str
    dossier_columns: tuple[str, ...]
    note: str
    officer_signature: str
    head_signature: str
    signature_note: str


@dataclass(frozen=True, slots=True)
class Common:
    """Everything that does not change with the circulars."""

    header: Header
    words: Words
    label: LabelForm
    proof: ProofForm
    reasons: ReasonWords


def _read(path: str) -> dict[str, Any]:
    return tomllib.loads(resources.read_text(path))


def _frozen(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}


@cache
def form_sets() -> tuple[FormSet, ...]:
    """Return all form sets, the newest first."""
    tables = [_read(path) for path in resources.names("forms", ".toml") if "/set-" in path]
    sets = [
        FormSet(
            table["name"],
            table["valid_from"],
            ReceiptForm(**_frozen(table["receipt"])),
            ControlSlipForm(**_frozen(table["control_slip"])),
            SupplementForm(**_frozen(table["supplement"])),
            RefusalForm(**_frozen(table["refusal"])),
            ApologyForm(**_frozen(table["apology"])),
            StopForm(**_frozen(table["stop"])) if "stop" in table else None,
        )
        for table in tables
    ]
    return tuple(sorted(sets, key=lambda found: found.valid_from, reverse=True))


def form_set(on: date) -> FormSet:
    """Return the set in force on a day. Raises NoFormSet before the first one."""
    for found in form_sets():
        if found.valid_from <= on:
            return found
    raise NoFormSet(on)


@cache
def common() -> Common:
    """Return the words that all sheets share."""
    table = _read("forms/common.toml")
    return Common(
        Header(**table["header"]),
        Words(**_frozen(table["words"])),
        LabelForm(**table["label"]),
        ProofForm(**_frozen(table["proof"])),
        ReasonWords(**table["reasons"]),
    )
