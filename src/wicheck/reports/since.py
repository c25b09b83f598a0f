"""What became of one finding since an earlier report, in words; nothing is said where there was none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wicheck.model import Disposition, Verdict
from wicheck.reports import baseline_words, words
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.data import FindingData


def since(finding: FindingData, voice: Voice) -> str:
    """What became of a finding since an earlier report: ``新出现``; empty where there was none."""
    change = finding.get("change")
    if change is None:
        return ""
    if change["state"] == "updated" and change["then"] == finding["verdict"] and not _waived(finding):
        return voice.say(baseline_words.GROWN)
    if change["state"] == "updated" and change["then"]:
        return voice.say(baseline_words.THEN, verdict=words.VERDICTS[change["then"]])
    if change["then"] is None and finding["verdict"] != Verdict.FAIL:
        return voice.say(baseline_words.NOT_THEN)
    if is_old(finding) and not _waived(finding):
        return voice.say(baseline_words.STILL)
    return voice.say(baseline_words.SINCE[change["state"]])


def is_new(finding: FindingData) -> bool:
    """Whether it is a failure that was none in an earlier report, or of more rows of claims than then."""
    change = finding.get("change")
    if change is None or finding["verdict"] != Verdict.FAIL or _waived(finding):
        return False
    return change["state"] == "new" or (change["state"] == "updated" and change["then"] == Verdict.FAIL)


def is_old(finding: FindingData) -> bool:
    """Whether it is a failure that an earlier report has too, just as it is."""
    change = finding.get("change")
    return change is not None and finding["verdict"] == Verdict.FAIL and change["state"] == "unchanged"


def _waived(finding: FindingData) -> bool:
    return finding["disposition"] == Disposition.WAIVED


def marked(text: str, finding: FindingData, voice: Voice) -> str:
    """``text`` with a word behind it where the finding is a new failure."""
    return voice.say(words.WITH_HINT, text=text, hint=since(finding, voice)) if is_new(finding) else text
