"""The words of the monthly report, from resources/forms/reports.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import resources
from counter_app.documents.blocks import TableHead


@dataclass(frozen=True, slots=True)
class AppendixForm:
    """The head of an appendix; `parts` are shares of the width."""

    caption: str
    title: str
    parts: tuple[float, ...]
    heads: tuple[TableHead, ...]
    total: str = ""
    percent: str = ""
    footnotes: tuple[str, ...] = ()
    measures: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class MonthlyForm:
    """The sentences of the report in their order, and its appendices."""

    valid_from: date
    number: str
    title: str
    subject: str
    month: str
    days: str
    basis: str
    results: str
    received: str
    resolved: str
    causes: str
    cause: str
    untold: str
    pending: str
    returned: str
    online: str
    opinions: str
    identity_cards: str
    business: str
    zalo: str
    documents: str
    postings: str
    compared: str
    up: str
    down: str
    same: str
    no_data: str
    remarks: str
    tasks: str
    appendices: str
    recipients: str
    recipient_lines: tuple[str, ...]
    signer: str
    closed: str
    changed: str
    change: str
    data_up_to: str
    seat_up_to: str
    seat_silent: str
    first: AppendixForm
    second: AppendixForm
    third: AppendixForm


@cache
def monthly_form() -> MonthlyForm:
    """Return the words."""
    table = tomllib.loads(resources.read_text("forms/reports.toml"))["monthly"]
    table["recipient_lines"] = tuple(table["recipient_lines"])
    for name in ("first", "second", "third"):
        table[name] = _appendix(table[name])
    return MonthlyForm(**table)


def _appendix(table: dict[str, Any]) -> AppendixForm:
    heads = tuple(TableHead(*head) for head in table.pop("heads"))
    parts = tuple(float(part) for part in table.pop("parts"))
    footnotes = tuple(table.pop("footnotes", ()))
    return AppendixForm(heads=heads, parts=parts, footnotes=footnotes, **table)
