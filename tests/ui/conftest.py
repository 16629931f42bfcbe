"""What tests of the window share."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.typing_vietnamese import type_vietnamese as _type_vietnamese
from ui.tasks import Immediate, Tasks
from ui.theme import Choice, Theme


@pytest.fixture(scope="session", autouse=True)
def _quick_collector() -> None:
    """Leave what is loaded for good out of every later look for what is left over."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _nothing_left_over(_quick_collector: None) -> Iterator[None]:
    """Let what a test leaves of its windows end here, not in the thread of a later test."""
    yield
    gc.collect()


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The window's look, in light colours."""
    return Theme(qapp, Choice.LIGHT)


@pytest.fixture
def bring_up(qtbot: QtBot, theme: Theme) -> Callable[..., QWidget]:
    """Show a widget as the active window, so that focus and shortcuts work; returns it."""

    shown: list[QWidget] = []  # the robot itself holds widgets weakly

    def bring(widget: QWidget, width: int = 1158, height: int = 712) -> QWidget:
        shown.append(widget)
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        qtbot.waitExposed(widget)
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return bring


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """Real workers; closed at the end of the test."""
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def immediate() -> Iterator[Immediate]:
    """Tasks without threads, for view models."""
    made = Immediate()
    yield made
    made.hold()  # the timers of a model may outlive the file it works on


@pytest.fixture
def type_vietnamese() -> Callable[[QWidget, str], None]:
    """The typing of an input method."""
    return _type_vietnamese
