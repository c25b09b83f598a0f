"""check-jsonschema as a plain install of it runs: without the C parser that wicheck's own dependencies bring along."""

from __future__ import annotations

import sys

# A module set to None cannot be imported: ruamel.yaml then falls back to its own parser.
sys.modules["_ruamel_yaml"] = None  # type: ignore[assignment]

from check_jsonschema import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
