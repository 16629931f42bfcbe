"""Widgets that every page is built of."""
