"""Findings in the order of the text: pack by pack, chapter by chapter, clause by clause, each in a row of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from wicheck.model import Verdict
from wicheck.reports import words
from wicheck.reports.page import words as own
from wicheck.reports.page.numbers import Stack, message_of, pieces
from wicheck.reports.plain import show_location
from wicheck.reports.remarks import Remarks
from wicheck.reports.since import marked
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.data import ClauseData, Counts, FindingData
    from wicheck.reports.run_data import PackData


# ``三`` of ``三（二）2``, ``二十五`` of ``二十五第一款``.
_NUMERAL = re.compile("第?[零一二三四五六七八九十百]+条?")


class Row(NamedTuple):
    """``source`` is the rule's id and where what decided is written."""

    verdict: str
    word: str
    title: str
    message: str
    remarks: tuple[str, ...]
    source: str


class ClauseView(NamedTuple):
    article: str
    damage: str
    rows: list[Row]


class Chapter(NamedTuple):
    """``titled`` where the text itself has the chapter; else it is the leading part of its articles."""

    name: str
    titled: bool
    anchor: str
    clauses: list[ClauseView]
    counts: Counts


class Rows:
    """Makes rows for one report. What is the same in all findings of a rule is said once."""

    def __init__(self, packs: Mapping[str, PackData], voice: Voice, remarks: Remarks) -> None:
        self._places = {
            (pack["id"], clause): place for pack in packs.values() for place, clause in enumerate(pack["clauses"])
        }
        self._voice = voice
        self._remarks = remarks
        self._words = {verdict.value: voice.say(words.VERDICTS[verdict]) for verdict in Verdict}

    def chapters(self, findings: Iterable[FindingData], anchor: str, told: Container[int] = ()) -> list[Chapter]:
        """``told`` are the ids of findings whose remarks stand elsewhere; ``anchor`` begins every chapter's own."""
        grouped: dict[tuple[str, bool], dict[str, list[FindingData]]] = {}
        for finding in sorted(findings, key=self._place):
            name = self._chapter(finding["clause"])
            grouped.setdefault(name, {}).setdefault(finding["clause"]["id"], []).append(finding)
        return [
            Chapter(
                name,
                titled,
                f"{anchor}-{number}",
                [self._clause(of_clause, told) for of_clause in clauses.values()],
                dict(Counter(each["verdict"] for of_clause in clauses.values() for each in of_clause)),
            )
            for number, ((name, titled), clauses) in enumerate(grouped.items(), 1)
        ]

    def _place(self, finding: FindingData) -> int:
        """Where its clause stands in the text; what no clause says comes last."""
        return self._places.get((finding["pack"], finding["clause"]["id"]), len(self._places))

    def _chapter(self, clause: ClauseData) -> tuple[str, bool]:
        if clause["chapter"]:
            return self._voice.say(clause["chapter"]), True
        article = self._article(clause)
        numeral = _NUMERAL.match(article)
        return numeral[0] if numeral else article.partition("（")[0], False

    def _article(self, clause: ClauseData) -> str:
        return clause["article"] or self._voice.say(own.WHOLE_TEXT)

    def _clause(self, findings: list[FindingData], told: Container[int]) -> ClauseView:
        clause = findings[0]["clause"]
        several = len(findings) > 1 and (
            len({finding["record"]["id"] for finding in findings})
            > len({finding["record"]["kind"] for finding in findings})
        )
        damage = self._voice.say(words.DAMAGE, text=self._voice.say(clause["damage"])) if clause["damage"] else ""
        rows = [self.row(each, id(each) in told, several) for each in findings]
        return ClauseView(self._article(clause), damage, rows)

    def row(self, finding: FindingData, told: bool, several: bool) -> Row:
        """``several``: the clause speaks of several records of a kind, so each row names its own."""
        title = marked(self._voice.say(finding["title"]), finding, self._voice)
        if several:
            title = self._voice.say(words.WITH_HINT, text=title, hint=finding["record"]["id"])
        return Row(
            finding["verdict"],
            self._words[finding["verdict"]],
            title,
            message_of(finding, self._voice),
            () if told else self._remarks.beside(finding),
            _source(finding),
        )


def _source(finding: FindingData) -> str:
    """Of what does not apply there is nothing to look at."""
    if finding["verdict"] == Verdict.NOT_APPLICABLE or not finding["location"]:
        return finding["rule"]
    return f"{finding['rule']} {show_location(finding['location'])}"


def stacks(chapters: Iterable[Chapter], voice: Voice) -> Iterator[Stack]:
    """All chapters drawn to the same scale."""
    chapters = list(chapters)
    widest = max((sum(chapter.counts.values()) for chapter in chapters), default=0)
    for chapter in chapters:
        tally = voice.tally(chapter.counts)
        yield Stack(chapter.name, chapter.anchor, tally, tuple(pieces(chapter.counts)), widest)
