"""Every format is made from one report, so all of them count the same. A new format must show its numbers here."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from html import unescape
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from tests.reports.factory import dossier, finding, input_error, record, report, waiver
from tests.reports.formats.writing import text, written
from tests.reports.strategies import any_findings
from wicheck.model import Disposition, Finding, Verdict
from wicheck.reports import Report, words, writer_names
from wicheck.reports.cases import Result, result

VERDICTS = {word.zh: verdict.value for verdict, word in ((each, words.VERDICTS[each]) for each in Verdict)}

Counts = Mapping[str, int]


def of_json(made: Report) -> Counts:
    return Counter(each["verdict"] for each in json.loads(text("json", made))["findings"])


def of_sarif(made: Report) -> Counts:
    (run,) = json.loads(text("sarif", made))["runs"]
    assert run["properties"]["totals"] == made.totals
    return Counter(each["properties"]["verdict"] for each in run["results"] if "verdict" in each.get("properties", {}))


def of_csv(made: Report) -> Counts:
    rows = csv.DictReader(StringIO(text("csv", made).removeprefix("\ufeff"), newline=""))
    return Counter(VERDICTS[row["结论"]] for row in rows if row["结论"] in VERDICTS)


def of_xlsx(made: Report) -> Counts:
    book = load_workbook(BytesIO(written("xlsx", made)))
    shown = [str(cell) for row in book["汇总"].iter_rows(values_only=True) for cell in row if cell is not None]
    heading, *rows = list(book["结论"].iter_rows(values_only=True))
    counts = Counter(VERDICTS[str(row[heading.index("结论")])] for row in rows)
    assert in_words("\n".join(shown)) == counts
    return counts


def of_markdown(made: Report) -> Counts:
    content = text("markdown", made)
    counts = {VERDICTS[word]: int(number) for word, number in re.findall(r"^\| (\w+) \| (\d+) \|$", content, re.M)}
    assert in_words(content) == counts
    return counts


def in_words(content: str) -> Counts:
    """The line of totals that people read, wherever it is broken; a report without findings has none."""
    content = "".join(content.split())
    said = re.search(r"合计(\d+)项检查：((?:[^\W\d]+\d+项、?)+)", content)
    if said is None:
        assert "没有作出任何检查" in content
        return {}
    counts = {VERDICTS[word]: int(number) for word, number in re.findall(r"([^\W\d]+)(\d+)项", said[2])}
    assert int(said[1]) == sum(counts.values())
    return counts


def of_html(made: Report) -> Counts:
    return in_words(unescape(re.sub("<[^>]*>", "", text("html", made))))


READERS: Mapping[str, Callable[[Report], Counts]] = {
    "json": of_json,
    "sarif": of_sarif,
    "csv": of_csv,
    "xlsx": of_xlsx,
    "markdown": of_markdown,
    "html": of_html,
    "terminal": lambda made: in_words(text("terminal", made)),
    "github": lambda made: in_words(text("github", made).replace("%0A", "\n")),
}


def many() -> Report:
    """Every verdict, in two dossiers, with a waiver and an input error."""
    waived = finding(Verdict.FAIL, waiver=waiver(), disposition=Disposition.WAIVED)
    elsewhere = record(dossier("h2", "城西医院"))
    return report([*map(finding, Verdict), waived, finding(Verdict.FAIL, on=elsewhere)], errors=[input_error()])


def test_no_format_is_left_out() -> None:
    """Parquet and notices are about claims alone: ``test_money`` holds them to the rest."""
    assert READERS.keys() | {"junit", "notice", "parquet"} == set(writer_names())


@pytest.mark.parametrize("name", READERS)
def test_every_format_counts_what_the_report_counts(name: str) -> None:
    assert READERS[name](many()) == many().totals["verdict"]


@settings(max_examples=20)
@given(any_findings)
def test_so_it_is_for_any_findings(findings: list[Finding]) -> None:
    made = report(findings)
    assert {name: dict(reader(made)) for name, reader in READERS.items()} == dict.fromkeys(
        READERS, made.totals["verdict"]
    )


@settings(max_examples=20)
@given(any_findings)
def test_junit_counts_results_instead_of_verdicts(findings: list[Finding]) -> None:
    made = report(findings, errors=[input_error()])
    root = ET.fromstring(written("junit", made))  # noqa: S314  our own output
    results = Counter(result(each) for each in made.findings)
    assert {name: int(root.attrib[name]) for name in ("tests", "failures", "errors", "skipped")} == {
        "tests": made.totals["findings"] + 1,
        "failures": results[Result.FAILED],
        "errors": results[Result.ERROR] + 1,
        "skipped": results[Result.SKIPPED],
    }


@pytest.mark.parametrize("name", sorted([*READERS, "junit"]))
def test_the_same_report_is_written_the_same(name: str) -> None:
    assert written(name, many()) == written(name, many())
