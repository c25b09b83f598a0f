"""Dates in forms that are not read: which one was meant."""

from __future__ import annotations

import re
from datetime import date, timedelta
from unicodedata import normalize

from wicheck.documents.dates import iso_date
from wicheck.model import Text


def meant_date(text: str) -> Text | None:
    """The date that ``text`` surely means, or what it lacks; nothing where it is a matter of guessing."""
    plain = normalize("NFKC", text).replace(" ", "").replace("号", "日").removesuffix("00:00:00")
    if re.fullmatch("[0-9]{4}[年./-][0-9]{1,2}月?", plain):
        return Text("只有年月：请补上日，写成 2026-03-05", "there is no day: write it all, such as 2026-03-05")
    if re.fullmatch("[0-9]{8}", plain):
        plain = f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"
    try:
        written = iso_date(plain)
    except ValueError:
        return _serial(plain)
    return Text(f"请写成 {written}", f"write {written}")


def _serial(text: str) -> Text | None:
    """What a spreadsheet shows instead of a date where the cell lost its format: the days since the end of 1899."""
    if not re.fullmatch("[2-7][0-9]{4}", text):
        return None
    day = date(1899, 12, 30) + timedelta(int(text))
    return Text(
        f"像是 Excel 里日期的序号；是的话就是 {day}，请核对原件后这样写",
        f"perhaps the number by which Excel keeps {day}; if it is, compare it with the paper and write that",
    )
