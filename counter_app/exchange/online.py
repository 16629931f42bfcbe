"""Dossiers of the portal as a file: a JSON list in the field names of the national messages.

The names are those that the portal's dossier message carries (MaHoSo, MaTTHC, ChuHoSo, …); times
are yyyyMMddHHmmss in +07:00. What a message says beside them is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from counter_app.clock import VIETNAM
from counter_app.domain.dossier import Intake, Paper, Party, PartyKind
from counter_app.domain.procedure import Channel
from counter_app.errors import CounterError
from counter_app.text import composed
from counter_app.usecases.online import OnlineDossier

MOST_BYTES: Final = 32 << 20
MOST_DOSSIERS: Final = 10_000
_LONGEST: Final = 500
_MOST_PAPERS: Final = 200
_KINDS: Final = {"": PartyKind.PERSON, "1": PartyKind.PERSON, "2": PartyKind.ORGANISATION}


@dataclass(eq=False)
class OnlineUnreadable(CounterError):
    """the file {path} holds no dossiers of the portal: {reason}"""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class OnlineProblem:
    """A message that was left out: its place in the file, from 1, and the field that is wrong."""

    place: int
    field: str


@dataclass(frozen=True, slots=True)
class OnlineFile:
    """All dossiers that could be read, and what was wrong with the others."""

    dossiers: tuple[OnlineDossier, ...]
    problems: tuple[OnlineProblem, ...]


class _Wrong(Exception):
    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def read_online(path: Path) -> OnlineFile:
    """Read the file. Raises OnlineUnreadable."""
    dossiers: list[OnlineDossier] = []
    problems: list[OnlineProblem] = []
    for place, message in enumerate(_messages(path), start=1):
        try:
            dossiers.append(_dossier(message))
        except _Wrong as wrong:
            problems.append(OnlineProblem(place, wrong.field))
    return OnlineFile(tuple(dossiers), tuple(problems))


def _messages(path: Path) -> list[Any]:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise OnlineUnreadable(str(path), f"{size} bytes")
        found = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise OnlineUnreadable(str(path), error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise OnlineUnreadable(str(path), str(error)) from error
    messages = found.get("data") if isinstance(found, dict) else found
    if not isinstance(messages, list):
        raise OnlineUnreadable(str(path), "[…]")
    if len(messages) > MOST_DOSSIERS:
        raise OnlineUnreadable(str(path), f"{len(messages)} > {MOST_DOSSIERS}")
    return messages


def _dossier(message: Any) -> OnlineDossier:
    if not isinstance(message, Mapping):
        raise _Wrong("{…}")
    intake = Intake(
        _text(message, "MaTTHC", required=True),
        _owner(message),
        papers=_papers(message),
        channel=Channel.ONLINE,
        summary=_text(message, "TrichYeuHoSo"),
    )
    return OnlineDossier(
        _text(message, "MaHoSo", required=True),
        intake,
        _moment(message),
        _text(message, "MaTraCuu"),
    )


def _owner(message: Mapping[str, Any]) -> Party:
    kind = _KINDS.get(_text(message, "LoaiDoiTuong"))
    if kind is None:
        raise _Wrong("LoaiDoiTuong")
    return Party(
        kind,
        _text(message, "ChuHoSo", required=True),
        _text(message, "MaDoiTuong"),
        address=_text(message, "DiaChi"),
        phone=_text(message, "SoDienThoai"),
        email=_text(message, "Email"),
    )


def _papers(message: Mapping[str, Any]) -> tuple[Paper, ...]:
    told = message.get("TaiLieuNop") or []
    if not isinstance(told, list) or len(told) > _MOST_PAPERS:
        raise _Wrong("TaiLieuNop")
    names = [_text(one, "TenGiayTo") for one in told if isinstance(one, Mapping)]
    return tuple(Paper(name, present=True) for name in names if name)


def _moment(message: Mapping[str, Any]) -> datetime:
    text = _text(message, "NgayTiepNhan", required=True)
    try:
        return datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=VIETNAM)
    except ValueError:
        raise _Wrong("NgayTiepNhan") from None


def _text(message: Mapping[str, Any], field: str, *, required: bool = False) -> str:
    value = message.get(field)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None:
        value = ""
    if not isinstance(value, str) or len(value) > _LONGEST or (required and not value.strip()):
        raise _Wrong(field)
    return composed(value)
