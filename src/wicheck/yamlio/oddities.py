"""What is mended or refused in a text before it is parsed, and what a person is told of it.

Both parsers then see the same plain text. Every replacement keeps lines and columns, as they are seen: what has no
width has no column either.
"""

from __future__ import annotations

import re

from wicheck.model import Location, Notice, Text
from wicheck.yamlio import faults

_FIRST_HAN, _LAST_HAN = "\u3400", "\u9fff"
_ODD_LINE_END = "[\x85\u2028\u2029]"
_INVISIBLE = "\u200b\u200e\u200f\u202a\u202c\u202d\u202e\u2060\u00ad"
"""Blanks without width, marks of direction and soft hyphens: they come along with what is copied from chats and web
pages, and two names that look the same are not while one of them has such a character."""
SIGNS = "\t%\ufeff\x85\u2028\u2029" + _INVISIBLE
"""What only a text with oddities has, among others."""


def plain(text: str, file: str) -> tuple[str, list[Notice]]:
    """``text`` with tabs and odd line ends as spaces and without invisible characters, and the notices about it.

    Raises InputError for tabs that indent, directives, and byte order marks within the text.
    """
    notices: list[Notice] = []
    if match := re.search(r"(?m)^ *(\t)[ \t]*[^\s#]", text):
        raise faults.tab_indentation(_place(text, match.start(1), file))
    if match := re.search("(?m)^%", text):
        raise faults.directive(_place(text, match.start(), file))
    if "\ufeff" in text:
        raise faults.control_character(_place(text, text.index("\ufeff"), file), 0xFEFF)
    if match := re.search(_ODD_LINE_END, text):
        notices.append(_odd_line_end(_place(text, match.start(), file), ord(match[0])))
        text = re.sub(_ODD_LINE_END, " ", text)
    if match := re.search(f"[{_INVISIBLE}]", text):
        notices.append(_invisible(_place(text, match.start(), file), ord(match[0])))
        text = re.sub(f"[{_INVISIBLE}]", "", text)
    if "\t" in text:
        notices.append(_tab(_place(text, text.index("\t"), file)))
    return text.replace("\t", " "), notices


def has_chinese(text: str) -> bool:
    """Found at the first such character. A regular expression for it takes longer to compile than that."""
    return any(map(_is_chinese, text))


def encoding_questions(text: str, file: str) -> list[Notice]:
    """Ask where GBK bytes happen to be valid UTF-8, so that 医院 was read as ҽԺ.

    Such a text has no Chinese, but letters from beyond Western Europe and Greece; GBK reads every pair of their bytes.
    """
    match = re.search(r"[\u0080-\u07ff]*[\u0180-\u036f\u0400-\u07ff][\u0080-\u07ff]*", text)
    meant = match[0].encode("utf-8").decode("gbk") if match else ""
    if not match or sum(map(_is_chinese, meant)) < 2:
        return []
    words = Text(
        f"「{match[0][:8]}」像是用 GBK 编码保存的「{meant[:8]}」。如果是，请用记事本另存为 UTF-8 编码",
        f"`{match[0][:8]}` looks like `{meant[:8]}` saved as GBK. If so, save the file as UTF-8",
    )
    return [Notice("perhaps_gbk", words, _place(text, match.start(), file))]


def _is_chinese(character: str) -> bool:
    return _FIRST_HAN <= character <= _LAST_HAN


def _place(text: str, index: int, file: str) -> Location:
    """Where the character at ``index`` stands, counting only the line ends that editors count."""
    lines = re.split(r"\r\n|\r|\n", text[:index])
    return Location(file, len(lines), len(lines[-1]) + 1)


def _odd_line_end(at: Location, code: int) -> Notice:
    words = Text(
        f"有看不见的换行符（U+{code:04X}），按空格读；请删去后重新按回车键换行",
        f"an invisible line end (U+{code:04X}) is read as a space; delete it and press Enter instead",
    )
    return Notice("odd_line_end", words, at)


def _invisible(at: Location, code: int) -> Notice:
    words = Text(
        f"有看不见的字符（U+{code:04X} 等），按没有它们读；请删去",
        f"there are invisible characters (U+{code:04X}, perhaps others); read as if they were not there, delete them",
    )
    return Notice("invisible_character", words, at)


def _tab(at: Location) -> Notice:
    words = Text("有制表符（Tab），按一个空格读；请改用空格", "a tab is read as one space; use spaces instead")
    return Notice("tab_as_space", words, at)
