"""The shapes of the report's part about billing, as ``schemas/report.schema.json`` describes them for others."""

from __future__ import annotations

from typing import Any, NotRequired, TypedDict

from wicheck.reports.data import Counts, LocationData, RecordData, TextData

Money = Any
"""Yuan, a JSON number (see ``plain``)."""


class ColumnData(TextData):
    """What an evidence column is called, its unit, and what its codes mean."""

    unit: NotRequired[TextData]
    words: NotRequired[dict[str, TextData]]


class OffenceData(TypedDict):
    """One row: a line of a claim, or (without ``line_number``) a whole claim, or something beside the claims.

    ``amount`` is the money at risk, None where it is not known. ``evidence`` are texts by column, see the rule's
    ``columns``; ``alert`` is the text for the institution. Where the run was held against an earlier report ``change``
    says of a certain offence whether it is ``new``, ``unchanged``, or ``untold`` for want of a full list then.
    """

    fingerprint: str
    claim_id: str | None
    line_number: str | None
    verdict: str
    amount: Money | None
    bearer: str
    evidence: dict[str, str]
    alert: TextData | None
    location: LocationData | None
    change: NotRequired[str]


class BilledRuleData(TypedDict):
    """What one rule found in a batch. ``offences`` are those with most money, ``counts`` and ``amount`` of all.

    ``judged`` is None where the query did not run. ``unpriced`` offences are certain, but their money is not known.
    ``alert`` is the text for the institution with evidence columns in braces. ``others`` are certain offences that
    are not listed, fingerprint and amount, as far as they are known: an earlier report is held against a run by them.
    """

    rule: str
    title: TextData
    bearer: str
    judged: int | None
    counts: Counts
    amount: Money
    unpriced: int
    columns: dict[str, ColumnData]
    alert: TextData | None
    offences: list[OffenceData]
    others: NotRequired[dict[str, Money | None]]


class TableData(TypedDict):
    table: str
    title: TextData
    rows: int


class BatchData(TypedDict):
    """A batch of claims as one pack judged it.

    ``amount`` is all money at risk, a line's counted once however many rules it fails; ``bearers`` and ``months``
    (of service, "" where no date is known) divide it. ``rejects`` are rows that could not be read and that no rule
    judged, ``losses`` cells whose digits a spreadsheet program destroyed, ``cleaned`` how many values each stated
    rule made readable.
    """

    dossier: str
    record: RecordData
    pack: str
    institution: str | None
    location: LocationData
    tables: list[TableData]
    rejects: int
    losses: int
    cleaned: dict[str, int]
    amount: Money
    bearers: dict[str, Money]
    months: dict[str, Money]
    claims_count: int
    lines_count: int
    rules: list[BilledRuleData]
