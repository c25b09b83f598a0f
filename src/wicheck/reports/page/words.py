"""Every word that only the HTML report says, in both languages. ``{name}`` is filled in when it is said."""

from __future__ import annotations

from wicheck.model import Text

TITLE = Text("工伤保险服务机构检查报告", "Report on an institution serving work-injury insurance")
TITLE_OF = Text("{name}：{title}", "{name}: {title}")
SKIP = Text("跳到正文", "skip to the report")

SEARCH = Text("在各项结论中查找", "search the findings")
SEARCH_HINT = Text("条款、要求、编号、文件名……", "article, demand, rule, file ...")
FILTER = Text("只看这些结论", "show only these verdicts")
CLEAR = Text("全部显示", "show all")
PRINT = Text("打印", "print")
SHOWN = Text("显示 {n} 项，共 {all} 项", "{n} of {all} shown")
NONE_SHOWN = Text("没有这样的结论", "no such finding")

VERDICT = Text("结论", "verdict")
ANSWER = Text("结论", "The answer")
DOSSIER = Text("档案", "Dossier")
REGION = Text("地区和依据", "Region and text")
JUDGED_ON = Text("判断日期", "Judged as of")
JUDGED_BETWEEN = Text("{first} 至 {last}（按各文件的日期）", "{first} to {last} (each record's own date)")
NOT_JUDGED = Text("未作判断", "not judged")
FINDINGS = Text("各项结论", "Findings")
NEXT = Text("目录", "Contents")
ENTRIES = Text("{n} 项", "({n})")
DRAFT = Text("草案", "draft")
FILED_BY = Text("申请机构（盖章）", "Institution (stamp)")
FILLED_IN_BY = Text("填表人（签名）", "Filled in by (signature)")
DAY = Text("日期", "Date")

FIGURES = Text("离要求有多远", "How far from each figure")
FIGURES_HINT = Text(
    "长条是实际数，竖线是要求的数；没做到的和最接近界限的在前。",
    "The bar is what there is, the mark what is asked; what falls short, then what is closest, comes first.",
)
FIGURE = Text("实际 {observed}，要求 {required}", "{observed}; asked: {required}")
MATERIALS = Text("材料清单", "Papers to hand in")
MATERIALS_HINT = Text(
    "已打勾的按资料已经备齐；空格的备齐后打勾。", "Those ticked are in order; tick the others once they are."
)
SIGNATURES = Text("认定与签字", "Attestations to sign")
SIGNATURES_HINT = Text(
    "以下要求只能由人判断。请有权的一方认定并签字盖章，把证明文件和结论写进认定文件"
    "（格式见 wicheck schema attestations），再用 --attestations 检查一遍。",
    "These demands are for people to judge. Have the competent body decide, sign and stamp; then write its conclusion "
    "and the evidence file into an attestations file (see wicheck schema attestations) and check again with "
    "--attestations.",
)
SIGNED_BY = Text("由{who}认定", "To be attested by {who}")
CONCLUSION = Text("认定结论", "Conclusion")
MET = Text("符合", "met")
NOT_MET = Text("不符合", "not met")
EVIDENCE = Text("依据材料", "Evidence")
ORGANISATION = Text("认定单位（盖章）", "Organisation (stamp)")
SIGNATORY = Text("认定人（签名）", "Attested by (signature)")
ALREADY = Text("已有认定", "Attested already")
CRITERIA_OF = Text("{region}：逐条对照", "{region}: clause by clause")
CHAPTERS = Text("各章结论", "Verdicts by chapter")
WHOLE_TEXT = Text("全文", "the whole text")
DATA_CHECKS = Text("资料核对", "Checks of the data")

ABOUT = Text("关于本报告", "About this report")
TEXTS = Text("依据的文件", "Texts applied")
COVERAGE = Text("判断的范围", "What was judged")
COVERED = Text(
    "{region}：{clauses} 条条款中的 {clauses_judged} 条、{rules} 条规则中的 {rules_judged} 条",
    "{region}: {clauses_judged} of {clauses} clauses, {rules_judged} of {rules} rules",
)
DIGEST = Text("{status}；内容校验值 {digest}", "{status}; digest of the pack {digest}")
FILES = Text("检查的文件（SHA-256）", "Files checked (SHA-256)")
SETTINGS = Text("经办机构的设置", "The agency's settings")
ATTESTATIONS = Text("起作用的人工认定", "Attestations that decided")
ATTESTATION = Text(
    "{rule}（{subject}）：{conclusion}；{organisation} {by}（{capacity}），{attested_on}，有效至 {valid_until}；"
    "证明文件 {evidence_file}（SHA-256 {evidence_sha256}）",
    "{rule} ({subject}): {conclusion}; {organisation} {by} ({capacity}), {attested_on}, valid until {valid_until}; "
    "evidence {evidence_file} (SHA-256 {evidence_sha256})",
)
WAIVERS = Text("起作用的豁免", "Waivers that let a failure stand")
WAIVER = Text(
    "{rule}（{subject}）：{authority}批准（{approver}），{issued_on} 至 {expires_on}；{reason}",
    "{rule} ({subject}): by {authority} ({approver}), {issued_on} to {expires_on}; {reason}",
)
MADE_BY = Text("由 wicheck {version} 生成", "made by wicheck {version}")
DISCLAIMER = Text(
    "本报告依据所列文件和所填资料得出，不代替经办机构的审核决定。",
    "This report follows from the texts named and the data given; it does not stand in for the agency's decision.",
)
