"""An officer's keys in the real window on a real display, from cold start to the receipt."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PIL import Image, ImageChops, ImageGrab

from counter_app.bootstrap import open_store
from counter_app.centre.embedded import running
from counter_app.documents.readback import read_receipt
from counter_app.paths import Paths
from counter_app.schema.local import draft
from counter_app.settings import SettingsFile
from counter_app.store.dossiers import DossierRow, newest
from counter_app.store.engine import Store
from counter_app.store.migrations import STEPS, shape
from tests.fixtures.keyboard import Keyboard

ROOT = Path(__file__).parents[2]
CARD = "012186999901|045999001|LO THI ANH|12031986|Nu|To 5, phuong Tan Phong|06022023"
PATIENCE = 60.0
CURSOR_PIXELS = 45
RAIL = (8, 8, 200, 300)
T = TypeVar("T")


class Officer:
    """Sits before a window of its own process, with a keyboard and a scanner."""

    def __init__(self, surroundings: dict[str, str], *words: str) -> None:
        self.surroundings = surroundings
        self.keyboard = Keyboard(surroundings["DISPLAY"])
        ends = time.monotonic() + PATIENCE
        while self.keyboard.window():  # that of a program that ended goes soon after it
            assert time.monotonic() < ends
            time.sleep(0.05)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "counter_app", *words], cwd=ROOT, env=surroundings
        )
        self.focus()

    def focus(self) -> None:
        """Turn to the window: without a window manager nobody else gives it the keys."""
        self.keyboard.focus(self.wait("the window", self.keyboard.window))

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        self.keyboard.press(*keys)
        self.keyboard.sync()

    def type(self, text: str) -> None:
        """Type as a person does, slower than any scanner."""
        self.keyboard.type(text, pause_ms=200)
        self.keyboard.sync()

    def scan(self, text: str) -> None:
        """Scan as a wedge scanner does: fast, with Enter behind."""
        self.keyboard.type(text, pause_ms=4)
        self.keyboard.press("return")
        self.keyboard.sync()

    def settle(self) -> None:
        """Wait until the screen stands still; a blinking cursor does not count."""
        still, before = 0, self._screen()
        ends = time.monotonic() + PATIENCE
        while still < 5 and time.monotonic() < ends:
            time.sleep(0.4)
            now = self._screen()
            still = still + 1 if _difference(before, now) < CURSOR_PIXELS else 0
            before = now

    def sees_the_rail(self) -> bool:
        """Tell whether the names of the pages stand at the left: the sign-in hides them."""
        darkest, _ = self._screen().crop(RAIL).getextrema()
        return darkest < 100

    def _screen(self) -> Image.Image:
        return ImageGrab.grab(xdisplay=self.surroundings["DISPLAY"]).convert("L")

    def photograph(self) -> Path:
        """Keep what stands on the screen; return where."""
        kept = Path(tempfile.gettempdir()) / "counter-window.png"
        self._screen().save(kept)
        return kept

    def kill(self) -> None:
        """Pull the plug."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def leave(self) -> None:
        """Close the window."""
        self.keyboard.close()
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)

    def wait(self, what: str, look: Callable[[], T]) -> T:
        """Return what `look` sees once it sees something."""
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            if self.process.poll() is not None:
                raise AssertionError(f"the program ended while waiting for {what}")
            if seen := look():
                return seen
            time.sleep(0.1)
        raise AssertionError(f"waited in vain for {what}; the screen is in {self.photograph()}")


def _difference(one: Image.Image, other: Image.Image) -> int:
    return sum(ImageChops.difference(one, other).histogram()[8:])


@pytest.fixture
def surroundings(window_surroundings) -> dict[str, str]:
    return window_surroundings | {"PYTHONPATH": str(ROOT)}


@pytest.fixture
def officers(surroundings) -> Iterator[Callable[..., Officer]]:
    came: list[Officer] = []

    def come(*words: str) -> Officer:
        came.append(Officer(surroundings, *words))
        return came[-1]

    yield come
    for officer in came:
        officer.leave()


