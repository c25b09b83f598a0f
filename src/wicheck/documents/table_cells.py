"""A cell of a table as the scalar that it would be in YAML, or why it cannot be one."""

from __future__ import annotations

import re

from wicheck.documents import table_faults as faults
from wicheck.documents.faults import Fault
from wicheck.documents.shapes import Shape, ValueType
from wicheck.documents.words import NONE
from wicheck.model.tuples import NamedTuple
from wicheck.tabular.cells import DIGITS, Cell, CellKind
from wicheck.yamlio import Node, Scalar, Sequence

_between = re.compile(r"[、，,；;\n]")
"""What stands between the words of a cell that may have several."""
_shortened = re.compile(r"[0-9](\.[0-9]+)?[eE]\+[0-9]{2,3}").fullmatch
"""How a spreadsheet shows a number that is too long for it."""
_MIDNIGHT = " 00:00:00"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_SIGNS = "10X98765432"


class CellNode(NamedTuple):
    """A cell (None: an empty one) in the column of ``shape``."""

    cell: Cell | None
    shape: Shape
    row: int
    column: int

    def node(self, empty: bool = False) -> Node:
        text = "" if empty or self.cell is None else self.cell.text.strip()
        if self._single.type is ValueType.DATE and self.cell and self.cell.kind is CellKind.DATE:
            text = text.removesuffix(_MIDNIGHT)
        if self.shape.type is ValueType.ARRAY and text not in ("", NONE):
            words = [self._scalar(word.strip()) for word in _between.split(text) if word.strip()]
            return Sequence(list(words), self.row, self.column)
        return self._scalar(text)

    def fault(self) -> Fault | None:
        """What makes it uncertain what was meant. What the schema asks of the text is asked of it later."""
        if self.cell is None:
            return None
        always = faults.OF_KIND.get(self.cell.kind)
        if always:
            return always
        if any(_is_invisible(sign) for sign in self.cell.text):
            return faults.invisible(self.shape)
        return self._fault_of_text(self.cell) if self._single.type is ValueType.TEXT else None

    def _fault_of_text(self, cell: Cell) -> Fault | None:
        """Where a text is due, a number lacks what it began with or ended in, and a day was something else."""
        shape = self._single
        if cell.kind is CellKind.DATE:
            return faults.became_date(shape)
        if cell.kind is CellKind.NUMBER:
            return None if _is_whole(cell.text, shape) else faults.number_for_text(shape)
        return faults.rounded(shape) if _is_rounded(cell.text.strip(), shape) else None

    @property
    def _single(self) -> Shape:
        return self.shape.properties[self.shape.short] if self.shape.short else self.shape

    def _scalar(self, text: str) -> Scalar:
        return Scalar(text, self.row, self.column, quoted=False)


def _is_whole(digits: str, shape: Shape) -> bool:
    """Whether the form of the code says that no zero is missing in front: six digits are six digits."""
    form = shape.fragment.get("pattern")
    if form is None or not (digits.isdigit() and digits.isascii()):
        return False
    return re.search(form, digits) is not None and re.search(form, f"0{digits}") is None


def _is_rounded(text: str, shape: Shape) -> bool:
    """Whether a spreadsheet has made zeros of the last digits, or shows the number shortened."""
    if _shortened(text):
        return True
    digits = text.isdigit() and text.isascii() and len(text) > DIGITS and text[0] != "0"
    return digits and shape.personal in ("identity", "card") and set(text[DIGITS:]) == {"0"} and not _checks(text)


def _checks(digits: str) -> bool:
    """Whether an identity number's check digit is right, which it rarely is by chance."""
    if len(digits) != len(_WEIGHTS) + 1:
        return False
    rest = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False)) % len(_CHECK_SIGNS)
    return digits[-1] == _CHECK_SIGNS[rest]


def _is_invisible(sign: str) -> bool:
    """Signs that no keyboard writes; half a sign cannot even be written into a report."""
    return (sign < " " and sign not in "\t\n\r") or "\ud800" <= sign <= "\udfff"
