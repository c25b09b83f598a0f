"""A finding as a test: what test runners know are four results, and one mapping holds for all of them.

fail is a failure; unknown and error are errors; review, not applicable and waived failures are skipped with
their reason; suspect passes with a warning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from wicheck.model import Disposition, Text, Verdict
from wicheck.reports import baseline_words, words
from wicheck.reports.plain import show_location
from wicheck.reports.since import is_old, since
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.data import FindingData, TextData


class Result(StrEnum):
    PASSED = "passed"
    FAILED = "failed"
    ERROR = "error"
    SKIPPED = "skipped"


_RESULTS: Mapping[str, Result] = {
    Verdict.PASS: Result.PASSED,
    Verdict.SUSPECT: Result.PASSED,
    Verdict.FAIL: Result.FAILED,
    Verdict.UNKNOWN: Result.ERROR,
    Verdict.ERROR: Result.ERROR,
    Verdict.REVIEW: Result.SKIPPED,
    Verdict.NOT_APPLICABLE: Result.SKIPPED,
}


def result(finding: FindingData, only_new: bool = False) -> Result:
    """``only_new``: a failure that an earlier report has too is let pass, as a waived one is; where nobody can tell
    whether there is more to it than then, it is an error."""
    if _waived(finding) or (only_new and is_old(finding)):
        return Result.SKIPPED
    if only_new and finding["verdict"] == Verdict.FAIL and finding.get("change", {}).get("state") == "untold":
        return Result.ERROR
    return _RESULTS[finding["verdict"]]


def title(finding: FindingData, voice: Voice) -> str:
    """What the test is called: the rule's id and title."""
    return f"{finding['rule']} {voice.say(finding['title'])}"


def reason(finding: FindingData, voice: Voice) -> str:
    """Why a test was skipped, or passed with a warning, in one line."""
    said = words.VERDICTS[finding["verdict"]]
    if _waived(finding) and (waiver := finding["waiver"]):
        said = words.SKIPPED_WAIVED.filled({"reason": waiver["reason"]})
    elif is_old(finding):
        said = baseline_words.TOLERATED
    return voice.say(words.WITH_HINT, text=said, hint=voice.say(finding["message"]))


def details(finding: FindingData, region: TextData, voice: Voice) -> Iterator[str]:
    """What a failure or an error shows: the message with the gap, what to do, the clause, the place."""
    yield voice.say(finding["message"])
    if finding["remedy"]:
        yield voice.say(words.REMEDY, text=voice.say(finding["remedy"]))
    yield basis(finding, region, voice)
    if finding["clause"]["damage"]:
        yield voice.say(words.DAMAGE, text=voice.say(finding["clause"]["damage"]))
    if text := since(finding, voice):
        yield voice.say(baseline_words.SINCE_THEN, text=text)
    if finding["location"]:
        yield voice.say(words.PLACES, places=show_location(finding["location"]))


def basis(finding: FindingData, region: TextData, voice: Voice) -> str:
    """``依据：金华 三（二）2，jinhua-3-2-2/beds_min_50``: the pack's name, the article, the rule."""
    article = finding["clause"]["article"]
    phrase: Text = words.BASIS if article else words.BASIS_WITHOUT_ARTICLE
    return voice.say(phrase, region=voice.say(region), article=article, rule=finding["rule"])


def _waived(finding: FindingData) -> bool:
    return finding["verdict"] == Verdict.FAIL and finding["disposition"] == Disposition.WAIVED
