"""Ctrl+C and the system's wish that the program end, heard inside Qt's loop."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication


class Interrupts(QObject):
    """Closes the window in order: what is typed is kept, what was started beside it is stopped.

    Python hears a signal only while it runs its own code, and in Qt's loop it may not do so for a
    long time; the socket wakes it.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._near, self._far = socket.socketpair()
        for end in (self._near, self._far):
            end.setblocking(False)
        self._bell = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._bell.activated.connect(self._hear)
        signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._end)

    def _hear(self) -> None:
        self._near.recv(64)  # Python runs `_end` before this

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        self._application.quit()
