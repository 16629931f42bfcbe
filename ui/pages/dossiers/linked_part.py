"""The phases of a dossier and the dossiers that belong to it, each with its own due moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.store.dossiers import DossierRow
from counter_app.store.phases import Belonging, LinkedRow, PhaseRow
from ui.dossier_words import state_badge
from ui.due_words import DueStanding, dossier_due_words
from ui.moments import full_moment, long_moment
from ui.notice import Kind
from ui.pages.dossiers.parts import Lines
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button
from ui.widgets.facts import wrapped

OPEN_KEYS = "Alt+{place}"
MOST_KEYS = 9
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Told:
    """What a line says: title, notes below it, badges beside it."""

    title: str
    notes: tuple[str, ...]
    badges: tuple[tuple[Kind, str, str], ...]


class Phases(Lines):
    """One line for each phase: what is done, by whom, and until when."""

    def set_phases(self, phases: Sequence[PhaseRow], state: int, now_ms: int) -> None:
        """Show these; a dossier of one phase has no lines."""
        told = tuple(_phase_told(one, state, now_ms) for one in phases)
        if not self.tells(told):
            self.show_lines(told, [_line(one) for one in told])


class Linked(Lines):
    """One line for each dossier, with the key that opens it."""

    opened = Signal(object)
    """The subject (UUID) of a dossier whose page is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.buttons: dict[UUID, Button] = {}

    def set_linked(self, linked: Sequence[LinkedRow], now_ms: int) -> None:
        """Show these."""
        told = tuple((one.dossier.subject, _dossier_told(one, now_ms)) for one in linked)
        if self.tells(told):
            return
        self.buttons = {
            one.dossier.subject: self._button(place, one.dossier)
            for place, one in enumerate(linked, start=1)
        }
        self.show_lines(told, [_line(words, self.buttons[subject]) for subject, words in told])

    def _button(self, place: int, row: DossierRow) -> Button:
        keys = OPEN_KEYS.format(place=place) if place <= MOST_KEYS else ""
        button = Button(translate("LinkedPart", "Open"), keys, look="quiet")
        button.clicked.connect(partial(self.opened.emit, row.subject))
        words = translate("LinkedPart", "Open dossier {number}")
        button.setAccessibleName(words.format(number=row.number))
        return button


def _dossier_told(one: LinkedRow, now_ms: int) -> _Told:
    row = one.dossier
    title = f"{_belonging_words(one.belonging)} · {row.number}"
    about = f"{row.owner_name} · {row.procedure_name}"
    due = dossier_due_words(row.state, now_ms, row.due_at)
    badges = [state_badge(row.state)]
    if due.standing not in {DueStanding.SETTLED, DueStanding.NONE}:
        badges.append(due.badge or (Kind.QUIET, due.text, "calendar-due"))
    return _Told(title, (about, _due_told(row.due_at)), tuple(badges))


def _phase_told(one: PhaseRow, state: int, now_ms: int) -> _Told:
    words = translate("LinkedPart", "Phase {number}").format(number=one.number)
    span = full_moment(one.begun_at)
    if one.ended_at is not None:
        words_of_span = translate("LinkedPart", "{begun} to {ended}")
        span = words_of_span.format(begun=span, ended=full_moment(one.ended_at))
    notes = (one.agency_name, span, *(() if one.due_at is None else (_due_told(one.due_at),)))
    title = f"{words}: {one.name}" if one.name else words
    return _Told(title, notes, _phase_badges(one, state, now_ms))


def _phase_badges(one: PhaseRow, state: int, now_ms: int) -> tuple[tuple[Kind, str, str], ...]:
    if one.ended_at is not None:
        if one.due_at is not None and one.ended_at > one.due_at:
            return ((Kind.BAD, translate("LinkedPart", "ended late"), "alert-circle"),)
        return ((Kind.QUIET, translate("LinkedPart", "ended"), "check"),)
    if one.due_at is None:
        return ((Kind.INFO, translate("LinkedPart", "under way"), "hourglass"),)
    due = dossier_due_words(state, now_ms, one.due_at)
    return (due.badge or (Kind.INFO, due.text, "calendar-due"),)


def _due_told(due_at: int | None) -> str:
    if due_at is None:
        return translate("LinkedPart", "no appointment")
    return translate("LinkedPart", "due {moment}").format(moment=long_moment(due_at))


def _belonging_words(belonging: Belonging) -> str:
    return {
        Belonging.MAIN: translate("LinkedPart", "Main dossier"),
        Belonging.PART: translate("LinkedPart", "Part"),
        Belonging.BESIDE: translate("LinkedPart", "Part beside this one"),
    }[belonging]


def _line(told: _Told, button: Button | None = None) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(8)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(wrapped(told.title, "strong"))
    for note in told.notes:
        words.addWidget(wrapped(note, "caption"))
    row.addLayout(words, 1)
    at_right = QVBoxLayout()
    at_right.setSpacing(4)
    for badge in told.badges:
        at_right.addWidget(Badge(*badge), 0, Qt.AlignmentFlag.AlignRight)
    if button is not None:
        at_right.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
    at_right.addStretch(1)
    row.addLayout(at_right)
    return line
