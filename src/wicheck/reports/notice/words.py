"""Every word that only the notice to an institution says. ``{name}`` is filled in when it is said."""

from __future__ import annotations

from wicheck.model import Text

TITLE = Text("工伤保险费用监控提示", "Notice on claims of work-injury insurance")
FILE = Text("监控提示-{name}", "notice-{name}")
NUMBER = Text("编号：", "No.: ")
ADDRESSEE = Text("{name}：", "To {name}:")
INTRODUCTION = Text(
    "对你单位申报的下列结算批次按所列规定进行检查，发现以下问题，请逐笔核对，并在期限内书面回复。",
    "The batches of claims named below, which you have declared, were checked by the texts named. Please look into "
    "each of the following points and answer in writing within the term.",
)
DRAFT = Text("所依据的是草案或征求意见稿，仅供参考", "it is a draft, for orientation only")
BASIS = Text("依据：《{document}》{article}", "Clause: {document}, {article}")
BASIS_WITHOUT_ARTICLE = Text("依据：《{document}》", "Clause: {document}")
BATCH = Text(
    "结算批次 {id}，按《{document}》检查，判断日期 {day}", "Batch of claims {id}, checked by {document} as of {day}"
)
CERTAIN = Text("不符合规定的费用", "What is not met")
OPEN = Text("需要说明或核实的", "What is to be explained or verified")
WHAT_TO_DO = Text("处理要求", "What to do")
POINT = Text("{n}. {title}：{found}", "{n}. {title}: {found}")
REMEDY = Text("办法：{text}", "What to do: {text}")
SHOWN = Text(
    "共 {all} 笔，以下列出其中 {n} 笔；逐笔明细另附。", "{n} of {all} are listed; the full list comes with this letter."
)
COLUMNS = (
    Text("序号", "no."),
    Text("结算单", "claim"),
    Text("明细", "line"),
    Text("情况", "what was found"),
    Text("金额（元）", "amount (yuan)"),
    Text("位置", "place"),
)
UNKNOWN = Text("不详", "not known")
STEPS = (
    Text(
        "不符合规定的，属实的请更正申报，已支付的按承担方退回或自行承担，并说明原因和改进措施；",
        "What is not met: where it is so, correct what was declared; what was paid is returned, or borne by whom it "
        "falls to; state the reason and what you will do about it.",
    ),
    Text(
        "需要说明或核实的，请补充资料或书面说明，并附病历、清单、审批等证明材料；",
        "What is to be explained or verified: supply what lacks, or explain in writing, with records, lists and "
        "approvals that show it.",
    ),
    Text(
        "有异议的，请逐笔写明理由并附证明材料；逾期未回复的，由经办机构按规定处理。",
        "Where you object, give the reasons row by row with evidence. What is not answered in time the agency deals "
        "with by the rules.",
    ),
)
DEADLINE = Text("回复期限：　　　　年　　月　　日前", "To be answered by: ____-__-__")
CONTACT = Text("联系人：　　　　　　　　联系电话：", "Contact: ____________  Telephone: ____________")
AGENCY = Text("经办机构（盖章）", "Agency (stamp)")
DAY = Text("　　　　年　　月　　日", "____-__-__")
DISCLAIMER = Text(
    "本提示由检查工具按所列文件和所报数据生成，不代替经办机构的审核决定；其中不含个人信息。",
    "This notice follows from the texts named and the data declared; it does not stand in for the agency's decision. "
    "It holds no personal data.",
)
NOTHING = Text("没有需要提示机构的问题", "there is nothing that an institution has to be told of")
NO_CLAIMS = Text("没有结算批次，没有可写的监控提示", "there are no claims, so there is no notice to write")
SHOWS_PERSONAL = Text(
    "监控提示不带个人信息，请不要写 --show-personal",
    "a notice never shows personal data: check without --show-personal",
)
NO_DOCX = Text(
    "没有安装写 Word 文件的 docxtpl，只写了 Markdown",
    "docxtpl, which writes Word files, is not installed: only Markdown was written",
)
INSTALL = Text('请安装：pip install "wicheck[docx]"', 'install it: pip install "wicheck[docx]"')
