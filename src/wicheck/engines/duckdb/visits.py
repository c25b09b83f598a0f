"""Tables that tell a row's visit and not its claim, as hospital systems export them: the claims table has both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import duckdb

from wicheck.model.loading import TableRequest, TableResult

_CLAIMS, _CLAIM, _VISIT = "claims", "claim_id", "visit_id"


def link(
    connection: duckdb.DuckDBPyConnection,
    requests: Mapping[str, TableRequest],
    results: Mapping[str, TableResult],
    kinds: Mapping[str, str],
) -> list[str]:
    """Give rows the claim of their visit, where it has one only; the tables to which that was done.

    ``kinds`` tells of each name whether a table or a view has it.
    """
    linked = [name for name, request in requests.items() if name != _CLAIMS and _lacks_claims(request, results[name])]
    claims = results.get(_CLAIMS)
    if not linked or claims is None or not {_CLAIM, _VISIT} <= set(claims["present"]):
        return []
    connection.execute(
        f"CREATE TABLE claim_of_visit AS SELECT {_VISIT}, min({_CLAIM}) AS {_CLAIM} FROM {_CLAIMS} "
        f"WHERE {_VISIT} IS NOT NULL GROUP BY {_VISIT} "
        f"HAVING count(DISTINCT {_CLAIM}) = 1 AND count({_CLAIM}) = count(*)"
    )
    for name in linked:
        _give_claims(connection, name, kinds[name])
        results[name]["present"].append(_CLAIM)
        results[name]["by_visit"] = True
    return linked


def _lacks_claims(request: TableRequest, result: TableResult) -> bool:
    there: Iterable[str] = result["present"]
    return _CLAIM in request["columns"] and _VISIT in there and _CLAIM not in there


def _give_claims(connection: duckdb.DuckDBPyConnection, name: str, kind: str) -> None:
    connection.execute(f"ALTER {kind} {name} RENAME TO {name}_by_visit")
    connection.execute(
        f"CREATE VIEW {name} AS SELECT t.* REPLACE (v.{_CLAIM} AS {_CLAIM}) "
        f"FROM {name}_by_visit AS t LEFT JOIN claim_of_visit AS v ON t.{_VISIT} = v.{_VISIT}"
    )
