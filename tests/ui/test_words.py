import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox

from counter_app.progress import Cancelled
from counter_app.store.engine import StoreDamaged
from counter_app.usecases.sign_in import LockedOut, WrongPassword
from ui import translations
from ui.errors import describe
from ui.widgets.dates import DateField
from ui.widgets.lamp import Lamp, LampState


@pytest.fixture
def vietnamese(qapp):
    found = translations.install(qapp)
    yield found
    for catalogue in found:
        qapp.removeTranslator(catalogue)


def test_all_catalogues_load(vietnamese):
    assert len(vietnamese) >= 2
    assert all(one.loaded for one in vietnamese)


def test_without_a_catalogue_the_source_is_english(qapp):
    assert describe(Cancelled()) == "Stopped. What was finished before stays."


def test_errors_are_told_in_vietnamese_with_what_they_know(vietnamese):
    assert describe(WrongPassword(3)) == "Sai mật khẩu. Còn 3 lần thử."
    assert "16:40" in describe(LockedOut(1_795_340_400_000))
    assert "counter.sqlite" in describe(StoreDamaged("counter.sqlite", "not a database"))


def test_a_derived_error_without_words_takes_those_of_its_base(vietnamese):
    class Halted(Cancelled):
        """halted"""

    assert describe(Halted()) == describe(Cancelled())


def test_counts_and_inherited_words_are_vietnamese(vietnamese, theme):
    lamp = Lamp()
    lamp.set_state(LampState(unsent=3))
    assert "3 chưa gửi" in lamp.words
    assert DateField("Ngày sinh")._mark.text() == "tự điền"


def test_the_words_of_qt_itself_are_vietnamese(vietnamese, theme):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Hủy"
    assert QCoreApplication.translate("QLineEdit", "&Paste") == "&Dán"
