"""The intakes of a whole day, each of another kind."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

from counter_app.clock import SystemClock, local
from tests.fixtures.counter_day import CounterDay
from tests.fixtures.desk import BIRTH, BUILDING, CERTIFICATION, EXTRACT
from tests.fixtures.whole_day import HOURS, MONTHS

ANH = "012186999901|045999001|Lò Thị Ánh|12031986|Nữ|Tổ 5, phường Tân Phong|06022023"
"""A card of the first kind: seven fields."""
PAO = "012090123451||Vàng A Páo|01061990|Nam|Bản Nà Đon|02082024||Vàng A Súa|Lý Thị Mỷ|"
"""A card of 2024: eleven fields."""
MY = "012195000122|045123456|Sùng Thị Mỷ|03041995|Nữ|Tổ 3|10102022"
SANG = "012088000455||Mùa A Sang|09091988|Nam|Tổ 7|11112021"
ONLINE = ("000.00.14.H35-261101-9001", "000.00.14.H35-261101-9002")
Numbers = dict[str, str]


def take_in_all(day: CounterDay, folder: Path) -> Numbers:
    """Take in dossiers of all kinds; return their numbers by what is special about each."""
    taken = {
        "card": day.by_card(EXTRACT.code, ANH),
        "new card": day.by_card(HOURS.code, PAO),
        "by hand": day.by_hand(BIRTH.code, "Nguyễn Văn Tạo", "012085000777", "0912345678"),
        "old number": day.by_hand(BIRTH.code, "Giàng Thị Dở", "045123999"),
        "organisation": an_organisation(day),
        "authorised": an_authorised(day),
        "on the spot": day.by_card(CERTIFICATION.code, MY),
        "exempt": day.by_card(BUILDING.code, SANG),
        "transfer": day.by_card(EXTRACT.code, MY),
        "free rows": with_free_rows(day),
        "post": to_be_posted(day),
        "electronic": to_be_mailed(day),
    }
    taken |= one_after_the_other(day)
    taken |= with_one_put_aside(day)
    taken["copy"] = copied(day, taken["organisation"])
    taken["twice"] = received_all_the_same(day)
    refuse(day)
    taken |= from_the_portal(day, folder)
    return taken


def an_organisation(day: CounterDay) -> str:
    """A company hands in three sets for a building."""
    day.choose(BUILDING.code)
    day.press("shift+return", "down", "return")
    day.fill("Công ty TNHH Hoa Ban", "0100233488", "02133876337", "Lò Văn Ón")
    day.press("alt+4")
    day.fill("", "", "", "")
    day.until("page('intake').returning.sets.number.hasFocus()")
    day.press("up", "up")
    return day.receive()


def an_authorised(day: CounterDay) -> str:
    """Somebody hands in for another, with a paper."""
    day.choose(MONTHS.code)
    day.scan(ANH)
    day.fill("0987654321", "", "", "", "")
    day.until("page('intake').parties.same.hasFocus()")
    day.press("space", "shift+return")
    day.fill("Giấy ủy quyền số 12/2026")
    day.press("return", "return")
    day.until("page('intake').parties.sides['owner'].name.line.hasFocus()")
    day.fill("Hoàng Văn Thụ", "012070000333")
    return day.receive()


def with_free_rows(day: CounterDay) -> str:
    """A paper comes that the procedure does not ask for."""
    day.choose(BIRTH.code)
    day.fill("Chảo Thị Sến", "012193000321")
    day.press("alt+3", "insert")
    day.type("Đơn cam kết của gia đình")
    day.press("return")
    return day.receive()


def to_be_posted(day: CounterDay) -> str:
    """The result is to go by post."""
    day.choose(BIRTH.code)
    day.fill("Lý A Tủa", "012087000654", "0911222333")
    day.press("alt+4", "down", "return")
    day.fill("Bản Nậm Loỏng, phường Quyết Thắng")
    return day.receive()


def to_be_mailed(day: CounterDay) -> str:
    """The result is to go by e-mail."""
    day.choose(MONTHS.code)
    day.fill("Đỗ Thị Hà", "012192000987")
    day.press("alt+4", "down", "down", "return")
    day.fill("ha.do@example.vn")
    return day.receive()


def one_after_the_other(day: CounterDay) -> Numbers:
    """Two come with the same wish: receive and go on with the same procedure."""
    day.choose(HOURS.code)
    day.fill("Tao Văn Pản", "012089000111")
    first = day.receive("shift+f9")
    day.until("page('intake').papers.rows.rowCount() > 0")
    day.until("page('intake').parties.sides['submitter'].name.line.hasFocus()")
    day.fill("Lường Thị Khặn", "012194000222")
    return {"first": first, "next": day.receive()}


def with_one_put_aside(day: CounterDay) -> Numbers:
    """One fetches a paper, the next is served, the first goes on."""
    day.choose(BIRTH.code)
    day.fill("Phàn Thị Mẩy", "012191000555")
    day.press("f11")
    day.until("page('intake').drafts.isEnabled()")
    between = day.by_hand(MONTHS.code, "Quàng Văn Inh", "012086000444")
    day.choose_first("ctrl+d")
    day.until("'Phàn Thị Mẩy' == page('intake').parties.sides['submitter'].name.line.text()")
    return {"between": between, "put aside": day.receive()}


def copied(day: CounterDay, number: str) -> str:
    """The company comes with another building like the first."""
    day.go("f4", "dossiers")
    day.scan(number)
    day.until("'copy' in page('dossiers')._dossier.acts.deeds")
    day.press("alt+m")
    day.until("window.current == 'intake' and page('intake').papers.rows.rowCount() > 0")
    day.press("ctrl+shift+d", "f9")
    return all_the_same(day)


def received_all_the_same(day: CounterDay) -> str:
    """The same person, the same procedure: the officer is told, and receives it."""
    day.choose(EXTRACT.code)
    day.scan(ANH)
    day.press("ctrl+shift+d", "f9")
    return all_the_same(day)


def all_the_same(day: CounterDay) -> str:
    """Receive what may be here already."""
    before = day.see("page('intake').last.number.text()")
    day.until("page('intake').duplicates.isVisible()")
    day.press("right", "right", "return")
    day.until(f"page('intake').last.number.text() not in ('', {before!r})")
    return str(day.see("page('intake').last.number.text()"))


def refuse(day: CounterDay) -> None:
    """A citizen is sent away, with a letter that says why."""
    day.choose(BIRTH.code)
    day.fill("Ma Thị Súng")
    day.press("alt+t")
    day.until("page('intake').away.reason.area.hasFocus()")
    day.type("Hồ sơ không thuộc thẩm quyền giải quyết")
    day.press("f9")
    day.until("page('intake').away.isHidden()")


def from_the_portal(day: CounterDay, folder: Path) -> Numbers:
    """Two dossiers come over the portal with their numbers: one is taken in, one refused."""
    at = local(SystemClock().now_ms()) - timedelta(hours=3)
    messages = [
        {
            "MaHoSo": number,
            "MaTTHC": BIRTH.code,
            "ChuHoSo": name,
            "NgayTiepNhan": f"{at:%Y%m%d%H%M%S}",
            "TaiLieuNop": [{"TenGiayTo": "Tờ khai"}],
        }
        for number, name in zip(ONLINE, ("Lò Văn Páo", "Vàng Thị Xua"), strict=True)
    ]
    file = folder / "portal.json"
    file.write_text(json.dumps(messages, ensure_ascii=False), "utf-8")
    day.go("f2", "intake")
    day.choose_file("alt+o", file)
    day.begin(ONLINE[0], "take_online", "alt+n")
    day.do()
    day.begin(ONLINE[1], "refuse_online", "alt+r")
    day.type("Hồ sơ không thuộc thẩm quyền")
    day.do()
    return {"online": ONLINE[0], "online refused": ONLINE[1]}
