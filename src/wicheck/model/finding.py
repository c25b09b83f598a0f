"""Findings: what was found, for whom, and what people have said of it."""

from __future__ import annotations

from datetime import date

from wicheck.model.dossier import Record
from wicheck.model.judgement import Outcome, RecordRef
from wicheck.model.law import Rule
from wicheck.model.place import Location
from wicheck.model.text import Text
from wicheck.model.tuples import NamedTuple
from wicheck.model.words import Attestor, Disposition, Verdict


class Attestation(NamedTuple):
    """A person's word on a human judgement. ``met`` is its conclusion; ``evidence`` a verified file."""

    rule: str
    subject: str
    met: bool
    by: str
    organisation: str
    capacity: Attestor
    attested_on: date
    valid_until: date
    evidence_file: str
    evidence_sha256: str
    location: Location


class Waiver(NamedTuple):
    """An authority's decision to let a failure stand for a time. The failure stays a failure."""

    rule: str
    subject: str
    reason: str
    authority: str
    approver: str
    issued_on: date
    expires_on: date
    location: Location


class Finding(NamedTuple):
    """What one rule says of one record.

    ``pack`` is the id of the pack the rule stands in. ``verdict`` is the outcome's unless an attestation
    answered a review; ``self_declared`` holds an institution's own attestation that could not decide (自述).
    """

    rule: Rule
    pack: str
    record: Record
    outcome: Outcome
    verdict: Verdict
    disposition: Disposition = Disposition.NONE
    waiver: Waiver | None = None
    attestation: Attestation | None = None
    self_declared: Attestation | None = None

    @property
    def subject(self) -> RecordRef:
        """Whom the finding is about; with the rule's id it names the finding for good."""
        return RecordRef(self.record.dossier.id, self.record.document.kind, self.record.document.id)

    @property
    def location(self) -> Location | None:
        """Where to look: the first entry that decided, or the nearest place to write what is missing."""
        paths = self.outcome.evidence or self.outcome.missing
        return self.record.locate(paths[0]) if paths else self.record.document.locate((self.record.document.kind,))


class Notice(NamedTuple):
    """Something worth telling beside the findings: a draft that did not run, an unused waiver, a warning.

    ``code`` is stable (``draft_not_run``, ``waiver_expired`` ...).
    """

    code: str
    text: Text
    location: Location | None = None
