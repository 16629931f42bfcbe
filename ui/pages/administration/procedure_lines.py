"""Fee tables, checklists and exemptions as lines of text that are typed, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from counter_app.domain.amounts import grouped
from counter_app.domain.procedure import (
    ChecklistLine,
    FeeExemption,
    FeeKind,
    FeeLine,
    is_procedure_code,
)
from counter_app.text import composed, folded

_PERCENT = re.compile(r"(.+?)[:,]?\s+(\d{1,3})\s*%", re.ASCII)
_COUNT = re.compile(r"(.+?)\s+(\d{1,3})", re.ASCII)


def fee_lines(fees: Sequence[FeeLine]) -> str:
    """Return a fee table as it is typed."""
    words = _kinds()
    return "\n".join(f"{words[fee.kind]} {grouped(fee.amount)} {fee.note}".strip() for fee in fees)


def fees_from(text: str) -> tuple[FeeLine, ...] | None:
    """Return the lines of a fee table; None where one cannot be read."""
    kinds = {word.casefold(): kind for kind, word in _kinds().items()}
    words = "|".join(sorted(map(re.escape, kinds), key=len, reverse=True))
    found = []
    for line in filter(None, map(composed, text.splitlines())):
        told = re.fullmatch(rf"({words})\s+(\d[\d.]*)\s*(.*)", line, re.IGNORECASE)
        if told is None:
            return None
        amount = int(told[2].replace(".", ""))
        found.append(FeeLine(kinds[told[1].casefold()], amount, told[3]))
    return tuple(found)


def paper_lines(checklist: Sequence[ChecklistLine]) -> str:
    """Return a checklist as it is typed: the name, then what is asked for, parted by ;."""
    return "\n".join(map(_paper_line, checklist))


def papers_from(text: str, former: Sequence[ChecklistLine]) -> tuple[ChecklistLine, ...]:
    """Return the checklist that was typed; a paper of which nothing is said needs one original.

    Args:
        former: a paper of which nothing was said before, either, stays so.
    """
    silent = {line.name for line in former if not _asked(line)}
    return tuple(_paper(line, silent) for line in filter(None, map(composed, text.splitlines())))


def exemption_lines(exemptions: Sequence[FeeExemption], words: Mapping[str, str]) -> str:
    """Return exemptions as they are typed; `words` of reason codes."""
    return "\n".join(f"{words.get(one.reason, one.reason)} {one.percent}%" for one in exemptions)


def exemptions_from(text: str, words: Mapping[str, str]) -> tuple[FeeExemption, ...] | None:
    """Return the exemptions that were typed; None where a line or a reason is not known."""
    codes = {folded(said): code for code, said in words.items()}
    found = []
    for line in filter(None, map(composed, text.splitlines())):
        told = _PERCENT.fullmatch(line)
        code = None if told is None else codes.get(folded(told[1]))
        if told is None or code is None or not 1 <= int(told[2]) <= 100:
            return None
        found.append(FeeExemption(code, int(told[2])))
    return tuple(found)


def linked_from(text: str) -> tuple[str, ...] | None:
    """Return procedure codes parted by spaces or commas; None where one is none."""
    codes = tuple(dict.fromkeys(text.replace(",", " ").replace(";", " ").split()))
    return codes if all(map(is_procedure_code, codes)) else None


def _kinds() -> dict[FeeKind, str]:
    translate = QCoreApplication.translate
    return {
        FeeKind.FEE: translate("ProcedureForm", "fee"),
        FeeKind.CHARGE: translate("ProcedureForm", "charge"),
        FeeKind.UNKNOWN: translate("ProcedureForm", "fee or charge"),
    }


def _counts() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "originals": translate("ProcedureForm", "originals"),
        "certified_copies": translate("ProcedureForm", "certified"),
        "photocopies": translate("ProcedureForm", "copies"),
    }


def _optional() -> str:
    return QCoreApplication.translate("ProcedureForm", "if any")


def _asked(line: ChecklistLine) -> bool:
    return bool(line.originals or line.certified_copies or line.photocopies)


def _paper_line(line: ChecklistLine) -> str:
    told = [line.name]
    told += [
        f"{word} {count}" for name, word in _counts().items() if (count := getattr(line, name))
    ]
    if not line.required:
        told.append(_optional())
    return "; ".join(told)


def _paper(line: str, silent: set[str]) -> ChecklistLine:
    """Read what stands behind the name, from the right, as far as it is understood."""
    words = {folded(word): name for name, word in _counts().items()}
    parts = [part.strip() for part in line.split(";")]
    counts: dict[str, int] = {}
    required = True
    while len(parts) > 1:
        told = _COUNT.fullmatch(parts[-1])
        if folded(parts[-1]) == folded(_optional()):
            required = False
        elif told is not None and folded(told[1]) in words:
            counts[words[folded(told[1])]] = int(told[2])
        elif parts[-1]:
            break
        parts.pop()
    name = "; ".join(parts)
    if not counts and name not in silent:
        counts = {"originals": 1}
    return ChecklistLine(
        name,
        counts.get("originals", 0),
        counts.get("certified_copies", 0),
        counts.get("photocopies", 0),
        required,
    )
