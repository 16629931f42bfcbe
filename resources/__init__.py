"""Files that travel with the program: fonts, icons, translations, forms, calendars, catalogue."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def read_bytes(path: str) -> bytes:
    """Return the bytes of a file below this folder, such as "icons/lock.svg".

    Raises:
        FileNotFoundError: the wheel or the frozen build was made without it.
    """
    return files(__name__).joinpath(path).read_bytes()


def read_text(path: str) -> str:
    """Return a UTF-8 file below this folder as text. Raises FileNotFoundError."""
    return read_bytes(path).decode("utf-8")


def names(folder: str, suffix: str) -> list[str]:
    """Return the sorted paths of the files of `folder` that end in `suffix`."""
    place = files(__name__).joinpath(folder)
    if not place.is_dir():
        return []
    return sorted(f"{folder}/{file.name}" for file in place.iterdir() if file.name.endswith(suffix))


def calendar_records() -> dict[str, Any]:
    """Return the official calendar, as counter_app.domain.calendar reads it."""
    records: dict[str, Any] = json.loads(read_text("calendars/vietnam.json"))
    return records


def calendar_forecast() -> dict[str, Any]:
    """Return the days off of years that are not announced yet, as the Labour Code has them."""
    records: dict[str, Any] = json.loads(read_text("calendars/forecast.json"))
    return records


def birth_provinces() -> dict[str, str]:
    """Return the 63 provinces by the first three digits of the personal numbers they gave."""
    provinces: dict[str, str] = json.loads(read_text("identity/provinces.json"))
    return provinces


def state_names() -> dict[int, str]:
    """Return the legal name of each national state code of a dossier."""
    return {int(code): name for code, name in json.loads(read_text("forms/states.json")).items()}


def sample_procedures() -> bytes:
    """Return the procedures of the demonstration centre as JSON lines."""
    return read_bytes("catalogue/procedures.jsonl")


def sample_agencies() -> list[dict[str, Any]]:
    """Return the agencies of the demonstration centre, with the names publications give them."""
    agencies: list[dict[str, Any]] = json.loads(read_text("catalogue/agencies.json"))["agencies"]
    return agencies


def sample_people() -> dict[str, Any]:
    """Return made-up officers with the rule of their passwords, persons and organisations."""
    people: dict[str, Any] = json.loads(read_text("catalogue/people.json"))
    return people
