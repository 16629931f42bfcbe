"""Lists that are ticked, the agencies beside them, and the lists that were made."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.models.table import Column, TableModel
from ui.models.ticked_rows import ticked_columns
from ui.moments import full_moment
from ui.notice import Kind
from ui.pages.hand_over.shown import AgencyCount, Arrived, Asking, Line, ListLine, Shown
from ui.pages.hand_over.view_model import HandOverViewModel
from ui.widgets.buttons import Button
from ui.widgets.dates import DateField
from ui.widgets.field import TextField
from ui.widgets.table import ListView

ALL_KEYS = "Alt+A"
PRINT_KEYS = "Ctrl+P"
SIGN_KEYS = "Alt+K"
UNDO_KEYS = "Alt+Z"


def line_columns() -> list[Column[Line]]:
    """Return the columns of what waits; the agency can give way on narrow screens."""
    translate = QCoreApplication.translate
    return [
        *ticked_columns(Line),
        Column(
            translate("HandOver", "Due"),
            lambda line: line.due.text,
            width=172,
            badge=lambda line: (
                (Kind.BAD, line.fault, "alert-circle") if line.fault else line.due.badge
            ),
            quiet=lambda line: "" if line.fault else line.due_day,
            tip=lambda line: (
                line.fault or ("" if line.row.due_at is None else full_moment(line.row.due_at))
            ),
        ),
    ]


def agency_columns() -> list[Column[AgencyCount]]:
    """Return the columns of the agencies."""
    translate = QCoreApplication.translate
    return [
        Column(translate("HandOver", "Agency"), lambda agency: agency.name),
        Column(
            translate("HandOver", "Waiting"),
            lambda agency: str(agency.waiting),
            width=64,
            right=True,
        ),
        Column(
            translate("HandOver", "Ticked"),
            lambda agency: str(agency.ticked or "–"),
            width=64,
            right=True,
        ),
    ]


def list_columns() -> list[Column[ListLine]]:
    """Return the columns of the lists that were made."""
    translate = QCoreApplication.translate
    return [
        Column(
            translate("HandOver", "List"),
            lambda line: line.row.number,
            width=142,
            tip=lambda line: f"{line.agency_name} · {line.made} · {line.row.officer}",
        ),
        Column(
            translate("HandOver", "Count"),
            lambda line: str(line.row.dossiers),
            width=64,
            right=True,
        ),
        Column(
            translate("HandOver", "State"),
            lambda line: list_badge(line)[1],
            badge=list_badge,
            tip=lambda line: line.row.receiver or line.agency_name,
        ),
    ]


def list_badge(line: ListLine) -> tuple[Kind, str, str]:
    """Return how a list stands."""
    translate = QCoreApplication.translate
    if not line.row.dossiers:
        return Kind.QUIET, translate("HandOver", "Taken back"), "arrow-back-up"
    if line.row.direction != "out":
        return Kind.GOOD, line.agency_name or translate("HandOver", "Several agencies"), "check"
    if line.row.accepted_at is None:
        return Kind.WARN, translate("HandOver", "Not signed yet"), "clock"
    return Kind.GOOD, translate("HandOver", "Signed"), "check"


class ArrivedFields(QWidget):
    """Where the results lie, and when they really came."""

    def __init__(self, model: HandOverViewModel) -> None:
        super().__init__()
        self._model = model
        self.place = TextField(self.tr("Shelf place"), self.tr("such as A2"))
        self.day = DateField(self.tr("Really came on"))
        self.day.line.setPlaceholderText(self.tr("today"))
        self.time = TextField(self.tr("At"), self.tr("now"))
        self.because = TextField(self.tr("Why it is typed later"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for widget, part in ((self.place, 3), (self.day, 3), (self.time, 2), (self.because, 5)):
            line.addWidget(widget, part)
        for one in (self.place, self.day, self.time, self.because):
            one.edited.connect(self._edit)

    def render_arrived(self, shown: Shown) -> None:
        """Draw what is typed."""
        arrived = shown.arrived
        self.place.set_text(arrived.place)
        if not arrived.day_wrong:
            self.day.set_day(arrived.day)
        self.time.set_text(arrived.time)
        self.because.set_text(arrived.because)
        self.time.set_error(shown.faults.get("time", ""))
        self.because.set_error(shown.faults.get("because", ""))

    def to_fault(self, faults: Mapping[str, str]) -> None:
        """Stand on the field that is wrong."""
        for place, field in (("time", self.time), ("because", self.because)):
            if place in faults:
                field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit(self) -> None:
        self._model.set_arrived(
            Arrived(
                self.place.text,
                self.day.day,
                self.day.wrong,
                self.time.text,
                self.because.text,
            )
        )


class MadeLists(QWidget):
    """The lists of the day, and what can be done with the one chosen."""

    def __init__(self, model: HandOverViewModel) -> None:
        super().__init__()
        self._model = model
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        self.table = TableModel(list_columns(), lambda line: line.row.batch, self)
        self.list = ListView(self.table)
        self.list.setAccessibleName(self.tr("Lists that were made"))
        self.list.set_empty(self.tr("No list was made today."))
        self.print = Button(self.tr("Print again"), PRINT_KEYS)
        self.sign = Button(self.tr("Signed"), SIGN_KEYS)
        self.undo = Button(self.tr("Take back"), UNDO_KEYS)
        self.answer = TextField("")
        self.confirm = Button("", icon="check")
        self._lay_out()
        self._wire()

    def render_lists(self, shown: Shown) -> None:
        """Draw the lists and the question about the chosen one."""
        self.table.set_rows(shown.lists)
        batches = [line.row.batch for line in shown.lists]
        if shown.chosen_list in batches:
            place = batches.index(shown.chosen_list)
            if place != self.list.row:
                self.list.set_row(place)
        self.heading.setText(self.tr("Lists of today: %n", "", len(shown.lists)))
        self.print.setEnabled(shown.list_line is not None and bool(shown.list_line.row.dossiers))
        for button in (self.sign, self.undo):
            button.setVisible(shown.way == "out")
            button.setEnabled(shown.open_list and not shown.busy)
        self._render_question(shown)

    def _render_question(self, shown: Shown) -> None:
        asked = shown.asking is not Asking.NOTHING
        begins = asked and not self.answer.isVisibleTo(self)
        self.answer.setVisible(asked)
        self.confirm.setVisible(asked)
        if shown.asking is Asking.RECEIVER:
            self.answer.set_label(self.tr("Who signed at the agency"))
            self.confirm.set_word(self.tr("Note the signature"))
        elif shown.asking is Asking.REASON:
            self.answer.set_label(self.tr("Why the list is taken back"), required=True)
            self.confirm.set_word(self.tr("Take the list back"))
        if begins:
            self.answer.set_text("")
            self.answer.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the question on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.answer.isVisible():
            self._model.ask_for(Asking.NOTHING)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        acts = QGridLayout()
        acts.setSpacing(8)
        acts.addWidget(self.print, 0, 0, 1, 2)
        acts.addWidget(self.sign, 1, 0)
        acts.addWidget(self.undo, 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)
        column.addLayout(acts)
        column.addWidget(self.answer)
        column.addWidget(self.confirm)

    def _wire(self) -> None:
        model = self._model
        self.list.pointed.connect(self._point)
        self.print.clicked.connect(model.print_again)
        self.sign.clicked.connect(lambda: model.ask_for(Asking.RECEIVER))
        self.undo.clicked.connect(lambda: model.ask_for(Asking.REASON))
        self.confirm.clicked.connect(lambda: model.answer(self.answer.text))
        self.answer.line.returnPressed.connect(lambda: model.answer(self.answer.text))

    def _point(self, place: int) -> None:
        line = self.table.row_at(place)
        if line is not None and line.row.batch != self._model.shown.chosen_list:
            self._model.choose_list(line.row.batch)
