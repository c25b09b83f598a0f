"""What a pytest run asks for: its options, its configuration file, and the paths it was given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wicheck.checking import Inputs
from wicheck.documents.files import is_document
from wicheck.model import ServiceKind
from wicheck.pytest_plugin import ini_name
from wicheck.session import Request


@dataclass(frozen=True, slots=True)
class Asked:
    inputs: Inputs
    request: Request


def asked(config: pytest.Config) -> Asked:
    """Raises pytest.UsageError on a date or a service kind that is none."""
    inputs = Inputs(
        paths=tuple(dict.fromkeys(given_paths(config))),
        settings=files(config, "settings"),
        waivers=files(config, "waivers"),
        attestations=files(config, "attestations"),
    )
    request = Request(
        packs=tuple(setting(config, "pack")),
        policies=files(config, "policies"),
        on=day(setting(config, "on")),
        service_kinds=tuple(map(service_kind, setting(config, "service-kind"))),
        include_drafts=setting(config, "include-drafts"),
    )
    return Asked(inputs, request)


def setting(config: pytest.Config, name: str) -> Any:
    """The option if it is given, else what the configuration file says."""
    return config.getoption(ini_name(name)) or config.getini(ini_name(name))


def files(config: pytest.Config, name: str) -> tuple[Path, ...]:
    """Paths: of an option as seen from where pytest was called, of the configuration file from where that lies."""
    return tuple(config.invocation_params.dir / path for path in setting(config, name))


def day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError as wrong:
        raise pytest.UsageError(f"--wicheck-on：日期写成 2026-03-10 这样，不是“{iso}”") from wrong


def service_kind(name: str) -> ServiceKind:
    try:
        return ServiceKind(name)
    except ValueError as wrong:
        raise pytest.UsageError(f"--wicheck-service-kind：没有“{name}”；可用：{'、'.join(ServiceKind)}") from wrong


def given_paths(config: pytest.Config) -> Iterator[Path]:
    """The paths to judge: what pytest was given, without files that are no documents.

    A node id names one test of a larger run: it is judged among the documents around it, or it would lose what
    it refers to.
    """
    for argument in config.args:
        name, _, selected = argument.partition("::")
        path = config.invocation_params.dir / name
        if path.is_dir():
            yield path
        elif is_document(path.name) and selected:
            yield from around(path, config)
        elif is_document(path.name):
            yield path


def around(path: Path, config: pytest.Config) -> list[Path]:
    """Those of the configured ``testpaths`` that hold the file ``path``, else its folder."""
    bases = [base for pattern in config.getini("testpaths") for base in config.rootpath.glob(pattern)]
    return [base for base in bases if path.is_relative_to(base)] or [path.parent]
