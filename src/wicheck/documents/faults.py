"""What is said of a value that cannot be read: what is wrong, in both languages, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from wicheck.documents.dates import ImpossibleDateError
from wicheck.documents.repeatable import repeated
from wicheck.documents.shapes import Shape, ValueType, walk
from wicheck.documents.words import BOOLEANS, EMPTY, NONE, PLACEHOLDERS
from wicheck.model import Text

Fault = tuple[Text, Text]
"""The message and the hint."""

_WIDE = str.maketrans("０１２３４５６７８９．，％－＋　", "0123456789.,%-+ ")
_ALSO_CALLED = {"㎡": ("平方米", "平米", "m2", "M2")}
"""What people write for a unit."""
_GROUPED = r"-?[0-9]{1,3}(,[0-9]{3})+(?![0-9])"
_PLAIN = {
    ValueType.INTEGER: r"-?[0-9]+",
    ValueType.NUMBER: r"-?[0-9]+(\.[0-9]+)?",
    ValueType.SHARE: r"-?[0-9]+(\.[0-9]+)?%?",
}

WORDS = frozenset((*BOOLEANS, *EMPTY, *PLACEHOLDERS, NONE)) - {""}
"""Words that mean the same everywhere."""

DUE = {
    ValueType.OBJECT: Text("下一行起缩进写出的若干项", "entries of its own, indented on the lines below"),
    ValueType.ARRAY: Text("列表", "a list"),
    ValueType.TEXT: Text("文字", "a text"),
    ValueType.CHOICE: Text("所列词语之一", "one of the listed words"),
    ValueType.DATE: Text("日期", "a date"),
    ValueType.DATE_TIME: Text("日期和时间", "a date and a time"),
    ValueType.INTEGER: Text("整数", "a whole number"),
    ValueType.NUMBER: Text("数字", "a number"),
    ValueType.SHARE: Text("比例", "a share"),
    ValueType.BOOLEAN: Text("“是”或“否”", "yes (是) or no (否)"),
}

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


def named(shape: Shape) -> Text:
    """The key in both languages, the reader's own first."""
    zh = shape.keys_zh[0] if shape.keys_zh else shape.title.zh
    return Text(f"“{zh}”（{shape.name}）", f'"{shape.name}" ({zh})')


def quoted(shape: Shape, text: str) -> Text:
    """What was written; personal data is not repeated, nor what may be a name in a wrong place."""
    if shape.personal:
        return Text("写的内容", "what is written")
    return repeated(text, shape.labels if shape.type is ValueType.CHOICE else WORDS)


def wrong_value(shape: Shape, text: str) -> Fault:
    """``text`` is not what ``shape`` asks for."""
    about, found, due = named(shape), quoted(shape, text), DUE[shape.type]
    message = Text(f"{about.zh}应为{due.zh}，{found.zh}不是", f"{about.en} must be {due.en}; {found.en} is not")
    return message, _instead(shape, text)


def wrong_form(shape: Shape, found: Text) -> Fault:
    """An object, a list or a single value stands where another of the three is due."""
    about, due = named(shape), DUE[shape.type]
    message = Text(
        f"{about.zh}应为{due.zh}，这里却是{found.zh}", f"{about.en} must be {due.en}, but here is {found.en}"
    )
    return message, _bracketed(shape) or how_to_write(shape)


def none_not_allowed(shape: Shape) -> Fault:
    """无 stands where there cannot be none."""
    about = named(shape)
    message = Text(f"{about.zh}不能写“无”", f"{about.en} cannot be 无 (none)")
    hint = Text("不知道就留空", "leave it empty where you do not know")
    if shape.type is ValueType.TEXT:
        hint = Text(f'{hint.zh}；确实是这个字就加引号写 "无"', f'{hint.en}; write "无" in quotes if that is its text')
    return message, hint


