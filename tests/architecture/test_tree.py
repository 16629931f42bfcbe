"""What holds for every file that is kept."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATTERN_WORDS = {"manager", "helper", "util", "service", "handler", "common", "misc", "base"}
PLACES = re.compile(
    r"""(?<![\w.~}"'-])/(?:home|root|Users|work|mnt|workspace)/[\w.-]+   # a path of one machine
    | [A-Z]:\\{1,2}Users\\                                               # the same on Windows
    | \b(?:pypi\.org|pythonhosted\.org)\b                                # a registry
    | --(?:extra-)?index-url | --find-links | --trusted-host
    """,
    re.VERBOSE,
)


def kept() -> list[Path]:
    """Return the files under version control, and new ones that are not ignored."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    files = [ROOT / name.decode() for name in told.split(b"\0") if name]
    return [file for file in files if file.is_file()]


def text_of(file: Path) -> str | None:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError:
        return None  # a font, a picture, a compiled catalogue


def test_names_are_nouns_of_the_trade():
    words = {
        file.relative_to(ROOT): set(file.stem.split("_")) | set(file.parent.name.split("_"))
        for file in kept()
        if file.suffix == ".py"
    }
    forbidden = PATTERN_WORDS | {f"{word}s" for word in PATTERN_WORDS}
    assert [file for file, used in words.items() if used & forbidden] == []


def test_tests_are_no_packages():
    assert list((ROOT / "tests").rglob("__init__.py")) == []  # they would hide the real `ui`


@pytest.mark.parametrize("room", ["counter_app", "ui", "resources"])
def test_every_folder_of_code_is_a_package(room):
    folders = {file.parent for file in kept() if file.suffix == ".py" and room in file.parts}
    inside = {folder for folder in folders if (ROOT / room) in (folder, *folder.parents)}
    assert [folder for folder in inside if not (folder / "__init__.py").exists()] == []


def test_no_file_tells_of_a_machine_or_a_registry():
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for file in kept()
        if file != Path(__file__) and (text := text_of(file)) is not None
        for number, line in enumerate(text.splitlines(), start=1)
        if PLACES.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "see /home/anh/counter/notes.txt",
        r"C:\Users\anh\counter",
        "--extra-index-url https://example.org/simple",
        "https://files.pythonhosted.org/packages/x.whl",
    ],
)
def test_such_a_line_would_be_found(line):
    assert PLACES.search(line)
