"""Draws opening hours and closures: the week, the days off, and what would move."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.models.table import Column, TableModel
from ui.moments import short_weekday, weekday_words
from ui.notice import Kind
from ui.pages.administration.hours_model import CENTRE, WEEK, DayOff, HoursViewModel
from ui.pages.administration.moved import moved_table
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import SectionCard
from ui.widgets.choices import ChoiceField
from ui.widgets.dates import shown_day
from ui.widgets.form import Form
from ui.widgets.noticebar import NoticeBar
from ui.widgets.sheet_form import FormField, Shape, SheetForm
from ui.widgets.table import ListView

_MONDAY = date(2024, 1, 1)
_WEEK_WIDTH = 496


class HoursPart(Form):
    """F8 looks at what would move, F9 publishes it; Delete takes a day off back."""

    def __init__(self, model: HoursViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.setAccessibleName(self.tr("Opening hours"))
        self.notices = NoticeBar()
        self.target = ChoiceField(self.tr("Whose")).without_error_line()
        self.week = SheetForm()
        self.week.lay_out(self._week_fields())
        self.counted = SheetForm()
        self.counted.lay_out(self._counted_fields())
        self.as_centre = Button(self.tr("As the centre"), look="quiet")
        self.closure = SheetForm()
        self.closure.lay_out(self._closure_fields())
        self.close_days = Button(self.tr("Close"), "Ctrl+Return")
        self.table: TableModel[DayOff] = TableModel(self._columns(), lambda one: one.day, self)
        self.days = ListView(self.table)
        self.days.setAccessibleName(self.tr("Days off from today on"))
        self.days.set_empty(self.tr("No day off is set from today on."))
        self.open_day = Button(self.tr("Open on this day"), "Ctrl+Del", look="quiet")
        self.moved_table = moved_table(self)
        self.moved = ListView(self.moved_table)
        self.moved.setAccessibleName(self.tr("Dossiers that would be due at another moment"))
        self.look = PrimaryButton(self.tr("See what would move"), "F8")
        self.publish = Button(self.tr("Publish"), "F9")
        self.discard = Button(self.tr("Discard"), look="quiet")
        self._lay_out()
        self._wire()
        self._render()

    def entered(self) -> None:
        """Read again, and choose whose hours."""
        self.model.refresh()
        self.target.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a day off back on Delete."""
        if event.key() == Qt.Key.Key_Delete and self.days.hasFocus():
            self.model.open_day(self.days.row)
        else:
            super().keyPressEvent(event)

    def _week_fields(self) -> list[list[FormField]]:
        closed = self.tr("closed")
        days = [
            FormField(f"hours{day}", weekday_words(_MONDAY + timedelta(days=day)), hint=closed)
            for day in WEEK
        ]
        day = FormField("valid_from", self.tr("Holds from"), required=True)
        every = [*days, day]
        return [every[at : at + 2] for at in range(0, len(every), 2)]

    def _counted_fields(self) -> list[list[FormField]]:
        return [
            [
                FormField(f"counted{day}", short_weekday(_MONDAY + timedelta(days=day)), Shape.TICK)
                for day in WEEK
            ]
        ]

    def _closure_fields(self) -> list[list[FormField]]:
        hint = self.tr("dd/mm/yyyy")
        return [
            [
                FormField("first", self.tr("Closed from"), required=True, hint=hint),
                FormField("last", self.tr("to"), hint=self.tr("the same day")),
                FormField("name", self.tr("Because of"), required=True, stretch=2),
            ]
        ]

    def _columns(self) -> list[Column[DayOff]]:
        return [
            Column(
                self.tr("Day off"),
                lambda one: shown_day(one.day),
                width=144,
                quiet=lambda one: short_weekday(one.day),
            ),
            Column(self.tr("Because of"), lambda one: one.name),
            Column("", lambda _: "", width=128, badge=self._fresh),
        ]

    def _fresh(self, one: DayOff) -> tuple[Kind, str, str] | None:
        return (Kind.WARN, self.tr("not published"), "") if one.fresh else None

    def _lay_out(self) -> None:
        week = SectionCard(self.tr("The week"))
        week.setFixedWidth(_WEEK_WIDTH)
        week.body.addWidget(self.target)
        week.body.addWidget(self.week)
        counted = QLabel(self.tr("Weekdays that count in terms"))
        counted.setProperty("role", "label")
        week.body.addWidget(counted)
        week.body.addWidget(self.counted)
        week.body.addWidget(self.as_centre, 0, Qt.AlignmentFlag.AlignLeft)
        left = QVBoxLayout()
        left.addWidget(week)
        left.addStretch(1)
        closures = SectionCard(self.tr("Days off"))
        closures.body.addWidget(self.closure)
        acts = QHBoxLayout()
        acts.addWidget(self.close_days)
        acts.addWidget(self.open_day)
        acts.addStretch(1)
        closures.body.addLayout(acts)
        ends = QHBoxLayout()
        ends.setSpacing(8)
        for button in (self.look, self.publish, self.discard):
            ends.addWidget(button)
        ends.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(closures)
        right.addWidget(self.days, 1)
        right.addWidget(self.moved, 1)
        right.addLayout(ends)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addLayout(left)
        both.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.notices)
        column.addLayout(both, 1)

    def _wire(self) -> None:
        model = self.model
        self.target.chosen.connect(lambda code: model.choose(str(code)))
        self.week.edited.connect(model.edit)
        self.counted.edited.connect(model.edit)
        self.closure.edited.connect(model.edit)
        self.as_centre.clicked.connect(model.as_centre)
        self.close_days.clicked.connect(model.close_days)
        self.open_day.clicked.connect(lambda: model.open_day(self.days.row))
        self.look.clicked.connect(model.look)
        self.publish.clicked.connect(model.publish)
        self.discard.clicked.connect(model.discard)
        self.notices.closed.connect(model.close_notice)
        model.changed.connect(self._render)

    def _render(self) -> None:
        shown = self.model.shown
        self.notices.show_notice(shown.notice)
        whose = [(CENTRE, self.tr("The whole centre")), *shown.agencies.items()]
        self.target.set_choices(whose)
        self.target.set_key(shown.target)
        self.week.show_values(shown.values, shown.faults)
        self.counted.show_values(shown.values, shown.faults)
        self.closure.show_values(shown.values, shown.faults)
        self.table.set_rows(shown.days_off)
        self.moved_table.set_rows(shown.moved)
        self.moved.setVisible(bool(shown.moved))
        ready = shown.read and not shown.busy
        for button in (self.close_days, self.open_day):
            button.setEnabled(ready)
        self.as_centre.setEnabled(ready and shown.target != CENTRE)
        self.look.setEnabled(ready and shown.changed)
        self.publish.setEnabled(shown.can_publish)
        self.discard.setEnabled(shown.changed)
