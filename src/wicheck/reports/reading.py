"""Reading a report back from its canonical JSON, checked so that every writer can rely on it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from wicheck.documents.schemas import Schemas
from wicheck.documents.validate import others_decider
from wicheck.errors import UsageError, why
from wicheck.model import Disposition, Location, Text
from wicheck.reports.report import Report

_KIND = "report"
_VERSION = "report/v1"
_NO_PARTS = ("wicheck", "coverage")


class Earlier(NamedTuple):
    """A report that was read back, and the file it was in."""

    file: str
    sha256: str
    report: Report


def read_report(file: Path, schemas: Schemas) -> Earlier:
    """Raises UsageError where ``file`` cannot be read, is no report of ours, or contradicts itself."""
    try:
        content = file.read_bytes()
    except OSError as broken:
        reason = why(broken)
        raise _refused(file, Text(f"报告读不了：{reason.zh}", f"the report cannot be read: {reason.en}")) from broken
    data = _parsed(content, file)
    _check_version(data, file)
    _check_schema(data, schemas.schema(_KIND), file)
    report = report_of(data)
    if flaw := next(_flaws(report), None):
        raise _refused(file, Text(f"报告前后不一致：{flaw.zh}", f"the report contradicts itself: {flaw.en}"))
    return Earlier(str(file), sha256(content).hexdigest(), report)


def report_of(data: Mapping[str, Any]) -> Report:
    """The report that the JSON ``data`` holds. What it says of itself, and what follows from the rest, is left out."""
    return Report(**{name: value for name, value in data.items() if name not in _NO_PARTS})


def _parsed(content: bytes, file: Path) -> Any:
    try:
        data = json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
        # Half a surrogate pair, written as \\ud800, is no text: it could not be written again.
        json.dumps(data, ensure_ascii=False).encode()
    except json.JSONDecodeError as wrong:
        place = Location(str(file), wrong.lineno, wrong.colno)
        raise _refused(file, Text("这不是 JSON", "this is no JSON"), place) from wrong
    except (ValueError, RecursionError) as wrong:
        raise _refused(file, Text("这不是 JSON", "this is no JSON")) from wrong
    return data


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _check_version(data: Any, file: Path) -> None:
    version = data.get("wicheck") if isinstance(data, dict) else None
    if version == _VERSION:
        return
    if isinstance(version, str) and version.startswith(f"{_KIND}/"):
        said = Text(f"不认识这个版本的报告：{version}", f"a report of a version that is not known here: {version}")
        raise UsageError(said, Location(str(file)), Text("请更新 wicheck", "update wicheck"))
    raise _refused(file, Text("这不是 wicheck 的检查报告", "this is no report of wicheck"))


def _check_schema(data: Any, schema: Mapping[str, Any], file: Path) -> None:
    """Only the place is told, not what is there: it may be personal."""
    if others_decider(schema)(data):  # a report may be large
        return
    from wicheck.documents.explain import faults_of

    fault = next(faults_of(schema, data), None)
    path = fault.json_path.removeprefix("$").removeprefix(".") if fault else ""
    raise _refused(
        file,
        Text(f"不符合检查报告的格式：{path or '最外层'}", f"not in the form of a report: {path or 'at the top'}"),
    )


def _flaws(report: Report) -> Iterator[Text]:
    """What no schema can say: parts that must agree, and names that must be known."""
    findings, totals = report.findings, report.totals
    packs = {pack["id"] for pack in report.run["packs"]}
    if not {(batch["dossier"], batch["pack"]) for batch in report.billing} <= {
        (dossier["id"], pack) for dossier in report.dossiers for pack in packs
    }:
        yield Text("结算批次的机构或政策包没有列出", "a batch's dossier or pack is not listed")
    answered = {headline["pack"] for dossier in report.dossiers for headline in dossier["headlines"]} - {None}
    if not {finding["pack"] for finding in findings} | answered | totals["pack"].keys() <= packs:
        yield Text("结论所依据的政策包没有列出", "a finding's pack is not listed")
    if any(
        Counter(finding["verdict"] for finding in part) != dossier["counts"]
        or {finding["dossier"] for finding in part} - {dossier["id"]}
        for dossier, part in report.by_dossier()
    ):
        yield Text("各档案的项数与结论不符", "a dossier's counts do not agree with its findings")
    waived = [finding for finding in findings if finding["disposition"] == Disposition.WAIVED]
    if not all(finding["waiver"] for finding in waived):
        yield Text("豁免没有说明依据", "a waived finding lacks its waiver")
    by_pack: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for finding in findings:
        by_pack[finding["pack"]][finding["verdict"]] += 1
    counted = (len(findings), len(waived), sum(by_pack.values(), Counter()), by_pack)
    if counted != (totals["findings"], totals["waived"], totals["verdict"], totals["pack"]):
        yield Text("合计与结论不符", "the totals do not agree with the findings")


def _refused(file: Path, said: Text, place: Location | None = None) -> UsageError:
    hint = Text(
        "要用 wicheck check --report json=报告.json 写出的文件",
        "it takes a file that wicheck check --report json=report.json has written",
    )
    return UsageError(said, place or Location(str(file)), hint)
