"""What a page tells the officer in one line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How good the news is; shown by colour, icon and word together."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Notice:
    """What happened and what still works, and the word of the act that helps, if there is one."""

    kind: Kind
    text: str
    act: str = ""
