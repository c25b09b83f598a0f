"""What changed since an earlier report, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from wicheck.reports import baseline_words, billing_words, words
from wicheck.reports.batches import exact, grouped
from wicheck.reports.phrases import dossier_name
from wicheck.reports.report import Report
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.baseline_data import BaselineData, BilledChangeData, ChangeData

_ALWAYS_COUNTED = ("new", "unchanged", "fixed")


def changes_of(report: Report, voice: Voice) -> Changes | None:
    """None where the run was not held against an earlier report."""
    if report.baseline is None:
        return None
    names = {dossier["id"]: dossier_name(dossier, voice) for dossier in report.dossiers}
    return Changes(report.baseline, names, voice)


class Changes:
    """Says it in one language. ``names`` are what the dossiers are called, by their ids."""

    def __init__(self, baseline: BaselineData, names: dict[str, str], voice: Voice) -> None:
        self._lists: dict[str, list[ChangeData]] = {
            "new": baseline["new"],
            "unchanged": baseline["unchanged"],
            "fixed": baseline["fixed"],
            "undecided": baseline["undecided"],
            "not_judged": baseline["not_judged"],
        }
        self._baseline = baseline
        self._names = names
        self._voice = voice

    def title(self) -> str:
        return self._voice.say(baseline_words.TITLE, day=self._baseline["judged_on"], file=self._baseline["file"])

    def counts(self) -> str:
        """New, remaining and mended failures in any case, the rest where there is any."""
        counted = (
            self._voice.say(phrase, n=len(self._lists[name]))
            for name, phrase in baseline_words.COUNTS.items()
            if self._lists[name] or name in _ALWAYS_COUNTED
        )
        return self._voice.join((*counted, *self._of_claims()))

    def _of_claims(self) -> Iterator[str]:
        """New, remaining and mended offences of all rules together, where there are claims."""
        if self._baseline["offences"]:
            counts: Counter[str] = Counter()
            for each in self._baseline["offences"]:
                counts.update(each["counts"])
            yield self._voice.say(baseline_words.OFFENCES_TOTAL, counts=self._counted(counts, {}))

    def _counted(self, counts: Mapping[str, int], amounts: Mapping[str, Any]) -> str:
        """``新出现 2 笔 51.75 元、仍有 1 笔``"""
        return self._voice.join(
            self._voice.say(phrase, n=counts.get(state, 0)) + self._money(amounts.get(state))
            for state, phrase in baseline_words.OFFENCES.items()
            if counts.get(state) or state in _ALWAYS_COUNTED
        )

    def _money(self, amount: Any) -> str:
        if not amount or not exact(amount):
            return ""
        return self._voice.say(words.PAUSE) + self._voice.say(billing_words.YUAN, amount=grouped(amount))

    def _offences(self) -> list[str]:
        """A line for each rule whose offences are not all as they were."""
        return [self._offences_of(each) for each in self._baseline["offences"] if each["counts"].keys() - {"unchanged"}]

    def _offences_of(self, change: BilledChangeData) -> str:
        return self._voice.say(
            baseline_words.OFFENCES_OF,
            dossier=self._names.get(change["dossier"], change["dossier"]),
            title=self._voice.say(change["title"]),
            counts=self._counted(change["counts"], change["amounts"]),
            rule=change["rule"],
        )

    def gate(self) -> str | None:
        return self._voice.say(baseline_words.ONLY_NEW) if self._baseline["only_new"] else None

    def lists(self) -> Iterator[tuple[str, list[str]]]:
        """Headings with their entries. What remains is told in full elsewhere, and only counted here."""
        for name, changes in self._lists.items():
            if changes and name != "unchanged":
                yield self._voice.say(baseline_words.LISTED[name]), [self._entry(change) for change in changes]
        if offences := self._offences():
            yield self._voice.say(baseline_words.OFFENCES_TITLE), offences

    def _entry(self, change: ChangeData) -> str:
        say = self._voice.say
        verdict, dossier = change["now"], self._names.get(change["dossier"], change["dossier"])
        phrase = baseline_words.ENTRY_NOW if verdict and change["then"] == "fail" else baseline_words.ENTRY
        told = words.VERDICTS[verdict] if verdict else ""
        return say(phrase, dossier=dossier, title=say(change["title"]), rule=change["rule"], verdict=told)
