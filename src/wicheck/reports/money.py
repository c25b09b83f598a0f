"""What the terminal says of a batch of claims: the money first, then rule by rule the largest offences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wicheck.reports import billing_words as own
from wicheck.reports import words
from wicheck.reports.batches import Batches, certain, found_something
from wicheck.reports.interface import WriteOptions
from wicheck.reports.items import Lines
from wicheck.reports.layout import indented
from wicheck.reports.report import Report
from wicheck.reports.voice import BOLD, DIM, RED, Voice

if TYPE_CHECKING:
    from wicheck.reports.billing_data import BatchData, BilledRuleData

_LARGEST = 5
_INDENT = 5


class Money:
    """Writes one batch after another. With ``-v`` every offence that the report holds, and what is open too."""

    def __init__(self, report: Report, options: WriteOptions) -> None:
        self._voice = Voice(options.language, options.colour)
        self._batches = Batches(report, self._voice)
        self._all = options.verbosity > 0
        self._width = options.width

    def of(self, batch: BatchData) -> Lines:
        rules = found_something(batch)
        failing = certain(rules)
        yield ""
        yield self._voice.paint(self._batches.title(batch), BOLD)
        for number, line in enumerate(self._batches.about(batch)):
            colour = RED if failing and not number else ""
            for each in indented(line, self._width, 0):
                yield self._voice.paint(each, colour) if colour else each
        for number, rule in enumerate(failing, 1):
            yield from self._rule(number, rule)
        for rule in rules[len(failing) :]:
            yield from self._open(rule)
        if any(len(rule["offences"]) > _LARGEST or _left_out(rule) for rule in failing):
            yield from self._dim(self._voice.say(own.ALL_ROWS), 0)

    def _rule(self, number: int, rule: BilledRuleData) -> Lines:
        yield from indented(self._title(rule), self._width, _INDENT, f" {number:>2}. ")
        yield from self._offences(rule)
        yield from self._dim(rule["rule"], _INDENT)

    def _open(self, rule: BilledRuleData) -> Lines:
        yield from indented(self._title(rule), self._width, _INDENT, "   - ")
        if self._all:
            yield from self._offences(rule)

    def _offences(self, rule: BilledRuleData) -> Lines:
        shown = rule["offences"] if self._all else rule["offences"][:_LARGEST]
        if len(shown) < sum(rule["counts"].values()):
            yield from indented(self._batches.largest(rule, len(shown)), self._width, _INDENT)
        for offence in shown:
            yield from indented(self._batches.offence(rule, offence), self._width, _INDENT + 2, " " * _INDENT + "· ")
            if offence["location"]:
                yield from self._dim(self._batches.place(offence["location"]), _INDENT + 2)

    def _title(self, rule: BilledRuleData) -> str:
        return self._voice.say(words.TITLED, title=self._voice.say(rule["title"]), text=self._batches.found(rule))

    def _dim(self, text: str, indent: int) -> Lines:
        return (self._voice.paint(line, DIM) for line in indented(text, self._width, indent, " " * indent))


def _left_out(rule: BilledRuleData) -> bool:
    return len(rule["offences"]) < sum(rule["counts"].values())
