"""From paragraphs to lines: measuring, breaking, aligning."""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple, Protocol

from counter_app.documents.blocks import EMPTY_BOX, TICKED_BOX, Align, Run, Text
from counter_app.documents.fonts import ASCENT, DESCENT, Face
from counter_app.documents.items import Box, Item, Stroke, Words

LINE: Final = ASCENT + DESCENT
"""Height of a line in ems of its own size."""
BOX: Final = 0.78
"""Side of a tick box in ems."""
SMALLEST: Final = 0.6
"""How far a one-line text may shrink before it is broken after all."""
_ROUNDING: Final = 1e-6
_BOXES: Final = (EMPTY_BOX, TICKED_BOX)


class Metrics(Hashable, Protocol):
    """How wide words are where they will be drawn."""

    def em_width(self, text: str, face: Face, size: float) -> float:
        """Return the width of `text` in ems when it is drawn in `size`."""
        ...

    def size(self, wanted: float) -> float:
        """Return the nearest size that the painter can draw."""
        ...

    def scale(self, size: float) -> float:
        """Return one value for all sizes in which widths in ems are the same."""
        ...


class _Part(NamedTuple):
    """Letters of one face that stand together without a space; width in ems."""

    text: str
    face: Face
    width: float


class _Word(NamedTuple):
    """Parts without a space between them; `space` is the width of one before the word."""

    parts: tuple[_Part, ...]
    width: float
    space: float


