"""What is told of a batch that was loaded: rows kept aside, cells that lost their digits, words nobody explains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from wicheck.billing.intake_words import REJECTED
from wicheck.documents.repeatable import repeated
from wicheck.engines.interface import Loaded, Reject
from wicheck.errors import InputError
from wicheck.model import Location, Notice, Text, same
from wicheck.reports.billing_words import CLEANED

_ONE_PERSON = 2
_ALIKE = 3
_NUMBERS = 20
Label = Mapping[tuple[str, str], Text]
"""What a clerk calls a column, by table and column."""

CELL = Text("{column}{value}：{reason}", "{column} {value}: {reason}")
ROW = Text("{cells}，这一行没有参加判断", "{cells}; the row was not judged")
ALIKE = Text(
    "{columns}：还有 {count} 行也是这样（第 {rows} 行），都没有参加判断",
    "{columns}: {count} more rows are like that (row {rows}); they were not judged",
)
HIDDEN = Text("（个人信息不显示）", "(personal, not shown)")
MEND = Text(
    "请改正这一行后重新导出；确实允许时用 --accept-rejects 个数",
    "mend the row and export again; where it may be left out, --accept-rejects N",
)
MORE = Text("另有 {count} 行没有读懂，没有参加判断", "{count} more rows could not be read and were not judged")
ACCEPTED = Text(
    "{count} 行没有读懂，没有参加判断（--accept-rejects 允许）",
    "{count} rows could not be read and were not judged (allowed by --accept-rejects)",
)
LOST = Text(
    "{column}：数字被表格软件破坏，按未填写处理（共 {count} 处）；请把该列设为文本后重新导出",
    "{column}: digits destroyed by a spreadsheet program, taken as not given ({count} cells); export it as text",
)
UNKNOWN_WORD = Text(
    "{column}：不认识{word}（{count} 处），按未填写处理；可在列名对照里写明它的意思",
    "{column}: nobody says what {word} means ({count} cells), taken as not given; a mapping can tell",
)


class Told(NamedTuple):
    errors: tuple[InputError, ...]
    notices: tuple[Notice, ...]


def told(loaded: Loaded, accepted: int, label: Label) -> Told:
    """Rows kept aside are errors; where no more than ``accepted`` they are a notice. Nothing is left unsaid."""
    notices = [*losses(loaded, label), *unknown_words(loaded, label)]
    if not loaded.rejects_count:
        return Told((), tuple(notices))
    if loaded.rejects_count <= accepted:
        said = ACCEPTED.filled({"count": loaded.rejects_count})
        return Told((), (Notice("rejects_accepted", said, place(loaded.rejects[0])), *notices))
    errors = list(_errors(rows_of(loaded.rejects), label))
    if more := loaded.rejects_count - len(rows_of(loaded.rejects)):
        errors.append(InputError(MORE.filled({"count": more}), place(loaded.rejects[-1]), MEND))
    return Told(tuple(errors), tuple(notices))


Row = tuple[Reject, ...]
"""What is wrong with the cells of one row."""


def rows_of(rejects: Iterable[Reject]) -> list[Row]:
    """The rows that ``rejects`` are of, in their order: a row may have several cells that cannot be read."""
    rows: dict[tuple[str, int | None], Row] = {}
    for each in rejects:
        rows[each.file, each.row] = (*rows.get((each.file, each.row), ()), each)
    return list(rows.values())


def _errors(rows: Iterable[Row], label: Label) -> Iterator[InputError]:
    """One a row; of many rows with the same fault the first few, and then how many more there are and where."""
    alike: dict[tuple[tuple[str, str | None, str], ...], list[Row]] = {}
    for row in rows:
        alike.setdefault(tuple((each.file, each.column, each.reason) for each in row), []).append(row)
    for found in alike.values():
        one_by_one = len(found) if len(found) <= _ALIKE + 1 else _ALIKE
        for row in found[:one_by_one]:
            yield InputError(row_words(row, label), place(row[0]), MEND)
        if rest := found[one_by_one:]:
            yield InputError(_alike(rest, label), place(rest[0][0]), MEND)


def row_words(row: Row, label: Label) -> Text:
    return ROW.filled({"cells": _listed([_cell(each, label) for each in row], "；", "; ")})


def _cell(reject: Reject, label: Label) -> Text:
    reason = _reason(reject)
    if reject.column is None:
        return reason
    value = HIDDEN if reject.value is None else repeated(reject.value)
    return CELL.filled({"column": _column(reject, label), "value": value, "reason": reason})


def _alike(rows: Sequence[Row], label: Label) -> Text:
    columns = [_column(each, label) if each.column else _reason(each) for each in rows[0]]
    numbers = [str(row[0].row) for row in rows]
    more = " ..." if len(numbers) > _NUMBERS else ""
    return ALIKE.filled(
        {
            "columns": _listed(columns, "、", ", "),
            "count": len(rows),
            "rows": Text("、".join(numbers[:_NUMBERS]) + more, ", ".join(numbers[:_NUMBERS]) + more),
        }
    )


def _reason(reject: Reject) -> Text:
    return REJECTED.get(reject.reason, same(reject.reason))


def _column(reject: Reject, label: Label) -> Text:
    return label.get((reject.table, reject.column or ""), same(reject.column or ""))


def _listed(texts: Sequence[Text], zh: str, en: str) -> Text:
    return Text(zh.join(text.zh for text in texts), en.join(text.en for text in texts))


def losses(loaded: Loaded, label: Label) -> Iterator[Notice]:
    """One notice a column: the first cell shows where to look."""
    first: dict[tuple[str, str], Reject] = {}
    for each in loaded.losses:
        first.setdefault((each.table, each.column or ""), each)
    counts = {
        (each["table"], each["column"]): each["count"] for each in loaded.details if each["reason"] == "digits_lost"
    }
    for column, each in first.items():
        values = {"column": label.get(column, same(column[1])), "count": counts.get(column, loaded.losses_count)}
        yield Notice("digits_lost", LOST.filled(values), place(each))


def unknown_words(loaded: Loaded, label: Label) -> Iterator[Notice]:
    for each in loaded.details:
        if each["reason"] == "unknown_word":
            column = label.get((each["table"], each["column"]), same(each["column"]))
            values = {"column": column, "word": _code(each["word"], each["count"]), "count": each["count"]}
            yield Notice("unknown_word", UNKNOWN_WORD.filled(values))


def _code(word: str, count: int) -> Text:
    """A word that stands in several rows is a code, which somebody is to explain; of one row it may be a name."""
    return Text(f"“{word}”", f'"{word}"') if count > _ONE_PERSON else repeated(word)


def cleaned(loaded: Loaded) -> dict[str, int]:
    """How many values each stated rule made readable, by the rule's stable name."""
    return {reason: count for reason, count in loaded.cleaned.items() if reason in CLEANED and count}


def place(reject: Reject) -> Location:
    return Location(reject.file, row=reject.row)
