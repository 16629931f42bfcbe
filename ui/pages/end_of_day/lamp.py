"""What the lamp may say: green only for what the centre itself has said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.clock import Clock
from ui.moments import age_words
from ui.sync_watch import Known, SyncWatch
from ui.widgets.lamp import LampState, Light

if TYPE_CHECKING:
    from counter_app.sync.status import SyncStatus

OLD_MS = 15 * 60_000
"""From this age on the oldest unsent entry is told beside the lamp."""
_RETOLD_MS = 30_000


def on_disk(known: Known) -> Light:
    """Return the first light: the local file was asked and answered."""
    if known.unread is not None:
        return Light.RED
    return Light.DARK if known.status is None else Light.GREEN


def at_centre(known: Known) -> Light:
    """Return the second light: the centre said that it holds our last entry."""
    status = known.status
    if status is None:
        return Light.DARK
    if all_arrived(status):
        return Light.GREEN
    failed = known.error is not None and not known.error.temporary
    if failed:
        return Light.RED
    return Light.DARK if status.contact_at is None and not status.unsent else Light.WAITING


def proved(known: Known) -> Light:
    """Return the third light: the centre answered with our own hash of our last entry.

    A proof that the centre has since gone behind, as after its restore, proves nothing any more.
    """
    status = known.status
    if status is None or status.proved_at is None:
        return Light.DARK
    if all_arrived(status) and status.proved_seq == status.head_seq:
        return Light.GREEN
    return Light.WAITING


def all_arrived(status: SyncStatus) -> bool:
    """Tell whether the centre said that it holds everything this counter wrote."""
    return (
        status.contact_at is not None and status.unsent == 0 and status.acked_seq == status.head_seq
    )


def lamp_state(known: Known, now_ms: int) -> LampState:
    """Return what the lamp says at `now_ms`."""
    status = known.status
    since = None if status is None else status.oldest_unsent_at
    old = since is not None and now_ms - since >= OLD_MS
    return LampState(
        on_disk(known),
        at_centre(known),
        proved(known),
        max(0, status.unsent) if status is not None else 0,
        age_words(since, now_ms) if old and since is not None else "",
    )


class LampViewModel(QObject):
    """The lamp of the header, told anew as the oldest entry grows older."""

    changed = Signal()

    def __init__(self, watch: SyncWatch, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watch, self._clock = watch, clock
        self.state = LampState()
        watch.changed.connect(self.tell)
        self._again = QTimer(self, interval=_RETOLD_MS)
        self._again.timeout.connect(self.tell)
        self._again.start()
        self.tell()

    def tell(self) -> None:
        """Work out what the lamp says now."""
        state = lamp_state(self._watch.known, self._clock.now_ms())
        if state != self.state:
            self.state = state
            self.changed.emit()
