"""The words of papers about money and the close of a day, from resources/forms/till.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import resources


@dataclass(frozen=True, slots=True)
class FeeReceiptForm:
    """Labels of the fee receipt (biên lai thu tiền phí, lệ phí)."""

    unit: str
    tax_code: str
    template: str
    symbol: str
    number: str
    title: str
    copies: tuple[str, ...]
    fees: str
    procedure: str
    agency: str
    payer: str
    dossier: str
    address: str
    amount: str
    currency: str
    in_words: str
    method: str
    methods: Mapping[str, str]
    kinds: Mapping[str, str]
    line: str
    line_many: str
    foot: str
    payer_signature: str
    officer_signature: str
    signature_note: str
    void: str
    void_note: str


@dataclass(frozen=True, slots=True)
class RefundForm:
    """Labels of the record of money given back (biên bản hoàn trả tiền phí, lệ phí)."""

    unit: str
    tax_code: str
    number: str
    seat: str
    title: str
    copies: tuple[str, ...]
    receiver: str
    address: str
    dossier: str
    procedure: str
    receipt: str
    receipt_text: str
    whole: str
    part: str
    without_receipt: str
    amount: str
    currency: str
    in_words: str
    method: str
    methods: Mapping[str, str]
    reason: str
    asked_by: str
    approved_by: str
    foot: str
    receiver_signature: str
    officer_signature: str
    signature_note: str


@dataclass(frozen=True, slots=True)
class TransferForm:
    """Labels of the sheet with the VietQR code."""

    title: str
    dossier: str
    procedure: str
    payer: str
    holder: str
    account: str
    bank: str
    amount: str
    purpose: str
    scan: str
    note: str


@dataclass(frozen=True, slots=True)
class CashCountForm:
    """Labels of the count of a till (biên bản kiểm kê quỹ tiền mặt)."""

    title: str
    seat: str
    officer: str
    moment: str
    columns: tuple[str, ...]
    total: str
    expected: str
    counted: str
    in_words: str
    fits: str
    difference: str
    too_much: str
    too_little: str
    reason: str
    approved: str
    officer_signature: str
    supervisor_signature: str
    signature_note: str


@dataclass(frozen=True, slots=True)
class DaySheetForm:
    """Labels of interim and final closing sheets."""

    titles: Mapping[str, str]
    number: str
    seat: str
    officer: str
    day: str
    made: str
    span: str
    span_text: str
    span_none: str
    agencies: str
    agency_columns: tuple[str, ...]
    no_agencies: str
    money: str
    money_columns: tuple[str, ...]
    no_money: str
    books: str
    book_columns: tuple[str, ...]
    no_books: str
    used_up: str
    cash: str
    cash_text: str
    cash_notes: str
    cash_note: str
    no_cash: str
    explained: str
    explained_columns: tuple[str, ...]
    nothing_left: str
    total: str
    note: str
    officer_signature: str
    supervisor_signature: str
    signature_note: str
    against: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TillForms:
    """All of them."""

    fee_receipt: FeeReceiptForm
    refund: RefundForm
    transfer: TransferForm
    cash_count: CashCountForm
    day_sheet: DaySheetForm


@cache
def till_forms() -> TillForms:
    """Return the words of all papers about money."""
    table = tomllib.loads(resources.read_text("forms/till.toml"))
    return TillForms(
        FeeReceiptForm(**_frozen(table["fee_receipt"])),
        RefundForm(**_frozen(table["refund"])),
        TransferForm(**_frozen(table["transfer"])),
        CashCountForm(**_frozen(table["cash_count"])),
        DaySheetForm(**_frozen(table["day_sheet"])),
    )


def _frozen(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
