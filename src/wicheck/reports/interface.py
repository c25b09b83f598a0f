"""What others hand to the reports, and what a format is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path as FilePath
from typing import Any

from wicheck.model import Language, Path, Text
from wicheck.model.tuples import NamedTuple
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


Written = str | bytes | Iterator[str] | FilePath
"""A whole report, its pieces where it may be large, or a file that holds it."""


class Part(NamedTuple):
    """One of the files that a report goes to.

    ``name`` comes before the ending of the file that was asked for, which has it itself where ``name`` is empty; of a
    report that fills a folder it is the whole name in it.
    """

    name: str
    written: Written


Parts = Callable[[Report, WriteOptions], Iterator[Part]]
"""All files of a report; each is written before the next is asked for."""


class ReportWriter(NamedTuple):
    """A format. Plugins offer further ones. What is made ``for_ci`` never shows personal data: logs are shared.

    A ``binary`` one is nothing for a screen. Where it goes to several files ``parts`` gives them all; what fills a
    ``folder`` is told its name in place of a file's.
    """

    name: str
    title: Text
    write: Callable[[Report, WriteOptions], Written]
    for_ci: bool = False
    binary: bool = False
    parts: Parts | None = None
    folder: bool = False
