"""The headings and fixed sentences of explanations."""

from __future__ import annotations

from collections.abc import Mapping

from wicheck.model import Binds, ClauseKind, EffectiveBasis, Text

ASKS = Text("要求", "What it asks")
FIGURE = Text("标准与读法", "Figure and reading")
CONDITION = Text("适用前提", "When it applies")
DECIDED = Text("怎样判断", "How it is decided")
DATA = Text("要填的资料", "Data it needs")
MEETS = Text("符合的例子", "An example that meets it")
BREAKS = Text("不符合的例子", "An example that does not")
REMEDY = Text("办法", "Remedy")
CLAUSE = Text("条款", "Clause")
SCOPE = Text("适用范围", "Scope")
RULES = Text("规则", "Rules")
ARGUMENTS = Text("参数", "Arguments")
ANSWERS = Text("可能的回答", "What it can answer")
WRITTEN = Text("写法", "How it is written")
ABOUT = Text("说明（英文）", "About")

ARTICLE = Text("{region}：{title}，{article}", "{region}: {title}, {article}")
CHAPTER = Text("章节：{chapter}", "Chapter: {chapter}")
SUMMARY = Text("大意（非原文）：{summary}", "In our own words: {summary}")
DAMAGE = Text("原文残缺：{damage}", "The text is damaged: {damage}")
LOST = Text(
    "缺失的是准入条件，因此不能断言符合", "What is lost are conditions of admission: nobody can be said to meet them"
)
DERIVED = Text("由条文推出，条文没有直接写明", "Follows from the text, which does not state it")
TOPIC = Text("主题：{topic}（{name}）", "Topic: {topic} ({name})")
STAGE = Text("阶段：{stage}", "Stage: {stage}")
BINDS = Text("约束：{who}", "Binds: {who}")
KINDS = Text("服务类别：{kinds}", "Service kinds: {kinds}")
ALL_KINDS = Text("不分类别", "all")
RECORD = Text("依据的文件：{record}", "Judged on: {record}")
SINCE = Text("施行：{since}", "In force: {since}")
FROM = Text("自 {day} 起（{basis}）", "from {day} ({basis})")
UNTIL = Text("至 {day}", "until {day}")
NO_DAY = Text("原文没有载明日期", "the text states no date")
ATTESTED_BY = Text("认定人：{who}", "Attested by: {who}")
NO_RULES = Text("没有需要判断的要求", "asks nothing that is decided")

BOUND: Mapping[Binds, Text] = {
    Binds.INSTITUTION: Text("申请机构", "the institution"),
    Binds.AGENCY: Text(
        "经办机构和主管部门，不影响申请机构的结论", "the agency, with no bearing on an institution's answer"
    ),
    Binds.WORKER: Text("职工一方，不影响申请机构的结论", "the worker, with no bearing on an institution's answer"),
}
BASES: Mapping[EffectiveBasis, Text] = {
    EffectiveBasis.STATED: Text("原文载明", "stated"),
    EffectiveBasis.ISSUE_DATE: Text("按印发日期理解", "the day of issue, as we read it"),
    EffectiveBasis.UNKNOWN: Text("依据不明", "nobody says why"),
}
CLAUSE_KINDS: Mapping[ClauseKind, Text] = {
    ClauseKind.RULE: Text("由资料判断", "decided from data"),
    ClauseKind.ATTEST: Text("须由人认定", "attested by people"),
    ClauseKind.DUTY: Text("经办机构或职工的义务", "a duty of the agency or the worker"),
    ClauseKind.INFO: Text("说明性条款，没有要判断的", "informs, nothing to decide"),
    ClauseKind.GAP: Text("原文缺失", "lost"),
}
FIGURES: Mapping[str, Text] = {
    "minimum": Text("不少于 {figure}", "at least {figure}"),
    "maximum": Text("不超过 {figure}", "at most {figure}"),
    "days": Text("{figure} 天", "{figure} days"),
    "working_days": Text("{figure} 个工作日", "{figure} working days"),
    "months": Text("{figure} 个月", "{figure} months"),
    "filing_month": Text("每年 {figure} 月申报", "filed in month {figure}"),
    "copies_count": Text("{figure} 份", "{figure} copies"),
    "tolerance": Text("允许相差 {figure}", "within {figure}"),
}
CHOICES: Mapping[str, Text] = {
    "division": Text("区划 {figure}", "division {figure}"),
    "allowed": Text("可以是 {figure}", "one of {figure}"),
    "required": Text("须包括 {figure}", "must include {figure}"),
}
IN_MONTHS = Text("{figure} 月", "month {figure}")
DATED = Text("{day} 起 {figure}", "{figure} from {day}")
ROOM = Text(
    "原文写“{word}”，留有余地：达不到的由经办机构认定，经办机构也可在设置中定出自己的读法",
    "The text says “{word}”, which leaves room: the agency decides on less, or sets a reading of its own",
)
FIRM = Text("原文的数字是确定的，含本数", "The figure is firm, and reaching it is enough")
CHECKED = Text("{title}（{name}）", "{title} ({name})")
CHECKED_ON = Text("{title}（{name}）：{what}", "{title} ({name}): {what}")
QUESTION = Text("须认定：{question}", "to be attested: {question}")
ENTRY = Text("{keys}（{path}）：{how}", "{path} ({keys}): {how}")
IN_UNIT = Text("{how}；单位：{unit}", "{how}; in {unit}")
SAYS = Text("结论：{verdict}。{message}", "Verdict: {verdict}. {message}")
STATED = Text("结论：{verdict}", "Verdict: {verdict}")
OFFENCES = Text("{n} 处", "rows: {n}")
AT_RISK = Text("涉及 {amount} 元", "{amount} yuan at risk")
NOTHING_GIVEN = Text("（没有填写有关资料）", "(nothing is given)")
COMMA = Text("、", ", ")
PAUSE = Text("，", ", ")
