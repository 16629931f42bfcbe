"""Papers of nobody, on which an administrator sees what other words look like."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from counter_app.documents import (
    apology_letter,
    control_slip,
    receipt,
    refusal_slip,
    stop_notice,
    supplement_slip,
)
from counter_app.documents.forms import FormSet
from counter_app.documents.pages import PaperSize
from counter_app.domain.dossier import Consents, Paper, Party, ReturnWay
from counter_app.domain.papers import ApologyLetter, RefusalSlip, StopNotice, SupplementSlip
from counter_app.domain.procedure import Channel, FeeKind, FeeLine, Term, TermUnit
from counter_app.domain.processing import LateReason, StopReason, SupplementLine
from counter_app.domain.receipt import Letterhead, Receipt

_NUMBER = "000.00.00.H00-000000-0000"
_WHO = Party(name="NGUYỄN VĂN MẪU", address="Địa chỉ mẫu", phone="0900000000")
_PROCEDURE = "Tên thủ tục hành chính (mẫu)"
_AGENCY = "Tên cơ quan (mẫu)"
_OFFICER = "Tên cán bộ (mẫu)"


def sample_pdf(section: str, forms: FormSet, letterhead: Letterhead, at: datetime) -> bytes:
    """Return a form of a set with nobody's data on it, as PDF.

    Raises:
        KeyError: there is no such form. NoFormSet: the set has it not.
    """
    match section:
        case "receipt":
            # without a number it is drawn as a preview: nobody can take it for a real one
            return receipt.render(_receipt(letterhead, at, ""), PaperSize.A5, forms=forms)
        case "control_slip":
            return control_slip.render(_receipt(letterhead, at, _NUMBER), forms=forms)
        case "supplement":
            return supplement_slip.render(_supplement(letterhead, at), PaperSize.A4, forms)
        case "refusal":
            return refusal_slip.render(_refusal(letterhead, at), PaperSize.A4, forms)
        case "apology":
            return apology_letter.render(_apology(letterhead, at), PaperSize.A4, forms)
        case "stop":
            return stop_notice.render(_stop(letterhead, at), PaperSize.A4, forms)
    raise KeyError(section)


def _receipt(letterhead: Letterhead, at: datetime, number: str) -> Receipt:
    return Receipt(
        subject=UUID(int=0),
        number=number,
        lookup_code="0000",
        letterhead=letterhead,
        agency_code="000.00.00.H00",
        agency_name=_AGENCY,
        procedure_code="0.000000",
        procedure_name=_PROCEDURE,
        sector="Lĩnh vực (mẫu)",
        submitter=_WHO,
        owner=_WHO,
        authorisation="",
        papers=(Paper("Tờ khai (mẫu)", 1, 0, 0, present=True),),
        sets=1,
        channel=Channel.COUNTER,
        term=Term(Decimal(5), TermUnit.WORKING_DAY),
        received_at=at,
        due_at=at + timedelta(days=7),
        return_way=ReturnWay.COUNTER,
        return_address="",
        consents=Consents(),
        summary="",
        note="",
        fees=(FeeLine(FeeKind.FEE, 50_000),),
        free=False,
        book="01",
        book_number=1,
        officer_name=_OFFICER,
        seat_number=1,
        entry_hash="0" * 64,
    )


def _supplement(letterhead: Letterhead, at: datetime) -> SupplementSlip:
    return SupplementSlip(
        letterhead,
        "00-000/PBS",
        at,
        _NUMBER,
        1,
        _WHO,
        _PROCEDURE,
        (SupplementLine("Giấy tờ (mẫu)", "nội dung cần bổ sung (mẫu)", 1),),
        "lý do (mẫu)",
        (at + timedelta(days=30)).date(),
        _OFFICER,
    )


def _refusal(letterhead: Letterhead, at: datetime) -> RefusalSlip:
    return RefusalSlip(
        letterhead,
        "00-000/PTC",
        at,
        "",
        1,
        letterhead.office,
        _AGENCY,
        _WHO,
        _PROCEDURE,
        "lý do (mẫu)",
        _OFFICER,
    )


def _apology(letterhead: Letterhead, at: datetime) -> ApologyLetter:
    return ApologyLetter(
        letterhead,
        "00-000/PXL",
        at,
        _NUMBER,
        letterhead.office,
        _AGENCY,
        "Lĩnh vực (mẫu)",
        _PROCEDURE,
        _WHO,
        at - timedelta(days=14),
        at - timedelta(days=1),
        LateReason.OTHER_AGENCY,
        "lý do (mẫu)",
        at + timedelta(days=7),
        "",
        "",
    )


def _stop(letterhead: Letterhead, at: datetime) -> StopNotice:
    return StopNotice(
        letterhead,
        "00-000/TBD",
        at,
        _NUMBER,
        _AGENCY,
        _WHO,
        _PROCEDURE,
        at - timedelta(days=14),
        at + timedelta(days=1),
        "",
        StopReason.OTHER_AGENCY,
        "lý do (mẫu)",
        "",
        "",
        _OFFICER,
    )
