"""Characters that a file format cannot hold, or that a program which opens the file would act upon."""

from __future__ import annotations

import re

# What XML 1.0 cannot hold, not even escaped: most control characters, surrogates, two non-characters.
_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What makes a spreadsheet take a text for a formula, the full-width forms for some Chinese editions among them.
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def printable(text: str) -> str:
    """``text`` without the control characters that neither XML nor a spreadsheet can hold."""
    return _IMPOSSIBLE.sub("", text)


def inert(text: str) -> str:
    """``text`` for a spreadsheet's cell: never a formula, whoever wrote it."""
    clean = printable(text)
    return f"'{clean}" if clean.startswith(_ACTIVE) else clean
