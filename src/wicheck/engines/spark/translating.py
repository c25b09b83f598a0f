"""A query in Spark's SQL: written anew from DuckDB's, or its own second text.

Three things are written otherwise, so that they come to the same: quotients are those of floats, rounded to a decimal
as DuckDB rounds (the product with a power of ten, half away from zero); ``trim`` takes away every space that Unicode
has; bound values are named ``:name``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import sqlglot
from sqlglot import exp

from wicheck.engines.spark.portable import parsed, quotient
from wicheck.model import Query

_SPACES = "".join(map(chr, (0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
"""What DuckDB's trim takes away: the space separators of Unicode."""
_TYPES = {"VARCHAR": "STRING", "TIMESTAMP": "TIMESTAMP_NTZ", "HUGEINT": "DECIMAL(38,0)", "INTEGER": "INT"}
"""Types that Spark calls otherwise."""


class Translated(NamedTuple):
    """A query as Spark takes it, the tables it reads, and the names of its bound values."""

    sql: str
    tables: frozenset[str]
    values: frozenset[str]


def translated(query: Query) -> Translated:
    """``query`` for Spark. It must be portable (``portable.complaints``), or have its own text."""
    return _own(query.spark_sql) if query.spark_sql else _translated(query.sql)


def typed(column: str, kind: str) -> str:
    """A cell of ``column`` as DuckDB's type ``kind``."""
    return f"CAST(`{column}` AS {_TYPES.get(kind, kind)}) AS `{column}`"


def schema(columns: Mapping[str, str]) -> str:
    """The columns of a table with DuckDB's types, as Spark writes them: then it need not look for them in the file."""
    return ", ".join(f"`{name}` {_TYPES.get(kind, kind)}" for name, kind in columns.items())


@cache
def _translated(sql: str) -> Translated:
    tree = parsed(sql).transform(_rewritten)
    return _read(tree, tree.sql("spark", comments=False, identify=True))


@cache
def _own(sql: str) -> Translated:
    return _read(sqlglot.parse_one(sql, read="spark"), sql.strip().removesuffix(";"))


def _read(tree: exp.Expr, sql: str) -> Translated:
    own = {each.alias.lower() for each in tree.find_all(exp.CTE)}
    tables = {each.name.lower() for each in tree.find_all(exp.Table)} - own
    return Translated(sql, frozenset(tables), frozenset(each.name for each in tree.find_all(exp.Placeholder)))


def _rewritten(node: exp.Expr) -> exp.Expr:
    if isinstance(node, exp.Trim) and not node.expression:
        return exp.Trim(
            this=node.this, expression=exp.Literal.string(_SPACES), position=node.args.get("position") or "BOTH"
        )
    if isinstance(node, exp.Div):
        return exp.Div(this=_float(node.this), expression=_float(node.expression), typed=False, safe=False)
    if isinstance(node, exp.Cast) and quotient(node.this):
        return _rounded(node)
    return node


def _float(node: exp.Expr) -> exp.Expr:
    return exp.cast(node.transform(_rewritten), "double")


def _rounded(cast: exp.Cast) -> exp.Expr:
    """A float as a decimal: made so large that its smallest units are whole, rounded, and made small again."""
    width, scale = (each.this.to_py() for each in cast.args["to"].expressions)
    large = exp.Mul(this=exp.Paren(this=cast.this.transform(_rewritten)), expression=_float(exp.convert(10**scale)))
    unit = exp.cast(exp.Literal.string(f"1e-{scale}"), f"decimal({max(scale, 1)}, {scale})")
    return exp.cast(
        exp.Mul(this=exp.cast(large, f"decimal({width}, 0)"), expression=unit), f"decimal({width}, {scale})"
    )
