"""Handing dossiers over to agencies, and taking their results in."""
