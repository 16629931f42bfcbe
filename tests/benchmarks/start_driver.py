"""Start a window and print when it was painted and when an officer could type: its own process.

    start_driver.py BEGAN bare          a QMainWindow and nothing else
    start_driver.py BEGAN counter HOME  the counter whose files lie in HOME

BEGAN is the monotonic clock of the one who started this process, in nanoseconds. Printed are
milliseconds since then to the first paint and to the field of the password; milliseconds from an
accepted password to the field where the intake begins; and the resident memory then, in MB.
"""

import os
import sys
import time
from pathlib import Path
from typing import Any

BEGAN = int(sys.argv[1])
TYPING_MS = 1_500
"""How long an officer types the password; it belongs to nobody's waiting."""
HEAVY = frozenset({"sqlalchemy", "psycopg", "reportlab", "openpyxl", "argon2", "phonenumbers"})


def since_began() -> float:
    return (time.monotonic_ns() - BEGAN) / 1e6


def tell(painted: float, asked: float, seated: float) -> None:
    print(painted, asked, seated, resident())


def resident() -> float:
    """Return the resident memory in MB, without loading a library that would count too."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except FileNotFoundError:
        import psutil

        return psutil.Process().memory_info().rss / 2**20
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def bare() -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def event(self, event: QEvent) -> bool:
            done = super().event(event)
            if event.type() == QEvent.Type.Paint:
                painted = since_began()
                tell(painted, painted, 0.0)
                application.quit()
            return done

    application = QApplication([])
    window = Window()
    window.show()
    application.exec()


def counter(home: str) -> None:
    """Start the program itself and look on.

    Whoever looks on must not slow down what he sees: events are watched up to the first paint only.
    """
    from counter_app.__main__ import main
    from ui.start import import_plainly

    import_plainly()
    from PySide6.QtWidgets import QApplication

    loop, onlookers = QApplication.exec, []

    def watched_loop() -> int:
        onlookers.append(look_on())
        return loop()

    QApplication.exec = staticmethod(watched_loop)
    main(["--home", home])
    (onlooker,) = onlookers
    if onlooker.too_early:
        sys.exit(f"loaded before the first paint: {', '.join(onlooker.too_early)}")


def look_on() -> Any:
    """Watch the application that is about to run; sign in without the password."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

    application = QApplication.instance()
    assert isinstance(application, QApplication)

    class Onlooker(QObject):
        painted = asked = accepted = 0.0
        too_early: frozenset[str] = frozenset()

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                self.painted = since_began()
                self.too_early = HEAVY & sys.modules.keys()
                application.removeEventFilter(self)
            return False

        def follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
            from ui.app import CounterWindow

            if not isinstance(now, QLineEdit) or not now.isEnabled():
                return
            (program,) = application.findChildren(CounterWindow)
            if program.window.current == "intake":
                tell(self.painted, self.asked, since_began() - self.accepted)
                application.quit()
            elif not self.asked and now.echoMode() is QLineEdit.EchoMode.Password:
                self.asked = since_began()
                QTimer.singleShot(TYPING_MS, program, lambda: self.accept(program))

        def accept(self, program: Any) -> None:
            from counter_app.desk import Officer

            self.accepted = since_began()
            program._seat(Officer("lan", "Lò Thị Lan", frozenset({"intake"})))

    onlooker = Onlooker()
    application.installEventFilter(onlooker)
    application.focusChanged.connect(onlooker.follow_focus)
    return onlooker


if __name__ == "__main__":
    if sys.argv[2] == "bare":
        bare()
    else:
        counter(sys.argv[3])
