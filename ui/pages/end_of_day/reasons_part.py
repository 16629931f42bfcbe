"""What stands against closing the day: each reason with the one act that mends it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.domain.closing import Reason, Weight
from ui.models.table import Column, TableModel
from ui.pages.end_of_day.shown import ClosingShown
from ui.pages.end_of_day.words import fix_words, reason_words, weight_badge
from ui.widgets.buttons import Button
from ui.widgets.field import TextField
from ui.widgets.table import ListView

EXPLAIN_KEYS = "Alt+E"


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """A reason and whether it is explained."""

    reason: Reason
    settled: bool


class ReasonsPart(QWidget):
    """The list of reasons; Enter does what mends the chosen one, Alt+E explains it."""

    fix_wanted = Signal(object)
    """The `Against` whose act is wanted."""
    pointed = Signal(object)
    explained = Signal(str)
    """Words for the reason pointed at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        self.table = TableModel(_columns(), lambda line: line.reason.against, self)
        self.list = ListView(self.table)
        self.list.setAccessibleName(self.tr("What stands against closing"))
        self.words = TextField(self.tr("Why the day is closed all the same"))
        self.explain = Button(self.tr("Explain"), EXPLAIN_KEYS, icon="pencil")
        self.fix = Button("", icon="arrow-right")
        self._lay_out()
        self.list.opened.connect(self._fix_row)
        self.list.pointed.connect(self._point)
        self.fix.clicked.connect(lambda: self._fix_row(self.list.row))
        self.explain.clicked.connect(self._to_words)
        self.words.edited.connect(self.explained)

    def begin(self) -> None:
        """Stand on the list."""
        if self.table.rows and self.list.row < 0:
            self.list.set_row(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def render_reasons(self, shown: ClosingShown) -> None:
        """Draw the reasons and the explanation of the one pointed at."""
        self.table.set_rows([ReasonLine(one, shown.is_settled(one)) for one in shown.reasons])
        against = [one.against for one in shown.reasons]
        if shown.chosen in against and self.list.row != against.index(shown.chosen):
            self.list.set_row(against.index(shown.chosen))
        words = self.tr("What stands against closing")
        self.heading.setText(f"{words} · {len(against)}" if against else words)
        self.list.set_empty(self._empty(shown))
        self._render_chosen(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Enter or Escape in the explanation."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        if event.key() in keys and self.words.line.hasFocus():
            self.begin()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.fix)
        acts.addWidget(self.explain)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)
        column.addWidget(self.words)
        column.addLayout(acts)

    def _render_chosen(self, shown: ClosingShown) -> None:
        chosen = shown.chosen_reason
        self.fix.setEnabled(chosen is not None and not shown.busy)
        self.fix.set_word(fix_words(chosen.fix) if chosen is not None else self.tr("Mend"))
        may_explain = chosen is not None and chosen.weight is Weight.EXPLAIN
        self.explain.setEnabled(may_explain)
        self.words.setEnabled(may_explain)
        self.words.set_text("" if chosen is None else shown.explained.get(chosen.against, ""))

    def _empty(self, shown: ClosingShown) -> str:
        if shown.standing is None:
            return self.tr("Reading…")
        if shown.is_closed:
            return self.tr("The day is closed. Work done from now on opens it again.")
        if shown.standing.sheet is not None:
            return self.tr("The final sheet is made. F9 goes on with the steps that are open.")
        return self.tr("Nothing stands against closing: F9 closes the day.")

    def _to_words(self) -> None:
        self.words.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fix_row(self, place: int) -> None:
        line = self.table.row_at(place)
        if line is not None:
            self.fix_wanted.emit(line.reason.against)

    def _point(self, place: int) -> None:
        line = self.table.row_at(place)
        if line is not None:
            self.pointed.emit(line.reason.against)


def _columns() -> list[Column[ReasonLine]]:
    translate = QCoreApplication.translate
    return [
        Column(
            translate("Closing", "Weight"),
            lambda _: "",
            width=148,
            badge=lambda line: weight_badge(line.reason, line.settled),
        ),
        Column(translate("Closing", "What"), lambda line: reason_words(line.reason)),
        Column(
            translate("Closing", "Enter does"), lambda line: fix_words(line.reason.fix), width=132
        ),
    ]
