"""DuckDB without the Python package around it.

Importing that takes three times as long as the database itself, for relations, expressions and a version that we do not
use. Only the child does this, before anything there imports the package: who else imports it gets all of it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb
else:
    try:
        import _duckdb as duckdb
    except ImportError:  # a release that is built otherwise
        import duckdb
    sys.modules.setdefault("duckdb", duckdb)

__all__ = ["duckdb"]
