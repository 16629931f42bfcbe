"""What an officer reads is translated, and what is compiled is what was translated."""

import re
import shutil
import subprocess
import sysconfig
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "translations"
CATALOGUES = ["counter_vi", "qtbase_vi"]


def qt_program(name, *words):
    program = Path(sysconfig.get_path("scripts")) / name
    subprocess.run([program, *words], check=True, capture_output=True)


def messages(catalogue):
    """Return {(context, source, comment): translation element} of a .ts file."""
    return {
        (context.findtext("name"), message.findtext("source"), message.findtext("comment")): (
            message.find("translation")
        )
        for context in ElementTree.parse(catalogue).getroot().iter("context")
        for message in context.iter("message")
    }


def text_of(translation):
    return "".join(translation.itertext()).strip()


@pytest.mark.parametrize("name", CATALOGUES)
def test_every_text_is_translated(name):
    found = messages(FOLDER / f"{name}.ts")
    assert found
    open_ones = {
        key
        for key, translation in found.items()
        if translation.get("type") or not text_of(translation)
    }
    assert open_ones == set()


@pytest.mark.parametrize("name", CATALOGUES)
def test_what_is_compiled_is_what_was_translated(name, tmp_path):
    fresh = tmp_path / f"{name}.qm"
    qt_program("pyside6-lrelease", "-silent", FOLDER / f"{name}.ts", "-qm", fresh)
    assert fresh.read_bytes() == (FOLDER / f"{name}.qm").read_bytes()


def test_the_catalogue_holds_the_texts_of_the_window_and_no_others(tmp_path):
    fresh = tmp_path / "counter_vi.ts"
    shutil.copy(FOLDER / "counter_vi.ts", fresh)
    texts = sorted((ROOT / "ui").rglob("*.py"))
    qt_program("pyside6-lupdate", "-no-obsolete", *texts, "-ts", fresh)
    assert messages(fresh).keys() == messages(FOLDER / "counter_vi.ts").keys()


def test_every_text_is_collected_under_its_own_context():
    # lupdate takes an alias of translate() for a tr() outside any class, and Qt finds it nowhere
    assert [
        source for context, source, _ in messages(FOLDER / "counter_vi.ts") if not context
    ] == []


def test_nobody_asks_another_widget_for_a_text():
    # lupdate files what stands in page.tr("…") under no class, and Qt looks for it under the page's
    found = [
        f"{file.name}: {line.strip()}"
        for file in sorted((ROOT / "ui").rglob("*.py"))
        for line in file.read_text("utf-8").splitlines()
        if re.search(r"(?<!self)\.tr\(", line)
    ]
    assert found == []


@pytest.mark.parametrize("name", CATALOGUES)
def test_places_in_a_text_stay_in_its_translation(name):
    changed = {
        source: sorted(places(form) for form in forms_of(translation))
        for (_, source, _), translation in messages(FOLDER / f"{name}.ts").items()
        if any(places(form) != places(source) for form in forms_of(translation))
    }
    assert changed == {}


def forms_of(translation):
    """Return the translation, or where it depends on a number its forms."""
    return [text_of(form) for form in translation.iter("numerusform")] or [text_of(translation)]


def places(text):
    """Return what is filled in: {name}, %1 and %n, without the format of a {name:format}."""
    return {found[0] or found[1] for found in re.findall(r"\{(\w+)[^}]*\}|(%[\dnL]+)", text)}
