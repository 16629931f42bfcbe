"""One dossier taken in by the window itself, key by key: what is shown where nobody can look."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.errors import CounterError

if TYPE_CHECKING:
    from counter_app.demonstration import Demonstration
    from ui.app import CounterWindow
    from ui.pages.intake.page import IntakePage

PROCEDURE = "2.000635"
CARD = (
    "012186999901|045999001|Lò Thị Ánh|12031986|Nữ|Tổ 5, phường Tân Phong, tỉnh Lai Châu|06022023"
)
_PATIENCE_SECONDS = 60.0


@dataclass(eq=False)
class RehearsalFailed(CounterError):
    """the demonstration stopped while {doing}"""

    doing: str


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What was made, and where it lies. `proved` counts the entries the centre confirmed."""

    number: str
    receipt: Path
    screenshot: Path
    proved: int


class Rehearsal:
    """Does in the real window what an officer does, and waits for what an officer waits for."""

    def __init__(
        self, application: QApplication, counter: CounterWindow, made: Sequence[Demonstration]
    ) -> None:
        self._application, self._counter, self._made = application, counter, made
        self._stopped = False

    def stop(self) -> None:
        """End at the next thing that is waited for."""
        self._stopped = True

    def run(self, folder: Path) -> Rehearsed:
        """Sign in, take in one dossier, print, read back, sync, take a screenshot.

        Raises:
            RehearsalFailed: something an officer would wait for did not come.
        """
        from counter_app.documents.readback import read_receipt

        self._counter.show()
        self._sign_in()
        page = self._take_in()
        number, receipt = self._received(page)
        facts = read_receipt(receipt.read_bytes())
        if facts.number != number or facts.doubts:
            raise RehearsalFailed("reading the receipt back")
        proved = self._synced()
        screenshot = folder / "window.png"
        self._counter.window.grab().save(str(screenshot))
        return Rehearsed(number, receipt, screenshot, proved)

    def _sign_in(self) -> None:
        from ui.pages.sign_in.page import SignInPage

        window = self._counter.window
        self._wait("opening the counter", lambda: isinstance(window.covered_by, SignInPage))
        page = window.covered_by
        assert isinstance(page, SignInPage)
        self._wait("reading the officers", lambda: page.list.count() > 0)
        officer = self._made[0]
        rows = [page.list.item(row).text() for row in range(page.list.count())]
        page.list.setCurrentRow(next(n for n, row in enumerate(rows) if officer.name in row))
        self._type(page.password, officer.password)
        self._press(page.password, Qt.Key.Key_Return)
        self._wait("signing in", lambda: window.current == "intake")

    def _take_in(self) -> IntakePage:
        from ui.pages.intake.page import IntakePage

        page = self._counter.window.page("intake")
        assert isinstance(page, IntakePage)
        self._type(page.procedure.box, PROCEDURE)
        self._wait("finding the procedure", lambda: bool(page.procedure.box.results))
        self._press(page.procedure.box, Qt.Key.Key_Return)
        self._wait("reading the checklist", page.papers.everything.isEnabled)
        page.take_scan(CARD)
        page.papers.everything.click()
        return page

    def _received(self, page: IntakePage) -> tuple[str, Path]:
        before = self._newest()
        page.acts.receive.click()
        self._wait("receiving", lambda: self._newest() != before)
        number, papers = self._newest(), self._counter.paths.papers
        self._wait("printing", lambda: bool(list(papers.glob(f"{number}*.pdf"))))
        return number, next(papers.glob(f"{number}*.pdf"))

    def _newest(self) -> str:
        from counter_app.store.dossiers import newest

        assert self._counter.desk is not None
        rows = self._counter.desk.ask(newest, 1)
        return rows[0].number if rows else ""

    def _synced(self) -> int:
        from ui.counter_pages import CounterPages

        pages = self._counter.pages
        assert isinstance(pages, CounterPages)
        pages.watch.sync_now()

        def proved() -> bool:
            status = pages.watch.known.status
            return status is not None and status.proved_seq == status.head_seq

        self._wait("syncing with the centre", proved)
        status = pages.watch.known.status
        assert status is not None
        return status.proved_seq

    def _type(self, widget: QWidget, text: str) -> None:
        widget.setFocus()
        for letter in text:
            self._key(widget, Qt.Key.Key_unknown, letter)

    def _press(self, widget: QWidget, key: Qt.Key) -> None:
        self._key(widget, key, "")

    def _key(self, widget: QWidget, key: Qt.Key, text: str) -> None:
        none = Qt.KeyboardModifier.NoModifier
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, key, none, text))

    def _wait(self, doing: str, done: Callable[[], bool]) -> None:
        ends = time.monotonic() + _PATIENCE_SECONDS
        while not done():
            if self._stopped or time.monotonic() > ends:
                raise RehearsalFailed(doing)
            self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
            time.sleep(0.01)
