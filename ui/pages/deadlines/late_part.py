"""The work list of late dossiers: groups, lines that are ticked, and the letter below them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.apology import apology_rows
from ui.models.table import Column, TableModel
from ui.models.ticked_rows import AGENCY_COLUMN, ticked_columns
from ui.moments import full_moment
from ui.notice import Kind
from ui.pages.deadlines.late_view_model import Group, LateLine, LateViewModel, ShownLate
from ui.pages.deadlines.story_part import StoryPart
from ui.widgets.buttons import Button, PrimaryButton, shown_keys
from ui.widgets.card import SectionCard
from ui.widgets.noticebar import NoticeBar
from ui.widgets.sheet_form import SheetForm
from ui.widgets.tick_list import TickList

LETTER_KEYS = "Alt+G"
STORY_KEYS = "Alt+Y"
ALL_KEYS = "Alt+A"
ROOMY = 1100


class LatePart(QWidget):
    """Draws a `LateViewModel`."""

    opened = Signal(object)
    """The subject (UUID) of a dossier whose page is wanted."""
    left = Signal()
    """The board is wanted again."""

    def __init__(self, model: LateViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.notices = NoticeBar()
        self.groups: dict[Group, QRadioButton] = {}
        for place, group in enumerate(Group, start=1):
            button = QRadioButton()
            button.clicked.connect(partial(model.choose, group))
            obeyed = QShortcut(QKeySequence(f"Alt+{place}"), self)
            obeyed.activated.connect(partial(model.choose, group))
            self.groups[group] = button
        self.table = TableModel(late_columns(), lambda line: line.row.subject, self)
        self.list = TickList(self.table)
        self.list.setAccessibleName(self.tr("Dossiers of the work list"))
        self.every = Button(self.tr("Tick all"), ALL_KEYS, look="quiet")
        self.letter = PrimaryButton(self.tr("Letter"), LETTER_KEYS, icon="mail")
        self.story = Button(self.tr("How it came about"), STORY_KEYS, icon="history")
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        self.card = SectionCard("")
        self.form = SheetForm()
        self.form.lay_out(apology_rows(()))
        self.write = PrimaryButton(self.tr("Write and print"), "F9", icon="printer")
        self.leave = Button(self.tr("Leave it"), "Esc", look="quiet")
        self.told = StoryPart()
        self._lay_out()
        self._wire()
        self._render()

    def begin(self) -> None:
        """Stand on the list."""
        if self.stack.currentIndex():
            self.told.begin()
        elif self.table.rows:
            self.list.set_row(max(self.list.row, 0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.groups[self._model.shown.group].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the letter on Escape, then the list."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            if self._model.shown.sheet is not None:
                self._leave_letter()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let names have the room on narrow screens."""
        super().resizeEvent(event)
        self.list.setColumnHidden(AGENCY_COLUMN, self.width() < ROOMY)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        for radio in self.groups.values():
            top.addWidget(radio)
        top.addStretch(1)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.heading)
        acts.addStretch(1)
        for button in (self.every, self.story, self.letter):
            acts.addWidget(button)
        ends = QHBoxLayout()
        ends.setSpacing(8)
        ends.addWidget(self.write)
        ends.addWidget(self.leave)
        ends.addStretch(1)
        self.card.body.addWidget(self.form)
        self.card.body.addLayout(ends)
        front = QWidget()
        column = QVBoxLayout(front)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(acts)
        column.addWidget(self.card)
        column.addWidget(self.list, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(front)
        self.stack.addWidget(self.told)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.notices)
        whole.addWidget(self.stack, 1)

    def _wire(self) -> None:
        model = self._model
        self.list.ticked.connect(model.tick)
        self.list.opened.connect(self._open)
        self.every.clicked.connect(model.tick_all)
        self.letter.clicked.connect(lambda: model.begin_letter(self.list.row))
        self.story.clicked.connect(lambda: model.tell(self.list.row))
        self.form.edited.connect(model.edit)
        self.write.clicked.connect(model.write)
        self.leave.clicked.connect(self._leave_letter)
        self.notices.closed.connect(model.close_notice)
        self.told.back.connect(self._close_story)
        self.told.opened.connect(self._open_told)
        model.changed.connect(self._render)

    def _open(self, place: int) -> None:
        line = self.table.row_at(place)
        if line is not None:
            self.opened.emit(line.row.subject)

    def _open_told(self) -> None:
        self._open(self.list.row)

    def _leave_letter(self) -> None:
        self._model.leave_letter()
        self.begin()

    def _close_story(self) -> None:
        self._model.close_story()
        self.begin()

    def _render(self) -> None:
        shown = self._model.shown
        self.notices.show_notice(shown.notice)
        self.form.lay_out(apology_rows(shown.codes))
        self.table.set_rows(shown.lines)
        for place, (group, radio) in enumerate(self.groups.items(), start=1):
            count = shown.counts.get(group, 0)
            radio.setText(f"{group_words(group)}: {count}  {shown_keys(f'Alt+{place}')}")
            with QSignalBlocker(radio):
                radio.setChecked(group is shown.group)
        words = self.tr("Ticked: {ticked} of {count}")
        self.heading.setText(words.format(ticked=shown.ticked, count=len(shown.lines)))
        for button in (self.every, self.letter, self.story):
            button.setEnabled(bool(shown.lines) and not shown.busy)
        self.letter.setEnabled(self.letter.isEnabled() and self._model.may_write)
        reading = shown.tomorrow is None
        self.list.set_empty(
            self.tr("Reading…") if reading else self.tr("Nothing here. That is good.")
        )
        self._render_letter(shown)
        self._render_story(shown)

    def _render_letter(self, shown: ShownLate) -> None:
        begins = shown.sheet is not None and self.card.isHidden()
        ends = shown.sheet is None and not self.card.isHidden()
        self.card.setVisible(shown.sheet is not None)
        if shown.sheet is not None:
            self.card.set_title(self.tr("Apology for %n dossier(s)", "", len(shown.wanted)))
            self.form.show_values(shown.sheet.values, shown.faults)
            self.write.setEnabled(not shown.busy)
        if begins:
            self.form.begin()
        elif shown.faults:
            self.form.to_fault(shown.faults)
        elif ends and self.isVisible():
            self.begin()

    def _render_story(self, shown: ShownLate) -> None:
        wanted = int(shown.told is not None)
        if shown.told is not None:
            self.told.show_story(shown.told)
        if self.stack.currentIndex() != wanted:
            self.stack.setCurrentIndex(wanted)
            self.begin()


def group_words(group: Group) -> str:
    """Return the name of a part of the list."""
    translate = QCoreApplication.translate
    return {
        Group.UNANSWERED: translate("LateList", "Overdue, no letter"),
        Group.TODAY: translate("LateList", "Due today"),
        Group.TOMORROW: translate("LateList", "Next working day"),
        Group.APOLOGISED: translate("LateList", "Overdue, promised anew"),
    }[group]


def late_columns() -> list[Column[LateLine]]:
    """Return the columns of the list; the agency gives way on narrow screens."""
    translate = QCoreApplication.translate
    return [
        *ticked_columns(LateLine),
        Column(
            translate("LateList", "Due"),
            lambda line: "" if line.row.due_at is None else full_moment(line.row.due_at),
            width=144,
        ),
        Column(
            translate("LateList", "Promised anew"),
            _promised,
            width=172,
            badge=lambda line: (Kind.BAD, line.fault, "alert-circle") if line.fault else None,
            tip=lambda line: line.fault or _promised(line),
        ),
    ]


def _promised(line: LateLine) -> str:
    row = line.row
    anew = row.apology_at is not None and row.promised_at is not None
    return full_moment(row.promised_at) if anew and row.promised_at is not None else ""
