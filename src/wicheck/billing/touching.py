"""Of which tables a row that could not be read may take back what a query finds.

A refund takes a line back, an order, a consent or a transfer excuses it, another claim of the worker explains it. Only
where a query looks at each row of one table by itself, and at nothing beside it, what offends does so whatever else
stands there.
"""

from __future__ import annotations

import re

from wicheck.engines.columns import COMPARED, MADE_FROM, REFERENCES
from wicheck.model import Query

_NO_CODE = re.compile(r"/\*.*?\*/|--[^\n]*|'(?:[^']|'')*'", re.DOTALL)
_word = re.compile(r"(?<![\w$])[a-z_]\w*").findall
_source = re.compile(r"\b(FROM|JOIN)\s+([a-z_]\w*)").findall
_part = re.compile(r"\b([a-z_]\w*)\s+AS\s*\(\s*SELECT\b").findall
_LISTED = re.compile(r"\bFROM\s+\w+(?:\s+(?:AS\s+)?\w+)?\s*,|\bFROM\s*\(")
_TOGETHER = re.compile(
    r"\b(?:avg|bool_and|bool_or|count|distinct|group|having|limit|max|median|min|over|quantile_cont|stddev_samp|sum)\b",
    re.IGNORECASE,
)
"""Words by which a query looks at several rows together."""
_WITHOUT_ROWS = frozenset(REFERENCES) - {"catalogues"}
"""Views made of documents: no row of a table is among them."""
_MADE = MADE_FROM.keys() | COMPARED.keys()


def touching(query: Query) -> frozenset[str]:
    """The tables of which a row may take an offence back, among other names that stand in the query's text."""
    if alone(query):
        return frozenset()
    words = {word for text in (query.sql, query.spark_sql or "") for word in _word(_code(text))}
    return frozenset(table for word in words for table in (word, *MADE_FROM.get(word, ())))


def alone(query: Query) -> bool:
    """Whether ``query`` looks at each row of one table by itself. What is not sure to do so does not."""
    code = _code(query.sql)
    parts = _part(code)
    sources = [name for _, name in _source(code) if name not in _WITHOUT_ROWS]
    return (
        query.spark_sql is None
        and not _TOGETHER.search(code)
        and not _LISTED.search(code)
        and len(re.findall(r"\bSELECT\b", code, re.IGNORECASE)) == len(parts) + 1
        and sorted(name for name in sources if name in parts) == sorted(parts)
        and len([name for name in sources if name not in parts]) == 1
        and not any(name in _MADE for name in sources)
        and all(name in _WITHOUT_ROWS for how, name in _source(code) if how == "JOIN")
    )


def _code(sql: str) -> str:
    return _NO_CODE.sub(" ", sql)
