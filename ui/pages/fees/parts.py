"""The parts of the desk of money: the dossier, what is owed, and how it is paid."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from counter_app.domain.fees import FeeChoice, Method
from counter_app.domain.procedure import FeeKind, FeeLine
from counter_app.domain.reasons import ReasonKind
from ui.models.table import Column
from ui.moments import full_moment, short_moment
from ui.money_words import dong, money_badge
from ui.pages.fees.questions import ListLine, Opened
from ui.pages.fees.shown import Line, Shown
from ui.pages.fees.view_model import FeesViewModel
from ui.pages.fees.words import kind_words, line_badge, line_words, method_words, receipt_words
from ui.reason_words import reason_words
from ui.theme import number_font
from ui.widgets.badge import Badge
from ui.widgets.buttons import shown_keys
from ui.widgets.card import SectionCard
from ui.widgets.choices import ComboBox
from ui.widgets.elided import ElidedLabel
from ui.widgets.facts import Facts
from ui.widgets.field import TextField
from ui.widgets.money import MoneyField
from ui.widgets.numbers import NumberEdit
from ui.widgets.wrapped import WrappedLabel

_NUMBER_PX = 18
_LABEL_WIDTH = 96
_QUANTITY_WIDTH = 64
_LINE_HEIGHT = 38
_MOST_LINES = 3
_KINDS = (FeeKind.FEE, FeeKind.CHARGE)


class DossierCard(SectionCard):
    """The dossier whose money it is."""

    def __init__(self) -> None:
        super().__init__("")
        self.number = QLabel()
        font = number_font()
        font.setPixelSize(_NUMBER_PX)
        self.number.setFont(font)
        self.state = Badge()
        for place, widget in enumerate((self.number, self.state)):
            self.head.insertWidget(place, widget)
        self.words = WrappedLabel()
        self.body.addWidget(self.words)

    def show_dossier(self, opened: Opened) -> None:
        """Draw the dossier."""
        row = opened.row
        self.number.setText(row.number)
        self.state.set(*money_badge(opened.sheet.account))
        self.words.setText(f"{row.owner_name} · {row.procedure_name} · {opened.agency_name}")


class OwedCard(SectionCard):
    """The fee table that held at intake, what of it applies, and what is left to pay."""

    def __init__(self, model: FeesViewModel) -> None:
        super().__init__(QCoreApplication.translate("OwedCard", "What is owed"))
        self._model = model
        self._drawn: object = None
        self.lines: list[_FeeRow] = []
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(4, 1)
        self._area = QScrollArea()
        self._area.setWidget(holder)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.facts = Facts(_LABEL_WIDTH)
        self.due = QLabel()
        self.due.setProperty("role", "title")
        self.due.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        sums = QHBoxLayout()
        sums.addWidget(self.facts, 1)
        sums.addWidget(self.due)
        self.body.setSpacing(6)
        self.body.addWidget(self._area)
        self.body.addLayout(sums)

    def render_owed(self, shown: Shown) -> None:
        """Draw the lines and the sums."""
        opened = shown.opened
        if opened is None:
            return
        table = opened.sheet.table if opened.choices is not None else ()
        if (opened.row.subject, table) != self._drawn:
            self._drawn = (opened.row.subject, table)
            self._fill(table)
        for row, choice in zip(self.lines, shown.choices, strict=False):
            row.render_row(choice, enabled=opened.choosable and not shown.busy)
        account = shown.account
        exempt = dong(account.exempt.total) if account.exempt else ""
        if exempt and opened.sheet.exemption:
            code = opened.sheet.exemption
            own = opened.reasons.words(ReasonKind.EXEMPTION, code)
            reason = reason_words(ReasonKind.EXEMPTION, code, own)
            exempt = f"{exempt} · {reason}"
        self.facts.set_facts(
            (
                (kind_words(FeeKind.FEE), dong(account.owed.fee) if account.owed.fee else ""),
                (
                    kind_words(FeeKind.CHARGE),
                    dong(account.owed.charge) if account.owed.charge else "",
                ),
                (self.tr("Let off"), exempt),
                (self.tr("Awaited"), dong(account.awaited.total) if account.awaited else ""),
                (self.tr("Paid"), dong(account.paid.total) if account.paid else ""),
            )
        )
        words = self.tr("To pay: {amount}") if account.owed else self.tr("Nothing is to be paid.")
        self.due.setText(words.format(amount=dong(shown.due.total)))

    def _fill(self, table: tuple[FeeLine, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = [
            _FeeRow(self._grid, place, line, self._model) for place, line in enumerate(table)
        ]
        self._area.setVisible(bool(table))
        self._area.setFixedHeight(min(max(len(table), 1), _MOST_LINES) * _LINE_HEIGHT)


class _FeeRow:
    """How often a line applies, its amount and kind, and what it is for."""

    def __init__(self, grid: QGridLayout, place: int, line: FeeLine, model: FeesViewModel) -> None:
        self.quantity = NumberEdit(0, 9_999)
        self.quantity.setFixedWidth(_QUANTITY_WIDTH)
        words = QCoreApplication.translate("OwedCard", "How often: {line}")
        told = line.note or kind_words(line.kind)
        self.quantity.setAccessibleName(words.format(line=f"{told} {dong(line.amount)}"))
        self.quantity.value_edited.connect(lambda value: model.set_quantity(place, value))
        amount = QLabel(dong(line.amount))
        amount.setProperty("role", "strong")
        note = ElidedLabel(line.note, "quiet")
        note.setToolTip(line.note)
        self.kind: ComboBox | None = None
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self.quantity, place, 0)
        grid.addWidget(QLabel("×"), place, 1)
        grid.addWidget(amount, place, 2, right)
        grid.addWidget(self._kind_widget(line, place, model), place, 3)
        grid.addWidget(note, place, 4)

    def render_row(self, choice: FeeChoice, *, enabled: bool) -> None:
        """Draw what is chosen."""
        self.quantity.set_value(choice.quantity)
        self.quantity.setEnabled(enabled)
        if self.kind is not None:
            self.kind.setEnabled(enabled)
            place = 1 if choice.kind is FeeKind.CHARGE else 0
            with QSignalBlocker(self.kind):
                self.kind.setCurrentIndex(place)

    def _kind_widget(self, line: FeeLine, place: int, model: FeesViewModel) -> QWidget:
        if line.kind is not FeeKind.UNKNOWN:
            return QLabel(kind_words(line.kind))
        self.kind = ComboBox()
        self.kind.setAccessibleName(QCoreApplication.translate("OwedCard", "Fee or charge"))
        self.kind.addItems([kind_words(kind) for kind in _KINDS])
        self.kind.activated.connect(lambda chosen: model.set_kind(place, _KINDS[chosen]))
        return self.kind


class PayCard(SectionCard):
    """In whose name and which way the money comes; of cash, what lies on the desk."""

    def __init__(self, model: FeesViewModel) -> None:
        super().__init__(QCoreApplication.translate("PayCard", "Payment"))
        self._model = model
        self.methods: dict[Method, QRadioButton] = {}
        for place, method in enumerate((Method.CASH, Method.VIETQR, Method.TRANSFER), start=1):
            self._add_method(place, method)
        self.payer = TextField(self.tr("Name on the receipt"))
        self.given = MoneyField(self.tr("Given in cash"))
        self.change = QLabel()
        self.change.setProperty("role", "title")
        self.change.setMinimumWidth(220)
        self.change.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.row(self.payer, self.given, self.change, stretch=(4, 3, 3))
        self.payer.edited.connect(model.set_payer)
        self.given.value_edited.connect(model.set_given)

    def begin(self) -> None:
        """Stand where the cash is typed, else on the way it comes."""
        if self.given.isVisible():
            self.given.money.setFocus(Qt.FocusReason.OtherFocusReason)
            self.given.money.selectAll()
        else:
            self.methods[self._model.shown.method].setFocus(Qt.FocusReason.OtherFocusReason)

    def render_pay(self, shown: Shown) -> None:
        """Draw the fields."""
        for method, button in self.methods.items():
            with QSignalBlocker(button):
                button.setChecked(method is shown.method)
        cash = shown.method is Method.CASH
        self.given.setVisible(cash)
        self.change.setVisible(cash)
        self.payer.set_text(shown.payer)
        self.given.set_value(shown.given)
        self.given.set_error(shown.faults.get("given", ""))
        words = self.tr("Change: {amount}")
        change = shown.change
        self.change.setText("" if change is None else words.format(amount=dong(change)))
        for widget in (*self.methods.values(), self.payer, self.given):
            widget.setEnabled(bool(shown.due) and not shown.busy)

    def _add_method(self, place: int, method: Method) -> None:
        keys = f"Alt+{place}"
        button = QRadioButton(f"{method_words(method)}  {shown_keys(keys)}")
        choose: Callable[[], None] = lambda: self._model.choose_method(method)  # noqa: E731
        button.clicked.connect(choose)
        obeyed = QShortcut(QKeySequence(keys), self)
        obeyed.activated.connect(choose)
        self.methods[method] = button
        self.head.insertWidget(place, button)


def list_columns() -> list[Column[ListLine]]:
    """Return the columns of what is awaited, owed or to be given back."""
    translate = QCoreApplication.translate
    return [
        Column(
            translate("MoneyList", "Owner"),
            lambda line: line.name,
            tip=lambda line: f"{line.name} · {full_moment(line.at)}",
        ),
        Column(
            translate("MoneyList", "Number"),
            lambda line: line.number.split("-", 1)[-1],
            width=114,
            number=True,
            tip=lambda line: line.number,
        ),
        Column(
            translate("MoneyList", "Amount"),
            lambda line: dong(line.money.total),
            width=112,
            right=True,
        ),
    ]


def payment_columns() -> list[Column[Line]]:
    """Return the columns of a dossier's payments and refunds."""
    translate = QCoreApplication.translate
    return [
        Column(
            translate("MoneyList", "When"),
            lambda line: short_moment(line.at, line.at),
            width=64,
            tip=lambda line: full_moment(line.at),
        ),
        Column(translate("MoneyList", "Way"), line_words, width=104),
        Column(
            translate("MoneyList", "Amount"),
            lambda line: dong(line.money.total),
            width=104,
            right=True,
        ),
        Column(
            translate("MoneyList", "State"),
            lambda line: line_badge(line)[1],
            width=136,
            badge=line_badge,
        ),
        Column(translate("MoneyList", "Receipt"), receipt_words, tip=receipt_words),
    ]
