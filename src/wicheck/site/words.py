"""The headings and fixed sentences of the site."""

from __future__ import annotations

from wicheck.model import Binds, ClauseKind, PackStatus, Text

REGIONS = Text("各地标准", "Criteria by region")
MATRIX = Text("地区对照", "Regions side by side")
BILLING = Text("费用结算规则", "Billing rules")
LEDGER = Text("条款台账", "Clause ledger")
KINDS = Text("检查方式", "Check kinds")
FACTS = Text("推算量", "Facts")
DATA = Text("资料怎么填", "Data dictionary")
METHOD = Text("判断的依据", "How it decides")

REGION = Text("地区", "Region")
CLAUSE = Text("条款", "Clause")
RULE = Text("要求", "Asks")
FIGURE = Text("标准", "Figure")
TOPIC = Text("主题", "Topic")
STAGE = Text("阶段", "Stage")
STATUS = Text("状态", "Status")
NAME = Text("名称", "Name")
COUNT = Text("规则数", "Rules")
USED = Text("用到它的规则（{n}）", "Rules that use it ({n})")
NONE = Text("无", "none")

STATUSES = {
    PackStatus.DRAFT: Text("草案", "draft"),
    PackStatus.TRIAL: Text("试行", "on trial"),
    PackStatus.IN_FORCE: Text("现行", "in force"),
}
DRAFT_BOX = Text(
    "这是草案或征求意见稿，不是正式文件，以下内容仅供参考", "A draft, not law: all below is for orientation only"
)
DAMAGE_BOX = Text("原文有 {n} 处缺失", "Places where the text is damaged: {n}")
DAMAGED = Text("原文有缺失", "text damaged")
DAMAGED_CLAUSE = Text("原文残缺：{damage}", "The text is damaged: {damage}")
UNCONDITIONED = Text("{kind}机构：{why}", "{kind}: {why}")
LOST_MARK = Text("缺的是准入条件", "conditions of admission are lost")

DOCUMENT = Text("文件名称", "Title")
NUMBER = Text("文号", "Number")
ISSUED = Text("印发日期", "Issued")
IN_FORCE = Text("施行", "In force")
DIVISION = Text("行政区划代码", "Division code")
SERVICES = Text("服务类别", "Service kinds")
SIZE = Text("收录", "Contents")
SIZE_VALUE = Text("{clauses} 条条款，{rules} 条规则", "clauses: {clauses}, rules: {rules}")
NOT_STATED = Text("原文没有写", "not stated")
HOW_TO_CHECK = Text("怎样自查", "How to check yourself")

CONDITIONS = Text("准入条件一览", "Conditions at a glance")
CONDITIONS_OF = Text("{kind}机构", "{kind}")
ANY_KIND = Text("各类机构都要", "Every kind of institution")
NO_CONDITIONS = Text("这份文件没有准入条件。", "This text states no conditions of admission.")
CONDITIONS_LOST = Text(
    "以下不全：原文缺失的地方有准入条件，见上面的“原文残缺和没有写到的”；符合下面各项，不等于符合申请条件",
    "Not complete: conditions of admission are lost, see above what is lost; who meets these may not meet all",
)
CONDITIONS_UNSTATED = Text(
    "对{kinds}机构，这份文件没有写应当具备的条件，见上面的“原文残缺和没有写到的”",
    "Of {kinds} institutions the text states no conditions, see above what is not said",
)
STEPS = Text("办理步骤", "Steps of an application")
STEPS_PICTURE = Text("{region}：办理步骤的先后和期限", "{region}: the steps of an application and their terms")
FROM_TO = Text("从", "From")
TO = Text("到", "To")
TERM = Text("期限", "Term")
WHO = Text("谁来办", "Who")
AT_MOST = Text("{n}内", "within {n}")
AT_LEAST = Text("满 {n}", "at least {n}")
AFTER = Text("在其后", "afterwards")
MONTH = Text("每年 {n} 月", "month {n} of a year")
PAPERS = Text("申请材料清单", "Papers to hand in")
PAPERS_HINT = Text("打印本页，逐项打勾。", "Print this page and tick them off.")
PAPER = Text("材料", "Paper")
FORM = Text("形式", "Form")
ORIGINAL = Text("原件", "original")
COPIES = Text("复印件 {n} 份", "copies: {n}")
STAMPED = Text("加盖公章", "stamped")
SINCE_STEP = Text("自{start}起 {term}", "{term} of: {start}")
STEPS_KEY = Text(
    "蓝框：申请机构要守的期限；黄框：经办机构和主管部门要守的期限。",
    "Blue: terms that bind the institution. Yellow: terms that bind the agency.",
)
BANS = Text("限制期", "Bans")
BANS_HINT = Text("在限制期内不能申请或签约。", "While a ban runs, nobody can apply or sign.")
UNFOLD = Text("展开", "show")
FEES = Text("费用结算", "Billing")
OFFENCE = Text("什么算违规", "What is an offence")
BORNE_BY = Text("谁承担", "Borne by")
BILLING_ABOUT = Text(
    "对一批费用逐条判断的规则：什么算违规、什么不算、涉及多少钱、由谁承担，各条的页面都有文字定义，查询语句附在后面。",
    "Rules that go through a batch of bills line by line. The page of each defines in words what is an offence and "
    "what is none, which money is at risk and who bears it, with the query behind it.",
)
FEES_HINT = Text(
    "对费用明细逐条判断；定义和查询语句见各条。",
    "Decided line by line of the bills; each rule has its definition and its query.",
)
TEXT_BY_CHAPTER = Text("逐条", "Clause by clause")
OUR_READING = Text("我们的理解", "How we read it")
SELF_SAME = Text("{it}", "{it}")

