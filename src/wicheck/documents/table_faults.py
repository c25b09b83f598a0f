"""What is said of a table beside a document: what is wrong, where, and what to do. No cell's content is repeated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from wicheck.documents.faults import WORDS, Fault, named
from wicheck.documents.repeatable import repeated
from wicheck.documents.shapes import Shape
from wicheck.documents.similar import closest
from wicheck.documents.table_columns import may_stand
from wicheck.errors import InputError
from wicheck.model import Location, Text
from wicheck.tabular.cells import CellKind

HIDDEN = Text(
    "这张表有隐藏的行、列或工作表，其中的内容同样读了",
    "some rows, columns or the sheet itself are hidden; what they say was read like the rest",
)
NO_ENTRIES = Text(
    "这张表只有列名，没有内容：当作没有填；确实没有的请在 YAML 里写“无”",
    "the table has column names only: taken as not given; where there are none, write 无 in the document",
)
_TYPE_AGAIN = Text(
    "请在 Excel 里把这一列设为“文本”格式，照原件重新输入（或者在内容前加一个半角单引号 '），再保存",
    "format the column as text in the spreadsheet, type it again from the paper (or put a ' in front), and save",
)
MERGED: Fault = (
    Text("这里有合并的单元格，说不清属于哪一行哪一列", "cells are merged here, so it is not clear whose they are"),
    Text(
        "请取消合并，每一格各填各的；表头上面的标题行请删去",
        "split them and fill in each; take titles above the column names out",
    ),
)
NO_NAME: Fault = (
    Text("这一列有内容，却没有列名", "there is something in this column, but it has no name"),
    Text("请在第一行补上列名，或者删去这一列", "name the column in the first row, or take it out"),
)
_USUAL_COLUMNS = (
    *("性别", "年龄", "民族", "学历", "学位", "籍贯", "科室", "部门", "单位", "职务", "备注", "说明", "电话", "手机"),
    *("联系电话", "联系方式", "出生日期", "出生年月", "参加工作时间", "入职日期", "毕业院校", "政治面貌", "执业范围"),
    *("品牌", "厂家", "生产厂家", "价格", "金额", "购置日期", "存放地点", "主讲人", "培训地点"),
)
"""Names of columns that tables of hospitals have: nobody is called by them, so that they can be repeated."""
_OF_NO_USE = Text("用不着的列（备注之类）请删去；", "take out columns that are of no use here; ")
_NAMES_ABOVE = Text(
    "用不着的列请删去；可以写的列名见上", "take it out if it is of no use; the known columns: see above"
)
NO_NUMBER: Fault = (
    Text("序号这一列里有不是序号的内容", "the column that numbers the rows holds something else too"),
    Text("请把它写到自己的列里，或者删去", "write it in a column of its own, or take it out"),
)
TOTAL: Fault = (
    Text("这一行像是合计，不是一条内容", "this row looks like a total and no entry"),
    Text("请删去合计、小计这样的行", "take totals out"),
)
REMARK: Fault = (
    Text("这一行像是说明，不是一条内容", "this row looks like a remark and no entry"),
    Text("请删去制表人、页码、备注这样的行", "take remarks out, such as who made the table"),
)
HEADER_AGAIN: Fault = (
    Text("这一行又是列名", "this row has the column names once more"),
    Text("请删去这一行", "take this row out"),
)
OF_KIND: Mapping[CellKind, Fault] = MappingProxyType(
    {
        CellKind.FAILED: (
            Text("这一格的公式出错（#N/A 之类）", "the formula of this cell failed (#N/A and the like)"),
            Text("请改正公式，或者直接填写内容", "mend the formula, or write the value itself"),
        ),
        CellKind.NOT_COMPUTED: (
            Text("这一格的公式没有保存结果", "the result of this cell's formula was not saved"),
            Text("请用 Excel 或 WPS 打开，再保存一次", "open the file in a spreadsheet program and save it again"),
        ),
        CellKind.PART_OF_DATE: (
            Text(
                "这一格是日期，却看不到完整的年月日，缺的部分可能是 Excel 自己补的",
                "this cell is a date that does not show its year, month and day; what is missing may be made up",
            ),
            Text(
                "请把格式设为 2026-03-05 这样的日期，照原件核对",
                "format it as a date such as 2026-03-05 and compare it with the paper",
            ),
        ),
    }
)


def number_for_text(shape: Shape) -> Fault:
    about = named(shape)
    return (
        Text(
            f"{about.zh}应为文字，这一格却是数字：开头的 0 或者末尾的数字可能已经丢了",
            f"{about.en} must be a text, but this cell is a number: zeros in front or digits behind may be lost",
        ),
        _TYPE_AGAIN,
    )


def rounded(shape: Shape) -> Fault:
    about = named(shape)
    return (
        Text(
            f"{about.zh}像是被 Excel 改过的数字：15 位以后的数字已经丢了",
            f"{about.en} looks like a number that a spreadsheet has rounded: its digits after the 15th are lost",
        ),
        _TYPE_AGAIN,
    )


def became_date(shape: Shape) -> Fault:
    about = named(shape)
    return (
        Text(
            f"{about.zh}应为文字，这一格却被 Excel 当成了日期",
            f"{about.en} must be a text, but the spreadsheet has made a date of it",
        ),
        _TYPE_AGAIN,
    )


def invisible(shape: Shape) -> Fault:
    about = named(shape)
    return (
        Text(f"{about.zh}里有看不见的控制字符", f"there are invisible control characters in {about.en}"),
        Text("请清空这一格，重新输入", "clear the cell and type it again"),
    )


def no_header(shape: Shape) -> Fault:
    return (
        Text(
            "第一行应是列名，这里没有一个认得出的",
            "the first row must have the names of the columns, but none of these is known",
        ),
        _known(shape, Text("列名上面的标题请删去；", "take titles above them out; ")),
    )


def unknown_columns(shape: Shape, names: Sequence[str]) -> Iterator[Fault]:
    """One for each of ``names``; only the first that is like no other lists all that are known."""
    listed = False
    for name in names:
        found = repeated(name, (*shape.entries, *WORDS, *_USUAL_COLUMNS))
        message = Text(f"不认识这一列的列名：{found.zh}", f"no such column is known: {found.en}")
        if close := closest(name, shape.entries):
            about = named(shape.entries[close][1])
            yield message, Text(f"是不是想写{about.zh}？", f"did you mean {about.en}?")
        else:
            yield message, _NAMES_ABOVE if listed else _known(shape, _OF_NO_USE)
            listed = True


def column_twice(shape: Shape) -> Fault:
    about = named(shape)
    return (
        Text(f"有两列都是{about.zh}", f"two columns are {about.en}"),
        Text("请只保留一列", "keep only one of them"),
    )


def nested_column(shape: Shape) -> Fault:
    about = named(shape)
    return (
        Text(f"{about.zh}自己还有若干项，一格写不下", f"{about.en} has entries of its own, which one cell cannot hold"),
        Text(
            "请删去这一列，有这一项的内容逐条写在 YAML 里",
            "take the column out, and write such entries in YAML",
        ),
    )


def _known(shape: Shape, first: Text) -> Text:
    columns = [named(child) for child in shape.properties.values() if may_stand(child)]
    zh, en = "、".join(each.zh for each in columns), ", ".join(each.en for each in columns)
    return Text(f"{first.zh}可以写的列名：{zh}", f"{first.en}known columns: {en}")


def more(file: str, count: int) -> InputError:
    return InputError(
        Text(f"这张表另有 {count} 处错误没有列出", f"{count} more faults of this table are not listed"),
        Location(file),
        Text("先改正列出的，再检查一次", "mend those that are listed and check again"),
    )
