"""Why a row was kept aside, or what was done to a cell so that it could be read, in words."""

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
CLEANED: Mapping[str, Text] = {
    "not_given": Text("按未填写读", "read as not given"),
    "wide": Text("全角字符按半角读", "full-width characters read as plain ones"),
    "thousands": Text("去掉千分位", "thousand separators taken out"),
    "currency": Text("去掉“元”“¥”", "the currency taken off"),
    "number_form": Text("数字的写法", "another way to write a number"),
    "none_is_zero": Text("“无”按 0 读", "none read as zero"),
    "date_form": Text("日期的写法", "another way to write a date"),
    "serial": Text("日期的序号", "the serial number of a date"),
    "no_time": Text("只有日期没有时刻", "a day without its time"),
    "formula_text": Text("去掉公式记号", "the sign of a formula taken off"),
    "unknown_word": Text("不认识的代码，按未填写读", "a code nobody explains: read as not given"),
    "digits_lost": Text(
        "数字被表格软件破坏，按未填写读", "digits destroyed by a spreadsheet program: read as not given"
    ),
}
