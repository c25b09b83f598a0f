"""Reads what must be refused."""

from __future__ import annotations

import pytest

from wicheck.errors import InputError
from wicheck.yamlio import Limits, read_text


def refusal(text: str, limits: Limits = Limits()) -> InputError:  # noqa: B008 - immutable
    """The error for ``text``, which has a place and a next step in both languages."""
    with pytest.raises(InputError) as raised:
        read_text(text, "机构.yaml", limits)
    error = raised.value
    assert error.location is not None
    assert error.location.file == "机构.yaml"
    assert error.hint is not None
    assert all((*error.message, *error.hint))
    return error


def place(error: InputError) -> tuple[int | None, int | None]:
    assert error.location is not None
    return error.location.line, error.location.column
