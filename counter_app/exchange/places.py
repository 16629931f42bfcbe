"""Communes as a CSV file: name and province, and for a former one what it is now."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from counter_app.domain.places import FormerPlace, Places
from counter_app.errors import CounterError
from counter_app.text import composed

HEADER = ("commune", "province", "now_commune", "now_province")
_MOST = 20_000


@dataclass(eq=False)
class PlacesUnreadable(CounterError):
    """the places of {path} cannot be read: {what}"""

    path: str
    what: str


@dataclass(eq=False)
class PlacesUnwritten(CounterError):
    """the places cannot be written to {path}: {what}"""

    path: str
    what: str


def read_places(path: Path) -> Places:
    """Read a CSV file in UTF-8 with the columns of `HEADER`; a present place has the first two.

    Raises:
        PlacesUnreadable.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, ValueError, csv.Error) as error:
        raise PlacesUnreadable(str(path), str(error)) from error
    if not rows or not {*HEADER[:2]} <= {*rows[0]}:
        raise PlacesUnreadable(str(path), f"columns {', '.join(HEADER)}")
    if len(rows) > _MOST:
        raise PlacesUnreadable(str(path), f"{len(rows)} > {_MOST}")
    names, former = [], []
    for row in rows:
        name, now = _place(row, *HEADER[:2]), _place(row, *HEADER[2:])
        if name and now:
            former.append(FormerPlace(name, now))
        elif name:
            names.append(name)
    return Places(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(former)))


def write_places(path: Path, places: Places) -> None:
    """Write a list as `read_places` reads it. Raises PlacesUnwritten."""
    with_now = [(one.name, one.now) for one in places.former]
    rows = [(name, "") for name in places.names] + with_now
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEADER)
            writer.writerows([*_parts(name), *_parts(now)] for name, now in rows)
    except OSError as error:
        raise PlacesUnwritten(str(path), error.strerror or "") from error


def _parts(place: str) -> tuple[str, str]:
    """Part a place into commune and the rest, which holds district and province."""
    commune, _, province = place.partition(", ")
    return commune, province


def _place(row: dict[str, str | None], commune: str, province: str) -> str:
    parts = (composed(row.get(commune) or ""), composed(row.get(province) or ""))
    return ", ".join(part for part in parts if part)
