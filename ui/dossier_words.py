"""A dossier's state, acts and papers in words, and its numbers as they may be shown."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

import resources
from counter_app.domain.states import State
from ui.notice import Kind

_MASK_FROM = 7
_SHOWN = 3

_STATE_LOOKS: Mapping[int, tuple[Kind, str]] = {
    State.ANNOUNCED: (Kind.QUIET, "inbox"),
    State.RECEIVED: (Kind.INFO, "file-check"),
    State.REFUSED: (Kind.QUIET, "circle-x"),
    State.PROCESSING: (Kind.INFO, "hourglass"),
    State.SUPPLEMENT: (Kind.WARN, "file-plus"),
    State.PAYMENT: (Kind.WARN, "player-pause"),
    State.WITHDRAWN: (Kind.QUIET, "arrow-back-up"),
    State.STOPPED: (Kind.WARN, "player-pause"),
    State.RESOLVED: (Kind.GOOD, "circle-check"),
    State.RETURNED: (Kind.GOOD, "check"),
}

_ACTS: Mapping[str, Any] = {
    "dossier_received": QT_TRANSLATE_NOOP("DossierWords", "Dossier received"),
    "dossier_imported": QT_TRANSLATE_NOOP("DossierWords", "Taken over from a former register"),
    "dossier_rated": QT_TRANSLATE_NOOP("DossierWords", "Rated by the citizen"),
    "period_closed": QT_TRANSLATE_NOOP("DossierWords", "Period of the report closed"),
    "score_entered": QT_TRANSLATE_NOOP("DossierWords", "Points of an index entered"),
    "rating_given": QT_TRANSLATE_NOOP("DossierWords", "Rating slips entered"),
    "document_printed": QT_TRANSLATE_NOOP("DossierWords", "Paper printed"),
    "dossier_announced": QT_TRANSLATE_NOOP("DossierWords", "Dossier announced online"),
    "announced_taken_in": QT_TRANSLATE_NOOP("DossierWords", "Online dossier taken in"),
    "announced_refused": QT_TRANSLATE_NOOP("DossierWords", "Online dossier refused"),
    "intake_corrected": QT_TRANSLATE_NOOP("DossierWords", "Intake corrected"),
    "reassigned": QT_TRANSLATE_NOOP("DossierWords", "Given to another officer"),
    "handed_over": QT_TRANSLATE_NOOP("DossierWords", "Handed over"),
    "hand_over_accepted": QT_TRANSLATE_NOOP("DossierWords", "Hand-over accepted"),
    "hand_over_undone": QT_TRANSLATE_NOOP("DossierWords", "Hand-over taken back"),
    "phase_started": QT_TRANSLATE_NOOP("DossierWords", "Next phase begun"),
    "dossier_linked": QT_TRANSLATE_NOOP("DossierWords", "Linked with another dossier"),
    "supplement_requested": QT_TRANSLATE_NOOP("DossierWords", "Supplement asked for"),
    "supplement_received": QT_TRANSLATE_NOOP("DossierWords", "Supplement received"),
    "processing_stopped": QT_TRANSLATE_NOOP("DossierWords", "Processing stopped"),
    "processing_resumed": QT_TRANSLATE_NOOP("DossierWords", "Processing resumed"),
    "extended": QT_TRANSLATE_NOOP("DossierWords", "Term extended"),
    "due_changed": QT_TRANSLATE_NOOP("DossierWords", "Due moment changed"),
    "dossier_resolved": QT_TRANSLATE_NOOP("DossierWords", "Resolved"),
    "result_received": QT_TRANSLATE_NOOP("DossierWords", "Result received"),
    "shelved": QT_TRANSLATE_NOOP("DossierWords", "Put on the shelf"),
    "returned": QT_TRANSLATE_NOOP("DossierWords", "Result returned"),
    "withdrawn": QT_TRANSLATE_NOOP("DossierWords", "Withdrawn"),
    "act_undone": QT_TRANSLATE_NOOP("DossierWords", "Act taken back"),
    "conflict_settled": QT_TRANSLATE_NOOP("DossierWords", "Conflict settled"),
    "notice_told": QT_TRANSLATE_NOOP("DossierWords", "Citizen told"),
    "day_closed": QT_TRANSLATE_NOOP("DossierWords", "Day closed with proof"),
    "intake_refused": QT_TRANSLATE_NOOP("DossierWords", "Intake refused"),
    "intake_guided": QT_TRANSLATE_NOOP("DossierWords", "Applicant guided"),
    "visit_recorded": QT_TRANSLATE_NOOP("DossierWords", "Visit recorded"),
    "feedback_recorded": QT_TRANSLATE_NOOP("DossierWords", "Feedback recorded"),
    "feedback_answered": QT_TRANSLATE_NOOP("DossierWords", "Feedback answered"),
    "procedure_published": QT_TRANSLATE_NOOP("DossierWords", "Procedure published"),
    "agency_defined": QT_TRANSLATE_NOOP("DossierWords", "Agency defined"),
    "officer_defined": QT_TRANSLATE_NOOP("DossierWords", "Officer defined"),
    "seat_defined": QT_TRANSLATE_NOOP("DossierWords", "Seat defined"),
    "range_granted": QT_TRANSLATE_NOOP("DossierWords", "Number range granted"),
    "setting_changed": QT_TRANSLATE_NOOP("DossierWords", "Centre setting changed"),
    "fees_assessed": QT_TRANSLATE_NOOP("DossierWords", "Fees assessed"),
    "fee_exempted": QT_TRANSLATE_NOOP("DossierWords", "Fee waived"),
    "payment_required": QT_TRANSLATE_NOOP("DossierWords", "Payment asked for"),
    "payment_taken": QT_TRANSLATE_NOOP("DossierWords", "Payment taken"),
    "payment_confirmed": QT_TRANSLATE_NOOP("DossierWords", "Payment confirmed"),
    "payment_cancelled": QT_TRANSLATE_NOOP("DossierWords", "Payment cancelled"),
    "payment_settled": QT_TRANSLATE_NOOP("DossierWords", "Payment settled"),
    "refund_requested": QT_TRANSLATE_NOOP("DossierWords", "Refund asked for"),
    "refund_approved": QT_TRANSLATE_NOOP("DossierWords", "Refund approved"),
    "refund_refused": QT_TRANSLATE_NOOP("DossierWords", "Refund refused"),
    "fee_receipt_issued": QT_TRANSLATE_NOOP("DossierWords", "Fee receipt issued"),
    "fee_receipt_voided": QT_TRANSLATE_NOOP("DossierWords", "Fee receipt voided"),
    "receipt_book_granted": QT_TRANSLATE_NOOP("DossierWords", "Receipt book granted"),
    "cash_counted": QT_TRANSLATE_NOOP("DossierWords", "Cash counted"),
    "cash_moved": QT_TRANSLATE_NOOP("DossierWords", "Cash moved"),
    "day_sheet_made": QT_TRANSLATE_NOOP("DossierWords", "Day sheet made"),
    "audit_noted": QT_TRANSLATE_NOOP("DossierWords", "Look or export noted"),
}


def state_badge(state: int) -> tuple[Kind, str, str]:
    """Return kind, legal name and icon of a state; the code itself where this version has none."""
    kind, icon = _STATE_LOOKS.get(state, (Kind.QUIET, "help"))
    return kind, _state_names().get(state, str(state)), icon


def act_words(kind: str) -> str:
    """Return an entry's kind in words; a kind of a newer program is told as that."""
    translate = QCoreApplication.translate
    if kind in _ACTS:
        return translate("DossierWords", _ACTS[kind])
    words = translate("DossierWords", "Act of a newer version (“{kind}”)")
    return words.format(kind=kind)


