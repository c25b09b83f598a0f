"""One text in two spellings: 示例医院（东院） and 示例 医院(东院) name one thing."""

from __future__ import annotations

from typing import Any
from unicodedata import normalize


def spelled(value: Any) -> Any:
    """A text without blanks, with narrow letters and brackets, to be held against another; anything else as it is."""
    return "".join(normalize("NFKC", value).split()) if isinstance(value, str) else value
