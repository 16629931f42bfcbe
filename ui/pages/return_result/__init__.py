"""Handing a result to the citizen who came for it."""
