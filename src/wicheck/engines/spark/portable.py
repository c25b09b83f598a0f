"""What of DuckDB's SQL means the same in Spark. What is not known to do so is refused: some of it differs in silence.

The lists are of what is allowed. Beside them: a quotient is cast to a decimal at once (its type differs) and its
divisor is never zero; nothing but what is whole is cast to an integer (one rounds, the other cuts); days are counted by
``date_diff('day', ..)``, never by a difference, whose type differs; aggregates have no order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import sqlglot
from sqlglot import exp

_LONGEST = 60
_STRUCTURE = """
    Alias Boolean Column CTE DataType DataTypeParam Distinct From Group Having Identifier Join Literal Null Ordered
    Order Paren Placeholder Select Star Subquery Table TableAlias Tuple Union Var Where Window WindowSpec With
"""
_OPERATORS = """
    Add And Between Case Cast Coalesce Div EQ Exists Filter GT GTE If In Interval Is Like LT LTE Mod Mul Neg NEQ Not
    Nullif NullSafeEQ NullSafeNEQ Or Sub
"""
_FUNCTIONS = """
    Abs Ceil Concat Count DateDiff Day DenseRank Floor Greatest Lag Lead Least Length LogicalAnd LogicalOr Lower Max
    Min Month Rank Replace Round RowNumber Substring Sum Trim Upper Year
