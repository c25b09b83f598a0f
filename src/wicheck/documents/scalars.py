"""Single values: what each type accepts and its canonical form.

Every function here makes a ``Convert`` for one shape. They run once per value of every document, so each takes the
likely case first and leaves all explaining to ``faults``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as MappingType
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from wicheck.documents import faults
from wicheck.documents.dates import iso_date, iso_date_time
from wicheck.documents.notes import Attached, Convert, Notes, Reference
from wicheck.documents.shapes import Shape, ValueType
from wicheck.documents.words import BOOLEANS, EMPTY, NONE, PLACEHOLDERS, YES
from wicheck.model import Text
from wicheck.yamlio import Mapping, Node, Scalar, Sequence

# As many digits as a Decimal multiplies without rounding; no sum of money and no area needs more.
_DIGITS = 15
is_number = re.compile(rf"-?[0-9]{{1,{_DIGITS}}}(\.[0-9]{{1,12}})?").fullmatch
is_integer = re.compile(rf"-?[0-9]{{1,{_DIGITS}}}").fullmatch
_PLACES_OF_A_PERCENT = -2

_NO_WORDS: MappingType[str, Any] = MappingProxyType({})
_SEVERAL = Text("若干项或列表", "a list or entries of its own")


def scalar_converter(shape: Shape) -> Convert:
    """The converter for a shape that is neither an object nor an array."""
    return _MAKERS[shape.type](shape)


def plain_words(shape: Shape) -> MappingType[str, Any]:
    """What choices and yes or no may be written as, with their values: most values of a document are one of these."""
    if shape.type is ValueType.CHOICE:
        return shape.labels
    return BOOLEANS if shape.type is ValueType.BOOLEAN else _NO_WORDS


def is_empty(node: Scalar) -> bool:
    """Whether a scalar says nothing: nothing written, a lone ``~`` or ``null``, or quoted blanks."""
    return not node.text.strip() if node.quoted else node.text in EMPTY or not node.text.strip()


def _text(shape: Shape) -> Convert:
    if shape.reference:
        return _reference(shape, _plain_text(shape))
    return _file(_plain_text(shape)) if shape.is_file else _plain_text(shape)


def _plain_text(shape: Shape) -> Convert:
    special = EMPTY | {NONE} | PLACEHOLDERS | (YES if shape.none_allowed else frozenset())

    def convert(node: Node, notes: Notes) -> Any:
        if not isinstance(node, Scalar):
            return _not_single(shape, node, notes)
        # Blanks around a text mean nothing, and a block of text ends with a line break.
        text = node.text.strip()
        if text in special:
            return _special_text(shape, node, text, notes)
        return text

    return convert


def _special_text(shape: Shape, node: Scalar, text: str, notes: Notes) -> Any:
    """A text that says nothing, or a word that means something everywhere; in quotes it is just a text."""
    if not text:
        return None
    if node.quoted:
        return text
    if text in EMPTY:
        return None
    if text == NONE:
        return _none(shape, node, notes)
    return notes.fault(node, faults.says_nothing(shape, text))


def _file(convert_text: Convert) -> Convert:
    def convert(node: Node, notes: Notes) -> Any:
        value = convert_text(node, notes)
        if isinstance(value, str):
            notes.files.append(Attached(value, notes.at(node.line, node.column)))
        return value

    return convert


def _reference(shape: Shape, convert_text: Convert) -> Convert:
    kind = str(shape.reference)

    def convert(node: Node, notes: Notes) -> Any:
        value = convert_text(node, notes)
        if isinstance(value, str):
            notes.references.append(Reference(kind, value, notes.at(node.line, node.column)))
        return value

    return convert


def _choice(shape: Shape) -> Convert:
    return _looked_up(shape, shape.labels)


def _boolean(shape: Shape) -> Convert:
    return _looked_up(shape, BOOLEANS)


def _looked_up(shape: Shape, words: MappingType[str, Any]) -> Convert:
    def convert(node: Node, notes: Notes) -> Any:
        if isinstance(node, Scalar):
            try:
                return words[node.text]
            except KeyError:
                pass
        return _unusual(shape, node, notes)

    return convert


def _date(shape: Shape) -> Convert:
    def convert(node: Node, notes: Notes) -> Any:
        if isinstance(node, Scalar):
            text = node.text
            # Only this form: Python would also read 20260305 and weeks.
            if len(text) == 10 and text[4] == "-" == text[7]:
                try:
                    date.fromisoformat(text)
                except ValueError:
                    pass
                else:
                    return text
        return _unusual(shape, node, notes, iso_date)

    return convert


def _date_time(shape: Shape) -> Convert:
    return lambda node, notes: _unusual(shape, node, notes, iso_date_time)


def _integer(shape: Shape) -> Convert:
    def convert(node: Node, notes: Notes) -> Any:
        if isinstance(node, Scalar):
            text = node.text
            # Most counts are plain digits, and these three questions take a third of the pattern's time.
            if (text.isdigit() and text.isascii() and len(text) <= _DIGITS) or is_integer(text):
                return int(text)
            if text == NONE and not node.quoted:
                return 0
        return _unusual(shape, node, notes)

    return convert


def _number(shape: Shape) -> Convert:
    def convert(node: Node, notes: Notes) -> Any:
        if isinstance(node, Scalar):
            text = node.text
            if is_number(text):
                return Decimal(text)
            if text == NONE and not node.quoted:
                return Decimal(0)
        return _unusual(shape, node, notes)

    return convert


def _share(shape: Shape) -> Convert:
    convert_number = _number(shape)

    def convert(node: Node, notes: Notes) -> Any:
        if isinstance(node, Scalar) and node.text.endswith("%") and is_number(node.text[:-1]):
            return Decimal(node.text[:-1]).scaleb(_PLACES_OF_A_PERCENT)
        return convert_number(node, notes)

    return convert


def _unusual(shape: Shape, node: Node, notes: Notes, read: Callable[[str], str] | None = None) -> Any:
    """Nothing, none, a form that ``read`` still knows, or a fault."""
    if not isinstance(node, Scalar):
        return _not_single(shape, node, notes)
    if is_empty(node):
        return None
    if (bare := node.text.strip()) != node.text:  # blanks that cannot be told from others, or within quotes
        return scalar_converter(shape)(node._replace(text=bare), notes)
    return _strange(shape, node, notes, read)


def _strange(shape: Shape, node: Scalar, notes: Notes, read: Callable[[str], str] | None) -> Any:
    if node.text == NONE and not node.quoted:
        return _none(shape, node, notes)
    if read is None:
        return notes.fault(node, faults.wrong_value(shape, node.text))
    try:
        return read(node.text)
    except ValueError as error:
        return notes.fault(node, faults.bad_date(shape, node.text, error))


def _none(shape: Shape, node: Scalar, notes: Notes) -> Any:
    return False if shape.none_allowed else notes.fault(node, faults.none_not_allowed(shape))


def _not_single(shape: Shape, node: Sequence | Mapping, notes: Notes) -> Any:
    return notes.fault(node, faults.wrong_form(shape, _SEVERAL)) if node.items else None


_MAKERS: MappingType[ValueType, Callable[[Shape], Convert]] = {
    ValueType.TEXT: _text,
    ValueType.CHOICE: _choice,
    ValueType.DATE: _date,
    ValueType.DATE_TIME: _date_time,
    ValueType.INTEGER: _integer,
    ValueType.NUMBER: _number,
    ValueType.SHARE: _share,
    ValueType.BOOLEAN: _boolean,
}
