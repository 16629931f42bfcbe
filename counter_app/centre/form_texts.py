"""Words of forms and notices that the centre says otherwise, from a day on."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection

from counter_app.centre import settings
from counter_app.domain.form_texts import Words
from counter_app.journal.append import Author
from counter_app.store.form_texts import KEY, own_texts

NOTICES: Final = ""
"""The set of forms that is none: notices."""


def say(
    session: Connection,
    author: Author,
    place: tuple[str, str, str],
    words: Words | None,
    day: date,
) -> None:
    """Say a text so from `day` on; None for the program's own words again.

    Args:
        place: the name of the set of forms (NOTICES for notices), the section and the name.

    Raises:
        BadSetting: no form could say so; nothing was changed.
    """
    record = with_text(own_texts(session, day), place, words)
    settings.change(session, author, KEY, record, day)


def with_text(
    record: dict[str, Any], place: tuple[str, str, str], words: Words | None
) -> dict[str, Any]:
    """Return the record of the setting with one text said otherwise, or as the program has it."""
    changed = copy.deepcopy(record)
    of_set, section, name = place
    if of_set == NOTICES:
        sections = changed.setdefault("notices", {})
    else:
        sections = changed.setdefault("sets", {}).setdefault(of_set, {})
    texts = sections.setdefault(section, {})
    if words is None:
        texts.pop(name, None)
    else:
        texts[name] = words if isinstance(words, str) else list(words)
    if not texts:
        del sections[section]
    return changed
