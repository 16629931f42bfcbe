"""Amounts of money in Vietnamese: in words for fee receipts, in groups for the eye."""

from __future__ import annotations

from typing import Final

LIMIT: Final = 10**15
"""Amounts in words stay below this many đồng."""

_DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS: Final = {1: "mốt", 4: "tư", 5: "lăm"}
_BILLION: Final = 10**9


def in_words(amount: int) -> str:
    """Return whole đồng in words, such as "Năm mươi nghìn đồng".

    Raises:
        ValueError: the amount is negative or not below 10^15.
    """
    if not 0 <= amount < LIMIT:
        raise ValueError(f"no words for {amount}")
    billions, rest = divmod(amount, _BILLION)
    words = [*_below_billion(billions, leading=True), "tỷ"] if billions else []
    words += _below_billion(rest, leading=not billions)
    return " ".join([*(words or ["không"]), "đồng"]).capitalize()


def grouped(amount: int) -> str:
    """Return whole đồng with a point after each three digits, such as "50.000"."""
    return f"{amount:,}".replace(",", ".")


def _below_billion(number: int, leading: bool) -> list[str]:
    words: list[str] = []
    for size, unit in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        group = number // size % 1000
        if group:
            words += _below_thousand(group, leading)
            words += [unit] if unit else []
            leading = False
    return words


def _below_thousand(number: int, leading: bool) -> list[str]:
    """A group after a higher one says its hundreds even when there are none."""
    hundreds, rest = divmod(number, 100)
    if not hundreds and leading:
        return _below_hundred(rest)
    words = [_DIGITS[hundreds], "trăm"]
    if not rest:
        return words
    return [*words, *(["lẻ", _DIGITS[rest]] if rest < 10 else _below_hundred(rest))]


def _below_hundred(number: int) -> list[str]:
    tens, ones = divmod(number, 10)
    if not tens:
        return [_DIGITS[ones]]
    if tens == 1:
        words = ["mười"]
        last = "lăm" if ones == 5 else _DIGITS[ones]
    else:
        words = [_DIGITS[tens], "mươi"]
        last = _AFTER_TENS.get(ones, _DIGITS[ones])
    return [*words, last] if ones else words
