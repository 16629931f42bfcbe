"""The way into the window: what has to happen before its modules are loaded."""

from __future__ import annotations

import builtins
import linecache
from collections.abc import Sequence
from pathlib import Path


def counter(home: Path | None) -> int:
    """Show the window of the counter in `home` until it is closed; return the exit code."""
    import_plainly()
    from ui.app import run_counter

    return run_counter(home)


def demonstration(words: Sequence[str]) -> int:
    """Show the window on a demonstration centre; return the exit code."""
    import_plainly()
    from ui.demonstration import run

    return run(words)


def import_plainly() -> None:
    """Give the import statement back to Python.

    PySide puts itself before it, for the sake of `from __feature__ import …`, which is not used
    here: it reads the source of every module that is loaded, which doubles the time of loading and
    holds all these lines in memory.
    """
    import PySide6.QtCore  # noqa: F401  (puts itself before the import statement)

    plain = vars(builtins).get("__orig_import__")
    if plain is not None:
        builtins.__import__ = plain
        linecache.clearcache()
