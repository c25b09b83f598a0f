"""What the reports say of batches of claims: money, who bears it, rows that offend, how the tables were read."""

from __future__ import annotations

from collections.abc import Mapping

from wicheck.model import Bearer, Text, Verdict

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
    "floating": Text("二进制小数按 15 位有效数字读", "a binary fraction read to its 15 digits"),
    "formula_text": Text("去掉公式记号", "the sign of a formula taken off"),
    "invisible": Text("去掉看不见的字符", "signs that nobody sees taken out"),
    "unknown_word": Text("不认识的代码，按未填写读", "a code nobody explains: read as not given"),
    "digits_lost": Text(
        "数字被表格软件破坏，按未填写读", "digits destroyed by a spreadsheet program: read as not given"
    ),
}
"""What was done to a cell so that it could be read, by the stable name of the rule that says so."""
BEARERS: Mapping[str, Text] = {
    Bearer.FUND: Text("基金", "the fund"),
    Bearer.INSTITUTION: Text("机构", "the institution"),
    Bearer.WORKER: Text("职工", "the worker"),
}
ROWS: Mapping[str, Text] = {
    Verdict.FAIL: Text("{n} 笔不符合", "{n} not met"),
    Verdict.UNKNOWN: Text("{n} 笔资料不足", "{n} lacking data"),
    Verdict.REVIEW: Text("{n} 笔待人工认定", "{n} for people to decide"),
    Verdict.SUSPECT: Text("{n} 笔疑点", "{n} suspect"),
}

YUAN = Text("{amount} 元", "{amount} yuan")
AMOUNT_UNKNOWN = Text("金额不详", "amount not known")
STOP = Text("；", "; ")
NO_DATE = Text("日期不详", "no date")
BATCH = Text("结算批次 {id}（{region}）", "Batch of claims {id} ({region})")
AT_RISK = Text("涉及金额 {amount}：{numbers}", "money at risk: {amount} ({numbers})")
NO_MONEY = Text("有不符合规定的，没有涉及金额：{numbers}", "not all is met, though no money hangs on it ({numbers})")
CLAIMS = Text("结算单 {n} 张", "claims: {n}")
LINES = Text("明细 {n} 条", "lines: {n}")
BESIDE = Text("不涉及某张结算单", "of no claim")
CLEAN = Text("没有查出确定不符合规定的费用", "no claim or line was found that certainly offends")
NOTHING = Text("没有可以判断的费用数据", "there were no claims that could be judged")
NOT_DECIDABLE = Text(
    "读入了费用，但没有一条规则能判断：多半缺少规则要用的列或表，见“缺少的资料”",
    "rows were read, but no rule could judge them: mostly for want of columns or tables, see what data are missing",
)
BEARER = Text("由{bearer}承担 {amount}", "borne by {bearer}: {amount}")
ONCE = Text(
    "同一笔钱不论违反几条规则，合计只算一次", "a sum counts once in the total, however many rules it offends against"
)
JUDGED = Text("已读入：{tables}", "rows read: {tables}")
TABLE = Text("{table} {n} 行", "{table} {n}")
REJECTS = Text("{n} 行没有读懂，没有参加判断", "{n} rows could not be read and were not judged")
LOSSES = Text(
    "{n} 个单元格的数字被表格软件破坏，按未填写处理",
    "{n} cells whose digits a spreadsheet program destroyed, taken as not given",
)
CLEANED_BY = Text("读入时按规则整理：{rules}", "made readable by rule: {rules}")
CLEANED_RULE = Text("{rule} {n} 处", "{rule}: {n}")

RULE = Text("{title}：{found}", "{title}: {found}")
BORNE = Text("{amount}（{bearer}承担）", "{amount} (borne by {bearer})")
UNPRICED = Text("其中 {n} 笔金额不详", "amount not known of {n}")
LARGEST = Text("列出 {n} 笔，共 {all} 笔", "{n} of {all}")
LARGEST_BY_MONEY = Text("金额最大的 {n} 笔，共 {all} 笔", "the {n} with most money, of {all}")
CLAIM = Text("结算单 {claim}", "claim {claim}")
LINE = Text("结算单 {claim} 明细 {line}", "claim {claim}, line {line}")
LINE_ALONE = Text("明细 {line}", "line {line}")
NO_CLAIM = Text("不属于某张结算单", "of no claim")
COLUMN = Text("{title} {value}{unit}", "{title} {value}{unit}")
ROW = Text("{file} 第 {row} 行", "{file} row {row}")
OFFENCE = Text("{amount}，{claim}：{text}", "{amount}, {claim}: {text}")
OFFENCE_WITHOUT_MONEY = Text("{claim}：{text}", "{claim}: {text}")

TOTAL = Text("{region}：结算批次 {n} 个，涉及金额 {amount}", "{region}: batches of claims {n}, money at risk {amount}")

MONEY = Text("涉及金额", "money at risk")
COLUMN_RULE = Text("规则", "rule")
COLUMN_CLAIM = Text("结算单和明细", "claim and line")
COLUMN_AMOUNT = Text("金额", "amount")
COLUMN_TEXT = Text("情况", "what was found")
COLUMN_BEARER = Text("承担方", "borne by")

TITLE = Text("费用监控", "Monitoring of claims")
BY_RULE = Text("各条规则涉及的金额", "Money at risk by rule")
BY_MONTH = Text("各月涉及的金额", "Money at risk by month")
OFFENCES = Text("金额最大的费用问题", "The offences with most money")
OPEN = Text("疑点、待认定和资料不足", "Suspicions, what is to be decided, what lacks data")
ALL_ROWS = Text(
    "这里只列金额最大的；逐笔全部明细见检查时用 --report csv=、xlsx= 或 parquet= 写出的文件",
    "only those with most money are listed; all of them are in the files that a check writes with --report csv=, "
    "xlsx= or parquet=",
)
