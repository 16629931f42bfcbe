"""Lists as CSV files that a spreadsheet opens safely."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from counter_app.exchange.whole_file import appearing

_FORMULA = re.compile(r"(^|[;\t\r\n])(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])|^(?=[\t\r\n])")
"""Where a spreadsheet would begin to compute: also behind what parts cells in other countries."""
LONGEST_LINE = 1_000_000


def write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write a table as UTF-8 with a byte order mark (spreadsheets need it); return the rows.

    The file appears whole or not at all. A text that a spreadsheet would compute is led by an
    apostrophe: what a citizen typed must never run on an officer's machine.

    Raises:
        FileNotWritten: the folder is missing or closed, the disk full, or the file open elsewhere.
    """
    count = 0
    with appearing(path) as place, place.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([_inert(cell) for cell in header])
        for row in rows:
            writer.writerow([_inert(cell) for cell in row])
            count += 1
    return count


def lines(stream: TextIO) -> Iterator[str]:
    """Yield the lines of a file for `csv.reader`; one without an end must not fill the memory.

    Raises:
        csv.Error: a line is longer than any table's.
    """
    while line := stream.readline(LONGEST_LINE + 1):
        if len(line) > LONGEST_LINE:
            raise csv.Error(f"a line is longer than {LONGEST_LINE} letters")
        yield line


def _inert(cell: str) -> str:
    return _FORMULA.sub(r"\1'", cell)
