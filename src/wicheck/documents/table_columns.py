"""Which entries of a list can be columns of a table."""

from __future__ import annotations

from wicheck.documents.shapes import Shape, ValueType


def may_stand(shape: Shape) -> bool:
    """Whether one cell can tell ``shape``: a single value, or words out of a given list."""
    if shape.type is ValueType.ARRAY:
        return shape.items is not None and shape.items.type is ValueType.CHOICE
    return shape.type is not ValueType.OBJECT or shape.short is not None
