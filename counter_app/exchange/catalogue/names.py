"""Which agency of the centre a publication means: an explicit table of names, never a guess."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from counter_app.text import folded


def agencies_by_name(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return folded name → agency code; a name of two agencies leads to neither.

    Args:
        names: pairs of name and code; an agency may have many names.
    """
    found: dict[str, set[str]] = {}
    for name, code in names:
        found.setdefault(folded(name), set()).add(code)
    return {name: next(iter(codes)) for name, codes in found.items() if name and len(codes) == 1}


def agency_code_of(published: str, agencies: Mapping[str, str]) -> str:
    """Return the code that `agencies` gives to a published text; "" without a clear match.

    A text that lists several bodies matches only when all of them are one agency of the centre.
    """
    whole = agencies.get(folded(published))
    if whole is not None:
        return whole
    codes = {agencies.get(folded(part), "") for part in published.split(",")}
    return codes.pop() if len(codes) == 1 else ""
