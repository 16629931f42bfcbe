"""Qt's window part without needless plugins and the libraries that only those load."""

from frozen import without_needless
from PyInstaller.utils.hooks.qt import add_qt6_dependencies

hiddenimports, binaries, datas = add_qt6_dependencies(__file__)
binaries = without_needless(binaries)
