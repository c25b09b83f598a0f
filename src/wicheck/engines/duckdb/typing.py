"""Cells in their plain form, typed by the database itself; every other text of a column is NULL here and read by
``cells``.

Plain means that nothing about the text could be taken otherwise. These expressions see every cell of a batch, so each
is the cheapest that decides: measured, a pattern costs five times a comparison, a failed TRY_CAST fifty times. No IN
with a long list either: the database makes a join of it, and then forgets the order of the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from wicheck.documents.words import NONE, PLACEHOLDERS
from wicheck.engines.duckdb.cells import INVISIBLE, NOT_GIVEN, Manner
from wicheck.engines.duckdb.identities import is_identity
from wicheck.engines.duckdb.literals import literal
from wicheck.model.loading import CellKind

NUMBER = r"-?[0-9]{1,12}(\.[0-9]{1,6})?"
WHOLE = "[0-9]{1,12}"
DATE = "(?:19|20|21)[0-9]{2}(?:-[0-9]{2}-|/[0-9]{2}/| [0-9]{2} )[0-9]{2}"
MOMENT = DATE + "[ T](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
"""A cast to a day or time takes more: 20240-1-01, 2024\\01\\01, an offset from UTC that it drops, 24:00:00."""
_FEW_WORDS = 12
NOTHING = NOT_GIVEN | PLACEHOLDERS | {NONE}
_LONGEST = max(len(word.encode()) for word in NOTHING if not word.startswith("#"))
"""Bytes of the longest but for failed formulas, which begin as nearly no cell does."""


class Bounds(NamedTuple):
    """The first and the last of a column's texts, as the database orders them: byte by byte, so by code points."""

    first: str
    last: str


ANY = Bounds("", "\U0010ffff")


def plain(raw: str, how: Manner) -> str:
    """SQL for the value of ``raw``, the name of a column of texts; NULL where the text is not plain."""
    return _unless_silent(raw, how, _PLAIN[how.form["kind"]](raw, how))


def plain_within(raw: str, how: Manner, bounds: Bounds) -> str:
    """As ``plain`` for texts and codes: asks less where the ``bounds`` tell."""
    typed = {"text": _text, "code": _code}[how.form["kind"]]
    return _unless_silent(raw, how, typed(raw, how, bounds))


def plain_day(raw: str, how: Manner) -> str:
    """As ``plain`` for a column of days, of texts that tell no time."""
    day = f"CASE WHEN strlen({raw}) = 10 THEN {_as_written(raw, 'DATE', DATE)} END"
    return _unless_silent(raw, how, day)


def says_none(raw: str, value: str) -> str:
    """SQL that tells whether a cell says 无 (TRUE), has the ``value`` it was typed to (FALSE), or neither (NULL)."""
    return f"CASE WHEN {value} IS NOT NULL THEN FALSE WHEN {raw} = {literal(NONE)} THEN TRUE END"


def _unless_silent(raw: str, how: Manner, value: str) -> str:
    if not how.silent:
        return value
    says_nothing = " OR ".join(f"{raw} = {literal(word)}" for word in sorted(how.silent))
    return f"CASE WHEN {says_nothing} THEN NULL ELSE {value} END"


def _text(raw: str, how: Manner, bounds: Bounds = ANY) -> str:
    blanks = " OR ".join(f"suffix({raw}, {literal(blank)})" for blank in " \t\u3000")
    begins = f"prefix({raw}, '\u3000')" if bounds.first >= "!" else f"{raw} < '!' OR prefix({raw}, '\u3000')"
    unseen = " OR ".join(f"contains({raw}, {literal(sign)})" for sign in INVISIBLE)
    unseen = f"(strlen({raw}) <> length({raw}) AND ({unseen}))"
    return f"CASE WHEN {begins} OR {blanks} OR {_says_nothing(raw, bounds)} OR {unseen} THEN NULL ELSE {raw} END"


