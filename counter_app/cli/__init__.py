"""`counter-cli`: what a technician does without the window.

Exit codes: 0 done; 1 refused, and the line on standard error says why; 2 wrong usage; 3 a check
found something; 4 the centre cannot be reached now; 130 stopped by the user.
"""

from counter_app.cli.program import main

__all__ = ["main"]
