"""One module per act at the counter; each act is one function and one transaction."""
