"""Every offence of a run, read from the files that the check has kept; after it those that the report holds."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from wicheck.model import Verdict
from wicheck.reports import baseline_words, sheet_words, words
from wicheck.reports.alerts import alert
from wicheck.reports.batches import Batches
from wicheck.reports.billing_words import BEARERS, ROWS
from wicheck.reports.fingerprints import Fingerprints
from wicheck.reports.masking import scrubbed
from wicheck.reports.plain import number
from wicheck.reports.report import Report
from wicheck.reports.rows import Cell, safe
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.baseline_data import BilledChangeData, GoneData
    from wicheck.reports.billing_data import BatchData, BilledRuleData, OffenceData
    from wicheck.reports.data import LocationData, RuleData

Key = tuple[str, str, str]


def key_of(batch: BatchData) -> Key:
    """What a batch as one pack judged it is known by."""
    return batch["dossier"], batch["record"]["id"], batch["pack"]


def kept(report: Report, suffix: str) -> dict[Key, Path]:
    """The kept files with every offence, by batch."""
    return {
        (each.dossier, each.record, each.pack): each.files[suffix] for each in report.offences if suffix in each.files
    }


def count(report: Report) -> int:
    """How many offences there are in all, those not held by the report among them."""
    return sum(sum(rule["counts"].values()) for batch in report.billing for rule in batch["rules"])


def left_out(batch: BatchData) -> bool:
    """Whether the report holds only the offences with most money."""
    return any(len(rule["offences"]) < sum(rule["counts"].values()) for rule in batch["rules"])


def billed_rules(report: Report) -> Mapping[tuple[str, str], RuleData]:
    """What is known of the rules of batches, by pack and id."""
    wanted = {(batch["pack"], rule["rule"]) for batch in report.billing for rule in batch["rules"]}
    if not wanted:  # findings are shaped one by one when somebody looks at them
        return {}
    return {pair: each for each in report.findings if (pair := (each["pack"], each["rule"])) in wanted}


class Offences:
    """Offences as rows of a spreadsheet, in one language. They are streamed: there may be millions."""

    def __init__(self, report: Report, voice: Voice) -> None:
        self._report = report
        self._voice = voice
        self._batches = Batches(report, voice)
        self._files = kept(report, ".csv")
        self._regions = {pack["id"]: pack["name"] for pack in report.run["packs"]}
        self._verdicts = {verdict: voice.say(words.VERDICTS[verdict]) for verdict in ROWS}
        self._changes = {state: voice.say(text) for state, text in baseline_words.SINCE.items()}
        self._bearers = {bearer: voice.say(name) for bearer, name in BEARERS.items()}
        self.columns = [each for each in sheet_words.OFFENCE_COLUMNS if each != "change" or report.baseline]
        self._shows_personal = report.run.get("shows_personal", False)

    @property
    def complete(self) -> bool:
        """Whether all offences are at hand, and not only those with most money."""
        return all(key_of(batch) in self._files or not left_out(batch) for batch in self._report.billing)

    def note(self) -> str:
        """That these are not all of them."""
        return self._voice.say(sheet_words.ONLY_LARGEST, all=count(self._report))

    def headings(self) -> list[str]:
        return [self._voice.say(sheet_words.OFFENCE_COLUMNS[column]) for column in self.columns]

    def rows(self) -> Iterator[list[Cell]]:
        known = billed_rules(self._report)
        for batch in self._report.billing:
            same = {rule["rule"]: self._of_rule(batch, rule, known) for rule in batch["rules"]}
            for rule, offence in self.of(batch):
                cells = {**same[rule["rule"]], **self._of_offence(rule, offence)}
                yield [cells.get(column) for column in self.columns]
        for change in self._report.baseline["offences"] if self._report.baseline else ():
            yield from (self._of_gone(change, each) for each in change["gone"])

    def _of_gone(self, change: BilledChangeData, gone: GoneData) -> list[Cell]:
        """An offence of the earlier report that is found no more: it has no verdict."""
        cells = inactive(
            {
                "dossier": change["dossier"],
                "title": self._voice.say(change["title"]),
                "claim": gone["claim_id"],
                "line_number": gone["line_number"],
                "pack": change["pack"],
                "rule": change["rule"],
                "change": self._changes["fixed"],
                "fingerprint": gone["fingerprint"],
            }
        )
        return [cells.get(column) for column in self.columns]

    def of(self, batch: BatchData) -> Iterator[tuple[BilledRuleData, OffenceData]]:
        """The offences of a batch, all or those that the report holds."""
        file = self._files.get(key_of(batch))
        if file is None:
            yield from ((rule, offence) for rule in batch["rules"] for offence in rule["offences"])
            return
        rules = {rule["rule"]: rule for rule in batch["rules"]}
        named = Fingerprints(batch["dossier"], batch["record"]["id"])
        marks = {rule: self._report.marks.get((batch["dossier"], batch["pack"], rule), {}) for rule in rules}
        with file.open(encoding="utf-8", newline="") as lines:
            for cells in csv.DictReader(lines):
                rule = rules[cells["rule"]]
                offence = self._read(rule, cells, named)
                if offence["verdict"] == Verdict.FAIL and offence["fingerprint"] in marks[rule["rule"]]:
                    offence["change"] = marks[rule["rule"]][offence["fingerprint"]]
                yield rule, offence

    def _read(self, rule: BilledRuleData, cells: Mapping[str, str], named: Fingerprints) -> OffenceData:
        held = json.loads(cells["evidence"] or "{}")
        shown = str if self._shows_personal else scrubbed
        evidence = {name: shown(value) for name, value in held.items() if value is not None}
        claim, line = cells["claim_id"] or None, cells["line_number"] or None
        return {
            "fingerprint": named.of(rule["rule"], claim, line, cells["verdict"]),
            "claim_id": claim,
            "line_number": line,
            "verdict": cells["verdict"],
            "amount": number(Decimal(cells["amount"])) if cells["amount"] else None,
            "bearer": cells["bearer"],
            "evidence": evidence,
            "alert": alert(rule["alert"], rule["columns"], evidence, cells["verdict"]),
            "location": _location(cells),
        }

    def _of_rule(
        self, batch: BatchData, rule: BilledRuleData, known: Mapping[tuple[str, str], RuleData]
    ) -> dict[str, Cell]:
        """The cells that are the same in all rows of a rule."""
        say, found = self._voice.say, known.get((batch["pack"], rule["rule"]))
        return inactive(
            {
                "name": batch["institution"],
                "dossier": batch["dossier"],
                "batch": batch["record"]["id"],
                "region": say(self._regions[batch["pack"]]),
                "article": found["clause"]["article"] if found else None,
                "title": say(rule["title"]),
                "pack": batch["pack"],
                "rule": rule["rule"],
            }
        )

    def _of_offence(self, rule: BilledRuleData, offence: OffenceData) -> dict[str, Cell]:
        place = offence["location"]
        return inactive(
            {
                "verdict": self._verdicts[offence["verdict"]],
                "claim": offence["claim_id"],
                "line_number": offence["line_number"],
                "amount": offence["amount"],
                "bearer": self._bearers[offence["bearer"]],
                "alert": self._voice.say(offence["alert"]) if offence["alert"] else None,
                "evidence": self._batches.evidence(rule, offence),
                "file": place["file"] if place else None,
                "row": (place.get("row") or place.get("line")) if place else None,
                "change": self._changes.get(offence.get("change", "")),
                "fingerprint": offence["fingerprint"],
            }
        )


def inactive(cells: dict[str, Cell]) -> dict[str, Cell]:
    """``cells`` without a formula among them."""
    return dict(zip(cells, safe(cells.values()), strict=True))


def _location(cells: Mapping[str, str]) -> LocationData | None:
    if not cells["file"]:
        return None
    return {"file": cells["file"], "row": int(cells["row"])} if cells["row"] else {"file": cells["file"]}
