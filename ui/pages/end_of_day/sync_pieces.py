"""Pieces of the view of sync: the three truths, and the rows of what is not yet sent."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.store.outbox import UnsentRow
from ui import icons
from ui.dossier_words import act_words
from ui.models.table import Column
from ui.moments import age_words, full_moment, long_moment
from ui.pages.end_of_day.lamp import at_centre, on_disk, proved
from ui.pages.end_of_day.sync_view_model import Shown
from ui.widgets.lamp import Light

_LIGHTS = {
    Light.GREEN: ("circle-check", "good"),
    Light.WAITING: ("hourglass", "warn"),
    Light.RED: ("alert-circle", "bad"),
    Light.DARK: ("circle-dashed", "quiet"),
}


class TruthCard(QFrame):
    """One of the three lights, with what it stands for and since when."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._title = title
        self._light: Light | None = None
        self._mark = QLabel()
        name = QLabel(title)
        name.setProperty("role", "strong")
        self._detail = QLabel()
        self._detail.setProperty("role", "caption")
        self._detail.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(self._detail)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 12, 16, 12)
        line.setSpacing(12)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)

    @property
    def light(self) -> Light | None:
        """What is shown."""
        return self._light

    @property
    def detail(self) -> str:
        """The words below the title."""
        return self._detail.text()

    def show_truth(self, light: Light, detail: str) -> None:
        """Show a light and what is to be said to it."""
        if light is not self._light:
            self._light = light
            icons.put(self._mark, *_LIGHTS[light], 28)
        self._detail.setText(detail)
        self.setAccessibleName(f"{self._title}: {detail}")


class Truths(QWidget):
    """On disk, at the centre, proved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.disk = TruthCard(self.tr("Written to disk"))
        self.centre = TruthCard(self.tr("At the centre"))
        self.proof = TruthCard(self.tr("Proved with the centre"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        for card in (self.disk, self.centre, self.proof):
            line.addWidget(card, 1)

    def show_truths(self, shown: Shown) -> None:
        """Tell the three truths of what is known now."""
        known = shown.known
        self.disk.show_truth(on_disk(known), self._disk_words(shown))
        self.centre.show_truth(at_centre(known), self._centre_words(shown))
        self.proof.show_truth(proved(known), self._proof_words(shown))

    def _disk_words(self, shown: Shown) -> str:
        if shown.known.unread is not None:
            return self.tr("The local file does not answer.")
        if shown.known.status is None:
            return self.tr("Reading…")
        return self.tr("%n act(s) of this counter, none lost by a power cut", "", self._head(shown))

    def _centre_words(self, shown: Shown) -> str:
        status = shown.known.status
        if status is None:
            return self.tr("Not known.")
        if at_centre(shown.known) is Light.GREEN and status.contact_at is not None:
            return self.tr("Everything. Last contact {moment}").format(
                moment=long_moment(status.contact_at)
            )
        if status.oldest_unsent_at is None:
            return self.tr("The centre has not answered yet.")
        return self.tr("%n unsent, the oldest for {age}", "", max(0, status.unsent)).format(
            age=age_words(status.oldest_unsent_at, shown.now_ms)
        )

    def _proof_words(self, shown: Shown) -> str:
        status = shown.known.status
        if status is None or status.proved_at is None:
            return self.tr("Never yet.")
        if proved(shown.known) is Light.GREEN:
            return self.tr("The same hash on both sides, {moment}").format(
                moment=long_moment(status.proved_at)
            )
        return self.tr("Last proof {moment}; not for what came after").format(
            moment=long_moment(status.proved_at)
        )

    @staticmethod
    def _head(shown: Shown) -> int:
        return 0 if shown.known.status is None else shown.known.status.head_seq


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """An unsent act in the words of one moment."""

    row: UnsentRow
    age: str
    reason: str


def waiting_lines(shown: Shown) -> list[WaitingLine]:
    """Return the unsent acts in words."""
    reason = _reason(shown)
    return [
        WaitingLine(row, age_words(row.recorded_at, shown.now_ms), reason) for row in shown.waiting
    ]


def waiting_columns() -> list[Column[WaitingLine]]:
    """Return the columns of the list of unsent acts."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Waiting", "Act"), lambda line: act_words(line.row.kind), width=156),
        Column(
            translate("Waiting", "Dossier number"),
            lambda line: line.row.number,
            width=228,
            number=True,
        ),
        Column(translate("Waiting", "Owner"), lambda line: line.row.owner_name),
        Column(
            translate("Waiting", "Waits for"),
            lambda line: line.age,
            width=88,
            tip=lambda line: full_moment(line.row.recorded_at),
        ),
        Column(translate("Waiting", "Why"), lambda line: line.reason, width=136),
    ]


def _reason(shown: Shown) -> str:
    translate = QCoreApplication.translate
    if shown.known.running:
        return translate("Waiting", "being sent")
    if shown.problem:
        return translate("Waiting", "held up, see above")
    return translate("Waiting", "goes out soon")
