"""The register of dossiers: on screen, on paper, as a file, and an earlier one taken over."""
