"""Where a file is to be written: a decision, so a dialog asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from counter_app.text import file_name

AskPath = Callable[[QWidget, str, str], Path | None]
"""(parent, title, suggested name) → the path, None when the officer changed their mind."""


def ask_path(parent: QWidget, title: str, name: str) -> Path | None:
    """Ask for a path; `name` is offered in the officer's documents folder."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    suffix = Path(name).suffix
    offered = file_name(name.removesuffix(suffix), suffix)
    chosen, _ = QFileDialog.getSaveFileName(
        parent, title, str(Path(folder) / offered), f"*{suffix} (*{suffix})"
    )
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(suffix)
