"""python -m counter_app: the window; with a command, what `counter-cli` does without it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

HELP = """usage: counter-app [--home DIR]                the window
       counter-app demo [--offscreen] [--keep DIR]
                                                 the window on a demonstration centre; --offscreen
                                                 does the same job without a display
       counter-app COMMAND …                     what counter-cli does; its help follows
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window, the demonstration, or one command; return the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or (words[0] == "--home" and len(words) == 2):
        from ui.start import counter

        return counter(Path(words[1]) if words else None)
    if words[0] == "demo":
        from ui.start import demonstration

        return demonstration(words[1:])
    from counter_app.cli import main as command

    if words[0] in {"-h", "--help"}:
        print(HELP)
    return command(words)


if __name__ == "__main__":
    sys.exit(main())
