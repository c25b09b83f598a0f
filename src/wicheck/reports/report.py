"""The report: JSON-shaped from the start, so that a writer cannot tell a run from a report read back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from wicheck.model.tuples import NamedTuple

if TYPE_CHECKING:
    from wicheck.reports.baseline_data import BaselineData
    from wicheck.reports.billing_data import BatchData
    from wicheck.reports.data import (
        AttestationData,
        DossierData,
        FindingData,
        InputErrorData,
        NoticeData,
        TotalsData,
        WaiverData,
    )
    from wicheck.reports.run_data import RunData


NOTHING: Mapping[Any, Any] = MappingProxyType({})


class OffenceFiles(NamedTuple):
    """Files with every offence of one batch, by suffix (``.csv``, ``.parquet``); they are there while the run lasts."""

    dossier: str
    record: str
    pack: str
    files: Mapping[str, Path]


Join = Callable[[Sequence[OffenceFiles]], Path]
"""Makes one Parquet file of those of several batches."""


class Report(NamedTuple):
    """Everything a writer may use. ``findings`` stand in the order of ``dossiers`` and are shaped when asked for, as
    what is ``missing`` of a dossier is ranked then: both are sequences, and no lists.

    ``baseline`` is there where the run was held against an earlier report; ``billing`` tells of batches of claims,
    ``offences`` has the files with all their rows as long as the run lasts, ``marks`` what became of each since the
    earlier report (by institution, pack and rule, then fingerprint), ``join`` makes one file of them all: these are
    no part of what others read.
    """

    run: RunData
    dossiers: list[DossierData]
    totals: TotalsData
    findings: Sequence[FindingData]
    notices: list[NoticeData]
    input_errors: list[InputErrorData]
    attestations: list[AttestationData]
    waivers: list[WaiverData]
    baseline: BaselineData | None = None
    billing: Sequence[BatchData] = ()
    offences: Sequence[OffenceFiles] = ()
    marks: Mapping[tuple[str, str, str], Mapping[str, str]] = NOTHING
    join: Join | None = None

    def by_dossier(self) -> Iterator[tuple[DossierData, Sequence[FindingData]]]:
        start = 0
        for dossier in self.dossiers:
            end = start + sum(dossier["counts"].values())
            yield dossier, self.findings[start:end]
            start = end
