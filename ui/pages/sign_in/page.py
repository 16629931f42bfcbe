"""The sign-in: officers of the centre as a list, one password."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.notice import Kind, Notice
from ui.pages.sign_in.view_model import Occasion, SignInViewModel
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.field import Field
from ui.widgets.noticebar import NoticeBar
from ui.widgets.wrapped import WrappedLabel

_WIDTH = 464
_ROW = 34
_ROWS = 6


class SignInPage(QWidget):
    """Choose with Up and Down, type the password, press Enter: the hands stay on the keys."""

    cancelled = Signal()
    """The officer at the seat stays."""

    def __init__(
        self, model: SignInViewModel, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        model.setParent(self)
        self.setObjectName("overlay")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Officers"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.installEventFilter(self)
        self.field = Field(self.tr("Password"), self.password).without_error_line()
        self.problem = NoticeBar()
        room = self.problem.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # the card stays where it is when something is wrong
        self.problem.setSizePolicy(room)
        self.enter = PrimaryButton(self.tr("Sign in"), "Return", icon="arrow-right")
        self.cancel = Button(self.tr("Cancel"), "Esc", look="quiet")
        self._lay_out(hint)
        self.cancel.setVisible(model.shown.occasion is Occasion.SWITCH)
        self.setFocusProxy(self.password)
        self.list.currentRowChanged.connect(model.choose)
        self.list.itemClicked.connect(lambda _: self.password.setFocus())
        self.password.textEdited.connect(model.set_password)
        self.enter.clicked.connect(model.sign_in)
        self.cancel.clicked.connect(self.cancelled)
        model.changed.connect(self._render)
        self._render()
        model.load()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose the officer from within the password field."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self._model.move(step)
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self, hint: str) -> None:
        title, words = self._words()
        head, told = WrappedLabel(title, "title"), WrappedLabel(words)
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(_WIDTH)
        card.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(24, 20, 24, 20)
        inner.setSpacing(8)
        inner.addWidget(head)
        inner.addWidget(told)
        inner.addWidget(self.list)
        inner.addWidget(self.field)
        acts = QHBoxLayout()
        acts.addWidget(self.cancel)
        acts.addStretch(1)
        acts.addWidget(self.enter)
        inner.addSpacing(8)
        inner.addLayout(acts)
        inner.addWidget(self.problem)
        if hint:
            inner.addWidget(WrappedLabel(hint))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        outer.addStretch(2)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)

    def _words(self) -> tuple[str, str]:
        seat = self.tr("Counter {number:02d}").format(number=self._model.shown.seat_number)
        return {
            Occasion.START: (seat, self.tr("Sign in to begin. No network is needed.")),
            Occasion.LOCKED: (
                self.tr("{seat} · locked").format(seat=seat),
                self.tr("What was typed is kept and waits behind this page."),
            ),
            Occasion.SWITCH: (
                self.tr("{seat} · switch officer").format(seat=seat),
                self.tr("Drafts of the officer before are kept."),
            ),
        }[self._model.shown.occasion]

    def _render(self) -> None:
        shown = self._model.shown
        if self.list.count() != len(shown.officers):
            self._fill()
        self.list.blockSignals(True)
        self.list.setCurrentRow(shown.row)
        self.list.blockSignals(False)
        if self.password.text() != shown.password:
            self.password.setText(shown.password)
        self.problem.show_notice(Notice(Kind.BAD, shown.problem) if shown.problem else None)
        self.enter.setEnabled(shown.can_sign_in)

    def _fill(self) -> None:
        shown = self._model.shown
        self.list.blockSignals(True)
        self.list.clear()
        for officer in shown.officers:
            roles = ", ".join(self._role(role) for role in officer.roles)
            item = QListWidgetItem(" · ".join(part for part in (officer.name, roles) if part))
            item.setToolTip(officer.login)
            self.list.addItem(item)
        self.list.blockSignals(False)
        rows = min(max(len(shown.officers), 1), _ROWS)
        self.list.setFixedHeight(rows * _ROW + 4)

    def _role(self, role: str) -> str:
        return {
            "intake": self.tr("intake"),
            "cashier": self.tr("fees"),
            "supervisor": self.tr("supervisor"),
            "inspector": self.tr("inspector"),
            "post": self.tr("post"),
            "administrator": self.tr("administration"),
        }.get(role, role)
