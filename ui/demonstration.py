"""The window on a demonstration centre; without a display, one dossier taken in by itself."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.errors import CounterError
from counter_app.paths import Paths
from counter_app.progress import Progress
from counter_app.settings import SettingsFile
from ui import app

if TYPE_CHECKING:
    from counter_app.demonstration import Demonstration
    from counter_app.desk import Desk


def run(words: Sequence[str]) -> int:
    """Show the window on a demonstration centre; offscreen, do the same job by itself.

    Returns:
        the exit code; offscreen 0 only when the dossier was received, printed, read back and sent.
    """
    chosen = _arguments().parse_args(words)
    if chosen.offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder = chosen.keep or _passing_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as opened:
        if chosen.offscreen:
            return _offscreen(folder, opened)
        return _in_a_window(folder, opened)


def _passing_folder() -> Path:
    """Return a new folder that the centre's server can pass: it never runs as root."""
    folder = Path(tempfile.mkdtemp(prefix="counter-app-demo-"))
    folder.chmod(0o711)
    return folder


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="counter-app demo")
    parser.add_argument("--offscreen", action="store_true", help="without a display, by itself")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="folder of the demonstration")
    return parser


def _in_a_window(folder: Path, opened: ExitStack) -> int:
    """The shell is painted at once; the centre is made behind it, on the store lane."""
    paths = Paths(folder / "counter")

    def open_desk(progress: Progress) -> Desk:
        from counter_app.bootstrap import open_desk as desk_of

        _enter(folder, opened, progress)
        return desk_of(paths, progress)

    settings = SettingsFile(paths.settings)
    if not settings.get().last_login:
        settings.set(last_login=_first_officer()["login"])
    application = app.make_application(settings.get())
    counter = app.CounterWindow(application, open_desk, settings, paths, hint=_hint())
    print(_hint(), flush=True)
    return counter.run()


def _offscreen(folder: Path, opened: ExitStack) -> int:
    from counter_app.bootstrap import open_desk as desk_of
    from ui.rehearsal import Rehearsal, RehearsalFailed

    paths = Paths(folder / "counter")
    made: list[Demonstration] = []

    def open_desk(progress: Progress) -> Desk:
        made.append(_enter(folder, opened, progress))
        return desk_of(paths, progress)

    settings = SettingsFile(paths.settings)
    application = app.make_application(settings.get())
    counter = app.CounterWindow(application, open_desk, settings, paths, hint=_hint())
    rehearsal = Rehearsal(application, counter, made)
    for number in (signal.SIGINT, signal.SIGTERM):  # an exception would be lost in Qt's loop
        signal.signal(number, lambda *_: rehearsal.stop())
    try:
        done = rehearsal.run(folder)
    except (RehearsalFailed, CounterError) as error:
        print(f"counter-app demo: {error}", file=sys.stderr)
        return 1
    finally:
        counter.close()
    print(f"dossier     {done.number}")
    print(f"receipt     {done.receipt}")
    print(f"screenshot  {done.screenshot}")
    print(f"centre      holds {done.proved} entries of this seat, with the same hash")
    return 0


def _enter(folder: Path, opened: ExitStack, progress: Progress) -> Demonstration:
    from counter_app.demonstration import running

    return opened.enter_context(running(folder, progress))


def _hint() -> str:
    import resources

    officer = _first_officer()
    words = QCoreApplication.translate(
        "Demonstration", "Demonstration with fictitious people. Password of {name}: {password}"
    )
    suffix = resources.sample_people()["password_suffix"]
    return words.format(name=officer["name"], password=f"{officer['login']}{suffix}")


def _first_officer() -> dict[str, str]:
    import resources

    officer: dict[str, str] = resources.sample_people()["officers"][0]
    return officer
