"""What takes the place of the payment: the citizen's code, or a decision that is being typed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtWidgets import QFrame, QLabel, QRadioButton, QVBoxLayout

from counter_app.domain.fees import Method
from counter_app.domain.reasons import ReasonKind, Reasons
from ui.money_words import dong
from ui.pages.fees.decisions import decision_words
from ui.pages.fees.shown import Code, Deciding, Decision, Shown
from ui.pages.fees.view_model import FeesViewModel
from ui.pages.fees.words import method_words
from ui.reason_words import reason_choices
from ui.widgets.approval import ApprovalFields
from ui.widgets.buttons import PrimaryButton
from ui.widgets.card import SectionCard
from ui.widgets.choices import ChoiceField
from ui.widgets.facts import Facts
from ui.widgets.field import TextField
from ui.widgets.money import MoneyField
from ui.widgets.qr_code import QrCode
from ui.widgets.suggestions import offer, suggest
from ui.widgets.wrapped import WrappedLabel

CONFIRM_KEYS = "Alt+N"
_CODE = 360
_LABEL_WIDTH = 96
_WITH_AMOUNTS = frozenset({Decision.EXEMPT, Decision.REFUND})
_WITH_REASON = frozenset(Decision) - {Decision.APPROVE, Decision.SETTLE}


class CodePanel(QFrame):
    """Turned towards the citizen: the code as large as the side of the page, and what it says."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(QCoreApplication.translate("CodePanel", "Code for the citizen"))
        self._drawn: Code | None = None
        self.title = QLabel(self.tr("Scan with your bank's app"))
        self.title.setProperty("role", "title")
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.code = QrCode(_CODE)
        self.amount = QLabel()
        self.amount.setProperty("role", "title")
        self.amount.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.facts = Facts(_LABEL_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.code, 1)
        column.addWidget(self.amount)
        column.addWidget(self.facts)

    def render_code(self, code: Code | None) -> None:
        """Draw the code of a transfer."""
        if code is None or code == self._drawn:
            return
        self._drawn = code
        transfer = code.transfer
        amount = dong(transfer.money.total)
        words = self.tr("VietQR code: {amount} to account {account}, purpose {purpose}")
        account = transfer.account
        self.code.show_code(
            code.symbol,
            words.format(amount=amount, account=account.account, purpose=transfer.purpose),
        )
        self.amount.setText(amount)
        self.facts.set_facts(
            (
                (self.tr("Payee"), account.holder),
                (self.tr("Account"), f"{account.account} · {account.bank_name or account.bank}"),
                (self.tr("Purpose"), transfer.purpose),
            )
        )


class AwaitedCard(SectionCard):
    """What the cashier does while the citizen pays."""

    def __init__(self, model: FeesViewModel) -> None:
        super().__init__(QCoreApplication.translate("AwaitedCard", "Transfer"))
        self.words = WrappedLabel(
            self.tr(
                "Confirm only what you see: on the bank's own message, or on its statement. What"
                " nobody confirms stays awaited, and the statement confirms it later."
            )
        )
        self.seen = TextField(
            self.tr("What you saw"), self.tr("such as the bank's own number")
        ).without_error_line()
        self.confirm = PrimaryButton(self.tr("The money has arrived"), CONFIRM_KEYS, icon="check")
        self.body.setSpacing(8)
        self.body.addWidget(self.words)
        self.row(self.seen, self.confirm, stretch=(1, 0))
        self.seen.edited.connect(model.set_seen)
        self.confirm.clicked.connect(model.confirm)

    def render_awaited(self, shown: Shown) -> None:
        """Draw what was typed."""
        self.seen.set_text(shown.seen)
        self.confirm.setEnabled(not shown.busy)


