"""Scanners that type: recognised anywhere in the window by their speed.

Every key that could begin a scan is held back for some 30 ms. When more follow as fast as no hand
types, and the scanner's last key ends them, the keys become one `scanned` text; otherwise they are
given back to the field in order, and nobody notices.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow
from shiboken6 import isValid

from ui.scancodes import character_at

_GROUP_SEPARATOR = "\x1d"
"""Parts the fields of GS1 codes; scanners type it as Ctrl+]."""
_SILENT = (Qt.Key.Key_Shift, Qt.Key.Key_Control)
"""Keys that a scanner presses around others."""

REPEAT_MS = 1000
"""A second reading of the same code within this time is the same reading."""


@dataclass(frozen=True, slots=True)
class ScannerRules:
    """How scans differ from typing.

    `gap_ms` is the longest pause between two keys of a scan, `min_length` the fewest characters.
    `prefix` is what the scanner was set to send first, "" for nothing. A scan ends with Enter or
    Tab; one that begins with the prefix may also end by a pause.
    """

    gap_ms: int = 30
    min_length: int = 6
    prefix: str = ""


class Part(Enum):
    """What one key is within a scan."""

    CHARACTER = "character"
    BACK = "back"
    END = "end"


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key or commit: its text, and the character of its position on a US keyboard, if known."""

    part: Part
    text: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a burst of strokes was: a clear text, or the raw one when it cannot be trusted."""

    text: str
    clear: bool = True


def read(strokes: Sequence[Stroke], rules: ScannerRules) -> Reading | None:
    """Return the scan that the strokes are, None when somebody typed.

    Key positions are believed before characters, because a Vietnamese or French layout turns the
    figures of a scan into letters. Scanners send no backspace: an input method that rewrites words
    does, and then only positions could tell what was read; without them the text is not clear.
    """
    written = [stroke for stroke in strokes if stroke.part is Part.CHARACTER]
    ended = bool(strokes) and strokes[-1].part is Part.END
    rewritten = any(stroke.part is Part.BACK for stroke in strokes)
    if written and not rewritten and all(stroke.position for stroke in written):
        text = "".join(stroke.position for stroke in written)
    else:
        text = _as_typed(strokes)
    prefixed = bool(rules.prefix) and text.startswith(rules.prefix)
    body = text.removeprefix(rules.prefix)
    if not (ended or prefixed) or len(body) < rules.min_length:
        return None
    if rules.prefix and not prefixed:
        return None
    return Reading(body, clear=not rewritten)


def _as_typed(strokes: Sequence[Stroke]) -> str:
    text = ""
    for stroke in strokes:
        if stroke.part is Part.CHARACTER:
            text += stroke.text
        elif stroke.part is Part.BACK:
            text = text[:-1]
    return text


class Scanner(QObject):
    """Watches the keys of the whole application.

    They pass the window that has the focus, what an input method writes passes the field that has
    it. Only these two are watched: on the application itself every paint and every timer would be
    looked at, ten thousand events while one page is made.
    """

    scanned = Signal(str)
    """A code was read."""
    unclear = Signal(str)
    """Something was scanned and an input method garbled it: the raw text."""

    def __init__(self, rules: ScannerRules | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rules = rules or ScannerRules()
        self.enabled = True
        self._held: list[tuple[QObject, QEvent]] = []
        self._strokes: list[Stroke] = []
        self._last: tuple[int, float] = (0, 0.0)
        self._passing = False
        self._last_scan = ("", 0.0)
        self._pause = QTimer(self, singleShot=True)
        self._pause.setTimerType(Qt.TimerType.PreciseTimer)
        self._pause.timeout.connect(self._paused)
        self._watching = False
        self._watched: list[QObject] = []

    def watch(self, application: QGuiApplication) -> None:
        """Begin to watch whatever has the focus, now and later."""
        application.focusWindowChanged.connect(self._follow_focus)
        application.focusObjectChanged.connect(self._follow_focus)
        self._watching = True
        self._follow_focus()

    def stop(self, application: QGuiApplication) -> None:
        """Watch no longer."""
        if self._watching:
            application.focusWindowChanged.disconnect(self._follow_focus)
            application.focusObjectChanged.disconnect(self._follow_focus)
        self._watching = False
        self._look_at([])

    def _follow_focus(self, _changed: object = None) -> None:
        window, field = QGuiApplication.focusWindow(), QGuiApplication.focusObject()
        self._look_at([where for where in (window, field) if where is not None])

    def _look_at(self, places: list[QObject]) -> None:
        for place in self._watched:
            if place not in places and isValid(place):
                place.removeEventFilter(self)
        for place in places:
            if place not in self._watched:
                place.installEventFilter(self)
        self._watched = places

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back what may be a scan; True keeps the event from its receiver."""
        if self._passing or not self.enabled:
            return False
        kind = event.type()
        if kind is QEvent.Type.KeyPress and isinstance(watched, QWindow):
            return isinstance(event, QKeyEvent) and self._press(watched, event)
        if kind is QEvent.Type.KeyRelease and isinstance(watched, QWindow) and self._held:
            return isinstance(event, QKeyEvent) and self._hold(watched, _copy_key(event))
        if kind is QEvent.Type.InputMethod and watched is QGuiApplication.focusObject():
            return isinstance(event, QInputMethodEvent) and self._commit(watched, event)
        if kind is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._make_way(event)
        return False

    def _make_way(self, event: QKeyEvent) -> bool:
        """Let a shortcut act on what was typed, unless its key is the last one of a scan."""
        stroke = _stroke(event)
        ends = stroke is not None and stroke.part is Part.END
        if not self._held or event.key() in _SILENT or (stroke is not None and not ends):
            return False
        if stroke is not None and self._ends_scan(stroke, event):
            event.accept()  # it comes as a key then, and is nobody's shortcut
            return True
        # a shortcut acts on what stands in the field: first give it what is still held
        self._give_back()
        return False

    def _ends_scan(self, stroke: Stroke, event: QKeyEvent) -> bool:
        fast = self._fast(event.timestamp())
        return fast and read([*self._strokes, stroke], self.rules) is not None

    def _press(self, window: QObject, event: QKeyEvent) -> bool:
        stroke = _stroke(event)
        if self._held and event.key() in _SILENT:
            return self._hold(window, _copy_key(event))
        if stroke is None or event.isAutoRepeat():
            self._give_back()
            return False
        if self._held and not self._fast(event.timestamp()):
            self._give_back()
        begins = stroke.part is Part.CHARACTER and stroke.text != _GROUP_SEPARATOR
        if not self._held and not begins:
            return False
        self._strokes.append(stroke)
        self._hold(window, _copy_key(event))
        self._mark(event.timestamp())
        if stroke.part is Part.END:
            return self._ended(event)
        return True

    def _commit(self, receiver: QObject, event: QInputMethodEvent) -> bool:
        if self._held and not self._fast(0):
            self._give_back()
        if event.commitString():
            self._strokes.append(Stroke(Part.CHARACTER, event.commitString()))
        elif not self._held and not event.preeditString():
            return False
        self._mark(0)
        return self._hold(receiver, _copy_commit(event))

    def _hold(self, receiver: QObject, event: QEvent) -> bool:
        self._held.append((receiver, event))
        return True

    def _mark(self, stamp: int) -> None:
        """Note when the last stroke came: by the window system's time, and by ours."""
        self._last = (stamp, time.monotonic() * 1000)
        self._pause.start(self.rules.gap_ms)

    def _fast(self, stamp: int) -> bool:
        # The window system's own times, where both are known: a busy window receives slow
        # keystrokes all at once.
        before, arrived = self._last
        if stamp and before:
            return stamp - before <= self.rules.gap_ms
        return time.monotonic() * 1000 - arrived <= self.rules.gap_ms

    def _paused(self) -> None:
        # Keys may wait behind the timer when the window was busy: let them come first.
        QTimer.singleShot(0, self, self._ended_by_pause)

    def _ended_by_pause(self) -> None:
        if self._pause.isActive() or not self._held:
            return
        reading = read(self._strokes, self.rules)
        if reading is None:
            self._give_back()
        else:
            self._tell(reading)

    def _ended(self, event: QKeyEvent) -> bool:
        reading = read(self._strokes, self.rules)
        if reading is None:
            self._give_back()
        else:
            self._tell(reading)
        event.accept()
        return True

    def _tell(self, reading: Reading) -> None:
        self._forget()
        now = time.monotonic() * 1000
        before, told_at = self._last_scan
        self._last_scan = (reading.text, now)
        if reading.text == before and now - told_at < REPEAT_MS:
            return
        (self.scanned if reading.clear else self.unclear).emit(reading.text)

    def _give_back(self) -> None:
        held = self._forget()
        self._passing = True
        for receiver, event in held:
            if isValid(receiver):
                QCoreApplication.sendEvent(receiver, event)
        self._passing = False

    def _forget(self) -> list[tuple[QObject, QEvent]]:
        self._pause.stop()
        held, self._held, self._strokes = self._held, [], []
        return held


def _stroke(event: QKeyEvent) -> Stroke | None:
    """Return what a key is within a scan, None for keys that scanners do not send."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_BracketRight:
        return Stroke(Part.CHARACTER, _GROUP_SEPARATOR, _GROUP_SEPARATOR)
    if held & ~Qt.KeyboardModifier.ShiftModifier:
        return None
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
        return Stroke(Part.END)
    if event.key() == Qt.Key.Key_Backspace:
        return Stroke(Part.BACK)
    shifted = bool(held & Qt.KeyboardModifier.ShiftModifier)
    position = character_at(event.nativeScanCode(), shifted, sys.platform)
    text = event.text() if event.text().isprintable() else ""
    return Stroke(Part.CHARACTER, text or position, position) if text or position else None


def _copy_key(event: QKeyEvent) -> QKeyEvent:
    copy = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    copy.setTimestamp(event.timestamp())
    return copy


def _copy_commit(event: QInputMethodEvent) -> QInputMethodEvent:
    copy = QInputMethodEvent(event.preeditString(), event.attributes())
    copy.setCommitString(event.commitString(), event.replacementStart(), event.replacementLength())
    return copy
