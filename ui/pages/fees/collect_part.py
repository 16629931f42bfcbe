"""The desk of money: a receipt is scanned, the page says what is owed, F9 takes it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from counter_app.domain.fees import Method
from ui.models.table import TableModel
from ui.notice import Kind, Notice
from ui.pages.fees.decisions import decision_words
from ui.pages.fees.panels import AwaitedCard, CodePanel, DecisionCard
from ui.pages.fees.parts import DossierCard, OwedCard, PayCard, list_columns, payment_columns
from ui.pages.fees.questions import Listing
from ui.pages.fees.shown import Decision, Shown
from ui.pages.fees.view_model import FeesViewModel
from ui.pages.fees.words import listing_words
from ui.stylesheet import ROW_HEIGHT
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choices import ChoiceField
from ui.widgets.filter_line import FilterLine
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Form
from ui.widgets.noticebar import NoticeBar
from ui.widgets.table import ListView
from ui.widgets.wrapped import WrappedLabel

# Letters with Ctrl are left alone: a line of text takes many of them for itself.
ACT_KEYS = "F9"
NEXT_KEYS = "F11"
PRINT_KEYS = "Ctrl+P"
EXEMPT_KEYS = "Alt+M"
VOID_KEYS = "Alt+H"
REFUND_KEYS = "Alt+R"
CODE_KEYS = "Alt+Q"
REQUEST_KEYS = "Alt+Y"
_SIDE_WIDTH = 432
_MOST_PAYMENTS = 3


class CollectPart(Form):
    """Draws a `FeesViewModel`."""

    badge = Signal(str)

    def __init__(self, model: FeesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._faults: Mapping[str, str] = {}
        self._coded = False
        self._make_parts()
        self._make_acts()
        self._lay_out()
        self._wire()
        self._render()

    def begin(self) -> None:
        """Stand where work goes on."""
        shown = self._model.shown
        if shown.deciding is not None:
            self.decision.begin()
        elif shown.code is not None:
            self.awaited.seen.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif shown.can_collect:
            self.pay.begin()
        else:
            self.search.begin()

    def due_words(self) -> str:
        """Return what is told to be left to pay."""
        return self.owed.due.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the panel, or turn to the next payer, on Escape."""
        if event.key() == Qt.Key.Key_Escape and self._model.shown.opened is not None:
            if self._model.back():
                self.begin()
            else:
                self._next()
        else:
            super().keyPressEvent(event)

    def _make_parts(self) -> None:
        self.search = FilterLine(self.tr("Scan the receipt, or type its number or a name"))
        self.few_left = NoticeBar()
        self.hint = WrappedLabel(
            self.tr("Scan the receipt of whoever pays, type a name, or choose from the list.")
        )
        self.dossier = DossierCard()
        self.owed, self.pay = OwedCard(self._model), PayCard(self._model)
        self.decision, self.awaited = DecisionCard(self._model), AwaitedCard(self._model)
        self.payment_rows = TableModel(payment_columns(), lambda line: line.key, self)
        self.payments = ListView(self.payment_rows)
        self.payments.setAccessibleName(self.tr("Payments of this dossier"))
        self.listing = ChoiceField(
            self.tr("List"), [(one, listing_words(one)) for one in Listing]
        ).without_error_line()
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        self.rows = TableModel(list_columns(), lambda line: line.key, self)
        self.list = ListView(self.rows)
        self.list.setAccessibleName(self.tr("Money that waits"))
        self.code = CodePanel()

    def _make_acts(self) -> None:
        self.act = PrimaryButton("", ACT_KEYS, icon="check")
        self.leave = Button(self.tr("Back"), look="quiet")
        self.next = Button(self.tr("Next payer"), NEXT_KEYS)
        self.print = Button(self.tr("Print again"), PRINT_KEYS, icon="printer")
        self.show_code = Button(self.tr("Show the code"), CODE_KEYS)
        self.decisions = {
            Decision.EXEMPT: Button(self.tr("Let off"), EXEMPT_KEYS),
            Decision.VOID: Button(self.tr("Void the receipt"), VOID_KEYS),
            Decision.REFUND: Button(self.tr("Give back"), REFUND_KEYS),
            Decision.CANCEL: Button(self.tr("Await no longer"), VOID_KEYS),
            Decision.APPROVE: Button(self.tr("Approve"), REFUND_KEYS),
            Decision.REFUSE: Button(self.tr("Refuse"), VOID_KEYS),
            Decision.REQUIRE: Button(self.tr("The agency asks for money"), REQUEST_KEYS),
            Decision.SETTLE: Button(self.tr("Let it go on"), REQUEST_KEYS),
        }

    def _lay_out(self) -> None:
        acts, self.more = QWidget(), QWidget()
        for line, widgets in (
            (acts, (self.act, self.leave, self.next, self.decisions[Decision.EXEMPT])),
            (
                self.more,
                (
                    self.show_code,
                    self.print,
                    *(self.decisions[what] for what in tuple(self.decisions)[1:]),
                ),
            ),
        ):
            flow = FlowLayout(line)
            for widget in widgets:
                flow.addWidget(widget)
        left = QVBoxLayout()
        left.setSpacing(8)
        for part in (
            self.search,
            self.few_left,
            self.hint,
            self.dossier,
            self.owed,
            self.pay,
            self.awaited,
            self.decision,
        ):
            left.addWidget(part)
        left.addWidget(acts)
        left.addWidget(self.payments)
        left.addWidget(self.more)
        left.addStretch(1)
        self.lists = QWidget()
        right = QVBoxLayout(self.lists)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(self.listing)
        right.addWidget(self.heading)
        right.addWidget(self.list, 1)
        self.side = QStackedWidget()
        self.side.setFixedWidth(_SIDE_WIDTH)
        self.side.addWidget(self.lists)
        self.side.addWidget(self.code)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(12)
        both.addLayout(left, 1)
        both.addWidget(self.side)

    def _wire(self) -> None:
        model = self._model
        self.search.typed.connect(model.set_typed)
        self.search.taken.connect(self._take)
        self.search.left_down.connect(self._to_list)
        self.list.typed.connect(self.search.take_letter)
        self.list.opened.connect(self._open)
        self.listing.chosen.connect(lambda one: model.choose_listing(Listing(one)))
        self.payments.pointed.connect(self._point)
        self.act.clicked.connect(model.act)
        self.leave.clicked.connect(self._leave)
        self.next.clicked.connect(self._next)
        self.print.clicked.connect(model.print)
        self.show_code.clicked.connect(model.show_code)
        for what, button in self.decisions.items():
            button.clicked.connect(partial(model.begin, what))
        model.opened.connect(self.begin)
        model.collected.connect(self.search.begin)
        model.changed.connect(self._render)

    def _take(self) -> None:
        if not self._model.take_typed():
            self._to_list()

    def _to_list(self) -> None:
        if self.rows.rows:
            self.list.set_row(max(self.list.row, 0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, place: int) -> None:
        line = self.rows.row_at(place)
        if line is not None:
            self._model.open(line.subject, line.key)

    def _point(self, place: int) -> None:
        line = self.payment_rows.row_at(place)
        self._model.point(None if line is None else line.key)

    def _leave(self) -> None:
        self._model.back()
        self.begin()

    def _next(self) -> None:
        self._model.close()
        self.search.begin()

    def _render(self) -> None:
        shown = self._model.shown
        opened = shown.opened
        if shown.typed != self.search.text() and not shown.typed:
            self.search.clear()
        self.few_left.show_notice(few_left_notice(shown))
        deciding, awaited = shown.deciding is not None, shown.code is not None
        self.hint.setVisible(opened is None)
        self.dossier.setVisible(opened is not None)
        self.owed.setVisible(opened is not None and not deciding and not awaited)
        self.pay.setVisible(opened is not None and bool(shown.due) and not (deciding or awaited))
        self.awaited.setVisible(awaited and not deciding)
        self.decision.setVisible(deciding)
        if opened is not None:
            self.dossier.show_dossier(opened)
            self.owed.render_owed(shown)
            self.pay.render_pay(shown)
        self.code.render_code(shown.code)
        self.awaited.render_awaited(shown)
        if awaited and not deciding and not self._coded:
            self.begin()
        self._coded = awaited and not deciding
        self.side.setCurrentWidget(self.code if awaited else self.lists)
        self.decision.render_decision(shown)
        self._render_acts(shown)
        self._render_lists(shown)
        if shown.faults != self._faults:
            self._faults = shown.faults
            self._to_fault(shown)

    def _to_fault(self, shown: Shown) -> None:
        if shown.deciding is not None:
            self.decision.to_fault(shown)
        elif "given" in shown.faults:
            self.pay.begin()

    def _render_acts(self, shown: Shown) -> None:
        opened, line = shown.opened is not None, shown.line
        deciding, awaited = shown.deciding, shown.code is not None
        busy = deciding is not None or awaited
        self.act.setVisible(deciding is not None or (opened and not awaited and bool(shown.due)))
        self.act.setEnabled(not shown.busy and (deciding is not None or shown.can_collect))
        self.act.set_word(self._act_words(shown))
        self.leave.setVisible(opened and busy)
        self.next.setVisible(opened and deciding is None)
        resting = opened and not busy
        self.payments.setVisible(resting and line is not None)
        self.print.setVisible(
            opened
            and deciding is None
            and (awaited or (line is not None and line.paper is not None))
        )
        self.print.set_word(self.tr("Print the slip") if awaited else self.tr("Print again"))
        self.show_code.setVisible(resting and line is not None and line.awaited)
        fitting = {
            Decision.EXEMPT: resting and bool(shown.account.owed),
            Decision.VOID: resting and line is not None and line.receipt is not None,
            Decision.REFUND: resting and line is not None and line.returnable,
            Decision.CANCEL: opened and deciding is None and line is not None and line.awaited,
            Decision.APPROVE: resting and line is not None and line.undecided,
            Decision.REFUSE: resting and line is not None and line.undecided,
            Decision.REQUIRE: resting and self._model.request is Decision.REQUIRE,
            Decision.SETTLE: resting and self._model.request is Decision.SETTLE,
        }
        for what, button in self.decisions.items():
            button.setVisible(fitting[what])
        below = [what for what in self.decisions if what is not Decision.EXEMPT]
        offered = any(fitting[what] for what in below)
        self.more.setVisible(offered or not (self.print.isHidden() and self.show_code.isHidden()))
        unchanged = shown.changed_choices is None
        self.decisions[Decision.EXEMPT].setEnabled(unchanged and not shown.busy)

    def _act_words(self, shown: Shown) -> str:
        if shown.deciding is not None:
            return decision_words(shown.deciding.what)[1]
        if shown.method is Method.CASH:
            return self.tr("Take the money and print")
        return self.tr("Show the code")

    def _render_lists(self, shown: Shown) -> None:
        self.payment_rows.set_rows(shown.money_lines)
        rows = min(len(shown.money_lines), _MOST_PAYMENTS)
        self.payments.setFixedHeight((rows + 1) * ROW_HEIGHT + 6)
        keys = [line.key for line in shown.money_lines]
        if shown.line is not None and self.payments.row != keys.index(shown.line.key):
            with QSignalBlocker(self.payments):
                self.payments.set_row(keys.index(shown.line.key))
        self.rows.set_rows(shown.lines)
        self.listing.set_key(shown.listing)
        self.listing.setEnabled(not shown.listed)
        count = f"{len(shown.lines)}{'+' if shown.cut else ''}"
        if shown.listed is None:
            self.list.set_empty(self.tr("Reading…"))
            self.heading.setText("")
        elif shown.listed:
            self.list.set_empty(self.tr("Nothing matches “{text}”.").format(text=shown.listed))
            self.heading.setText(self.tr("Found: {count}").format(count=count))
        else:
            self.list.set_empty(self.tr("Nothing waits here."))
            words = f"{listing_words(shown.listing)}: {count}"
            self.heading.setText(words)
            if shown.listing is Listing.AWAITING:
                self.badge.emit(str(len(shown.lines)) if shown.lines else "")


def few_left_notice(shown: Shown) -> Notice | None:
    """Return the warning that receipts run out."""
    return Notice(Kind.WARN, shown.few_left) if shown.few_left else None