def says_nothing(shape: Shape, text: str) -> Fault:
    """有, 暂无 or a dash stands where what there is should be told."""
    about = named(shape)
    message = Text(f"{about.zh}只写“{text}”不够", f'"{text}" alone is not enough for {about.en}')
    if shape.none_allowed:
        return message, Text(
            "请写出具体内容；没有的写“无”，不知道就留空",
            "say what it is; write 无 for none, leave it empty where you do not know",
        )
    return message, Text("请写出具体内容；不知道就留空", "say what it is; leave it empty where you do not know")


def impossible_date(shape: Shape, text: str) -> Fault:
    """``text`` looks like a date that no calendar has."""
    about, found = named(shape), quoted(shape, text)
    message = Text(f"{about.zh}：{found.zh}这个时间不存在", f"{about.en}: there is no such date or time as {found.en}")
    return message, Text("请核对年、月、日", "check year, month and day")


def bad_date(shape: Shape, text: str, error: ValueError) -> Fault:
    return impossible_date(shape, text) if isinstance(error, ImpossibleDateError) else wrong_value(shape, text)


def given_twice(shape: Shape, key: str, other: str, line: int) -> Fault:
    """Two keys of one object mean the same entry; ``other`` is the earlier one, on ``line``."""
    about = named(shape)
    message = Text(
        f"“{key}”与第 {line} 行的“{other}”是同一项：{about.zh}",
        f'"{key}" and "{other}" on line {line} mean the same entry: {about.en}',
    )
    return message, Text("请只保留一处", "keep only one of the two")


def unknown_key(shape: Shape, key: str, root: Shape) -> Fault:
    """``shape`` has no entry called ``key``. Where people are described, a key unlike all of ours may be a name."""
    about = named(shape)
    meant = _similar(shape, key) or _elsewhere(key, root)
    if meant is None and any(child.personal == "name" for child in shape.properties.values()):
        return Text(f"{about.zh}下没有这一项", f"{about.en} has no such entry"), _known(shape)
    message = Text(f"{about.zh}下没有“{key}”这一项", f'{about.en} has no entry "{key}"')
    return message, meant or _known(shape)


def how_to_write(shape: Shape) -> Text:
    """What may stand at ``shape``."""
    return _choices(shape) if shape.type is ValueType.CHOICE else _HOW[shape.type]


def _instead(shape: Shape, text: str) -> Text:
    """What to write instead of ``text``, as exactly as it can be told."""
    if shape.type is ValueType.CHOICE:
        return _several_choices(shape, text) or _similar_choice(shape, text) or _choices(shape)
    if shape.type in _PLAIN:
        return _plain_number(shape, text) or _HOW[shape.type]
    if shape.type is ValueType.DATE and not shape.personal:
        from wicheck.documents.meant_dates import meant_date

        return meant_date(text) or _HOW[shape.type]
    return _HOW[shape.type]


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
    close = _closest(text, shape.labels)
    if close is None:
        return None
    hint = _choices(shape)
    return Text(f"是不是“{close}”？{hint.zh}", f'did you mean "{close}"? {hint.en}')


def _similar(shape: Shape, key: str) -> Text | None:
    close = _closest(key, shape.entries)
    if close is None:
        return None
    about = named(shape.entries[close][1])
    return Text(f"是不是想写{about.zh}？", f"did you mean {about.en}?")


def _elsewhere(key: str, root: Shape) -> Text | None:
    """Where in the document ``key`` is known, if it is."""
    for ancestors, found in walk(root):
        if key == found.name or key in found.keys_zh:
            zh = " → ".join(step.title.zh for step in (*ancestors[1:], found))
            en = " → ".join(step.name for step in (*ancestors[1:], found))
            return Text(f"这一项应写在：{zh}", f"this entry belongs under: {en}")
    return None


def _known(shape: Shape) -> Text:
    first = list(islice((named(child) for child in shape.properties.values()), 8))
    more = len(shape.properties) > len(first)
    zh, en = "、".join(text.zh for text in first), ", ".join(text.en for text in first)
    return Text(f"可以写：{zh}{'等' if more else ''}", f"known here: {en}{' ...' if more else ''}")


def _closest(word: str, known: Iterable[str]) -> str | None:
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return close[0] if close else None
