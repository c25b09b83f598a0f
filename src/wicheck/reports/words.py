"""Every word the reports say of their own, in both languages. ``{name}`` is filled in when it is said."""

from __future__ import annotations

from collections.abc import Mapping

from wicheck.model import Attestor, Binds, DocumentKind, PackStatus, ReadingSource, ServiceKind, Stage, Text, Verdict
from wicheck.reports.answers import Answer

VERDICTS: Mapping[str, Text] = {
    Verdict.PASS: Text("符合", "met"),
    Verdict.FAIL: Text("不符合", "not met"),
    Verdict.SUSPECT: Text("疑点", "suspect"),
    Verdict.REVIEW: Text("待人工认定", "for a person to decide"),
    Verdict.UNKNOWN: Text("资料不足", "not enough data"),
    Verdict.NOT_APPLICABLE: Text("不适用", "not applicable"),
    Verdict.ERROR: Text("未能判定", "could not be decided"),
}
ANSWERS: Mapping[str, Text] = {
    Answer.NOT_MET: Text("不符合申请条件", "does not meet the conditions"),
    Answer.TEXT_LOST: Text(
        "条件缺失或没有写，不能断言符合", "conditions are lost or not stated: nobody can be said to meet them"
    ),
    Answer.CONTRADICTORY: Text(
        "资料自相矛盾，不能断言符合", "the data contradict themselves: no answer can rest on them"
    ),
    Answer.INSUFFICIENT: Text("资料不足，尚不能判断", "not enough data to tell"),
    Answer.REVIEW: Text("待人工认定", "people have yet to decide"),
    Answer.MET: Text("符合申请条件", "meets the conditions"),
    Answer.NOT_ASSESSED: Text("未作判断", "not assessed"),
}
SERVICE_KINDS: Mapping[str, Text] = {
    ServiceKind.MEDICAL: Text("医疗", "medical"),
    ServiceKind.REHABILITATION: Text("康复", "rehabilitation"),
    ServiceKind.ASSISTIVE_DEVICE: Text("辅助器具", "assistive devices"),
}
STAGES: Mapping[str, Text] = {
    Stage.ADMISSION: Text("准入条件", "admission"),
    Stage.PROCEDURE: Text("办理程序", "procedure"),
    Stage.PERFORMANCE: Text("协议履行", "performance"),
}
OWED: Mapping[str, Text] = {
    Binds.AGENCY: Text("经办机构和主管部门应办，不影响以上结论", "Owed by the agency, with no bearing on the answer"),
    Binds.WORKER: Text("职工一方应办，不影响以上结论", "Owed by the worker, with no bearing on the answer"),
}
ATTESTORS: Mapping[str, Text] = {
    Attestor.INSTITUTION: Text("申请机构", "the institution"),
    Attestor.AGENCY: Text("经办机构", "the agency"),
    Attestor.BUREAU: Text("人力资源社会保障行政部门", "the bureau"),
    Attestor.COMMITTEE: Text("劳动能力鉴定委员会", "the capacity committee"),
    Attestor.EXPERTS: Text("专家", "experts"),
    Attestor.HEALTH_AUTHORITY: Text("卫生健康行政部门", "the health authority"),
}
READINGS: Mapping[str, Text] = {
    ReadingSource.AGENCY: Text("数字按经办机构的设定理解", "the figure is read as the agency set it"),
    ReadingSource.ASSUMED: Text("数字按本工具的理解", "the figure is read as this tool assumes"),
}
STATUSES: Mapping[str, Text] = {
    PackStatus.DRAFT: Text(
        "草案或征求意见稿，并非正式文件，结论仅供参考", "a draft, not law: the answer is for orientation only"
    ),
    PackStatus.TRIAL: Text("试行", "on trial"),
    PackStatus.IN_FORCE: Text("现行", "in force"),
}
DOCUMENTS: Mapping[str, Text] = {
    DocumentKind.INSTITUTION: Text("机构文件", "the institution document"),
    DocumentKind.APPLICATION: Text("申请文件", "the application document"),
    DocumentKind.AGREEMENT: Text("协议文件", "the agreement document"),
    DocumentKind.REGISTRY: Text("名录文件", "the registry document"),
    DocumentKind.EPISODE: Text("个案文件", "the episode document"),
    DocumentKind.CLAIMS: Text("结算文件", "the claims document"),
    DocumentKind.CATALOGUE: Text("目录文件", "the catalogue document"),
    DocumentKind.CALENDAR: Text("日历文件", "the calendar document"),
}

