"""Which dossier an opinion is about: a line to find it, then its number, owner and state."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.store.dossiers import DossierRow
from ui.dossier_words import state_badge
from ui.models.table import Column, TableModel
from ui.pages.callers.dossier_link import DossierLink, ShownLink
from ui.stylesheet import ROW_HEIGHT
from ui.theme import number_font
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button
from ui.widgets.elided import ElidedLabel
from ui.widgets.field import Field
from ui.widgets.filter_line import FilterLine
from ui.widgets.table import ListView

OPEN_KEYS, OTHER_KEYS = "Alt+D", "Alt+B"
_MOST_LINES = 3


class DossierCard(QFrame):
    """A dossier in two lines: its number and state, whose it is and what for."""

    open_wanted = Signal(UUID)

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._row: DossierRow | None = None
        self.number = QLabel()
        self.number.setFont(number_font())
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state = Badge()
        self.words = ElidedLabel("", "quiet")
        self.open = Button(
            QCoreApplication.translate("DossierCard", "Open the dossier"), keys, icon="files"
        )
        self.acts = QHBoxLayout()
        self.acts.setSpacing(8)
        self.acts.addWidget(self.open)
        self.acts.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.number)
        head.addWidget(self.state)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addLayout(self.acts)
        self.open.clicked.connect(self._open)

    def show_row(self, row: DossierRow | None) -> None:
        """Draw the dossier; without one there is nothing to see."""
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        self.number.setText(row.number)
        self.state.set(*state_badge(row.state))
        told = f"{row.owner_name} · {row.procedure_name}"
        self.words.setText(told)
        self.setAccessibleName(f"{row.number}, {told}, {state_badge(row.state)[1]}")

    def _open(self) -> None:
        if self._row is not None:
            self.open_wanted.emit(self._row.subject)


class AboutDossier(QWidget):
    """Draws a `DossierLink`."""

    open_wanted = Signal(UUID)
    held = Signal()
    """A dossier was chosen, here or by a scan."""
    passed = Signal()
    """The officer goes on with the next field."""

    def __init__(self, link: DossierLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._row: DossierRow | None = None
        self.line = FilterLine(self.tr("Scan the receipt, or type its number or a name"))
        self.field = Field(self.tr("About the dossier"), self.line)
        self.table = TableModel(found_columns(), lambda row: row.subject, self)
        self.list = ListView(self.table)
        self.list.setAccessibleName(self.tr("Dossiers found"))
        self.list.horizontalHeader().hide()
        self.list.setFixedHeight(_MOST_LINES * ROW_HEIGHT + 4)
        self.card = DossierCard(OPEN_KEYS)
        self.other = Button(self.tr("Not this one"), OTHER_KEYS, look="quiet")
        self.card.acts.insertWidget(1, self.other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.field, self.list, self.card):
            column.addWidget(part)
        self.line.typed.connect(link.set_typed)
        self.line.taken.connect(self._take)
        self.line.left_down.connect(self._to_list)
        self.list.opened.connect(self._hold)
        self.list.typed.connect(self.line.take_letter)
        self.other.clicked.connect(self._let_go)
        self.card.open_wanted.connect(self.open_wanted)
        link.changed.connect(self._render)
        self._render()

    def _take(self) -> None:
        if not self.line.text().strip():
            self.passed.emit()
        elif not self._link.take():
            self._to_list()

    def _to_list(self) -> None:
        if self.table.rows:
            self.list.set_row(max(self.list.row, 0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hold(self, place: int) -> None:
        row = self.table.row_at(place)
        if row is not None:
            self._link.hold(row)

    def _let_go(self) -> None:
        self._link.let_go()
        self.line.begin()

    def _render(self) -> None:
        shown = self._link.shown
        held = shown.row is not None
        focused = self.line.hasFocus() or self.list.hasFocus()
        if shown.typed != self.line.text():
            self.line.setText(shown.typed)
        self.field.setVisible(not held)
        self.field.set_error(shown.problem)
        self.field.set_hint(_nothing_found(shown))
        self.table.set_rows(shown.found)
        self.list.setVisible(bool(shown.found))
        self.card.show_row(shown.row)
        fresh = held and shown.row != self._row
        self._row = shown.row
        if fresh:
            self.held.emit()
            if focused:
                self.passed.emit()


def found_columns() -> list[Column[DossierRow]]:
    """Return the columns of the dossiers that match what is typed."""
    translate = QCoreApplication.translate
    return [
        Column(
            translate("Callers", "Owner"),
            lambda row: row.owner_name,
            tip=lambda row: f"{row.owner_name} · {row.procedure_name}",
        ),
        Column(
            translate("Callers", "Dossier"),
            lambda row: row.number.split("-", 1)[-1],
            width=114,
            number=True,
            tip=lambda row: row.number,
        ),
        Column(
            translate("Callers", "State"),
            lambda row: state_badge(row.state)[1],
            width=140,
            badge=lambda row: state_badge(row.state),
        ),
    ]


def _nothing_found(shown: ShownLink) -> str:
    if not shown.searched or shown.found:
        return ""
    words = QCoreApplication.translate("Callers", "No dossier matches “{text}”.")
    return words.format(text=shown.searched)
