"""Frozen dataclasses as JSON records and back: the one way values travel in the journal.

Enums become their values, dates and moments ISO 8601, decimals their digits, tuples lists; fields
that hold their default are left out, so a record stays small and an added field stays readable
in older entries.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

T = TypeVar("T")


def to_record(value: Any) -> Any:
    """Return `value` as JSON-able data."""
    match value:
        case Enum():
            plain: Any = value.value
        case None | str() | int() | float():
            plain = value
        case datetime() | date() | time():
            plain = value.isoformat()
        case Decimal():
            plain = str(value)
        case UUID():
            plain = value.hex
        case list() | tuple():
            plain = [to_record(item) for item in value]
        case Mapping():
            plain = {str(to_record(key)): to_record(item) for key, item in value.items()}
        case _:
            plain = _of_dataclass(value)
    return plain


def _of_dataclass(value: Any) -> dict[str, Any]:
    return {
        name: to_record(item)
        for name, default in _defaults(type(value))  # type: ignore[arg-type]
        if (item := getattr(value, name)) != default
    }


def from_record(cls: type[T], record: Any) -> T:
    """Return the `cls` that `record` describes; fields it does not know are passed over.

    Raises:
        KeyError, ValueError, TypeError: the record is not of that class.
    """
    value: T = _reader(cls)(record)  # type: ignore[arg-type]
    return value


@cache
def _defaults(cls: type[Any]) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (field.name, object() if field.default is MISSING else field.default)
        for field in fields(cls)
    )


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {Union, types.UnionType}:
        (inner,) = (_reader(item) for item in arguments if item is not type(None))
        return lambda data: None if data is None else inner(data)
    if origin is tuple:
        item = _reader(arguments[0])
        return lambda data: tuple(item(part) for part in _a(list, data))
    if is_dataclass(hint):
        return _dataclass_reader(hint)  # type: ignore[arg-type]
    if isinstance(hint, type) and hint in {str, int, bool, float}:
        return partial(_a, hint)
    read: Callable[[Any], Any] = _OWN.get(hint, hint)
    return read


def _dataclass_reader(cls: type[Any]) -> Callable[[Any], Any]:
    hints = get_type_hints(cls)
    readers = tuple((field.name, _reader(hints[field.name])) for field in fields(cls))

    def read(data: Mapping[str, Any]) -> Any:
        given = _a(dict, data)
        return cls(**{name: reader(given[name]) for name, reader in readers if name in given})

    return read


def _a(kind: type[T], data: Any) -> T:
    """Return `data`, which is of `kind`: whoever reads on relies on what the annotations say."""
    found: type[Any] = type(data)
    if found is not kind and not (kind is float and found is int):
        raise TypeError(f"{found.__name__} instead of {kind.__name__}")
    value: T = data
    return value


def _finite(data: Any) -> Decimal:
    number = Decimal(_a(str, data))
    if not number.is_finite():
        raise ValueError(data)
    return number


_OWN: Final[Mapping[Any, Callable[[Any], Any]]] = {
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    time: time.fromisoformat,
    Decimal: _finite,
}
