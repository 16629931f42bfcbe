"""The check of Vietnamese tax codes needs none of the other countries' tables."""
