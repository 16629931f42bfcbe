from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.widgets.flow import FlowLayout


def lines(widgets):
    return sorted({widget.y() for widget in widgets if widget.isVisible()})


def test_what_has_no_room_goes_on_below_and_what_is_hidden_takes_none(qtbot):
    window, flow = QWidget(), QWidget()
    qtbot.addWidget(window)
    line = FlowLayout(flow)
    widgets = [QPushButton(str(number)) for number in range(4)]
    for widget in widgets:
        widget.setFixedSize(100, 30)
        line.addWidget(widget)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(flow)
    column.addStretch(1)
    window.resize(424, 300)
    window.show()
    assert len(lines(widgets)) == 1
    window.resize(316, 300)  # three of them and their gaps, and not a pixel more
    qtbot.waitUntil(lambda: len(lines(widgets)) == 2)
    assert flow.height() == 2 * widgets[0].height() + line.spacing()
    assert window.minimumSizeHint().width() == 100
    widgets[0].hide()
    qtbot.waitUntil(lambda: len(lines(widgets)) == 1)
