"""Colours, type and measures of the window, as tokens; one style sheet built from them."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

import resources
from ui import icons
from ui.stylesheet import stylesheet
from ui.tokens import DARK, LIGHT, Tokens

FAMILY = "Be Vietnam Pro"
NUMBERS = "JetBrains Mono"
BODY_PX = 14
_OUTLINE_PERCENT = 127  # undoes the shade: darker by 140, lighter by 110
FONT_FILES = (
    "BeVietnamPro-Regular.ttf",
    "BeVietnamPro-Medium.ttf",
    "BeVietnamPro-SemiBold.ttf",
    "JetBrainsMono-Regular.ttf",
)


class Choice(StrEnum):
    """Which colours the officer wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dresses the application, and again whenever the system changes between light and dark."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: Choice = Choice.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        application.setStyle("Fusion")
        load_fonts()
        application.setFont(body_font())
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self._ask_for_frames()
        self._dress()

    @property
    def choice(self) -> Choice:
        """What was chosen; `tokens.shown()` tells what is seen."""
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Show light or dark, or what the system shows."""
        if choice != self._choice:
            self._choice = choice
            self._ask_for_frames()
            self._dress()

    def _ask_for_frames(self) -> None:
        """Have the system draw its frames around the window in the same scheme."""
        scheme = {Choice.LIGHT: Qt.ColorScheme.Light, Choice.DARK: Qt.ColorScheme.Dark}
        wanted = scheme.get(self._choice, Qt.ColorScheme.Unknown)
        self._application.styleHints().setColorScheme(wanted)

    def _follow(self) -> None:
        if self._choice is Choice.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        dark = self._choice is Choice.DARK or (
            self._choice is Choice.SYSTEM
            and self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        chosen = DARK if dark else LIGHT
        self._application.setPalette(palette(chosen))
        for kind in ("QCheckBox", "QRadioButton"):  # bytes, as the stubs want, are refused
            self._application.setPalette(tick_palette(chosen), kind)  # type: ignore[arg-type]
        self._application.setStyleSheet(stylesheet(chosen))
        icons.retint()
        self.changed.emit()


def palette(shown: Tokens) -> QPalette:
    """Return the palette for what the style draws without the style sheet."""
    made = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, shown.ground),
        (role.WindowText, shown.text),
        (role.Base, shown.surface),
        (role.AlternateBase, shown.ground),
        (role.Text, shown.text),
        (role.PlaceholderText, shown.quiet),
        (role.Button, shown.surface),
        (role.ButtonText, shown.text),
        (role.ToolTipBase, shown.raised),
        (role.ToolTipText, shown.text),
        (role.Highlight, shown.accent_pale),
        (role.HighlightedText, shown.text),
        (role.Link, shown.accent),
        (role.Mid, shown.line),
        (role.Accent, shown.accent),
    ):
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(shown.quiet))
    return made


def tick_palette(shown: Tokens) -> QPalette:
    """Return the palette of boxes and dots to tick.

    Fusion outlines them in a shade of the window's ground, which nobody sees on a dark one; they do
    not paint that ground, so it is chosen here for the outline that comes of it.
    """
    made = palette(shown)
    made.setColor(QPalette.ColorRole.Window, QColor(shown.quiet).lighter(_OUTLINE_PERCENT))
    return made


def load_fonts() -> None:
    """Load the fonts that travel with the program."""
    for name in FONT_FILES:
        QFontDatabase.addApplicationFontFromData(resources.read_bytes(f"fonts/{name}"))


def body_font() -> QFont:
    """Return the font of running text, with figures of equal width."""
    font = QFont(FAMILY)
    font.setPixelSize(BODY_PX)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def number_font() -> QFont:
    """Return the monospaced font of dossier numbers."""
    font = QFont(NUMBERS)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(BODY_PX)
    return font
