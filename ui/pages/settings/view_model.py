"""What the settings decide: each choice is kept at once, there is nothing to save."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from counter_app.devices.printers import Printers
from counter_app.errors import CounterError
from counter_app.settings import LocalSettings, SettingsFile
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.tasks import Lane, Tasks

FORMS = ("receipt", "control_slip", "folder_label", "fee_receipt")
PAPERS = {
    "receipt": ("a5", "a4", "thermal"),
    "control_slip": ("a4", "a5"),
    "folder_label": ("label", "a4"),
    "fee_receipt": ("a5",),
}
"""The papers each form is made for, the usual one first."""


@dataclass(frozen=True)
class Shown:
    """Everything that the settings page shows. `scanned` is the raw text last read here."""

    settings: LocalSettings
    printers: tuple[str, ...] = ()
    loading: bool = False
    scanned: str = ""
    restart_needed: bool = False
    notice: Notice | None = None


class SettingsViewModel(QObject):
    """Keeps the choices of this machine."""

    changed = Signal()
    applied = Signal(object)
    """The LocalSettings that hold now."""

    def __init__(
        self,
        settings: SettingsFile,
        printers: Printers,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._printers, self._tasks = settings, printers, tasks
        self.shown = Shown(settings.get())

    def load(self) -> None:
        """Ask for the printers there are now; the printing system may take seconds."""
        if not self.shown.loading:
            self._show(replace(self.shown, loading=True))
            self._tasks.start(
                self,
                lambda _: self._printers.names(),
                self._found,
                self._failed,
                lane=Lane.PAPER,
            )

    def set_theme(self, theme: str) -> None:
        """Choose "system", "light" or "dark"."""
        self._keep(theme=theme)

    def set_scale(self, scale: int) -> None:
        """Choose the size of everything in percent, 0 for the system's; holds after a restart."""
        if scale != self.shown.settings.scale:
            self._keep(scale=scale)
            self._show(replace(self.shown, restart_needed=True))

    def set_idle_minutes(self, minutes: int) -> None:
        """Choose when the counter locks itself, 0 for never."""
        self._keep(idle_minutes=minutes)

    def set_printer(self, form: str, printer: str) -> None:
        """Choose the printer of a form, "" for none."""
        self._keep(printers={**self.shown.settings.printers, form: printer})

    def set_paper(self, form: str, paper: str) -> None:
        """Choose the paper of a form."""
        self._keep(papers={**self.shown.settings.papers, form: paper})

    def set_scan_prefix(self, prefix: str) -> None:
        """Choose what the scanner was set to send first."""
        self._keep(scan_prefix=prefix.strip())

    def set_scan_gap(self, milliseconds: int) -> None:
        """Choose the longest pause between two keys of a scan."""
        self._keep(scan_gap_ms=milliseconds)

    def take_scan(self, text: str) -> None:
        """Show what a scanner sent, hidden characters made visible."""
        self._show(replace(self.shown, scanned=visible(text)))

    def forget_notice(self) -> None:
        """The notice was put away."""
        self._show(replace(self.shown, notice=None))

    def _keep(self, **changes: object) -> None:
        try:
            settings = self._settings.set(**changes)
        except OSError as error:
            words = self.tr("The settings cannot be written ({what}). They hold until you quit.")
            notice = Notice(Kind.BAD, words.format(what=error.strerror or ""))
            settings = replace(self.shown.settings, **changes)  # type: ignore[arg-type]
            self._show(replace(self.shown, settings=settings, notice=notice))
        else:
            self._show(replace(self.shown, settings=settings))
        self.applied.emit(settings)

    def _found(self, printers: tuple[str, ...]) -> None:
        self._show(replace(self.shown, loading=False, printers=printers))

    def _failed(self, error: CounterError) -> None:
        notice = Notice(Kind.WARN, describe(error), self.tr("Try again"))
        self._show(replace(self.shown, loading=False, notice=notice))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()


def visible(text: str) -> str:
    """Return a text with its control characters as signs: what a technician has to see."""
    return "".join(chr(0x2400 + ord(letter)) if ord(letter) < 0x20 else letter for letter in text)
