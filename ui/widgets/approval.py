"""The fields in which a second person agrees, as part of any panel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.approval import Approval
from ui.widgets.choices import ChoiceField
from ui.widgets.field import TextField


class ApprovalFields(QWidget):
    """Draws an `Approval`: who agrees, the password, and why where `with_reason` asks for it."""

    def __init__(
        self, model: Approval, with_reason: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.officer = ChoiceField(self.tr("Agreed by"), required=True)
        line = QLineEdit()
        line.setEchoMode(QLineEdit.EchoMode.Password)
        self.password = TextField(self.tr("Their password"), required=True, line=line)
        self.reason = TextField(self.tr("Why"), required=True)
        self.reason.setVisible(with_reason)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.officer, 3)
        row.addWidget(self.password, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.reason)
        column.addLayout(row)
        self.setFocusProxy(self.reason if with_reason else self.password)
        self.officer.chosen.connect(lambda login: model.choose(str(login)))
        self.password.edited.connect(model.set_password)
        self.reason.edited.connect(model.set_reason)
        model.changed.connect(self._render)
        self._render()

    def begin(self) -> None:
        """Stand where the second person types."""
        self.password.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _render(self) -> None:
        shown = self._model.shown
        self.officer.set_choices([(one.login, one.name) for one in shown.officers])
        self.officer.set_key(shown.login)
        self.password.set_text(shown.password)
        self.password.set_error(shown.problem)
        self.reason.set_text(shown.reason)
        for field in (self.officer, self.password, self.reason):
            field.setEnabled(not shown.busy)