def dossiers(paths: Paths) -> list[DossierRow]:
    store = open_store(paths)
    try:
        with store.reading() as session:
            return newest(session)
    finally:
        store.close()


def drafts(paths: Paths) -> list[str]:
    store = open_store(paths)
    try:
        with store.reading() as session:
            return [str(row.record) for row in session.execute(draft.select())]
    finally:
        store.close()


def sign_in(officer: Officer, paths: Paths) -> None:
    officer.wait("enrolment", paths.store.exists)
    # A crowded machine may stand still before the page is there: an officer would type again.
    for _ in range(3):
        officer.settle()
        officer.focus()
        officer.press("ctrl+a")
        officer.type("hanh.lo@laichau")
        officer.press("return")
        ends = time.monotonic() + 20
        while time.monotonic() < ends:
            if officer.sees_the_rail():
                officer.settle()
                return
            time.sleep(0.2)
    raise AssertionError(f"signed in in vain; the screen is in {officer.photograph()}")


def begin_intake(officer: Officer) -> None:
    officer.type("2.000635")
    officer.settle()
    officer.press("return")
    officer.settle()
    officer.scan(CARD)
    officer.settle()
    officer.press("ctrl+shift+d")
    officer.settle()


@pytest.fixture
def kept(tmp_path) -> Iterator[Path]:
    """Where a demonstration keeps its centre; one that was killed leaves its server behind."""
    yield tmp_path
    with running(tmp_path / "centre"):
        pass  # it was stopped before another was started


def test_an_officer_takes_in_dossiers_with_the_keys_alone(officers, kept):
    paths = Paths(kept / "counter")
    paths.data.mkdir()
    # A crowded machine may put longer pauses into a scan than any scanner does.
    SettingsFile(paths.settings).set(scan_gap_ms=100, last_login="hanh.lo")
    officer = officers("demo", "--keep", str(kept))
    officer.wait("the dossiers of the past", partial(past, paths))
    sign_in(officer, paths)

    begin_intake(officer)
    before = dossiers(paths)[0].number
    officer.press("f9")
    number = officer.wait("the dossier", lambda: new_number(paths, before))
    paper = officer.wait("the receipt", lambda: next(paths.papers.glob(f"{number}*.pdf"), None))
    facts = read_receipt(paper.read_bytes())
    assert (facts.number, facts.owner, facts.doubts) == (number, "LO THI ANH", ())

    officer.settle()
    officer.type("khai sinh")
    officer.settle()
    officer.press("return")
    officer.wait("the draft", lambda: any("1.001193" in one for one in drafts(paths)))
    officer.kill()

    again = officers("--home", str(paths.data))
    again.wait("the counter", paths.store.exists)
    sign_in(again, paths)
    again.scan(CARD)
    again.settle()
    again.press("ctrl+shift+d", "f9")
    # The same person and procedure are not yet here, so nothing is asked.
    other = again.wait("a dossier without the centre", lambda: new_number(paths, number))
    row = dossiers(paths)[0]
    assert (row.number, row.procedure_code) == (other, "1.001193")
    assert drafts(paths) == []


def past(paths: Paths) -> bool:
    if not paths.store.exists():
        return False
    store = Store(paths.store)  # the program is still making its tables: nobody must help
    try:
        with store.reading() as session:
            return shape(session) == len(STEPS) and len(newest(session, 50)) == 50
    finally:
        store.close()


def new_number(paths: Paths, before: str) -> str:
    number = dossiers(paths)[0].number
    return number if number != before else ""


@pytest.mark.skipif(sys.platform != "linux", reason="what the machine lacks is Linux's to tell")
def test_without_a_display_the_same_job_is_done(tmp_path):
    surroundings = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    done = subprocess.run(
        [sys.executable, "-m", "counter_app", "demo", "--offscreen", "--keep", str(tmp_path)],
        cwd=ROOT,
        env=surroundings | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = dict(line.split(None, 1) for line in done.stdout.splitlines())
    assert read_receipt(Path(told["receipt"]).read_bytes()).number == told["dossier"]
    assert Path(told["screenshot"]).stat().st_size > 20_000
