"""What people have said of findings, as the report shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wicheck.model import Attestation, Waiver
from wicheck.reports.masking import scrubbed, signatory
from wicheck.reports.plain import location_data

if TYPE_CHECKING:
    from wicheck.reports.data import AttestationData, WaiverData


def attestation_data(said: Attestation, shows_personal: bool) -> AttestationData:
    return {
        "rule": said.rule,
        "subject": said.subject,
        "conclusion": "met" if said.met else "not_met",
        "by": said.by if shows_personal else signatory(said.by),
        "organisation": said.organisation,
        "capacity": said.capacity,
        "attested_on": said.attested_on.isoformat(),
        "valid_until": said.valid_until.isoformat(),
        "evidence_file": said.evidence_file,
        "evidence_sha256": said.evidence_sha256,
        "location": location_data(said.location),
    }


def waiver_data(waiver: Waiver, shows_personal: bool) -> WaiverData:
    return {
        "rule": waiver.rule,
        "subject": waiver.subject,
        "reason": waiver.reason if shows_personal else scrubbed(waiver.reason),
        "authority": waiver.authority,
        "approver": waiver.approver if shows_personal else signatory(waiver.approver),
        "issued_on": waiver.issued_on.isoformat(),
        "expires_on": waiver.expires_on.isoformat(),
        "location": location_data(waiver.location),
    }
