"""Lines that several formats say the same way."""

from __future__ import annotations

from tests.reports.factory import report
from wicheck.model import Language, Location, Notice, Text
from wicheck.reports.phrases import notices
from wicheck.reports.voice import Voice

GBK, NHSA = Text("编码：GB18030", "read as GB18030"), Text("列名认得", "names known")


def test_what_is_said_of_many_files_is_said_once_and_of_few_file_by_file() -> None:
    said = [Notice("x", GBK, Location(f"{name}.csv")) for name in "abcd"]
    said[1:1] = [Notice("y", NHSA, Location("a.csv")), Notice("z", Text("草案", "a draft"), None)]
    made = report([], [], said)
    assert list(notices(made.notices, Voice(Language.ZH, colour=False))) == [
        "编码：GB18030：a.csv、b.csv、c.csv 等 4 处",
        "a.csv 列名认得",
        "草案",
    ]
