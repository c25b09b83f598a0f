"""The offences that a report does not list, by fingerprint and amount: later checks are held against all of them."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Collection
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from wicheck.model import Verdict
from wicheck.reports.fingerprints import Fingerprints
from wicheck.reports.offences import kept, key_of
from wicheck.reports.plain import number
from wicheck.reports.report import Report

if TYPE_CHECKING:
    from wicheck.reports.billing_data import BatchData, BilledRuleData, Money

MOST = 50_000
"""So many of one rule in one batch; of more nobody can tell later which were there."""


def with_others(report: Report) -> Report:
    """``report``, knowing all offences that the run has kept; without kept files it stays as it is."""
    files = kept(report, ".csv")
    if not files:
        return report
    return report._replace(billing=[_knowing(batch, files.get(key_of(batch))) for batch in report.billing])


def _knowing(batch: BatchData, file: Path | None) -> BatchData:
    lacking = {rule["rule"] for rule in batch["rules"] if _leaves_out(rule)}
    if file is None or not lacking:
        return batch
    listed = {each["fingerprint"] for rule in batch["rules"] for each in rule["offences"]}
    others = _others(batch, file, lacking, listed)
    rules: list[BilledRuleData] = [
        {**rule, "others": others[rule["rule"]]} if rule["rule"] in lacking else rule for rule in batch["rules"]
    ]
    return {**batch, "rules": rules}


def _leaves_out(rule: BilledRuleData) -> bool:
    listed = sum(each["verdict"] == Verdict.FAIL for each in rule["offences"])
    return listed < rule["counts"].get(Verdict.FAIL, 0)


def _others(
    batch: BatchData, file: Path, rules: Collection[str], listed: Collection[str]
) -> defaultdict[str, dict[str, Money | None]]:
    """The certain offences in ``file`` that are not ``listed``, a bounded number of each of ``rules``."""
    named = Fingerprints(batch["dossier"], batch["record"]["id"])
    found: defaultdict[str, dict[str, Money | None]] = defaultdict(dict)
    with file.open(encoding="utf-8", newline="") as lines:
        for cells in csv.DictReader(lines):
            rule = cells["rule"]
            if rule in rules and cells["verdict"] == Verdict.FAIL and len(found[rule]) < MOST:
                name = named.of(rule, cells["claim_id"] or None, cells["line_number"] or None, cells["verdict"])
                if name not in listed:
                    found[rule][name] = number(Decimal(cells["amount"])) if cells["amount"] else None
    return found
