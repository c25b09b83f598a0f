"""What is said of changes since an earlier report."""

from __future__ import annotations

from collections.abc import Mapping

from wicheck.model import Text

TITLE = Text("同 {day} 的报告相比（{file}）", "Since the report of {day} ({file})")
COUNTS: Mapping[str, Text] = {
    "new": Text("新出现的不符合 {n} 项", "newly not met: {n}"),
    "unchanged": Text("仍不符合 {n} 项", "still not met: {n}"),
    "fixed": Text("已改正 {n} 项", "mended: {n}"),
    "undecided": Text("现在不能判断 {n} 项", "no longer decidable: {n}"),
    "not_judged": Text("这次没有检查 {n} 项", "not judged this time: {n}"),
}
LISTED: Mapping[str, Text] = {
    "new": Text("新出现的不符合", "Newly not met"),
    "fixed": Text("已改正", "Mended"),
    "undecided": Text("以前不符合，现在不能判断", "Not met then, and no longer decidable"),
    "not_judged": Text("以前不符合，这次没有检查", "Not met then, and not judged this time"),
}
OFFENCES: Mapping[str, Text] = {
    "new": Text("新出现 {n} 笔", "new: {n}"),
    "unchanged": Text("仍有 {n} 笔", "still there: {n}"),
    "fixed": Text("不再有 {n} 笔", "gone: {n}"),
    "undecided": Text("现在不能判断 {n} 笔", "no longer decidable: {n}"),
    "not_judged": Text("这次没有检查 {n} 笔", "not judged this time: {n}"),
    "untold": Text(
        "{n} 笔说不准是不是新的（以前的报告没有列全）", "maybe new, as the earlier report does not list all: {n}"
    ),
}
OFFENCES_TITLE = Text("不符合规定的费用", "Offences of claims")
OFFENCES_OF = Text("{dossier}：{title}（{counts}），{rule}", "{dossier}: {title} ({counts}), {rule}")
OFFENCES_TOTAL = Text("费用问题{counts}", "offences of claims: {counts}")
SINCE: Mapping[str, Text] = {
    "new": Text("新出现", "new"),
    "unchanged": Text("没有变化", "unchanged"),
    "untold": Text("说不准有没有新的", "maybe new"),
    "not_judged": Text("以前不符合，这次没有检查", "not met then, not judged this time"),
    "fixed": Text("以前有，这次没有了", "found then, gone now"),
}
STILL = Text("以前就不符合（差多少不作比较）", "not met then either (by how much is not compared)")
GROWN = Text("以前就不符合，又有新出现的费用问题", "not met then either, and there are new offences of claims")
THEN = Text("以前{verdict}", "then: {verdict}")
NOT_THEN = Text("以前没有检查", "not judged then")
SINCE_THEN = Text("同以前的报告相比：{text}", "since the earlier report: {text}")
TOLERATED = Text("原有的不符合，这次不算失败", "not met before either: no failure this time")
GONE = Text("以前不符合，现在不再查出：{title}", "not met then, found no more: {title}")
ENTRY = Text("{dossier}：{title}，{rule}", "{dossier}: {title}, {rule}")
ENTRY_NOW = Text("{dossier}：{title}（现在{verdict}），{rule}", "{dossier}: {title} (now {verdict}), {rule}")
ONLY_NEW = Text(
    "只有新出现的不符合才算失败（--new-only）；原有的费用问题金额变大，仍算原有",
    "only what is newly not met counts as a failure (--new-only); an offence of claims whose amount grew is not new",
)
