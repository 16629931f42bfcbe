"""People without a dossier, and many dossiers at once: visits, opinions, stand-ins, campaigns."""
