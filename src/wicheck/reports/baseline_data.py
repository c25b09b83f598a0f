"""The shapes of what changed since an earlier report; for the type checker alone, as ``data`` is."""

from __future__ import annotations

from typing import TypedDict

from wicheck.reports.data import Counts, FileData, RecordData, TextData


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


class BaselineData(FileData):
    """What changed since an earlier report, of which ``version`` and ``judged_on`` are told.

    Failures of this run are ``new`` or ``unchanged``; those of the earlier one alone are ``fixed`` (met now, or
    asked no more), ``undecided`` or ``not_judged``. ``arisen`` counts, by verdict, findings that did not have it
    then, waived failures left out; with ``only_new`` these alone make a run fail.
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
