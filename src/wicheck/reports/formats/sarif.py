"""SARIF 2.1.0, for code scanning: a rule for each demand, a result for each finding and for each input error.

What is not decided is ``open`` (insufficient information), what a person decides is ``review``; both have no
level, as have passes and what does not apply. A waived failure stays a failure, suppressed with its reason.
Offences of claims with most money come last, at their rows. GitHub shows 5 000 results at most: of more the least
important are left out, and a notification says how many. Held against an earlier report every finding has its
``baselineState``; what that report had and this run does not find is ``absent``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, islice
from json import JSONEncoder
from typing import TYPE_CHECKING, Any

from wicheck.model import Language, Verdict, same
from wicheck.reports import baseline_words, ci_words, words
from wicheck.reports.batches import Batches, Row, certain_count, exact, money_by_pack, most
from wicheck.reports.interface import ReportWriter, WriteOptions
from wicheck.reports.report import Report
from wicheck.reports.sarif.results import ROOT, absent, artifact, notification, of_finding, of_input_error, of_offence
from wicheck.reports.sarif.rules import Rules
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.billing_data import BatchData
    from wicheck.reports.data import Counts

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_MOST_RESULTS = 4_999
_GRAVEST_FIRST = (
    Verdict.FAIL,
    Verdict.ERROR,
    Verdict.UNKNOWN,
    Verdict.REVIEW,
    Verdict.SUSPECT,
    Verdict.NOT_APPLICABLE,
    Verdict.PASS,
)
_encoded = JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False, indent=1).encode


def write(report: Report, options: WriteOptions) -> str:
    return _encoded({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_Run(report, options).data()]}) + "\n"


class _Run:
    def __init__(self, report: Report, options: WriteOptions) -> None:
        self._report = report
        self._language = options.language
        self._voice = Voice(options.language)
        self._rules = Rules(report, self._voice, options.site)
        self._errors = report.input_errors[:_MOST_RESULTS]
        self._room = room(report.totals["verdict"], _MOST_RESULTS - len(self._errors))
        self._offences = self._largest(_MOST_RESULTS - len(self._errors) - sum(self._room.values()))

    def data(self) -> dict[str, Any]:
        report = self._report
        results = list(self._results())
        return {
            "tool": {"driver": {"name": "wicheck", "version": report.run["version"], "rules": self._rules.descriptors}},
            "language": "zh-CN" if self._language is Language.ZH else "en",
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {ROOT: {"description": {"text": self._voice.say(ci_words.SOURCE_ROOT)}}},
            "invocations": [self._invocation(len(results))],
            "artifacts": [
                {"location": artifact(each["file"]), "hashes": {"sha-256": each["sha256"]}}
                for each in report.run["files"]
            ],
            "results": results,
            "properties": {"judgedOn": report.run["judged_on"], "totals": report.totals, **self._money()},
        }

    def _money(self) -> dict[str, Any]:
        """The money at risk by pack, as text: no digit of it is lost."""
        by_pack = money_by_pack(self._report)
        return {"moneyAtRisk": {pack: f"{amount:f}" for pack, (_, amount) in by_pack.items()}} if by_pack else {}

    def _largest(self, places: int) -> list[tuple[BatchData, Row]]:
        """The certain offences with most money for which there is room."""
        rows = [(batch, row) for batch in self._report.billing for row in most(batch)]
        return sorted(rows, key=lambda pair: -exact(pair[1][1]["amount"] or 0))[: max(places, 0)]

    def _results(self) -> Iterator[dict[str, Any]]:
        """In the order of the report, of each verdict as many as there is room for."""
        for error in self._errors:
            yield of_input_error(error, self._rules.of_input(), self._voice)
        left = dict(self._room)
        for finding in self._report.findings:
            if left[finding["verdict"]]:
                left[finding["verdict"]] -= 1
                yield of_finding(finding, self._rules.of(finding), self._voice)
        batches = Batches(self._report, self._voice)
        for batch, (rule, offence) in self._offences:
            named = self._rules.of_billed(rule, batch["pack"])
            yield of_offence(batch, offence, named, batches.offence(rule, offence))
        yield from self._absent()

    def _absent(self) -> Iterator[dict[str, Any]]:
        """What an earlier report has and this run does not find any more, as far as there is room."""
        baseline = self._report.baseline
        if baseline is None:
            return
        changes = chain(
            ((each["fingerprint"], each) for each in baseline["fixed"]),
            ((row["fingerprint"], each) for each in baseline["offences"] for row in each["gone"]),
        )
        left = max(_MOST_RESULTS - len(self._errors) - sum(self._room.values()) - len(self._offences), 0)
        for fingerprint, each in islice(changes, left):
            rule = self._rules.of_change(each["rule"], each["title"], each["pack"])
            title = self._voice.say(each["title"])
            yield absent(fingerprint, rule, self._voice.say(baseline_words.GONE, title=title))

    def _invocation(self, shown: int) -> dict[str, Any]:
        counts = self._report.totals["verdict"]
        left_out = {verdict: number - self._room[verdict] for verdict, number in counts.items()}
        unread = len(self._report.input_errors) - len(self._errors)
        parts = [self._voice.say(words.ERROR_COUNT, n=unread)] if unread else []
        parts += [self._voice.tally(left_out)] if any(left_out.values()) else []
        offences = sum(certain_count(batch) for batch in self._report.billing) - len(self._offences)
        parts += [self._voice.say(ci_words.OFFENCES, n=offences)] if offences else []
        told = [notification("note", self._voice.say(notice["text"])) for notice in self._report.notices]
        if parts:
            said = self._voice.say(ci_words.LEFT_OUT, n=shown, counts=self._voice.join(parts))
            told.append(notification("warning", said))
        return {"executionSuccessful": not counts.get(Verdict.ERROR), "toolExecutionNotifications": told}


def room(counts: Counts, places: int) -> Mapping[str, int]:
    """How many results of each verdict are shown where there are ``places`` for all: the gravest come first."""
    shown = {}
    for verdict in _GRAVEST_FIRST:
        shown[verdict.value] = min(counts.get(verdict, 0), places)
        places -= shown[verdict.value]
    return shown


WRITER = ReportWriter("sarif", same("SARIF"), write, for_ci=True)
