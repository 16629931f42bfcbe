"""The centre's administration: who may do what, the calendar, the catalogue, the seats."""
