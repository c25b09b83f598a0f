"""The plugin: what it offers, by name. Modules are imported when a rule needs them."""

from __future__ import annotations

from pathlib import Path

from wicheck.hookspecs import hookimpl


@hookimpl
def wicheck_policy_dirs() -> list[Path]:
    return [Path(__file__).parent / "packs"]


@hookimpl
def wicheck_check_kinds() -> list[str]:
    return ["wicheck_sample.kinds.even"]


@hookimpl
def wicheck_facts() -> list[str]:
    return ["wicheck_sample.facts.beds_per_ward"]
