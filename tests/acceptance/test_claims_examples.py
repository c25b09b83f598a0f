"""The batches in examples/: what their READMEs work out by hand is what a check finds, line by line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from wicheck.cli.app import run

ROOT = Path(__file__).parent.parent.parent
Offences = Mapping[str, list[tuple[str, str | None, Decimal]]]


class Found:
    """The report of one batch."""

    def __init__(self, report: Mapping[str, Any]) -> None:
        self.batch, of_data = report["billing"]
        assert of_data["pack"] == "base"
        self.notices = {each["code"] for each in report["notices"]}
        self.errors = report["input_errors"]

    @property
    def failing(self) -> Offences:
        """By demand, the claims and lines that certainly offend, with the money at risk."""
        return {
            rule["rule"].partition("/")[2]: list(self._failing(rule))
            for rule in self.batch["rules"]
            if "fail" in rule["counts"]
        }

    def _failing(self, rule: Mapping[str, Any]) -> Iterator[tuple[str, str | None, Decimal]]:
        for each in rule["offences"]:
            if each["verdict"] == "fail":
                yield each["claim_id"], each["line_number"], Decimal(each["amount"])

    @property
    def bearers(self) -> Mapping[str, Decimal]:
        return {bearer: Decimal(amount) for bearer, amount in self.batch["bearers"].items()}

    @property
    def rows(self) -> Mapping[str, int]:
        return {each["table"]: each["rows"] for each in self.batch["tables"]}


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> Found:
    assert run(["check", *arguments, "--on", "2026-04-25", "--format", "json"]) == 1
    return Found(json.loads(capsys.readouterr().out, parse_float=Decimal))


def test_the_months_problems_are_found_as_worked_out_by_hand(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    found = checked(capsys, "examples/claims-month", "--pack", "宁夏")
    assert found.rows["claims"] == 12
    assert found.rows["lines"] == 45
    assert {demand: sorted(rows) for demand, rows in found.failing.items()} == {
        "paper_admission": [("S02", "5", 40), ("S02", "7", 40), ("S02", "8", 12)],
        "price_above_ceiling": [("S03", "2", 30)],
        "borne_by_institution": [("S03", "2", 30)],
        "written_notice": [("S04", "2", 0)],
        "notice_before_service": [("S04", "2", 0)],
        "out_of_catalogue_consent_signed": [("S04", "2", 120)],
        "out_of_catalogue_without_consent_borne": [("S04", "2", 120)],
        "duplicate_charges": [("S06", "3", 18)],
        "non_injury_disease": [("S08", "2", 48)],
        "rehab_confirmed": [("S09", None, 255)],
        "fund_plus_personal_equals_total": [("S11", None, 3)],
        "person_card_code_match": [("S12", None, 15)],
    }
    assert found.batch["amount"] == 92 + 30 + 120 + 18 + 48 + 255 + 3 + 15
    assert found.batch["claims_count"] == 8
    assert found.bearers == {"institution": 533, "worker": 48}


def test_an_export_in_gb18030_with_the_platforms_names_needs_no_mapping(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    with pytest.raises(UnicodeDecodeError):
        (ROOT / "examples/claims-export/结算信息.csv").read_text(encoding="utf-8")
    found = checked(capsys, "examples/claims-export")
    assert not found.errors
    assert {"table_encoding", "table_naming"} <= found.notices
    assert found.batch["pack"] == "shandong-2022"
    assert found.rows == {"claims": 4, "lines": 18, "entries": 4}
    beds = [("370000G2026030002", f"9000002{line:04d}", Decimal(10)) for line in (1, 2, 3)]
    drug, own = ("370000G2026030003", "90000030002"), ("370000G2026030004", "90000040002")
    assert {demand: sorted(rows) for demand, rows in found.failing.items()} == {
        "inpatient_standard": beds,
        "drug_in_catalogue": [(*drug, 120)],
        "standard_codes": [(*drug, 0), (*own, 0)],
    }
    assert found.batch["amount"] == 150
    assert found.batch["claims_count"] == 3
