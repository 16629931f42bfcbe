"""The shape of the tables that follow from the journal, told without loading the folds."""

PROJECTION = 13
"""Raised whenever a fold or a projected table changes: every file then rebuilds its tables."""
