"""Why a dossier stops, why a result is late, what was decided: codes in the officer's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.domain.processing import LateReason, ResultKind, StopReason


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
