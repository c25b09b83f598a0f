"""A report read back: the same report, or a fault that says what is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.reports.factory import attestation, finding, input_error, lacking, report, waiver
from tests.reports.formats.writing import OF_ANYTHING, text, written
from wicheck.documents.schemas import Schemas
from wicheck.errors import UsageError
from wicheck.model import Disposition, Verdict
from wicheck.reports.baseline import compared
from wicheck.reports.reading import Earlier, read_report

SCHEMAS = Schemas()
FINDINGS = [
    finding(Verdict.FAIL, waiver=waiver(), disposition=Disposition.WAIVED),
    finding(Verdict.PASS, "jinhua-3/area", attestation=attestation(), disposition=Disposition.ATTESTED),
    lacking("institution.beds", "application", id_="jinhua-3/papers"),
    finding(Verdict.FAIL, "base-1/roster", "base"),
]
MADE = compared(report(FINDINGS, errors=[input_error()]), Earlier("old.json", "0" * 64, report(FINDINGS[:1])), True)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "report.json"
    made.write_bytes(written("json", MADE))
    return made


def refused(file: Path) -> UsageError:
    with pytest.raises(UsageError) as fault:
        read_report(file, SCHEMAS)
    return fault.value


def test_it_is_the_same_report_in_every_format(file: Path) -> None:
    again = read_report(file, SCHEMAS)
    assert again.sha256 == sha256(file.read_bytes()).hexdigest()
    for name in OF_ANYTHING:
        assert written(name, again.report) == written(name, MADE), name


def test_a_byte_order_mark_does_no_harm(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert read_report(file, SCHEMAS).report.totals == MADE.totals


@pytest.mark.parametrize(
    ("content", "said", "place"),
    [
        (b"wicheck: institution/v1\n", "this is no JSON", ":1:1"),
        (b'{"wicheck": "report/v1",\n}', "this is no JSON", ":2:1"),
        (b"", "this is no JSON", ":1:1"),
        (b"\xff\xfe\x00", "this is no JSON", ""),
        (b"[" * 100_000, "this is no JSON", ""),
        (b'{"wicheck": NaN}', "this is no JSON", ""),
        (b'{"wicheck": "\\ud800"}', "this is no JSON", ""),
        (b"[]", "this is no report of wicheck", ""),
        (b'{"runs": []}', "this is no report of wicheck", ""),
        (b'{"wicheck": "institution/v1"}', "this is no report of wicheck", ""),
        (b'{"wicheck": "report/v9"}', "a report of a version that is not known here: report/v9", ""),
    ],
)
def test_what_is_no_report_is_refused_with_its_place(file: Path, content: bytes, said: str, place: str) -> None:
    file.write_bytes(content)
    fault = refused(file)
    assert fault.message.en == said
    assert str(fault.location) == f"{file}{place}"
    assert fault.hint is not None


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path).message.en.startswith("the report cannot be read: ")


Spoil = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("spoil", "path"),
    [
        (lambda data: data.pop("totals"), "at the top"),
        (lambda data: data["run"].pop("version"), "run"),
        (lambda data: data["findings"][2].update(verdict="张三的秘密"), "findings[2].verdict"),
        (lambda data: data["findings"][0].update(extra=1), "findings[0]"),
        (lambda data: data["baseline"]["new"][0].pop("title"), "baseline.new[0]"),
    ],
)
def test_a_report_of_another_form_is_refused_without_repeating_what_it_says(
    file: Path, spoil: Spoil, path: str
) -> None:
    data = json.loads(file.read_text(encoding="utf-8"))
    spoil(data)
    file.write_text(json.dumps(data), encoding="utf-8")
    assert refused(file).message.en == f"not in the form of a report: {path}"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda data: data["findings"].pop(), "a dossier's counts"),
        (lambda data: data["findings"][0].update(dossier="h2"), "a dossier's counts"),
        (lambda data: data["findings"][0].update(waiver=None), "lacks its waiver"),
        (lambda data: data["run"]["packs"].pop(), "pack is not listed"),
        (lambda data: data["totals"].update(waived=0), "the totals"),
        (lambda data: data["totals"].update(verdict={"pass": 4}), "the totals"),
        (lambda data: data["totals"]["pack"].pop("base"), "the totals"),
    ],
)
def test_a_report_that_contradicts_itself_is_refused(file: Path, spoil: Spoil, said: str) -> None:
    data = json.loads(file.read_text(encoding="utf-8"))
    spoil(data)
    file.write_text(json.dumps(data), encoding="utf-8")
    assert said in refused(file).message.en


def test_whether_personal_data_was_shown_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "open.json"
    file.write_text(text("json", report(FINDINGS, show_personal=True)), encoding="utf-8")
    assert read_report(file, SCHEMAS).report.run["shows_personal"]
