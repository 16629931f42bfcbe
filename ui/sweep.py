"""Python's cyclic collector, kept to the GUI thread.

It runs wherever the next object happens to be made, a worker's thread too, and takes away there
what is left of pages that were closed. Qt objects must end on the thread they live on: a timer
destroyed elsewhere goes on ticking and is called after its death, which crashes the program.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

FIRST_MS = 2_000
"""While the program is being loaded there is much to look through and nothing to take away."""
INTERVAL_MS = 250
FULL_SECONDS = 30
"""At most this often everything is looked through: it takes long enough to be felt in a key."""


class Sweep(QObject):
    """Collects on the thread it was made on, from now until `end`."""

    def __init__(self) -> None:
        super().__init__()
        self._was_enabled = gc.isenabled()
        self._full_at = time.monotonic()
        gc.disable()
        self._timer = QTimer(self, interval=FIRST_MS)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()

    def sweep(self) -> None:
        """Collect the oldest generation that is due, as Python itself would."""
        self._timer.setInterval(INTERVAL_MS)
        now = time.monotonic()
        due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if due[2] and now - self._full_at >= FULL_SECONDS:
            self._full_at = now
            gc.collect()
        elif due[1]:
            gc.collect(1)
        elif due[0]:
            gc.collect(0)

    def end(self) -> None:
        """Leave the collector as it was found."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()
