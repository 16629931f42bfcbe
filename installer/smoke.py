"""Try a frozen build as a new user on a machine without a display would: smoke.py FOLDER."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SECONDS = 180
WORK_OF_THE_DEMONSTRATION = (".pdf", ".png")


def main(folder: Path) -> int:
    """Let the window take in a dossier, and the command line answer."""
    parts = json.loads((folder / "counter-app.cdx.json").read_text("utf-8"))["components"]
    if not parts:
        sys.exit("the build does not say what it consists of")
    suffix = ".exe" if os.name == "nt" else ""
    with tempfile.TemporaryDirectory(prefix="new user ") as home:
        told = answer(folder / f"counter-app{suffix}", "demo", "--offscreen", home=home)
        answer(folder / f"counter-cli{suffix}", "--help", home=home)
        for kind in WORK_OF_THE_DEMONSTRATION:
            files = [path for line in told.splitlines() if (path := path_in(line, kind))]
            if not any(file.stat().st_size for file in files):
                sys.exit(f"the demonstration told of no {kind} file:\n{told}")
    print(told)
    return 0


def answer(program: Path, *words: str, home: str) -> str:
    """Return what the program printed; leave with its words when it fails."""
    # nothing of the developer's own Python may help
    kept = {key: os.environ[key] for key in ("LANG", "PATH", "SYSTEMROOT") if key in os.environ}
    surroundings = kept | {"HOME": home, "LOCALAPPDATA": home, "TEMP": home, "TMP": home}
    ended = subprocess.run(
        [program, *words],
        cwd=home,
        env=surroundings,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    if ended.returncode != 0:
        sys.exit(f"{program.name} ended with {ended.returncode}:\n{ended.stdout}\n{ended.stderr}")
    return ended.stdout


def path_in(line: str, kind: str) -> Path | None:
    """Return the existing file of a kind that the end of a line names."""
    starts = [index for index, letter in enumerate(line) if letter == os.sep]
    for start in starts:
        file = Path(line[start:].strip())
        if file.suffix == kind and file.is_file():
            return file
    return None


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
