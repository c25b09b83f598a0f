"""How much of each text a run has judged: from its clauses and rules, and what was found by which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wicheck.reports.report import Report

if TYPE_CHECKING:
    from wicheck.reports.data import CoverageData
    from wicheck.reports.run_data import PackData


def coverage(report: Report) -> list[CoverageData]:
    """An entry for each pack that something was found by, in the order of the packs."""
    return [of_pack(pack, report) for pack in report.run["packs"] if pack["id"] in report.totals["pack"]]


def of_pack(pack: PackData, report: Report) -> CoverageData:
    judged = report.totals["rule"].keys()
    clauses = [clause for clause in pack["clauses"] if clause in report.totals["clause"]]
    return {
        "pack": pack["id"],
        "clauses": len(pack["clauses"]),
        "clauses_judged": len(clauses),
        "rules": len(pack["rules"]),
        "rules_judged": sum(rule in judged for rule in pack["rules"]),
        "not_judged": [rule for rule in pack["rules"] if rule not in judged],
    }
