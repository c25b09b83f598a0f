"""Only plain reading of the documented views gets to the database: every node of a query's parsed tree must be known.

The lists are of what is allowed; what they do not name is refused, new functions of a later DuckDB included.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Set
from typing import TYPE_CHECKING, Any, NamedTuple

from wicheck.model import Text

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LONGEST = 100_000
"""Characters of a query, its header included."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTIONS = _words("""
    + - * / // % || ~~ !~~
    abs avg bool_and bool_or ceil ceiling coalesce concat count count_star date_diff date_part date_trunc datediff day
    dense_rank first_value floor greatest ifnull lag last_value lead least length lower ltrim max median min month
    nullif quantile_cont rank replace round row_number rtrim stddev_samp substr substring sum to_days to_hours
    to_minutes to_months to_weeks to_years trim trunc upper year
""")
_TYPES = _words("""
    bigint boolean date decimal double hugeint int integer interval numeric smallint text timestamp varchar
""")
_EXPRESSIONS = _words("""
    BETWEEN CASE CAST COLUMN_REF COMPARISON CONJUNCTION CONSTANT FUNCTION OPERATOR PARAMETER STAR SUBQUERY TYPE WINDOW
""")
_OPERATORS = _words("""
    COMPARE_IN COMPARE_NOT_IN OPERATOR_CAST OPERATOR_COALESCE OPERATOR_IS_NOT_NULL OPERATOR_IS_NULL OPERATOR_NOT
    OPERATOR_NULLIF
""")
_NODES = _words("""
    SELECT_NODE SET_OPERATION_NODE CTE_NODE BASE_TABLE JOIN SUBQUERY EMPTY EXPRESSION_LIST
    ORDER_MODIFIER LIMIT_MODIFIER DISTINCT_MODIFIER ORDER_DEFAULT ASCENDING DESCENDING
""")
_NAME = re.compile(r"[a-z][a-z0-9_]*", re.IGNORECASE)
_NO_CODE = re.compile(r"/\*.*?\*/|--[^\n]*|'(?:[^']|'')*'", re.DOTALL)
_WORD = re.compile(r"(?<![\w$])[a-z_]\w*")
_VALUE = re.compile(r"\$([a-z_]\w*)")
_ONLY_SELECT = "Only SELECT"
_OF_THE_SYSTEM = ("duckdb_", "pg_", "sqlite_", "pragma_", "information_schema")


class RefusedError(Exception):
    """A query asks for more than the documented views hold; ``said`` says what is refused."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.said = Text(zh, en)


class Reading(NamedTuple):
    """What a query reads: the views, and the names of its bound values."""

    views: frozenset[str]
    values: frozenset[str]


def read(connection: DuckDBPyConnection, text: str, views: Set[str]) -> Reading:
    """What ``text`` reads. Raises RefusedError where it is not one SELECT of known functions over ``views``."""
    if len(text) > LONGEST:
        raise RefusedError(
            f"一条查询最多 {LONGEST} 个字符，这一条有 {len(text)} 个",
            f"a query may have {LONGEST} characters, this has {len(text)}",
        )
    node = _parsed(connection, text)
    nodes = list(_nodes(node))
    own = {each["key"].lower() for each in nodes if "key" in each and "value" in each}
    for name in own:
        if not _NAME.fullmatch(name) or name.startswith(_OF_THE_SYSTEM):
            raise RefusedError(f"查询里的一段不能叫 {name}", f"a part of the query may not be named {name}")
    for each in nodes:
        _verify(each, views | own)
    tables = {each["table_name"].lower() for each in nodes if each.get("type") == "BASE_TABLE"}
    values = {each["identifier"] for each in nodes if each.get("class") == "PARAMETER"}
    return Reading(frozenset(tables & views), frozenset(values))


def glance(text: str, views: Set[str]) -> Reading:
    """What one of our own queries reads, which nobody need verify at every start: parsing it takes a third of its time.

    The words of its code are enough: a test reads every query that we bring along both ways.
    """
    code = _NO_CODE.sub(" ", text)
    return Reading(frozenset(_WORD.findall(code)) & views, frozenset(_VALUE.findall(code)))


def _parsed(connection: DuckDBPyConnection, text: str) -> Any:
    row = connection.execute("SELECT json_serialize_sql($1::VARCHAR)", [text]).fetchone()
    tree: dict[str, Any] = json.loads(row[0]) if row else {"error": True}
    if tree["error"]:
        raise _unparsed(tree.get("error_message", "the query cannot be read"))
    if len(tree["statements"]) != 1:
        raise _unparsed(_ONLY_SELECT)
    return tree["statements"][0]["node"]


def _unparsed(said: str) -> RefusedError:
    """Why the database makes no tree of it. What is wrong in its spelling the database says in English only."""
    if _ONLY_SELECT in said:
        return RefusedError("一条查询只能是一个 SELECT", "a query is one SELECT")
    return RefusedError(f"这条查询读不懂（{said}）", said)


def _contains(what: str) -> RefusedError:
    return RefusedError(f"查询里不能有 {what}", f"a query may not contain {what}")


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of the tree; without recursion, since its depth is the query's."""
    left = [tree]
    while left:
        node = left.pop()
        if isinstance(node, dict):
            yield node
            left.extend(node.values())
        elif isinstance(node, list):
            left.extend(node)


def _verify(node: dict[str, Any], tables: Set[str]) -> None:
    if "class" in node:
        _verify_expression(node)
    elif isinstance(node.get("type"), str) and node["type"] not in _NODES:
        raise _contains(node["type"])
    if node.get("sample") or node.get("at_clause"):
        raise RefusedError("查询只能读整张表、表现在的样子，不能抽样", "a query reads whole tables, as they are now")
    if node.get("type") == "BASE_TABLE":
        _verify_table(node, tables)


def _verify_expression(node: dict[str, Any]) -> None:
    kind = node["class"]
    if kind not in _EXPRESSIONS:
        raise _contains(kind)
    if kind == "OPERATOR" and node["type"] not in _OPERATORS:
        raise _contains(node["type"])
    if kind in {"FUNCTION", "WINDOW"} and (node["function_name"].lower() not in FUNCTIONS or _qualified(node)):
        name = node["function_name"]
        raise RefusedError(
            f"函数 {name} 不在查询可以用的函数之内", f"the function {name} is not among those that queries may use"
        )
    if kind == "TYPE" and (node["type_name"].lower() not in _TYPES or _qualified(node)):
        name = node["type_name"]
        raise RefusedError(
            f"类型 {name} 不在查询可以用的类型之内", f"the type {name} is not among those that queries may use"
        )


def _verify_table(node: dict[str, Any], tables: Set[str]) -> None:
    name = node["table_name"]
    if name.lower() not in tables or node["schema_name"] or node["catalog_name"]:
        raise RefusedError(f"查询可以读的表里没有 {name}", f"there is no view {name} among those that queries may read")


def _qualified(node: dict[str, Any]) -> bool:
    return bool(node.get("schema") or node.get("catalog"))
