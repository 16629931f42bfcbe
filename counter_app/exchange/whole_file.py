"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from counter_app.errors import CounterError


@dataclass(eq=False)
class FileNotWritten(CounterError):
    """the file {path} cannot be written: {what}"""

    path: str
    what: str


@contextmanager
def appearing(path: Path) -> Iterator[Path]:
    """Give a place to write to; what was written takes the name `path` when the block ends well.

    Raises:
        FileNotWritten: the folder is missing or closed, the disk full, or the file open elsewhere.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        yield beside
        with beside.open("rb") as written:
            os.fsync(written.fileno())
        beside.replace(path)
    except OSError as error:
        raise FileNotWritten(str(path), error.strerror or str(error)) from error
    finally:
        beside.unlink(missing_ok=True)


def write(path: Path, data: bytes) -> None:
    """Write a file. Raises FileNotWritten."""
    with appearing(path) as place:
        place.write_bytes(data)
