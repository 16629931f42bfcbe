"""A bug: a report without personal data is written, a notice is shown, the window stays open."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from counter_app.clock import VIETNAM

PACKAGE = "counter-app"

_log = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashReports(QObject):
    """Takes every exception that nothing caught, on any thread."""

    written = Signal(str)
    """Path of the report just written, "" when even that failed."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder

    def install(self) -> None:
        """Be the hook of the interpreter, of its threads, and of Qt's messages."""
        sys.excepthook = self.take
        threading.excepthook = lambda told: self.take(
            told.exc_type, told.exc_value, told.exc_traceback
        )
        qInstallMessageHandler(_take_message)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def take(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write a report. An interrupt from the keyboard ends the program as usual."""
        if issubclass(kind, KeyboardInterrupt) or error is None:
            sys.__excepthook__(kind, error or kind(), trace)
            return
        told = report(error)
        if sys.stderr is not None:  # a window of Windows has none
            sys.stderr.write(told)  # desktops keep that as a log: it names nobody either
        self.written.emit(self._write(told))

    def _write(self, text: str) -> str:
        moment = datetime.now(VIETNAM)
        path = self._folder / f"crash-{moment:%Y%m%d-%H%M%S-%f}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{moment.isoformat(timespec='seconds')}\n{text}", encoding="utf-8")
        except OSError as error:
            _log.error("no crash report could be written: %s", error)
            return ""
        return str(path)


def report(error: BaseException) -> str:
    """Return versions, types and code lines. Messages and values may name people: left out."""
    lines = [
        f"{PACKAGE} {_own_version()}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, {platform.platform()}",
    ]
    told: BaseException | None = error
    seen: set[int] = set()  # a library may raise what leads back to itself
    while told is not None and id(told) not in seen:
        seen.add(id(told))
        lines.append(f"\n{type(told).__module__}.{type(told).__qualname__}")
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}: {frame.line}"
            for frame in traceback.extract_tb(told.__traceback__)
        ]
        told = told.__cause__ or told.__context__
    return "\n".join(lines) + "\n"


def _own_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(PACKAGE)
    except PackageNotFoundError:
        return "from the source tree"


def _take_message(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", text)
