"""An administrator in the whole window: what stands in the rail, and the paper of a new seat."""

import pytest

from counter_app.bootstrap import NO_PRINTER
from counter_app.centre import administration
from counter_app.desk import Officer
from counter_app.devices.printers import FolderPrinters
from counter_app.paths import Paths
from counter_app.settings import SettingsFile
from tests.fixtures.desk import AGENCY, BUILDING
from tests.ui.places import cut_words
from ui.counter_pages import CounterPages, Place
from ui.main_window import MainWindow


@pytest.fixture
def window_of(bring_up, tasks, counter, tmp_path):
    """Show the window of an officer with these roles."""
    made = []

    def make(*roles):
        desk = counter.desk.served_by(Officer("khanh", "Đèo Văn Khánh", frozenset(roles)))
        window = MainWindow()
        paths = Paths(tmp_path / "window")
        printers = FolderPrinters(paths.papers, NO_PRINTER)
        settings = SettingsFile(paths.settings)
        place = Place(window, tasks, settings, printers, paths, lambda _: None)
        pages = CounterPages(desk, place)
        window.set_pages(pages.specs())
        made.append((window, pages))
        bring_up(window, 1366, 728)
        return window, paths

    yield make
    for window, pages in made:
        window.set_pages([])
        pages.stop()


def test_only_who_oversees_or_administers_sees_those_pages(window_of):
    for roles, shown in (
        (("intake",), [False, False]),
        (("inspector",), [True, False]),
        (("supervisor", "intake"), [True, False]),
        (("administrator",), [True, True]),
    ):
        window, _ = window_of(*roles)
        rail = [window.rail.button(key) is not None for key in ("monitor", "administration")]
        assert rail == shown, roles


def _whole(paper):
    """Tell whether a paper is written to its end."""
    return paper.read_bytes().rstrip().endswith(b"%%EOF")


def test_a_code_that_is_shown_once_is_printed(
    qtbot, window_of, centre, counter, postgres_url, monkeypatch
):
    monkeypatch.setenv("COUNTER_CENTRE_URL", postgres_url)
    roles = ["administrator", "intake", "supervisor"]
    with centre.writing() as (session, by):
        administration.define_officer(session, by, "khanh", "Đèo Văn Khánh", roles, "")
    counter.sync()
    window, paths = window_of(*roles)
    window.go("administration")
    page = window.page("administration")
    qtbot.waitUntil(lambda: page.current.model.shown.calendar is not None)
    page.choose(3)
    seats = page.current
    qtbot.waitUntil(lambda: seats.model.shown.read)
    seats.new.click()
    seats.model.edit("number", "9")
    seats.model.edit("agencies", AGENCY)
    seats.buttons["save"].click()
    qtbot.waitUntil(lambda: bool(seats.model.shown.secret))
    code = seats.model.shown.secret.rpartition(": ")[2]
    seats.secret.act.click()
    qtbot.waitUntil(lambda: any(map(_whole, paths.papers.glob("*.pdf"))), timeout=20_000)
    (paper,) = paths.papers.glob("*.pdf")
    assert code in _text(paper)
    assert cut_words(window) == []
    window.go("catalogue", BUILDING.code)
    catalogue = window.page("catalogue")
    qtbot.waitUntil(lambda: bool(catalogue.table.rows))
    catalogue.list.set_row(0)
    qtbot.waitUntil(catalogue.change.isVisible)
    catalogue.change.click()
    qtbot.waitUntil(page.current.post.isEnabled)
    page.current.post.click()
    qtbot.waitUntil(lambda: len(list(paths.papers.glob("*.pdf"))) == 2)


def _text(path):
    import pypdfium2

    return pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
