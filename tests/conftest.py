"""What all tests may ask for stands in tests/fixtures, one subject to a module."""

import os
import signal
from pathlib import Path

import pytest

# A stopped run ends its servers: they are no children that would end with it.
signal.signal(signal.SIGTERM, signal.default_int_handler)

# Windows of the tests themselves need no display; a test of a real window starts a process of its
# own with the surroundings of `display`.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# every module of fixtures there is; they import each other, too
pytest.register_assert_rewrite("tests.fixtures")
pytest_plugins = [
    f"tests.fixtures.{file.stem}"
    for file in sorted(Path(__file__).with_name("fixtures").glob("*.py"))
]
