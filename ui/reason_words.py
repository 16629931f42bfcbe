"""Why a dossier stops, why a result is late, what was decided: codes in the officer's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from counter_app.domain.fees import ExemptionReason
from counter_app.domain.processing import LateReason, ResultKind, StopReason
from counter_app.domain.reasons import PROGRAMS, ReasonKind, Reasons


def stop_words(reason: StopReason) -> str:
    """Return why processing stops."""
    translate = QCoreApplication.translate
    return {
        StopReason.OTHER_AGENCY: translate("ReasonWords", "waits for another agency"),
        StopReason.DUTY_NOT_PAID: translate("ReasonWords", "a duty is not paid"),
        StopReason.NO_SUPPLEMENT: translate("ReasonWords", "the supplement did not come"),
        StopReason.ASKED_BY_CITIZEN: translate("ReasonWords", "asked for by the citizen"),
        StopReason.DISPUTE: translate("ReasonWords", "a dispute or a complaint"),
        StopReason.OTHER: translate("ReasonWords", "another reason"),
    }[reason]


def late_words(reason: LateReason) -> str:
    """Return why a result is late."""
    translate = QCoreApplication.translate
    return {
        LateReason.OTHER_AGENCY: translate("ReasonWords", "another agency has not answered"),
        LateReason.NETWORK: translate("ReasonWords", "the network failed"),
        LateReason.SOFTWARE: translate("ReasonWords", "the software failed"),
        LateReason.SITE_INSPECTION: translate("ReasonWords", "the place must be inspected"),
        LateReason.COMPLEX: translate("ReasonWords", "the matter is complex"),
        LateReason.WORKLOAD: translate("ReasonWords", "too many dossiers at once"),
        LateReason.STAFF_ABSENT: translate("ReasonWords", "staff is absent"),
        LateReason.RULES_UNCLEAR: translate("ReasonWords", "the rules are unclear"),
        LateReason.FORCE_MAJEURE: translate("ReasonWords", "force majeure"),
        LateReason.OTHER: translate("ReasonWords", "another reason"),
    }[reason]


def result_words(kind: ResultKind) -> str:
    """Return what was decided."""
    translate = QCoreApplication.translate
    return {
        ResultKind.GRANTED: translate("ReasonWords", "granted"),
        ResultKind.DECLINED: translate("ReasonWords", "declined"),
    }[kind]


def exemption_words(reason: ExemptionReason) -> str:
    """Return why somebody pays less or nothing."""
    translate = QCoreApplication.translate
    return {
        ExemptionReason.CHILD: translate("ReasonWords", "Child"),
        ExemptionReason.POOR_HOUSEHOLD: translate("ReasonWords", "Poor household"),
        ExemptionReason.ELDERLY: translate("ReasonWords", "Elderly person"),
        ExemptionReason.DISABLED: translate("ReasonWords", "Disabled person"),
        ExemptionReason.MERIT: translate("ReasonWords", "Person with merits"),
        ExemptionReason.ETHNIC_MINORITY: translate("ReasonWords", "Ethnic minority in a hard area"),
        ExemptionReason.TREATY: translate("ReasonWords", "Treaty"),
        ExemptionReason.ONLINE_REDUCTION: translate("ReasonWords", "Reduced online"),
        ExemptionReason.LOCAL_RESOLUTION: translate("ReasonWords", "Resolution of the province"),
        ExemptionReason.OTHER: translate("ReasonWords", "Another reason"),
    }[reason]


def kind_words(kind: ReasonKind) -> str:
    """Return what reasons of a kind are given for."""
    translate = QCoreApplication.translate
    return {
        ReasonKind.LATE: translate("ReasonWords", "Why a result is late"),
        ReasonKind.STOP: translate("ReasonWords", "Why a dossier stops"),
        ReasonKind.EXEMPTION: translate("ReasonWords", "Why fees are let off"),
        ReasonKind.REFUSAL: translate("ReasonWords", "Why a dossier is refused"),
        ReasonKind.WITHDRAWAL: translate("ReasonWords", "Why a dossier is withdrawn"),
        ReasonKind.VOID: translate("ReasonWords", "Why a receipt is void"),
    }[kind]


_PROGRAMS_WORDS: Final[Mapping[ReasonKind, tuple[Callable[[str], Any], Callable[[Any], str]]]] = {
    ReasonKind.LATE: (LateReason, late_words),
    ReasonKind.STOP: (StopReason, stop_words),
    ReasonKind.EXEMPTION: (ExemptionReason, exemption_words),
}


def reason_words(kind: ReasonKind, code: str, own: str = "") -> str:
    """Return what a code says: in the centre's `own` words, else in the program's."""
    if own or code not in PROGRAMS.get(kind, ()):
        return own or code
    of_code, words = _PROGRAMS_WORDS[kind]
    return words(of_code(code))


def reason_choices(reasons: Reasons, kind: ReasonKind, day: date) -> tuple[tuple[object, str], ...]:
    """Return what may be chosen on `day`, as (code, words)."""
    return tuple(
        (reason.code, reason_words(kind, reason.code, reason.words))
        for reason in reasons.offered(kind, day)
    )
