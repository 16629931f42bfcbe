"""Counting a till by notes, with the keys alone."""

import pytest
from PySide6.QtCore import Qt

from counter_app.domain.till import NOTES
from ui.widgets.note_count import NoteCount

ENTER = Qt.Key.Key_Return


@pytest.fixture
def panel(bring_up):
    made = bring_up(NoteCount(), 520, 420)
    made.set_expected(16_000)
    made.begin()
    return made


def told(panel):
    return dict(panel.sums.facts)


def test_numbers_typed_from_the_largest_down_add_up(panel, qtbot):
    for value in NOTES:
        edit = panel.counts[value]
        assert edit.hasFocus(), value
        if value in {10_000, 2_000}:
            qtbot.keyClicks(edit, "1" if value == 10_000 else "3")
        qtbot.keyClick(edit, ENTER)
    assert panel.notes == {10_000: 1, 2_000: 3}
    assert panel.total == 16_000
    assert told(panel)["Counted"] == "16.000 đồng"
    assert told(panel)["Difference"] == "none, the count agrees"
    assert not panel.reason.isEnabled()


def test_what_differs_is_told_and_its_reason_asked_for(panel, qtbot):
    edits = []
    panel.edited.connect(lambda: edits.append(panel.difference))
    qtbot.keyClicks(panel.counts[10_000], "1")
    assert told(panel)["Difference"] == "6.000 đồng missing"
    panel.counts[10_000].selectAll()
    qtbot.keyClicks(panel.counts[10_000], "2")
    assert told(panel)["Difference"] == "4.000 đồng too much"
    assert panel.reason.isEnabled()
    qtbot.keyClicks(panel.reason.line, "tra nham")
    assert panel.reason.text == "tra nham"
    assert edits[:2] == [-6_000, 4_000]
    assert len(edits) == 2 + len("tra nham")


def test_what_was_kept_comes_back_without_being_an_edit(panel):
    edits = []
    panel.edited.connect(lambda: edits.append(1))
    panel.set_notes({500_000: 2, 200: 5})
    panel.set_reason("đổi tiền lẻ")
    assert panel.total == 1_001_000
    assert panel.notes == {500_000: 2, 200: 5}
    assert edits == []
