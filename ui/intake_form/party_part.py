"""Section 2: who hands in, and who owns the dossier."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QTabBar

from counter_app.domain.dossier import PartyKind
from ui import icons, tokens
from ui.intake_form.filling import Filling
from ui.intake_form.form import Form, Side
from ui.intake_form.part import Part, Stop
from ui.intake_form.party_fields import PartyFields
from ui.intake_form.shown import FormShown
from ui.widgets.choices import ComboBox

_SIDES = tuple(Side)
_KINDS = tuple(PartyKind)
_NAME_LENGTH = 18


class PartyPart(Part):
    """Submitter and owner share one place: the keys turn from one to the other."""

    def __init__(self, model: Filling, *, card: bool = False) -> None:
        super().__init__(self.tr("Submitter · Owner"), 2)
        self._model = model
        self.kind = ComboBox()
        self.kind.setStyleSheet("min-height: 24px; max-height: 24px;")
        self.kind.addItems([self.tr("Person"), self.tr("Organisation")])
        self.kind.setAccessibleName(self.tr("Person or organisation"))
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setFixedHeight(26)
        self.tabs.setStyleSheet("QTabBar::tab { padding: 2px 10px; }")
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for _ in _SIDES:
            self.tabs.addTab("")
        self.same = QCheckBox(self.tr("The owner hands in"))
        self.sides = {side: PartyFields(model, side, card=card) for side in _SIDES}
        self.stack = QStackedWidget()
        for fields in self.sides.values():
            self.stack.addWidget(fields)
        place = self.head.count() - 1
        for widget in (self.same, self.kind, self.tabs):
            self.head.insertWidget(place - 1 if widget is self.tabs else place, widget)
        self.body.addWidget(self.stack)
        self.tabs.currentChanged.connect(self._turn)
        self.kind.activated.connect(self._choose_kind)
        self.same.toggled.connect(lambda same: model.sheet.edit(owner_differs=not same))

    @property
    def side(self) -> Side:
        """Whose fields are open."""
        return _SIDES[self.stack.currentIndex()]

    def open_side(self, side: Side) -> None:
        """Turn to one of the two."""
        self.tabs.setCurrentIndex(_SIDES.index(side))

    def stops(self) -> list[Stop]:
        """Kind and fields of the submitter, whether the owner is another, and the owner's."""
        return [
            Stop(self.kind, Side.SUBMITTER),
            *self.sides[Side.SUBMITTER].stops(),
            Stop(self.same, Side.SUBMITTER),
            Stop(self.kind, Side.OWNER),
            *self.sides[Side.OWNER].stops(),
        ]

    def render_part(self, shown: FormShown) -> None:
        """Draw both sides and their tabs."""
        form = shown.form
        if not form.owner_differs:
            self.open_side(Side.SUBMITTER)
        self.tabs.setVisible(form.owner_differs)
        self.set_title("" if form.owner_differs else self.tr("Submitter · Owner"))
        self.kind.setCurrentIndex(_KINDS.index(form.party(self.side).kind))
        with QSignalBlocker(self.same):
            self.same.setChecked(not form.owner_differs)
        for side, fields in self.sides.items():
            fields.render_side(shown)
            self._render_tab(side, form, shown)

    def _render_tab(self, side: Side, form: Form, shown: FormShown) -> None:
        place = _SIDES.index(side)
        word = self.tr("Submitter") if side is Side.SUBMITTER else self.tr("Owner")
        name = form.party(side).name.strip()
        cut = name if len(name) <= _NAME_LENGTH else f"{name[:_NAME_LENGTH]}…"
        self.tabs.setTabText(place, f"{word}: {cut}" if cut else word)
        wrong = any(where.startswith(f"{side}.") for where in shown.faults)
        drawn = icons.pixmap("alert-circle", tokens.shown().bad, 16)
        self.tabs.setTabIcon(place, QIcon(drawn) if wrong else QIcon())

    def _turn(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self.kind.setCurrentIndex(_KINDS.index(self._model.shown.form.party(self.side).kind))

    def _choose_kind(self, place: int) -> None:
        self._model.sheet.edit_party(self.side, kind=_KINDS[place])
