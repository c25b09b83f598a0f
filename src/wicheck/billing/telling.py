"""What a batch came to, as the report holds it. Personal data is covered here, once for all formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from wicheck.billing.batches import Judged
from wicheck.billing.intake import cleaned
from wicheck.model import Answer, EvidenceColumn, Offence, Query, Rule, Text
from wicheck.reports.alerts import alert
from wicheck.reports.fingerprints import Fingerprints
from wicheck.reports.masking import masked, scrubbed
from wicheck.reports.plain import location_data, number, optional_location, optional_text, text_data

if TYPE_CHECKING:
    from wicheck.reports.billing_data import BatchData, BilledRuleData, ColumnData, OffenceData, TableData

Cover = Callable[[str, str], str]
"""What to show of a text in an evidence column of this name."""
Covering = Callable[[Query], Cover]
"""How the evidence of a query is covered."""


def batch_data(
    judged: Judged, rules: Mapping[str, Rule], institution: str | None, titles: Mapping[str, Text], covering: Covering
) -> BatchData:
    """``rules`` are the pack's by id, ``titles`` those of the tables by name."""
    document, loaded, totals = judged.document, judged.loaded, judged.totals
    named = Fingerprints(judged.dossier, document.id)
    return {
        "dossier": judged.dossier,
        "record": {"kind": document.kind.value, "id": document.id},
        "pack": judged.pack,
        "institution": institution,
        "location": location_data(document.locate((document.kind,))),
        "tables": [table_data(name, table, titles) for name, table in loaded.tables.items() if table["given"]],
        "rejects": loaded.rejects_count,
        "losses": loaded.losses_count,
        "cleaned": cleaned(loaded),
        "amount": number(totals.amount),
        "bearers": {bearer.value: number(amount) for bearer, amount in totals.bearers.items()},
        "months": {month: number(amount) for month, amount in sorted(totals.months.items())},
        "claims_count": totals.claims_count,
        "lines_count": totals.lines_count,
        "rules": [
            rule_data(rules[name], answer, covering(answer.query), named) for name, answer in judged.answers.items()
        ],
    }


def table_data(name: str, table: Mapping[str, Any], titles: Mapping[str, Text]) -> TableData:
    return {"table": name, "title": text_data(titles[name]), "rows": table["rows"]}


def rule_data(rule: Rule, answer: Answer, cover: Cover, named: Fingerprints) -> BilledRuleData:
    query = answer.query
    return {
        "rule": rule.id,
        "title": text_data(rule.title),
        "bearer": rule.arguments.get("bearer", query.bearer.value),
        "judged": answer.judged,
        "counts": {verdict.value: count for verdict, count in answer.counts.items() if count},
        "amount": number(answer.amount),
        "unpriced": answer.unpriced,
        "columns": columns(query),
        "alert": optional_text(query.alert),
        "offences": [offence_data(each, query, cover, named) for each in answer.rows],
    }


def columns(query: Query) -> dict[str, ColumnData]:
    return {name: column_data(column) for name, column in query.evidence.items()}


def column_data(column: EvidenceColumn) -> ColumnData:
    zh, en = column.title
    made: ColumnData = {"zh": zh, "en": en}
    if column.unit:
        made["unit"] = text_data(column.unit)
    if column.words:
        made["words"] = {code: text_data(word) for code, word in column.words.items()}
    return made


def offence_data(offence: Offence, query: Query, cover: Cover, named: Fingerprints) -> OffenceData:
    evidence = {name: cover(name, value) for name, value in offence.evidence.items()}
    return {
        "fingerprint": named.of(offence.rule, offence.claim_id, offence.line_number, offence.verdict),
        "claim_id": offence.claim_id,
        "line_number": offence.line_number,
        "verdict": offence.verdict.value,
        "amount": None if offence.amount is None else number(offence.amount),
        "bearer": offence.bearer.value,
        "evidence": evidence,
        "alert": alert(optional_text(query.alert), columns(query), evidence, offence.verdict),
        "location": optional_location(offence.place),
    }


def covering(classes: Mapping[str, str], show_personal: bool) -> Cover:
    """``classes`` are those of personal data by column name; other texts lose what looks like a personal number."""

    def cover(column: str, text: str) -> str:
        if show_personal:
            return text
        kind = classes.get(column)
        return masked(kind, text) if kind else scrubbed(text)

    return cover
