"""From a name in a document to the table that it means: one file below the document's folder, and one sheet of it."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Sequence
from pathlib import Path, PureWindowsPath

from wicheck.documents import table_file_faults as faults
from wicheck.documents.beside import NOT_READ, Beside, Named
from wicheck.documents.files import InputFile
from wicheck.documents.shapes import Shape
from wicheck.model import Location
from wicheck.tabular.asides import plain
from wicheck.tabular.cells import Grid
from wicheck.yamlio import Limits

_WORKBOOKS = (".xlsx", ".xlsm")
_ZIP, _OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_TAB = "\t"


def opened(beside: Beside, named: Named, shape: Shape, at: Location) -> tuple[str, Grid]:
    """What messages call the file, and the sheet, in which there is a row. Raises InputError.

    ``shape`` is that of an entry, ``at`` where the document names the file. The file's digest goes to ``beside``.
    """
    data, shown = _content(beside, named.file, at)
    if named.file.lower().endswith(_WORKBOOKS):
        return shown, _sheet(_workbook(data, shown, beside.limits), named, shown, at)
    if named.sheet is not None:
        raise faults.no_sheets(at)
    return shown, _text_table(data, shown, shape, beside.limits)


def _content(beside: Beside, name: str, at: Location) -> tuple[bytes, str]:
    if name.lower().endswith(NOT_READ):
        raise faults.other_format(at)
    name = posixpath.normpath(name.replace("\\", "/"))
    if name.startswith(("/", "../")) or PureWindowsPath(name).drive:
        raise faults.outside(at)
    path = _found(Path(beside.path).parent, name, at)
    try:
        with path.open("rb") as stream:
            data = stream.read(beside.limits.max_bytes + 1)
    except OSError as error:
        raise faults.locked(error, at) from None
    shown = posixpath.join(posixpath.dirname(beside.shown), name)
    if len(data) > beside.limits.max_bytes:
        raise faults.too_large(shown, beside.limits.max_bytes)
    beside.inputs[shown] = InputFile(shown, len(data), hashlib.sha256(data).hexdigest())
    return data, shown


def _found(folder: Path, name: str, at: Location) -> Path:
    try:
        folder = folder.resolve()
        path = (folder / name).resolve()
        # Not whatever is there: a pipe or a device could keep us for ever.
        is_file = path.is_file()
    except (OSError, ValueError, RuntimeError):  # a path that no system can have; links that go in a circle
        raise faults.missing(at) from None
    if not path.is_relative_to(folder):
        raise faults.outside(at)
    if not is_file:
        raise faults.missing(at)
    return path


def _workbook(data: bytes, shown: str, limits: Limits) -> list[Grid]:
    from wicheck.tabular.workbooks import NoWorkbookError, TooLargeError, read_workbook

    if data.startswith(_OLD_WORKBOOK):
        raise faults.protected(shown)
    try:
        return read_workbook(data, limits.max_bytes, limits.max_entries)
    except NoWorkbookError:
        raise faults.damaged(shown) from None
    except TooLargeError:
        raise faults.too_many(shown, limits.max_entries) from None


def _sheet(grids: Sequence[Grid], named: Named, shown: str, at: Location) -> Grid:
    if named.sheet is not None:
        grids = [grid for grid in grids if (grid.name or "").strip() == named.sheet]
        if not grids:
            raise faults.no_such_sheet(at)
    filled = [grid for grid in grids if grid.rows]
    if not filled:
        raise faults.empty(shown)
    if len(filled) > 1:
        raise faults.several_sheets([grid.name or "" for grid in filled], shown)
    return filled[0]


def _text_table(data: bytes, shown: str, shape: Shape, limits: Limits) -> Grid:
    from wicheck.tabular.text_tables import BrokenRowError, NoTextError, read_text, read_text_table

    if data.startswith((_ZIP, _OLD_WORKBOOK)):
        raise faults.is_workbook(shown)
    try:
        text = read_text(data)
        grid = read_text_table(text, _delimiter(text, shown, shape))
    except NoTextError:
        raise faults.no_text(shown) from None
    except BrokenRowError as error:
        raise faults.broken_row(shown, error.row) from None
    if not grid.rows:
        raise faults.empty(shown)
    if sum(map(len, grid.rows.values())) > limits.max_entries:
        raise faults.too_many(shown, limits.max_entries)
    return grid


def _delimiter(text: str, shown: str, shape: Shape) -> str:
    """What stands between the names of the first row, if it is those that we know."""
    from wicheck.tabular.text_tables import DELIMITERS

    if shown.lower().endswith(".tsv"):
        return _TAB
    head = next((line for line in text.splitlines() if line.strip()), "")
    known = {plain(key).casefold() for key in shape.entries}

    def count(delimiter: str) -> int:
        return sum(plain(name.strip('"')).casefold() in known for name in head.split(delimiter))

    return max(DELIMITERS, key=count)
