"""The frozen application beside a bare window that is frozen, and beside its own source."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.frame import AtMost, Row, in_turn
from tests.fixtures.desk import opened_desk

ROOT = Path(__file__).parents[2]
DRIVER = ROOT / "tests" / "benchmarks" / "start_driver.py"
REPEATS = 9
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.show()
sys.exit(application.exec())
"""


def measure() -> list[Row]:
    with TemporaryDirectory() as folder:
        place = Path(folder)
        bare_start = place / "bare.py"
        bare_start.write_text(BARE, "utf-8")
        bare = _frozen(place, "bare", str(bare_start))
        counter = _frozen(place, "counter-app", str(ROOT / "installer" / "counter.spec"), DRIVER)
        home = place / "home"
        home.mkdir()
        with opened_desk(home / "counter.sqlite"):
            pass
        source, frozen = in_turn(
            lambda: _painted(home, sys.executable, str(DRIVER)),
            lambda: _painted(home, str(counter / "counter-app")),
            REPEATS,
        )
        sizes = _megabytes(bare), _megabytes(counter)
    return [
        Row(
            "size of the frozen build",
            *sizes,
            AtMost(1.4),
            "MB",
            "limit: a bare QMainWindow by PyInstaller's own recipe",
        ),
        Row("frozen start to paint", source, frozen, AtMost(1.2), note="limit: from source"),
    ]


def _frozen(place: Path, name: str, what: str, *start: Path) -> Path:
    """Freeze a script by PyInstaller's own recipe, or a spec by its own; return the folder."""
    named = [] if what.endswith(".spec") else ["--name", name, "--specpath", str(place)]
    folders = ["--distpath", str(place / "dist"), "--workpath", str(place / "build")]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    asked = ["--", *map(str, start)] if start else []
    subprocess.run([*command, *named, *folders, what, *asked], cwd=ROOT, check=True)
    return place / "dist" / name


def _megabytes(folder: Path) -> float:
    files = [file for file in folder.rglob("*") if file.is_file() and not file.is_symlink()]
    return sum(file.stat().st_size for file in files) / 2**20


def _painted(home: Path, *command: str) -> float:
    """Return milliseconds from the start of the process to the first paint."""
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    told = subprocess.run(
        [*command, str(time.monotonic_ns()), "counter", str(home)],
        env=surroundings,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
    ).stdout
    return float(told.split()[-3])
