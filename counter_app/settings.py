"""What is chosen on one machine and stays there: look, printers, scanner."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class LocalSettings:
    """The choices of one machine, with what holds until something is chosen.

    `theme` is "system", "light" or "dark". `scale` is in percent, 0 for the system's own.
    `printers` and `papers` give for each form (receipt, control_slip, folder_label) the printer's
    name and the paper (a4, a5, thermal, label). `idle_minutes` 0 never locks.
    `scan_gap_ms` is the longest pause between two keys of a scan; `scan_prefix` is what the
    scanner was set to send first, "" for nothing.
    """

    theme: str = "system"
    scale: int = 0
    printers: Mapping[str, str] = field(default_factory=dict)
    papers: Mapping[str, str] = field(default_factory=dict)
    idle_minutes: int = 10
    scan_gap_ms: int = 30
    scan_min_length: int = 6
    scan_prefix: str = ""
    rail_collapsed: bool = False
    last_login: str = ""


class SettingsFile:
    """Keeps `LocalSettings` as JSON. A damaged file is put aside and never stops the program."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._settings = _read(path)

    def get(self) -> LocalSettings:
        """Return the settings."""
        return self._settings

    def set(self, **changes: Any) -> LocalSettings:
        """Change some settings and write the file. Raises OSError when it cannot be written."""
        changed = replace(self._settings, **changes)
        if changed != self._settings:
            _write(self._path, changed)
            self._settings = changed
        return changed


def _read(path: Path) -> LocalSettings:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return LocalSettings()
    except ValueError:
        path.replace(path.with_suffix(".damaged.json"))
        return LocalSettings()
    known = asdict(LocalSettings())
    kept = {
        name: value
        for name, value in (raw.items() if isinstance(raw, dict) else ())
        if name in known and type(value) is type(known[name])
    }
    return LocalSettings(**kept)


def _write(path: Path, settings: LocalSettings) -> None:
    values = {one.name: getattr(settings, one.name) for one in fields(settings)}
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new.json")
    with beside.open("w", encoding="utf-8") as file:
        json.dump(values, file, ensure_ascii=False, indent=2)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)  # a power cut leaves the old file or the new one, never half of one
