"""How the entries of one dossier fold to its row and to the rows of the tables beside it.

Each area of a dossier's life has a module that adds its kinds of entries, its columns and its
tables; nothing else knows them.
"""

from counter_app.journal.dossiers.areas import AREAS, BY_NAME, KINDS, NEWEST_VERSION, TABLES
from counter_app.journal.dossiers.folding import fold, life_of
from counter_app.journal.dossiers.intake import BEGINNINGS, RECEIVED
from counter_app.journal.dossiers.life import Life, Row
from counter_app.journal.dossiers.printing import PRINTED
from counter_app.journal.dossiers.searching import words

__all__ = [
    "AREAS",
    "BEGINNINGS",
    "BY_NAME",
    "KINDS",
    "NEWEST_VERSION",
    "PRINTED",
    "RECEIVED",
    "TABLES",
    "Life",
    "Row",
    "fold",
    "life_of",
    "words",
]
