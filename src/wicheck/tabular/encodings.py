"""Which encoding a text file has, and the file as UTF-8.

UTF-8 if its first foreign characters are that, else GB18030 (a superset of GBK); UTF-16 where it says so. A line that
does not fit is told as no text, and the others are read.
"""

from __future__ import annotations

import codecs
import re
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from wicheck.tabular.converting import NO_TEXT, convert, whole_lines

_CHUNK = 1 << 20
_MOSTLY = 0.9
_LOST_SIGN = "\ufffd".encode()
_foreign_letters = re.compile("[\u0180-\u036f\u0400-\u07ff]")


class Encoding(StrEnum):
    """What a file is written in; the value is Python's name for it."""

    ASCII = "ascii"
    UTF_8 = "utf-8"
    UTF_8_MARKED = "utf-8-sig"
    GB18030 = "gb18030"
    UTF_16 = "utf-16"

    @property
    def is_utf_8(self) -> bool:
        return self in (Encoding.ASCII, Encoding.UTF_8, Encoding.UTF_8_MARKED)


def encoding_of(path: Path) -> Encoding:
    """Decided by the mark at the beginning, else by the first foreign characters in the whole file."""
    with path.open("rb") as stream:
        return encoding_in(stream)


def encoding_in(stream: BinaryIO) -> Encoding:
    """The same of what a stream holds."""
    for number, chunk in enumerate(whole_lines(stream)):
        if number == 0 and chunk.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return Encoding.UTF_16
        if number == 0 and chunk.startswith(codecs.BOM_UTF8):
            return Encoding.UTF_8_MARKED
        if not chunk.isascii():
            return _of_foreign(chunk)
    return Encoding.ASCII


def head(path: Path, encoding: Encoding, size: int = 1 << 18) -> str:
    """The beginning of a file's text, up to the end of a line."""
    with path.open("rb") as stream:
        data = stream.read(size)
        ends = not stream.read(1)
    text = data.decode(encoding, "replace")
    return text if ends else text[: text.rfind("\n") + 1] or text


def write_utf_8(path: Path, encoding: Encoding, to: Path) -> None:
    """``path`` as UTF-8 in ``to``."""
    if encoding is not Encoding.UTF_16:
        convert(path, to)
        return
    with path.open("rb") as stream, to.open("wb") as out:
        _write_utf_16(stream, out)


def _write_utf_16(stream: BinaryIO, out: BinaryIO) -> None:
    decoder = codecs.getincrementaldecoder("utf-16")("replace")
    while data := stream.read(_CHUNK):
        out.write(_utf_8(decoder.decode(data)))
    out.write(_utf_8(decoder.decode(b"", final=True)))


def _utf_8(text: str) -> bytes:
    """``text`` with a byte that is none in UTF-8 for each sign that was lost: so its line is told."""
    return text.encode().replace(_LOST_SIGN, NO_TEXT)


def _of_foreign(chunk: bytes) -> Encoding:
    """The encoding of lines some of which have foreign characters."""
    lines = [line for line in chunk.splitlines() if not line.isascii()]
    in_utf_8 = sum(_fits(line, "utf-8") for line in lines)
    if in_utf_8 < _MOSTLY * len(lines):
        return Encoding.GB18030 if sum(_fits(line, "gb18030") for line in lines) > in_utf_8 else Encoding.UTF_8
    return Encoding.GB18030 if _looks_strange(chunk) else Encoding.UTF_8


def _fits(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _looks_strange(chunk: bytes) -> bool:
    """Whether it is by chance that the bytes are UTF-8: letters of far scripts, no Chinese, and Chinese in GB18030."""
    text = chunk.decode("utf-8", "replace")
    if not _foreign_letters.search(text) or any("\u4e00" <= each <= "\u9fff" for each in text):
        return False
    meant = chunk.decode("gb18030", "replace")
    return sum("\u4e00" <= each <= "\u9fff" for each in meant) > 1
