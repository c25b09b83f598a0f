"""How much of each text was judged."""

from __future__ import annotations

import json

from tests.reports.factory import LAW, clause, dossier, finding, record, report, rule
from tests.reports.formats.writing import text
from wicheck.reports.judged import coverage

TEXT = LAW._replace(
    clauses=(
        clause("jinhua-1")._replace(rules=(rule("jinhua-1/a"), rule("jinhua-1/b"))),
        clause("jinhua-2")._replace(rules=(rule("jinhua-2/c"),)),
        clause("jinhua-3"),
    )
)


def test_clauses_and_rules_are_counted_once_however_many_were_judged_by_them() -> None:
    findings = [finding(id_="jinhua-1/a"), finding(id_="jinhua-1/a", on=record(dossier("h2")))]
    assert coverage(report(findings, packs=[TEXT])) == [
        {
            "pack": "jinhua",
            "clauses": 3,
            "clauses_judged": 1,
            "rules": 3,
            "rules_judged": 1,
            "not_judged": ["jinhua-1/b", "jinhua-2/c"],
        }
    ]


def test_a_pack_that_judged_nothing_covers_nothing() -> None:
    assert coverage(report(dossiers=[dossier()], packs=[TEXT])) == []


def test_json_holds_it_and_the_page_tells_it() -> None:
    made = report([finding(id_="jinhua-1/a")], packs=[TEXT])
    assert json.loads(text("json", made))["coverage"] == coverage(made)
    assert "金华：3 条条款中的 1 条、3 条规则中的 1 条" in text("html", made)
