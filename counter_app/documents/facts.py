"""What a PDF tells in its keywords: whose paper it is and where its codes stand.

Knowing the places lets the check before printing render the codes alone.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from counter_app.documents.items import Page, Placed
from counter_app.errors import CounterError
from counter_app.records import from_record


@dataclass(eq=False)
class NotOurPaper(CounterError):
    """the PDF was not made by the Counter App or its description is damaged"""


@dataclass(frozen=True, slots=True)
class CodeArea:
    """Where a code stands with its quiet zone: page from 0, points from the top left corner."""

    page: int
    kind: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Facts:
    """The dossier of a paper and the places of its codes."""

    number: str
    owner: str
    codes: tuple[CodeArea, ...] = ()

    def to_text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))


def facts_of(number: str, owner: str, pages: Sequence[Page]) -> Facts:
    """Return the facts of finished pages."""
    codes = tuple(
        CodeArea(number_of_page, item.symbol.kind, *(round(edge, 2) for edge in item.area))
        for number_of_page, page in enumerate(pages)
        for item in page.items
        if isinstance(item, Placed)
    )
    return Facts(number, owner, codes)


def parse_facts(text: str) -> Facts:
    """Return the facts in the keywords of a PDF. Raises NotOurPaper."""
    try:
        return from_record(Facts, json.loads(text))
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise NotOurPaper from error
