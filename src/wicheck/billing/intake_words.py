"""Why a row was kept aside, in words."""

from __future__ import annotations

from collections.abc import Mapping

from wicheck.model import Text

REJECTED: Mapping[str, Text] = {
    "not_a_number": Text("不是数字", "no number"),
    "scientific": Text(
        "科学计数法，数字可能已被表格软件破坏", "scientific notation: a spreadsheet program may have destroyed it"
    ),
    "too_many_decimals": Text("小数位太多，不能不加舍入地读入", "more decimals than can be kept without rounding"),
    "too_large": Text("数字太大", "too large"),
    "not_whole": Text("应为不小于 0 的整数", "must be a whole number, 0 or more"),
    "not_a_date": Text("不是日期", "no date"),
    "impossible_date": Text("没有这一天", "there is no such day"),
    "bare_serial": Text(
        "不是日期，像是 Excel 的日期序号；请先把这一列设为日期格式",
        "no date but, it seems, a spreadsheet's serial number of one: format the column as a date",
    ),
    "wrong_form": Text("写法不对", "not of the form it must have"),
    "wrong_word": Text("不是可写的词", "none of the words there are"),
    "says_nothing": Text("没有说明有还是没有", "does not say whether there is one"),
    "time_missing": Text("没有时刻", "the time is missing"),
    "too_few_columns": Text("列数太少", "too few columns"),
    "too_many_columns": Text("列数太多", "too many columns"),
    "unterminated_quote": Text("引号没有收尾", "a quote is never closed"),
    "stray_quote": Text("引号位置不对", "a quote where none may be"),
    "not_text": Text("不是文字", "no text"),
    "too_long": Text("单元格太长", "a cell is too long"),
}
