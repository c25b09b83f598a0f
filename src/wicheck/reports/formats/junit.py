"""JUnit XML: a suite for each dossier, a case for each finding.

fail is a failure; unknown and error are errors; review, not applicable and waived failures are skipped with
their reason; suspect passes with a warning in ``system-out``. Input errors are errors in a suite of their own.
``file`` and ``line`` are attributes of the case, where tools that annotate a change look for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from wicheck.model import Disposition, Text, Verdict
from wicheck.reports import words
from wicheck.reports.interface import ReportWriter, WriteOptions
from wicheck.reports.plain import show_location
from wicheck.reports.report import Report
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.data import DossierData, FindingData, InputErrorData, LocationData

# What XML 1.0 cannot hold, not even escaped: most control characters, surrogates, two non-characters.
_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(report: Report, options: WriteOptions) -> bytes:
    voice = Voice(options.language)
    root = ET.Element("testsuites", name="wicheck")
    for dossier, findings in report.by_dossier():
        _suite(root, _suite_name(dossier, voice), (_case(finding, voice) for finding in findings))
    if report.input_errors:
        _suite(root, voice.say(words.INPUT), (_input_error(error, voice) for error in report.input_errors))
    for total in ("tests", "failures", "errors", "skipped"):
        root.set(total, str(sum(int(suite.get(total, 0)) for suite in root)))
    ET.indent(root)
    return b"".join((ET.tostring(root, encoding="utf-8", xml_declaration=True), b"\n"))


def _suite_name(dossier: DossierData, voice: Voice) -> str:
    name = dossier["name"]
    return voice.say(words.WITH_HINT, text=name, hint=dossier["id"]) if name else dossier["id"]


def _suite(root: ET.Element, name: str, cases: Iterable[ET.Element]) -> None:
    suite = ET.SubElement(root, "testsuite", name=_clean(name))
    suite.extend(list(cases))
    results = [result.tag for case in suite for result in case]
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(results.count("failure")))
    suite.set("errors", str(results.count("error")))
    suite.set("skipped", str(results.count("skipped")))


def _case(finding: FindingData, voice: Voice) -> ET.Element:
    record = finding["record"]
    case = _named_case(
        f"{finding['pack']}.{record['kind']}.{record['id']}",
        f"{finding['rule']} {voice.say(finding['title'])}",
        finding["location"],
    )
    message = _clean(voice.say(finding["message"]))
    match finding["verdict"]:
        case Verdict.FAIL if finding["disposition"] == Disposition.WAIVED:
            ET.SubElement(case, "skipped", message=_clean(_waived(finding, voice)))
        case Verdict.FAIL:
            ET.SubElement(case, "failure", message=message, type=finding["verdict"]).text = _details(finding, voice)
        case Verdict.UNKNOWN | Verdict.ERROR:
            ET.SubElement(case, "error", message=message, type=finding["verdict"]).text = _details(finding, voice)
        case Verdict.REVIEW | Verdict.NOT_APPLICABLE:
            verdict = voice.say(words.VERDICTS[finding["verdict"]])
            ET.SubElement(case, "skipped", message=_clean(voice.say(words.WITH_HINT, text=verdict, hint=message)))
        case Verdict.SUSPECT:
            verdict = voice.say(words.VERDICTS[Verdict.SUSPECT])
            ET.SubElement(case, "system-out").text = voice.say(words.HEADLINE, place=verdict, answer=message)
    return case


def _waived(finding: FindingData, voice: Voice) -> str:
    waiver = finding["waiver"]
    reason = waiver["reason"] if waiver else ""
    said = voice.say(words.SKIPPED_WAIVED, reason=reason)
    return voice.say(words.WITH_HINT, text=said, hint=voice.say(finding["message"]))


def _details(finding: FindingData, voice: Voice) -> str:
    return _clean("\n".join(_detail_lines(finding, voice)))


def _detail_lines(finding: FindingData, voice: Voice) -> Iterator[str]:
    yield voice.say(finding["message"])
    if finding["remedy"]:
        yield voice.say(words.REMEDY, text=voice.say(finding["remedy"]))
    if finding["clause"]["damage"]:
        yield voice.say(words.DAMAGE, text=voice.say(finding["clause"]["damage"]))
    if finding["location"]:
        yield voice.say(words.PLACES, places=show_location(finding["location"]))


def _input_error(error: InputErrorData, voice: Voice) -> ET.Element:
    text = voice.say(error["text"])
    where = show_location(error["location"]) if error["location"] else text
    case = _named_case("input", where, error["location"])
    hint = voice.say(error["hint"]) if error["hint"] else ""
    ET.SubElement(case, "error", message=_clean(text), type="input").text = _clean(hint)
    return case


def _named_case(classname: str, name: str, location: LocationData | None) -> ET.Element:
    case = ET.Element("testcase", classname=_clean(classname), name=_clean(name), time="0")
    if location:
        case.set("file", _clean(location["file"]))
        if line := location.get("line") or location.get("row"):
            case.set("line", str(line))
    return case


def _clean(text: str) -> str:
    return _IMPOSSIBLE.sub("", text)


WRITER = ReportWriter("junit", Text("JUnit 测试报告", "JUnit XML"), write, for_ci=True)
