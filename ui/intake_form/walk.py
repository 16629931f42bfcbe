"""The way of the keys through the fields: the order of the paper is the order of the keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from counter_app.domain.identity import looks_like_card
from counter_app.domain.intake_check import Field as Place
from ui.intake_form.filling import Filling
from ui.intake_form.form import Side
from ui.intake_form.papers_part import PapersPart
from ui.intake_form.part import Part, Stop
from ui.intake_form.party_part import PartyPart
from ui.intake_form.procedure_part import ProcedurePart
from ui.intake_form.return_part import ReturnPart
from ui.intake_form.words import place


class Walk(QObject):
    """The four sections of an intake inside `around`, and the stops in them and after them."""

    def __init__(
        self, model: Filling, around: QWidget, area: QScrollArea, *, card: bool = False
    ) -> None:
        """Make the sections.

        Args:
            card: with what only an identity card tells.
        """
        super().__init__(around)
        self._model, self._around, self._area = model, around, area
        self.procedure = ProcedurePart(model)
        self.parties = PartyPart(model, card=card)
        self.papers = PapersPart(model)
        self.returning = ReturnPart(model)
        self.left_off: QWidget | None = None
        """Where the focus was last."""
        self._stops: list[Stop] = []
        model.focus_wanted.connect(self.go_to)
        self.procedure.taken.connect(partial(self.go_to, place(Side.SUBMITTER, "name")))
        self.procedure.passed.connect(self.on)
        self.papers.left.connect(self.on)
        for number, part in enumerate(self.parts, start=1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), around)
            shortcut.activated.connect(partial(self.go_to_part, part))

    @property
    def parts(self) -> tuple[Part, ...]:
        """The sections in the order of the paper."""
        return (self.procedure, self.parties, self.papers, self.returning)

    def end_with(self, after: Sequence[QWidget]) -> None:
        """Let these follow the sections; now the way is known."""
        self._stops = [stop for part in self.parts for stop in part.stops()]
        self._stops += [Stop(widget) for widget in after]
        for stop in self._stops:
            stop.widget.installEventFilter(self)

    def begin(self) -> None:
        """Stand where the keys left off, or on the procedure."""
        (self.left_off or self.procedure.box).setFocus()

    def on(self, step: int = 1) -> bool:
        """Go to the next stop, or the one before; False at the end of the way."""
        at = self._place_of(QApplication.focusWidget())
        at = at + step if at is not None else (0 if step > 0 else len(self._stops) - 1)
        while 0 <= at < len(self._stops):
            if self._focus(self._stops[at], step):
                return True
            at += step
        return False

    def go_to(self, where: str) -> None:
        """Put the focus on the place that the view model names."""
        widgets: dict[str, QWidget] = {
            Place.PROCEDURE: self.procedure.box,
            Place.PAPERS: self.papers.table,
            Place.RETURN_ADDRESS: self.returning.target.editor,
            Place.CONSENTS: self.returning.consents["sms"],
            Place.SETS: self.returning.sets.editor,
            Place.NOTE: self.returning.note.editor,
            Place.AUTHORISATION: self.parties.sides[Side.SUBMITTER].authorisation.editor,
        }
        for side, fields in self.parties.sides.items():
            for name, field in fields.fields.items():
                widgets.setdefault(place(side, name), field.editor)
        widget = widgets.get(where)
        stop = next((stop for stop in self._stops if stop.widget is widget), None)
        if stop is not None:
            self._focus(stop, 1)
            if widget is self.procedure.box:
                self.procedure.box.offer()

    def go_to_part(self, part: Part) -> None:
        """Begin a section; a second time turns from the submitter to the owner."""
        inside = part.isAncestorOf(QApplication.focusWidget() or self._around)
        if part is self.parties and inside and self._model.shown.form.owner_differs:
            other = Side.OWNER if self.parties.side is Side.SUBMITTER else Side.SUBMITTER
            self.go_to(place(other, "name"))
        elif part is self.parties:
            self.go_to(place(self.parties.side, "name"))
        else:
            self._focus(part.stops()[0], 1)

    def take_card(self, text: str) -> bool:
        """Take an identity card, wherever the focus stands; False where it is none."""
        if not looks_like_card(text):
            return False
        focused = QApplication.focusWidget()
        inside = focused is not None and self.parties.isAncestorOf(focused)
        side = self._model.take_card(text, self.parties.side if inside else None)
        if side is not None and inside:
            self.go_to(place(side, "phone"))
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring what has the focus into sight, and remember it."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.left_off = watched
            self._area.ensureWidgetVisible(watched, 8, 24)
        return super().eventFilter(watched, event)

    def _focus(self, stop: Stop, step: int) -> bool:
        """Put the focus on a stop; False where there is none to put it on."""
        if stop.side is Side.OWNER and not self._model.shown.form.owner_differs:
            return False
        if stop.side is not None and stop.side is not self.parties.side:
            self.parties.open_side(stop.side)
        if not (stop.widget.isVisibleTo(self._around) and stop.widget.isEnabled()):
            return False
        reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
        stop.widget.setFocus(reason)
        return True

    def _place_of(self, widget: QWidget | None) -> int | None:
        side = self.parties.side
        for at, stop in enumerate(self._stops):
            if stop.widget is widget and stop.side in (None, side):
                return at
        return None
