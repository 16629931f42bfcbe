"""The way into the window: what has to happen before its modules are loaded."""

from __future__ import annotations

import builtins
import inspect
import linecache
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from threading import RLock
from types import ModuleType


def counter(home: Path | None) -> int:
    """Show the window of the counter in `home` until it is closed; return the exit code."""
    import_plainly()
    load_later()
    from ui.app import run_counter

    return run_counter(home)


def demonstration(words: Sequence[str]) -> int:
    """Show the window on a demonstration centre; return the exit code."""
    import_plainly()
    load_later()
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


def load_later() -> None:
    """Let wait what SQLAlchemy imports for the sake of other drivers: 4 MB at every counter."""
    for name in ("asyncio", "importlib.metadata"):
        if name not in sys.modules:
            sys.modules[name] = _Later(name)
            package, _, module = name.rpartition(".")
            if package:
                setattr(sys.modules[package], module, sys.modules[name])


class _Later(ModuleType):
    """Stands for a module until somebody asks for something of it."""

    iscoroutine = staticmethod(inspect.iscoroutine)
    """What SQLAlchemy takes of asyncio as soon as it is loaded."""

    def __getattr__(self, name: str) -> object:
        with _LOADING:
            if sys.modules[self.__name__] is self:
                del sys.modules[self.__name__]
                import_module(self.__name__)
        return getattr(sys.modules[self.__name__], name)


_LOADING = RLock()
