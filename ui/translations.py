"""Vietnamese over the English of the source, from resources/translations."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

import resources

DEFAULT = "vi"


class Catalogue(QTranslator):
    """One compiled catalogue. Qt reads the bytes where they lie, so they live as long as it."""

    def __init__(self, path: str, application: QCoreApplication) -> None:
        super().__init__(application)
        self._bytes = resources.read_bytes(path)
        self.loaded = self.load(self._bytes)


def install(application: QCoreApplication, language: str = DEFAULT) -> list[Catalogue]:
    """Speak `language`, dates and numbers included; return the catalogues that were found.

    "en" is the language of the source and needs none.
    """
    QLocale.setDefault(QLocale(language))
    found = [
        Catalogue(path, application) for path in resources.names("translations", f"_{language}.qm")
    ]
    for catalogue in found:
        application.installTranslator(catalogue)
    return found
