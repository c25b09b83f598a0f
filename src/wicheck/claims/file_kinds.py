"""Which files a name in a document means, and what each of them really is, whatever it is called."""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import Enum, auto
from pathlib import Path

from wicheck.documents.files import is_document, shown_name
from wicheck.errors import InputError, why
from wicheck.model import Location, Text

SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".parquet")
_PARQUET, _ZIP, _OLD_WORKBOOK, _GZIP = b"PAR1", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b"
_BEGINS_A_PAGE = b"<"
_PACKED = (".gz", ".zip", ".rar", ".7z", ".ods", ".xlsb", ".et")
"""Ends of the names of files that may be tables, and are not read in a folder."""
_OF_WINDOWS = ("thumbs.db", "desktop.ini")
_NOTES = ".md"
_PICTURES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff")


class FileKind(Enum):
    TEXT = auto()
    WORKBOOK = auto()
    PARQUET = auto()


def files_at(folder: Path, name: str, at: Location) -> list[tuple[Path, str]]:
    """The file, or the tables in the folder, that ``name`` means from ``folder``, and what messages call them."""
    try:
        path = folder / name
        if path.is_dir():
            found = [each for each in sorted(path.iterdir()) if _is_table(each)]
        else:
            # Not is_file alone: a pipe or a device could keep us for ever.
            found = [path] if path.is_file() else []
    except (OSError, ValueError):  # ValueError: a path that no system can have
        found = []
    if not found:
        raise _nothing_there(name, at)
    here = Path.cwd()
    return [(Path(os.path.abspath(each)), shown_name(each, here)) for each in found]  # noqa: PTH100


def others_at(folder: Path, name: str) -> list[str]:
    """What else lies in the folder that ``name`` means: folders within, and files that are no tables by their names.

    Not those that programs put there by themselves.
    """
    path = folder / name
    found = sorted(path.iterdir()) if path.is_dir() else []
    others = (each.name for each in found if not _is_hidden(each) and not _is_table(each))
    return [each for each in others if not is_document(each) and not each.lower().endswith(_NOTES)]


def more_at(folder: Path, name: str, others: Iterable[str]) -> list[str]:
    """Those of the ``others`` in which more of a table may be: folders with tables within, and packed files."""
    path = folder / name
    return [each for each in others if each.lower().endswith(_PACKED) or _holds_tables(path / each)]


def _holds_tables(path: Path) -> bool:
    return path.is_dir() and any(_is_table(Path(at) / name) for at, _, names in os.walk(path) for name in names)


def _is_table(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not (_is_hidden(path) or is_document(path.name)) and path.is_file()


def _is_hidden(path: Path) -> bool:
    return path.name.startswith((".", "~$")) or path.name.lower() in _OF_WINDOWS


def file_kind(path: Path, shown: str) -> FileKind:
    """By how the file begins: exports are often called what they are not. Raises InputError for what is no table."""
    try:
        with path.open("rb") as stream:
            begin = stream.read(512)
    except OSError as error:
        raise _unreadable(shown, error) from None
    if begin.startswith(_PARQUET):
        return FileKind.PARQUET
    if begin.startswith((_ZIP, _OLD_WORKBOOK)):
        return FileKind.WORKBOOK
    if begin.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_BEGINS_A_PAGE):
        raise _web_page(shown)
    if begin.startswith(_GZIP):
        raise _packed(shown)
    if begin.startswith(_PICTURES):
        raise _picture(shown)
    return FileKind.TEXT


def _nothing_there(name: str, at: Location) -> InputError:
    return InputError(
        Text(f"找不到表格文件“{name}”，或者文件夹里没有表格", f'there is no table "{name}", or none in that folder'),
        at,
        Text(
            "请检查路径（从这份文件所在的文件夹算起）；能读 CSV、XLSX、XLS 和 Parquet",
            "check the path, which counts from this document's folder; CSV, XLSX, XLS and Parquet are read",
        ),
    )


def _unreadable(shown: str, error: OSError) -> InputError:
    reason = why(error)
    return InputError(
        Text(f"打不开文件：{reason.zh}", f"the file cannot be opened: {reason.en}"),
        Location(shown),
        Text("请检查文件是否被别的程序占用", "check that no program holds it"),
    )


def _web_page(shown: str) -> InputError:
    return InputError(
        Text("这是网页（HTML），不是表格，只是名字叫 .xls", "this is a web page (HTML) that is only called a workbook"),
        Location(shown),
        Text(
            "请用 Excel 或 WPS 打开，点「另存为」，选 .xlsx 或 CSV UTF-8",
            "open it in Excel, choose Save as and take .xlsx or CSV UTF-8",
        ),
    )


def _packed(shown: str) -> InputError:
    return InputError(
        Text("这是压缩文件", "the file is compressed"),
        Location(shown),
        Text("请先解压", "unpack it first"),
    )


def _picture(shown: str) -> InputError:
    return InputError(
        Text("这是 PDF 或图片，不是表格", "this is a PDF or a picture, no table"),
        Location(shown),
        Text(
            "请从原来的系统导出表格（.xlsx、CSV 或 Parquet）",
            "export a table from where it comes from: .xlsx, CSV or Parquet",
        ),
    )
