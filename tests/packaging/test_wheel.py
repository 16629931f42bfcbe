import os
import subprocess
import sys
import zipfile
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("counter_app", "ui", "resources")
LOCAL = {"__pycache__", ".mypy_cache", ".ruff_cache"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    python("-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A folder that holds the installed wheel and nothing of the source tree."""
    folder = tmp_path_factory.mktemp("installed")
    python("-m", "pip", "install", "--no-deps", "--no-index", "--target", folder, wheel)
    return folder


def python(*words, **options):
    """Run this Python and return what it said."""
    command = [sys.executable, *words]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def run_installed(installed, *words):
    surroundings = os.environ | {"PYTHONPATH": str(installed), "HOME": str(installed)}
    return python(*words, cwd=installed, env=surroundings)


def tree(package):
    """Return the files of a package that a user needs, as the wheel names them."""
    return {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / package).rglob("*")
        if file.is_file() and file.suffix not in {".pyc", ".ts"} and LOCAL.isdisjoint(file.parts)
    }


@pytest.mark.parametrize("package", PACKAGES)
def test_the_wheel_holds_every_file_of(wheel, package):
    held = set(zipfile.ZipFile(wheel).namelist())
    assert tree(package) - held == set()


@pytest.mark.parametrize(
    "pattern",
    [
        "resources/fonts/*.ttf",
        "resources/forms/*",
        "resources/icons/*.svg",
        "resources/translations/counter_vi.qm",
        "resources/translations/qtbase_vi.qm",
        "resources/catalogue/*",
        "resources/calendars/*",
        "*.dist-info/licenses/LICENSE",
        "*.dist-info/licenses/resources/fonts/LICENSE*",
    ],
)
def test_the_wheel_carries(wheel, pattern):
    assert any(Path(name).match(pattern) for name in zipfile.ZipFile(wheel).namelist())


def test_the_wheel_holds_nothing_else(wheel):
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)


def test_the_wheel_brings_both_commands(wheel):
    archive = zipfile.ZipFile(wheel)
    (listing,) = (name for name in archive.namelist() if name.endswith("/entry_points.txt"))
    commands = ConfigParser()
    commands.read_string(archive.read(listing).decode())
    assert commands["console_scripts"]["counter-cli"] == "counter_app.cli:main"
    assert commands["gui_scripts"]["counter-app"] == "counter_app.__main__:main"


def test_the_installed_packages_come_from_the_wheel(installed):
    program = f"import {', '.join(PACKAGES)}\n" + "".join(
        f"print({package}.__file__)\n" for package in PACKAGES
    )
    told = run_installed(installed, "-c", program).split()
    assert [Path(line).parents[1] for line in told] == [installed] * len(PACKAGES)


def test_the_installed_resources_can_be_read(installed):
    program = (
        "import resources\n"
        "for folder, suffix in (('fonts', '.ttf'), ('icons', '.svg'), ('translations', '.qm')):\n"
        "    names = resources.names(folder, suffix)\n"
        "    assert names and all(map(resources.read_bytes, names)), folder\n"
    )
    run_installed(installed, "-c", program)


def test_the_installed_command_line_answers(installed):
    assert "receive" in run_installed(installed, "-m", "counter_app", "--help")
