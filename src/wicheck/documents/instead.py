"""What to write in the place of a value that cannot be read, as exactly as it can be told."""

from __future__ import annotations

import re

from wicheck.documents.shapes import IS_TABLE, Shape, ValueType
from wicheck.documents.similar import closest
from wicheck.model import Text

_WIDE = str.maketrans("０１２３４５６７８９．，％－＋　", "0123456789.,%-+ ")
_ALSO_CALLED = {"㎡": ("平方米", "平米", "m2", "M2")}
"""What people write for a unit."""
_GROUPED = r"-?[0-9]{1,3}(,[0-9]{3})+(?![0-9])"
_PLAIN = {
    ValueType.INTEGER: r"-?[0-9]+",
    ValueType.NUMBER: r"-?[0-9]+(\.[0-9]+)?",
    ValueType.SHARE: r"-?[0-9]+(\.[0-9]+)?%?",
}
_QUOTED = re.compile("[“”‘’＂「『][^“”‘’＂「」『』]*[“”‘’＂」』]")
"""Chinese quotation marks, which are part of what they stand around."""

_HOW = {
    ValueType.OBJECT: Text(
        "请另起一行，缩进后逐项写“键: 值”", 'start a new line, indent it and write "key: value" for each entry'
    ),
    ValueType.ARRAY: Text(
        "请另起一行，每项以“- ”开头；没有的写“无”", 'start a new line and begin each item with "- "; write 无 for none'
    ),
    ValueType.TEXT: Text("请写成一行文字", "write a text on one line"),
    ValueType.DATE: Text("请写成 2026-03-05 或 2026年3月5日", "write 2026-03-05 or 2026年3月5日"),
    ValueType.DATE_TIME: Text("请写成 2026-03-05 08:30", "write 2026-03-05 08:30"),
    ValueType.INTEGER: Text(
        "请只写半角数字，例如 50；没有的写“无”", "write plain digits only, such as 50; write 无 for none"
    ),
    ValueType.NUMBER: Text(
        "请只写半角数字，例如 6.5；没有的写“无”", "write plain digits only, such as 6.5; write 无 for none"
    ),
    ValueType.SHARE: Text("请写成 20% 或 0.2", "write 20% or 0.2"),
    ValueType.BOOLEAN: Text("请写“是”或“否”；不知道就留空", "write 是 or 否; leave it empty where you do not know"),
}
_ENTRIES = Text(
    "请另起一行，每项以“- ”开头；或者写旁边一张表格的文件名，如 {name}.xlsx；没有的写“无”",
    'start a new line and begin each item with "- "; or name a table beside this file, such as {name}.xlsx; '
    "write 无 for none",
)
_NOT_KNOWN = frozenset({ValueType.DATE, ValueType.DATE_TIME, ValueType.INTEGER, ValueType.NUMBER, ValueType.SHARE})
"""Where 不详 and its like may stand for want of an answer; nobody should write 无 instead."""


def how_to_write(shape: Shape, beside: bool = True) -> Text:
    """What may stand at ``shape``; ``beside``: in a document that may have tables beside it."""
    if shape.type is ValueType.CHOICE:
        return _choices(shape)
    if beside and shape.type is ValueType.ARRAY and _may_be_a_table(shape):
        return _ENTRIES.filled({"name": shape.title})
    return _HOW[shape.type]


def instead(shape: Shape, text: str) -> Text:
    """What to write instead of ``text``."""
    if bare := without_marks(text):
        return bare
    if shape.type is ValueType.CHOICE:
        return _several_choices(shape, text) or _similar_choice(shape, text) or _choices(shape)
    if shape.type in _PLAIN and (plain := _plain_number(shape, text)):
        return plain
    if shape.type is ValueType.DATE and not shape.personal:
        from wicheck.documents.meant_dates import meant_date

        if meant := meant_date(text):
            return meant
    return _or_empty(_HOW[shape.type]) if shape.type in _NOT_KNOWN else _HOW[shape.type]


def instead_of_form(shape: Shape, beside: bool) -> Text:
    """What to write where an object, a list or a single value stands in the place of another of the three."""
    return _bracketed(shape) or how_to_write(shape, beside)


def without_marks(text: str) -> Text | None:
    """What is said of a value between Chinese quotation marks; nothing of any other."""
    if not _QUOTED.fullmatch(text.strip()):
        return None
    return Text("请去掉中文引号，或改用英文引号", "take the Chinese quotation marks out, or write plain ones")


def _or_empty(how: Text) -> Text:
    return Text(f"{how.zh}；不知道就留空", f"{how.en}; leave it empty where you do not know")


def _may_be_a_table(shape: Shape) -> bool:
    """Lists of entries may; the tables of claims are named elsewhere in their document."""
    return shape.items is not None and shape.items.type is ValueType.OBJECT and not shape.fragment.get(IS_TABLE)


def _bracketed(shape: Shape) -> Text | None:
    """How a list of single words stands on one line."""
    if shape.type is not ValueType.ARRAY or shape.items is None or shape.items.type is ValueType.OBJECT:
        return None
    how = _HOW[ValueType.ARRAY]
    return Text(
        f"请加方括号，如 [甲, 乙]；或{how.zh.removeprefix('请')}", f"put it in brackets, as in [a, b]; or {how.en}"
    )


def _plain_number(shape: Shape, text: str) -> Text | None:
    """The number that ``text`` surely means; nothing where other words stand beside it, as in 3万 or 1e3."""
    plain = text.translate(_WIDE).replace(" ", "")
    if re.match(_GROUPED, plain):
        plain = plain.replace(",", "")
    bare = _without_unit(plain, shape.unit) if shape.unit else plain
    if bare == text or not re.fullmatch(_PLAIN[shape.type], bare):
        return None
    if bare == plain or not shape.unit:
        return Text(f"请写成 {bare}：半角数字，不加千位分隔符", f"write {bare}: plain digits without separators")
    return Text(
        f"请只写 {bare}：这一项的单位就是{shape.unit.zh}，不必写出",
        f"write {bare} only: the unit is {shape.unit.en} already",
    )


def _without_unit(text: str, unit: Text) -> str:
    names = (unit.zh, unit.en, *_ALSO_CALLED.get(unit.zh, ()))
    return next((text.removesuffix(name) for name in names if text.endswith(name)), text)


def _choices(shape: Shape) -> Text:
    labels = [label.zh for label in shape.choices.values()]
    return Text(f"可以写：{'、'.join(labels)}", f"write one of: {', '.join(shape.choices)} ({'、'.join(labels)})")


def _several_choices(shape: Shape, text: str) -> Text | None:
    """Words with Chinese commas between them are one word for a list in brackets."""
    if not any(mark in text for mark in "，、；"):
        return None
    hint = _choices(shape)
    return Text(
        f"各项之间请用英文逗号加空格，如 [甲, 乙]；{hint.zh}",
        f"put half-width commas between them, as in [a, b]; {hint.en}",
    )


def _similar_choice(shape: Shape, text: str) -> Text | None:
    close = closest(text, shape.labels)
    if close is None:
        return None
    hint = _choices(shape)
    return Text(f"是不是“{close}”？{hint.zh}", f'did you mean "{close}"? {hint.en}')
