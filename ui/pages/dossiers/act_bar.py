"""The acts that fit the dossier now, each with its key; the seldom ones wait in a menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.pages.dossiers.act_view_model import ActViewModel
from ui.pages.dossiers.acts import KEYS, SELDOM, Deed, deed_icon, deed_words
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout

MORE_KEYS = "Alt+V"


class ActBar(QWidget):
    """Shows just what is allowed; hidden where nothing is."""

    def __init__(self, model: ActViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.buttons: dict[Deed, Button] = {}
        self.seldom: dict[Deed, QAction] = {}
        line = FlowLayout(self)
        for deed in Deed:
            if deed in SELDOM:
                self._make_action(deed)
            else:
                button = Button(deed_words(deed), KEYS[deed], icon=deed_icon(deed))
                button.clicked.connect(partial(model.begin, deed))
                self.buttons[deed] = button
                line.addWidget(button)
        self.more = Button(self.tr("More acts"), MORE_KEYS, icon="chevron-down")
        self._menu = QMenu(self.more)
        self._menu.addActions(list(self.seldom.values()))
        self.more.clicked.connect(self._open_menu)
        self.more.setAccessibleDescription(self.tr("opens a menu"))
        line.addWidget(self.more)
        model.changed.connect(self._render)
        self._render()

    def _make_action(self, deed: Deed) -> None:
        act = QAction(deed_words(deed), self)
        act.setShortcut(QKeySequence(KEYS[deed]))
        act.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        act.triggered.connect(partial(self._model.begin, deed))
        self.addAction(act)  # the key is obeyed while the menu is closed, too
        self.seldom[deed] = act

    def _open_menu(self) -> None:
        self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _render(self) -> None:
        deeds = self._model.deeds
        for deed, button in self.buttons.items():
            button.setVisible(deed in deeds)
        for deed, act in self.seldom.items():
            act.setVisible(deed in deeds)
        self.more.setVisible(any(deed in deeds for deed in SELDOM))
        self.setVisible(bool(deeds))
