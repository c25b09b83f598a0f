"""The shapes of the report's parts, as ``schemas/report.schema.json`` describes them for others.

They serve the type checker alone: making thirty such classes takes time that a short run does not have, so they
are imported under ``TYPE_CHECKING`` only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NotRequired, TypedDict

Counts = dict[str, int]
"""How many findings by verdict; verdicts that nothing got are left out."""


class TextData(TypedDict):
    zh: str
    en: str


class LocationData(TypedDict, total=False):
    """``file`` is always there; of the others only what the place has."""

    file: str
    line: int
    column: int
    sheet: str
    cell: str
    row: int


class ClauseData(TypedDict):
    id: str
    article: str
    chapter: TextData | None
    damage: TextData | None


class RecordData(TypedDict):
    kind: str
    id: str


class MessageData(TextData):
    id: str


class EvidenceData(TypedDict):
    """An entry that decided, and where it stands."""

    path: str
    location: LocationData | None


class EntryData(EvidenceData):
    """An entry to fill in; ``location`` is the nearest place that was written, None where the document is missing."""

    label: TextData


class AttestationData(TypedDict):
    rule: str
    subject: str
    conclusion: str
    by: str
    organisation: str
    capacity: str
    attested_on: str
    valid_until: str
    evidence_file: str
    evidence_sha256: str
    location: LocationData


class WaiverData(TypedDict):
    rule: str
    subject: str
    reason: str
    authority: str
    approver: str
    issued_on: str
    expires_on: str
    location: LocationData


class RuleData(TypedDict):
    """What is the same in all findings of a rule."""

    rule: str
    title: TextData
    pack: str
    clause: ClauseData
    check: str
    topic: str
    stage: str
    binds: str
    service_kinds: list[str]
    grounded: bool
    attested_by: list[str]


class SinceData(TypedDict):
    """What became of a finding since an earlier report.

    ``state`` is ``new`` (a failure that was none then, or what was not judged then), ``unchanged``, ``updated``
    (another verdict, or further offences of claims) or ``untold`` (maybe further offences); ``then`` is the verdict
    then, None where there was none.
    """

    state: str
    then: str | None


class OfRecordData(TypedDict):
    """What is the same in all findings on a record."""

    dossier: str
    record: RecordData
    judged_on: str


class AnswerData(TypedDict):
    """What a rule says of a record. Figures are JSON numbers (see ``plain``); None where there is nothing to say."""

    verdict: str
    disposition: str
    message: MessageData
    observed: Any
    required: Any
    shortfall: Any
    unit: TextData | None
    remedy: TextData | None
    reading: str | None
    due_on: str | None


class PlacesData(TypedDict):
    """What is missing, what decided, and where to look first."""

    missing: list[EntryData]
    evidence: list[EvidenceData]
    location: LocationData | None


class StatementsData(TypedDict):
    """What people have said of a finding."""

    waiver: WaiverData | None
    attestation: AttestationData | None
    self_declared: AttestationData | None


class FindingData(RuleData, OfRecordData, AnswerData, PlacesData, StatementsData):
    """One finding. ``change`` is there where the run was held against an earlier report."""

    fingerprint: str
    change: NotRequired[SinceData]


class HeadlineData(TypedDict):
    """The answer for one pack and service kind. ``counts``, ``failing`` and ``waived`` are of what weighs on it."""

    pack: str | None
    service_kind: str | None
    answer: str
    text: TextData
    counts: Counts
    failing: list[str]
    waived: int
    contradictions: int


class MissingData(EntryData):
    """An entry to fill in, ranked. Filling in this one and all before it leaves ``settled`` rules lacking nothing."""

    record: RecordData
    rules: list[str]
    alone: int
    settled: int


class DossierData(TypedDict):
    """A dossier as it was judged; its findings are the next ``sum(counts.values())`` of the report's.

    ``missing`` is what the institution is to fill in; what an agency or a worker left open is not among it. It is
    ranked when a writer looks at it.
    """

    id: str
    kind: str
    name: str | None
    location: LocationData
    headlines: list[HeadlineData]
    counts: Counts
    missing: Sequence[MissingData]


class TotalsData(TypedDict):
    """``waived`` failures are among the failures, ``attested`` ones among what they were decided to be."""

    findings: int
    waived: int
    attested: int
    verdict: Counts
    pack: dict[str, Counts]
    clause: dict[str, Counts]
    rule: dict[str, Counts]
    stage: dict[str, Counts]
    service_kind: dict[str, Counts]


class CoverageData(TypedDict):
    """How much of a pack a run has judged: so many of its clauses and rules. ``not_judged`` are the other rules."""

    pack: str
    clauses: int
    clauses_judged: int
    rules: int
    rules_judged: int
    not_judged: list[str]


class NoticeData(TypedDict):
    code: str
    text: TextData
    location: LocationData | None


class InputErrorData(TypedDict):
    text: TextData
    hint: TextData | None
    location: LocationData | None
