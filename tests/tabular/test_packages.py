"""Columns of a sheet are called by letters."""

from __future__ import annotations

import pytest

from wicheck.tabular.packages import column_letters, column_number


@pytest.mark.parametrize(
    ("letters", "number"), [("A", 1), ("Z", 26), ("AA", 27), ("AZ", 52), ("ZZ", 702), ("XFD", 16384)]
)
def test_letters_and_numbers_of_columns(letters: str, number: int) -> None:
    assert column_number(letters) == number
    assert column_letters(number) == letters
