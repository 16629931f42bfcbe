"""The workbook to fill in, empty or with the procedures the centre has."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from counter_app.domain.procedure import ChannelRule, FeeLine, Procedure
from counter_app.exchange.catalogue import columns
from counter_app.exchange.laid_out import Cell, fill, guide


def catalogue_workbook(procedures: Iterable[Procedure] = ()) -> bytes:
    """Return a workbook that `read_workbook` takes back: sheets, headers, explanations, rows."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    made = tuple(procedures)
    fill(book, columns.PROCEDURES, (_procedure_row(p) for p in made))
    fill(book, columns.CHANNELS, (row for p in made for row in _channel_rows(p)))
    fill(book, columns.PAPERS, (row for p in made for row in _paper_rows(p)))
    guide(book, columns.SHEETS)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _procedure_row(procedure: Procedure) -> dict[str, Cell]:
    return {
        "code": procedure.code,
        "name": procedure.name,
        "sector": procedure.sector,
        "agency_code": procedure.agency_code,
        "agency": procedure.published_agency,
        "authority": procedure.authority,
        "coordinating": procedure.coordinating,
        "level": procedure.level,
        "subjects": procedure.subjects,
        "decision": procedure.decision,
        "result": procedure.result,
        "result_code": procedure.result_code,
        "internal_workflow": procedure.internal_workflow,
        "no_appointment": "Có" if procedure.no_appointment else None,
        "valid_from": f"{procedure.valid_from:%d/%m/%Y}" if procedure.valid_from else None,
        "valid_to": f"{procedure.valid_to:%d/%m/%Y}" if procedure.valid_to else None,
    }


def _channel_rows(procedure: Procedure) -> Iterator[dict[str, Cell]]:
    for rule in procedure.rules:
        first, *more = rule.fees or (None,)
        yield {"code": procedure.code, **_channel_cells(rule), **_fee_cells(first)}
        for fee in more:
            yield {"code": procedure.code, **_fee_cells(fee)}


def _channel_cells(rule: ChannelRule) -> dict[str, Cell]:
    term = rule.term
    return {
        "channel": columns.CHANNEL_WORDS[rule.channel],
        "term": rule.unparsed_term if term is None else f"{term.amount:f}".replace(".", ","),
        "unit": None if term is None else columns.UNIT_WORDS[term.unit],
        "cut_off": f"{rule.cut_off:%H:%M}" if rule.cut_off else None,
        "free": None if rule.free is None else columns.YES_NO[not rule.free],
        "note": rule.note,
    }


def _fee_cells(fee: FeeLine | None) -> dict[str, Cell]:
    if fee is None:
        return {}
    return {"kind": columns.FEE_WORDS[fee.kind], "amount": fee.amount, "fee_note": fee.note}


def _paper_rows(procedure: Procedure) -> Iterator[dict[str, Cell]]:
    for line in procedure.checklist:
        yield {
            "code": procedure.code,
            "name": line.name,
            "originals": line.originals or None,
            "certified_copies": line.certified_copies or None,
            "photocopies": line.photocopies or None,
            "required": columns.YES_NO[not line.required],
        }
