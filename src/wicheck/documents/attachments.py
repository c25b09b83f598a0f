"""The papers that a document names: whether they lie where it says, and are what it says by their digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from wicheck.documents.notes import Attached
from wicheck.errors import InputError
from wicheck.model import Document, Notice, Text


def looked_up(document: Document, files: Sequence[Attached], folder: Path) -> tuple[list[Notice], list[InputError]]:
    """A notice for each of ``files`` that is not below ``folder``, and an error for each that is not as stated.

    A paper may have been handed in by itself, so that it is not there is only told. Names of files are not repeated:
    they may be those of people.
    """
    stated = set(_stated(document.data))
    notices, errors = [], []
    for each in files:
        path = folder / each.path
        if not _is_there(path):
            notices.append(_missing(each))
        elif {digest for named, digest in stated if named == each.path} - {_digest(path)}:
            errors.append(_changed(each))
    return notices, errors


def _stated(data: Any) -> Iterator[tuple[str, str]]:
    """Paths with the digest beside them, wherever they stand."""
    if isinstance(data, dict):
        if isinstance(data.get("file"), str) and isinstance(data.get("sha256"), str):
            yield data["file"], data["sha256"].lower()  # Windows prints capitals
        data = list(data.values())
    if isinstance(data, list):
        for each in data:
            yield from _stated(each)


def _is_there(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size > 0
    except (OSError, ValueError):  # ValueError: a path that no system can have
        return False


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _missing(each: Attached) -> Notice:
    return Notice(
        "attachment_missing",
        Text(
            "写明的附件找不到，或者是空的；路径从本文件所在的文件夹算起",
            "the paper named here is not there, or empty; its path counts from this file's folder",
        ),
        each.location,
    )


def _changed(each: Attached) -> InputError:
    return InputError(
        Text("附件的内容与写明的校验值不符", "the paper named here is not what its digest says"),
        each.location,
        Text(
            "请找回原来的文件，或者核对后改写校验值", "bring back the file as it was, or check it and state its digest"
        ),
    )
