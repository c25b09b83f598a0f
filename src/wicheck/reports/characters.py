"""Characters that a file format cannot hold, or that a program which opens the file would act upon."""

from __future__ import annotations

import re

# What XML 1.0 cannot hold, not even escaped: most control characters, surrogates, two non-characters.
_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What makes a spreadsheet take a text for a formula, the full-width forms for some Chinese editions among them.
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

# What Windows forbids in the name of a file, and separators anywhere.
_NOT_IN_FILES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_LONGEST_FILE_NAME = 80


def printable(text: str) -> str:
    """``text`` without the control characters that neither XML nor a spreadsheet can hold."""
    return _IMPOSSIBLE.sub("", text)


def inert(text: str) -> str:
    """``text`` for a spreadsheet's cell: never a formula, whoever wrote it."""
    clean = printable(text)
    return f"'{clean}" if clean.startswith(_ACTIVE) else clean


def file_name(text: str) -> str:
    """``text`` as part of a file's name on any system; never empty, never long."""
    clean = _NOT_IN_FILES.sub("_", printable(text)).strip(" .")
    return clean[:_LONGEST_FILE_NAME].rstrip(" .") or "_"
