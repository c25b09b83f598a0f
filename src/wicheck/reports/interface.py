"""What others hand to the reports, and what a format is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from wicheck.model import Language, Path, Text
from wicheck.reports.report import Report

Label = Callable[[Path], Text]
"""What a clerk calls the entry at a path."""

Personal = Callable[[Path], str | None]
"""The class of personal data (``x-personal``) at a path; None where there is none."""


class FileDigest(NamedTuple):
    """An input file as the user named it, with its SHA-256 in hexadecimal digits."""

    file: str
    sha256: str


class RunInfo(NamedTuple):
    """What is known of a run before its findings. ``chosen_packs`` are the ids that were asked for by name."""

    version: str
    judged_on: date
    fixed: bool
    settings: Mapping[str, Any]
    files: Sequence[FileDigest] = ()
    chosen_packs: Sequence[str] = ()


class WriteOptions(NamedTuple):
    """How to write. ``width`` is in columns, of which a Chinese character takes two.

    ``verbosity`` is -1 for one line per answer, 0 for what there is to do, 1 for every finding. ``site`` is where the
    criteria are published, for formats that can point there; empty where nobody says.
    """

    language: Language = Language.ZH
    width: int = 80
    colour: bool = False
    verbosity: int = 0
    site: str = ""


Written = str | bytes | Iterator[str]
"""A whole report, or its pieces where it may be large."""


class ReportWriter(NamedTuple):
    """A format. Plugins offer further ones. What is made ``for_ci`` never shows personal data: logs are shared.

    A ``binary`` one is nothing for a screen.
    """

    name: str
    title: Text
    write: Callable[[Report, WriteOptions], Written]
    for_ci: bool = False
    binary: bool = False
