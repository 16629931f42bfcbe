"""Draws a `ListingViewModel`: the list, the form beside it, and the acts below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.table import Column, TableModel
from ui.notice import Kind, Notice
from ui.pages.administration.listing import ListingViewModel, Shown
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import SectionCard
from ui.widgets.form import Form
from ui.widgets.noticebar import NoticeBar
from ui.widgets.scrolled import Scrolled
from ui.widgets.sheet_form import FormField, SheetForm
from ui.widgets.table import ListView
from ui.widgets.wrapped import WrappedLabel

_FORM_WIDTH = 400


@dataclass(frozen=True)
class Act:
    """One button below the form. `fits` tells for which state of the part it can be pressed."""

    key: str
    word: str
    run: Callable[[], None]
    shortcut: str = ""
    primary: bool = False
    fits: Callable[[Shown], bool] = lambda shown: shown.picked is not None
    sure: str = ""
    look: str = ""


class ListingPart(Form):
    """The list at the left, the picked row at the right; N begins a new one."""

    print_wanted = Signal(str)
    """A code that is shown once is to be printed."""

    def __init__(
        self,
        model: ListingViewModel,
        name: str,
        columns: Sequence[Column[Any]],
        fields: Sequence[Sequence[FormField]],
        acts: Sequence[Act],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = model
        self.setAccessibleName(name)
        self.notices = NoticeBar()
        self.secret = NoticeBar()
        self.table = TableModel(columns, model.key_of, self)
        self.list = ListView(self.table)
        self.list.setAccessibleName(name)
        self.form = SheetForm()
        self._fields = fields
        self._drawing = False
        self.form.lay_out(fields)
        self.hint = WrappedLabel()
        self.hint.setProperty("role", "caption")
        self.acts = {act.key: act for act in acts}
        self.buttons: dict[str, Button] = {}
        self.new = Button(self.tr("New"), "Ctrl+N", icon="plus", look="quiet")
        self._lay_out()
        self._wire()
        self._render()

    def entered(self) -> None:
        """Read again, and stand in the list."""
        self.model.refresh()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def fields_of(self, _shown: Shown) -> Sequence[Sequence[FormField]]:
        """Return the fields that the form has now."""
        return self._fields

    def _lay_out(self) -> None:
        self.card = SectionCard("")
        self.card.setFixedWidth(_FORM_WIDTH)
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.form)
        column.addWidget(self.hint)
        self.card.setFixedWidth(_FORM_WIDTH)
        self.card.body.addWidget(Scrolled(fields))
        for act in self.acts.values():
            if act.primary:
                self.buttons[act.key] = PrimaryButton(act.word, act.shortcut)
            else:
                self.buttons[act.key] = Button(act.word, act.shortcut, look=act.look)
            self.card.body.addSpacing(8)
            self.card.body.addWidget(self.buttons[act.key])
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.new, 0, Qt.AlignmentFlag.AlignRight)
        right.addWidget(self.card)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(12)
        self.left = QVBoxLayout()
        self.left.setSpacing(8)
        self.left.addWidget(self.list, 1)
        both.addLayout(self.left, 1)
        both.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.notices)
        column.addWidget(self.secret)
        column.addLayout(both, 1)

    def _wire(self) -> None:
        model = self.model
        self.list.pointed.connect(self._point)
        self.list.opened.connect(lambda _: self.form.begin())
        self.new.clicked.connect(self._begin)
        self.form.edited.connect(model.edit)
        self.form.left.connect(model.leave)
        for key, act in self.acts.items():
            self.buttons[key].clicked.connect(act.run)
        self.notices.closed.connect(model.close_notice)
        self.secret.closed.connect(model.forget_secret)
        self.secret.acted.connect(lambda: self.print_wanted.emit(model.shown.secret))
        model.changed.connect(self._render)

    def _point(self, place: int) -> None:
        if not self._drawing:
            self.model.pick(place)

    def _draw_rows(self, shown: Shown) -> None:
        """Draw the rows, and stand on the picked one: another version may have taken its place."""
        self._drawing = True
        self.table.set_rows(shown.rows)
        if shown.picked is not None:
            key = self.model.key_of(shown.picked)
            keys = [self.model.key_of(row) for row in shown.rows]
            if key in keys and self.list.row != keys.index(key):
                self.list.set_row(keys.index(key))
        self._drawing = False

    def _begin(self) -> None:
        self.list.clearSelection()
        self.model.begin()
        self.form.begin()

    def _render(self) -> None:
        shown = self.model.shown
        self.notices.show_notice(shown.notice)
        self.secret.show_notice(
            Notice(Kind.WARN, shown.secret, self.tr("Print")) if shown.secret else None
        )
        self._draw_rows(shown)
        empty = (
            self.tr("Nothing is here yet. Ctrl+N begins.") if shown.read else self.tr("Reading…")
        )
        self.list.set_empty(empty)
        self.card.set_title(self.tr("Change") if shown.picked is not None else self.tr("New"))
        self.form.lay_out(self.fields_of(shown))
        self.form.show_values(shown.values, shown.faults)
        for key, act in self.acts.items():
            button = self.buttons[key]
            button.setEnabled(act.fits(shown) and not shown.busy)
            button.set_word(act.sure if act.sure and shown.sure == key else act.word)
