import os
import subprocess
import sys
import time
from pathlib import Path

from tests.fixtures.desk import opened_desk

ROOT = Path(__file__).parents[2]


def test_the_window_is_painted_before_anything_heavy_is_loaded(tmp_path):
    with opened_desk(tmp_path / "counter.sqlite"):
        pass
    driver = ROOT / "tests" / "benchmarks" / "start_driver.py"
    words = [str(time.monotonic_ns()), "counter", str(tmp_path)]
    ended = subprocess.run(
        [sys.executable, driver, *words],
        env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    painted, asked, seated, _ = map(float, ended.stdout.split()[-4:])
    assert 0 < painted < asked
    assert seated > 0
