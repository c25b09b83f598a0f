"""What is planted: the packs' own examples, whose verdicts were worked out by hand from the text.

An example that a rule must find is a planting; one that it must leave alone (what meets the rule, is exempt, or lies
on the right side of a boundary) is a hard negative.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from wicheck.model import DocumentKind, Dossier, Pack, Query
from wicheck.packs.bind import SQL
from wicheck.packs.queries import Queries
from wicheck.proving.example import OTHERS, Example
from wicheck.proving.prove import DEFAULT_DAY, Prover

Row = Mapping[str, Any]
"""A row of a table: canonical values by column."""

FOUND = ("fail", "suspect", "review")
LEFT_ALONE = ("pass", "not_applicable")
_SELECTED = re.compile(r"^SELECT\s+(.*)$", re.MULTILINE)
_NO_CLAIM = "CAST(NULL AS VARCHAR) AS claim_id"
_NO_LINE = "CAST(NULL AS BIGINT) AS line_row"
_LINES = ("lines", "net_lines", "drug_lines")
_BILLED = ("claims", "lines")
_HIGHER = ("state", "province")
_LINKS = (
    ("visit_id", "visit_id"),
    ("to_visit_id", "visit_id"),
    ("from_visit_id", "visit_id"),
    ("order_id", "order_id"),
    ("worker_number", "worker_number"),
)
"""By which columns a row finds its claims: the first that leads to any."""


class Spot(NamedTuple):
    """Where a rule must strike: a line of a claim, a whole claim (``line`` None), or beside all claims (both None)."""

    claim: str | None
    line: str | None = None


class Template(NamedTuple):
    """An example as it can be planted many times.

    ``verdict`` is what the rule says of the planting, None for a hard negative; then ``spots`` are all its claims.
    ``others`` are its documents beside claims and catalogues, and ``head`` what its batch says of itself: both hold
    for a whole batch. ``seen_on`` is the day of the run, where the rule asks for it. It is ``alone`` where it wants a
    batch for itself.
    """

    rule: str
    verdict: str | None
    origin: str
    tables: Mapping[str, Sequence[Row]]
    catalogue: Mapping[str, Any] | None
    head: Mapping[str, Any]
    others: Mapping[DocumentKind, Mapping[str, Any]]
    thresholds: Mapping[str, Decimal | None]
    spots: tuple[Spot, ...]
    seen_on: str | None
    alone: bool


class Left(NamedTuple):
    """A rule of which an example could not be planted, and why."""

    rule: str
    origin: str
    why: str


TWO_BATCHES = "需要先判的另一批（it takes another batch before it）"
NO_PLACE = "示例没有指明是哪一张结算单（the example does not tell which claim it is about）"


def templates(pack: Pack, examples: Sequence[Example], prover: Prover) -> Iterator[Template | Left]:
    """The examples of ``pack``'s billing rules that say what is an offence, or what is none."""
    queries = Queries(prover.schemas)
    asked = {rule.id: queries.of(rule, pack) for rule in pack.rules if rule.check == SQL}
    usable = [each for each in examples if each.rule in asked and _usable(each)]
    alone = [each for each in usable if not OTHERS.keys() & each.given.items.keys()]
    yield from (Left(each.rule, str(each.location), TWO_BATCHES) for each in usable if each not in alone)
    undone = _undone(alone, prover)
    for example in alone:
        tables = _tables(prover.dossier(example))
        if tables:
            hint = undone.get((example.rule, id(example.given)))
            made = _made(example, asked[example.rule], prover.dossier(example), tables, hint)
            yield made if made.spots else Left(example.rule, str(example.location), NO_PLACE)


def _usable(example: Example) -> bool:
    """Examples that say what is an offence and what is none; missing facts and people's answers are another matter."""
    plain = not example.attest and example.agency_reading is None and example.shows != "missing"
    return plain and example.expected["expect"] in (*FOUND, *LEFT_ALONE)


def _undone(examples: Sequence[Example], prover: Prover) -> Mapping[tuple[str, int], str]:
    """By rule and given dossier, the claim that is changed where the rule finds nothing: if the dossier offends as it
    stands, it does so there."""
    votes: dict[tuple[str, int], Counter[str]] = {}
    for example in examples:
        if example.expected["expect"] in LEFT_ALONE and example.changes:
            tables = _tables(prover.dossier(example))
            touched = {claim for name, row in _touched(example, tables) for claim in _claims_of(name, row, tables)}
            votes.setdefault((example.rule, id(example.given)), Counter()).update(sorted(touched))
    return {key: counter.most_common(1)[0][0] for key, counter in votes.items() if counter}


def _tables(dossier: Dossier) -> Mapping[str, Sequence[Row]]:
    claims = dossier.documents.get(DocumentKind.CLAIMS)
    return {name: rows for name, rows in claims[0].data.items() if _is_table(rows)} if claims else {}


