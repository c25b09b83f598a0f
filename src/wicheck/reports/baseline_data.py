"""The shapes of what changed since an earlier report; for the type checker alone, as ``data`` is."""

from __future__ import annotations

from typing import TypedDict

from wicheck.reports.billing_data import Money
from wicheck.reports.data import Counts, RecordData, TextData
from wicheck.reports.run_data import FileData


class ChangeData(TypedDict):
    """A failure of this run or of the earlier one. ``then`` and ``now`` are verdicts, None where there was none."""

    fingerprint: str
    rule: str
    title: TextData
    pack: str
    dossier: str
    record: RecordData
    then: str | None
    now: str | None


class GoneData(TypedDict):
    """An offence of the earlier report alone. What is known of it by its fingerprint alone has no claim and line."""

    fingerprint: str
    claim_id: str | None
    line_number: str | None
    amount: Money | None


class BilledChangeData(TypedDict):
    """What became of the certain offences against one rule by one institution.

    ``counts`` are ``new`` and ``unchanged``, of the earlier ones ``fixed`` (found no more), ``undecided`` and
    ``not_judged``, and ``untold`` where the earlier report does not list all. ``amounts`` are as far as they are known
    row by row. ``gone`` are the largest of those fixed.
    """

    dossier: str
    pack: str
    rule: str
    title: TextData
    counts: Counts
    amounts: dict[str, Money]
    gone: list[GoneData]


class BaselineData(FileData):
    """What changed since an earlier report, of which ``version`` and ``judged_on`` are told.

    Failures of this run are ``new`` or ``unchanged``; those of the earlier one alone are ``fixed`` (met now, or
    asked no more), ``undecided`` or ``not_judged``. ``arisen`` counts, by verdict, findings that did not have it
    then, waived failures left out; with ``only_new`` these alone make a run fail, and ``arisen_offences``, which are
    new, while ``untold_offences`` may be.
    """

    version: str
    judged_on: str
    only_new: bool
    arisen: Counts
    new: list[ChangeData]
    unchanged: list[ChangeData]
    fixed: list[ChangeData]
    undecided: list[ChangeData]
    not_judged: list[ChangeData]
    offences: list[BilledChangeData]
    arisen_offences: int
    untold_offences: int
