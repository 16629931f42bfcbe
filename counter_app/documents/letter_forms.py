"""Labels of the letters in the form sets: Mẫu số 02, 03, 04, and 05 of the set of 2025."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SupplementForm:
    """Labels of Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. Words in braces are filled in."""

    form: str
    issued: str
    title: str
    letter: str
    number: str
    office: str
    submitter: str
    subject: str
    address: str
    phone: str
    email: str
    demand: str
    columns: tuple[str, ...]
    reason: str
    answer_by: str
    contact: str
    contact_website: str
    contact_phone: str
    signature: str
    signature_note: str


@dataclass(frozen=True, slots=True)
class RefusalForm:
    """Labels of Phiếu từ chối tiếp nhận giải quyết hồ sơ."""

    form: str
    issued: str
    title: str
    letter: str
    number: str
    office: str
    submitter: str
    subject: str
    address: str
    phone: str
    email: str
    decision: str
    notice: str
    contact: str
    contact_website: str
    contact_phone: str
    submitter_signature: str
    officer_signature: str
    signature_note: str


@dataclass(frozen=True, slots=True)
class ApologyForm:
    """Labels of Phiếu xin lỗi và hẹn lại ngày trả kết quả; a request to extend since 2025."""

    form: str
    issued: str
    title: str
    letter: str
    to: str
    reached: str
    reached_phone: str
    received: str
    number: str
    due: str
    late: str
    will_be_late: str
    reason: str
    sorry: str
    new_due: str
    copies_title: str
    copies: tuple[str, ...]
    signer: str
    signature_note: str


@dataclass(frozen=True, slots=True)
class StopForm:
    """Labels of Thông báo dừng giải quyết hồ sơ."""

    form: str
    issued: str
    title: str
    letter: str
    to: str
    reached: str
    reached_phone: str
    number: str
    subject: str
    received: str
    due: str
    agency: str
    stage: str
    decision: str
    reason: str
    waits_for: str
    money: str
    goes_on: str
    contact: str
    contact_website: str
    contact_phone: str
    officer_signature: str
    signature_note: str


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """Reason codes in the words of letters; "" where the officer's own words say it all."""

    late: Mapping[str, str]
    stop: Mapping[str, str]
    exemption: Mapping[str, str]
