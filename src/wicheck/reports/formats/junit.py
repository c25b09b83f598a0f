"""JUnit XML: a suite for each dossier, a case for each finding, with the results that ``cases`` tells.

A suspect's warning stands in ``system-out``. Input errors are errors in a suite of their own.
Where only what is new gates, failures that an earlier report has too are skipped, with that as their reason.
``file`` and ``line`` are attributes of the case, where tools that annotate a change look for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from wicheck.model import Text, Verdict
from wicheck.reports import cases, words
from wicheck.reports.cases import Result
from wicheck.reports.characters import printable
from wicheck.reports.interface import ReportWriter, WriteOptions
from wicheck.reports.phrases import dossier_name
from wicheck.reports.plain import show_location
from wicheck.reports.report import Report
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.data import FindingData, InputErrorData, LocationData, TextData

_TAGS = {Result.FAILED: "failure", Result.ERROR: "error"}


def write(report: Report, options: WriteOptions) -> bytes:
    voice = Voice(options.language)
    root = ET.Element("testsuites", name="wicheck")
    only_new = report.baseline is not None and report.baseline["only_new"]
    regions = {pack["id"]: pack["name"] for pack in report.run["packs"]}
    for dossier, findings in report.by_dossier():
        made = (_case(finding, regions[finding["pack"]], voice, only_new) for finding in findings)
        _suite(root, dossier_name(dossier, voice), made)
    if report.input_errors:
        _suite(root, voice.say(words.INPUT), (_input_error(error, voice) for error in report.input_errors))
    for total in ("tests", "failures", "errors", "skipped"):
        root.set(total, str(sum(int(suite.get(total, 0)) for suite in root)))
    ET.indent(root)
    return b"".join((ET.tostring(root, encoding="utf-8", xml_declaration=True), b"\n"))


def _suite(root: ET.Element, name: str, members: Iterable[ET.Element]) -> None:
    suite = ET.SubElement(root, "testsuite", name=printable(name))
    suite.extend(list(members))
    results = [result.tag for case in suite for result in case]
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(results.count("failure")))
    suite.set("errors", str(results.count("error")))
    suite.set("skipped", str(results.count("skipped")))


def _case(finding: FindingData, region: TextData, voice: Voice, only_new: bool) -> ET.Element:
    record = finding["record"]
    classname = f"{finding['pack']}.{record['kind']}.{record['id']}"
    case = _named_case(classname, cases.title(finding, voice), finding["location"])
    outcome = cases.result(finding, only_new)
    if tag := _TAGS.get(outcome):
        said = ET.SubElement(case, tag, message=printable(voice.say(finding["message"])), type=finding["verdict"])
        said.text = printable("\n".join(cases.details(finding, region, voice)))
    elif outcome is Result.SKIPPED:
        ET.SubElement(case, "skipped", message=printable(cases.reason(finding, voice)))
    elif finding["verdict"] == Verdict.SUSPECT:
        ET.SubElement(case, "system-out").text = printable(cases.reason(finding, voice))
    return case


def _input_error(error: InputErrorData, voice: Voice) -> ET.Element:
    text = voice.say(error["text"])
    where = show_location(error["location"]) if error["location"] else text
    case = _named_case("input", where, error["location"])
    hint = voice.say(error["hint"]) if error["hint"] else ""
    ET.SubElement(case, "error", message=printable(text), type="input").text = printable(hint)
    return case


def _named_case(classname: str, name: str, location: LocationData | None) -> ET.Element:
    case = ET.Element("testcase", classname=printable(classname), name=printable(name), time="0")
    if location:
        case.set("file", printable(location["file"]))
        if line := location.get("line") or location.get("row"):
            case.set("line", str(line))
    return case


WRITER = ReportWriter("junit", Text("JUnit 测试报告", "JUnit XML"), write, for_ci=True)
