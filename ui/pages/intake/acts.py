"""The acts below the form, and the drafts that wait."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QMenu, QWidget

from ui import icons
from ui.pages.intake.shown import Kept, Shown
from ui.pages.intake.view_model import IntakeViewModel
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.elided import ElidedLabel

RECEIVE_KEYS = "F9"
ALSO_RECEIVE_KEYS = ("Ctrl+Return", "Ctrl+Enter")
NEXT_KEYS = "Shift+F9"
PARK_KEYS = "F11"
AWAY_KEYS = "Alt+T"
CLEAR_KEYS = "Ctrl+Shift+Del"
DRAFTS_KEYS = "Ctrl+D"
_LONGEST = 70


class Acts(QWidget):
    """Receive, receive and go on, put aside, turn away, clear; and how safe what is typed is."""

    def __init__(self, model: IntakeViewModel) -> None:
        super().__init__()
        self.receive = PrimaryButton(
            self.tr("Receive and print"), RECEIVE_KEYS, ALSO_RECEIVE_KEYS, "printer"
        )
        self.next = Button(self.tr("and take the next"), NEXT_KEYS)
        self.park = Button(self.tr("Put aside"), PARK_KEYS, icon="player-pause")
        self.away = Button(self.tr("Turn away"), AWAY_KEYS, icon="circle-x", look="quiet")
        self.clear = Button(self.tr("Clear"), CLEAR_KEYS, look="quiet")
        self._dot, self._icon = QLabel(), ""
        self.kept = ElidedLabel(role="caption")
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self._first = _line(self.receive, self.next)
        self._lines.addLayout(self._first)
        self._rest = rest = _line(self.park, self.away, self.clear)
        rest.addStretch(1)
        rest.addWidget(self._dot)
        rest.addWidget(self.kept)
        self._lines.addLayout(rest, 1)
        self.receive.clicked.connect(lambda: model.receive(alike=False))
        self.next.clicked.connect(lambda: model.receive(alike=True))
        self.park.clicked.connect(model.park)
        self.away.clicked.connect(model.away.begin)
        self.clear.clicked.connect(model.clear)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The acts in their order."""
        return (self.receive, self.next, self.park, self.away, self.clear)

    def minimumSizeHint(self) -> QSize:
        """Return the room of two lines: one gives way to them where the page is narrow."""
        widths = [line.minimumSize().width() for line in (self._first, self._rest)]
        return QSize(max(widths), self._lines.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take two lines where there is no room for one."""
        super().resizeEvent(event)
        widths = [line.minimumSize().width() for line in (self._first, self._rest)]
        narrow = self.width() < sum(widths) + self._lines.spacing()
        direction = QBoxLayout.Direction
        self._lines.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def render_part(self, shown: Shown) -> None:
        """Nothing can be pressed twice while a dossier is being received."""
        for button in self.buttons:
            button.setEnabled(shown.can_receive)
        icon, role, words = _kept(shown.kept)
        self._dot.setVisible(bool(icon))
        if icon and icon != self._icon:
            icons.put(self._dot, icon, role, 16)
        self._icon = icon
        self.kept.setText(self.tr("receiving…") if shown.busy else words)


def _line(*widgets: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    for widget in widgets:
        line.addWidget(widget)
    return line


def _kept(kept: Kept) -> tuple[str, str, str]:
    """Return icon, colour and words of how safe the form is."""
    translate = QCoreApplication.translate
    return {
        Kept.NOTHING: ("", "", ""),
        Kept.TYPING: ("circle-dashed", "quiet", translate("Acts", "keeping the draft…")),
        Kept.ON_DISK: ("circle-check", "good", translate("Acts", "draft kept")),
        Kept.FAILED: ("alert-circle", "bad", translate("Acts", "draft not kept")),
    }[kept]


class DraftsButton(Button):
    """How many intakes wait, and the list to take one up again."""

    def __init__(self, model: IntakeViewModel) -> None:
        super().__init__("", DRAFTS_KEYS, icon="files", look="quiet")
        self._model = model
        self.clicked.connect(self.open_list)

    def render_part(self, shown: Shown) -> None:
        """Show how many there are; without any the button cannot be pressed."""
        words = self.tr("%n draft(s)", "", len(shown.drafts))
        if words != self.word:
            self.set_word(words)
        self.setEnabled(bool(shown.drafts) and not shown.busy)

    def open_list(self) -> None:
        """Offer the drafts, worked with Up, Down, Enter and Escape."""
        menu = self.menu_of_drafts()
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def menu_of_drafts(self) -> QMenu:
        """Return the list as a menu that removes itself."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for line in self._model.shown.drafts:
            title = line.title if len(line.title) <= _LONGEST else f"{line.title[:_LONGEST]}…"
            action = menu.addAction(f"{title}\t{line.detail}".replace("&", "&&"))
            action.triggered.connect(lambda _=False, draft=line.id: self._model.take_up(draft))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])
        return menu
