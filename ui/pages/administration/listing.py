"""What the parts of the administration have in common: rows, one of them picked, acts on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from counter_app.errors import CounterError
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.pages.administration.reach import Reach

if TYPE_CHECKING:
    from counter_app.centre.office import Office

T = TypeVar("T")
Values = Mapping[str, object]


@dataclass(frozen=True)
class Shown:
    """All that a part shows. `picked` is the row in the form, None for a new one.

    `secret` is a code or a password that is shown once; `sure` is the act that waits for a second
    press.
    """

    rows: tuple[Any, ...] = ()
    read: bool = False
    busy: bool = False
    picked: Any = None
    values: Values = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)
    secret: str = ""
    sure: str = ""
    notice: Notice | None = None


class ListingViewModel(QObject):
    """Rows read at the centre, and a form in which one of them is changed or a new one made."""

    changed = Signal()
    published = Signal()
    """Something was changed at the centre: the next sync brings it here."""

    def __init__(self, reach: Reach, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reach = reach
        self.shown = Shown(values=self.blank())

    def read(self, office: Office) -> tuple[Any, ...]:
        """Return the rows; runs on the outside lane."""
        raise NotImplementedError

    def blank(self) -> Values:
        """Return what the form of a new row shows."""
        return {}

    def values_of(self, row: Any) -> Values:
        """Return what the form shows of a row."""
        raise NotImplementedError

    def key_of(self, row: Any) -> object:
        """Return what stays the same when a row changes."""
        raise NotImplementedError

    def wrong(self) -> Values:
        """Return what is wrong in the form, by field."""
        return {}

    def leave(self, name: str) -> None:
        """Check a field that was typed in, as one goes on from it."""
        said = str(self.wrong().get(name, ""))
        typed = self.shown.values.get(name) not in (None, "", False)
        if said and typed and name not in self.shown.faults:
            self._show(replace(self.shown, faults={**self.shown.faults, name: said}))

    def found_again(self, rows: tuple[Any, ...], picked: Any) -> Any:
        """Return the row that is the picked one, after the rows were read again."""
        key = self.key_of(picked)
        return next((one for one in rows if self.key_of(one) == key), None)

    def refresh(self) -> None:
        """Read the rows again."""
        self._reach.run(self, self.read, self._take, self._failed)

    def pick(self, place: int) -> None:
        """Show a row in the form."""
        if 0 <= place < len(self.shown.rows):
            row = self.shown.rows[place]
            if self.shown.picked is None or self.key_of(row) != self.key_of(self.shown.picked):
                self._show(self._with(row))

    def begin(self) -> None:
        """Start a new row."""
        self._show(self._with(None))

    def edit(self, name: str, value: object) -> None:
        """Take what was typed."""
        values = {**self.shown.values, name: value}
        faults = {key: fault for key, fault in self.shown.faults.items() if key != name}
        self._show(replace(self.shown, values=values, faults=faults, sure=""))

    def close_notice(self) -> None:
        """The officer has read it."""
        self._show(replace(self.shown, notice=None))

    def forget_secret(self) -> None:
        """The code was written down or printed."""
        self._show(replace(self.shown, secret=""))

    def text(self, name: str) -> str:
        """Return what stands in a field of the form."""
        value = self.shown.values.get(name)
        return "" if value is None else str(value).strip()

    def act(
        self,
        work: Callable[[Office], T],
        said: str,
        then: Callable[[T], None] | None = None,
    ) -> None:
        """Do an act at the centre, say so, and read the rows again."""

        def done(result: T) -> None:
            self._show(replace(self.shown, busy=False, sure="", notice=Notice(Kind.GOOD, said)))
            if then is not None:
                then(result)
            self.published.emit()
            self.refresh()

        if self.shown.busy:
            return
        self._show(replace(self.shown, busy=True, notice=None))
        if self._reach.run(self, work, done, self._failed) is None:
            self._show(replace(self.shown, busy=False))

    def asked_twice(self, act: str) -> bool:
        """Tell whether the act was asked for already; the first time, only say that."""
        if self.shown.sure == act:
            return True
        self._show(replace(self.shown, sure=act))
        return False

    def fault(self, **faults: str) -> bool:
        """Show what is wrong in the form; tell whether anything is."""
        wrong = {name: words for name, words in faults.items() if words}
        self._show(replace(self.shown, faults=wrong))
        return bool(wrong)

    def warn(self, words: str) -> None:
        """Say what keeps an act from being done."""
        self._show(replace(self.shown, notice=Notice(Kind.WARN, words)))

    def show_secret(self, text: str) -> None:
        """Show a code once."""
        self._show(replace(self.shown, secret=text))

    def _take(self, rows: tuple[Any, ...]) -> None:
        shown = replace(self.shown, rows=rows, read=True)
        if self.shown.picked is not None:
            row = self.found_again(rows, self.shown.picked)
            picked = self._with(row)
            shown = replace(shown, picked=row, values=picked.values)
        self._show(shown)

    def _with(self, row: Any) -> Shown:
        values = self.blank() if row is None else self.values_of(row)
        return replace(
            self.shown, picked=row, values=values, faults={}, sure="", secret="", notice=None
        )

    def _failed(self, error: CounterError) -> None:
        notice = Notice(Kind.BAD, describe(error))
        self._show(replace(self.shown, busy=False, sure="", notice=notice))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()
