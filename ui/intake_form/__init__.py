"""The fields of an intake: shared by the page that takes in and the one that corrects."""
