"""A workbook of people whose dossiers are alike: the empty one to fill in, and reading it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO, Final

from counter_app.domain.alike import AlikeLine
from counter_app.domain.dossier import Party, PartyKind, Sex
from counter_app.errors import CounterError
from counter_app.exchange.catalogue.guard import NO_WORKBOOK, WorkbookLimits, check_package
from counter_app.exchange.catalogue.problems import CatalogueTooLarge, CatalogueUnreadable
from counter_app.exchange.laid_out import GUIDE_TITLE, Column, Sheet, fill, guide
from counter_app.text import composed, folded

LIMITS: Final = WorkbookLimits(rows=20_000)
_HEADER_WITHIN: Final = 10
_LONGEST: Final = 500
_SEXES: Final[Mapping[str, Sex]] = {"nam": Sex.MALE, "nu": Sex.FEMALE}

PEOPLE: Final = Sheet(
    "Danh sách",
    "Mỗi hồ sơ một dòng. Thủ tục và giấy tờ chung được chọn trên màn hình trước khi nhập.",
    (
        Column("name", "Họ và tên người nộp", "Cá nhân nộp hồ sơ.", 28, required=True),
        Column("identity_number", "Số định danh", "Căn cước 12 số, CMND hoặc hộ chiếu.", 18),
        Column("born_on", "Ngày sinh", "Ngày/tháng/năm: 05/09/1988.", 14),
        Column("sex", "Giới tính", "Nam hoặc Nữ.", 10, choices=("Nam", "Nữ")),
        Column("address", "Địa chỉ", "Như trên giấy tờ.", 40),
        Column("phone", "Số điện thoại", "Di động 10 số.", 16),
        Column("email", "Email", "Nếu có.", 26),
        Column("owner_name", "Chủ hồ sơ", "Để trống nếu người nộp là chủ hồ sơ.", 28),
        Column("owner_number", "Số định danh chủ hồ sơ", "Số định danh hoặc mã số thuế.", 20),
        Column(
            "owner_kind",
            "Loại chủ hồ sơ",
            "Để trống: cá nhân.",
            14,
            choices=("Cá nhân", "Tổ chức"),
        ),
        Column("summary", "Trích yếu", "Nội dung riêng của hồ sơ này, nếu có.", 36),
        Column("note", "Ghi chú", "", 30),
    ),
)
_KEYS: Final = {folded(column.header): column.key for column in PEOPLE.columns}
_TITLES: Final = {column.key: column.header for column in PEOPLE.columns}


@dataclass(eq=False)
class PeopleUnreadable(CounterError):
    """the list {path} cannot be read: {reason}"""

    path: str
    reason: str


@dataclass(eq=False)
class PeopleLayout(CounterError):
    """the list {path} lacks the column “{missing}”; start from the template"""

    path: str
    missing: str


class Fault(StrEnum):
    """Why a line cannot be read."""

    MISSING = "missing"
    BAD_DAY = "bad_day"
    UNKNOWN_WORD = "unknown_word"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class PersonProblem:
    """A line that was left out: `row` counts from 1 in the file, `column` is a header."""

    row: int
    column: str
    fault: Fault
    found: str = ""


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """All lines that could be read, and what was wrong with the others."""

    lines: tuple[AlikeLine, ...]
    problems: tuple[PersonProblem, ...]


class _Wrong(Exception):
    def __init__(self, key: str, fault: Fault, found: str = "") -> None:
        super().__init__(key, fault, found)
        self.key, self.fault, self.found = key, fault, found


def people_template() -> bytes:
    """Return a workbook that `read_people` takes back: headers, explanations, no rows."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    fill(book, PEOPLE, ())
    guide(book, (PEOPLE,))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read_people(path: Path, limits: WorkbookLimits = LIMITS) -> PeopleFile:
    """Read a list of people.

    Raises:
        PeopleUnreadable, PeopleLayout.
    """
    try:
        with path.open("rb") as stream:
            check_package(stream, path, limits)
            return _read(_rows(stream), path, limits)
    except OSError as error:
        raise PeopleUnreadable(str(path), error.strerror or str(error)) from error
    except (CatalogueTooLarge, CatalogueUnreadable) as error:
        raise PeopleUnreadable(str(path), str(error)) from error
    except NO_WORKBOOK as error:
        raise PeopleUnreadable(str(path), f"it is no workbook ({error!r})") from error


