"""What an officer or a technician can act on.

Every `CounterError` carries data. `str(error)` is the technician's English line, used by
`counter-cli`; the window puts each class into Vietnamese once, in `ui/errors.py`.
Anything that is not a `CounterError` is a bug and is never caught.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(eq=False)
class CounterError(Exception):
    """Base of every error that words can help with."""

    temporary: ClassVar[bool] = False
    """Whether the same act may succeed later with nothing changed, as when the line is down."""

    def __str__(self) -> str:
        """Return the docstring's first line with the fields filled in."""
        words = (type(self).__doc__ or type(self).__name__).strip().splitlines()[0]
        return words.format(**self.__dict__)
