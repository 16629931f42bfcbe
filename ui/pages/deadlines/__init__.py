"""The board of due days."""
