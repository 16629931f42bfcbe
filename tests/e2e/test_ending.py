"""The demonstration is told to end: by Ctrl+C, or by the system."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 120


@pytest.fixture
def folder():
    """A folder that the centre's server can pass: it never runs as root."""
    made = Path(tempfile.mkdtemp(prefix="counter-app-demo-"))
    made.chmod(0o711)
    yield made
    shutil.rmtree(made)


def until(seen):
    ends = time.monotonic() + PATIENCE_SECONDS
    while not (found := seen()):
        assert time.monotonic() < ends
        time.sleep(0.1)
    return found


def server_of(folder):
    """The process of the server, once it has told its number."""
    for told in folder.rglob("postmaster.pid"):
        lines = told.read_text("utf-8").splitlines()
        if len(lines) >= 8 and lines[7].strip() == "ready":
            return int(lines[0])
    return None


@pytest.mark.parametrize(
    ("words", "number"), [([], signal.SIGTERM), (["--offscreen"], signal.SIGINT)]
)
def test_the_centre_of_the_demonstration_ends_with_it(folder, number, words):
    shown = subprocess.Popen(
        [sys.executable, "-m", "counter_app", "demo", "--keep", folder, *words],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        server = until(lambda: server_of(folder))
        shown.send_signal(number)
        code = shown.wait(PATIENCE_SECONDS)
    finally:
        shown.kill()
        shown.wait()
    assert (code == 0) == (not words)  # what was cut short by itself has failed
    until(lambda: not psutil.pid_exists(server))
