"""What can be printed of a dossier: its standing papers, and each letter that an act brought."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from counter_app.store.stories import Step, StepStanding, Story
from counter_app.usecases.printing import LETTERS, Form, PaperSize, prints
from ui.dossier_words import form_words, paper_words
from ui.moments import full_moment

PAPERS: tuple[tuple[Form, PaperSize], ...] = (
    (Form.RECEIPT, PaperSize.A5),
    (Form.RECEIPT, PaperSize.A4),
    (Form.RECEIPT, PaperSize.THERMAL),
    (Form.CONTROL_SLIP, PaperSize.A4),
    (Form.FOLDER_LABEL, PaperSize.LABEL),
)
"""What can be printed of every dossier."""


@dataclass(frozen=True, slots=True)
class Printable:
    """A paper; of a letter the act that brought it, its number, and when (ms UTC).

    `undone` tells that the act was taken back, `printed` how often the letter was printed.
    """

    form: Form
    paper: PaperSize
    act: UUID | None = None
    letter: str = ""
    at: int = 0
    undone: bool = False
    printed: int = 0

    @property
    def title(self) -> str:
        """Its name, with the letter's number."""
        return " ".join(word for word in (form_words(self.form), self.letter) if word)


def printable_of(story: Story | None) -> tuple[Printable, ...]:
    """Return every paper of a dossier, the latest letter first."""
    steps = () if story is None else story.steps
    letters = tuple(_letters(steps))
    return (*(Printable(form, paper) for form, paper in PAPERS), *reversed(letters))


def paper_of(form: Form) -> PaperSize:
    """Return on what a form is printed after an act."""
    if form is Form.RETURN_SLIP:
        return PaperSize.A5
    return next((paper for known, paper in PAPERS if known is form), PaperSize.A4)


def letter_number(step: Step) -> str:
    """Return the number of the letter that an act brought; "" without one."""
    told = step.record.get("letter")
    return str(told.get("number", "")) if isinstance(told, Mapping) else ""


def printable_words(one: Printable) -> str:
    """Return a paper's line in a menu."""
    translate = QCoreApplication.translate
    words = [f"{one.title}, {paper_words(one.paper)}"]
    if one.act is not None:
        words.append(full_moment(one.at))
    if count := one.printed:
        times = QCoreApplication.translate("Dossier", "printed %n time(s)", "", count)
        words.append(times)
    if one.undone:
        words.append(translate("Dossier", "taken back"))
    return " · ".join(words)


def _letters(steps: Sequence[Step]) -> Iterator[Printable]:
    done = prints((step.entry_id, step.kind, step.record) for step in steps)
    for step in steps:
        form = LETTERS.get(step.kind)
        if form is None or step.standing in {StepStanding.WITHHELD, StepStanding.NEWER}:
            continue
        yield Printable(
            form,
            paper_of(form),
            step.entry_id,
            letter_number(step),
            step.occurred_at,
            step.undone,
            done[form.value, step.entry_id],
        )
