"""Printing by way of the system's CUPS: the spec adds the plugin, whose libraries stay outside."""

from PyInstaller.utils.hooks.qt import add_qt6_dependencies

hiddenimports, binaries, datas = add_qt6_dependencies(__file__)
binaries = [pair for pair in binaries if "cups" not in pair[0]]
