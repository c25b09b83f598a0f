"""Every offence of a judgement, in one file with the columns of ``COLUMNS``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb

from wicheck.engines.duckdb.literals import literal

COLUMNS = {
    "rule": "VARCHAR",
    "claim_id": "VARCHAR",
    "line_number": "VARCHAR",
    "file": "VARCHAR",
    "row": "BIGINT",
    "verdict": "VARCHAR",
    "amount": "DECIMAL(18,6)",
    "bearer": "VARCHAR",
    "evidence": "VARCHAR",
    "alert": "VARCHAR",
}
_FORMATS: Mapping[str, str] = {".parquet": "FORMAT parquet, COMPRESSION zstd", ".csv": "FORMAT csv, HEADER"}
_HIDDEN = "***"
_placeholder = re.compile(r"\{([a-z][a-z0-9_]*)\}")


class Exported(NamedTuple):
    """How the offences of query ``number`` are written: the rule's name, the text for the institution with evidence
    in braces, the evidence that is not to be seen, and what codes in the evidence mean."""

    number: int
    rule: str
    alert: str | None
    hidden: Sequence[str]
    words: Mapping[str, Mapping[str, str]]


def export(
    connection: duckdb.DuckDBPyConnection, rules: Sequence[Exported], files: Mapping[str, Sequence[str]], path: Path
) -> int:
    """Write what ``settled`` has of ``rules`` to ``path``; the number of rows."""
    _name_files(connection, files)
    nothing = ", ".join(f"CAST(NULL AS {kind}) AS {name}" for name, kind in COLUMNS.items())
    selected = " UNION ALL ".join([f"SELECT {nothing} WHERE false", *map(_selected, rules)])
    found = connection.execute(f"COPY ({selected}) TO {literal(str(path))} ({_FORMATS[path.suffix]})").fetchone()
    return int(found[0]) if found else 0


def _name_files(connection: duckdb.DuckDBPyConnection, files: Mapping[str, Sequence[str]]) -> None:
    names = [[table, str(number), name] for table, each in files.items() for number, name in enumerate(each, start=1)]
    connection.execute(
        "CREATE OR REPLACE TABLE named_files AS SELECT cells[1] AS of_table, CAST(cells[2] AS INTEGER) AS number, "
        "cells[3] AS file FROM (SELECT unnest($1::VARCHAR[][]) AS cells)",
        [names],
    )


def _selected(rule: Exported) -> str:
    evidence = "s.evidence"
    for name in rule.hidden:
        evidence = f"CAST(json_merge_patch({evidence}, json_object({literal(name)}, {literal(_HIDDEN)})) AS VARCHAR)"
    return (
        f"SELECT {literal(rule.rule)} AS rule, s.claim_id, s.line_number, f.file, s.file_line AS row, s.verdict, "
        f"s.amount, s.bearer, {evidence} AS evidence, {_alert(rule)} AS alert "
        "FROM settled AS s LEFT JOIN named_files AS f "
        f"ON f.number = s.file_number AND f.of_table = s.of_table WHERE s.rule = {rule.number}"
    )


def _alert(rule: Exported) -> str:
    """The text with its evidence filled in; what is not known is a dash."""
    if rule.alert is None:
        return "CAST(NULL AS VARCHAR)"
    pieces = _placeholder.split(rule.alert)
    cells = [literal(piece) if place % 2 == 0 else _filled(piece, rule) for place, piece in enumerate(pieces)]
    return f"concat({', '.join(cells)})"


def _filled(name: str, rule: Exported) -> str:
    if name in rule.hidden:
        return literal(_HIDDEN)
    value = f"json_extract_string(s.evidence, {literal('$.' + name)})"
    meant = [f"WHEN {literal(code)} THEN {literal(word)}" for code, word in rule.words.get(name, {}).items()]
    return f"CASE {value} {' '.join(meant)} ELSE COALESCE({value}, '—') END" if meant else f"COALESCE({value}, '—')"
