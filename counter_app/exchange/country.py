"""The communes of the whole country, present and former, from the library `vietnamadminunits`.

Its tables follow the resolutions of 2025 that left 34 provinces and 3,321 communes; they are read
as data and none of its code is run, which would ask the network where an address lies.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from counter_app.domain.places import FormerPlace, Places
from counter_app.errors import CounterError
from counter_app.text import composed, folded

LIBRARY = "vietnamadminunits"
_SAME_LETTERS = ("NO_ACCENTED", "ACCENTED")
"""Communes of one province whose names differ by diacritics alone stand in the second table."""


@dataclass(eq=False)
class NoCountryList(CounterError):
    """the list of the country is not installed: pip install --no-deps {library}"""

    library: str = LIBRARY


@dataclass(eq=False)
class UnknownProvince(CounterError):
    """no province is called {name}; there are {known}"""

    name: str
    known: str


def provinces() -> tuple[str, ...]:
    """Return the present provinces, such as "tỉnh Lai Châu". Raises NoCountryList."""
    return tuple(
        sorted(_province(one) for one in _read("parser_from_2025")["DICT_PROVINCE"].values())
    )


def country_places(wanted: Collection[str] = ()) -> Places:
    """Return the communes of the provinces named, of all without a name.

    A former commune leads to the present one that took it in; one that was divided leads to the
    present one that took the most of it.

    Args:
        wanted: present provinces, with or without "tỉnh", diacritics and capitals.

    Raises:
        NoCountryList, UnknownProvince.
    """
    present, former = _read("parser_from_2025"), _read("parser_legacy")
    keys = _chosen(present["DICT_PROVINCE"], wanted)
    now = {
        (province, commune): f"{name}, {_province(present['DICT_PROVINCE'][province])}"
        for province in keys
        for commune, name in _communes(present, province)
    }
    was = dict(_former_names(former))
    merged = [
        FormerPlace(was[old], now[new])
        for new, old in _moves(_read("converter_2025"), keys)
        if old in was and new in now
    ]
    names = tuple(sorted(now.values()))
    known = {*names}
    moved = sorted(
        {one for one in merged if one.name not in known}, key=lambda one: (one.name, one.now)
    )
    return Places(names, tuple(moved))


def _read(table: str) -> Mapping[str, Any]:
    found = find_spec(LIBRARY)
    if found is None or found.origin is None:
        raise NoCountryList
    path = Path(found.origin).parent / "data" / f"{table}.json"
    read: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return read


def _chosen(known: Mapping[str, Any], wanted: Collection[str]) -> list[str]:
    by_name = {folded(one["provinceShort"]): key for key, one in known.items()}
    by_name |= {folded(one["province"]): key for key, one in known.items()}
    for name in wanted:
        if folded(name) not in by_name:
            raise UnknownProvince(name, ", ".join(one["provinceShort"] for one in known.values()))
    return [by_name[folded(name)] for name in wanted] if wanted else list(known)


def _communes(table: Mapping[str, Any], province: str) -> Iterator[tuple[str, str]]:
    for letters in _SAME_LETTERS:
        for key, one in table[f"DICT_PROVINCE_WARD_{letters}"].get(province, {}).items():
            yield key, composed(one["ward"])


def _former_names(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (key of the converter, "Xã Nậm Loỏng, thành phố Lai Châu, tỉnh Lai Châu")."""
    districts, province_names = table["DICT_PROVINCE_DISTRICT"], table["DICT_PROVINCE"]
    for letters in _SAME_LETTERS:
        for province, theirs in table[f"DICT_PROVINCE_DISTRICT_WARD_{letters}"].items():
            for district, communes in theirs.items():
                around = _beginning_small(districts[province][district]["district"])
                end = f"{around}, {_province(province_names[province])}"
                for commune, one in communes.items():
                    name = one["ward"]  # no text for an island district without communes
                    if isinstance(name, str):
                        yield f"{province}_{district}_{commune}", f"{composed(name)}, {end}"


def _moves(
    converter: Mapping[str, Any], keys: Collection[str]
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield ((present province, present commune), former commune), all as keys."""
    for province in keys:
        whole = converter["DICT_PROVINCE_WARD_NO_DIVIDED"].get(province, {})
        for commune, merged in whole.items():
            yield from (((province, commune), old) for old in merged)
        for old, parts in converter["DICT_PROVINCE_WARD_DIVIDED"].get(province, {}).items():
            most = next((one["newWardKey"] for one in parts if one["isDefaultNewWard"]), None)
            if most is not None:
                yield (province, most), old


def _province(one: Mapping[str, Any]) -> str:
    return _beginning_small(one["province"])


def _beginning_small(name: str) -> str:
    """Return a name as it stands within an address: "tỉnh Lai Châu", "thành phố Huế"."""
    text = composed(name)
    return text[:1].lower() + text[1:]
