"""The words that mean the same in every entry."""

from __future__ import annotations

NONE = "无"
"""There are none: a statement, unlike an empty value."""

EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
"""Unquoted scalars that say nothing."""

YES = frozenset({"是", "有", "true", "True", "TRUE", "yes", "Yes", "YES"})
NO = frozenset({"否", NONE, "没有", "false", "False", "FALSE", "no", "No", "NO"})

BOOLEANS = dict.fromkeys(YES, True) | dict.fromkeys(NO, False)
