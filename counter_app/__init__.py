"""What the counter does, without a display."""

__version__ = "0.1.0"
