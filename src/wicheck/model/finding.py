"""Findings: what was found, for whom, and what people have said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wicheck.model.judgement import Outcome, RecordRef
from wicheck.model.law import Rule
from wicheck.model.place import Location
from wicheck.model.text import Text
from wicheck.model.words import Attestor, Disposition, Verdict


@dataclass(frozen=True, slots=True)
class Attestation:
    """A person's word on a human judgement. ``met`` is its conclusion; ``evidence`` a verified file."""

    rule: str
    subject: str
    met: bool
    by: str
    capacity: Attestor
    attested_on: date
    valid_until: date
    evidence_file: str
    evidence_sha256: str
    location: Location


@dataclass(frozen=True, slots=True)
class Waiver:
    """An authority's decision to let a failure stand for a time. The failure stays a failure."""

    rule: str
    subject: str
    reason: str
    authority: str
    approver: str
    issued_on: date
    expires_on: date
    location: Location


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says of one record.

    ``verdict`` is the outcome's unless an attestation answered a review; ``self_declared`` holds an
    institution's own attestation that could not decide (自述).
    """

    rule: Rule
    record: RecordRef
    judged_on: date
    outcome: Outcome
    verdict: Verdict
    disposition: Disposition = Disposition.NONE
    waiver: Waiver | None = None
    attestation: Attestation | None = None
    self_declared: Attestation | None = None
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something worth telling beside the findings: a draft that did not run, an unused waiver, a warning.

    ``code`` is stable (``draft_not_run``, ``waiver_expired`` ...).
    """

    code: str
    text: Text
    location: Location | None = None
