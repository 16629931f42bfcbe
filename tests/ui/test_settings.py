import json

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from counter_app.devices.printers import FolderPrinters
from counter_app.settings import LocalSettings, SettingsFile
from tests.ui.places import cut_words
from ui.pages.settings.page import SettingsPage
from ui.pages.settings.view_model import SettingsViewModel, visible
from ui.pages.sign_in.page import SignInPage
from ui.pages.sign_in.view_model import Occasion, SignInViewModel
from ui.tasks import Immediate


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "settings.json"


@pytest.fixture
def model(path, tmp_path, qapp):
    made = SettingsViewModel(SettingsFile(path), FolderPrinters(tmp_path, "HP 107a"), Immediate())
    made.heard = []
    made.applied.connect(made.heard.append)
    return made


def test_settings_survive_a_restart(path):
    SettingsFile(path).set(theme="dark", printers={"receipt": "HP 107a"}, idle_minutes=5)
    again = SettingsFile(path).get()
    assert (again.theme, again.printers, again.idle_minutes) == ("dark", {"receipt": "HP 107a"}, 5)


def test_a_damaged_file_is_put_aside_and_the_program_starts(path):
    path.parent.mkdir()
    path.write_text('{"theme": "da', encoding="utf-8")
    assert SettingsFile(path).get() == LocalSettings()
    assert path.with_suffix(".damaged.json").read_text(encoding="utf-8") == '{"theme": "da'


def test_what_is_unknown_or_of_another_type_is_passed_over(path):
    path.parent.mkdir()
    path.write_text(
        json.dumps({"theme": "dark", "idle_minutes": "ten", "of_tomorrow": 1}), encoding="utf-8"
    )
    assert SettingsFile(path).get() == LocalSettings(theme="dark")


def test_nothing_half_written_is_left(path):
    SettingsFile(path).set(theme="dark")
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_a_choice_holds_at_once_and_is_kept(model, path):
    model.set_theme("dark")
    model.set_idle_minutes(0)
    assert model.heard[-1].theme == "dark"
    assert SettingsFile(path).get().idle_minutes == 0


def test_settings_that_cannot_be_written_hold_until_quitting(model, path):
    path.mkdir(parents=True)
    (path / "in the way").touch()
    model.set_theme("dark")
    assert model.shown.settings.theme == "dark"
    assert model.heard[-1].theme == "dark"
    assert model.shown.notice is not None


def test_a_change_of_size_says_that_it_holds_later(model):
    assert not model.shown.restart_needed
    model.set_scale(150)
    assert model.shown.restart_needed


def test_hidden_characters_of_a_scan_are_made_visible(model):
    assert visible("01\x1d21\r") == "01␝21␍"
    model.take_scan("0123\x1d")
    assert model.shown.scanned == "0123␝"


def test_printers_are_chosen_per_form(model, bring_up, qtbot):
    page = bring_up(SettingsPage(model))
    page.entered()
    receipt = page.printers["receipt"]
    assert receipt.combo.count() == 2
    receipt.combo.setCurrentIndex(1)
    receipt.combo.activated.emit(1)
    assert model.shown.settings.printers == {"receipt": "HP 107a"}
    assert page.papers["receipt"].key == "a5"


def test_a_printer_that_is_gone_is_said_and_stays_chosen(path, tmp_path, bring_up):
    SettingsFile(path).set(printers={"receipt": "old one"})
    model = SettingsViewModel(SettingsFile(path), FolderPrinters(tmp_path, "HP 107a"), Immediate())
    page = bring_up(SettingsPage(model))
    page.entered()
    assert page.printers["receipt"].key == "old one"
    assert page.printers["receipt"].error


def test_a_scan_on_the_settings_page_is_shown_as_it_came(model, bring_up):
    page = bring_up(SettingsPage(model))
    assert page.take_scan("012345678901|Nguyễn Thị Ánh")
    assert page.scanned.text == "012345678901|Nguyễn Thị Ánh"


class Doubled(QTranslator):
    """Every text twice as long: what another language may need."""

    def translate(self, context, text, comment="", count=-1):
        return f"{text} {text}"


@pytest.fixture
def doubled(qapp):
    translator = Doubled()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize("size", [(1158, 712), (960, 484)])
def test_texts_of_double_length_are_not_cut_off(doubled, model, desk, bring_up, qtbot, size):
    for page in (
        SettingsPage(model),
        SignInPage(SignInViewModel(desk, Immediate(), Occasion.SWITCH)),
    ):
        bring_up(page, *size)
        qtbot.wait(20)
        assert cut_words(page) == []
