import ast
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]
HEAVY = (
    "sqlalchemy",
    "sqlcipher3",
    "psycopg",
    "reportlab",
    "barcode",
    "pypdfium2",
    "zxingcpp",
    "openpyxl",
    "argon2",
    "phonenumbers",
    "stdnum",
    "keyring",
    "PIL",
)


def loaded_by(module: str) -> set[str]:
    """Return the top-level names that a fresh Python holds after importing `module`."""
    program = f"import sys, {module}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    command = [sys.executable, "-c", program]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return set(told.stdout.split())


def test_every_room_imports_only_what_lies_below(capfd, monkeypatch):
    monkeypatch.chdir(ROOT)
    code = lint_imports(no_cache=True)
    assert code == 0, capfd.readouterr().out


def test_the_window_stands_before_anything_heavy_is_loaded():
    loaded = loaded_by("ui.app")
    assert "PySide6" in loaded
    assert loaded.isdisjoint(HEAVY), loaded & set(HEAVY)


@pytest.mark.parametrize("page", ["end_of_day", "register", "callers"])
def test_turning_to_a_page_loads_neither_paper_nor_line(page):
    """What draws and what calls the centre is loaded by the task that first needs it."""
    loaded = loaded_by(f"ui.day_end, ui.pages.{page}.page, ui.pages.{page}.view_model")
    slow = {"psycopg", "reportlab", "barcode", "pypdfium2", "zxingcpp", "openpyxl", "PIL"}
    assert loaded.isdisjoint(slow), loaded & slow


def test_an_officer_may_sign_in_before_the_folds_are_loaded():
    program = "import sys, counter_app.bootstrap, counter_app.usecases.sign_in; print(*sys.modules)"
    command = [sys.executable, "-c", program]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert set(told.stdout.split()).isdisjoint({"counter_app.journal.families", "psycopg"})


def test_loading_a_module_reads_no_source():
    program = (
        "import ui.start; ui.start.import_plainly()\n"
        "import linecache, colorsys; assert colorsys.__file__ not in linecache.cache"
    )
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)


def test_the_store_loads_nothing_of_other_drivers_until_somebody_asks():
    program = (
        "import sys, ui.start; ui.start.load_later()\n"
        "import counter_app.store.engine, importlib.metadata, asyncio\n"
        "assert sys.modules.keys().isdisjoint({'asyncio.events', 'ssl', 'email.message'})\n"
        "assert importlib.metadata.version('sqlalchemy')\n"
        "assert asyncio.run(asyncio.sleep(0, 7)) == 7\n"
    )
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)


def test_the_command_line_needs_no_qt():
    assert "PySide6" not in loaded_by("counter_app.cli")


def test_the_store_never_loads_the_sqlite_of_python():
    assert "sqlite3" not in loaded_by("counter_app.store.engine")


def test_only_main_opens_the_window():
    tree = ast.parse((ROOT / "counter_app" / "__main__.py").read_text("utf-8"))
    inside = {
        line
        for function in tree.body
        if isinstance(function, ast.FunctionDef) and function.name == "main"
        for line in range(function.lineno, (function.end_lineno or 0) + 1)
    }
    opening = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom | ast.Import)
        and any(name.partition(".")[0] == "ui" for name in imported(node))
    ]
    assert opening, "the window is opened from somewhere else"
    assert set(opening) <= inside


def imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [alias.name for alias in node.names]
