"""For people at a terminal: the answer first, then what there is to do, then the rest.

Plain text of our own making: importing ``rich`` for it would take four times as long as starting Python.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from wicheck.model import PackStatus, Text, Verdict
from wicheck.reports import words
from wicheck.reports.answers import Answer
from wicheck.reports.interface import ReportWriter, WriteOptions
from wicheck.reports.items import Lines
from wicheck.reports.layout import Column, columns, indented, table
from wicheck.reports.phrases import dossier_name, input_error, judged_on, notices, place, totals
from wicheck.reports.report import Report
from wicheck.reports.sections import Sections
from wicheck.reports.voice import BOLD, RED, YELLOW, Voice

if TYPE_CHECKING:
    from wicheck.reports.changes import Changes
    from wicheck.reports.data import DossierData, HeadlineData

_WELL = frozenset((Verdict.PASS, Verdict.NOT_APPLICABLE))


def write(report: Report, options: WriteOptions) -> Iterator[str]:
    """Line by line: details of a dossier are made when their turn comes."""
    screen = _Screen(report, options)
    return (line + "\n" for line in (screen.quiet() if options.verbosity < 0 else screen.full()))


class _Screen:
    def __init__(self, report: Report, options: WriteOptions) -> None:
        self._report = report
        self._options = options
        self._packs = {pack["id"]: pack for pack in report.run["packs"]}
        self._voice = Voice(options.language, options.colour)

    def quiet(self) -> Lines:
        """A line for each answer, then which laws are drafts, what was wrong with the input, and the totals."""
        for dossier in self._report.dossiers:
            for headline in dossier["headlines"]:
                text = self._headline(headline)
                yield self._voice.say(words.HEADLINE, place=dossier_name(dossier, self._voice), answer=text)
            if not dossier["headlines"]:
                counts = self._voice.tally(dossier["counts"]) or self._voice.say(words.NOTHING_JUDGED)
                yield self._voice.say(words.HEADLINE, place=dossier_name(dossier, self._voice), answer=counts)
        yield from self._drafts()
        yield from (self._voice.paint(input_error(error, self._voice), RED) for error in self._report.input_errors)
        if changes := self._changes():
            yield self._voice.say(words.HEADLINE, place=changes.title(), answer=changes.counts())
        yield from self._totals()

    def full(self) -> Lines:
        many = len(self._report.dossiers) > 1
        if many:
            yield from self._overview()
            yield from self._drafts()
        sections = Sections(self._packs, self._options)
        for dossier, findings in self._report.by_dossier():
            if many and self._options.verbosity < 1 and not _to_act_on(dossier):
                continue
            yield from self._heading(dossier, spaced=many)
            if not many:
                yield from self._drafts()
            yield from sections.of(dossier, findings)
        yield from self._money()
        yield from self._notices()
        yield from self._errors()
        yield from self._baseline()
        yield ""
        yield from self._sources()
        for line in self._totals():
            yield from indented(line, self._options.width, 0)

    def _heading(self, dossier: DossierData, spaced: bool) -> Lines:
        lines = indented(dossier_name(dossier, self._voice), self._options.width, 0)
        if spaced:
            yield ""
        yield from (self._voice.paint(line, BOLD) for line in (*lines, "=" * max(map(columns, lines))))
        for headline in dossier["headlines"]:
            for line in indented(self._voice.say(headline["text"]), self._options.width, 0):
                yield self._voice.paint_answer(line, headline["answer"])
        if not dossier["counts"] and not dossier["headlines"]:
            yield self._voice.say(words.NOTHING_JUDGED)

    def _headline(self, headline: HeadlineData) -> str:
        return self._voice.paint_answer(self._voice.say(headline["text"]), headline["answer"])

    def _overview(self) -> Lines:
        yield self._voice.paint(self._voice.say(words.OVERVIEW_TITLE, n=len(self._report.dossiers)), BOLD)
        yield ""
        rows = [row for dossier in self._report.dossiers for row in self._rows(dossier)]
        titles = [self._voice.say(title) for title in words.COLUMN_NUMBERS.values()]
        numbers = [(title, columns(title)) for title in titles]
        if self._report.billing:
            numbers.append(self._with_money(rows))
        yield from table([*self._columns(rows, numbers), *numbers], rows)

    def _with_money(self, rows: list[list[str]]) -> Column:
        """Add to the first row of each dossier what its claims came to."""
        from wicheck.reports import billing_words  # few reports are about claims
        from wicheck.reports.batches import Batches

        sums = Batches(self._report, self._voice).by_dossier()
        firsts = (dossier["id"] for dossier in self._report.dossiers)
        for row in rows:
            row.append(sums.get(next(firsts), "") if row[0] else "")
        title = self._voice.say(billing_words.MONEY)
        return title, max(columns(text) for text in (title, *(row[-1] for row in rows)))

    def _columns(self, rows: Sequence[Sequence[str]], numbers: Sequence[Column]) -> list[Column]:
        """Region and answer take what they need, within bounds; the institution's name has what ``numbers`` leave."""
        free = max(self._options.width - sum(width for _, width in numbers) - 2 * (2 + len(numbers)), 30)
        place, answer = (min(max(columns(row[at]) for row in rows), free * 2 // 5) for at in (1, 2))
        widths = (max(free - place - answer, 10), place, answer)
        titles = (words.COLUMN_INSTITUTION, words.COLUMN_PLACE, words.COLUMN_ANSWER)
        return [(self._voice.say(title), width) for title, width in zip(titles, widths, strict=True)]

    def _rows(self, dossier: DossierData) -> Iterator[list[str]]:
        name = dossier_name(dossier, self._voice)
        if not dossier["headlines"]:
            yield [name, self._voice.say(words.DOCUMENTS[dossier["kind"]]), "", *_numbers(dossier["counts"])]
        for headline in dossier["headlines"]:
            answer = self._voice.say(words.ANSWERS[headline["answer"]])
            yield [name, place(headline, self._packs, self._voice), answer, *_numbers(headline["counts"])]
            name = ""

    def _drafts(self) -> Lines:
        """Said once: what is judged by a draft is judged by no law."""
        for pack in self._report.run["packs"]:
            if pack["status"] == PackStatus.DRAFT and pack["id"] in self._report.totals["pack"]:
                region = self._voice.say(pack["name"])
                said = self._voice.say(words.HEADLINE, place=region, answer=words.STATUSES[PackStatus.DRAFT])
                yield from (self._voice.paint(line, YELLOW) for line in indented(said, self._options.width, 0))

    def _money(self) -> Lines:
        """What the batches of claims came to."""
        if self._report.billing:
            from wicheck.reports.batches import told  # few reports are about claims
            from wicheck.reports.money import Money

            money = Money(self._report, self._options)
            for batch in told(self._report):
                yield from money.of(batch)

    def _notices(self) -> Lines:
        if self._report.notices:
            yield from self._title(words.NOTICES_TITLE)
        for line in notices(self._report.notices, self._voice):
            yield from indented(line, self._options.width, 4, "  - ")

    def _errors(self) -> Lines:
        if self._report.input_errors:
            yield from self._title(words.ERRORS_TITLE)
        for error in self._report.input_errors:
            for line in indented(input_error(error, self._voice), self._options.width, 4, "  - "):
                yield self._voice.paint(line, RED)

    def _baseline(self) -> Lines:
        """What changed since an earlier report: the counts, then what is new and what is gone."""
        changes = self._changes()
        if changes is None:
            return
        yield ""
        yield self._voice.paint(changes.title(), BOLD)
        yield from indented(changes.counts(), self._options.width, 0)
        if gate := changes.gate():
            yield from indented(gate, self._options.width, 0)
        for title, entries in changes.lists():
            yield self._voice.say(words.NUMBERED, title=title, n=len(entries))
            for entry in entries:
                yield from indented(entry, self._options.width, 4, "  - ")

    def _changes(self) -> Changes | None:
        if self._report.baseline is None:
            return None
        from wicheck.reports.changes import changes_of  # few runs have an earlier report

        return changes_of(self._report, self._voice)

    def _title(self, title: Text) -> Lines:
        yield ""
        yield self._voice.paint(self._voice.say(title), BOLD)

    def _sources(self) -> Lines:
        """The texts that were applied: the region before the pack's id."""
        for pack in self._report.run["packs"]:
            if pack["id"] in self._report.totals["pack"]:
                place = f"{self._voice.say(pack['name'])} {pack['id']}"
                said = self._voice.say(words.HEADLINE, place=place, answer=self._voice.say(pack["title"]))
                yield from indented(said, self._options.width, 0)

    def _totals(self) -> Lines:
        yield from totals(self._report, self._voice)
        yield judged_on(self._report, self._voice)


def _numbers(counts: dict[str, int]) -> list[str]:
    return [str(counts.get(verdict, 0)) for verdict in words.COLUMN_NUMBERS]


def _to_act_on(dossier: DossierData) -> bool:
    answers = {headline["answer"] for headline in dossier["headlines"]}
    return bool(dossier["counts"].keys() - _WELL or answers - {Answer.MET})


WRITER = ReportWriter("terminal", Text("终端", "terminal"), write)
