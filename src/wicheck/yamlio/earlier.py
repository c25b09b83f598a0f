"""Mistakes that stand on a line before the one where the parser gives up."""

from __future__ import annotations

import re

from wicheck.errors import InputError
from wicheck.model import Location, Text

_ENTRY = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[^\s:\"'#{}\[\]][^:\"'#]*):(?:[ ]+(?P<value>[^\s|>&*!#].*))?[ ]*$")
_OPEN_QUOTE = re.compile(r"""[ ]*(?:-[ ]+)*[^:"'#]+:[ ]+(?P<mark>["'])(?:(?!(?P=mark)).)*$""")

NO_END = Text("从这里开始的引号没有收尾", "the quoted text that begins here has no end")
CLOSE_IT = Text("请在末尾补上同样的英文引号。", "Close it with the same quote.")


def value_above(lines: list[str], file: str, above: int, number: int) -> InputError | None:
    """An entry that has a value already, with entries below it: 许可证: 无, and the lines of a permit left there."""
    holder, below = (_ENTRY.match(lines[each]) if each >= 0 else None for each in (above, number))
    if not holder or not below or not holder["value"] or _indent(lines[number]) <= holder.start("key"):
        return None
    key = holder["key"].strip()
    return InputError(
        Text(
            f"第 {above + 1} 行的「{key}」已经写了值，这里却还有缩进的内容",
            f"`{key}` on line {above + 1} has a value already, but here is more below it",
        ),
        Location(file, number + 1, _indent(lines[number]) + 1),
        Text(
            f"只写一个值（如“无”）的，删去它下面缩进的各行；要逐项写的，删去「{key}:」后面的值；同它并列的，同它左对齐。",
            f"Take the indented lines out where one value (such as 无) says all; take what stands behind `{key}:` out "
            "to write the entries; align what is beside it.",
        ),
    )


def open_quote(lines: list[str], file: str, above: int, number: int, column: int) -> InputError | None:
    """A quote that was not closed on its line: the next one, which should have opened, closed it."""
    opened = _OPEN_QUOTE.match(lines[above]) if above >= 0 else None
    if not opened or lines[number][:column].count(opened["mark"]) != 1:
        return None
    return InputError(NO_END, Location(file, above + 1, opened.start("mark") + 1), CLOSE_IT)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
