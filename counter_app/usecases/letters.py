"""Letters with a gapless number per seat and year."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

from sqlalchemy import func, select

from counter_app.clock import local
from counter_app.desk import Desk
from counter_app.schema.acts import letter
from counter_app.store.engine import Session


class LetterForm(StrEnum):
    """Which form a letter is."""

    SUPPLEMENT = "supplement"
    REFUSAL = "refusal"
    APOLOGY = "apology"
    STOP = "stop"
    REFUND = "refund"


_SIGNS: Final = {
    LetterForm.SUPPLEMENT: "PBS",
    LetterForm.REFUSAL: "PTC",
    LetterForm.APOLOGY: "PXL",
    LetterForm.STOP: "TBD",
    LetterForm.REFUND: "BBHT",
}


def next_letter(session: Session, desk: Desk, form: LetterForm) -> dict[str, Any]:
    """Return what the record of an act says of its letter: the next number, e.g. "07-012/PXL"."""
    year = local(desk.clock.now_ms()).year
    series = f"{_SIGNS[form]}-{desk.seat.number:02d}/{year}"
    last = session.execute(
        select(func.max(letter.c.running)).where(letter.c.series == series)
    ).scalar()
    running = (last or 0) + 1
    return {
        "form": form.value,
        "series": series,
        "running": running,
        "number": f"{desk.seat.number:02d}-{running:03d}/{_SIGNS[form]}",
    }
