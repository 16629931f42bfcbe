"""The page of money: what is owed, paid, given back, and what lies in the till."""
