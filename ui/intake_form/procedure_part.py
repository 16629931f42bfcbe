"""Section 1: which procedure, how it came in, and what it is about."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent

from counter_app.domain.intake_check import Field as Place
from ui.intake_form.filling import Filling
from ui.intake_form.part import Part, Stop, tell_below
from ui.intake_form.shown import FormShown, ProcedureLine
from ui.intake_form.words import channel_words
from ui.notice import Kind
from ui.widgets.choices import ChoiceField
from ui.widgets.field import Field, TextField
from ui.widgets.searchbox import Hit, SearchBox

_LIST_WIDTH = 640


class ProcedureBox(SearchBox):
    """Shows the chosen procedure; typing in it looks for another one."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder, when_empty=True)
        self._chosen = ""
        self._looking = False
        self.textEdited.connect(self._look)

    def show_chosen(self, text: str) -> None:
        """Show what is chosen, unless the officer is looking for something else."""
        if text != self._chosen:
            self._looking = False
            self._chosen = text
        if not self._looking and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    @property
    def settled(self) -> bool:
        """Whether what stands in the line is what is chosen."""
        return bool(self._chosen) and self.text() == self._chosen

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the next letter replace what is chosen."""
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show again what is chosen."""
        super().focusOutEvent(event)
        self._looking = False
        self.show_chosen(self._chosen)

    def _look(self) -> None:
        self._looking = True


class ProcedurePart(Part):
    """Code, words without diacritics, or a favourite of the seat."""

    taken = Signal()
    """A procedure was chosen: work goes on with the submitter."""
    passed = Signal()
    """Enter was pressed on the procedure that is chosen already."""

    def __init__(self, model: Filling) -> None:
        super().__init__(self.tr("Procedure"), 1, titled=False)
        self._model = model
        self.box = ProcedureBox(self.tr("Code, words without diacritics, or initials"))
        self.box.set_empty_words(self.tr("No such procedure. Try fewer words, or its code."))
        self.field = Field(self.tr("Procedure"), self.box, required=True)
        self.channel = ChoiceField(self.tr("Handed in")).without_error_line()
        self.summary = TextField(
            self.tr("Subject"), self.tr("as the procedure says")
        ).without_error_line()
        self.row(self.field, self.channel, self.summary, stretch=(6, 2, 3))
        self.box.set_list_width(_LIST_WIDTH)
        self.box.asked.connect(model.finder.find)
        model.finder.changed.connect(self._offer)
        self.box.chosen.connect(self._take)
        self.box.submitted.connect(self._enter)
        self.channel.chosen.connect(model.set_channel)
        self.summary.edited.connect(lambda text: model.sheet.edit(summary=text))
        self.summary.left.connect(lambda: model.leave(None, "summary"))

    def stops(self) -> list[Stop]:
        """Procedure, channel, subject."""
        return [Stop(self.box), Stop(self.channel.combo), Stop(self.summary.line)]

    def render_part(self, shown: FormShown) -> None:
        """Draw the chosen procedure and what is offered."""
        form = shown.form
        title = f"{form.procedure_code} · {form.procedure_name}" if form.procedure_code else ""
        self.box.show_chosen(title)
        self.box.setToolTip(form.procedure_name)
        self.field.set_hint(shown.procedure_detail)
        tell_below(self.field, shown, Place.PROCEDURE)
        self.channel.set_choices([(one, channel_words(one)) for one in shown.channels])
        self.channel.set_key(form.channel)
        self.summary.set_text(form.summary)

    def _offer(self) -> None:
        self.box.set_results([_hit(line) for line in self._model.finder.lines])

    def _take(self, code: object) -> None:
        self._model.choose_procedure(str(code))
        self.taken.emit()

    def _enter(self, _text: str) -> None:
        if self.box.settled:
            self.passed.emit()


def _hit(line: ProcedureLine) -> Hit:
    if line.gaps:
        return Hit(line.code, line.name, line.detail, Kind.WARN, line.gaps, usable=False)
    return Hit(line.code, line.name, line.detail)
