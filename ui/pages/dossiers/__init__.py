"""Dossiers: found as one types, and one of them with its whole history."""
