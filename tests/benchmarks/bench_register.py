"""Taking over a year's register, against reading the same workbook and inserting its rows raw."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from datetime import time as clock
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import sqlcipher3.dbapi2 as driver
from openpyxl import load_workbook

from counter_app.clock import VIETNAM
from counter_app.domain.dossier import ReturnWay
from counter_app.domain.procedure import Channel
from counter_app.domain.register import RegisterRow
from counter_app.domain.states import State
from counter_app.exchange.register import HEADERS, Known, export_workbook, read_register
from counter_app.progress import Silent
from counter_app.store.register import RegisterQuery, count
from counter_app.usecases.register_import import take_register
from tests.benchmarks.frame import AtMost, Row
from tests.benchmarks.many_dossiers import a_name
from tests.fixtures.desk import AGENCY, FRIDAY, PROCEDURES, opened_desk
from tests.fixtures.till import SUPERVISOR, give_roles

LINES = 76_130
_YEAR = datetime(2025, 1, 2, tzinfo=VIETNAM)


def measure(lines: int = LINES) -> list[Row]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "so.xlsx"
        export_workbook(path, _rows(lines))
        raw = _raw(path, Path(folder) / "raw.db")
        taken = _taken(path, Path(folder) / "counter.db", lines)
    note = "limit: openpyxl reads the same workbook, sqlite3 inserts its rows (WAL, FULL)"
    rate = f"{lines / taken:,.0f} lines a second; {note}"
    return [Row(f"take over a register of {lines:,} lines", raw, taken, AtMost(2.5), "s", rate)]


def _raw(path: Path, target: Path) -> float:
    began = time.perf_counter()
    connection = driver.connect(str(target))
    connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
    connection.execute(f"CREATE TABLE register ({', '.join(f'c{n}' for n in range(len(HEADERS)))})")
    book = load_workbook(path, read_only=True)
    rows = book.worksheets[0].iter_rows(min_row=2, values_only=True)
    with connection:
        places = ", ".join("?" * len(HEADERS))
        connection.executemany(
            f"INSERT INTO register VALUES ({places})",
            (_bound(row) for row in rows),
        )
    book.close()
    connection.close()
    return time.perf_counter() - began


def _bound(row: tuple[Any, ...]) -> list[Any]:
    values = [str(value) if isinstance(value, datetime) else value for value in row]
    return values + [None] * (len(HEADERS) - len(values))


def _taken(path: Path, target: Path, lines: int) -> float:
    known = Known({"Sở Tư pháp": AGENCY}, {item.code: item.name for item in PROCEDURES}, FRIDAY)
    with opened_desk(target) as desk:
        give_roles(desk, SUPERVISOR)
        acting = desk.served_by(SUPERVISOR)
        began = time.perf_counter()
        file = read_register(path, known, Silent())
        done = take_register(acting, file.lines, len(file.lines), Silent())
        taken = time.perf_counter() - began
        ever = RegisterQuery(_YEAR.date(), FRIDAY.date())
        assert (done.taken, acting.ask(count, ever)) == (lines, lines), done.refused[:3]
    return taken


def _rows(lines: int) -> Iterator[RegisterRow]:
    chance = random.Random(7)
    for n in range(lines):
        day = _YEAR + timedelta(days=n * 360 // lines)
        received_at = datetime.combine(day, clock(8, n % 60), VIETNAM)
        due_at = received_at + timedelta(days=chance.randint(1, 20))
        result_at = due_at - timedelta(days=1) if n % 50 else due_at + timedelta(days=2)
        name = a_name(chance)
        procedure = PROCEDURES[n % len(PROCEDURES)]
        yield RegisterRow(
            subject=UUID(int=n + 1),
            book="01/2025",
            book_number=n + 1,
            number=f"{AGENCY}-{day:%y%m%d}-{n % 9999 + 1:04d}",
            procedure_code=procedure.code,
            procedure_name=procedure.name,
            summary="",
            agency_code=AGENCY,
            agency_name="Sở Tư pháp",
            channel=Channel.ONLINE if n % 3 == 0 else Channel.COUNTER,
            service_level=4 if n % 3 == 0 else 0,
            sets=1,
            owner_name=name,
            submitter_name=name,
            identity_number=f"012{chance.randint(0, 999_999_999):09d}",
            address=f"Tổ {n % 40 + 1}, phường Tân Phong, tỉnh Lai Châu",
            phone=f"+849{chance.randint(0, 99_999_999):08d}",
            received_at=received_at,
            due_at=due_at,
            result_at=result_at,
            returned_at=result_at + timedelta(hours=20),
            return_way=ReturnWay.COUNTER,
            giver="Lò Thị Lan",
            receiver=name,
            officer_name="Lò Thị Lan",
            place="Phường Tân Phong",
            state=State.RETURNED,
            rating="satisfied_service" if n % 10 == 0 else "",
            note="",
        )