COMMA = Text("、", ", ")
OR = Text("或", " or ")
PAUSE = Text("，", ", ")
SERIES = Text("、", "; ")
HEADLINE = Text("{place}：{answer}", "{place}: {answer}")
HEADLINE_DETAILED = Text("{place}：{answer}（{details}）", "{place}: {answer} ({details})")
PLACE = Text("{region}（{kind}）", "{region} ({kind})")
NO_REGION = Text("没有适用的地区文件", "no region's text applies")
FAILING = Text("{n} 项不符合", "not met: {n}")
FAILING_WAIVED = Text("{n} 项不符合，其中 {waived} 项已获豁免", "not met: {n}, waived among them: {waived}")
CONTRADICTIONS = Text("{n} 处数据自相矛盾", "contradictions in the data: {n}")
UNREADABLE = Text("{n} 份文件因有错误没有读入", "documents with errors, left out: {n}")
NOT_COVERED = Text("这份文件只管{kinds}", "its text is about {kinds} only")
CONDITIONS_LOST = Text("原文缺失，不能断言符合", "the text is lost in part: nobody can be said to meet it")
CONDITIONS_UNSTATED = Text(
    "条件没有写在这份文件里，不能断言符合",
    "the text states no conditions of its own: nobody can be said to meet them",
)
UNSTATED = Text("{n} 类服务没有写条件", "kinds of service without conditions: {n}")
LOST = Text("{n} 处条件原文缺失", "conditions lost from the text: {n}")
UNKNOWN = Text("{n} 项资料不足", "lacking data: {n}")
BROKEN = Text("{n} 项未能判定", "could not be decided: {n}")
REVIEWS = Text("{n} 项待人工认定", "for people to decide: {n}")
SUSPECTS = Text("{n} 处疑点", "suspect: {n}")
MET = Text("{n} 项全部符合", "all {n} met")

FAILURES_TITLE = Text("不符合的", "Not met")
CONTRADICTIONS_TITLE = Text("资料前后不一致的", "Contradictions in the data")
OPEN_TITLE = Text("尚不能判断的", "Not yet decidable")
MISSING_TITLE = Text("缺少的资料", "Missing data")
DATES_TITLE = Text("要留意的日期", "Dates to watch")
REVIEWS_TITLE = Text("需要有人认定并出具证明的", "For people to decide and attest")
LATER_TITLE = Text(
    "办理程序和协议履行中的问题，不影响以上结论", "Procedure and performance, with no bearing on the answer"
)
SUSPECTS_TITLE = Text("疑点，请人工查看", "Suspect: please have a look")
BROKEN_TITLE = Text("规则出错，未能判定的", "Rules that broke")
MET_TITLE = Text("符合的", "Met")
NOT_APPLICABLE_TITLE = Text("不适用的", "Not applicable")
NOTICES_TITLE = Text("提示", "Notices")
ERRORS_TITLE = Text("读不了的文件或内容", "Files or contents that cannot be read")
UNREAD = Text(
    "{n} 条规则不能断定符合：有的行或文件没有读懂", "{n} rules cannot be decided: some rows or files were not read"
)
UNREAD_REMEDY = Text(
    "办法：“读不了的文件或内容”或“提示”里写明了是哪些，改正后再检查一次",
    "What to do: mend them (see what cannot be read, or the notices, which name them), then check again",
)
UNREAD_RULES = Text("规则：{rules}", "Rules: {rules}")
OVERVIEW_TITLE = Text("共 {n} 份档案", "{n} dossiers")

