"""Filling in the fields of an intake: what is typed, offered, scanned and undone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from counter_app.clock import local
from counter_app.desk import Desk
from counter_app.domain.identity import BadCardCode, looks_like_card, parse_card_qr
from counter_app.domain.intake_check import Field
from counter_app.domain.procedure import Channel
from counter_app.errors import CounterError
from ui.errors import describe
from ui.intake_form import papers
from ui.intake_form.applicants import ApplicantFinder
from ui.intake_form.form import Form, Side
from ui.intake_form.notices import Notices
from ui.intake_form.places import PlaceFinder
from ui.intake_form.procedures import ProcedureFinder
from ui.intake_form.sheet import Sheet
from ui.intake_form.shown import FormShown
from ui.notice import Kind
from ui.tasks import Tasks


class Filling(QObject):
    """What is typed goes to `sheet`, questions go to `finder`, `applicants` and `places`.

    What becomes of it, and what the procedure promises, is left to whoever goes on from here.
    """

    changed = Signal()
    focus_wanted = Signal(str)
    """The place where work goes on."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self.shown = FormShown()
        self.notices = Notices(self)
        self.sheet = Sheet(self._this_year, self)
        self.finder = ProcedureFinder(desk, tasks, self)
        self.applicants = ApplicantFinder(desk, tasks, self)
        self.places = PlaceFinder(desk, tasks, self)
        for source in (self.finder, self.places, self.applicants):
            source.failed.connect(self._tell)

    def load(self) -> None:
        """Read what is offered, also again after something came in from the centre."""
        self.finder.load()
        self.places.load()

    def choose_procedure(self, code: str) -> None:
        """Take the procedure; an incomplete one cannot be taken."""
        row = self.finder.usable(code)
        if row is None or self.sheet.locked:
            return
        other = code != self.sheet.form.procedure_code
        self.sheet.edit(procedure_code=row.code, procedure_name=row.name)
        self.sheet.leave(None, Field.PROCEDURE)
        self._look_up(other=other)

    def set_channel(self, channel: Channel) -> None:
        """Choose how the dossier came in; term and money may change with it."""
        self.sheet.edit(channel=channel)
        if self.sheet.form.procedure_code:
            self._look_up()

    def leave(self, side: Side | None, name: str) -> None:
        """The officer leaves a field: check it and keep what is typed.

        A card that a slow scanner typed into the field is taken as one, and the field is cleared.
        """
        self.applicants.forget()
        if side is not None and name in {"name", "number"}:
            typed = str(getattr(self.sheet.form.party(side), name))
            if looks_like_card(typed):
                self.sheet.edit_party(side, **{name: ""})
                self.take_card(typed, side)
                return
        self.sheet.leave(side, name)
        self._keep()

    def remove_paper(self, row: int) -> None:
        """Take a free row away; it can be brought back."""
        before = self.sheet.form
        if self.sheet.edit_papers(papers.removed, row):
            words = self.tr("Row removed: {name}").format(name=before.papers[row].name)
            self._offer_undo(words, before)

    def take_applicant(self, row: int) -> None:
        """Fill in somebody who handed in before."""
        offered = self.applicants.found
        if 0 <= row < len(offered.lines):
            self.applicants.forget()
            self.sheet.fill(offered.side, offered.lines[row].party)

    def take_card(self, text: str, standing: Side | None) -> Side | None:
        """Fill in the holder of a scanned card; return where, None if nothing was filled in.

        Args:
            standing: in whose part the focus stands.
        """
        try:
            card = parse_card_qr(text)
        except BadCardCode as error:
            words = self.tr("{what} What was read: {raw}")
            self.notices.say(Kind.BAD, words.format(what=describe(error), raw=error.raw))
            return None
        if self.sheet.locked:
            return None
        before, side = self.sheet.form, self.sheet.side_of(card, standing)
        self.sheet.fill_card(side, card)
        former = before.party(side).name
        if side is Side.OWNER and not before.owner_differs:
            words = self.tr("A second card was read: {name} is entered as owner.")
            self._offer_undo(words.format(name=card.name), before)
        elif former not in {"", card.name}:
            words = self.tr("{name} was entered in place of {former}.")
            self._offer_undo(words.format(name=card.name, former=former), before)
        return side

    def _this_year(self) -> int:
        return local(self._desk.clock.now_ms()).year

    def _offer_undo(self, words: str, before: Form) -> None:
        self.notices.say(Kind.INFO, words, self.tr("Undo"), lambda: self._put(before))

    def _tell(self, error: CounterError) -> None:
        self.notices.say(Kind.BAD, describe(error))

    def _look_up(self, *, other: bool = False) -> None:
        """Ask what the chosen procedure says; `other` than was chosen before."""

    def _put(self, form: Form) -> None:
        """Show a form that was typed before."""
        self.sheet.put(form)

    def _keep(self) -> None:
        """Keep what is typed at once, where it is kept."""
