"""The columns of the views that an engine makes of the rows it is given beside the tables."""

from __future__ import annotations

from collections.abc import Mapping

Columns = Mapping[str, str]
"""SQL types by column."""

REFERENCES: Mapping[str, Columns] = {
    "catalogues": {
        "catalogue_id": "VARCHAR",
        "kind": "VARCHAR",
        "issued_by": "VARCHAR",
        "catalogue_division_code": "VARCHAR",
        "catalogue_updated_on": "DATE",
        "valid_from": "DATE",
        "valid_until": "DATE",
    },
    "institutions": {
        "institution_code": "VARCHAR",
        "id": "VARCHAR",
        "name": "VARCHAR",
        "division_code": "VARCHAR",
        "level": "VARCHAR",
        "medical": "BOOLEAN",
        "rehabilitation": "BOOLEAN",
        "assistive_device": "BOOLEAN",
        "realtime": "BOOLEAN",
        "realtime_since_on": "DATE",
    },
    "agreements": {
        "institution_code": "VARCHAR",
        "starts_on": "DATE",
        "ends_on": "DATE",
        "medical": "BOOLEAN",
        "rehabilitation": "BOOLEAN",
        "assistive_device": "BOOLEAN",
        "suspensions_told": "BOOLEAN",
    },
    "suspensions": {"institution_code": "VARCHAR", "starts_on": "DATE", "ends_on": "DATE"},
    "batch": {
        "batch_id": "VARCHAR",
        "institution_code": "VARCHAR",
        "fund_division_code": "VARCHAR",
        "period_starts_on": "DATE",
        "period_ends_on": "DATE",
        "declared_on": "DATE",
        "declared_on_none": "BOOLEAN",
        "uploaded_on": "DATE",
        "uploaded_on_none": "BOOLEAN",
        "reviewed_on": "DATE",
        "reviewed_on_none": "BOOLEAN",
        "paid_on": "DATE",
        "paid_on_none": "BOOLEAN",
    },
    "parameters": {
        "rule": "VARCHAR",
        "name": "VARCHAR",
        "number": "DECIMAL(18,6)",
        "starts_on": "DATE",
        "ends_on": "DATE",
    },
}
"""The columns of the reference views, in the order of their rows."""

CLAIM_NUMBERS, EARLIER_CLAIMS = "claim_numbers", "earlier_claims"
_NUMBERS: Columns = {
    "row": "BIGINT",
    "claim_id": "VARCHAR",
    "institution_code": "VARCHAR",
    "total_amount": "DECIMAL(38,6)",
    "listed": "BOOLEAN",
    "batch_id": "VARCHAR",
    "file": "VARCHAR",
    "file_row": "BIGINT",
}
COMPARED: Mapping[str, Columns] = {CLAIM_NUMBERS: _NUMBERS, EARLIER_CLAIMS: _NUMBERS}
"""The views by which a batch is held against others: its own numbers of claims, one a row, and those of batches before
it. ``total_amount`` is all that stands under the number, ``listed`` whether among the claims or only on lines, ``row``
the first of its rows (unique in ``earlier_claims``). Both are empty where no batch came before."""

MADE_FROM: Mapping[str, tuple[str, ...]] = {
    "catalogue": ("entries",),
    "net_lines": ("lines",),
    "drug_lines": ("lines", "entries"),
    "worker_persons": ("claims", "workers"),
    "code_spellings": ("lines", "entries"),
}
"""The views that are made from tables of other names."""

COMPUTED: Mapping[str, Columns] = {
    "worker_persons": {"worker_number": "VARCHAR", "person": "VARCHAR", "sure": "BOOLEAN"},
    "code_spellings": {"spelling": "VARCHAR", "code": "VARCHAR"},
}
"""Those of them whose columns are not their tables'."""
