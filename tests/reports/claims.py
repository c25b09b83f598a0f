"""Reports on batches of claims, made to order: two rules of a law, a few offences, money that needs no rounding."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.reports.factory import document, dossier, finding, record, report
from wicheck.model import DocumentKind, Stage, Text, Verdict
from wicheck.reports import OffenceFiles, Report
from wicheck.reports.billing_data import BatchData, BilledRuleData, OffenceData

PRICE, TRACE, VISITS = "jinhua-3/price", "jinhua-3/trace", "jinhua-3/visits"
COLUMNS = ("rule", "claim_id", "line_number", "file", "row", "verdict", "amount", "bearer", "evidence", "alert")


def offence(number: int, amount: float | None, verdict: str = "fail", **changes: Any) -> OffenceData:
    evidence = {"price": "131", "ceiling": "100"}
    alert = {"zh": "单价 131 元，高于限价 100 元", "en": "131 yuan, above the ceiling of 100"}
    made: OffenceData = {
        "fingerprint": f"{number:024x}",
        "claim_id": f"J{number:03d}",
        "line_number": str(number),
        "verdict": verdict,
        "amount": amount,
        "bearer": "institution",
        "evidence": evidence,
        "alert": alert if verdict != "unknown" else None,  # type: ignore[typeddict-item]
        "location": {"file": "lines.csv", "row": number + 1},
    }
    return {**made, **changes}  # type: ignore[typeddict-item]


def rule(
    id_: str, title: Text, offences: Iterable[OffenceData], amount: float, counts: dict[str, int], **changes: Any
) -> BilledRuleData:
    made: BilledRuleData = {
        "rule": id_,
        "title": {"zh": title.zh, "en": title.en},
        "bearer": "institution",
        "judged": 10_000,
        "counts": counts,
        "amount": amount,
        "unpriced": 0,
        "columns": {
            "price": {"zh": "单价", "en": "price", "unit": {"zh": "元", "en": "yuan"}},
            "ceiling": {"zh": "限价", "en": "ceiling"},
        },
        "alert": {"zh": "单价 {price} 元，高于限价 {ceiling} 元", "en": "{price} yuan, above the ceiling of {ceiling}"},
        "offences": list(offences),
    }
    return {**made, **changes}  # type: ignore[typeddict-item]


def rules() -> list[BilledRuleData]:
    """4 213 lines over the price, of which the seven with most money are held; drugs without a code; suspicions."""
    largest = [offence(number, 1000.5 - number) for number in range(1, 8)]
    return [
        rule(TRACE, Text("药品都有追溯码", "every drug has a code"), [offence(9, 0)], 0, {"fail": 1}),
        rule(PRICE, Text("不超过限价", "no price above the ceiling"), largest, 12345.6, {"fail": 4213, "unknown": 2}),
        rule(VISITS, Text("就诊次数", "visits"), [offence(8, 0, "suspect")], 0, {"suspect": 1}),
    ]


def batch(id_: str = "2026-03", of: str = "h1", **changes: Any) -> BatchData:
    made: BatchData = {
        "dossier": of,
        "record": {"kind": "claims", "id": id_},
        "pack": "jinhua",
        "institution": "城东康复医院",
        "location": {"file": "batch.yaml", "line": 1, "column": 1},
        "tables": [{"table": "lines", "title": {"zh": "明细", "en": "lines"}, "rows": 10_000}],
        "rejects": 2,
        "losses": 1,
        "cleaned": {"thousands": 3},
        "amount": 12345.6,
        "bearers": {"fund": 345.1, "institution": 12000.5},
        "months": {"": 345.6, "2026-03": 12000},
        "claims_count": 80,
        "lines_count": 4214,
        "rules": rules(),
    }
    return {**made, **changes}  # type: ignore[typeddict-item]


def billed(*batches: BatchData, **changes: Any) -> Report:
    """A report on them, one if none is given, with the findings of their rules."""
    batches = batches or (batch(),)
    findings = []
    for each in batches:
        of = dossier(each["dossier"], each["institution"])
        on = record(of, document=document(DocumentKind.CLAIMS, each["record"]["id"]))
        for billed_rule in each["rules"]:
            counts = billed_rule["counts"]
            verdict = Verdict(next(iter(counts), "pass"))
            changed = {"check": "sql", "stage": Stage.PERFORMANCE, "title": Text(**billed_rule["title"])}
            findings.append(finding(verdict, billed_rule["rule"], on=on, rule_=changed))
    return report(findings, **changes)._replace(billing=list(batches))


def keeping(made: Report, folder: Path, offences: Iterable[tuple[str, OffenceData]]) -> Report:
    """``made`` with files of all offences (rule and row) of its first batch, as an engine writes them."""
    first = made.billing[0]
    file, parquet = folder / "offences-1.csv", folder / "offences-1.parquet"
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(COLUMNS)
        for name, each in offences:
            place = each["location"] or {}
            amount = "" if each["amount"] is None else f"{each['amount']:.6f}"
            evidence = json.dumps(each["evidence"], ensure_ascii=False)
            claim = [each["claim_id"], each["line_number"], place.get("file"), place.get("row")]
            writer.writerow([name, *claim, each["verdict"], amount, each["bearer"], evidence, "—"])
    parquet.write_bytes(b"PAR1 of the engine")
    files = {".csv": file, ".parquet": parquet}
    return made._replace(offences=[OffenceFiles(first["dossier"], first["record"]["id"], first["pack"], files)])
