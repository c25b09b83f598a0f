"""The words of the formats for CI servers: SARIF, GitHub annotations, Markdown."""

from __future__ import annotations

from wicheck.model import Text

INPUT_RULE = Text("文件能读取、内容有效", "files can be read and are valid")
INPUT_HELP = Text(
    "按错误信息修改文件；wicheck validate 只检查格式。",
    "Mend the file as the message says; wicheck validate checks the form alone.",
)
REGION = Text("依据：{region}《{document}》{article}", "Clause: {region}, {document}, {article}")
REGION_WITHOUT_ARTICLE = Text("依据：{region}《{document}》", "Clause: {region}, {document}")
STAGE = Text("阶段：{stage}", "Stage: {stage}")
ATTESTED_BY = Text("需人工认定时，由{who}认定", "Where a person has to decide: {who}")
EXPLAIN = Text("详情：wicheck explain {rule}", "More: wicheck explain {rule}")
NOT_GROUNDED = Text("这是由条文推出的规则，条文没有直接写明", "derived from the text, which does not say it outright")
JUSTIFICATION = Text(
    "{authority}批准豁免，{issued_on} 至 {expires_on}：{reason}",
    "waived by {authority} from {issued_on} to {expires_on}: {reason}",
)
LEFT_OUT = Text(
    "结果太多，只列出最要紧的 {n} 项；未列出：{counts}。全部结果见 JSON 报告。",
    "too many results: the {n} that matter most are listed; left out: {counts}. The JSON report holds all.",
)
OFFENCES = Text("不符合规定的费用 {n} 笔", "offences of claims: {n}")
SOURCE_ROOT = Text("检查时所在的文件夹", "the folder in which the check was made")

TITLE = Text("工伤保险机构检查", "Work-injury insurance check")
NOT_SHOWN = Text("未能全部标注，另有：{counts}", "not all are annotated; besides: {counts}")
OF_LEVEL = Text("{level} {n} 条", "{level}: {n}")
DOSSIERS_LEFT_OUT = Text(
    "篇幅所限，另有 {n} 份档案或批次没有列出；全部结果见 JSON 报告。",
    "too long: {n} more dossiers or batches are not shown; the JSON report holds all.",
)
ROWS_LEFT_OUT = Text("另有 {n} 项没有列出", "{n} more are not shown")
COLUMN_DEMAND = Text("要求", "demand")
COLUMN_MESSAGE = Text("说明", "what was found")
COLUMN_REMEDY = Text("办法", "what to do")
COLUMN_BASIS = Text("依据", "clause")
COLUMN_PLACE = Text("位置", "place")
COLUMN_ENTRY = Text("要填写的条目", "entry to fill in")
COLUMN_USE = Text("用处", "use")
COLUMN_WHERE = Text("写在哪里", "where to write it")
COLUMN_VERDICT = Text("结论", "verdict")
COLUMN_NUMBER = Text("项数", "number")
