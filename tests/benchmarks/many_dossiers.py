"""A local file with very many dossiers of plausible people, made straight into the tables."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select, text

from counter_app.clock import VIETNAM, to_ms
from counter_app.journal import dossiers
from counter_app.schema.tables import dossier
from counter_app.store.engine import Store
from counter_app.store.migrations import migrate
from counter_app.text import name_order
from counter_app.usecases.intake import receive
from tests.fixtures.desk import birth_intake, opened_desk

FAMILIES = (
    ("Nguyễn", 38),
    ("Trần", 12),
    ("Lê", 10),
    ("Phạm", 7),
    ("Hoàng", 4),
    ("Phan", 4),
    ("Vũ", 3),
    ("Đặng", 3),
    ("Bùi", 2),
    ("Đỗ", 2),
    ("Hồ", 2),
    ("Ngô", 2),
    ("Lò", 2),
    ("Vàng", 1),
    ("Giàng", 1),
    ("Lý", 1),
    ("Đinh", 1),
    ("Quàng", 1),
    ("Tòng", 1),
    ("Sùng", 1),
)
MIDDLES = ("Thị", "Văn", "Đức", "Hữu", "Ngọc", "Minh", "Thanh", "Quang", "Xuân", "Thu", "Hoài")
GIVEN = (
    "Ánh",
    "Anh",
    "Bình",
    "Cường",
    "Dung",
    "Đạt",
    "Đức",
    "Giang",
    "Hà",
    "Hải",
    "Hạnh",
    "Hiếu",
    "Hoa",
    "Hòa",
    "Huệ",
    "Hùng",
    "Hương",
    "Khánh",
    "Lan",
    "Linh",
    "Long",
    "Mai",
    "Minh",
    "Nam",
    "Nga",
    "Nghĩa",
    "Ngọc",
    "Nhung",
    "Oanh",
    "Phong",
    "Phúc",
    "Phương",
    "Quân",
    "Quỳnh",
    "Sơn",
    "Tâm",
    "Thảo",
    "Thắng",
    "Thủy",
    "Trang",
    "Trung",
    "Tuấn",
    "Uyên",
    "Vân",
    "Việt",
    "Xuyến",
    "Yến",
)
TODAY = date(2026, 11, 20)
AGENCIES = tuple(f"000.00.{n}.H35" for n in range(10, 27))
_STEP = 20_000


def make(path: Path, count: int) -> Store:
    """Return an open file at `path` with `count` dossiers, the last received today."""
    store = Store(path)
    migrate(store)
    chance = random.Random(7)
    with store.writing() as session:
        for first in range(0, count, _STEP):
            rows = list(_rows(chance, first, min(first + _STEP, count), count))
            session.execute(insert(dossier), rows)
            session.execute(
                text("INSERT INTO dossier_words(rowid, words) VALUES (:id, :words)"),
                [{"id": row["id"], "words": dossiers.words(row)} for row in rows],
            )
    with store.writing() as session:
        session.exec_driver_sql("INSERT INTO dossier_words(dossier_words) VALUES ('optimize')")
        session.exec_driver_sql("ANALYZE")
    return store


def a_name(chance: random.Random) -> str:
    """Return a name whose parts are as frequent as in Vietnam."""
    family = chance.choices([name for name, _ in FAMILIES], [weight for _, weight in FAMILIES])[0]
    return f"{family} {chance.choice(MIDDLES)} {chance.choice(GIVEN)}"


def _rows(chance: random.Random, first: int, last: int, count: int) -> Iterator[dict[str, Any]]:
    alike = _row_of_one_intake()
    for n in range(first, last):
        back = (count - n) * 1500 // count
        received_on = TODAY - timedelta(days=back)
        received_at = to_ms(datetime.combine(received_on, time(9), VIETNAM))
        due_on = received_on + timedelta(days=chance.randint(1, 30))
        due_at = received_at + (due_on - received_on).days * 86_400_000
        name = a_name(chance)
        number = f"{chance.choice(AGENCIES)}-{received_on:%y%m%d}-{n % 9999 + 1:04d}"
        yield alike | {
            "id": n + 1,
            "subject": UUID(int=(received_at << 80) + n),
            "number": number,
            "state": 2 if due_on > TODAY or n % 5000 == 0 else 10,
            "agency_code": number.partition("-")[0],
            "submitter_name": name,
            "owner_name": name,
            "owner_order": name_order(name, person=True),
            "identity_number": f"012{chance.randint(0, 999_999_999):09d}",
            "phone": f"+849{chance.randint(0, 99_999_999):08d}",
            "received_at": received_at,
            "received_on": received_on,
            "due_at": due_at,
            "due_on": due_on,
            "seat_number": n % 20 + 1,
            "stream_id": UUID(int=n % 20),
            "seq": n + 1,
        }


def _row_of_one_intake() -> dict[str, Any]:
    """Return the row a real intake folds to, so that no column is forgotten."""
    with TemporaryDirectory() as folder, opened_desk(Path(folder) / "one.db") as desk:
        receive(desk, birth_intake())
        with desk.store.reading() as session:
            return dict(session.execute(select(dossier)).mappings().one())
