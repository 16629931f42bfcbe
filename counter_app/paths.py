"""Where this installation keeps its files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

FOLDER = "counter-app"
HOME_VARIABLE = "COUNTER_APP_HOME"


@dataclass(frozen=True, slots=True)
class Paths:
    """The files below one data folder."""

    data: Path

    def make(self) -> None:
        """Make the data folder, unless it stands, closed to other users of the machine."""
        self.data.parent.mkdir(parents=True, exist_ok=True)
        self.data.mkdir(mode=0o700, exist_ok=True)

    @property
    def store(self) -> Path:
        """The local SQLite file."""
        return self.data / "counter.sqlite"

    @property
    def settings(self) -> Path:
        """What was chosen on this machine."""
        return self.data / "settings.json"

    @property
    def secrets(self) -> Path:
        """Secrets, where the system has no keyring."""
        return self.data / "secrets.json"

    @property
    def logs(self) -> Path:
        """Logs and crash reports."""
        return self.data / "logs"

    @property
    def papers(self) -> Path:
        """PDF files of what was printed."""
        return self.data / "papers"

    @property
    def backups(self) -> Path:
        """Copies of the store."""
        return self.data / "backups"


def own_paths(data: Path | None = None) -> Paths:
    """Return the files below `data`, or what COUNTER_APP_HOME names, or the user's data folder."""
    if data is None and os.environ.get(HOME_VARIABLE):
        data = Path(os.environ[HOME_VARIABLE])
    if data is not None:
        return Paths(data)
    from platformdirs import user_data_path

    return Paths(user_data_path(FOLDER, appauthor=False))
