"""The second half of a whole day: to the agencies and back, out to the citizens, and the close."""

from __future__ import annotations

from tests.e2e.day_intakes import ANH, PAO, Numbers
from tests.fixtures.counter_day import CounterDay

AUTHORISATION = "Giấy ủy quyền ngày 20/11/2026"
WAYBILL = "EA123456789VN"


def hand_over(day: CounterDay, count: int) -> None:
    """Everything that waits goes to its agency, with one list."""
    day.go("f6", "hand_over")
    day.until(f"len(page('hand_over').table.rows) == {count}")
    day.press("alt+a", "f9")
    day.until("len(page('hand_over').table.rows) == 0")


def bring_results(day: CounterDay, numbers: list[str]) -> None:
    """Results come back, scanned one after the other."""
    day.go("f6", "hand_over")
    day.press("alt+2")
    day.until("page('hand_over').arrived.isVisible() and len(page('hand_over').table.rows) > 0")
    for count, number in enumerate(numbers, start=1):
        day.scan(number)
        day.until(f"page('hand_over')._model.shown.ticked == {count}")
    day.press("f9")
    day.until("page('hand_over')._model.shown.ticked == 0")


def return_on_the_spot(day: CounterDay, number: str) -> None:
    """What is done on the spot is made and handed out in one act."""
    opened(day, number)
    give_out(day)


def return_results(day: CounterDay, taken: Numbers, waiting: str) -> None:
    """Four ways out: with the own card, with a paper of the owner, by post, by e-mail."""
    opened(day, taken["card"])
    day.scan(ANH)
    give_out(day)
    opened(day, waiting)
    day.scan(PAO)
    day.enter_into("page('return').collector.authorisation.line", AUTHORISATION)
    give_out(day)
    opened(day, taken["post"])
    day.enter_into("page('return').collector.waybill.line", WAYBILL)
    give_out(day)
    opened(day, taken["electronic"])
    give_out(day)


def opened(day: CounterDay, number: str) -> None:
    """Scan the receipt of whoever comes."""
    day.go("f3", "return")
    day.scan(number)
    day.until("page('return').act.isEnabled()")


def give_out(day: CounterDay) -> None:
    """Return the result and print the slip."""
    day.press("f9")
    day.until("not page('return').act.isEnabled()")


def count_and_close(day: CounterDay, notes: dict[int, int]) -> str:
    """Mend what stands against closing, close, and prove the day; return the code of the proof."""
    day.go("f7", "sync")
    led_to(day, "cash_uncounted")
    day.until("page('sync').closing.count.notes.isVisible()")
    for value, count in notes.items():
        day.enter_into(f"page('sync').closing.count.notes.counts[{value}]", str(count))
    day.press("ctrl+return")
    day.until("page('sync').closing.reasons.isVisible()")
    led_to(day, "receipts_unprinted")
    day.until("not page('sync').closing._model.shown.left")
    day.press("f9")
    day.until("page('sync').closing._model.shown.is_closed")
    return str(day.see("page('sync').closing.steps.code.text()"))


def led_to(day: CounterDay, against: str) -> None:
    """Let F9 lead to what stands against closing, and Enter do what mends it."""
    day.until(f"{against!r} in [one.against for one in page('sync').closing._model.shown.left]")
    day.press("f9")
    day.until(f"page('sync').closing._model.shown.chosen == {against!r}")
    day.press("return")
