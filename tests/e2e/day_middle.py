"""The middle of a whole day: money, papers that are asked for, stops, and the late ones."""

from __future__ import annotations

from datetime import timedelta

from counter_app.clock import SystemClock, local
from tests.e2e.day_intakes import Numbers
from tests.fixtures.counter_day import CounterDay


def take_money(day: CounterDay, taken: Numbers) -> None:
    """Two pay in cash, one by its telephone, one is let off."""
    for who, given in (("card", "10000"), ("on the spot", "2000")):
        owing(day, taken[who])
        day.until("page('fees').collect.pay.given.money.hasFocus()")
        day.type(given)
        day.press("f9")
        day.until("not page('fees').model.shown.due")
    owing(day, taken["transfer"])
    day.press("alt+2", "f9")
    day.until("page('fees').collect.awaited.seen.line.hasFocus()")
    day.type("FT2632100007")
    day.press("alt+n")
    day.until("not page('fees').model.shown.due")
    owing(day, taken["exempt"])
    day.press("alt+m")
    day.until("page('fees').collect.decision.document.line.hasFocus()")
    day.type("Giấy chứng nhận hộ nghèo số 12")
    day.press("f9")
    day.until("not page('fees').model.shown.due")


def owing(day: CounterDay, number: str) -> None:
    """Scan the receipt of whoever pays."""
    day.go("f12", "fees")
    day.scan(number)
    day.until("page('fees').collect.act.isEnabled() and page('fees').model.shown.due.total > 0")


def ask_for_papers(day: CounterDay, taken: Numbers) -> None:
    """Two lack a paper; one brings it the same day."""
    for who in ("by hand", "old number"):
        day.begin(taken[who], "ask", "alt+b")
        day.press("space", "tab")
        day.type("Thiếu chữ ký của người khai")
        day.do()
    day.begin(taken["by hand"], "papers_in", "alt+b")
    day.do()


def stop(day: CounterDay, taken: Numbers) -> None:
    """Two wait for others; one goes on the same day."""
    for who in ("new card", "next"):
        day.begin(taken[who], "stop", "alt+d")
        day.press("down", "return")
        day.type("Chờ ý kiến của cơ quan khác")
        day.do()
    day.begin(taken["new card"], "resume", "alt+d")
    day.do()


def withdraw(day: CounterDay, number: str) -> None:
    """Somebody takes the dossier back."""
    day.begin(number, "withdraw", "alt+r")
    day.press("return")
    day.type("Người nộp xin rút để bổ sung")
    day.do()


def apologise(day: CounterDay) -> None:
    """Write to all whose result is overdue."""
    later = local(SystemClock().now_ms()) + timedelta(days=9)
    day.go("f5", "deadlines")
    day.press("alt+l")
    day.until("len(page('deadlines').late.table.rows) == 2")
    day.press("alt+a", "alt+g")
    day.until("page('deadlines').late.card.isVisible()")
    day.press("down", "return")
    day.fill("Chờ xác minh của xã", f"{later:%d/%m/%Y}")
    day.press("f9")
    day.until("page('deadlines').late.card.isHidden()")
    day.until("page('deadlines').late._model.shown.counts['unanswered'] == 0")
