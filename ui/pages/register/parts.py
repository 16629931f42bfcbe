"""Pieces of the register page: what narrows the lines, and an earlier register to be taken."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.domain.register import RegisterOrder
from ui.approval import Approval
from ui.models.table import TableModel
from ui.pages.register.shown import Busy, Incoming, Shown, Span
from ui.pages.register.words import order_words, problem_columns, span_words
from ui.widgets.approval import ApprovalFields
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choices import ChoiceField
from ui.widgets.dates import DateField
from ui.widgets.form import Form
from ui.widgets.table import ListView


class Filters(Form):
    """Period, agency, seat and order in one row."""

    span_chosen = Signal(object)
    days_edited = Signal(object, object)
    agency_chosen = Signal(str)
    seat_chosen = Signal(object)
    order_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        spans = [(span, span_words(span)) for span in Span]
        self.span = ChoiceField(self.tr("Period"), spans).without_error_line()
        self.first = DateField(self.tr("From")).without_error_line()
        self.last = DateField(self.tr("To")).without_error_line()
        self.agency = ChoiceField(self.tr("Agency")).without_error_line()
        self.seat = ChoiceField(self.tr("Counter")).without_error_line()
        orders = [(order, order_words(order)) for order in RegisterOrder]
        self.order = ChoiceField(self.tr("Sorted by"), orders).without_error_line()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        parts = (
            (self.span, 3),
            (self.first, 2),
            (self.last, 2),
            (self.agency, 4),
            (self.seat, 2),
            (self.order, 3),
        )
        for field, part in parts:
            line.addWidget(field, part)
        self.span.chosen.connect(self.span_chosen)
        self.agency.chosen.connect(lambda code: self.agency_chosen.emit(str(code)))
        self.seat.chosen.connect(self._choose_seat)
        self.order.chosen.connect(self.order_chosen)
        for day in (self.first, self.last):
            day.day_edited.connect(self._edit_days)

    def begin(self) -> None:
        """Stand on the period."""
        self.span.combo.setFocus(Qt.FocusReason.OtherFocusReason)

    def render_filters(self, shown: Shown) -> None:
        """Draw what narrows the lines."""
        translate = QCoreApplication.translate
        self.span.set_key(shown.span)
        self.first.set_day(shown.query.first)
        self.last.set_day(shown.query.last)
        everywhere = translate("Register", "All agencies")
        self.agency.set_choices([("", everywhere), *shown.agencies.items()])
        self.agency.set_key(shown.query.agency_code)
        seats = [(number, name) for number, name in shown.seats.items()]
        self.seat.set_choices([(0, translate("Register", "All counters")), *seats])
        self.seat.set_key(shown.query.seat_number or 0)
        self.order.set_key(shown.query.order)

    def _choose_seat(self, number: object) -> None:
        self.seat_chosen.emit(number or None)

    def _edit_days(self, _day: object) -> None:
        self.days_edited.emit(self.first.day, self.last.day)


class IncomingPart(QWidget):
    """What an earlier register holds: how many lines can be taken, and why the others cannot."""

    take_wanted = Signal()
    agreed = Signal()
    left = Signal()

    def __init__(self, approval: Approval, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        self.table = TableModel(problem_columns(), lambda one: (one.row, str(one)), self)
        self.list = ListView(self.table)
        self.list.setAccessibleName(self.tr("Lines that are not taken"))
        self.list.set_empty(self.tr("Every line can be taken."))
        self.second = ApprovalFields(approval)
        self.take = PrimaryButton("", "F9", icon="download")
        self.back = Button(self.tr("Put the file away"), "Esc", look="quiet")
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.take)
        acts.addWidget(self.back)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)
        column.addWidget(self.second)
        column.addLayout(acts)
        self._asking = False
        self.take.clicked.connect(self._act)
        self.back.clicked.connect(self.left)
        self.second.password.line.returnPressed.connect(self.agreed)

    def begin(self) -> None:
        """Stand on the act, or on what is not taken."""
        (self.take if self.take.isEnabled() else self.list).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def render_incoming(self, shown: Shown) -> None:
        """Draw what was read."""
        incoming = shown.incoming
        if incoming is None:
            return
        self.heading.setText(self._heading(incoming))
        self.table.set_rows(incoming.problems)
        free = shown.busy is Busy.NOTHING
        self.take.setEnabled(free and incoming.outcome.taken > 0)
        self.take.set_word(
            self.tr("A supervisor agrees")
            if shown.asking_second
            else self.tr("Take over %n dossier(s)", "", incoming.outcome.taken)
        )
        self.second.setVisible(shown.asking_second)
        if shown.asking_second and not self._asking:
            self.second.begin()
        self._asking = shown.asking_second

    def _act(self) -> None:
        if self._asking:
            self.agreed.emit()
        else:
            self.take_wanted.emit()

    def _heading(self, incoming: Incoming) -> str:
        words = self.tr("{file}: {taken} can be taken, {known} known, {left} not taken")
        return words.format(
            file=incoming.path.name,
            taken=incoming.outcome.taken,
            known=incoming.outcome.known,
            left=len(incoming.problems),
        )
