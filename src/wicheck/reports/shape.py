"""A finding as the report shows it: words filled in, places looked up, personal data covered.

It is made of parts, those that many findings have in common and those that are its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from wicheck.model import (
    Finding,
    Outcome,
    Pack,
    Path,
    Record,
    Rule,
    Text,
    Tolerant,
    Verdict,
    dotted,
)
from wicheck.reports import words
from wicheck.reports.interface import Label
from wicheck.reports.masking import Veil, covered
from wicheck.reports.plain import iso, optional_location, optional_text, plain, text_data
from wicheck.reports.said import Answers, Said
from wicheck.reports.spots import written_at
from wicheck.reports.statements import attestation_data, waiver_data

if TYPE_CHECKING:
    from wicheck.reports.data import (
        AnswerData,
        ClauseData,
        EntryData,
        EvidenceData,
        FindingData,
        OfRecordData,
        PlacesData,
        RuleData,
        StatementsData,
        TextData,
    )

_NONE = Tolerant()
_TO_MEND = frozenset((Verdict.FAIL, Verdict.REVIEW, Verdict.SUSPECT))


class Shaper:
    """Shapes the findings of one run. ``veil`` is None where personal data may be shown."""

    def __init__(self, packs: Mapping[str, Pack], label: Label, veil: Veil | None) -> None:
        self._clauses = {(pack.id, clause.id): clause for pack in packs.values() for clause in pack.clauses}
        self._named_by = label
        self._veil = veil
        self._answers = Answers()
        self._rules: dict[tuple[str, str], RuleData] = {}
        self._labels: dict[Path, TextData] = {}
        self._paths: dict[Path, str] = {}

    def finding(self, finding: Finding) -> FindingData:
        # What changed since an earlier report is added later, so "change" is not among them.
        data: FindingData = {
            **self.rule(finding),
            "fingerprint": fingerprint(finding),
            **of_record(finding.record),
            **self.said(finding).data,
            **self.places(finding),
            **self.statements(finding),  # type: ignore[typeddict-item]
        }
        return data

    def said(self, finding: Finding) -> Said:
        """What the rule says: the same for every record with the same outcome, unless personal texts are covered."""
        secrets = self._veil.secrets(finding.record, finding.outcome.evidence) if self._veil else None
        if secrets:
            return Said(_covered(self._answer(finding), secrets))
        return self._answers.of(finding, lambda: self._answer(finding))

    def _answer(self, finding: Finding) -> AnswerData:
        outcome = finding.outcome
        return {
            "verdict": finding.verdict,
            "disposition": finding.disposition,
            "message": {"id": outcome.message.id, **self._message(outcome)},
            "observed": _figure(outcome.observed),
            "required": _figure(outcome.required),
            "shortfall": _figure(outcome.shortfall),
            "unit": optional_text(outcome.unit),
            "remedy": _remedy(finding),
            "reading": outcome.reading,
            "due_on": iso(outcome.due_on),
        }

    def places(self, finding: Finding) -> PlacesData:
        outcome, record = finding.outcome, finding.record
        missing = [self.entry(record, path) for path in outcome.missing]
        evidence = [self._evidence(record, path) for path in outcome.evidence]
        nearest = (*evidence, *missing)
        return {
            "missing": missing,
            "evidence": evidence,
            "location": nearest[0]["location"] if nearest else optional_location(finding.location),
        }

    def statements(self, finding: Finding) -> StatementsData:
        """What people have said of it."""
        shown = self._veil is None
        return {
            "waiver": waiver_data(finding.waiver, shown) if finding.waiver else None,
            "attestation": attestation_data(finding.attestation, shown) if finding.attestation else None,
            "self_declared": attestation_data(finding.self_declared, shown) if finding.self_declared else None,
        }

    def entry(self, record: Record, path: Path) -> EntryData:
        return {**self._evidence(record, path), "label": self.label(path)}

    def _evidence(self, record: Record, path: Path) -> EvidenceData:
        if path not in self._paths:
            self._paths[path] = dotted(path)
        return {"path": self._paths[path], "location": optional_location(record.locate(written_at(record, path)))}

    def rule(self, finding: Finding) -> RuleData:
        key = (finding.pack, finding.rule.id)
        if key not in self._rules:
            self._rules[key] = self._rule_data(finding.rule, finding.pack)
        return self._rules[key]

    def _rule_data(self, rule: Rule, pack: str) -> RuleData:
        return {
            "rule": rule.id,
            "title": text_data(rule.title),
            "pack": pack,
            "clause": self._clause_data(pack, rule.clause),
            "check": rule.check,
            "topic": rule.topic,
            "stage": rule.stage,
            "binds": rule.binds,
            "service_kinds": list(rule.service_kinds),
            "grounded": rule.grounded,
            "attested_by": list(rule.attested_by),
        }

    def _clause_data(self, pack: str, clause_id: str) -> ClauseData:
        """A finding on what no clause says (a service kind without conditions) has no article."""
        clause = self._clauses.get((pack, clause_id))
        if clause is None:
            return {"id": clause_id, "article": "", "chapter": None, "damage": None}
        return {
            "id": clause.id,
            "article": clause.article,
            "chapter": optional_text(clause.chapter),
            "damage": optional_text(clause.damage),
        }

    def _message(self, outcome: Outcome) -> TextData:
        text, values = outcome.message.text, outcome.values
        if not values and not outcome.missing:
            return {"zh": text.zh.format_map(_NONE), "en": text.en.format_map(_NONE)}
        zh, en = Tolerant(values), Tolerant(values)
        for name, value in values.items():
            if type(value) is Text:
                zh[name], en[name] = value
        if outcome.missing:
            labels = [self.label(path) for path in outcome.missing]
            zh["missing"] = words.COMMA.zh.join(label["zh"] for label in labels)
            en["missing"] = words.COMMA.en.join(label["en"] for label in labels)
            if "members" in values:
                zh["members"], en["members"] = self._named(values["members"], outcome.missing)
        return {"zh": text.zh.format_map(zh), "en": text.en.format_map(en)}

    def _named(self, said: Text, paths: Iterable[Path]) -> Text:
        """Sentences within a sentence name what is missing by its path; nobody at a desk knows paths."""
        for path in sorted(paths, key=len, reverse=True):
            label, written = self.label(path), dotted(path)
            said = Text(said.zh.replace(written, label["zh"]), said.en.replace(written, label["en"]))
        return said

    def label(self, path: Path) -> TextData:
        if path not in self._labels:
            alone = words.DOCUMENTS.get(str(path[0])) if len(path) == 1 else None
            self._labels[path] = text_data(alone or self._named_by(path))
        return self._labels[path]


def of_record(record: Record) -> OfRecordData:
    return {
        "dossier": record.dossier.id,
        "record": {"kind": record.document.kind, "id": record.document.id},
        "judged_on": record.judged_on.isoformat(),
    }


def fingerprint(finding: Finding) -> str:
    """Names the finding for good: the same rule on the same record of the same dossier, whatever the answer."""
    document = finding.record.document
    named = "\0".join((finding.rule.id, finding.record.dossier.id, document.kind, document.id))
    return blake2b(named.encode(), digest_size=12).hexdigest()


def _covered(said: AnswerData, secrets: Mapping[str, str]) -> AnswerData:
    return {
        **said,
        "message": covered(said["message"], secrets),
        "observed": covered(said["observed"], secrets),
        "required": covered(said["required"], secrets),
        "remedy": covered(said["remedy"], secrets),
    }


def _figure(value: Any) -> Any:
    """Figures, words and lists of them; an object of a document is no figure, and may hold what nobody should see."""
    if value is None or isinstance(value, dict):
        return None
    if isinstance(value, (list, tuple)) and any(isinstance(each, dict) for each in value):
        return None
    return plain(value)


def _remedy(finding: Finding) -> TextData | None:
    remedy = finding.outcome.remedy or (finding.rule.remedy if finding.verdict in _TO_MEND else None)
    return optional_text(remedy)
