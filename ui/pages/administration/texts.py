"""Words of forms and notices: each as the program has it, and as the centre says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from counter_app.clock import VIETNAM, Clock, local, local_day
from counter_app.domain.form_texts import SHORTEST_MESSAGE, Words, as_words, fault_of, slots
from ui.pages.administration.listing import ListingViewModel, Values
from ui.pages.administration.reach import Reach
from ui.widgets.dates import parse_day, shown_day

if TYPE_CHECKING:
    from counter_app.centre.office import Office
    from counter_app.documents.preview import PageImage
    from counter_app.domain.receipt import Letterhead

NOTICES: Final = ""
_SAMPLE: Final = {
    "number": "000.00.00.H00-000000-0000",
    "due": "16:30 00/00/0000",
    "lookup": "0000",
}


@dataclass(frozen=True, slots=True)
class TextLine:
    """A text of a form, or of a kind of notice; `own` is what the centre says, None for nothing."""

    of_set: str
    section: str
    name: str
    original: Words
    own: Words | None

    @property
    def words(self) -> Words:
        """What is said now."""
        return self.original if self.own is None else self.own

    @property
    def is_notice(self) -> bool:
        return self.of_set == NOTICES


def shown_text(words: Words) -> str:
    """Return a text as it is typed: lists line by line."""
    return words if isinstance(words, str) else "\n".join(words)


class TextsViewModel(ListingViewModel):
    """Changes one text at a time; a paper printed again keeps the words of its day."""

    def __init__(self, reach: Reach, clock: Clock, parent: QObject | None = None) -> None:
        self._clock = clock
        self._record: Mapping[str, Any] = {}
        self._letterhead: Letterhead | None = None
        super().__init__(reach, parent)

    @property
    def today(self) -> date:
        """The day it is here."""
        return local_day(self._clock.now_ms())

    def read(self, office: Office) -> tuple[Any, ...]:
        """Return every text of the forms in force, and of notices."""
        from counter_app.documents.forms import form_set
        from counter_app.store.form_texts import notice_originals, originals, own_texts
        from counter_app.store.reference import settings

        today = self.today
        self._record = record = office.ask(own_texts, today)
        self._letterhead = office.ask(settings, today).letterhead()
        name = form_set(today).name
        own = record.get("sets", {}).get(name, {})
        return (
            *_lines(name, originals()[name], own),
            *_lines(NOTICES, notice_originals(), record.get("notices", {})),
        )

    def values_of(self, row: TextLine) -> Values:
        """Return the text as it is said now."""
        return {"text": shown_text(row.words), "valid_from": shown_day(self.today)}

    def blank(self) -> Values:
        """Return nothing: no form gets a text more."""
        return {"text": "", "valid_from": shown_day(self.today)}

    def key_of(self, row: TextLine) -> object:
        """Texts are told by their place."""
        return row.of_set, row.section, row.name

    def wrong(self) -> dict[str, str]:
        """Return what is wrong in the form, by field."""
        day = self._day()
        early = day is None or day < self.today
        faults = {"valid_from": self.tr("Today at the earliest.") if early else "", "text": ""}
        picked: TextLine | None = self.shown.picked
        if picked is not None:
            typed = self._typed(picked)
            what = fault_of(
                picked.section, picked.name, picked.original, typed, notice=picked.is_notice
            )
            faults["text"] = self._fault_words(what, picked)
        return faults

    def save(self) -> None:
        """Publish the text that stands in the form."""
        picked: TextLine | None = self.shown.picked
        if picked is None or self.fault(**self.wrong()):
            return
        typed = self._typed(picked)
        self._say(picked, None if typed == picked.original else typed)

    def restore(self) -> None:
        """Say what the program says again."""
        picked: TextLine = self.shown.picked
        if self.asked_twice("restore"):
            self._say(picked, None)

    def may_restore(self) -> bool:
        """Tell whether the centre says something of its own."""
        return self.shown.picked is not None and self.shown.picked.own is not None

    def message(self) -> str:
        """Return what a citizen would read; "" for what is no notice, or cannot be."""
        picked: TextLine | None = self.shown.picked
        if picked is None or not picked.is_notice or self.wrong()["text"]:
            return ""
        told = {
            **dict.fromkeys(("procedure", "agency", "centre", "phone"), "…"),
            **_SAMPLE,
        }
        if self._letterhead is not None:
            told |= {"centre": self._letterhead.office, "phone": self._letterhead.phone}
        return shown_text(self._typed(picked)).format(**told)

    def draw(self, width: int) -> Sequence[PageImage]:
        """Return the pages of the picked form in the words that stand here; off the GUI thread."""
        from counter_app.centre.form_texts import with_text
        from counter_app.documents import preview
        from counter_app.documents.forms import form_set
        from counter_app.documents.own_forms import with_texts
        from counter_app.documents.samples import sample_pdf

        picked: TextLine | None = self.shown.picked
        letterhead = self._letterhead
        if picked is None or picked.is_notice or letterhead is None:
            return ()
        place = (picked.of_set, picked.section, picked.name)
        sound = not self.wrong()["text"]
        words = self._typed(picked) if sound else picked.words
        record = with_text(dict(self._record), place, words)
        forms = with_texts(form_set(self.today), record)
        at = local(self._clock.now_ms()).astimezone(VIETNAM)
        pdf = sample_pdf(picked.section, forms, letterhead, at)
        return [
            preview.page_image(pdf, page, width=width) for page in range(preview.page_count(pdf))
        ]

    def _say(self, picked: TextLine, words: Words | None) -> None:
        place, day = (picked.of_set, picked.section, picked.name), self._day() or self.today

        def work(office: Office) -> None:
            from counter_app.centre import form_texts

            office.act(form_texts.say, place, words, day)

        said = self.tr("The text is published; papers from {day} on have it.")
        self.act(work, said.format(day=shown_day(day)))

    def _typed(self, picked: TextLine) -> Words:
        text = str(self.shown.values.get("text") or "").strip()
        if isinstance(picked.original, str):
            return text
        return tuple(line.strip() for line in text.splitlines() if line.strip())

    def _fault_words(self, what: str, picked: TextLine) -> str:
        allowed = ", ".join(f"{{{name}}}" for name in sorted(slots(picked.original)))
        words = {
            "": "",
            "empty": self.tr("Fill this in."),
            "long": self.tr("This is too long."),
            "braces": self.tr("Braces stand only around a word that is filled in."),
            "slots": self.tr("Only these are filled in: {names}").format(names=allowed or "-"),
            "lines": self.tr("It has to have as many lines as before."),
            "letters": self.tr("Short messages have no diacritics."),
            "message": self.tr("Longer than one message of {most} letters.").format(
                most=SHORTEST_MESSAGE
            ),
        }
        return words[what]

    def _day(self) -> date | None:
        return parse_day(self.text("valid_from"), self.today.year)


def _lines(
    of_set: str, sections: Mapping[str, Mapping[str, Words]], own: Mapping[str, Mapping[str, Any]]
) -> Iterator[TextLine]:
    for section, texts in sections.items():
        for name, original in texts.items():
            said = own.get(section, {}).get(name)
            yield TextLine(
                of_set, section, name, original, None if said is None else as_words(said)
            )
