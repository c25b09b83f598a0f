"""The report as an Excel workbook: a summary, all findings, all offences of claims, and a sheet for each institution.

Codes stay text and no cell is a formula. XlsxWriter is imported when a workbook is written, not before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from wicheck.model import Text, Verdict
from wicheck.reports import sheet_words, words
from wicheck.reports.batches import Batches, told
from wicheck.reports.changes import changes_of
from wicheck.reports.interface import ReportWriter, WriteOptions
from wicheck.reports.money_sheets import MoneySheets
from wicheck.reports.offences import count
from wicheck.reports.phrases import input_error, judged_on, notices, totals
from wicheck.reports.remarks import Remarks
from wicheck.reports.report import Report
from wicheck.reports.rows import Cell, Rows
from wicheck.reports.voice import Voice
from wicheck.reports.workbook import Book

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

    from wicheck.reports.data import Counts, DossierData, FindingData

_MOST_SHEETS = 100
_MOST_ROWS = 1_000_000
_WIDTHS: Mapping[str, int] = {
    "name": 26, "dossier": 16, "region": 10, "pack": 16, "article": 14, "title": 36, "verdict": 12, "disposition": 12,
    "message": 52, "observed": 12, "required": 14, "shortfall": 10, "unit": 8, "remedy": 40, "missing": 34,
    "due_on": 12, "stage": 12, "binds": 12, "service_kinds": 14, "judged_on": 12, "record": 16, "file": 34,
    "line": 6, "column": 6, "cell": 14, "rule": 32, "change": 20, "fingerprint": 26,
}  # fmt: skip
_SUMMARY_WIDTHS = (34, 22, 22, 26, 10, 10, 10, 14, 12, 10, 12)
_OF_ONE = tuple(column for column in sheet_words.COLUMNS if column not in ("name", "dossier"))


def write(report: Report, options: WriteOptions) -> bytes:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    held = BytesIO()
    # Offences may be a million: each row is written when the next begins, and never more than one is in memory.
    how = {"constant_memory": True} if report.billing else {"in_memory": True}
    with Workbook(held, how) as workbook:
        # The same report is the same file, whenever it is written.
        workbook.set_properties({"created": datetime.fromisoformat(report.run["judged_on"])})
        _Sheets(report, Voice(options.language), Book(workbook, Voice(options.language))).write()
    return held.getvalue()


class _Sheets:
    def __init__(self, report: Report, voice: Voice, book: Book) -> None:
        self._report = report
        self._voice = voice
        self._book = book
        self._packs = {pack["id"]: pack for pack in report.run["packs"]}
        self._remarks = Remarks(self._packs, voice)

    def write(self) -> None:
        self._summary()
        self._findings()
        if self._report.billing:
            MoneySheets(self._report, self._voice, self._book).offences(_MOST_ROWS)
        for dossier, findings in islice(self._report.by_dossier(), _MOST_SHEETS):
            self._institution(dossier, findings)

    def _summary(self) -> None:
        book, say = self._book, self._voice.say
        verdicts = [say(words.VERDICTS[verdict]) for verdict in Verdict]
        sheet = book.sheet(say(sheet_words.SUMMARY), _SUMMARY_WIDTHS)
        row = book.title(sheet, 0, say(sheet_words.TITLE))
        row = book.lines(sheet, row, self._facts())
        row = book.title(sheet, row + 1, say(sheet_words.ANSWERS_TITLE))
        headings = [*self._headings("name", "dossier", "region"), say(sheet_words.ANSWER), *verdicts]
        row = book.table(sheet, row, headings, self._answers())
        if self._report.billing:
            row = MoneySheets(self._report, self._voice, book).summary(sheet, row)
        row = book.title(sheet, row + 1, say(sheet_words.PACKS_TITLE))
        headings = [say(sheet_words.DOCUMENT_TITLE), *self._headings("region", "pack"), say(sheet_words.STATUS)]
        row = book.table(sheet, row, [*headings, *verdicts], self._texts())
        row = self._changes(sheet, row + 1)
        self._troubles(sheet, row)

    def _facts(self) -> Iterator[str]:
        """What the run came to, and what this workbook does not show."""
        say, report = self._voice.say, self._report
        yield from totals(report, self._voice)
        yield judged_on(report, self._voice)
        yield say(sheet_words.MADE_BY, version=report.run["version"])
        if len(report.dossiers) > _MOST_SHEETS:
            yield say(sheet_words.SHEETS_LEFT_OUT, n=_MOST_SHEETS)
        if len(report.findings) > _MOST_ROWS:
            yield say(sheet_words.ROWS_LEFT_OUT, n=_MOST_ROWS)
        if (offences := count(report)) > _MOST_ROWS:
            yield say(sheet_words.OFFENCES_LEFT_OUT, n=_MOST_ROWS, all=offences)

    def _answers(self) -> Iterator[list[Cell]]:
        """A row for each answer; a dossier that cannot apply has one row of its findings."""
        say = self._voice.say
        for dossier in self._report.dossiers:
            of_dossier: list[Cell] = [dossier["name"], dossier["id"]]
            for headline in dossier["headlines"]:
                region = say(self._packs[headline["pack"]]["name"]) if headline["pack"] else None
                yield [*of_dossier, region, say(headline["text"]), *_numbers(headline["counts"])]
            if not dossier["headlines"]:
                yield [*of_dossier, None, None, *_numbers(dossier["counts"])]

    def _texts(self) -> Iterator[list[Cell]]:
        say = self._voice.say
        for pack in self._report.run["packs"]:
            counts = self._report.totals["pack"].get(pack["id"], {})
            status = say(words.STATUSES[pack["status"]])
            yield [say(pack["title"]), say(pack["name"]), pack["id"], status, *_numbers(counts)]

    def _changes(self, sheet: Worksheet, row: int) -> int:
        """Since an earlier report; returns the row below."""
        changes = changes_of(self._report, self._voice)
        if changes is None:
            return row
        gate = changes.gate()
        row = self._book.title(sheet, row, changes.title())
        row = self._book.lines(sheet, row, (changes.counts(), *((gate,) if gate else ())))
        for title, entries in changes.lists():
            row = self._book.lines(sheet, row, (self._voice.say(words.NUMBERED, title=title, n=len(entries)),))
            row = self._book.lines(sheet, row, (f"  {entry}" for entry in entries))
        return row + 1

    def _troubles(self, sheet: Worksheet, row: int) -> None:
        """Notices, and what could not be read."""
        book, say = self._book, self._voice.say
        if self._report.notices:
            row = book.title(sheet, row, say(words.NOTICES_TITLE))
            row = book.lines(sheet, row, notices(self._report.notices, self._voice)) + 1
        if self._report.input_errors:
            row = book.title(sheet, row, say(words.ERRORS_TITLE))
            book.lines(sheet, row, (input_error(error, self._voice) for error in self._report.input_errors))

    def _findings(self) -> None:
        rows = Rows(self._report, self._voice)
        sheet = self._book.sheet(self._voice.say(sheet_words.FINDINGS), _widths(rows.columns))
        shown = map(rows.of, islice(self._report.findings, _MOST_ROWS))
        self._book.main_table(sheet, 0, rows.headings(), shown)

    def _institution(self, dossier: DossierData, findings: Sequence[FindingData]) -> None:
        """The answers, the findings, then what is to be filled in."""
        book, say = self._book, self._voice.say
        rows = Rows(self._report, self._voice, _OF_ONE)
        name = dossier["name"] or dossier["id"]
        sheet = book.sheet(name, _widths(rows.columns))
        row = book.title(sheet, 0, name)
        row = book.lines(sheet, row, (say(headline["text"]) for headline in dossier["headlines"]))
        row = book.lines(sheet, row, self._money(dossier))
        row = book.main_table(sheet, row, rows.headings(), map(rows.of, findings))
        if dossier["missing"]:
            row = book.title(sheet, row + 1, say(words.MISSING_TITLE))
            book.lines(sheet, row, self._missing(dossier))

    def _money(self, dossier: DossierData) -> Iterator[str]:
        """What the dossier's batches of claims came to."""
        batches = Batches(self._report, self._voice)
        for batch in told(self._report):
            if batch["dossier"] == dossier["id"]:
                yield self._voice.say(words.TITLED, title=batches.title(batch), text=batches.risk(batch))

    def _missing(self, dossier: DossierData) -> Iterator[str]:
        say = self._voice.say
        for number, entry in enumerate(dossier["missing"], 1):
            text = say(words.WITH_HINT, text=say(entry["label"]), hint=self._remarks.use(entry))
            yield f"{number}. {self._voice.join((text, entry['path'], self._remarks.where(entry)), words.PAUSE)}"

    def _headings(self, *columns: str) -> list[str]:
        return [self._voice.say(sheet_words.COLUMNS[column]) for column in columns]


def _numbers(counts: Counts) -> list[Cell]:
    return [counts.get(verdict, 0) for verdict in Verdict]


def _widths(columns: Sequence[str]) -> list[int]:
    return [_WIDTHS[column] for column in columns]


WRITER = ReportWriter("xlsx", Text("Excel 工作簿", "Excel workbook"), write, binary=True)
