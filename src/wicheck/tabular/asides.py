"""What people write into a table that is no entry: totals, and lines about who made it."""

from __future__ import annotations

import re
from unicodedata import normalize

_total = re.compile(
    r"(?:.{0,20}(?:合计|总计|小计)|共计|累计|(?:sub|grand)?total)(?:金额|费用)?(?:\(元\))?:?¥?[-0-9.,]*元?",
    re.IGNORECASE,
).fullmatch
_remark = re.compile(r"[\u4e00-\u9fff()、/]{1,12}:.*|第[0-9]+页.*|共[0-9]+[页条行笔].*", re.DOTALL).fullmatch


def is_total(cell: str) -> bool:
    """Whether a cell calls its row a total."""
    return _total(plain(cell)) is not None


def is_remark(cell: str) -> bool:
    """Whether a cell may be a line for people: 制表人：张三, 第 1 页."""
    return _remark(plain(cell)) is not None


def plain(cell: str) -> str:
    """The text without blanks, in half-width signs."""
    return "".join(normalize("NFKC", cell).split())
