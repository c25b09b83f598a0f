"""The two charts: the distance of each measured figure from what is asked, and the verdicts of each chapter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from wicheck.model import Verdict
from wicheck.reports import words
from wicheck.reports.page import words as own
from wicheck.reports.voice import Voice, grouped

if TYPE_CHECKING:
    from wicheck.reports.data import Counts, FindingData, TextData

_SHARE = "%"
_long_number = re.compile("[0-9]{5}").search
LIMIT = 75
"""Where what is asked is marked, in per cent of the width: at the same place in all bars, so that they compare."""
_EQUALITIES = ("arithmetic.", "counts_agree.")
"""What begins the messages of demands that two figures be the same: more is as wrong as less, so no mark is reached."""
_JUDGED = (Verdict.PASS, Verdict.FAIL, Verdict.SUSPECT, Verdict.REVIEW)


class Bar(NamedTuple):
    """A figure against what is asked, which is drawn at ``LIMIT``; ``length`` in the same per cent of the width."""

    verdict: str
    word: str
    title: str
    article: str
    said: str
    length: str


class Piece(NamedTuple):
    """A verdict's part of a stacked bar, in findings."""

    verdict: str
    start: int
    length: int


class Stack(NamedTuple):
    """The verdicts of one chapter; ``widest`` is the number of findings that would fill the drawing's width."""

    name: str
    anchor: str
    tally: str
    pieces: tuple[Piece, ...]
    widest: int


def bars(findings: Iterable[FindingData], voice: Voice) -> list[Bar]:
    """What falls short first, then what is closest to its limit."""
    measured = [each for each in findings if is_measured(each)]
    return [bar(each, voice) for each in sorted(measured, key=_urgency)]


def is_measured(finding: FindingData) -> bool:
    """Whether a number was held against a number above zero: only those distances can be drawn."""
    observed, required = finding["observed"], finding["required"]
    if finding["message"]["id"].startswith(_EQUALITIES):
        return False
    return finding["verdict"] in _JUDGED and _is_number(observed) and _is_number(required) and required > 0 <= observed


def bar(finding: FindingData, voice: Voice) -> Bar:
    observed, required = _exact(finding["observed"]), _exact(finding["required"])
    return Bar(
        verdict=finding["verdict"],
        word=voice.say(words.VERDICTS[finding["verdict"]]),
        title=voice.say(finding["title"]),
        article=finding["clause"]["article"],
        said=voice.say(
            own.FIGURE,
            observed=figure(observed, finding["unit"], voice),
            required=figure(required, finding["unit"], voice),
        ),
        length=f"{min(LIMIT * observed / required, Decimal(100)):.1f}",
    )


def figure(value: Decimal, unit: TextData | None, voice: Voice) -> str:
    """``50 张``, ``11.11%``: a share is kept as a fraction of one and said in per cent."""
    name = voice.say(unit) if unit else ""
    if name == _SHARE:
        return f"{_plain(100 * value)}%"
    return f"{_plain(value)} {name}".rstrip()


def message_of(finding: FindingData, voice: Voice) -> str:
    """The message, its own figures with their digits in groups; other digits may be those of an article or a code."""
    said = voice.say(finding["message"])
    if not _long_number(said):
        return said
    for value in (finding["observed"], finding["required"], finding["shortfall"]):
        if _is_number(value) and "," in (shown := _plain(_exact(value))):
            plain = shown.replace(",", "")
            said = re.sub(rf"(?<![\w.,/-]){re.escape(plain)}(?!\d|[.,/-]\d)", shown, said, flags=re.ASCII)
    return said


def pieces(counts: Counts) -> Iterator[Piece]:
    """In the order of the verdicts, side by side."""
    start = 0
    for verdict in Verdict:
        if number := counts.get(verdict, 0):
            yield Piece(verdict, start, number)
            start += number


def _urgency(finding: FindingData) -> tuple[bool, Decimal]:
    distance = abs(_exact(finding["observed"]) / _exact(finding["required"]) - 1)
    return finding["verdict"] == Verdict.PASS, distance


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _exact(value: float) -> Decimal:
    """The digits that JSON shows, no more."""
    return Decimal(str(value))


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return grouped(Decimal(text.rstrip("0").rstrip(".") if "." in text else text))
