"""Measures facts on plain dictionaries."""

from __future__ import annotations

from typing import Any

from tests.checks.bench import record
from wicheck.model import DocumentKind, Fact, Quantity


def measured(fact: Fact, **institution: Any) -> Quantity:
    return fact.measure(record(institution=institution))


def measured_on_application(fact: Fact, **application: Any) -> Quantity:
    return fact.measure(record(DocumentKind.APPLICATION, application=application))
