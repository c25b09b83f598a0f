"""What is mended or refused in a text before it is parsed, and what a person is told of it.

Both parsers then see the same plain text. Every replacement keeps lines and columns.
"""

from __future__ import annotations

import re

from wicheck.model import Location, Notice, Text
from wicheck.yamlio import faults

_ODD_LINE_ENDS = "\x85\u2028\u2029"
_SIGNS = "\t%\ufeff" + _ODD_LINE_ENDS
_ODD_LINE_END = re.compile(f"[{_ODD_LINE_ENDS}]")
_TAB_INDENTATION = re.compile(r"^ *(\t)[ \t]*[^\s#]", re.MULTILINE)
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_HAN = re.compile(r"[\u3400-\u9fff]")
_FOREIGN = re.compile(r"[\u0080-\u07ff]*[\u0180-\u036f\u0400-\u07ff][\u0080-\u07ff]*")
"""Letters beyond Western Europe and Greek, with what stands about them. GBK reads every pair of their bytes."""


def plain(text: str, file: str) -> tuple[str, list[Notice]]:
    """``text`` with tabs and odd line ends as spaces, and the notices about it.

    Raises InputError for tabs that indent, directives, and byte order marks within the text.
    """
    notices = _question_encoding(text, file)
    if not any(map(text.__contains__, _SIGNS)):
        return text, notices
    if match := _TAB_INDENTATION.search(text):
        raise faults.tab_indentation(_place(text, match.start(1), file))
    if match := _DIRECTIVE.search(text):
        raise faults.directive(_place(text, match.start(), file))
    if "\ufeff" in text:
        raise faults.control_character(_place(text, text.index("\ufeff"), file), 0xFEFF)
    if match := _ODD_LINE_END.search(text):
        notices.append(_odd_line_end(_place(text, match.start(), file), ord(match[0])))
        text = _ODD_LINE_END.sub(" ", text)
    if "\t" in text:
        notices.append(_tab(_place(text, text.index("\t"), file)))
    return text.replace("\t", " "), notices


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


def _tab(at: Location) -> Notice:
    words = Text("有制表符（Tab），按一个空格读；请改用空格", "a tab is read as one space; use spaces instead")
    return Notice("tab_as_space", words, at)


def _question_encoding(text: str, file: str) -> list[Notice]:
    """Ask where GBK bytes happen to be valid UTF-8, so that 医院 was read as ҽԺ: foreign letters and no Chinese."""
    if text.isascii() or _HAN.search(text):
        return []
    match = _FOREIGN.search(text)
    meant = match[0].encode("utf-8").decode("gbk") if match else ""
    if not match or len(_HAN.findall(meant)) < 2:
        return []
    words = Text(
        f"「{match[0][:8]}」像是用 GBK 编码保存的「{meant[:8]}」。如果是，请用记事本另存为 UTF-8 编码",
        f"`{match[0][:8]}` looks like `{meant[:8]}` saved as GBK. If so, save the file as UTF-8",
    )
    return [Notice("perhaps_gbk", words, _place(text, match.start(), file))]
