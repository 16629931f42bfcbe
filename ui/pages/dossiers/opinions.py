"""Complaints and other opinions about a dossier, as its history tells them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.store.callers import FeedbackRow
from counter_app.usecases.callers import FeedbackKind
from ui import icons
from ui.moments import full_moment
from ui.notice import Kind
from ui.opinion_words import opinion_kind_words
from ui.widgets.badge import Badge
from ui.widgets.facts import wrapped

_ICONS: Mapping[str, str] = {
    FeedbackKind.COMPLAINT: "alert-circle",
    FeedbackKind.PRAISE: "star",
}


@dataclass(frozen=True, slots=True)
class Opinions:
    """The opinions about a dossier, the first one first, and the names of officers by login."""

    rows: Sequence[FeedbackRow] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    def until(self, moment: int | None) -> tuple[FeedbackRow, ...]:
        """Return those told before a moment (ms UTC); None for all."""
        return tuple(row for row in self.rows if moment is None or row.told_at < moment)


class OpinionLine(QWidget):
    """One opinion: what was said, by whom and when, and what was answered."""

    def __init__(
        self, row: FeedbackRow, names: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(10)
        mark = QLabel()
        icons.put(mark, _ICONS.get(row.kind, "help"), "warn" if _waits(row) else "quiet")
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        title, told, answer = opinion_title(row), _told(row, names), _answer(row, names)
        words.addWidget(wrapped(title, "strong"))
        words.addWidget(wrapped(told, "caption"))
        if answer:
            words.addWidget(wrapped(answer))
        line.addLayout(words, 1)
        badge = (Kind.WARN, _to_answer()) if _waits(row) else None
        if badge is not None:
            line.addWidget(Badge(*badge), 0, Qt.AlignmentFlag.AlignTop)
        parts = (title, told, answer, "" if badge is None else badge[1])
        self.setAccessibleName(", ".join(part for part in parts if part))


def opinion_title(row: FeedbackRow) -> str:
    """Return what was said."""
    return f"{opinion_kind_words(row.kind)}: {row.words}"


def _told(row: FeedbackRow, names: Mapping[str, str]) -> str:
    counter = QCoreApplication.translate("Dossier", "Counter {number}")
    parts = (
        full_moment(row.told_at),
        row.name,
        names.get(row.officer, row.officer),
        counter.format(number=f"{row.seat_number:02d}"),
    )
    return " · ".join(part for part in parts if part)


def _answer(row: FeedbackRow, names: Mapping[str, str]) -> str:
    if row.answered_at is None:
        return ""
    words = QCoreApplication.translate("Dossier", "Answered {moment} by {officer}: {answer}")
    return words.format(
        moment=full_moment(row.answered_at),
        officer=names.get(row.answered_by, row.answered_by),
        answer=row.answer,
    )


def _waits(row: FeedbackRow) -> bool:
    return row.answered_at is None and row.kind != FeedbackKind.PRAISE


def _to_answer() -> str:
    return QCoreApplication.translate("Dossier", "to answer")
