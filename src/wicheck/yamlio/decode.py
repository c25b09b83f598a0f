"""Bytes to text: UTF-8 only. Other encodings are recognised, to say how to convert the file."""

from __future__ import annotations

import codecs

from wicheck.errors import InputError
from wicheck.model import Location, Text

_SAVE_AS = Text(
    "用记事本打开文件，点「文件 - 另存为」，在窗口下方的「编码」里选「UTF-8」，再保存；"
    "Excel 导出时选「CSV UTF-8」；WPS 或其他软件同样选 UTF-8。",
    "Open it in Notepad, choose File - Save as, set Encoding to UTF-8 and save.",
)
_IN_TEXT = Text(
    "改扩展名没有用：请用记事本新建一个文本文件，把内容按格式写进去，另存为 UTF-8 编码的 .yaml 文件",
    "A new extension does not make it one: write its content into a text file as the format asks, saved as UTF-8",
)
_OFFICE = Text("Word、Excel、WPS 文件或压缩包", "a Word, Excel or WPS file or an archive")
_PICTURE = Text("图片", "a picture")
_OTHER_FORMATS = (
    (b"PK\x03\x04", _OFFICE),
    (b"\xd0\xcf\x11\xe0", _OFFICE),
    (b"%PDF-", Text("PDF 文件", "a PDF file")),
    (b"\xff\xd8\xff", _PICTURE),
    (b"\x89PNG", _PICTURE),
    (b"Rar!", _OFFICE),
    (b"7z\xbc\xaf", _OFFICE),
    (b"{\\rtf", _OFFICE),
)
"""What other files begin with, whatever they are called; no text of ours begins so."""
_BEGINNINGS = tuple(mark for mark, _ in _OTHER_FORMATS)
_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes, file: str) -> str:
    """The text of ``data``, without its byte order mark.

    Raises InputError, at the first character that is not UTF-8, with the encoding it most likely has instead, or with
    what the file is if it is no text at all.
    """
    if data.startswith(_BEGINNINGS):
        raise _no_text(data, file)
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(_message(data), _first_fault(data, file), _SAVE_AS) from None


def _no_text(data: bytes, file: str) -> InputError:
    what = next(name for mark, name in _OTHER_FORMATS if data.startswith(mark))
    return InputError(
        Text(f"这不是文本文件（{what.zh}）", f"this is no text file but {what.en}"), Location(file, 1, 1), _IN_TEXT
    )


def _message(data: bytes) -> Text:
    if data.startswith(_UTF_16_MARKS):
        return Text("文件的编码是 UTF-16（记事本里叫 Unicode），不是 UTF-8", "the file is UTF-16, not UTF-8")
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return Text("文件不是 UTF-8 编码的文本", "the file is not UTF-8 text")
    return Text("文件的编码是 GBK（GB18030，记事本里叫 ANSI），不是 UTF-8", "the file is GBK (GB18030), not UTF-8")


def _first_fault(data: bytes, file: str) -> Location:
    """The place of the first byte that is not UTF-8; line 1 where the encoding has other line ends."""
    if data.startswith(_UTF_16_MARKS):
        return Location(file, 1, 1)
    good = data.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="surrogateescape")
    before = next(index for index, character in enumerate(good) if "\udc80" <= character <= "\udcff")
    line = good.count("\n", 0, before) + 1
    return Location(file, line, before - good.rfind("\n", 0, before))
