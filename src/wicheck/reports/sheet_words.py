"""The words of the spreadsheets (CSV and XLSX): headings, names of sheets, remarks."""

from __future__ import annotations

from collections.abc import Mapping

from wicheck.model import Binds, Disposition, Text

COLUMNS: Mapping[str, Text] = {
    "name": Text("机构", "institution"),
    "dossier": Text("档案编号", "dossier"),
    "region": Text("地区", "region"),
    "pack": Text("政策包", "pack"),
    "article": Text("条款", "article"),
    "title": Text("要求", "demand"),
    "verdict": Text("结论", "verdict"),
    "disposition": Text("处理", "disposition"),
    "message": Text("说明", "message"),
    "observed": Text("实际", "observed"),
    "required": Text("应为", "required"),
    "shortfall": Text("差距", "shortfall"),
    "unit": Text("单位", "unit"),
    "remedy": Text("办法", "what to do"),
    "missing": Text("缺少的资料", "missing data"),
    "due_on": Text("期限", "due"),
    "stage": Text("阶段", "stage"),
    "binds": Text("谁的义务", "whose duty"),
    "service_kinds": Text("服务类别", "service kinds"),
    "judged_on": Text("判断日期", "judged as of"),
    "change": Text("同以前的报告相比", "since the earlier report"),
    "record": Text("文件编号", "document"),
    "file": Text("文件", "file"),
    "line": Text("行", "line"),
    "column": Text("列", "column"),
    "cell": Text("单元格", "cell"),
    "rule": Text("规则", "rule"),
    "fingerprint": Text("指纹", "fingerprint"),
}
OFFENCE_COLUMNS: Mapping[str, Text] = {
    "name": COLUMNS["name"],
    "dossier": COLUMNS["dossier"],
    "batch": Text("结算批次", "batch of claims"),
    "region": COLUMNS["region"],
    "article": COLUMNS["article"],
    "title": COLUMNS["title"],
    "verdict": COLUMNS["verdict"],
    "claim": Text("结算单号", "claim"),
    "line_number": Text("明细号", "line of the claim"),
    "amount": Text("金额（元）", "amount (yuan)"),
    "bearer": Text("承担方", "borne by"),
    "alert": Text("监控提示", "text for the institution"),
    "evidence": Text("依据数据", "evidence"),
    "file": COLUMNS["file"],
    "row": COLUMNS["line"],
    "pack": COLUMNS["pack"],
    "rule": COLUMNS["rule"],
    "change": COLUMNS["change"],
    "fingerprint": COLUMNS["fingerprint"],
}
BINDS: Mapping[str, Text] = {
    Binds.INSTITUTION: Text("机构", "institution"),
    Binds.AGENCY: Text("经办机构", "agency"),
    Binds.WORKER: Text("职工", "worker"),
}
DISPOSITIONS: Mapping[str, Text] = {
    Disposition.NONE: Text("无", "none"),
    Disposition.WAIVED: Text("已获豁免，仍计为不符合", "waived, still counted as not met"),
    Disposition.ATTESTED: Text("已由人认定", "attested"),
}
INPUT_ERROR = Text("输入错误", "input error")
YES = Text("是", "yes")
NO = Text("否", "no")

SUMMARY = Text("汇总", "summary")
FINDINGS = Text("结论", "findings")
TITLE = Text("工伤保险机构检查报告", "Report on work-injury insurance institutions")
MADE_BY = Text("由 wicheck {version} 生成", "made by wicheck {version}")
ANSWERS_TITLE = Text("能否申请", "Answers")
PACKS_TITLE = Text("依据的文件", "Texts that were applied")
ANSWER = Text("总的结论", "answer")
DOCUMENT_TITLE = Text("文件名称", "title")
STATUS = Text("状态", "status")
SHEETS_LEFT_OUT = Text(
    "只为前 {n} 份档案单独列表；其余的请在“结论”表中按机构筛选",
    "only the first {n} dossiers have a sheet of their own; for the others filter the findings by institution",
)
ROWS_LEFT_OUT = Text(
    "“结论”表只列得下前 {n} 项；全部结论见 JSON 或 CSV 报告",
    "the sheet of findings holds the first {n} only; the JSON and CSV reports hold all",
)
OFFENCES = Text("费用问题明细", "offences")
MONEY_TITLE = Text("结算批次", "Batches of claims")
RULES_TITLE = Text("各条规则", "Rule by rule")
CLAIMS = Text("涉及结算单", "claims")
LINES = Text("涉及明细", "lines")
REJECTS = Text("没有读懂的行", "rows not read")
ROWS_OF = Text("{verdict}笔数", "rows: {verdict}")
BORNE_BY = Text("{bearer}承担", "borne by {bearer}")
OFFENCES_LEFT_OUT = Text(
    "“费用问题明细”表只列得下前 {n} 笔，共 {all} 笔；全部见 CSV 或 Parquet 报告",
    "the sheet of offences holds {n} of {all}; the CSV and Parquet reports hold all",
)
ONLY_LARGEST = Text(
    "这里只有每条规则金额最大的若干笔，共 {all} 笔；全部明细见检查当时用 wicheck check --report 写出的文件",
    "only those of each rule with most money, of {all}; all are in the files that wicheck check --report writes",
)
