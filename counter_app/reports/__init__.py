"""Reports: the figures of a period, checked, and what is handed in of them."""