def _made(
    example: Example, query: Query, dossier: Dossier, tables: Mapping[str, Sequence[Row]], hint: str | None
) -> Template:
    data = dossier.documents[DocumentKind.CLAIMS][0].data
    catalogues = dossier.documents.get(DocumentKind.CATALOGUE)
    expected = example.expected["expect"]
    found = expected in FOUND
    others: dict[DocumentKind, Mapping[str, Any]] = {
        kind: documents[0].data
        for kind, documents in dossier.documents.items()
        if kind not in (DocumentKind.CLAIMS, DocumentKind.CATALOGUE)
    }
    spots = _spots(example, query, tables, hint) if found else _negatives(query, tables)
    entries = catalogues[0].data.get("entries") or () if catalogues else ()
    return Template(
        rule=example.rule,
        verdict=expected if found else None,
        origin=str(example.location),
        tables=tables,
        catalogue=catalogues[0].data if catalogues else None,
        head={name: value for name, value in data.items() if name not in ("wicheck", "id") and not _is_table(value)},
        others=others,
        thresholds={name: example.thresholds.get(name) for name in query.thresholds},
        spots=spots,
        seen_on=(example.on or DEFAULT_DAY).isoformat() if "$judged_on" in query.sql else None,
        alone=spots == (Spot(None),)
        or _speaks_of_all(query, tables)
        or _before_any_catalogue(entries, tables)
        or any("code" not in each for each in entries),  # it may be what another planting's line charges
    )


def _is_table(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def _negatives(query: Query, tables: Mapping[str, Sequence[Row]]) -> tuple[Spot, ...]:
    return (Spot(None),) if _beside_claims(query) else tuple(Spot(claim) for claim in _claims(tables))


def _spots(example: Example, query: Query, tables: Mapping[str, Sequence[Row]], hint: str | None) -> tuple[Spot, ...]:
    if _beside_claims(query):
        return (Spot(None),)
    if "claims" in example.expected:
        return tuple(Spot(claim) for claim in example.expected["claims"]) or (Spot(None),)
    everywhere, touched = _claims(tables), list(_touched(example, tables))
    where = {name for name, _ in touched}
    there = [claim for name, row in touched for claim in _claims_of(name, row, tables) if claim in everywhere]
    claims = list(dict.fromkeys(there))
    if hint in everywhere and (not example.changes or where == {"stays"}):  # a bed is shared: by whom, others tell
        claims = [hint]
    if len(claims) != 1:
        whole = len(everywhere) in (1, example.expected.get("offences"))
        claims = everywhere if whole and "transfers" not in where else []  # a transfer may be of other batches
    lines = [row["line_number"] for name, row in touched if name == "lines" and "line_number" in row]
    of_lines = query.judges[0].table in _LINES and _NO_LINE not in query.sql
    by_line = of_lines and len(lines) == 1 and len(touched) == 1
    return tuple(Spot(claim, lines[0] if by_line else None) for claim in claims if len(claims) == 1 or not by_line)


def _beside_claims(query: Query) -> bool:
    """Whether what the query finds belongs to no claim."""
    return all(each.startswith(_NO_CLAIM) for each in _SELECTED.findall(query.sql))


def _speaks_of_all(query: Query, tables: Mapping[str, Sequence[Row]]) -> bool:
    """Whether other plantings could not stand beside it: a line without a claim may be of any, and who bears an
    identity number is asked of the whole batch."""
    identified = any("identity_number" in row for rows in tables.values() for row in rows)
    return ("identity_number" in query.sql and identified) or any(
        "claim_id" not in row for name in _BILLED for row in tables.get(name, ())
    )


def _before_any_catalogue(entries: Sequence[Row], tables: Mapping[str, Sequence[Row]]) -> bool:
    """Whether it lives from there being no catalogue yet on some day."""
    starts = [each["valid_from"] for each in entries if each.get("issued_by") in _HIGHER and "valid_from" in each]
    days = [row["service_on"] for row in tables.get("lines", ()) if "service_on" in row]
    return bool(starts) and any(day < min(starts) for day in days)


def _claims(tables: Mapping[str, Sequence[Row]]) -> list[str]:
    """The claims that an example is about, in their order; those billed, or where nothing is, those named at all."""
    billed = [row for name in _BILLED for row in tables.get(name, ())]
    rows = billed or [row for each in tables.values() for row in each]
    return list(dict.fromkeys(row["claim_id"] for row in rows if "claim_id" in row))


def _touched(example: Example, tables: Mapping[str, Sequence[Row]]) -> Iterator[tuple[str, Row]]:
    """The rows that this variation changed: there the offence lies."""
    seen = set()
    for path in (*(path for path, _ in example.changes), *example.removed):
        kind, table, index = (*path, None, None)[:3]
        rows = tables.get(str(table), ())
        if kind == "claims" and isinstance(index, int) and index < len(rows) and (table, index) not in seen:
            seen.add((table, index))
            yield str(table), rows[index]


def _claims_of(name: str, row: Row, tables: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    """The claims that a row of the table ``name`` belongs to."""
    if "claim_id" in row:
        yield row["claim_id"]
        return
    billed = [*tables.get("claims", ()), *tables.get("lines", ())]
    for ours, theirs in _LINKS:
        found = [
            other["claim_id"]
            for other in billed
            if "claim_id" in other and ours in row and other.get(theirs) == row[ours]
        ]
        if found:
            yield from found
            return
