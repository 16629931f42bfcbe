"""The colours of the window under the names of their use."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QGuiApplication

from ui.notice import Kind

_MIDDLE = 128


@dataclass(frozen=True, slots=True)
class Tokens:
    """One colour per use. Text and kinds keep a contrast of at least 4.5:1 on their grounds."""

    ground: str
    surface: str
    raised: str
    line: str
    line_strong: str
    text: str
    quiet: str
    accent: str
    accent_hover: str
    accent_pale: str
    on_accent: str
    good: str
    good_pale: str
    warn: str
    warn_pale: str
    bad: str
    bad_pale: str


LIGHT = Tokens(
    ground="#F5F7FA",
    surface="#FFFFFF",
    raised="#FFFFFF",
    line="#D5DCE4",
    line_strong="#7F8C9A",
    text="#17202A",
    quiet="#5B6875",
    accent="#0B5CAD",
    accent_hover="#094C90",
    accent_pale="#E7F0FA",
    on_accent="#FFFFFF",
    good="#0B7A4B",
    good_pale="#E6F4ED",
    warn="#A15C00",
    warn_pale="#FDF3E2",
    bad="#B3261E",
    bad_pale="#FCEBEA",
)

DARK = Tokens(
    ground="#10151B",
    surface="#171E26",
    raised="#1F2731",
    line="#2F3944",
    line_strong="#66727F",
    text="#E8EDF2",
    quiet="#9AA7B4",
    accent="#5AA7F2",
    accent_hover="#7BBAF6",
    accent_pale="#16324E",
    on_accent="#0B1520",
    good="#4CC38A",
    good_pale="#12301F",
    warn="#F0B14A",
    warn_pale="#35270E",
    bad="#FF8A80",
    bad_pale="#3B1A18",
)


def shown() -> Tokens:
    """Return the tokens on show, told by the application's palette."""
    return DARK if QGuiApplication.palette().window().color().lightness() < _MIDDLE else LIGHT


def kind_colours(kind: Kind) -> tuple[QColor, QColor]:
    """Return the colour of a kind of news and its pale ground."""
    now = shown()
    ink, ground = {
        Kind.GOOD: (now.good, now.good_pale),
        Kind.WARN: (now.warn, now.warn_pale),
        Kind.BAD: (now.bad, now.bad_pale),
        Kind.INFO: (now.accent, now.accent_pale),
        Kind.QUIET: (now.quiet, now.ground),
    }[kind]
    return QColor(ink), QColor(ground)
