import logging
import sys
import threading

import pytest
from PySide6.QtCore import QTimer, qWarning

from ui.crash import CrashReports, report


@pytest.fixture
def reports(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.__excepthook__", lambda *_: None)
    made = CrashReports(tmp_path / "logs")
    made.paths = []
    made.written.connect(made.paths.append)
    made.install()
    yield made
    made.remove()


def fail_for(name):
    raise LookupError(f"no dossier of {name}")


def caught(name):
    try:
        try:
            fail_for(name)
        except LookupError as error:
            raise ValueError(name) from error
    except ValueError as error:
        return error


def test_a_report_tells_code_lines_and_versions_and_names_nobody():
    text = report(caught("Nguyễn Thị Ánh"))
    assert "Nguyễn" not in text
    assert "builtins.ValueError" in text
    assert "builtins.LookupError" in text
    assert "fail_for: raise LookupError" in text
    assert "PySide6 6." in text
    assert str(sys.version_info.major) in text


def test_a_bug_in_a_slot_is_reported_and_the_loop_goes_on(reports, qtbot):
    QTimer.singleShot(0, lambda: fail_for("Ánh"))
    with qtbot.captureExceptions():
        sys.excepthook = reports.take
        qtbot.waitUntil(lambda: len(reports.paths) == 1)
    after = []
    QTimer.singleShot(0, lambda: after.append(1))
    qtbot.waitUntil(lambda: after == [1])


def test_a_bug_on_another_thread_is_reported(reports, qtbot):
    thread = threading.Thread(target=fail_for, args=("Ánh",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(reports.paths) == 1)


def test_two_bugs_leave_two_reports(reports, tmp_path):
    for name in ("Ánh", "Đức"):
        error = caught(name)
        reports.take(type(error), error, error.__traceback__)
    assert len(set(reports.paths)) == len(list((tmp_path / "logs").iterdir())) == 2


def test_a_full_disk_does_not_stop_the_notice(reports, tmp_path):
    (tmp_path / "logs").write_text("a file in the way")
    error = caught("Ánh")
    reports.take(type(error), error, error.__traceback__)
    assert reports.paths == [""]


def test_an_interrupt_from_the_keyboard_is_no_bug(reports):
    reports.take(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert reports.paths == []


def test_words_of_qt_go_to_the_log(reports, caplog):
    with caplog.at_level(logging.WARNING, logger="qt"):
        qWarning("the layout is odd")
    assert "the layout is odd" in caplog.text


def test_an_error_that_leads_back_to_itself_ends_in_a_report():
    one, other = caught("Ánh"), caught("Đức")
    one.__cause__, other.__cause__ = other, one
    assert report(one).count("builtins.ValueError") == 2
