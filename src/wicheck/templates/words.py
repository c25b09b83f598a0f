"""What templates say."""

from __future__ import annotations

from collections.abc import Mapping

from wicheck.documents.shapes import ValueType
from wicheck.model import Binds, DocumentKind, Text

FILES: Mapping[str, Text] = {
    DocumentKind.INSTITUTION: Text("机构", "institution"),
    DocumentKind.APPLICATION: Text("申请", "application"),
    DocumentKind.AGREEMENT: Text("协议", "agreement"),
    DocumentKind.CLAIMS: Text("费用", "claims"),
    DocumentKind.CATALOGUE: Text("目录", "catalogue"),
}
"""What the file of a document is called."""

TITLE = Text("{title}：{regions}的规定要看的各项", "{title}: what the rules of {regions} look at")
TITLE_OF_KINDS = Text(
    "{title}：{regions}的规定要看的各项（{kinds}）", "{title}: what the rules of {regions} look at ({kinds})"
)
GUIDE: tuple[Text, ...] = (
    Text(
        "每一项的上面写着填什么、哪条规定要它。在冒号后面空一格填写；冒号和数字用半角。",
        "Above each entry stands what to write and which rule asks for it. Write behind the colon and a blank.",
    ),
    Text(
        "不知道的留空：留空就是没有填，从不算符合。",
        "Leave empty what you do not know: that is “not given”, and never passes.",
    ),
    Text(
        "确实没有的写“无”：数字、名单都可以，别的看说明。带下级的一项写了“无”，就删去它下面缩进的各行。",
        "Where there is none, write 无: in numbers and lists, elsewhere where it says so. Then leave out what is "
        "indented below.",
    ),
    Text(
        "名单下面有一条例子，行首有 #：去掉 #，改成自己的内容，有几条写几条。",
        "Lists have an example below them: take away its # and write your own entries, as many as there are.",
    ),
)
LOST_CONDITIONS = Text(
    "注意：{region}的准入条件，我们手里的原文缺了一部分（{what}）。缺的条件不在这张表里，也没有办法自查：下面全部填好，"
    "也不能断言符合，请向当地经办机构问明",
    "note: conditions of admission of {region} are missing from the text that we have ({what}). They are not in this "
    "form, and nobody can check them here: who fills in everything may still not meet them all. Ask the agency",
)
NO_CONDITIONS = Text(
    "注意：{kind}机构应当具备什么条件，{region}的文件没有写（{what}）。没有写的无从自查：作为{kind}机构，下面全部填好也不能断言符合",
    "note: the text of {region} states no conditions for {kind} institutions ({what}). Nobody can check here what it "
    "does not state: an institution for {kind} that fills in everything may still not be admitted",
)
NEXT = Text("填多少都可以检查：{command}", "Check it at any time: {command}")

HOW: Mapping[ValueType, Text] = {
    ValueType.INTEGER: Text("整数", "a whole number"),
    ValueType.NUMBER: Text("数字", "a number"),
    ValueType.SHARE: Text("比例，如 20%", "a share, such as 20%"),
    ValueType.BOOLEAN: Text("是 / 否", "yes / no"),
    ValueType.DATE: Text("日期，如 2026-03-10", "a date, such as 2026-03-10"),
    ValueType.DATE_TIME: Text("时间，如 2026-03-10 08:30", "a time, such as 2026-03-10 08:30"),
    ValueType.TEXT: Text("文字，如 {example}", "a text, such as {example}"),
}
SEVERAL = Text("可写几项，如 {example}", "one or more, as in {example}")
EACH_ONE = Text(
    "一条一条写，见下面的例子；或写表格的文件名，如 {name}.xlsx",
    "one entry after another, as in the example below; or a table's file name, such as {name}.xlsx",
)
WITH_UNIT = Text("{how}（{unit}）", "{how} ({unit})")
OR_NONE = Text("{how}，没有写“无”", "{how}; 无 for none")
NONE_OF_IT = Text("没有写“无”", "无 for none")
NONE, NOTHING = "“无”", Text("", "")
TO_WRITE = Text("{about}填：{how}", "{about} Write {how}")
WHEN_FILLED = Text(
    "{about}这张表填好以后，在这里写 [{file}]；各列怎么填：",
    "{about} Once the table is filled in, write [{file}] here. Its columns:",
)
COLUMN = Text("{name}：{how}", "{name}: {how}")

ASKS = Text("{region} {article}：{title}", "{region} {article}: {title}")
BY_OTHERS: Mapping[Binds, Text] = {
    Binds.AGENCY: Text("{rule}（经办机构的事）", "{rule} (for the agency)"),
    Binds.WORKER: Text("{rule}（职工的事）", "{rule} (for the worker)"),
}
PLANS = Text("用哪个地区的规定、看哪些规则、按哪一天判断，由它决定", "it decides which rules apply, and on which day")
AGAIN = Text("{about}〔规定同上〕", "{about} [rules as above]")
MORE = Text("另有 {n} 条规则要看这一项", "and {n} more rules")

OR = " / "
COMMA = Text("、", ", ")
SEMICOLON = Text("；", "; ")
TABLE = Text("{document}-{table}.csv", "{document}-{table}.csv")
