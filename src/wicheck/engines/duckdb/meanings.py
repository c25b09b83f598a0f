"""What came of one cell, and what is told of it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Note(StrEnum):
    """Why a cell was not taken as it stands. Those in ``REJECTED`` put their row aside."""

    NOT_GIVEN = "not_given"
    WIDE = "wide"
    THOUSANDS = "thousands"
    CURRENCY = "currency"
    NUMBER_FORM = "number_form"
    NONE_IS_ZERO = "none_is_zero"
    DATE_FORM = "date_form"
    SERIAL = "serial"
    NO_TIME = "no_time"
    FORMULA_TEXT = "formula_text"
    INVISIBLE = "invisible"
    UNKNOWN_WORD = "unknown_word"
    DIGITS_LOST = "digits_lost"

    NOT_A_NUMBER = "not_a_number"
    SCIENTIFIC = "scientific"
    TOO_MANY_DECIMALS = "too_many_decimals"
    TOO_LARGE = "too_large"
    NOT_WHOLE = "not_whole"
    NOT_A_DATE = "not_a_date"
    IMPOSSIBLE_DATE = "impossible_date"
    BARE_SERIAL = "bare_serial"
    WRONG_FORM = "wrong_form"
    WRONG_WORD = "wrong_word"
    SAYS_NOTHING = "says_nothing"
    TIME_MISSING = "time_missing"


REJECTED = frozenset(
    {
        Note.NOT_A_NUMBER,
        Note.SCIENTIFIC,
        Note.TOO_MANY_DECIMALS,
        Note.TOO_LARGE,
        Note.NOT_WHOLE,
        Note.NOT_A_DATE,
        Note.IMPOSSIBLE_DATE,
        Note.BARE_SERIAL,
        Note.WRONG_FORM,
        Note.WRONG_WORD,
        Note.SAYS_NOTHING,
        Note.TIME_MISSING,
    }
)


class Cell(NamedTuple):
    """What a cell means: ``value`` in the plain form of its kind, None where nothing is known.

    ``none``: True where it says that there is none, False where a value stands (columns that may say 无).
    """

    value: str | None
    note: Note | None = None
    none: bool | None = None

    @property
    def rejected(self) -> bool:
        return self.note in REJECTED
