"""Findings and input errors as SARIF results."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from wicheck.model import Disposition, Verdict
from wicheck.reports import ci_words
from wicheck.reports.places import from_here, is_relative, uri
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.billing_data import BatchData, OffenceData
    from wicheck.reports.data import FindingData, InputErrorData, LocationData, WaiverData

ROOT = "%SRCROOT%"
FINGERPRINT = "wicheck/v1"
# What may have been there before is shown as what is new: nobody is to miss it.
_STATES: Mapping[str, str] = {"new": "new", "unchanged": "unchanged", "updated": "updated", "untold": "new"}
FAIL, NO_LEVEL = ("fail", "error"), "none"
_KINDS: Mapping[str, tuple[str, str]] = {
    Verdict.PASS: ("pass", NO_LEVEL),
    Verdict.FAIL: FAIL,
    Verdict.SUSPECT: ("review", NO_LEVEL),
    Verdict.REVIEW: ("review", NO_LEVEL),
    Verdict.UNKNOWN: ("open", NO_LEVEL),
    Verdict.NOT_APPLICABLE: ("notApplicable", NO_LEVEL),
    Verdict.ERROR: ("open", NO_LEVEL),
}

Object = dict[str, Any]


def of_finding(finding: FindingData, rule: Object, voice: Voice) -> Object:
    """``rule`` names the rule (see ``Rules``). The places of what decided are related locations."""
    kind, level = _KINDS[finding["verdict"]]
    made = _result(rule, kind, level, voice.say(finding["message"]), finding["location"], finding["fingerprint"])
    places = [entry["location"] for entry in finding["evidence"] if entry["location"]]
    if others := [place for place in places if place != finding["location"]]:
        made["relatedLocations"] = [location(place) for place in others]
    if finding["disposition"] == Disposition.WAIVED and finding["waiver"]:
        made["suppressions"] = [_suppression(finding["waiver"], voice)]
    if "change" in finding:
        made["baselineState"] = _STATES[finding["change"]["state"]]
    made["properties"] = {
        "verdict": finding["verdict"],
        "disposition": finding["disposition"],
        "dossier": finding["dossier"],
        "document": finding["record"],
        "judgedOn": finding["judged_on"],
    }
    return made


def of_offence(batch: BatchData, offence: OffenceData, rule: Object, text: str) -> Object:
    """A row of claims that certainly offends. It is known by rule, batch, claim and line, whatever its money."""
    made = _result(rule, *FAIL, text, offence["location"], offence["fingerprint"])
    if "change" in offence:
        made["baselineState"] = _STATES[offence["change"]]
    known = {"claim": offence["claim_id"], "line": offence["line_number"], "amount": offence["amount"]}
    made["properties"] = {"batch": batch["record"]["id"], "bearer": offence["bearer"], **known}
    return made


def absent(fingerprint: str, rule: Object, text: str) -> Object:
    """A failure of the earlier report that this run no longer finds; without a level, so that nobody acts on it."""
    return {**_result(rule, "fail", NO_LEVEL, text, None, fingerprint), "baselineState": "absent"}


def of_input_error(error: InputErrorData, rule: Object, voice: Voice) -> Object:
    text = voice.say(error["text"])
    if error["hint"]:
        text = f"{text}\n{voice.say(error['hint'])}"
    named = repr((error["location"] or {}).get("file")) + error["text"]["zh"]
    return _result(rule, *FAIL, text, error["location"], blake2b(named.encode(), digest_size=12).hexdigest())


def notification(level: str, text: str) -> Object:
    return {"level": level, "message": {"text": text}}


def location(place: LocationData) -> Object:
    """With a region where the place has a line (a row counts as one); a spreadsheet's cell is a logical location."""
    physical: Object = {"artifactLocation": artifact(place["file"])}
    if line := place.get("line") or place.get("row"):
        column = place.get("column")
        physical["region"] = {"startLine": line, **({"startColumn": column} if column else {})}
    made: Object = {"physicalLocation": physical}
    if "sheet" in place:
        made["logicalLocations"] = [{"fullyQualifiedName": f"{place['sheet']}!{place.get('cell', '')}"}]
    return made


def artifact(file: str) -> Object:
    """A file, relative to where the check was made if it lies there."""
    place = from_here(file)
    return {"uri": uri(place), **({"uriBaseId": ROOT} if is_relative(place) else {})}


def _result(  # noqa: PLR0913, PLR0917 - all that results have in common
    rule: Object, kind: str, level: str, text: str, place: LocationData | None, fingerprint: str
) -> Object:
    return {
        **rule,
        "kind": kind,
        "level": level,
        "message": {"text": text},
        "locations": [location(place)] if place else [],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }


def _suppression(waiver: WaiverData, voice: Voice) -> Object:
    justification = voice.say(ci_words.JUSTIFICATION, **waiver)
    return {"kind": "external", "status": "accepted", "justification": justification}
