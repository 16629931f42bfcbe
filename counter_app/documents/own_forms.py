"""The forms of a day with the words that the centre says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from counter_app.documents.forms import FormSet, form_set
from counter_app.store.engine import Session
from counter_app.store.form_texts import own_texts


def forms_on(session: Session, day: date) -> FormSet:
    """Return the forms in force on `day` as the centre says them. Raises NoFormSet."""
    return with_texts(form_set(day), own_texts(session, day))


def with_texts(forms: FormSet, record: Mapping[str, Any]) -> FormSet:
    """Return forms with the words of the setting "form_texts" in the place of their own.

    Words of another set, and of forms and fields that this one does not have, are passed over.
    """
    told: Mapping[str, Mapping[str, Any]] = record.get("sets", {}).get(forms.name, {})
    changed = {}
    for section, texts in told.items():
        form = getattr(forms, section, None)
        if form is not None:
            own = {name: _value(value) for name, value in texts.items() if hasattr(form, name)}
            changed[section] = replace(form, **own)
    return replace(forms, **changed)


def _value(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