"""
_KNOWN = frozenset(f"{_STRUCTURE} {_OPERATORS} {_FUNCTIONS}".split())
_TYPES = frozenset({"BIGINT", "BOOLEAN", "DATE", "DECIMAL", "INT", "TIMESTAMP", "TIMESTAMPNTZ", "TEXT", "VARCHAR"})
_INTEGERS = frozenset({"BIGINT", "INT"})
_WHOLE = (exp.Ceil, exp.Count, exp.DateDiff, exp.Floor, exp.Literal, exp.Null, exp.Placeholder)
_PERIODS = frozenset({"DAY", "WEEK", "MONTH", "YEAR"})
_ARITHMETIC = (exp.Add, exp.Div, exp.Mul, exp.Neg, exp.Paren, exp.Sub)
_ONE_OF = (exp.Coalesce, exp.Greatest, exp.Lag, exp.Lead, exp.Least, exp.Max, exp.Min, exp.Nullif, exp.Paren)
"""Their value is one of those that they are given."""
_JOINS = frozenset({"", "LEFT", "RIGHT", "FULL", "INNER", "OUTER", "CROSS"})


def complaints(sql: str) -> list[str]:
    """What keeps the query ``sql`` of DuckDB from meaning the same in Spark; nothing where it does."""
    try:
        tree = parsed(sql)
    except sqlglot.errors.SqlglotError as error:
        return [f"cannot be read: {str(error).splitlines()[0]}"]
    return list(dict.fromkeys(f"{what}: {_fragment(node)}" for node in tree.walk() for what in _told(node)))


@cache
def parsed(sql: str) -> exp.Expr:
    """The tree of a query of DuckDB; not to be changed."""
    return sqlglot.parse_one(sql, read="duckdb")


def quotient(node: exp.Expr) -> bool:
    """Whether the value of ``node`` is reckoned with a quotient, which is a float."""
    if isinstance(node, exp.Div):
        return True
    return isinstance(node, _ARITHMETIC) and any(quotient(each) for each in node.iter_expressions())


def _told(node: exp.Expr) -> Iterator[str]:
    if type(node).__name__ not in _KNOWN:
        yield f"{type(node).__name__} is not known to mean the same"
    told = _RULES.get(type(node))
    if told and (what := told(node)):
        yield what


def _cast(node: exp.Expr) -> str | None:
    kind = node.args["to"].this.name
    if kind not in _TYPES:
        return "casts are to DATE, TIMESTAMP, DECIMAL, BIGINT, BOOLEAN or VARCHAR"
    if kind in _INTEGERS and not isinstance(node.this, _WHOLE):
        return "a number is rounded by floor, ceil or round before it is made an integer"
    if quotient(node.this) and kind != "DECIMAL":
        return "a quotient is cast to a decimal"
    return None


def _division(node: exp.Expr) -> str | None:
    outer = node.parent
    while isinstance(outer, _ARITHMETIC):
        outer = outer.parent
    if not isinstance(outer, exp.Cast):
        return "a quotient is cast to a decimal"
    divisor = node.expression
    if isinstance(divisor, exp.Nullif) or (isinstance(divisor, exp.Literal) and divisor.to_py() != 0):
        return None
    return "a divisor stands in NULLIF(.., 0)"


def _difference(node: exp.Expr) -> str | None:
    if any(_is_day(side) for side in (node.this, node.expression)) and not node.expression.find(exp.Interval):
        return "days are counted by date_diff('day', ..)"
    return None


def _sum(node: exp.Expr) -> str | None:
    sides = (node.this, node.expression)
    if any(_is_day(side) for side in sides) and not any(side.find(exp.Interval) for side in sides):
        return "days are added as INTERVAL 1 DAY, times a number"
    return None


def _is_day(node: exp.Expr) -> bool:
    if isinstance(node, exp.Window):
        return _is_day(node.this)
    if isinstance(node, _ONE_OF):
        return any(_is_day(each) for each in node.iter_expressions())
    if isinstance(node, exp.Cast):
        return node.args["to"].this.name in {"DATE", "TIMESTAMP", "TIMESTAMPNTZ"}
    return isinstance(node, exp.Column | exp.Placeholder) and node.name.endswith(("_on", "_at"))


def _days(node: exp.Expr) -> str | None:
    return None if node.text("unit").upper() == "DAY" else "only days are counted"


def _interval(node: exp.Expr) -> str | None:
    plain = isinstance(node.this, exp.Literal) and node.text("this").isdigit() and node.text("unit").upper() in _PERIODS
    return None if plain else "an interval is a number of days, weeks, months or years"


def _pattern(node: exp.Expr) -> str | None:
    pattern = node.expression
    plain = isinstance(pattern, exp.Literal) and "\\" not in pattern.name
    return None if plain else "a pattern is written out, without backslashes"


def _star(node: exp.Expr) -> str | None:
    return None if isinstance(node.parent, exp.Count) else "columns are named"


def _order(node: exp.Expr) -> str | None:
    return None if isinstance(node.parent, exp.Window) else "only windows have an order"


def _join(node: exp.Expr) -> str | None:
    kinds = {node.text(part).upper() for part in ("method", "side", "kind")}
    return None if kinds <= _JOINS else "joins are inner, left, right, full or cross"


def _with(node: exp.Expr) -> str | None:
    return "nothing is recursive" if node.args.get("recursive") else None


def _distinct(node: exp.Expr) -> str | None:
    return "DISTINCT ON keeps a row by chance" if node.args.get("on") else None


def _group(node: exp.Expr) -> str | None:
    return None if node.expressions and not node.args.get("all") else "what is grouped by is named"


def _exists(node: exp.Expr) -> str | None:
    """DuckDB 2.0 runs one that looks at nothing around it as LIMIT 1, and then does not limit what a LEFT JOIN gives of
    which it knows that it finds nothing: two rows are not one, and so there are none."""
    own = {each.alias_or_name for each in node.find_all(exp.Table, exp.Subquery)}
    around = any(column.table and column.table not in own for column in node.find_all(exp.Column))
    return None if around else "EXISTS looks at the row around it; else rows are counted"


def _limit(_node: exp.Expr) -> str | None:
    return "LIMIT keeps rows by chance"


_RULES: dict[type[exp.Expr], Callable[[exp.Expr], str | None]] = {
    exp.Add: _sum,
    exp.Cast: _cast,
    exp.DateDiff: _days,
    exp.Distinct: _distinct,
    exp.Div: _division,
    exp.Exists: _exists,
    exp.Group: _group,
    exp.Interval: _interval,
    exp.Join: _join,
    exp.Like: _pattern,
    exp.Limit: _limit,
    exp.Order: _order,
    exp.Star: _star,
    exp.Sub: _difference,
    exp.With: _with,
}


def _fragment(node: exp.Expr) -> str:
    text = node.sql("duckdb", comments=False)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
