"""The close of the day on one screen: reasons or count at the left, steps and papers beside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counter_app.closing import Step
from ui.dialogs.save_file import AskPath
from ui.notice import Kind, Notice
from ui.pages.end_of_day.count_part import CountPart
from ui.pages.end_of_day.papers_part import PapersPart
from ui.pages.end_of_day.reasons_part import ReasonsPart
from ui.pages.end_of_day.second_part import SecondPart
from ui.pages.end_of_day.shown import Busy, ClosingShown, Second
from ui.pages.end_of_day.steps_part import StepsPart
from ui.pages.end_of_day.view_model import ClosingViewModel
from ui.pages.end_of_day.words import step_words
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.noticebar import NoticeBar
from ui.widgets.progress import LongWork

CLOSE_KEYS = "F9"
COUNT_KEYS = "Alt+T"
INTERIM_KEYS = "Alt+X"
_SIDE_WIDTH = 400


class ClosingPart(QWidget):
    """Draws a `ClosingViewModel`."""

    go = Signal(str, object)

    def __init__(
        self, model: ClosingViewModel, ask: AskPath, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._ask_path = model, ask
        self._busy = Busy.NOTHING
        self.notices = NoticeBar()
        self.left_open = NoticeBar()
        self.reasons = ReasonsPart()
        self.count = CountPart()
        self.second = SecondPart(model.approval)
        self.steps = StepsPart()
        self.papers = PapersPart()
        self.stack = QStackedWidget()
        self.close_button = PrimaryButton("", CLOSE_KEYS, icon="sunset-2")
        self.count_button = Button(self.tr("Count the cash"), COUNT_KEYS)
        self.interim_button = Button(self.tr("Interim sheet"), INTERIM_KEYS, icon="printer")
        self.work = LongWork()
        self._lay_out()
        self._wire()
        self._render()

    def entered(self) -> None:
        """Ask how the day stands, and begin with what stands against closing."""
        self._model.refresh()
        self._begin(self._model.shown)

    def count_cash(self) -> None:
        """Show the count of the till."""
        self._model.open_count()

    def keep(self) -> None:
        """Write at once what was typed."""
        self._model.keep_now()

    def _lay_out(self) -> None:
        for part in (self.reasons, self.count, self.second):
            self.stack.addWidget(part)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self.close_button, self.count_button, self.interim_button):
            acts.addWidget(button)
        acts.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.stack, 1)
        left.addWidget(self.work)
        left.addLayout(acts)
        side = QWidget()
        side.setFixedWidth(_SIDE_WIDTH)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(self.steps)
        right.addWidget(self.papers, 1)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addLayout(left, 1)
        both.addWidget(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.left_open)
        column.addWidget(self.notices)
        column.addLayout(both, 1)

    def _wire(self) -> None:
        model = self._model
        self.reasons.fix_wanted.connect(model.fix)
        self.reasons.pointed.connect(model.point)
        self.reasons.explained.connect(model.explain)
        self.count.edited.connect(self._set_count)
        self.count.record.clicked.connect(model.record_count)
        self.count.left.connect(model.leave_count)
        self.second.agreed.connect(model.agree)
        self.second.left.connect(model.leave_second)
        self.papers.list_wanted.connect(model.print_list)
        self.papers.sheet_wanted.connect(model.print_sheet)
        self.steps.print.clicked.connect(model.print_proof)
        self.steps.pdf.clicked.connect(self._export)
        self.steps.copy.clicked.connect(self._copy)
        self.close_button.clicked.connect(model.close_day)
        self.count_button.clicked.connect(model.open_count)
        self.interim_button.clicked.connect(model.make_interim)
        self.work.cancelled.connect(model.cancel)
        self.notices.closed.connect(model.close_notice)
        self.left_open.acted.connect(self._turn_day)
        model.wanted.connect(self.go)
        model.changed.connect(self._render)
        model.advanced.connect(self._advance)

    def _set_count(self) -> None:
        self._model.set_count(self.count.notes.notes, self.count.notes.reason.text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.steps.code.text())
        self._model.copied()

    def _export(self) -> None:
        shown = self._model.shown
        if shown.standing is None:
            return
        name = self.tr("proof {day} counter {seat}").format(
            day=f"{shown.day:%Y-%m-%d}", seat=f"{shown.standing.seat.number:02d}"
        )
        path = self._ask_path(self, self.tr("Save as PDF"), f"{name}.pdf")
        if path is not None:
            self._model.export_proof(path)

    def _turn_day(self) -> None:
        shown = self._model.shown
        if shown.day != shown.today:
            self._model.choose_day(shown.today)
        elif shown.unclosed is not None:
            self._model.choose_day(shown.unclosed)

    def _advance(self, done: int, total: int, doing: str) -> None:
        known = {step.value: step_words(step) for step in Step}
        known |= {
            "push": self.tr("Sending"),
            "pull": self.tr("Fetching"),
            "print": self.tr("Printing"),
        }
        self.work.advance(done, total, known.get(doing, ""))

    def _render(self) -> None:
        shown = self._model.shown
        self.left_open.show_notice(self._day_notice(shown))
        self.notices.show_notice(shown.notice)
        self.reasons.render_reasons(shown)
        self.count.render_count(shown)
        self.second.render_second(shown)
        self.steps.render_steps(shown)
        self.papers.render_papers(shown)
        self._render_stack(shown)
        self.close_button.set_word(self._close_words(shown))
        free = shown.busy is Busy.NOTHING and shown.standing is not None
        self.close_button.setEnabled(free and not shown.is_closed)
        self.count_button.setEnabled(free)
        self.interim_button.setEnabled(free)
        self._render_work(shown)

    def _render_stack(self, shown: ClosingShown) -> None:
        part: QWidget = self.reasons
        if shown.second is not Second.NOTHING:
            part = self.second
        elif shown.counting:
            part = self.count
        if part is self.stack.currentWidget():
            return
        self.stack.setCurrentWidget(part)
        self._begin(shown)

    def _begin(self, shown: ClosingShown) -> None:
        if shown.second is not Second.NOTHING:
            self.second.begin()
        elif shown.counting:
            self.count.begin()
        elif shown.reasons or shown.standing is None:
            self.reasons.begin()
        else:
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _render_work(self, shown: ClosingShown) -> None:
        if shown.busy is self._busy:
            return
        self._busy = shown.busy
        words = {
            Busy.CLOSE: self.tr("Closing the day"),
            Busy.PRINTS: self.tr("Printing"),
            Busy.PAPER: self.tr("Printing"),
            Busy.COUNT: self.tr("Recording the count"),
        }
        if shown.busy is Busy.NOTHING:
            self.work.finish()
        else:
            self.work.begin(words[shown.busy])

    def _close_words(self, shown: ClosingShown) -> str:
        if shown.is_closed:
            return self.tr("The day is closed")
        return {
            Step.PAPERS: self.tr("Print the papers"),
            Step.PROOF: self.tr("Prove with the centre"),
            Step.PROOF_PAPER: self.tr("Print the proof"),
        }.get(shown.next or Step.COUNT, self.tr("Close the day"))

    def _day_notice(self, shown: ClosingShown) -> Notice | None:
        if shown.day != shown.today:
            words = self.tr("This is the close of {day}.").format(day=f"{shown.day:%d/%m/%Y}")
            return Notice(Kind.INFO, words, self.tr("Back to today"))
        if shown.unclosed is None:
            return None
        day = f"{shown.unclosed:%d/%m/%Y}"
        words = self.tr("{day} was not closed with the centre.").format(day=day)
        return Notice(Kind.WARN, words, self.tr("Close {day}").format(day=day))