def _rows(stream: BinaryIO) -> Iterator[tuple[Any, ...]]:
    from openpyxl import load_workbook

    book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
    try:
        sheets = [sheet for sheet in book.worksheets if sheet.title != GUIDE_TITLE]
        if sheets:
            # some writers declare a size that is not the real one, and then rows are left out
            sheets[0].reset_dimensions()
            yield from sheets[0].iter_rows(values_only=True)
    finally:
        book.close()


def _read(rows: Iterable[tuple[Any, ...]], path: Path, limits: WorkbookLimits) -> PeopleFile:
    counted = enumerate(rows, start=1)
    keys = _columns(counted, path)
    lines: list[AlikeLine] = []
    problems: list[PersonProblem] = []
    for place, row in counted:
        if place > limits.rows:
            raise PeopleUnreadable(str(path), f"it has more than {limits.rows} rows")
        cells = {key: row[at] for at, key in keys.items() if at < len(row)}
        if all(value in {None, ""} for value in cells.values()):
            continue
        try:
            lines.append(_line(place, cells))
        except _Wrong as wrong:
            problems.append(PersonProblem(place, _TITLES[wrong.key], wrong.fault, wrong.found))
    return PeopleFile(tuple(lines), tuple(problems))


def _columns(rows: Iterator[tuple[int, tuple[Any, ...]]], path: Path) -> dict[int, str]:
    for place, row in rows:
        named = ((at, _KEYS.get(folded(str(value)))) for at, value in enumerate(row) if value)
        keys = {at: key for at, key in named if key is not None}
        if "name" in keys.values():
            return keys
        if place >= _HEADER_WITHIN:
            break
    raise PeopleLayout(str(path), _TITLES["name"])


def _line(row: int, cells: Mapping[str, Any]) -> AlikeLine:
    name = _text(cells, "name")
    if not name:
        raise _Wrong("name", Fault.MISSING)
    submitter = Party(
        name=name,
        identity_number=_digits(_text(cells, "identity_number"), 11, 12),
        born_on=_day(cells, "born_on"),
        sex=_word(cells, "sex", _SEXES),
        address=_text(cells, "address"),
        phone=_digits(_text(cells, "phone"), 9, 10),
        email=_text(cells, "email"),
    )
    return AlikeLine(row, submitter, _owner(cells), _text(cells, "summary"), _text(cells, "note"))


def _owner(cells: Mapping[str, Any]) -> Party | None:
    name = _text(cells, "owner_name")
    if not name:
        return None
    kinds = {"ca nhan": PartyKind.PERSON, "to chuc": PartyKind.ORGANISATION}
    kind = _word(cells, "owner_kind", kinds) or PartyKind.PERSON
    number = _text(cells, "owner_number")
    return Party(
        kind=kind,
        name=name,
        identity_number=_digits(number, 11, 12) if kind is PartyKind.PERSON else number,
    )


def _text(cells: Mapping[str, Any], key: str) -> str:
    value = cells.get(key)
    if value is None:
        return ""
    # a spreadsheet keeps numbers as floats
    told = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    text = composed(told)
    if len(text) > _LONGEST:
        raise _Wrong(key, Fault.TOO_LONG, f"{text[:40]}…")
    return text


def _digits(text: str, without_zero: int, whole: int) -> str:
    """Give a number back the zero in front that a spreadsheet took away."""
    bare = text.replace(" ", "").replace(".", "")
    if bare.isdecimal() and len(bare) == without_zero:
        return bare.zfill(whole)
    return text


def _day(cells: Mapping[str, Any], key: str) -> date | None:
    value = cells.get(key)
    if isinstance(value, datetime):
        return value.date()
    text = _text(cells, key)
    if not text:
        return None
    try:
        return datetime.strptime(text.replace("-", "/"), "%d/%m/%Y").date()  # noqa: DTZ007 - a day
    except ValueError as error:
        raise _Wrong(key, Fault.BAD_DAY, text) from error


def _word(cells: Mapping[str, Any], key: str, known: Mapping[str, Any]) -> Any:
    text = _text(cells, key)
    if not text:
        return None
    found = known.get(folded(text))
    if found is None:
        raise _Wrong(key, Fault.UNKNOWN_WORD, text)
    return found
