"""What is said of a value that cannot be read: what is wrong, in both languages, and what to write instead."""

from __future__ import annotations

from itertools import islice

from wicheck.documents.dates import ImpossibleDateError
from wicheck.documents.instead import instead, instead_of_form
from wicheck.documents.repeatable import repeated
from wicheck.documents.shapes import Shape, ValueType, walk
from wicheck.documents.similar import closest
from wicheck.documents.words import BOOLEANS, EMPTY, NONE, PLACEHOLDERS
from wicheck.model import Text

Fault = tuple[Text, Text]
"""The message and the hint."""

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
    return message, instead(shape, text)


def wrong_form(shape: Shape, found: Text, beside: bool = False) -> Fault:
    """An object, a list or a single value stands where another of the three is due; ``beside``: or a table's name."""
    about, due = named(shape), DUE[shape.type]
    message = Text(
        f"{about.zh}应为{due.zh}，这里却是{found.zh}", f"{about.en} must be {due.en}, but here is {found.en}"
    )
    return message, instead_of_form(shape, beside)


def quoted_none(shape: Shape) -> Fault:
    """无 stands in quotation marks in the place of a list: its word, and not its text, is what declares none."""
    message, _ = wrong_form(shape, Text("加了引号的“无”", "无 in quotation marks"))
    return message, Text("没有的直接写 无，不加引号", "where there is none, write 无 without quotation marks")


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


def _similar(shape: Shape, key: str) -> Text | None:
    close = closest(key, shape.entries)
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
