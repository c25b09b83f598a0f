"""A run held against an earlier report, failure by failure: what is new, what remains, what is mended.

A failure that a run no longer finds is mended only where its rule now says that the demand is met, or that it
does not apply. Where data was taken away, or nothing was judged, that is said instead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, overload

from wicheck.errors import UsageError
from wicheck.model import Disposition, Location, Text, Verdict
from wicheck.reports.billed_changes import Judged, Key, billed_changes, marked
from wicheck.reports.reading import Earlier
from wicheck.reports.report import Report

if TYPE_CHECKING:
    from wicheck.reports.baseline_data import BaselineData, ChangeData
    from wicheck.reports.data import FindingData, SinceData

_SETTLED = (Verdict.PASS, Verdict.NOT_APPLICABLE)


def compared(report: Report, earlier: Earlier, only_new: bool) -> Report:
    """``report`` with what changed since ``earlier``. Raises UsageError where that was about other dossiers alone.

    With ``only_new`` an exit code rests on what is new alone (see ``exit_code``).
    """
    _refuse_foreign(report, earlier)
    comparison = _Comparison(earlier.report.findings)
    for finding in report.findings:
        comparison.take(finding)
    comparison.conclude()
    offences = billed_changes(report, earlier.report, comparison.waived, comparison.was_waived)
    baseline: BaselineData = {
        "file": earlier.file,
        "sha256": earlier.sha256,
        "version": earlier.report.run["version"],
        "judged_on": earlier.report.run["judged_on"],
        "only_new": only_new,
        "arisen": dict(comparison.arisen),
        "new": comparison.new,
        "unchanged": comparison.unchanged,
        "fixed": comparison.fixed,
        "undecided": comparison.undecided,
        "not_judged": comparison.not_judged,
        "offences": offences.rules,
        "arisen_offences": offences.arisen,
        "untold_offences": offences.untold,
    }
    findings = MarkedFindings(report.findings, comparison.then, offences.grown())
    billing = marked(report.billing, offences.marks)
    return report._replace(baseline=baseline, findings=findings, billing=billing, marks=offences.marks)


class MarkedFindings(Sequence["FindingData"]):
    """Findings with what became of each since; they are marked when somebody looks at them."""

    def __init__(
        self, findings: Sequence[FindingData], then: Mapping[str, FindingData], grown: Mapping[Key, str]
    ) -> None:
        self._findings = findings
        self._then = then
        self._grown = grown

    def __len__(self) -> int:
        return len(self._findings)

    def __iter__(self) -> Iterator[FindingData]:
        return map(self._marked, self._findings)

    @overload
    def __getitem__(self, index: int) -> FindingData: ...
    @overload
    def __getitem__(self, index: slice) -> MarkedFindings: ...
    def __getitem__(self, index: int | slice) -> FindingData | MarkedFindings:
        if isinstance(index, slice):
            return MarkedFindings(self._findings[index], self._then, self._grown)
        return self._marked(self._findings[index])

    def _marked(self, finding: FindingData) -> FindingData:
        change = _since(finding, self._then.get(finding["fingerprint"]))
        if change["state"] == "unchanged" and finding["verdict"] == Verdict.FAIL:
            grown = self._grown.get((finding["dossier"], finding["pack"], finding["rule"]))
            change["state"] = {None: "unchanged", "new": "updated", "untold": "untold"}[grown]
        return {**finding, "change": change}


class _Comparison:
    """Takes the findings of a run one by one; the lists are as ``BaselineData`` describes them."""

    def __init__(self, earlier: Iterable[FindingData]) -> None:
        self.then: dict[str, FindingData] = {}
        self.waived: set[Judged] = set()
        self.was_waived: set[Judged] = set()
        for finding in earlier:
            self._remember(finding)
        self._now: dict[str, str] = {}
        self.arisen: Counter[str] = Counter()
        self.new: list[ChangeData] = []
        self.unchanged: list[ChangeData] = []
        self.fixed: list[ChangeData] = []
        self.undecided: list[ChangeData] = []
        self.not_judged: list[ChangeData] = []

    def _remember(self, finding: FindingData) -> None:
        """Of several that bear one fingerprint a failure counts, before all one that nobody waived."""
        if _waived(finding):
            self.was_waived.add(_judged(finding))
        there = self.then.get(finding["fingerprint"])
        if there is None or _weight(finding) > _weight(there):
            self.then[finding["fingerprint"]] = finding

    def take(self, finding: FindingData) -> None:
        verdict = finding["verdict"]
        if self._now.get(finding["fingerprint"]) != Verdict.FAIL:
            self._now[finding["fingerprint"]] = verdict
        was = self.then.get(finding["fingerprint"])
        is_new = _is_new(finding, was)
        if _waived(finding):
            self.waived.add(_judged(finding))
        elif is_new:
            self.arisen[verdict] += 1
        if verdict == Verdict.FAIL:
            which = self.new if is_new else self.unchanged
            which.append(_change(finding, was["verdict"] if was else None, verdict))

    def conclude(self) -> None:
        """What became of the earlier failures that are none any more."""
        for was in self.then.values():
            verdict = self._now.get(was["fingerprint"])
            if was["verdict"] == Verdict.FAIL and verdict != Verdict.FAIL:
                self._gone(verdict).append(_change(was, was["verdict"], verdict))

    def _gone(self, verdict: str | None) -> list[ChangeData]:
        if verdict is None:
            return self.not_judged
        return self.fixed if verdict in _SETTLED else self.undecided


def _is_new(finding: FindingData, was: FindingData | None) -> bool:
    """A failure whose waiver has ended is new: nobody lets it stand any more."""
    return was is None or was["verdict"] != finding["verdict"] or (_waived(was) and not _waived(finding))


def _since(finding: FindingData, was: FindingData | None) -> SinceData:
    """A failure that was none then is new; so is what was not judged then."""
    then = was["verdict"] if was else None
    if was is None or (finding["verdict"] == Verdict.FAIL and _is_new(finding, was)):
        return {"state": "new", "then": then}
    same = (then, was["disposition"]) == (finding["verdict"], finding["disposition"])
    return {"state": "unchanged" if same else "updated", "then": then}


def _waived(finding: FindingData) -> bool:
    return finding["disposition"] == Disposition.WAIVED


def _judged(finding: FindingData) -> Judged:
    return finding["dossier"], finding["pack"], finding["rule"], finding["record"]["id"]


def _weight(finding: FindingData) -> tuple[bool, bool]:
    return finding["verdict"] == Verdict.FAIL, not _waived(finding)


def _change(finding: FindingData, then: str | None, now: str | None) -> ChangeData:
    return {
        "fingerprint": finding["fingerprint"],
        "rule": finding["rule"],
        "title": finding["title"],
        "pack": finding["pack"],
        "dossier": finding["dossier"],
        "record": finding["record"],
        "then": then,
        "now": now,
    }


def _refuse_foreign(report: Report, earlier: Earlier) -> None:
    then, now = ({dossier["id"] for dossier in each.dossiers} for each in (earlier.report, report))
    if then and now and not then & now:
        raise UsageError(
            Text(
                "用来对比的报告里没有这次检查的任何机构",
                "the earlier report is about none of the institutions that were checked",
            ),
            Location(earlier.file),
            Text("请用同一批机构以前的报告", "take an earlier report on the same institutions"),
        )
