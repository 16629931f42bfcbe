"""Filling in what an intake should have been, beside what it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject

from counter_app.desk import Desk
from counter_app.domain.corrections import Change, changes
from counter_app.domain.procedure import Channel
from counter_app.errors import CounterError
from counter_app.usecases.corrections import OtherAgencysProcedure, due_after
from ui.errors import describe
from ui.intake_form import papers, questions
from ui.intake_form.filling import Filling
from ui.intake_form.form import Form
from ui.intake_form.questions import Outlook
from ui.intake_form.shown import FormShown
from ui.notice import Kind
from ui.pages.dossiers.act_view_model import ActViewModel
from ui.pages.dossiers.correction import Correct
from ui.procedure_words import term_words
from ui.tasks import Task, Tasks

_WHY = "reason"


@dataclass(frozen=True, slots=True)
class ShownCorrection(FormShown):
    """The fields, and what they change: also the due moment (ms UTC), where it moves."""

    changes: tuple[Change, ...] = ()
    due: tuple[int | None, int | None] | None = None
    reason: str = ""
    reason_fault: str = ""
    second: bool = False


@dataclass(frozen=True, slots=True)
class _Promised:
    """What procedure and channel say now, and when the dossier would be due with them."""

    outlook: Outlook
    due_at: int | None
    problem: CounterError | None = None


class CorrectionModel(Filling):
    """The panel's act keeps what is typed; this fills it in as an intake is filled in."""

    shown: ShownCorrection

    def __init__(
        self, desk: Desk, tasks: Tasks, acts: ActViewModel, parent: QObject | None = None
    ) -> None:
        super().__init__(desk, tasks, parent)
        self.shown = ShownCorrection()
        self._acts = acts
        self._flagged: Mapping[str, str] = {}
        self._promised: _Promised | None = None
        self._question: Task[_Promised] | None = None
        self._beginning = False
        self.sheet.edited.connect(self._edited)
        for part in (self.sheet, self.finder, self.applicants, self.notices):
            part.changed.connect(self._refresh)
        acts.begun.connect(self._begin)
        acts.changed.connect(self._heard)

    @property
    def correct(self) -> Correct | None:
        """The correction that is being filled in; None where another act is, or none."""
        sheet = self._acts.shown.sheet
        return sheet if isinstance(sheet, Correct) else None

    def choose_procedure(self, code: str) -> None:
        """Take another procedure of the same agency: the number names the agency."""
        row, opened = self.finder.usable(code), self._acts.opened
        if row is not None and opened is not None:
            dossier = opened.story.row
            if row.agency_code != dossier.agency_code:
                refused = OtherAgencysProcedure(code, dossier.number)
                self.notices.say(Kind.WARN, describe(refused))
                return
        super().choose_procedure(code)

    def set_reason(self, text: str) -> None:
        """Say why."""
        self._acts.edit(_WHY, text)

    def _begin(self) -> None:
        correct = self.correct
        if correct is None:
            return
        self.load()
        self.notices.close()
        self._promised, self._flagged = None, {}
        self.sheet.locked = False
        self._beginning = True
        self.sheet.put(correct.form)
        self._beginning = False
        self._look_up()
        self._refresh()

    def _edited(self) -> None:
        if not self._beginning:
            self._acts.edit("form", self.sheet.form)
        self._refresh()

    def _heard(self) -> None:
        """Follow the act: while it is done nothing changes, and its faults are said in place."""
        if self.correct is None:
            return
        shown = self._acts.shown
        self.sheet.locked = shown.busy
        found = {place: said for place, said in shown.faults.items() if place != _WHY}
        if found != self._flagged:
            self._flagged = found
            if found:
                self.focus_wanted.emit(self.sheet.flag(found))
        self._refresh()

    def _look_up(self, *, other: bool = False) -> None:
        opened, form = self._acts.opened, self.sheet.form
        if opened is None:
            return
        if self._question is not None:
            self._question.abandon()
        desk, subject = self._desk, opened.story.row.subject
        code, channel = form.procedure_code, form.channel
        self._question = self._tasks.start(
            self,
            lambda _: _promised(desk, subject, code, channel),
            lambda found: self._answered(found, other=other),
            self._unanswered,
        )

    def _answered(self, found: _Promised, *, other: bool) -> None:
        self._promised = found
        channels = found.outlook.channels
        if channels and self.sheet.form.channel not in channels:
            self.set_channel(channels[0])
        if other:
            self.sheet.edit_papers(
                lambda rows: papers.carried_over(found.outlook.procedure, rows),
            )
        if found.problem is not None:
            self._tell(found.problem)
        self._refresh()

    def _unanswered(self, error: CounterError) -> None:
        """Say why, unless it is the procedure as it was: what it promises need not be known."""
        correct = self.correct
        if correct is not None and not _same_term(self.sheet.form, correct.recorded):
            self._tell(error)

    def _refresh(self) -> None:
        correct, acts = self.correct, self._acts.shown
        if correct is None:
            return
        form, promised = self.sheet.form, self._promised
        channels = () if promised is None else promised.outlook.channels
        self.shown = ShownCorrection(
            form=form,
            procedures=self.finder.lines,
            procedure_detail="" if promised is None else _detail(promised.outlook, form.channel),
            channels=channels or tuple(Channel),
            applicants=self.applicants.found,
            faults=self.sheet.faults,
            hints=self.sheet.hints,
            notice=self.notices.notice or acts.notice,
            busy=acts.busy,
            changes=self._changes(correct),
            due=self._moved(correct),
            reason=correct.reason,
            reason_fault=acts.faults.get(_WHY, ""),
            second=acts.second,
        )
        self.changed.emit()

    def _changes(self, correct: Correct) -> tuple[Change, ...]:
        was, now, year = correct.recorded, self.sheet.form, self._this_year()
        names = {one.procedure_code: one.procedure_name for one in (was, now)}
        return changes(was.intake(year), now.intake(year), names)

    def _moved(self, correct: Correct) -> tuple[int | None, int | None] | None:
        opened, promised, was = self._acts.opened, self._promised, correct.recorded
        same = _same_term(self.sheet.form, was)
        if same or opened is None or promised is None or promised.problem is not None:
            return None
        before = opened.story.row.due_at
        return None if before == promised.due_at else (before, promised.due_at)


def _same_term(form: Form, was: Form) -> bool:
    return (form.procedure_code, form.channel) == (was.procedure_code, was.channel)


def _promised(desk: Desk, subject: UUID, code: str, channel: Channel) -> _Promised:
    outlook = questions.outlook(desk, code, channel)
    try:
        return _Promised(outlook, due_after(desk, subject, code, channel))
    except CounterError as error:
        return _Promised(outlook, None, error)


def _detail(outlook: Outlook, channel: Channel) -> str:
    rule = outlook.procedure.rule(channel)
    term = "" if rule is None else term_words(rule.term)
    parts = (outlook.agency_name, outlook.procedure.sector, term)
    return " · ".join(part for part in parts if part)
