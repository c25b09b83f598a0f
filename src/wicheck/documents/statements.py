"""What people have said: attestations and waivers, from their validated documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from wicheck.errors import InputError
from wicheck.model import Attestation, Attestor, Document, Location, Text, Waiver


def attestations_of(document: Document) -> Iterator[Attestation]:
    """The entries of an ``attestations/v1`` document, each with its own place."""
    for entry, location in _entries(document, "attestations"):
        yield Attestation(
            rule=entry["rule"],
            subject=entry["subject"],
            met=entry["conclusion"] == "met",
            by=entry["by"]["name"],
            organisation=entry["by"]["organisation"],
            capacity=Attestor(entry["by"]["capacity"]),
            attested_on=date.fromisoformat(entry["attested_on"]),
            valid_until=date.fromisoformat(entry["valid_until"]),
            evidence_file=entry["evidence"]["file"],
            evidence_sha256=entry["evidence"]["sha256"].lower(),  # Windows prints capitals
            location=location,
        )


def term_error(attestation: Attestation) -> InputError | None:
    """What is wrong with the time for which it holds."""
    if attestation.attested_on <= attestation.valid_until:
        return None
    return InputError(
        Text(
            f"认定日期 {attestation.attested_on} 晚于有效期 {attestation.valid_until}",
            f"attested on {attestation.attested_on}, after it ends on {attestation.valid_until}",
        ),
        attestation.location,
        Text("请核对这两个日期", "check both dates"),
    )


def waivers_of(document: Document) -> Iterator[Waiver]:
    """The entries of a ``waivers/v1`` document, each with its own place."""
    for entry, location in _entries(document, "waivers"):
        yield Waiver(
            rule=entry["rule"],
            subject=entry["subject"],
            reason=entry["reason"],
            authority=entry["authority"],
            approver=entry["approver"],
            issued_on=date.fromisoformat(entry["issued_on"]),
            expires_on=date.fromisoformat(entry["expires_on"]),
            location=location,
        )


def _entries(document: Document, name: str) -> Iterator[tuple[dict[str, Any], Location]]:
    for index, entry in enumerate(document.data.get(name, ())):
        yield entry, document.locate((document.kind, name, index))
