"""The canonical JSON: valid by its schema, comparable line by line, enough to render every other format from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from jsonschema import Draft202012Validator

from tests.reports.factory import (
    DAY,
    LAW,
    PACKS,
    attestation,
    clause,
    dossier,
    finding,
    input_error,
    label,
    lacking,
    record,
    report,
    waiver,
)
from tests.reports.strategies import any_findings
from wicheck.model import Disposition, Finding, Notice, PackStatus, ReadingSource, Text, Verdict
from wicheck.reports import FileDigest, Report, RunInfo, WriteOptions, assemble, writer
from wicheck.reports.reading import report_of

SCHEMA = json.loads(Path("schemas/report.schema.json").read_text(encoding="utf-8"))
VALID = Draft202012Validator(SCHEMA)
OPTIONS = WriteOptions()


def written(made: Report) -> str:
    pieces = writer("json").write(made, OPTIONS)
    assert not isinstance(pieces, (str, bytes))
    return "".join(pieces)


def full() -> Report:
    """A report with something in every corner."""
    draft = LAW._replace(
        status=PackStatus.DRAFT,
        issued_on=DAY,
        document_number="1号",
        clauses=(clause(damage=Text("尾缺", "cut")),),
    )
    figures = {
        "observed": Decimal("5.6"),
        "required": [Decimal(6), "左右"],
        "shortfall": Decimal("0.4"),
        "unit": Text("㎡", "m²"),
        "evidence": (("institution", "beds"),),
        "reading": ReadingSource.AGENCY,
        "due_on": date(2026, 4, 14),
        "remedy": Text("扩建", "build"),
    }
    findings = [
        finding(Verdict.FAIL, outcome_=figures, waiver=waiver(), disposition=Disposition.WAIVED),
        finding(Verdict.PASS, attestation=attestation(), disposition=Disposition.ATTESTED),
        finding(Verdict.REVIEW, self_declared=attestation(met=False)),
        lacking("institution.beds", "application"),
        finding(Verdict.FAIL, "base-1/roster", "base"),
    ]
    run = RunInfo("0.1", DAY, True, {"figures": {"a": Decimal("5.5")}}, [FileDigest("h1.yaml", "a" * 64)], ["jinhua"])
    notices = [Notice("draft_not_run", Text("宁夏未运行", "Ningxia did not run"))]
    packs = (draft, *PACKS[1:])
    return assemble(findings, packs, [dossier("h2")], notices, [input_error()], run, label)


def faults(text: str) -> list[str]:
    return [fault.message for fault in VALID.iter_errors(json.loads(text))]


def test_the_schema_itself_is_sound() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_a_full_report_is_valid() -> None:
    assert faults(written(full())) == []


def test_an_empty_report_is_valid() -> None:
    assert faults(written(report())) == []


@settings(max_examples=30)
@given(any_findings)
def test_any_findings_make_a_valid_report(findings: list[Finding]) -> None:
    assert faults(written(report(findings))) == []


def test_the_schema_describes_every_key_that_is_written() -> None:
    """With closed objects a valid report can hold no more than the schema; here the reverse for the finding."""
    (first, *_) = json.loads(written(full()))["findings"]
    assert {*first, "change"} == set(SCHEMA["$defs"]["finding"]["properties"])


def test_every_finding_has_a_line_of_its_own() -> None:
    made = full()
    lines = written(made).splitlines()
    assert sum('"fingerprint"' in line for line in lines) == len(made.findings)
    assert all(line.count('"fingerprint"') <= 1 for line in lines)


def test_the_same_run_writes_the_same_bytes() -> None:
    assert written(full()) == written(full())


def test_both_languages_are_in_it() -> None:
    message = json.loads(written(full()))["findings"][0]["message"]
    assert (message["zh"], message["en"]) == ("结果如此", "so it is")


def test_every_format_made_from_the_file_equals_the_one_made_from_the_run() -> None:
    made = full()
    data: dict[str, Any] = json.loads(written(made))
    again = report_of(data)
    for name in ("terminal", "junit", "json"):
        for verbosity in (-1, 0, 1):
            options = WriteOptions(verbosity=verbosity)
            assert whole(name, again, options) == whole(name, made, options)


def whole(name: str, made: Report, options: WriteOptions) -> object:
    pieces = writer(name).write(made, options)
    return list(pieces) if isinstance(pieces, Iterable) else pieces


def test_a_report_shows_nothing_of_a_person() -> None:
    on = record(dossier(head={"name": "欧阳锋利", "phone": "13800001234"}))
    told = {"observed": "欧阳锋利", "evidence": (("institution", "head"),)}
    made = report(
        [finding(Verdict.FAIL, on=on, outcome_=told)], personal=lambda path: {"name": "name"}.get(str(path[-1]))
    )
    assert "欧阳锋利" not in written(made)
