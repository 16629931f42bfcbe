"""Draws the calendar: the year, the day pointed at, and what would move."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.domain.calendar_changes import DayKind, hours_text
from ui.moments import weekday_words
from ui.pages.administration.calendar_model import CalendarViewModel
from ui.pages.administration.moved import moved_table
from ui.pages.administration.year_grid import YearGrid
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import SectionCard
from ui.widgets.field import TextField
from ui.widgets.form import Form
from ui.widgets.noticebar import NoticeBar
from ui.widgets.table import ListView

_SIDE_WIDTH = 360
_SATURDAY = 5


class CalendarPart(Form):
    """Arrows move the day, H takes it off, M makes it up, Delete makes it plain again."""

    def __init__(self, model: CalendarViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.setAccessibleName(self.tr("Calendar"))
        self.notices = NoticeBar()
        self.grid = YearGrid()
        self.year = QLabel()
        self.year.setProperty("role", "section")
        self.before = Button("", "Ctrl+PgUp", icon="chevron-left", look="quiet")
        self.after = Button("", "Ctrl+PgDown", icon="chevron-right", look="quiet")
        self.before.setAccessibleName(self.tr("The year before"))
        self.after.setAccessibleName(self.tr("The year after"))
        self.take_over = Button(self.tr("Official holidays of this year"), look="quiet")
        self.day = QLabel()
        self.day.setProperty("role", "section")
        self.name = TextField(self.tr("Name, as citizens read it")).without_error_line()
        self.off = Button(self.tr("Day off"), "Ctrl+H")
        self.worked = Button(self.tr("Make-up day"), "Ctrl+M")
        self.plain = Button(self.tr("As its weekday"), "Ctrl+Del")
        self.hours = TextField(self.tr("Opening hours, Monday to Friday")).without_error_line()
        self.saturday = TextField(self.tr("Opening hours on Saturdays")).without_error_line()
        self.set_hours = Button(self.tr("Take these hours"), look="quiet")
        self.look = PrimaryButton(self.tr("See what would move"), "F8")
        self.publish = Button(self.tr("Publish"), "F9")
        self.discard = Button(self.tr("Discard"), look="quiet")
        self.table = moved_table(self)
        self.moved = ListView(self.table)
        self.moved.setAccessibleName(self.tr("Dossiers that would be due at another moment"))
        self._lay_out()
        self._wire()
        self._render()

    def entered(self) -> None:
        """Read again, and stand in the year."""
        self.model.refresh()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        for widget in (self.before, self.year, self.after, self.take_over):
            top.addWidget(widget)
        top.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(top)
        left.addWidget(self.grid, 1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left, 1)
        both.addLayout(self._side())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.notices)
        column.addLayout(both, 1)

    def _side(self) -> QVBoxLayout:
        day = SectionCard(self.tr("The day"))
        day.setFixedWidth(_SIDE_WIDTH)
        day.body.setSpacing(8)
        day.body.addWidget(self.day)
        day.body.addWidget(self.name)
        day.row(self.off, self.worked)
        day.body.addWidget(self.plain)
        hours = SectionCard(self.tr("Opening hours"))
        hours.setFixedWidth(_SIDE_WIDTH)
        hours.row(self.hours)
        hours.row(self.saturday)
        hours.body.addWidget(self.set_hours, 0, Qt.AlignmentFlag.AlignLeft)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(day)
        side.addWidget(hours)
        self.moved.setFixedWidth(_SIDE_WIDTH)
        side.addWidget(self.moved, 1)
        side.addStretch()
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.look, 1)
        acts.addWidget(self.publish)
        side.addLayout(acts)
        side.addWidget(self.discard, 0, Qt.AlignmentFlag.AlignRight)
        return side

    def _wire(self) -> None:
        model = self.model
        self.grid.pointed.connect(model.point)
        self.before.clicked.connect(lambda: model.go_to_year(-1))
        self.after.clicked.connect(lambda: model.go_to_year(1))
        self.take_over.clicked.connect(model.import_year)
        self.name.edited.connect(model.set_name)
        self.off.clicked.connect(model.make_holiday)
        self.worked.clicked.connect(model.make_up)
        self.plain.clicked.connect(model.make_plain)
        self.set_hours.clicked.connect(self._take_hours)
        self.look.clicked.connect(model.look)
        self.publish.clicked.connect(model.publish)
        self.discard.clicked.connect(model.discard)
        self.notices.closed.connect(model.close_notice)
        model.changed.connect(self._render)

    def _take_hours(self) -> None:
        self.model.set_hours(self.hours.text, self.saturday.text)

    def _render(self) -> None:
        shown = self.model.shown
        self.notices.show_notice(shown.notice)
        self.year.setText(str(shown.year))
        self.grid.set_year(shown.days, shown.day, self.model.today)
        told = shown.days.get(shown.day)
        words = f"{weekday_words(shown.day)} {shown.day:%d/%m/%Y}"
        self.day.setText(f"{words} · {self._kind_words(told.kind)}" if told else words)
        self.name.set_text(shown.name)
        if shown.calendar is not None and not self.hours.line.hasFocus():
            self.hours.set_text(hours_text(shown.calendar.hours.weekdays[0]))
            self.saturday.set_text(hours_text(shown.calendar.hours.weekdays[_SATURDAY]))
        ready = shown.calendar is not None and not shown.busy
        for button in (self.off, self.worked, self.plain, self.take_over, self.set_hours):
            button.setEnabled(ready)
        self.look.setEnabled(ready and shown.changed)
        self.publish.setEnabled(shown.can_publish)
        self.discard.setEnabled(shown.changed)
        self.table.set_rows(shown.moved)
        self.moved.setVisible(bool(shown.moved))

    def _kind_words(self, kind: DayKind) -> str:
        return {
            DayKind.WORKING: self.tr("working day"),
            DayKind.MAKE_UP: self.tr("make-up day"),
            DayKind.HOLIDAY: self.tr("day off"),
            DayKind.WEEKEND: self.tr("weekend"),
        }[kind]
