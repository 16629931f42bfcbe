"""A PostgreSQL that is killed, and started again on what is left."""

from __future__ import annotations

import os
import signal
from contextlib import ExitStack, suppress
from pathlib import Path

import psutil

from counter_app.centre.embedded import EmbeddedServer, running


class FragileServer:
    """A server with real syncs. Each start has a port of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running: ExitStack | None = None
        self._now: EmbeddedServer | None = None

    @property
    def now(self) -> EmbeddedServer:
        """The server as it runs."""
        assert self._now is not None
        return self._now

    def start(self) -> EmbeddedServer:
        """Start it; what a killed one left is recovered."""
        self._running = ExitStack()
        self._now = self._running.enter_context(running(self._folder))
        return self._now

    def kill(self) -> None:
        """Kill all its processes at once, without a word."""
        main = psutil.Process(int((self.now.home / "data/postmaster.pid").read_text().split()[0]))
        family = [main, *main.children(recursive=True)]
        for process in family:
            with suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGKILL)
        psutil.wait_procs(family, timeout=10)
        if self._running is not None:
            self._running.pop_all()  # there is nothing left to stop

    def stop(self) -> None:
        """End it in good order."""
        if self._running is not None:
            self._running.close()
