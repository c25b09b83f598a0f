"""The words that mean the same in every entry."""

from __future__ import annotations

NONE = "无"
"""There are none: a statement, unlike an empty value."""

EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
"""Unquoted scalars that say nothing."""

YES = frozenset({"是", "有", "true", "True", "TRUE", "yes", "Yes", "YES"})
NO = frozenset({"否", NONE, "没有", "false", "False", "FALSE", "no", "No", "NO"})

BOOLEANS = dict.fromkeys(YES, True) | dict.fromkeys(NO, False)

PLACEHOLDERS = frozenset(
    {
        "有",
        "是",
        "没有",
        "否",
        "暂无",
        "待定",
        "待补",
        "待补充",
        "待办",
        "未知",
        "不详",
        "不清楚",
        "不知道",
        "未填",
        "略",
        "同上",
    }
    | {"/", "／", "-", "--", "－", "—", "——", "?", "？", "N/A", "n/a"}
)
"""What people write into a text so that it is not empty; none of it tells what the text asks for."""
