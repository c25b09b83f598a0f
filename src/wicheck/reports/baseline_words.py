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
ENTRY = Text("{dossier}：{title}，{rule}", "{dossier}: {title}, {rule}")
ENTRY_NOW = Text("{dossier}：{title}（现在{verdict}），{rule}", "{dossier}: {title} (now {verdict}), {rule}")
ONLY_NEW = Text(
    "只有新出现的不符合才算失败（--new-only）", "only what is newly not met counts as a failure (--new-only)"
)
