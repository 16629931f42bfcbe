"""Characters of key positions on a US keyboard, which scanners type by default."""

from __future__ import annotations

_PLAIN = "1234567890-=\0\0qwertyuiop[]\0\0asdfghjkl;'`\0\\zxcvbnm,./"
_SHIFTED = '!@#$%^&*()_+\0\0QWERTYUIOP{}\0\0ASDFGHJKL:"~\0|ZXCVBNM<>?'
_FIRST = 0x02
_SPACE = 0x39
_X11_OFFSET = 8


def character_at(scan_code: int, shifted: bool, platform: str) -> str:
    """Return the character at a native scan code, "" when the position has none or is unknown.

    Args:
        scan_code: set 1 of the PC keyboard on Windows; on Linux the same numbers (evdev) plus 8.
        platform: as `sys.platform`. macOS numbers its keys otherwise and tells none here.
    """
    if platform == "darwin" or not scan_code:
        return ""
    place = scan_code if platform == "win32" else scan_code - _X11_OFFSET
    if place == _SPACE:
        return " "
    row = _SHIFTED if shifted else _PLAIN
    found = row[place - _FIRST] if _FIRST <= place < _FIRST + len(row) else ""
    return found.strip("\0")
