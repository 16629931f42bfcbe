"""A line that shows results while one types, worked with the keys alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import icons, tokens
from ui.notice import Kind
from ui.widgets.badge import badge_width, paint_badge

DEBOUNCE_MS = 60
_NOWHERE = QModelIndex()
_ROW = 48
_ROWS_SHOWN = 8
_SIDE = 12


@dataclass(frozen=True, slots=True)
class Hit:
    """One result: what is chosen, its title, a quiet line below, and a state at the right.

    One that is not `usable` is greyed and cannot be taken.
    """

    key: object
    title: str
    detail: str = ""
    kind: Kind | None = None
    badge: str = ""
    usable: bool = True


class _Hits(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()

    def show(self, hits: Sequence[Hit]) -> None:
        self.beginResetModel()
        self.hits = tuple(hits)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (hit.title, hit.detail, hit.badge) if part)
        return hit if role == Qt.ItemDataRole.UserRole else None


class _HitPainter(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        hit: Hit = index.data(Qt.ItemDataRole.UserRole)
        place: QRect = option.rect
        now = tokens.shown()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(now.accent_pale))
            painter.fillRect(
                QRect(place.left(), place.top(), 3, place.height()), QColor(now.accent)
            )
        room = place.adjusted(_SIDE, 5, -_SIDE, -5)
        if hit.kind is not None and hit.badge:
            width = badge_width(hit.badge, painter.font())
            paint_badge(
                painter,
                QRect(room.right() - width, room.top(), width, room.height()),
                hit.kind,
                hit.badge,
            )
            room.setRight(room.right() - width - _SIDE)
        title_font = QFont(option.font)
        title_font.setWeight(QFont.Weight.Medium)
        half = room.height() // 2
        upper = QRect(room.left(), room.top(), room.width(), half if hit.detail else room.height())
        self._line(painter, upper, title_font, now.text if hit.usable else now.quiet, hit.title)
        small = QFont(option.font)
        small.setPixelSize(12)
        lower = QRect(room.left(), room.top() + half, room.width(), half)
        self._line(painter, lower, small, now.quiet, hit.detail)
        painter.restore()

    @staticmethod
    def _line(painter: QPainter, place: QRect, font: QFont, ink: str, text: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, cut)


class SearchBox(QLineEdit):
    """Asks while one types and shows what was found below the line.

    The owner answers `asked` with `set_results`. Down and Up move among the results, Enter takes
    the marked one, Escape closes the list and, once more, empties the line. Where nothing is
    marked, Enter is left to the form unless somebody listens to `submitted`.
    """

    asked = Signal(str)
    """The text after a short rest in typing; "" when the line was emptied."""
    chosen = Signal(object)
    """The key of the result that was taken."""
    submitted = Signal(str)
    """Enter was pressed and nothing was there to take."""

    def __init__(
        self,
        placeholder: str = "",
        first_marked: bool = True,
        when_empty: bool = False,
        glass: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty line.

        Args:
            first_marked: Enter takes the first result; otherwise only what was marked by hand.
            when_empty: ask also with nothing typed, as soon as the line gets the focus.
            glass: show the magnifying glass.
        """
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setClearButtonEnabled(False)
        self._first_marked, self._when_empty = first_marked, when_empty
        self._hits = _Hits(self)
        self._popup: QFrame | None = None
        self._list = QListView()
        self._none = QLabel()
        self._none_words = self.tr("Nothing found. Try fewer words, or a number.")
        self._rest = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._rest.timeout.connect(self._ask)
        self._answered = True
        self._by_hand = self._entered = False
        self._list_width = 0
        self.textEdited.connect(lambda _: self._typed())
        self._glass = QLabel(self)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._glass.setVisible(glass)
        if glass:
            self.setTextMargins(24, 0, 0, 0)
            icons.put(self._glass, "search", "quiet", 18)

    @property
    def results(self) -> tuple[Hit, ...]:
        """What is offered."""
        return self._hits.hits

    @property
    def open(self) -> bool:
        """Whether the list of results can be seen."""
        return self._popup is not None and self._popup.isVisible()

    def set_empty_words(self, words: str) -> None:
        """Say this when nothing was found."""
        self._none_words = words

    def set_results(self, hits: Sequence[Hit]) -> None:
        """Show the answer to the last question; nothing is shown when the officer has gone on."""
        marked = self._list.currentIndex().row()
        before = self._hits.hits[marked].key if 0 <= marked < len(self._hits.hits) else None
        self._hits.show(hits)
        self._answered = True
        typed = self.text().strip()
        if not self.hasFocus() or not (typed or self._when_empty):
            self.close_results()
            return
        keys = [hit.key for hit in hits]
        first = 0 if self._first_marked and typed else -1
        place = keys.index(before) if self._by_hand and before in keys else first
        if keys or self._none_words:
            self._open()
        else:
            self.close_results()
        self._list.setCurrentIndex(self._hits.index(place) if keys and place >= 0 else _NOWHERE)
        if self._entered:
            self._entered = False
            if not self._take_marked():
                self.submitted.emit(self.text())

    def offer(self) -> None:
        """Ask again for what is typed; with nothing typed only where that is answered too."""
        if self.hasFocus():
            self._ask()

    def set_list_width(self, least: int) -> None:
        """Make the list at least so wide, where the window has room for it."""
        self._list_width = least

    def close_results(self) -> None:
        """Put the list away."""
        if self._popup is not None:
            self._popup.hide()

    def take(self, row: int) -> None:
        """Choose a result that is usable."""
        if 0 <= row < len(self._hits.hits) and self._hits.hits[row].usable:
            key = self._hits.hits[row].key
            self._rest.stop()
            self.close_results()
            self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Work the list with the keys."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._hits.hits:
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self._enter(event)
        elif key == Qt.Key.Key_Escape and (self.open or self.text()):
            self._escape()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the list away when the officer goes on."""
        super().focusOutEvent(event)
        self._entered = False
        self.close_results()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offer what there is before anything is typed."""
        super().focusInEvent(event)
        if self._when_empty and not self.text():
            self._ask()

    def resizeEvent(self, event: object) -> None:
        """Keep the glass in its place."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._glass.move(10, (self.height() - self._glass.height()) // 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() is QEvent.Type.Resize and self.open:
            self._place()
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._by_hand = self._entered = False
        self._rest.start()

    def _ask(self) -> None:
        self._rest.stop()
        text = self.text().strip()
        self._answered = False
        if not text and not self._when_empty:
            self._hits.show(())
            self.close_results()
        self.asked.emit(text)

    def _enter(self, event: QKeyEvent) -> None:
        if self._rest.isActive():  # Enter came before the rest
            self._ask()
        waits = self._first_marked and not (self._answered or self._by_hand)
        if waits and self.text().strip():
            self._entered = True  # nothing is taken by guess: the answer decides
        elif self._take_marked():
            return
        elif self._first_marked and self.text().strip():
            self.submitted.emit(self.text())
        else:
            event.ignore()

    def _take_marked(self) -> bool:
        """Take the marked result, if the list is open; one that is not usable stays marked."""
        index = self._list.currentIndex()
        if self.open and index.isValid():
            self.take(index.row())
            return True
        return False

    def _escape(self) -> None:
        self._entered = False
        if self.open:
            self.close_results()
        else:
            self.clear()
            self._ask()

    def _move(self, step: int) -> None:
        self._by_hand = True
        if not self.open:
            self._open()
            return
        row = self._list.currentIndex().row() + step
        self._list.setCurrentIndex(self._hits.index(row % len(self._hits.hits)))

    def _open(self) -> None:
        popup = self._popup or self._make_popup()
        none = not self._hits.hits
        self._none.setText(self._none_words)
        self._none.setVisible(none)
        self._list.setVisible(not none)
        self._place()
        popup.show()
        popup.raise_()

    def _make_popup(self) -> QFrame:
        # A child of the window, not a popup window: the focus, and with it the input method that
        # composes Vietnamese letters, must stay in the line.
        window = self.window()
        popup = QFrame(window)
        popup.setObjectName("popup")
        popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(popup)
        column.setContentsMargins(4, 4, 4, 4)
        self._list.setModel(self._hits)
        self._list.setItemDelegate(_HitPainter(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName(self.tr("Results"))
        self._list.clicked.connect(lambda index: self.take(index.row()))
        self._none.setProperty("role", "quiet")
        self._none.setContentsMargins(_SIDE, 8, _SIDE, 8)
        column.addWidget(self._list)
        column.addWidget(self._none)
        window.installEventFilter(self)
        self.destroyed.connect(popup.deleteLater)
        self._popup = popup
        return popup

    def _place(self) -> None:
        if self._popup is None:
            return
        rows = min(len(self._hits.hits), _ROWS_SHOWN)
        height = rows * _ROW + 10 if rows else 46
        corner = self.mapTo(self.window(), QPoint(0, self.height() + 2))
        height = max(min(height, self.window().height() - corner.y() - 8), 46)
        room = self.window().width() - corner.x() - 8
        width = max(self.width(), min(self._list_width, room))
        self._popup.setGeometry(QRect(corner, QSize(width, height)))