@dataclass(slots=True)
class _Line:
    words: list[_Word]
    width: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line placed in its column: items relative to the line's top left corner."""

    height: float
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets paragraphs in `em` units a body size; `hair` is the thinnest line that prints."""

    metrics: Metrics
    em: float
    hair: float
    dpi: float
    unit: float
    """Points per unit: 1 on pages, less on a raster of dots."""

    def lines(self, text: Text, width: float) -> list[SetLine]:
        """Break `text` into lines not wider than `width`; at least one line."""
        size = self.metrics.size(self.em * text.size)
        indent, hang = text.indent * self.em, text.hang * self.em
        if text.one_line:
            size = self._fitting(text.runs, size, width - indent)
        words = self._words(text.runs, size)
        first, other = (width - indent) / size, (width - indent - hang) / size
        broken = self._break(words, first, other, size)
        if text.most_lines and len(broken) > text.most_lines:
            broken = self._ended(broken[: text.most_lines], other, size)
        last = len(broken) - 1
        return [
            self._place(
                line,
                size,
                indent + (hang if number else 0.0),
                width,
                text.align,
                dotted=text.dotted and number == last,
            )
            for number, line in enumerate(broken)
        ]

    def _words(self, runs: tuple[Run, ...], size: float) -> tuple[_Word, ...]:
        return _measured(runs, self.metrics, self.metrics.scale(size))

    def _fitting(self, runs: tuple[Run, ...], size: float, room: float) -> float:
        """Return the size, not above `size`, in which the words fit in one line."""
        words = self._words(runs, size)
        wide = sum(word.space + word.width for word in words) * size
        if wide <= room:
            return size
        return self.metrics.size(max(size * room / wide * 0.995, size * SMALLEST))

    def _break(
        self, words: tuple[_Word, ...], first: float, other: float, size: float
    ) -> list[_Line]:
        """Fill lines with words; a word that is wider than a line is cut between letters."""
        line = _Line([], 0.0)
        lines = [line]
        room = first + _ROUNDING
        for word in words:
            wide = line.width + word.space + word.width if line.words else word.width
            if wide <= room:
                line.words.append(word)
                line.width = wide
                continue
            pieces = [word] if word.width <= other else self._cut(word, other, size)
            for piece in pieces:
                if line.words:
                    line = _Line([], 0.0)
                    lines.append(line)
                    room = other + _ROUNDING
                line.words.append(piece)
                line.width = piece.width
        return lines

    def _cut(self, word: _Word, room: float, size: float) -> Iterator[_Word]:
        text, used = "", 0.0
        parts: list[_Part] = []
        for part in word.parts:
            start = used
            for letter in part.text:
                wide = self._width(letter, part.face, size)
                if used + wide > room and (text or parts):
                    yield _Word((*parts, _Part(text, part.face, used - start)), used, word.space)
                    text, used, start = "", 0.0, 0.0
                    parts = []
                text += letter
                used += wide
            parts.append(_Part(text, part.face, used - start))
            text = ""
        yield _Word(tuple(parts), used, word.space)

    def _width(self, text: str, face: Face, size: float) -> float:
        return _em_width(text, face, self.metrics, self.metrics.scale(size))

    def _ended(self, lines: list[_Line], room: float, size: float) -> list[_Line]:
        """End the last line with an ellipsis."""
        last = lines[-1]
        dots = self._width("…", Face.REGULAR, size)
        while len(last.words) > 1 and last.width + dots > room:
            gone = last.words.pop()
            last.width -= gone.width + gone.space
        word = last.words.pop()
        ellipsis = _Part("…", word.parts[-1].face, dots)
        last.words.append(_Word((*word.parts, ellipsis), word.width + dots, word.space))
        last.width += dots
        return lines

    def _place(
        self, line: _Line, size: float, left: float, width: float, align: Align, *, dotted: bool
    ) -> SetLine:
        spare = width - left - line.width * size
        x = left
        if align is not Align.LEFT:
            x += spare / 2 if align is Align.CENTRE else spare
        baseline = ASCENT * size
        items = _items(line, x, baseline, size)
        end = x + (line.width + 0.2) * size
        if dotted and end < width:
            items.append(Stroke(end, baseline, width, baseline, self.hair, dotted=True))
        return SetLine(LINE * size, tuple(items))


def _items(line: _Line, x: float, baseline: float, size: float) -> list[Item]:
    """Return the words of a line placed from `x`, neighbours of one face joined into one item."""
    items: list[Item] = []
    text, face, start = "", Face.REGULAR, x
    for number, word in enumerate(line.words):
        gap, space = (" ", word.space * size) if number else ("", 0.0)
        for part in word.parts:
            wide = part.width * size
            is_box = part.text in _BOXES
            if text and (is_box or part.face is not face):
                items.append(Words(start, baseline, x - start, text, face, size))
                text = ""
            if is_box:
                x += space
                items.append(Box(x, baseline - wide, wide, part.text == TICKED_BOX))
            elif text:
                text += gap + part.text
                x += space
            else:
                text, face = part.text, part.face
                x += space
                start = x
            x += wide
            gap, space = "", 0.0
    if text:
        items.append(Words(start, baseline, x - start, text, face, size))
    return items


@lru_cache(maxsize=1024)
def _measured(runs: tuple[Run, ...], metrics: Metrics, scale: float) -> tuple[_Word, ...]:
    """Return the words of `runs`; a word may change its face inside.

    Kept, because a sheet that does not fit is set again in a smaller size.
    """
    words: list[_Word] = []
    parts: list[_Part] = []
    for run in runs:
        for number, text in enumerate(_clean(run.text).split(" ")):
            if number and parts:
                words.append(_joined(parts, metrics, scale))
                parts = []
            if text:
                parts.append(_Part(text, run.face, _em_width(text, run.face, metrics, scale)))
    if parts:
        words.append(_joined(parts, metrics, scale))
    return tuple(words)


def _joined(parts: list[_Part], metrics: Metrics, scale: float) -> _Word:
    width = parts[0].width if len(parts) == 1 else sum(part.width for part in parts)
    return _Word(tuple(parts), width, metrics.em_width(" ", parts[0].face, scale))


def _em_width(text: str, face: Face, metrics: Metrics, scale: float) -> float:
    return BOX if text in _BOXES else metrics.em_width(text, face, scale)


def _clean(text: str) -> str:
    # reportlab draws combining marks beside their letter, so it gets composed ones.
    composed = unicodedata.normalize("NFC", text)
    return composed if composed.isprintable() else _printable(composed)


def _printable(text: str) -> str:
    """Return `text` with line ends and tabs as spaces and without invisible marks."""
    kept = (" " if letter in "\n\r\t\v\f\u2028\u2029" else letter for letter in text)
    return "".join(
        letter for letter in kept if letter.isprintable() or unicodedata.category(letter) == "Zs"
    )