class DecisionCard(SectionCard):
    """Reason, amounts and the second person; F9 carries it out, Escape leaves it."""

    def __init__(self, model: FeesViewModel) -> None:
        super().__init__("")
        self._model = model
        self._drawn: Decision | None = None
        self.why = ChoiceField(self.tr("Reason"))
        self.document = TextField(
            self.tr("Paper that proves it"), self.tr("such as: certificate 12 of 05/01/2026"), True
        )
        self.fee = MoneyField(self.tr("Of the fee"))
        self.charge = MoneyField(self.tr("Of the charge"))
        self.reason = TextField(self.tr("Why"), required=True)
        self.method = ChoiceField(
            self.tr("It goes back as"),
            [(method, method_words(method)) for method in (Method.CASH, Method.TRANSFER)],
        )
        self.again = QRadioButton(self.tr("Issue another receipt"))
        self.undo = QRadioButton(self.tr("Undo the payment, the money goes back"))
        self.approval = ApprovalFields(model.approval)
        self.row(self.again, self.undo, stretch=(0, 1)).addStretch(1)
        self.row(self.why, self.document, stretch=(2, 3))
        self.row(self.fee, self.charge, self.method)
        self.body.addWidget(self.reason)
        self.body.addWidget(self.approval)
        self._wire()

    def begin(self) -> None:
        """Stand on the first field."""
        for field in (self.document, self.reason, self.method, self.approval.password):
            if field.isVisible() and field.isEnabled():
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def render_decision(self, shown: Shown) -> None:
        """Draw the fields that the decision asks for."""
        deciding = shown.deciding
        if deciding is None:
            self._drawn = None
            return
        self._name(deciding)
        self._choose_fields(deciding)
        if (opened := shown.opened) is not None:
            self._offer(deciding.what, opened.reasons, opened.day)
        self.why.set_key(deciding.why)
        self.document.set_text(deciding.document)
        self.fee.set_value(deciding.fee)
        self.charge.set_value(deciding.charge)
        self.reason.set_text(deciding.reason)
        self.method.set_key(deciding.method)
        for button, what in ((self.again, Decision.VOID), (self.undo, Decision.UNDO)):
            with QSignalBlocker(button):
                button.setChecked(deciding.what is what)
        for place, field in self._fields().items():
            field.set_error(shown.faults.get(place, ""))
        if deciding.what is not self._drawn:
            fresh = self._drawn is None
            self._drawn = deciding.what
            if fresh:
                self.begin()

    def to_fault(self, shown: Shown) -> None:
        """Stand on the first field that is wrong."""
        for place, field in self._fields().items():
            if place in shown.faults:
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _name(self, deciding: Deciding) -> None:
        self.set_title(decision_words(deciding.what)[0])
        most = deciding.most
        words = self.tr("up to {amount}").format(amount=dong(most.total)) if most else ""
        self.set_caption(deciding.number or words)

    def _choose_fields(self, deciding: Deciding) -> None:
        what = deciding.what
        exempt = what is Decision.EXEMPT
        for button in (self.again, self.undo):
            button.setVisible(what in {Decision.VOID, Decision.UNDO})
        self.why.setVisible(exempt)
        self.document.setVisible(exempt or what is Decision.SETTLE)
        self.document.set_label(*self._document_label(what))
        asked = what is Decision.REQUIRE
        self.fee.setVisible(asked or (what in _WITH_AMOUNTS and bool(deciding.most.fee)))
        self.charge.setVisible(asked or (what in _WITH_AMOUNTS and bool(deciding.most.charge)))
        self.method.setVisible(what is Decision.APPROVE)
        self.reason.setVisible(what in _WITH_REASON)
        self.reason.set_label(self._reason_label(what), not exempt)
        self.approval.setVisible(deciding.second)

    def _offer(self, what: Decision, reasons: Reasons, day: date) -> None:
        self.why.set_choices(reason_choices(reasons, ReasonKind.EXEMPTION, day))
        voids = what in {Decision.VOID, Decision.UNDO}
        offer(self.reason, reasons.phrases(ReasonKind.VOID, day) if voids else ())

    def _document_label(self, what: Decision) -> tuple[str, bool]:
        if what is Decision.SETTLE:
            return self.tr("Proof of what was paid elsewhere"), False
        return self.tr("Paper that proves it"), True

    def _reason_label(self, what: Decision) -> str:
        if what is Decision.REQUIRE:
            return self.tr("Notice of the agency: number and day")
        return self.tr("Note") if what is Decision.EXEMPT else self.tr("Why")

    def _fields(self) -> dict[str, TextField | MoneyField]:
        return {
            "document": self.document,
            "fee": self.fee if self.fee.isVisible() else self.charge,
            "reason": self.reason,
        }

    def _wire(self) -> None:
        model = self._model
        self.why.chosen.connect(lambda why: model.edit("why", why))
        self.document.edited.connect(lambda text: model.edit("document", text))
        self.fee.value_edited.connect(lambda value: model.edit("fee", value))
        self.charge.value_edited.connect(lambda value: model.edit("charge", value))
        self.reason.edited.connect(lambda text: model.edit("reason", text))
        suggest(self.reason, (), lambda text: model.edit("reason", text))
        self.method.chosen.connect(lambda method: model.edit("method", method))
        self.again.clicked.connect(lambda: model.edit("what", Decision.VOID))
        self.undo.clicked.connect(lambda: model.edit("what", Decision.UNDO))
