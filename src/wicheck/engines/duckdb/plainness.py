"""Cells in their plain form, typed without the database: what ``typing`` has it do for a file, for a few rows.

A question to the database costs what reading thousands of cells by ourselves does. Both ways take the same texts for
plain, and give every other to ``cells``: the tests load everything in both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from wicheck.documents.words import NONE
from wicheck.engines.duckdb.cells import INVISIBLE, Manner, read_cell
from wicheck.engines.duckdb.identities import is_identity, seems_cut
from wicheck.engines.duckdb.meanings import Cell
from wicheck.engines.duckdb.typing import DATE, MOMENT, NOTHING, NUMBER, WHOLE
from wicheck.model.loading import CellKind

_BLANKS = " \t\u3000"
_date, _moment = re.compile(DATE).fullmatch, re.compile(MOMENT).fullmatch
_unseen = re.compile(f"[{INVISIBLE}]").search
_number, _whole = re.compile(NUMBER).fullmatch, re.compile(WHOLE).fullmatch


def typed(text: str, how: Manner) -> Cell:
    """The meaning of ``text``; a plain one has no note."""
    value = None if text in how.silent else _PLAIN[how.form["kind"]](text, how)
    if value is not None:
        return Cell(value, none=False if how.form.get("none") else None)
    if how.form.get("none") and text == NONE:
        return Cell(None, none=True)
    return read_cell(text, how)


def _text(text: str, how: Manner) -> str | None:
    if text < "!" or text[0] == "\u3000" or text[-1] in _BLANKS or text in NOTHING or _unseen(text):
        return None
    return text


def _code(text: str, how: Manner) -> str | None:
    if text in NOTHING or (is_identity(how.form) and seems_cut(text)):
        return None
    if pattern := how.form.get("pattern"):
        return text if re.fullmatch(pattern, text, re.ASCII) else None
    begins = (text >= "A" or "0" <= text < ":") and text.isascii()
    return text if begins and text[-1] not in " \t" and "+" not in text else None


def _a_number(text: str, how: Manner) -> str | None:
    return text if (_whole if how.form.get("whole") else _number)(text) else None


def _day(text: str, how: Manner) -> str | None:
    if _date(text):
        return _iso_day(text)
    moment = _a_moment(text, how)
    return moment and moment[:10]


def _a_moment(text: str, how: Manner) -> str | None:
    day = _moment(text) and _iso_day(text[:10])
    return f"{day} {text[11:]}" if day else None


def _iso_day(text: str) -> str | None:
    """With whatever signs; None where the calendar has no such day."""
    day = f"{text[:4]}-{text[5:7]}-{text[8:]}"
    try:
        date.fromisoformat(day)
    except ValueError:
        return None
    return day


def _word(text: str, how: Manner) -> str | None:
    return how.words.get(text)


_PLAIN: Mapping[CellKind, Callable[[str, Manner], str | None]] = {
    "text": _text,
    "code": _code,
    "number": _a_number,
    "date": _day,
    "datetime": _a_moment,
    "boolean": _word,
    "choice": _word,
}
