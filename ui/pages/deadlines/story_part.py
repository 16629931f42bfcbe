"""How one lateness came about: who had the dossier how long, and what was promised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from counter_app.clock import to_ms
from counter_app.domain.deadlines import Outcome
from counter_app.domain.reasons import ReasonKind
from counter_app.store.late import LatenessStory, Span, Where
from ui.day_words import grouped
from ui.dossier_words import act_words
from ui.moments import full_moment
from ui.notice import Kind
from ui.pages.deadlines.late_questions import Told
from ui.reason_words import reason_words
from ui.theme import number_font
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button
from ui.widgets.card import SectionCard
from ui.widgets.facts import Facts

Line = tuple[str, str]


class StoryPart(QWidget):
    """One screen, read from the top: the yardstick, the ways of the paper, the promises."""

    back = Signal()
    opened = Signal()
    """The dossier's page is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self.outcome = QLabel(), Badge()
        self.number.setFont(number_font())
        self.who = QLabel()
        self.who.setProperty("role", "quiet")
        self.back_button = Button(
            self.tr("Work list"), "Alt+Left", ("Esc",), "arrow-left", look="quiet"
        )
        self.open_button = Button(self.tr("Open the dossier"), "Ctrl+O")
        self.due, self.spans, self.promises = Facts(), Facts(), Facts()
        self.late, self.days = Facts(), Facts()
        self.sums = Facts()
        self._cards = {
            facts: SectionCard(title)
            for facts, title in (
                (self.due, self.tr("The yardstick")),
                (self.sums, self.tr("Who had it how long")),
                (self.spans, self.tr("The way of the paper")),
                (self.promises, self.tr("What was promised")),
                (self.late, self.tr("Typed later than it happened")),
                (self.days, self.tr("Days counted at the intake")),
            )
        }
        self._lay_out()
        self.back_button.clicked.connect(self.back)
        self.open_button.clicked.connect(self.opened)

    def show_story(self, told: Told) -> None:
        """Draw the story."""
        story = told.story
        self.number.setText(story.number)
        self.outcome.set(*outcome_badge(story))
        self.who.setText(f"{told.owner} · {told.procedure}")
        self._put(self.due, list(_due(story)))
        self._put(self.sums, list(_sums(told)))
        self._put(self.spans, [_span(span, told) for span in story.spans])
        self._put(self.promises, list(_promises(story)))
        self._put(self.late, list(_typed_late(story)))
        self._put(self.days, [(group.days, group.words) for group in grouped(told.days)])

    def begin(self) -> None:
        """Take the focus."""
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, facts: Facts, lines: list[Line]) -> None:
        facts.set_facts(lines)
        self._cards[facts].setVisible(bool(lines))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.back_button, self.number, self.outcome, self.who):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.open_button)
        inner = QWidget()
        both = QHBoxLayout(inner)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(12)
        for column_of in ((self.due, self.sums, self.spans), (self.promises, self.late, self.days)):
            column = QVBoxLayout()
            column.setSpacing(12)
            for facts in column_of:
                card = self._cards[facts]
                card.body.addWidget(facts)
                column.addWidget(card)
            column.addStretch(1)
            both.addLayout(column, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(area, 1)


def outcome_badge(story: LatenessStory) -> tuple[Kind, str, str]:
    """Return how the dossier stands against its first due date."""
    translate = QCoreApplication.translate
    return {
        Outcome.EARLY: (Kind.GOOD, translate("LateStory", "Before its time"), "check"),
        Outcome.ON_TIME: (Kind.GOOD, translate("LateStory", "On time"), "check"),
        Outcome.LATE: (Kind.BAD, translate("LateStory", "Overdue"), "alert-circle"),
    }[story.outcome]


def _due(story: LatenessStory) -> Iterator[Line]:
    translate = QCoreApplication.translate
    yield translate("LateStory", "Received"), _moment(story.received_at)
    yield translate("LateStory", "First due date"), _moment(story.original_due_at)
    if story.due_at != story.original_due_at:
        yield translate("LateStory", "Due after pauses"), _moment(story.due_at)
    if story.promised_at not in {story.due_at, None}:
        yield translate("LateStory", "Promised by letter"), _moment(story.promised_at)
    yield translate("LateStory", "Result"), _moment(story.finished_at)
    given = reason_words(ReasonKind.LATE, story.late_reason, story.late_words)
    yield translate("LateStory", "Reason given"), given


def _sums(told: Told) -> Iterator[Line]:
    """Tell how many working days the dossier spent in each hand."""
    spent: dict[str, int] = {}
    for span in told.story.spans:
        if span.where is not Where.FINISHED and span.working_days is not None:
            who = _who(span, told)
            spent[who] = spent.get(who, 0) + span.working_days
    for who, days in spent.items():
        yield who, _days_words(days)


def _span(span: Span, told: Told) -> Line:
    until = "" if span.until is None else _moment(span.until)
    days = "" if span.working_days is None else _days_words(span.working_days)
    since = _moment(span.since)
    moments = f"{since} – {until or '…'}" if span.where is not Where.FINISHED else since
    return _who(span, told), " · ".join(part for part in (moments, days, span.reason) if part)


def _who(span: Span, told: Told) -> str:
    translate = QCoreApplication.translate
    agency = told.agencies.get(span.agency_code, span.agency_code)
    return {
        Where.COUNTER: translate("LateStory", "The counter"),
        Where.AGENCY: agency,
        Where.PAUSED: translate("LateStory", "Term stood still"),
        Where.FINISHED: translate("LateStory", "Finished"),
    }[span.where]


def _promises(story: LatenessStory) -> Iterator[Line]:
    translate = QCoreApplication.translate
    for promise in story.promises:
        when = promise.promised_at or promise.due_at
        words = translate("LateStory", "promised: {moment}").format(moment=_moment(when))
        letter = promise.letter and translate("LateStory", "letter {letter}").format(
            letter=promise.letter
        )
        parts = (act_words(promise.kind), words, letter, promise.reason)
        yield _moment(promise.decided_at), " · ".join(part for part in parts if part)


def _typed_late(story: LatenessStory) -> Iterator[Line]:
    translate = QCoreApplication.translate
    for one in story.typed_late:
        words = translate("LateStory", "{act}, typed {typed} by {officer}").format(
            act=act_words(one.kind), typed=_moment(one.typed_at), officer=one.officer
        )
        yield _moment(one.happened_at), f"{words}: {one.because}" if one.because else words


def _days_words(days: int) -> str:
    return QCoreApplication.translate("LateStory", "%n working day(s)", "", days)


def _moment(moment: datetime | None) -> str:
    return "" if moment is None else full_moment(to_ms(moment))
