"""The tables beside a document: a list may name one, and its entries stand there."""

from __future__ import annotations

from wicheck.documents.files import InputFile
from wicheck.model import Notice
from wicheck.model.tuples import NamedTuple
from wicheck.yamlio import Limits, Mapping, Node, Scalar

READ = (".xlsx", ".xlsm", ".csv", ".tsv")
NOT_READ = (".xls", ".xlsb", ".et", ".ods", ".numbers")
"""Workbooks too, which are to be saved as one of the others first."""
_FILE, _SHEET = ("文件", "file"), ("工作表", "sheet")


class Named(NamedTuple):
    """A table's file as a document names it, and which sheet of it, None where it has but one."""

    file: str
    sheet: str | None


class Beside:
    """Where a document lies, and what was read beside it. ``path`` is the document's own, ``shown`` its name."""

    __slots__ = ("inputs", "limits", "notices", "path", "shown")

    def __init__(self, path: str, shown: str, limits: Limits) -> None:
        self.path = path
        self.shown = shown
        self.limits = limits
        self.inputs: dict[str, InputFile] = {}
        self.notices: list[Notice] = []


def named_table(node: Node) -> Named | None:
    """What ``node``, in the place of a list, names: ``花名册.xlsx`` or ``{文件: 花名册.xlsx, 工作表: 在职}``."""
    if isinstance(node, Scalar):
        named = Named(node.text.strip(), None)
    elif isinstance(node, Mapping) and set(node.items) <= {*_FILE, *_SHEET}:
        file, sheet = (_only(node, keys) for keys in (_FILE, _SHEET))
        if file is None or len(node.items) != (2 if sheet else 1):
            return None
        named = Named(file, sheet)
    else:
        return None
    return named if named.file.lower().endswith((*READ, *NOT_READ)) else None


def _only(node: Mapping, keys: tuple[str, ...]) -> str | None:
    texts = [each.text.strip() for key, each in node.items.items() if key in keys and isinstance(each, Scalar)]
    return texts[0] if len(texts) == 1 else None
