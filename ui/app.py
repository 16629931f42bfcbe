"""The composition root of the window.

The shell is painted first. Everything heavy (database, rules, pages) is imported after that, the
database by the store lane while the window already stands.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from counter_app.errors import CounterError
from counter_app.paths import Paths, own_paths
from counter_app.progress import Progress
from counter_app.settings import LocalSettings, SettingsFile
from ui import translations
from ui.crash import CrashReports
from ui.errors import describe
from ui.interrupts import Interrupts
from ui.main_window import IdleWatch, MainWindow, PageSpec
from ui.notice import Kind, Notice
from ui.scanner import Scanner, ScannerRules
from ui.tasks import Lane, Tasks
from ui.theme import Choice, Theme
from ui.widgets.opening import Opening

if TYPE_CHECKING:
    from counter_app.desk import Desk, Officer, Seat
    from ui.pages.sign_in.view_model import Occasion
    from ui.sync_watch import SyncWatch

_LOAD_AFTER_MS = 100
"""The sign-in is painted first."""

OpenDesk = Callable[[Progress], "Desk"]


class Pages(Protocol):
    """The pages of the officer who sits there, and what runs beside them."""

    watch: SyncWatch

    def specs(self) -> Sequence[PageSpec]: ...

    def start(self) -> None: ...

    def stop(self) -> None: ...


MakePages = Callable[["Desk", "CounterWindow"], Pages]


class CounterWindow(QObject):
    """Opens the counter, seats officers, and carries scans to the pages."""

    def __init__(
        self,
        application: QApplication,
        open_desk: OpenDesk,
        settings: SettingsFile,
        paths: Paths,
        make_pages: MakePages | None = None,
        hint: str = "",
    ) -> None:
        """Make the window; nothing is opened yet.

        Args:
            open_desk: opens the local file and returns its Desk; runs on the store lane after the
                first paint, and imports there what is heavy.
            make_pages: gives the pages for an officer who signed in.
            hint: told on the first sign-in page.
        """
        super().__init__(application)
        self._application = application
        self._open_desk, self._make_pages, self._hint = open_desk, make_pages or own_pages, hint
        self.settings, self.paths = settings, paths
        self.pages: Pages | None = None
        chosen = settings.get()
        self.tasks = Tasks()
        self.theme = Theme(application, Choice(chosen.theme))
        self.window = MainWindow()
        self.window.rail.set_collapsed(chosen.rail_collapsed)
        self.desk: Desk | None = None
        self._crashes = CrashReports(paths.logs, self)
        self._crashes.written.connect(self._tell_of_crash)
        self._scanner = Scanner(_scanner_rules(chosen), self)
        self._idle = IdleWatch(chosen.idle_minutes, self)
        self._wire()

    def show(self) -> None:
        """Show the shell now and open the counter as soon as it has been painted."""
        self._crashes.install()
        self._opening = Opening()
        self._opening.again.connect(self._open)
        self.window.cover(self._opening)
        # its paint, not a timer: the store's lane would be loading libraries beside it
        self.window.painted.connect(self._after_paint)
        self.window.show()

    def run(self) -> int:
        """Show the window until it is closed; return the exit code."""
        Interrupts(self._application)
        self.show()
        code = self._application.exec()
        self.close()
        return code

    def close(self) -> None:
        """Let the store finish and give the hooks back."""
        self.window.set_pages([])
        if self.pages is not None:
            self.pages.stop()
        self._scanner.stop(self._application)
        self.tasks.close()
        self._crashes.remove()

    def apply(self, chosen: LocalSettings) -> None:
        """Let changed settings hold."""
        self.theme.choose(Choice(chosen.theme))
        self._scanner.rules = _scanner_rules(chosen)
        self._idle.set_minutes(chosen.idle_minutes)

    def _wire(self) -> None:
        self.window.switch_wanted.connect(self._switch)
        self.window.lock_wanted.connect(self._lock)
        self.window.lamp_pressed.connect(lambda: self.window.go("sync", "line"))
        self.window.notice_acted.connect(lambda: self.window.show_notice(None))
        self.window.rail.toggled.connect(self._keep_rail)
        self._idle.idle.connect(self._lock)
        self._scanner.scanned.connect(self._take_scan)
        self._scanner.unclear.connect(self._tell_unclear)

    def _after_paint(self) -> None:
        self._scanner.watch(self._application)
        if (handle := self.window.windowHandle()) is not None:
            handle.installEventFilter(self._idle)
        self._open()

    def _open(self) -> None:
        self._opening.show_trouble(None)
        self.tasks.start(self, self._open_desk, self._opened, self._not_opened)

    def _not_opened(self, error: CounterError) -> None:
        self._opening.show_trouble(Notice(Kind.BAD, describe(error), self.tr("Try again")))

    def _opened(self, desk: Desk) -> None:
        from ui.pages.sign_in.view_model import Occasion

        self.desk = desk
        self.window.show_seat(desk.seat.number, "")
        self._ask(Occasion.START, self.settings.get().last_login)
        QTimer.singleShot(_LOAD_AFTER_MS, self, self._load_pages)

    def _load_pages(self) -> None:
        self.tasks.start(self, lambda _: load_pages(), lane=Lane.PAPER)

    def _ask(self, occasion: Occasion, login: str) -> None:
        from ui.pages.sign_in.page import SignInPage
        from ui.pages.sign_in.view_model import SignInViewModel

        if self.desk is None:
            return
        model = SignInViewModel(self.desk, self.tasks, occasion, login)
        model.signed_in.connect(self._seat)
        page = SignInPage(model, self._hint)
        page.cancelled.connect(self.window.uncover)
        self.window.cover(page)

    def _seat(self, officer: Officer) -> None:
        if self.desk is None:
            return
        self.window.uncover()
        same = self.desk.officer is not None and self.desk.officer.login == officer.login
        if not same:  # no act may run under the former officer's name: all pages are made anew
            self._take_place(self.desk.served_by(officer))
            self._keep(last_login=officer.login)

    def _take_place(self, desk: Desk) -> None:
        """Make all pages for `desk`; those of the former officer or stream are put away."""
        if self.pages is not None:
            self.pages.stop()
        self.desk = desk
        self.window.show_seat(desk.seat.number, desk.acting.name)
        self.pages = self._make_pages(desk, self)
        self.window.set_pages(self.pages.specs())
        self.pages.watch.renewed.connect(self._renew)
        self.pages.start()

    def _renew(self, seat: Seat) -> None:
        """Go on in the fresh stream that sync had to open; what is typed comes back as a draft."""
        if self.desk is not None:
            self._take_place(replace(self.desk, seat=seat))

    def _lock(self) -> None:
        from ui.pages.sign_in.view_model import Occasion

        if (
            self.desk is not None
            and self.desk.officer is not None
            and self.window.covered_by is None
        ):
            self._ask(Occasion.LOCKED, self.desk.officer.login)

    def _switch(self) -> None:
        from ui.pages.sign_in.view_model import Occasion

        if (
            self.desk is not None
            and self.desk.officer is not None
            and self.window.covered_by is None
        ):
            self._ask(Occasion.SWITCH, "")

    def _take_scan(self, text: str) -> None:
        if self.window.covered_by is not None or self.window.take_scan(text):
            return
        before = self.window.current
        self.window.go(_page_of(text))
        if not self.window.take_scan(text):
            self.window.go(before)
            self._tell_unclear(text)

    def _tell_unclear(self, text: str) -> None:
        words = self.tr("The scanned code is not known here: {code}")
        self.window.show_notice(Notice(Kind.WARN, words.format(code=text[:80])))

    def _tell_of_crash(self, path: str) -> None:
        words = self.tr(
            "Something went wrong in the program. What was saved is safe, and you can go on."
            " A report for the technician is in {path}"
        )
        notice = Notice(Kind.BAD, words.format(path=path))
        if self.desk is None:  # the window's own line lies behind what covers it while opening
            self._opening.show_trouble(replace(notice, act=self.tr("Try again")))
        else:
            self.window.show_notice(notice)

    def _keep_rail(self, collapsed: bool) -> None:
        self._keep(rail_collapsed=collapsed)

    def _keep(self, **changes: object) -> None:
        try:
            self.settings.set(**changes)
        except OSError as error:
            words = self.tr("The settings cannot be written ({what}). They hold until you quit.")
            notice = Notice(Kind.WARN, words.format(what=error.strerror or ""))
            self.window.show_notice(notice)


def load_pages() -> None:
    """Load what the first page needs while its officer types the password."""
    import ui.counter_pages
    import ui.pages.intake.page  # noqa: F401


def own_pages(desk: Desk, counter: CounterWindow) -> Pages:
    """Return the pages of this program for the officer at `desk`."""
    from ui.counter_pages import CounterPages, Place
    from ui.printing import OwnPrinters

    place = Place(
        counter.window,
        counter.tasks,
        counter.settings,
        OwnPrinters(counter.paths),
        counter.paths,
        counter.apply,
    )
    return CounterPages(desk, place)


def run_counter(home: Path | None) -> int:
    """Show the window of the counter in `home` until it is closed; return the exit code."""
    paths = own_paths(home)

    def open_desk(progress: Progress) -> Desk:
        from counter_app.bootstrap import open_desk as opened

        return opened(paths, progress)

    return run(open_desk, paths)


def run(open_desk: OpenDesk, paths: Paths, hint: str = "", arguments: Sequence[str] = ()) -> int:
    """Show the window until it is closed; return the exit code."""
    settings = SettingsFile(paths.settings)
    application = make_application(settings.get(), arguments)
    counter = CounterWindow(application, open_desk, settings, paths, hint=hint)
    return counter.run()


def make_application(chosen: LocalSettings, arguments: Sequence[str] = ()) -> QApplication:
    """Return the application, in the size that was chosen and speaking Vietnamese."""
    if chosen.scale:
        os.environ.setdefault("QT_SCALE_FACTOR", f"{chosen.scale / 100:g}")
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    application = QApplication([sys.argv[0], *arguments])
    application.setApplicationName("counter-app")
    translations.install(application)
    return application


def _scanner_rules(chosen: LocalSettings) -> ScannerRules:
    return ScannerRules(chosen.scan_gap_ms, chosen.scan_min_length, chosen.scan_prefix)


def _page_of(code: str) -> str:
    """Return the page that takes a code: a receipt's number leads to its dossier."""
    from counter_app.domain.numbers import NotANumber, parse

    try:
        parse(code.split("|", 1)[0])
    except NotANumber:
        return "intake"
    return "dossiers"
