"""JUnit XML: a suite for each dossier, a case for each finding, with the results that ``cases`` tells.

A suspect's warning stands in ``system-out``. Input errors are errors in a suite of their own.
``file`` and ``line`` are attributes of the case, where tools that annotate a change look for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from wicheck.model import Text, Verdict
from wicheck.reports import cases, words
from wicheck.reports.cases import Result
from wicheck.reports.interface import ReportWriter, WriteOptions
from wicheck.reports.plain import show_location
from wicheck.reports.report import Report
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.data import DossierData, FindingData, InputErrorData, LocationData, TextData

_TAGS = {Result.FAILED: "failure", Result.ERROR: "error"}
# What XML 1.0 cannot hold, not even escaped: most control characters, surrogates, two non-characters.
_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(report: Report, options: WriteOptions) -> bytes:
    voice = Voice(options.language)
    root = ET.Element("testsuites", name="wicheck")
    regions = {pack["id"]: pack["name"] for pack in report.run["packs"]}
    for dossier, findings in report.by_dossier():
        made = (_case(finding, regions[finding["pack"]], voice) for finding in findings)
        _suite(root, _suite_name(dossier, voice), made)
    if report.input_errors:
        _suite(root, voice.say(words.INPUT), (_input_error(error, voice) for error in report.input_errors))
    for total in ("tests", "failures", "errors", "skipped"):
        root.set(total, str(sum(int(suite.get(total, 0)) for suite in root)))
    ET.indent(root)
    return b"".join((ET.tostring(root, encoding="utf-8", xml_declaration=True), b"\n"))


def _suite_name(dossier: DossierData, voice: Voice) -> str:
    name = dossier["name"]
    return voice.say(words.WITH_HINT, text=name, hint=dossier["id"]) if name else dossier["id"]


def _suite(root: ET.Element, name: str, members: Iterable[ET.Element]) -> None:
    suite = ET.SubElement(root, "testsuite", name=_clean(name))
    suite.extend(list(members))
    results = [result.tag for case in suite for result in case]
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(results.count("failure")))
    suite.set("errors", str(results.count("error")))
    suite.set("skipped", str(results.count("skipped")))


def _case(finding: FindingData, region: TextData, voice: Voice) -> ET.Element:
    record = finding["record"]
    classname = f"{finding['pack']}.{record['kind']}.{record['id']}"
    case = _named_case(classname, cases.title(finding, voice), finding["location"])
    outcome = cases.result(finding)
    if tag := _TAGS.get(outcome):
        said = ET.SubElement(case, tag, message=_clean(voice.say(finding["message"])), type=finding["verdict"])
        said.text = _clean("\n".join(cases.details(finding, region, voice)))
    elif outcome is Result.SKIPPED:
        ET.SubElement(case, "skipped", message=_clean(cases.reason(finding, voice)))
    elif finding["verdict"] == Verdict.SUSPECT:
        ET.SubElement(case, "system-out").text = _clean(cases.reason(finding, voice))
    return case


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
