"""``code_spellings``: codes that the lines write in several ways of upper and lower case, each with the one they share.

``code`` is the spelling that the catalogues have, else the first. Where they have several these are different codes.
"""

from __future__ import annotations

from collections.abc import Collection

import duckdb

_LISTED = """
SELECT upper(code) AS folded, min(code) AS code, min(code) <> max(code) AS several
FROM catalogue WHERE code IS NOT NULL GROUP BY upper(code)"""
_NONE_LISTED = "SELECT '' AS folded, '' AS code, false AS several WHERE false"


def compare(connection: duckdb.DuckDBPyConnection, lines: Collection[str], entries: Collection[str]) -> None:
    """Make the view; ``lines`` and ``entries`` are the columns that there are."""
    code = "catalogue_code" if "catalogue_code" in lines else "CAST(NULL AS VARCHAR)"
    connection.execute(f"""
CREATE TABLE code_spellings AS
WITH billed AS (SELECT {code} AS spelling FROM lines WHERE {code} IS NOT NULL GROUP BY {code}),
varied AS (
    SELECT upper(spelling) AS folded, min(spelling) AS first FROM billed GROUP BY upper(spelling) HAVING count(*) > 1
)
SELECT b.spelling, COALESCE(l.code, v.first) AS code
FROM billed AS b
JOIN varied AS v ON v.folded = upper(b.spelling)
LEFT JOIN ({_LISTED if "code" in entries else _NONE_LISTED}) AS l ON l.folded = v.folded
WHERE l.several IS NOT TRUE""")
