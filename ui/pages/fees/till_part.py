"""The till of the seat: what should be in it, and cash that moves for no dossier."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.domain.fees import Method
from counter_app.domain.till import MovementKind
from ui.models.table import Column, TableModel
from ui.moments import full_moment
from ui.money_words import dong
from ui.notice import Kind
from ui.pages.fees.till_model import Shown, TillLine, TillViewModel, Way
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import SectionCard
from ui.widgets.choices import ChoiceField
from ui.widgets.facts import Facts
from ui.widgets.field import TextField
from ui.widgets.form import Form
from ui.widgets.money import MoneyField
from ui.widgets.noticebar import NoticeBar
from ui.widgets.table import ListView
from ui.widgets.wrapped import WrappedLabel

ACT_KEYS = "F9"
PRINT_KEYS = "Ctrl+P"
COUNT_KEYS = "Ctrl+G"
DAY_PAGE, COUNT = "sync", "count"
"""Key of the page where the till is counted and the day closed, and its item for the count."""
_SIDE_WIDTH = 560


class TillPart(Form):
    """Draws a `TillViewModel`."""

    go = Signal(str, object)

    def __init__(self, model: TillViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        model.setParent(self)
        self.notices = NoticeBar()
        self._make_cards()
        self.rows = TableModel(till_columns(), lambda line: line.id, self)
        self.list = ListView(self.rows)
        self.list.setAccessibleName(self.tr("Movements, refunds and counts of the till"))
        self.list.set_empty(self.tr("Put the change in: nothing was recorded for this till yet."))
        self.print = Button(self.tr("Print again"), PRINT_KEYS, icon="printer")
        self._lay_out()
        self._wire()
        self._render()

    def begin(self) -> None:
        """Stand where the amount is typed."""
        self.amount.money.setFocus(Qt.FocusReason.OtherFocusReason)
        self.amount.money.selectAll()

    def _make_cards(self) -> None:
        self.standing = SectionCard(self.tr("In the till by the books"))
        self.expected = QLabel()
        self.expected.setProperty("role", "title")
        self.facts = Facts(180)
        self.count = Button(self.tr("Count and close the day"), COUNT_KEYS, icon="sunset-2")
        self.standing.body.setSpacing(8)
        self.standing.body.addWidget(self.expected)
        self.standing.body.addWidget(self.facts)
        self.standing.row(self.count).addStretch(1)
        self.moving = SectionCard(self.tr("Cash that moves for no dossier"))
        self.way = ChoiceField(self.tr("What for"), [(way, way_words(way)) for way in Way])
        self.amount = MoneyField(self.tr("Amount"), required=True)
        self.reason = TextField(self.tr("Why"))
        self.act = PrimaryButton(self.tr("Record"), ACT_KEYS, icon="check")
        self.moving.row(self.way, self.amount)
        self.moving.body.addWidget(self.reason)
        self.moving.row(self.act).addStretch(1)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        hint = WrappedLabel(
            self.tr(
                "Begin the day with the change you put in. What citizens pay and get back is"
                " counted in by itself."
            )
        )
        for part in (self.standing, self.moving, hint):
            left.addWidget(part)
        left.addStretch(1)
        side = QWidget()
        side.setFixedWidth(_SIDE_WIDTH)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(self.list, 1)
        acts = QHBoxLayout()
        acts.addWidget(self.print)
        acts.addStretch(1)
        right.addLayout(acts)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addLayout(left, 1)
        both.addWidget(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.notices)
        column.addLayout(both, 1)

    def _wire(self) -> None:
        model = self._model
        self.way.chosen.connect(lambda way: model.choose(Way(way)))
        self.amount.value_edited.connect(model.set_amount)
        self.reason.edited.connect(model.set_reason)
        self.act.clicked.connect(model.act)
        self.count.clicked.connect(lambda: self.go.emit(DAY_PAGE, COUNT))
        self.print.clicked.connect(self._print)
        self.list.pointed.connect(lambda _: self._render_print())
        self.notices.closed.connect(model.close_notice)
        model.changed.connect(self._render)

    def _print(self) -> None:
        line = self.rows.row_at(self.list.row)
        if line is not None:
            self._model.print(line)

    def _render(self) -> None:
        shown = self._model.shown
        self.notices.show_notice(shown.notice)
        self._render_standing(shown)
        self.way.set_key(shown.way)
        self.amount.set_value(shown.amount)
        self.amount.set_error(shown.faults.get("amount", ""))
        self.reason.set_text(shown.reason)
        self.reason.set_error(shown.faults.get("reason", ""))
        self.reason.set_label(self.tr("Why"), shown.asks_why)
        self.act.setEnabled(not shown.busy)
        self.rows.set_rows(shown.lines)
        self._render_print()

    def _render_standing(self, shown: Shown) -> None:
        till = shown.till
        if till is None:
            self.expected.setText(self.tr("Reading…"))
            return
        self.expected.setText(dong(till.expected))
        last = till.last
        counted = "" if last is None else f"{dong(last.counted)} · {full_moment(last.counted_at)}"
        self.facts.set_facts(
            (
                (self.tr("Counted last"), counted),
                (self.tr("Taken in cash"), dong(till.taken)),
                (self.tr("Given back in cash"), dong(till.given_back) if till.given_back else ""),
                (self.tr("Put in"), dong(till.put_in) if till.put_in else ""),
                (self.tr("Taken out"), dong(till.taken_out) if till.taken_out else ""),
            )
        )

    def _render_print(self) -> None:
        line = self.rows.row_at(self.list.row)
        self.print.setEnabled(line is not None and line.form is not None)


def till_columns() -> list[Column[TillLine]]:
    """Return the columns of movements, counts and refunds."""
    translate = QCoreApplication.translate
    return [
        Column(translate("TillList", "When"), lambda line: full_moment(line.at), width=136),
        Column(
            translate("TillList", "What"),
            lambda line: line_badge(line)[1],
            width=150,
            badge=line_badge,
        ),
        Column(
            translate("TillList", "Amount"),
            lambda line: dong(line.amount),
            width=120,
            right=True,
        ),
        Column(translate("TillList", "Why"), _why, tip=_why),
    ]


def way_words(way: Way) -> str:
    """Return why cash moves."""
    translate = QCoreApplication.translate
    return {
        Way.FLOAT: translate("TillList", "Change put in"),
        Way.DEPOSIT: translate("TillList", "Handed to treasurer or bank"),
        Way.OTHER_IN: translate("TillList", "Put in, another reason"),
        Way.OTHER_OUT: translate("TillList", "Taken out, another reason"),
    }[way]


def line_badge(line: TillLine) -> tuple[Kind, str, str]:
    """Return what a line is."""
    translate = QCoreApplication.translate
    if line.count is not None:
        if line.count.difference:
            return Kind.WARN, translate("TillList", "Counted, differs"), "alert-triangle"
        return Kind.GOOD, translate("TillList", "Counted"), "check"
    if line.refund is not None:
        if line.refund.method == Method.CASH:
            return Kind.INFO, translate("TillList", "Given back"), "arrow-back-up"
        return Kind.QUIET, translate("TillList", "Transferred back"), "arrow-back-up"
    assert line.movement is not None
    return {
        MovementKind.FLOAT: (Kind.INFO, translate("TillList", "Change"), "plus"),
        MovementKind.DEPOSIT: (Kind.INFO, translate("TillList", "Handed in"), "building"),
        MovementKind.OTHER: (Kind.QUIET, translate("TillList", "Other"), "arrows-exchange"),
    }[line.movement.kind]


def _why(line: TillLine) -> str:
    if line.refund is not None:
        return f"{line.refund.number} · {line.refund.reason}"
    if line.count is None:
        return "" if line.movement is None else line.movement.reason
    if not line.count.difference:
        return ""
    sign = "+" if line.count.difference > 0 else "−"
    return f"{sign}{dong(abs(line.count.difference))} {line.count.reason}".strip()