ALL_OF_REGION = Text("{region}全部条款", "All clauses of {region}")
PREVIOUS = Text("上一条", "previous")
NEXT = Text("下一条", "next")
SEE_ALSO = Text("另见", "See also")
ELSEWHERE = Text("别处怎么规定", "what others ask")
COMMAND = Text("命令行：{command}", "On the command line: {command}")

CLAUSE_KINDS = {
    ClauseKind.RULE: Text("由资料判断", "decided from data"),
    ClauseKind.ATTEST: Text("须由人认定", "attested by people"),
    ClauseKind.DUTY: Text("经办机构或职工的义务", "a duty of the agency or the worker"),
    ClauseKind.INFO: Text("说明", "informs"),
    ClauseKind.GAP: Text("原文缺失", "lost"),
}

OVERVIEW = Text("总览", "Overview")
OUTSIDE_LAW = Text("法律之外的核对", "Checks outside the law")
DAMAGE = Text("原文残缺和没有写到的", "What is lost, and what is not said")
COLON = Text("：", ": ")
COMMA = Text("、", ", ")
MY_FOLDER = Text("我的文件夹", "my-folder")
PAUSE = Text("；", "; ")
COUNTING = Text(
    "期限怎样起算，原文大多没有写：当日不计，最后一天不是工作日的顺延，这是我们的理解（民法典第二百零一至二百零三条）。",
    "How terms are counted is mostly not stated: the first day is left out and a last day that is no working day rolls "
    "on, which is our reading (Civil Code 201 to 203).",
)
WHO_ACTS = {
    Binds.INSTITUTION: Text("申请机构", "the institution"),
    Binds.AGENCY: Text("经办机构和主管部门", "the agency"),
    Binds.WORKER: Text("职工一方", "the worker"),
}

MATRIX_ABOUT = Text(
    "每行一个主题，每列一个地区；点数字或要求，看条款和怎样判断。"
    "≠ 表示各地数字不同，† 表示草案，⚠ 表示原文有缺失，"
    "— 表示这份文件里没有看到这项要求；原文有缺失的，可能就在缺的地方。",
    "A row a topic, a column a region; figures lead to the clause and how it is decided. ≠ marks figures that differ, "
    "† a draft, ⚠ a damaged text, and — that nothing of it is found in the text; "
    "of a damaged one, it may stand in what is lost.",
)
MATRIX_SHARED = Text("几个地区都有的要求", "What several regions ask")
MATRIX_PICTURE = Text("几个地区都有的要求及其数字", "What several regions ask, with their figures")
MATRIX_KEY = Text(
    "深色：各地数字不同；浅色加 ✓：有这项要求；虚线框：草案；"
    "空白：没有看到这项要求（标 ⚠ 的原文有缺失，不等于没有要求）。",
    "Dark: the figures differ. Light with ✓: asked. Dashed: a draft. "
    "Empty: not found (where ⚠ marks a damaged text, it may yet be asked).",
)
KINDS_ABOUT = Text(
    "规则怎样判断，由检查方式决定；名字就是政策包里 check: 后面写的词。说明文字目前只有英文。",
    "A check kind is how a rule decides; its name is what a pack writes after check:.",
)
FACTS_ABOUT = Text(
    "有些数要从几项资料推算出来，例如副高占比；名字就是政策包里 fact: 后面写的词。说明文字目前只有英文。",
    "Some figures are made from several entries, such as the share of seniors; a pack writes the name after fact:.",
)
WRITTEN = Text("写法", "Written")
DATA_ABOUT = Text(
    "资料写成 YAML，键用中文英文都行。`wicheck init 地区` 写出空白的一份，照着填。知道多少写多少，不知道的不写；"
    "“确实没有”写“无”。一条一条的名单（花名册、设备、培训记录）也可以写旁边一张表格的文件名。每种文件的第一行说明它是什么：",
    "Documents are YAML with Chinese or English keys; `wicheck init REGION` writes empty ones to fill in. Write what "
    "you know and leave out the rest; 无 says that there is none. Where entries are listed (a roster, equipment) the "
    "name of a table beside the document may stand. The first line names the kind:",
)
FIRST_LINE = Text("第一行", "First line")
MEANING = Text("说明", "Meaning")
KEY = Text("中文键", "Chinese key")
KEY_EN = Text("英文键", "Key")
HOW = Text("怎么写", "How to write it")
UNIT = Text("单位：{unit}", "in {unit}")

LEDGER_ABOUT = Text(
    "五份文件的每一条、每一项要求，都在这里交代：由规则判断、须由人认定，还是尚未落实。清单同规则分开写，规则漏了哪一项，这里就会显出来。",
    "Every clause and demand of the texts, and what becomes of it. The list is kept apart from the rules, so that none "
    "is overlooked.",
)
DEMANDS = Text("要求", "Demands")
BY_RULE = Text("由规则判断", "by a rule")
BY_ATTESTATION = Text("须由人认定", "attested")
NOT_YET = Text("尚未落实", "open")
SORT = Text("性质", "Kind")
JUDGED_ON = Text("依据的文件", "Judged on")