SETTLED = Text(
    "补齐前 {n} 项，就有 {rules} 条规则不再缺资料",
    "once the first {n} are filled in, this many rules lack nothing any more: {rules}",
)
ALL_SETTLED = Text(
    "补齐以下 {n} 项，{rules} 条规则就不再缺资料",
    "once these {n} are filled in, this many rules lack nothing any more: {rules}",
)
TOGETHER = Text("{what} {n} 项：{entries}", "{what}, {n} entries: {entries}")
NEEDED = Text("{rules} 条规则要用", "rules that need it: {rules}")
NEEDED_ALONE = Text(
    "{rules} 条规则要用，其中 {alone} 条只缺这一项", "rules that need it: {rules}, and lack nothing else: {alone}"
)
NEEDED_ONLY = Text("{rules} 条规则只缺这一项", "rules that lack only this: {rules}")
WRITE_BELOW = Text("写在 {where} 处", "write it at {where}")
WRITE_NEW = Text(
    "没有读到{document}：还没写的，新建一份，首行写 wicheck: {kind}/v1；写了的，先改正其中的错误",
    "{document} was not read: write one that begins with wicheck: {kind}/v1, or mend the one there is",
)

REMEDY = Text("办法：{text}", "What to do: {text}")
BASIS = Text("依据：{region} {article}，{rule}", "Clause: {region} {article}, {rule}")
BASIS_WITHOUT_ARTICLE = Text("依据：{region}，{rule}", "Clause: {region}, {rule}")
PLACES = Text("位置：{places}", "Where: {places}")
MORE_PLACES = Text("{places} 等 {n} 处", "{places} and more, {n} in all")
DAMAGE = Text("该条原文残缺：{text}", "the clause is damaged: {text}")
READING = Text("读法：{text}", "Reading: {text}")
DUE = Text("要留意的日期：{day}", "Date to watch: {day}")
WAIVED = Text(
    "已获豁免：{authority}批准，{expires_on} 止（{reason}）；仍计为不符合",
    "waived by {authority} until {expires_on} ({reason}); still counted as not met",
)
ATTESTED_MET = Text("已由{who}认定符合（{by}，{on}）", "attested as met by {who} ({by}, {on})")
ATTESTED_NOT_MET = Text("已由{who}认定不符合（{by}，{on}）", "attested as not met by {who} ({by}, {on})")
SELF_DECLARED_MET = Text(
    "机构自述符合（{by}，{on}），不能代替认定", "the institution itself says: met ({by}, {on}); that does not decide"
)
SELF_DECLARED_NOT_MET = Text("机构自述不符合（{by}，{on}）", "the institution itself says: not met ({by}, {on})")
ASK = Text("由{who}认定", "to be attested by {who}")
COUNTED = Text("{verdict} {n} 项", "{verdict}: {n}")
ALSO = Text("此外：{counts}（加 -v 列出）", "Besides: {counts} (listed with -v)")
TOTALS = Text("合计 {n} 项检查：{counts}", "{n} checks in all: {counts}")
WAIVED_TOTAL = Text("另：不符合的有 {n} 项已获豁免", "waived among those not met: {n}")
NOTHING_JUDGED = Text("没有作出任何检查", "nothing was checked")
JUDGED_FIXED = Text("一律按 {day} 判断", "everything judged as of {day}")
JUDGED_OPEN = Text("按各文件的日期判断，没有日期的按 {day}", "judged as of each record's date, else {day}")
ERROR_COUNT = Text("输入错误 {n} 处", "input errors: {n}")
TITLED = Text("{title}：{text}", "{title}: {text}")
NUMBERED = Text("{title}（{n}）", "{title} ({n})")
WITH_HINT = Text("{text}（{hint}）", "{text} ({hint})")

COLUMN_INSTITUTION = Text("机构", "institution")
COLUMN_PLACE = Text("地区", "region")
COLUMN_ANSWER = Text("结论", "answer")
COLUMN_NUMBERS: Mapping[str, Text] = {
    Verdict.FAIL: Text("不符合", "not met"),
    Verdict.UNKNOWN: Text("缺资料", "lacking"),
    Verdict.REVIEW: Text("待认定", "to decide"),
}
SKIPPED_WAIVED = Text("已获豁免：{reason}", "waived: {reason}")
INPUT = Text("输入", "input")
