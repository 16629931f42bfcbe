"""Which file is to be read: a decision, so a dialog asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

AskFile = Callable[[QWidget, str, str], Path | None]
"""(parent, title, patterns) → the file, None when the officer changed their mind."""


def ask_file(parent: QWidget, title: str, patterns: str) -> Path | None:
    """Ask for a file such as "*.xlsx *.csv", beginning in the officer's documents folder."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _ = QFileDialog.getOpenFileName(parent, title, folder, f"({patterns})")
    return Path(chosen) if chosen else None
