"""The catalogue of procedures, to read."""
