"""Putting reports where they were asked for: whole or not at all, and never over an input."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from wicheck.errors import UsageError, why
from wicheck.model import Location, Text
from wicheck.model.tuples import NamedTuple
from wicheck.reports.interface import Part, ReportWriter, WriteOptions, Written
from wicheck.reports.report import Report
from wicheck.reports.writers import NONE_MORE, writer

STANDARD_OUTPUT = "-"
_CHUNK = 1 << 20


class Target(NamedTuple):
    """A report that was asked for: its format, and a file or ``-`` for standard output."""

    format: str
    file: str


def write_reports(
    report: Report,
    targets: Iterable[Target],
    options: WriteOptions,
    inputs: Collection[Path] = (),
    others: Mapping[str, ReportWriter] = NONE_MORE,
) -> list[UsageError]:
    """Write every report that can be written, with all its files; what could not be is returned.

    ``inputs`` are the files that were read: none of them is ever overwritten.
    """
    return [fault for target in targets if (fault := _write(report, target, options, inputs, others))]


def _write(
    report: Report,
    target: Target,
    options: WriteOptions,
    inputs: Collection[Path],
    others: Mapping[str, ReportWriter],
) -> UsageError | None:
    try:
        found = writer(target.format, others)
        if target.file == STANDARD_OUTPUT:
            to_standard_output(found.write(report, options))
            return None
        for part in _parts(found, report, options._replace(colour=False)):
            file = part_file(Path(target.file), part.name, found.folder)
            refuse_input(file, inputs)
            to_file(part.written, file)
    except UsageError as fault:
        return fault
    except OSError as broken:
        return _unwritable(target, broken)
    return None


def _parts(found: ReportWriter, report: Report, options: WriteOptions) -> Iterator[Part]:
    if found.parts:
        yield from found.parts(report, options)
    else:
        yield Part("", found.write(report, options))


def part_file(asked: Path, name: str, folder: bool) -> Path:
    """Where a part goes: ``out.csv`` has its offences beside it in ``out.offences.csv``."""
    if folder:
        return asked / name
    return asked.with_name(f"{asked.stem}.{name}{asked.suffix}") if name else asked


def refuse_input(file: Path, inputs: Collection[Path]) -> None:
    """Raises UsageError where ``file`` is one of ``inputs``, by whatever name."""
    if file.exists() and any(each.exists() and file.samefile(each) for each in inputs):
        raise UsageError(
            Text("报告不能覆盖输入文件", "a report must not overwrite an input file"),
            Location(str(file)),
            Text("请换一个报告文件名", "choose another file for the report"),
        )


def to_file(written: Written, file: Path) -> None:
    """A temporary name and a rename: whoever reads the file sees the old report or the new one, never half of one.

    What is no file (a device, a pipe) is written to as it is: a rename would put a file in its place.
    """
    from tempfile import mkstemp

    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists() and not file.is_file() and not file.is_dir():
        _to_descriptor(written, os.open(file, os.O_WRONLY))
        return
    descriptor, name = mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=".part")
    temporary = Path(name)
    try:
        _to_descriptor(written, descriptor)
        temporary.chmod(0o644)
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _to_descriptor(written: Written, descriptor: int) -> None:
    with os.fdopen(descriptor, "wb", buffering=_CHUNK) as part:
        for piece in pieces(written):
            part.write(piece)


def to_standard_output(written: Written) -> None:
    """A reader who has seen enough (``| head``) and goes away is no fault. Raises UsageError where a disk is full."""
    try:
        for piece in pieces(written):
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as broken:
        reason = why(broken)
        raise UsageError(Text(f"输出写不出去：{reason.zh}", f"the output cannot be written: {reason.en}")) from broken


def pieces(written: Written) -> Iterator[bytes]:
    """Bytes, UTF-8 with line feeds wherever it is run."""
    if isinstance(written, bytes):
        yield written
    elif isinstance(written, Path):
        with written.open("rb") as file:
            yield from iter(partial(file.read, _CHUNK), b"")
    elif isinstance(written, str):
        yield written.encode()
    else:
        for piece in written:
            yield piece.encode()


def _unwritable(target: Target, broken: OSError) -> UsageError:
    reason = why(broken)
    return UsageError(
        Text(f"报告写不进去：{reason.zh}", f"the report cannot be written: {reason.en}"),
        Location(target.file),
        Text(
            "请检查文件夹权限和磁盘空间，或换一个位置",
            "check the folder's permissions and the disk, or choose another place",
        ),
    )
