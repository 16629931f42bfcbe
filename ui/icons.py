"""Outlines of the Tabler set (resources/icons), tinted by the tokens."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

import resources
from ui import tokens

SIZE = 20
_NAME = "icon_name"
_ROLE = "icon_role"


def pixmap(name: str, colour: QColor | str, size: int = SIZE) -> QPixmap:
    """Return the icon `name` (a file of resources/icons) in one colour, sharp on this screen.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    ink = QColor(colour).name()
    ratio = QGuiApplication.primaryScreen().devicePixelRatio() if QGuiApplication.screens() else 1.0
    key = f"icon {name} {ink} {size} {ratio}"
    drawn = QPixmap()
    if QPixmapCache.find(key, drawn):
        return drawn
    from PySide6.QtSvg import QSvgRenderer

    outline = resources.read_text(f"icons/{name}.svg").replace("currentColor", ink)
    edge = round(size * ratio)
    drawn = QPixmap(edge, edge)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(outline.encode())).render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def put(widget: QAbstractButton | QLabel, name: str, role: str = "text", size: int = SIZE) -> None:
    """Show an icon on a button or label in the colour of a token, also after a change of theme."""
    widget.setProperty(_NAME, name)
    widget.setProperty(_ROLE, role)
    if isinstance(widget, QAbstractButton):
        widget.setIconSize(QSize(size, size))
    else:
        widget.setFixedSize(size, size)
    _tint(widget)


def retint() -> None:
    """Draw every icon that was `put` again, in the colours now on show."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, QAbstractButton | QLabel) and widget.property(_NAME):
            _tint(widget)


def _tint(widget: QAbstractButton | QLabel) -> None:
    name, role = widget.property(_NAME), widget.property(_ROLE)
    if isinstance(widget, QAbstractButton):
        icon = QIcon(pixmap(name, getattr(tokens.shown(), role), widget.iconSize().width()))
        disabled = pixmap(name, tokens.shown().quiet, widget.iconSize().width())
        icon.addPixmap(disabled, QIcon.Mode.Disabled)
        widget.setIcon(icon)
    else:
        widget.setPixmap(pixmap(name, getattr(tokens.shown(), role), widget.width()))
