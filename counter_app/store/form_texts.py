"""What forms and notices say: as the program brings them, and as the centre changed them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Final

import resources
from counter_app.domain.form_texts import Sections, as_words
from counter_app.store.engine import Session
from counter_app.store.reference import settings

KEY: Final = "form_texts"
NOTICE_NAMES: Final = ("subject", "long", "short")


@cache
def originals() -> Mapping[str, Sections]:
    """Return the texts of each set of forms by its name, the newest set first."""
    paths = [path for path in resources.names("forms", ".toml") if "/set-" in path]
    tables = [tomllib.loads(resources.read_text(path)) for path in paths]
    tables.sort(key=lambda table: table["valid_from"], reverse=True)
    return {table["name"]: _sections(table) for table in tables}


@cache
def notice_originals() -> Sections:
    """Return the newest texts of notices, by kind."""
    told = tomllib.loads(resources.read_text("forms/notices.toml"))["text"]
    newest = sorted(told, key=lambda one: one["valid_from"])
    return {one["kind"]: {name: one[name].strip() for name in NOTICE_NAMES} for one in newest}


def own_texts(session: Session, day: date) -> dict[str, Any]:
    """Return what the centre says otherwise on a day, as its setting has it."""
    told: dict[str, Any] = json.loads(settings(session, day).records.get(KEY, "{}"))
    return told


def _sections(table: Mapping[str, Any]) -> Sections:
    return {
        section: {name: as_words(value) for name, value in texts.items()}
        for section, texts in table.items()
        if isinstance(texts, dict)
    }
