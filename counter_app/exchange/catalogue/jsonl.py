"""The catalogue as JSON lines, one procedure a line, as the national database is published.

Fields: `code`, `name`, `sector`, `decision`, `level`, `subjects`, `authority`, `agency`,
`coordinating`, `result`, `result_code`, `channels` (each `channel`, `term`, `unit`, `free`, `note`,
`fees` of `kind`, `amount_vnd`, `note`) and `documents` (each `name`, `originals`, `copies`). A
centre's own file may add `agency_code`, `internal_workflow`, `no_appointment`, `valid_from`,
`valid_to`, a channel's `cut_off`, and a document's `certified_copies` and `required`.

A published "copy" is a photocopy: an agency that asks for a copy may not demand a certified one
(Decree 23/2015/NĐ-CP, article 6).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from counter_app.exchange.catalogue.problems import (
    CatalogueFile,
    CatalogueTooLarge,
    CatalogueUnreadable,
    RowFault,
)
from counter_app.exchange.catalogue.rows import (
    TEXTS,
    Findings,
    Place,
    RawChannel,
    RawFee,
    RawPaper,
    RawProcedure,
    interpreted,
)

LARGEST_FILE = 100_000_000
LONGEST_LINE = 1_000_000
_BOM = b"\xef\xbb\xbf"

_KNOWN = frozenset(
    {*TEXTS, "code", "channels", "documents", "no_appointment", "valid_from", "valid_to"}
)
_CHANNEL_KNOWN = frozenset({"channel", "term", "unit", "free", "fees", "note", "cut_off"})
_FEE_KNOWN = frozenset({"kind", "amount_vnd", "note"})
_PAPER_KNOWN = frozenset({"name", "originals", "copies", "certified_copies", "required"})


def read_jsonl(path: Path, agencies: Mapping[str, str]) -> CatalogueFile:
    """Read a file of JSON lines.

    Args:
        agencies: folded agency name → agency code of this centre.

    Raises:
        CatalogueUnreadable: the file cannot be opened.
        CatalogueTooLarge: the file is larger than `LARGEST_FILE` bytes.
    """
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            if size > LARGEST_FILE:
                raise CatalogueTooLarge(str(path), "the size in bytes", size, LARGEST_FILE)
            return parse_lines(_lines(file), agencies)
    except OSError as error:
        raise CatalogueUnreadable(str(path), error.strerror or str(error)) from error


def parse_lines(lines: Iterable[bytes], agencies: Mapping[str, str]) -> CatalogueFile:
    """Read lines of UTF-8 JSON; those that are no procedure are listed, the rest is taken."""
    findings = Findings()
    return interpreted(_procedures(lines, findings), agencies, findings)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines; of one that is too long, only enough to see that it is."""
    while line := file.readline(LONGEST_LINE + 1):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = file.readline(LONGEST_LINE)
        yield line


def _procedures(lines: Iterable[bytes], findings: Findings) -> Iterator[RawProcedure]:
    for number, line in zip(count(1), lines, strict=False):
        place = Place(number)
        stripped = line.removeprefix(_BOM).strip() if number == 1 else line.strip()
        if not stripped:
            continue
        if len(stripped) > LONGEST_LINE:
            findings.tell(place, "", "", RowFault.LINE_TOO_LONG, len(stripped))
            continue
        try:
            record = json.loads(stripped.decode("utf-8"), parse_constant=_refuse)
        except (ValueError, RecursionError) as error:
            findings.tell(place, "", "", RowFault.BROKEN_JSON, error)
            continue
        if isinstance(record, dict):
            yield _raw_procedure(place, record, findings)
        else:
            findings.tell(place, "", "", RowFault.NOT_AN_OBJECT, type(record).__name__)


def _refuse(constant: str) -> NoReturn:
    message = f"{constant} is not a JSON value"
    raise ValueError(message)


def _raw_procedure(place: Place, record: dict[str, Any], findings: Findings) -> RawProcedure:
    code = str(record.get("code") or "")
    objects = _Objects(place, code, findings)
    objects.strangers(record, _KNOWN)
    return RawProcedure(
        place,
        code=record.get("code"),
        texts=record,
        no_appointment=record.get("no_appointment"),
        valid_from=record.get("valid_from"),
        valid_to=record.get("valid_to"),
        channels=tuple(
            _raw_channel(objects, item)
            for item in objects.listed(record, "channels", _CHANNEL_KNOWN)
        ),
        papers=tuple(
            RawPaper(
                place,
                name=item.get("name"),
                originals=item.get("originals"),
                certified_copies=item.get("certified_copies"),
                photocopies=item.get("copies"),
                required=item.get("required"),
            )
            for item in objects.listed(record, "documents", _PAPER_KNOWN)
        ),
    )


def _raw_channel(objects: _Objects, item: dict[str, Any]) -> RawChannel:
    return RawChannel(
        objects.place,
        channel=item.get("channel"),
        term=item.get("term"),
        unit=item.get("unit"),
        free=item.get("free"),
        cut_off=item.get("cut_off"),
        note=item.get("note"),
        fees=tuple(
            RawFee(objects.place, fee.get("kind"), fee.get("amount_vnd"), fee.get("note"))
            for fee in objects.listed(item, "fees", _FEE_KNOWN)
        ),
    )


@dataclass(frozen=True)
class _Objects:
    """Takes lists of objects out of a record and tells what is not one."""

    place: Place
    code: str
    findings: Findings

    def listed(
        self, record: dict[str, Any], name: str, known: frozenset[str]
    ) -> Iterator[dict[str, Any]]:
        value = record.get(name)
        if value is None:
            return
        if not isinstance(value, list):
            self.findings.tell(self.place, self.code, name, RowFault.NOT_A_LIST, value)
            return
        for item in value:
            if isinstance(item, dict):
                self.strangers(item, known)
                yield item
            else:
                self.findings.tell(self.place, self.code, name, RowFault.NOT_AN_OBJECT, item)

    def strangers(self, record: dict[str, Any], known: frozenset[str]) -> None:
        for name in sorted(record.keys() - known):
            self.findings.tell(self.place, self.code, name, RowFault.UNKNOWN_FIELD, record[name])
