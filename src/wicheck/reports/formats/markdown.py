"""A summary in Markdown, for a job's summary page or a merge request: totals, batches of claims, then the dossiers.

What is met is counted, not listed. GitHub takes 1 MiB a step: where that is reached, the rest is counted too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from wicheck.model import Disposition, PackStatus, Text, Verdict
from wicheck.reports import billing_words as own
from wicheck.reports import ci_words, words
from wicheck.reports.arrangement import having
from wicheck.reports.batches import Batches, found_something, most, told
from wicheck.reports.changes import changes_of
from wicheck.reports.interface import ReportWriter, WriteOptions
from wicheck.reports.markdown_text import escaped, table
from wicheck.reports.phrases import dossier_name, input_error, judged_on, notices, totals
from wicheck.reports.plain import show_location
from wicheck.reports.remarks import Remarks
from wicheck.reports.report import Report
from wicheck.reports.since import marked
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.billing_data import BatchData, BilledRuleData, OffenceData
    from wicheck.reports.data import DossierData, FindingData, InputErrorData

_MOST_BYTES = 1_000_000
_MOST_ROWS = 50
_MOST_OFFENCES = 20
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
            yield f"\n{summary.left_out(len(report.dossiers) + len(told(report)) - number + 1)}\n"
            return
        yield text


class _Summary:
    def __init__(self, report: Report, voice: Voice) -> None:
        self._report = report
        self._voice = voice
        self._packs = {pack["id"]: pack for pack in report.run["packs"]}
        self._remarks = Remarks(self._packs, voice)
        self._batches = Batches(report, voice)

    def sections(self) -> Iterator[Lines]:
        """What holds for the whole, then one section for each dossier."""
        yield self._whole()
        for batch in told(self._report):
            yield self._batch(batch)
        for dossier, findings in self._report.by_dossier():
            yield self._dossier(dossier, list(findings))

    def left_out(self, dossiers: int) -> str:
        return escaped(self._voice.say(ci_words.DOSSIERS_LEFT_OUT, n=dossiers))

    def _whole(self) -> Lines:
        say, report = self._voice.say, self._report
        verdicts = report.totals["verdict"]
        yield f"# {say(ci_words.TITLE)}"
        yield ""
        yield from self._bullets(totals(report, self._voice))
        yield ""
        headings = [say(ci_words.COLUMN_VERDICT), say(ci_words.COLUMN_NUMBER)]
        rows = [[say(words.VERDICTS[each]), str(verdicts[each])] for each in Verdict if each in verdicts]
        yield from table(headings, rows)
        yield ""
        yield from self._bullets(self._remarks_on_all())
        yield from self._errors(report.input_errors)
        yield from self._changes()

    def _remarks_on_all(self) -> Lines:
        say, report = self._voice.say, self._report
        for pack in report.run["packs"]:
            if pack["status"] == PackStatus.DRAFT and pack["id"] in report.totals["pack"]:
                yield say(words.HEADLINE, place=say(pack["name"]), answer=words.STATUSES[PackStatus.DRAFT])
        yield from notices(report.notices, self._voice)
        yield judged_on(report, self._voice)

    def _errors(self, errors: Sequence[InputErrorData]) -> Lines:
        if errors:
            yield from self._title(words.ERRORS_TITLE, len(errors))
            yield from self._bullets(input_error(error, self._voice) for error in errors[:_MOST_ROWS])
            yield from self._more(len(errors))

    def _changes(self) -> Lines:
        """Since an earlier report."""
        changes = changes_of(self._report, self._voice)
        if changes is None:
            return
        yield from ("", f"## {escaped(changes.title())}", "", f"**{escaped(changes.counts())}**")
        if gate := changes.gate():
            yield from ("", escaped(gate))
        for title, entries in changes.lists():
            yield from ("", f"### {escaped(self._voice.say(words.NUMBERED, title=title, n=len(entries)))}", "")
            yield from self._bullets(entries[:_MOST_ROWS])
            yield from self._more(len(entries))

    def _batch(self, batch: BatchData) -> Lines:
        """The money at risk, what each rule found, then the offences with most money."""
        say, batches = self._voice.say, self._batches
        rules = found_something(batch)
        yield from ("", f"## {escaped(batches.title(batch))}", "")
        first, *others = batches.about(batch)
        yield f"- **{escaped(first)}**"
        yield from self._bullets(others)
        if rules:
            yield ""
            headings = [say(each) for each in (ci_words.COLUMN_DEMAND, ci_words.COLUMN_MESSAGE, ci_words.COLUMN_BASIS)]
            yield from table(headings, ([say(each["title"]), batches.found(each), each["rule"]] for each in rules))
        largest = most(batch)[:_MOST_OFFENCES]
        if largest:
            yield from ("", f"### {escaped(say(own.OFFENCES))}", "")
            columns = (ci_words.COLUMN_DEMAND, own.COLUMN_CLAIM, own.COLUMN_AMOUNT, own.COLUMN_TEXT)
            headings = [say(column) for column in (*columns, ci_words.COLUMN_PLACE)]
            yield from table(headings, (self._offence(rule, offence) for rule, offence in largest))
            yield from ("", escaped(say(own.ALL_ROWS)))

    def _offence(self, rule: BilledRuleData, offence: OffenceData) -> list[str]:
        batches, place = self._batches, offence["location"]
        return [
            batches.titled(rule, offence),
            batches.claim(offence),
            batches.yuan(offence["amount"]),
            batches.said(rule, offence),
            show_location(place) if place else "",
        ]

    def _dossier(self, dossier: DossierData, findings: Sequence[FindingData]) -> Lines:
        say = self._voice.say
        yield ""
        yield f"## {escaped(dossier_name(dossier, self._voice))}"
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
            marked(say(finding["title"]), finding, self._voice),
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
