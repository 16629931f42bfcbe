"""Complaints, proposals, questions and praise in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.usecases.callers import FeedbackKind


def opinion_kind_words(kind: str) -> str:
    """Return what sort of opinion it is; the code itself where it is not known."""
    translate = QCoreApplication.translate
    words: dict[str, str] = {
        FeedbackKind.COMPLAINT: translate("Callers", "Complaint"),
        FeedbackKind.PROPOSAL: translate("Callers", "Proposal"),
        FeedbackKind.QUESTION: translate("Callers", "Question"),
        FeedbackKind.PRAISE: translate("Callers", "Praise"),
    }
    return words.get(kind, kind)
