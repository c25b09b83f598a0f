"""Which files to read, and what they are called in messages."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from wicheck.errors import UsageError
from wicheck.model import Text
from wicheck.model.tuples import NamedTuple

_SUFFIXES = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
"""Windows hides a last ``.txt``, which Notepad puts behind the name one gives it."""
_OFFICE = (".xlsx", ".xlsm", ".xls", ".et", ".csv", ".docx", ".doc", ".wps")
_OPEN_IN_OFFICE = "~$"
"""What Office begins the name of a file with by which it marks another as being edited."""


class SourceFile(NamedTuple):
    """A file to read. ``shown`` is its name in messages; ``named`` whether the caller asked for this very file.

    The first one of a folder tells of tables and Word files that lie ``beside`` it.
    """

    path: str
    shown: str
    named: bool
    beside: tuple[str, ...] = ()


class InputFile(NamedTuple):
    """A file that was read: its shown name, size in bytes and SHA-256 in hexadecimal digits."""

    name: str
    size: int
    sha256: str


def find_files(paths: Iterable[Path]) -> tuple[SourceFile, ...]:
    """All files that ``paths`` mean, each once, sorted by name within a folder.

    A folder stands for the ``*.yaml`` and ``*.yml`` below it (``*.yaml.txt`` too), hidden files and folders left out;
    a locked folder below it stands among them, so that its reading tells. Raises UsageError where a path does not exist
    or is locked.
    """
    here = Path.cwd()
    found: dict[str, SourceFile] = {}
    for path in paths:
        for source in _below(path, here):
            if source.named or source.path not in found:
                found[source.path] = source
    return tuple(found.values())


def is_document(name: str) -> bool:
    """Whether a file of this name counts where a folder is given."""
    return name.lower().endswith(_SUFFIXES)


def shown_name(path: Path, here: Path) -> str:
    """``path`` as seen from ``here`` where it lies below, else as it is; with forward slashes."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links, and show a name nobody typed
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()


def _below(path: Path, here: Path) -> Iterator[SourceFile]:
    shown = shown_name(path, here)
    if path.is_dir():
        yield from _in_folder(_listed(path, shown), "" if shown == "." else f"{shown}/")
    elif path.exists():
        yield SourceFile(os.path.abspath(path), shown, named=True)  # noqa: PTH100
    else:
        raise UsageError(
            Text(f"找不到文件或文件夹 {shown}", f"there is no file or folder {shown}"),
            hint=Text(
                "请检查路径是否写对；路径里有空格的，前后要加英文引号", "check the path; one with blanks needs quotes"
            ),
        )


def _listed(folder: Path, shown: str) -> Iterable[os.DirEntry[str]]:
    try:
        return _visible(os.path.abspath(folder))  # noqa: PTH100
    except OSError as error:
        raise UsageError(
            Text(f"打不开文件夹 {shown}", f"the folder {shown} cannot be opened: {error.strerror}"),
            hint=Text("请检查是否有权限查看它", "check that you may read it"),
        ) from error


def _in_folder(entries: Iterable[os.DirEntry[str]], shown: str) -> Iterator[SourceFile]:
    # Plain strings: a folder may hold thousands of files, and Path objects cost ten times more.
    entries = list(entries)
    beside = tuple(f"{shown}{entry.name}" for entry in entries if _is_of_office(entry.name))
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            try:
                below = _visible(entry.path)
            except OSError:
                yield SourceFile(entry.path, f"{shown}{entry.name}", named=True)
            else:
                yield from _in_folder(below, f"{shown}{entry.name}/")
        elif is_document(entry.name):
            yield SourceFile(entry.path, f"{shown}{entry.name}", False, beside)
            beside = ()


def _is_of_office(name: str) -> bool:
    return name.lower().endswith(_OFFICE) and not name.startswith(_OPEN_IN_OFFICE)


def _visible(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
