"""Where the schemas and the policy packs of our own lie: inside the wheel, or in the checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def data_folder(name: str) -> Path:
    """The folder ``schemas`` or ``policies``.

    A wheel carries both under ``wicheck/_data``; a checkout and an editable install have them beside ``src``.
    Raises FileNotFoundError where neither is there: the installation is broken.
    """
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parents[1] / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"wicheck is installed without its folder {name!r}")
