"""Rules of the counter: pure functions and frozen dataclasses, without database or display."""