def form_words(form: str) -> str:
    """Return the name of what the counter prints; the code itself where it is not known."""
    translate = QCoreApplication.translate
    return {
        "receipt": translate("DossierWords", "Receipt"),
        "control_slip": translate("DossierWords", "Control slip"),
        "folder_label": translate("DossierWords", "Folder label"),
        "supplement": translate("DossierWords", "Request for papers"),
        "refusal": translate("DossierWords", "Refusal"),
        "apology": translate("DossierWords", "Apology letter"),
        "stop": translate("DossierWords", "Notice of a stop"),
        "return_slip": translate("DossierWords", "Receipt for the result"),
        "refund_slip": translate("DossierWords", "Refund slip"),
    }.get(form, form)


def paper_words(paper: str) -> str:
    """Return the name of a paper size; the code itself where it is not known."""
    translate = QCoreApplication.translate
    return {
        "a4": "A4",
        "a5": "A5",
        "thermal": translate("DossierWords", "80 mm roll"),
        "label": translate("DossierWords", "label"),
    }.get(paper, paper)


def masked(number: str) -> str:
    """Return an identity number with its middle hidden: whoever passes by may see the screen."""
    if len(number) < _MASK_FROM:
        return "•" * len(number)
    return number[:_SHOWN] + "•" * (len(number) - 2 * _SHOWN) + number[-_SHOWN:]


@cache
def _state_names() -> dict[int, str]:
    return resources.state_names()
