"""A summary in Markdown, for a job's summary page or a merge request: totals, then dossier by dossier.

What is met is counted, not listed. GitHub takes 1 MiB a step: where that is reached, the rest is counted too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from wicheck.model import Disposition, PackStatus, Text, Verdict
from wicheck.reports import ci_words, words
from wicheck.reports.arrangement import having
from wicheck.reports.interface import ReportWriter, WriteOptions
from wicheck.reports.markdown_text import escaped, table
from wicheck.reports.plain import show_location
from wicheck.reports.remarks import Remarks
from wicheck.reports.report import Report
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.data import DossierData, FindingData, InputErrorData

_MOST_BYTES = 1_000_000
_MOST_ROWS = 50
_OPEN = (Verdict.ERROR, Verdict.REVIEW, Verdict.SUSPECT)

Lines = Iterator[str]


def write(report: Report, options: WriteOptions) -> Iterator[str]:
    """Section by section, until the most that is shown is reached."""
    summary = _Summary(report, Voice(options.language))
    room = _MOST_BYTES
    for number, section in enumerate(summary.sections()):
        text = "".join(f"{line}\n" for line in section)
        room -= len(text.encode())
        if room < 0 and number:
            yield f"\n{summary.left_out(len(report.dossiers) - number + 1)}\n"
            return
        yield text


class _Summary:
    def __init__(self, report: Report, voice: Voice) -> None:
        self._report = report
        self._voice = voice
        self._packs = {pack["id"]: pack for pack in report.run["packs"]}
        self._remarks = Remarks(self._packs, voice)

    def sections(self) -> Iterator[Lines]:
        """What holds for the whole, then one section for each dossier."""
        yield self._whole()
        for dossier, findings in self._report.by_dossier():
            yield self._dossier(dossier, list(findings))

    def left_out(self, dossiers: int) -> str:
        return escaped(self._voice.say(ci_words.DOSSIERS_LEFT_OUT, n=dossiers))

    def _whole(self) -> Lines:
        say, report = self._voice.say, self._report
        totals = report.totals
        yield f"# {say(ci_words.TITLE)}"
        yield ""
        yield escaped(say(words.TOTALS, n=totals["findings"], counts=self._voice.tally(totals["verdict"])))
        yield ""
        headings = [say(ci_words.COLUMN_VERDICT), say(ci_words.COLUMN_NUMBER)]
        rows = [
            [say(words.VERDICTS[each]), str(totals["verdict"][each])] for each in Verdict if each in totals["verdict"]
        ]
        yield from table(headings, rows)
        yield ""
        yield from self._bullets(self._remarks_on_all())
        yield from self._errors(report.input_errors)

    def _remarks_on_all(self) -> Lines:
        say, report = self._voice.say, self._report
        if report.totals["waived"]:
            yield say(words.WAIVED_TOTAL, n=report.totals["waived"])
        if report.input_errors:
            yield say(words.ERROR_COUNT, n=len(report.input_errors))
        for pack in report.run["packs"]:
            if pack["status"] == PackStatus.DRAFT and pack["id"] in report.totals["pack"]:
                yield say(words.HEADLINE, place=say(pack["name"]), answer=words.STATUSES[PackStatus.DRAFT])
        yield from (say(notice["text"]) for notice in report.notices)
        phrase = words.JUDGED_FIXED if report.run["date_fixed"] else words.JUDGED_OPEN
        yield say(phrase, day=report.run["judged_on"])

    def _errors(self, errors: Sequence[InputErrorData]) -> Lines:
        if errors:
            yield from self._title(words.ERRORS_TITLE, len(errors))
            yield from self._bullets(self._error(error) for error in errors[:_MOST_ROWS])
            yield from self._more(len(errors))

    def _error(self, error: InputErrorData) -> str:
        where = f"{show_location(error['location'])} " if error["location"] else ""
        text = self._voice.say(error["text"])
        if error["hint"]:
            text = self._voice.say(words.WITH_HINT, text=text, hint=self._voice.say(error["hint"]))
        return where + text

    def _dossier(self, dossier: DossierData, findings: Sequence[FindingData]) -> Lines:
        say = self._voice.say
        name = dossier["name"]
        titled = say(words.WITH_HINT, text=name, hint=dossier["id"]) if name else dossier["id"]
        yield ""
        yield f"## {escaped(titled)}"
        yield ""
        yield from (f"- **{escaped(say(headline['text']))}**" for headline in dossier["headlines"])
        yield f"- {escaped(self._voice.tally(dossier['counts']) or say(words.NOTHING_JUDGED))}"
        yield from self._table(words.FAILURES_TITLE, having(findings, Verdict.FAIL))
        yield from self._missing(dossier)
        for verdict in _OPEN:
            yield from self._table(words.VERDICTS[verdict], having(findings, verdict))

    def _table(self, title: Text, findings: Sequence[FindingData]) -> Lines:
        if not findings:
            return
        yield from self._title(title, len(findings))
        columns = (ci_words.COLUMN_DEMAND, ci_words.COLUMN_MESSAGE, ci_words.COLUMN_REMEDY, ci_words.COLUMN_BASIS)
        headings = [self._voice.say(column) for column in (*columns, ci_words.COLUMN_PLACE)]
        yield from table(headings, map(self._row, islice(findings, _MOST_ROWS)))
        yield from self._more(len(findings))

    def _row(self, finding: FindingData) -> list[str]:
        say = self._voice.say
        place = finding["location"]
        waived = finding["disposition"] == Disposition.WAIVED
        said = [say(finding["message"]), *(self._remarks.statements(finding) if waived else ())]
        return [
            say(finding["title"]),
            self._voice.join(said, words.PAUSE),
            say(finding["remedy"]) if finding["remedy"] else "",
            f"{say(self._packs[finding['pack']]['name'])} {finding['clause']['article']} {finding['rule']}",
            show_location(place) if place else "",
        ]

    def _missing(self, dossier: DossierData) -> Lines:
        missing = dossier["missing"]
        if not missing:
            return
        yield from self._title(words.MISSING_TITLE, len(missing))
        columns = (ci_words.COLUMN_ENTRY, ci_words.COLUMN_USE, ci_words.COLUMN_WHERE)
        rows = (
            [self._voice.say(entry["label"]), self._remarks.use(entry), self._remarks.where(entry)]
            for entry in missing[:_MOST_ROWS]
        )
        yield from table([self._voice.say(column) for column in columns], rows)
        yield from self._more(len(missing))

    def _title(self, title: Text, number: int) -> Lines:
        yield ""
        yield f"### {escaped(self._voice.say(words.NUMBERED, title=title, n=number))}"
        yield ""

    def _more(self, number: int) -> Lines:
        if number > _MOST_ROWS:
            yield ""
            yield escaped(self._voice.say(ci_words.ROWS_LEFT_OUT, n=number - _MOST_ROWS))

    def _bullets(self, texts: Iterable[str]) -> Lines:
        return (f"- {escaped(text)}" for text in texts)


WRITER = ReportWriter("markdown", Text("Markdown 摘要", "Markdown summary"), write, for_ci=True)
