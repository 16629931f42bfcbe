"""Taking in a dossier: everything on one screen, hands on the keys."""
