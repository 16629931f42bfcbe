"""Files from and for other systems: procedure catalogues, registers, statements."""