def _code(raw: str, how: Manner, bounds: Bounds = ANY) -> str:
    """Of digits, letters and signs of ordinary width, as they stand. 3.3E+17 is none, nor is ="0012"."""
    nothing = _says_nothing(raw, bounds)
    if pattern := how.form.get("pattern"):
        cut = f" AND NOT (strlen({raw}) = 18 AND suffix({raw}, '000'))" if is_identity(how.form) else ""
        fits = f"regexp_full_match({raw}, {literal(pattern)}) AND NOT ({nothing})"
        return f"CASE WHEN {fits}{cut} THEN {raw} END"
    letters = bounds.first >= "A" or "0" <= bounds.first <= bounds.last < ":"
    begins = "" if letters else f"({raw} >= 'A' OR ({raw} >= '0' AND {raw} < ':')) AND "
    strange = f"suffix({raw}, ' ') OR suffix({raw}, '\t') OR contains({raw}, '+') OR {nothing}"
    return f"CASE WHEN {begins}strlen({raw}) = length({raw}) AND NOT ({strange}) THEN {raw} END"


def _says_nothing(raw: str, bounds: Bounds) -> str:
    """Asked thoroughly only of short texts that begin like one of those words, and only where the bounds hold one."""
    words = sorted(word for word in NOTHING if bounds.first <= word <= bounds.last)
    if not words:
        return "FALSE"
    begins = f"({raw} < '0' OR {raw} >= 'N' OR prefix({raw}, '?'))"
    suspicious = f"{begins} AND (strlen({raw}) <= {_LONGEST} OR {raw} < '$')"
    listed = literal("\n" + "\n".join(words) + "\n")
    return f"CASE WHEN {suspicious} THEN contains({listed}, concat('\n', {raw}, '\n')) ELSE FALSE END"


def _number(raw: str, how: Manner) -> str:
    pattern = WHOLE if how.form.get("whole") else NUMBER
    return f"CASE WHEN regexp_full_match({raw}, {literal(pattern)}) THEN CAST({raw} AS DECIMAL(18,6)) END"


def _date(raw: str, how: Manner) -> str:
    day = _as_written(raw, "DATE", DATE)
    return f"CASE WHEN strlen({raw}) = 10 THEN {day} ELSE CAST({_date_time(raw, how)} AS DATE) END"


def _date_time(raw: str, _how: Manner) -> str:
    return f"CASE WHEN strlen({raw}) = 19 THEN {_as_written(raw, 'TIMESTAMP', MOMENT)} END"


def _as_written(raw: str, kind: str, pattern: str) -> str:
    """A cast gives back the text of most; the pattern, which costs more, is for those written otherwise."""
    cast = f"TRY_CAST({raw} AS {kind})"
    same = f"{raw} >= '19' AND {raw} < '22' AND CAST({cast} AS VARCHAR) = {raw}"
    return f"CASE WHEN {same} THEN {cast} WHEN regexp_full_match({raw}, {literal(pattern)}) THEN {cast} END"


def _choice(raw: str, how: Manner) -> str:
    """A CASE compares one word after the other; of many, an enumeration finds the right one by its hash."""
    if not how.words:
        return "CAST(NULL AS VARCHAR)"
    if len(how.words) <= _FEW_WORDS:
        pairs = (f"WHEN {literal(word)} THEN {literal(meant)}" for word, meant in how.words.items())
        return f"CASE {raw} {' '.join(pairs)} END"
    words = ", ".join(map(literal, how.words))
    meant = ", ".join(map(literal, how.words.values()))
    return f"(CAST([{meant}] AS VARCHAR[]))[enum_code(TRY_CAST({raw} AS ENUM({words}))) + 1]"


def _boolean(raw: str, how: Manner) -> str:
    return f"CAST({_choice(raw, how)} AS BOOLEAN)"


_PLAIN: Mapping[CellKind, Callable[[str, Manner], str]] = {
    "text": _text,
    "code": _code,
    "number": _number,
    "date": _date,
    "datetime": _date_time,
    "boolean": _boolean,
    "choice": _choice,
}
