"""The parts of a workbook about claims: what each batch and each rule came to, and a row for every offence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from wicheck.reports import billing_words, sheet_words, words
from wicheck.reports.batches import Batches, found_something, told
from wicheck.reports.offences import Offences
from wicheck.reports.report import Report
from wicheck.reports.rows import Cell
from wicheck.reports.voice import Voice
from wicheck.reports.workbook import Book

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

_WIDTHS: Mapping[str, int] = {
    "name": 26, "dossier": 16, "batch": 18, "region": 10, "article": 14, "title": 32, "verdict": 12, "claim": 20,
    "line_number": 14, "amount": 14, "bearer": 10, "alert": 52, "evidence": 52, "file": 30, "row": 8, "pack": 16,
    "rule": 34, "change": 18, "fingerprint": 26,
}  # fmt: skip
_AMOUNT = list(sheet_words.OFFENCE_COLUMNS).index("amount")


class MoneySheets:
    """Writes them into a book, in one language."""

    def __init__(self, report: Report, voice: Voice, book: Book) -> None:
        self._report = report
        self._voice = voice
        self._book = book
        self._regions = {pack["id"]: pack["name"] for pack in report.run["packs"]}

    def summary(self, sheet: Worksheet, row: int) -> int:
        """What the batches came to, then their rules; returns the row below."""
        book, say = self._book, self._voice.say
        row = book.title(sheet, row + 1, say(sheet_words.MONEY_TITLE))
        row = book.lines(sheet, row, self._intake())
        borne = [say(sheet_words.BORNE_BY, bearer=each) for each in billing_words.BEARERS.values()]
        numbers = [say(each) for each in (sheet_words.CLAIMS, sheet_words.LINES, sheet_words.REJECTS)]
        headings = [*self._headings("name", "batch", "region", "amount"), *borne, *numbers]
        row = book.table(sheet, row, headings, self._batches(), range(3, 4 + len(borne)))
        row = book.title(sheet, row + 1, say(sheet_words.RULES_TITLE))
        counts = [say(sheet_words.ROWS_OF, verdict=words.VERDICTS[each]) for each in billing_words.ROWS]
        headings = [*self._headings("title", "rule", "batch", "amount", "bearer"), *counts]
        return book.table(sheet, row, headings, self._rules(), (3,))

    def offences(self, most: int) -> None:
        """All offences that are at hand, ``most`` at most: a sheet has an end."""
        offences = Offences(self._report, self._voice)
        widths = [_WIDTHS[column] for column in offences.columns]
        sheet = self._book.sheet(self._voice.say(sheet_words.OFFENCES), widths)
        rows = islice(offences.rows(), most)
        end = self._book.main_table(sheet, 0, offences.headings(), rows, (_AMOUNT,))
        if not offences.complete:
            self._book.lines(sheet, end + 1, [offences.note()])

    def _intake(self) -> Iterator[str]:
        batches = Batches(self._report, self._voice)
        for batch in told(self._report):
            said = [batches.risk(batch), *batches.intake(batch)]
            text = self._voice.join(said, billing_words.STOP)
            yield self._voice.say(words.TITLED, title=batches.title(batch), text=text)

    def _batches(self) -> Iterator[list[Cell]]:
        for batch in told(self._report):
            borne: list[Cell] = [batch["bearers"].get(bearer, 0) for bearer in billing_words.BEARERS]
            region = self._voice.say(self._regions[batch["pack"]])
            named: list[Cell] = [batch["institution"] or batch["dossier"], batch["record"]["id"], region]
            numbers: list[Cell] = [batch["claims_count"], batch["lines_count"], batch["rejects"]]
            yield [*named, batch["amount"], *borne, *numbers]

    def _rules(self) -> Iterator[list[Cell]]:
        for batch in self._report.billing:
            for rule in found_something(batch):
                bearer = self._voice.say(billing_words.BEARERS[rule["bearer"]])
                named: list[Cell] = [self._voice.say(rule["title"]), rule["rule"], batch["record"]["id"]]
                counts: list[Cell] = [rule["counts"].get(verdict, 0) for verdict in billing_words.ROWS]
                yield [*named, rule["amount"], bearer, *counts]

    def _headings(self, *columns: str) -> list[str]:
        return [self._voice.say(sheet_words.OFFENCE_COLUMNS[column]) for column in columns]
