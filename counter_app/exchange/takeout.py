"""Taking the counter's data along: dossiers as CSV, the journal as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Table, func, select

from counter_app.clock import local
from counter_app.desk import Desk
from counter_app.exchange import csv_file
from counter_app.exchange.whole_file import appearing
from counter_app.journal.entries import Entry
from counter_app.progress import Progress
from counter_app.records import to_record
from counter_app.schema.tables import agency, dossier, journal
from counter_app.store.engine import Session

_HEADER = (
    "Mã hồ sơ",
    "Mã TTHC",
    "Tên thủ tục",
    "Cơ quan",
    "Chủ hồ sơ",
    "Người nộp",
    "Số định danh",
    "Điện thoại",
    "Số bộ",
    "Ngày nhận",
    "Hẹn trả",
    "Trạng thái",
    "Quầy",
    "Cán bộ",
)
_STEP = 500


def export_dossiers(desk: Desk, path: Path, progress: Progress) -> int:
    """Write every dossier as a CSV row with Vietnamese headers; return how many.

    Raises:
        FileNotWritten, Cancelled: no file is left behind.
    """
    with desk.store.reading() as session:
        return csv_file.write(path, _HEADER, _rows(session, progress))


def export_journal(desk: Desk, path: Path, progress: Progress) -> int:
    """Write every entry of every stream as one JSON object a line; return how many.

    Hashes are hex, so that another program can verify the chain.

    Raises:
        FileNotWritten, Cancelled: no file is left behind.
    """
    count = 0
    with (
        desk.store.reading() as session,
        appearing(path) as place,
        place.open("w", encoding="utf-8") as file,
    ):
        total = _count(session, journal)
        entries = select(journal).order_by(journal.c.stream_id, journal.c.seq)
        for row in session.execute(entries):
            file.write(json.dumps(_entry_record(Entry._make(row)), ensure_ascii=False) + "\n")
            count += 1
            if count % _STEP == 0:
                progress.step(count, total)
    return count


def _rows(session: Session, progress: Progress) -> Iterator[tuple[str, ...]]:
    total = _count(session, dossier)
    found = (
        select(dossier, func.coalesce(agency.c.name, dossier.c.agency_code).label("agency_name"))
        .join_from(dossier, agency, dossier.c.agency_code == agency.c.code, isouter=True)
        .order_by(dossier.c.id)
    )
    for done, row in enumerate(session.execute(found), start=1):
        if done % _STEP == 0:
            progress.step(done, total)
        yield (
            row.number,
            row.procedure_code,
            row.procedure_name,
            row.agency_name,
            row.owner_name,
            row.submitter_name,
            row.identity_number,
            row.phone,
            str(row.sets),
            _moment(row.received_at),
            "" if row.due_at is None else _moment(row.due_at),
            str(row.state),
            f"{row.seat_number:02d}",
            row.officer,
        )


def _moment(ms: int) -> str:
    return f"{local(ms):%d/%m/%Y %H:%M}"


def _count(session: Session, table: Table) -> int:
    return int(session.execute(select(func.count()).select_from(table)).scalar_one())


def _entry_record(entry: Entry) -> dict[str, object]:
    return {
        name: value.hex() if isinstance(value, bytes) else to_record(value)
        for name, value in entry._asdict().items()
    }
