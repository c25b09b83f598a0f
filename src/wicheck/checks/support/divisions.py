"""Administrative divisions (GB/T 2260): a province, its cities, their counties, two digits each."""

from __future__ import annotations


def significant(code: str) -> str:
    """The code without the zeros that say "the whole of it": 640100 is 6401."""
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def agree(code: str, place: str) -> bool:
    """Whether one of the two territories lies in the other."""
    one, other = significant(code), significant(place)
    return one.startswith(other) or other.startswith(one)
