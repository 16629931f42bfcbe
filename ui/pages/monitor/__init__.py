"""The centre today: the board of the day, and how its counters are doing."""
