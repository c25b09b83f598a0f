"""Saying things in one language, plain or painted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from wicheck.model import Language, Text, Verdict
from wicheck.model.tuples import NamedTuple
from wicheck.reports import words
from wicheck.reports.answers import Answer

if TYPE_CHECKING:
    from wicheck.reports.data import Counts, TextData

BOLD, DIM, RED, GREEN, YELLOW = "1", "2", "31", "32", "33"
_ANSWER_COLOURS: Mapping[str, str] = {Answer.MET: GREEN, Answer.NOT_MET: RED}


_GROUPED_FROM = 10_000


class Voice(NamedTuple):
    """One language, with colour or without; ``grouping`` puts the digits of large counts in groups of three."""

    language: Language
    colour: bool = False
    grouping: bool = False

    def say(self, text: Text | TextData, /, **values: object) -> str:
        """``text`` in this language; values that are Texts too, all others as they are."""
        words_of = self._of(text)
        if not values:
            return words_of
        return words_of.format_map({name: self._plain(value) for name, value in values.items()})

    def join(self, parts: Iterable[str], between: Text = words.COMMA) -> str:
        return self.say(between).join(parts)

    def paint(self, text: str, colour: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self.colour else text

    def paint_answer(self, text: str, answer: str) -> str:
        return self.paint(text, f"{BOLD};{_ANSWER_COLOURS.get(answer, YELLOW)}")

    def tally(self, counts: Counts) -> str:
        """``符合 23 项、不符合 3 项``, in the order of the verdicts."""
        verdicts = (verdict for verdict in Verdict if counts.get(verdict))
        return self.join(self.say(words.COUNTED, verdict=words.VERDICTS[each], n=counts[each]) for each in verdicts)

    def _of(self, text: Text | TextData) -> str:
        chinese = self.language is Language.ZH
        if isinstance(text, Text):
            return text.zh if chinese else text.en
        return text["zh"] if chinese else text["en"]

    def _plain(self, value: object) -> object:
        if isinstance(value, Text):
            return self._of(value)
        return grouped(value) if self.grouping and isinstance(value, int) else value


def grouped(number: Decimal | int) -> str:
    """``31,200,000`` and ``12,345.6``: five digits and more in groups of three, four as they are."""
    return f"{number}" if -_GROUPED_FROM < number < _GROUPED_FROM else f"{number:,}"
