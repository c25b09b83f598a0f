"""What ``wicheck check`` can be asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from wicheck.cli.help import argument, option
from wicheck.cli.setup import pack_option, policies_option
from wicheck.cli.values import FILE, PATH, Count, CountFromZero, Day, Size, Word, Words
from wicheck.model import Language, ServiceKind, Text, Verdict, same
from wicheck.model.tuples import NamedTuple
from wicheck.reports import words, writer_names

PATHS_WORD = Text("路径...", "PATH...")
FILE_WORD = Text("文件", "FILE")
DATE_WORD = Text("日期", "DATE")
VERDICTS_WORD = Text("结论,...", "VERDICT,...")
FORMAT_WORD = Text("格式", "FORMAT")
REPORT_WORD = Text("格式=文件", "FORMAT=FILE")
COUNT_WORD = Text("个数", "N")
ENGINE_WORD = Text("引擎", "ENGINE")
SIZE_WORD = Text("大小", "SIZE")
MASTER_WORD = Text("地址", "URL")


class Asked(NamedTuple):
    """The options of one call, named as click hands them over; ``output`` is the format of what is printed."""

    paths: tuple[Path, ...]
    packs: tuple[str, ...]
    policies: tuple[Path, ...]
    service_kinds: tuple[str, ...]
    on: date | None
    include_drafts: bool
    settings: tuple[Path, ...]
    waivers: tuple[Path, ...]
    attestations: tuple[Path, ...]
    fail_on: tuple[str, ...]
    baseline: Path | None
    new_only: bool
    output: str
    reports: tuple[str, ...]
    jobs: int
    accept_rejects: int
    engine: str
    memory: int | None
    spark_master: str | None
    show_personal: bool
    quiet: bool
    verbose: bool

    @property
    def verbosity(self) -> int:
        return -1 if self.quiet else int(self.verbose)


def parameters(language: Language) -> Sequence[click.Parameter]:
    def made(*names: str, zh: str, en: str, **more: Any) -> click.Option:
        return option(language, *names, about=Text(zh, en), **more)

    formats = writer_names()
    named_files: Mapping[str, Any] = {"multiple": True, "type": PATH, "shown": FILE_WORD}
    return [
        argument(language, "paths", PATHS_WORD, nargs=-1, required=True, type=PATH),
        pack_option(language),
        policies_option(language),
        made(
            "--service-kind",
            "service_kinds",
            zh="只按这个服务类别检查（可重复）",
            en="judge by this service kind only (repeatable)",
            multiple=True,
            type=Word({kind: words.SERVICE_KINDS[kind] for kind in ServiceKind}),
        ),
        made(
            "--on",
            zh="按这一天判断，如 2026-03-10",
            en="judge as of this day, such as 2026-03-10",
            type=Day(),
            shown=DATE_WORD,
        ),
        made("--include-drafts", zh="也运行草案", en="run drafts too", is_flag=True),
        made("--settings", zh="经办机构的设置文件", en="an agency's settings", **named_files),
        made("--waivers", zh="豁免文件", en="waivers", **named_files),
        made("--attestations", zh="人工认定文件", en="attestations", **named_files),
        made(
            "--fail-on",
            zh="除“不符合”外，这些结论也算失败，如 资料不足,待人工认定",
            en="verdicts that count as failures beside fail, such as unknown,review",
            type=Words({verdict: words.VERDICTS[verdict] for verdict in Verdict}),
            default="",
            shown=VERDICTS_WORD,
        ),
        made(
            "--baseline",
            zh="同以前的报告（JSON）相比：哪些是新出现的、仍不符合的、已改正的",
            en="an earlier report (JSON): what is new since, what remains, what is mended",
            type=FILE,
            shown=FILE_WORD,
        ),
        made(
            "--new-only",
            zh="只有新出现的不符合才算失败；原有的（金额变大的也是）仍列出并计数",
            en="only what is newly not met counts as a failure; the rest, grown amounts too, is shown and counted",
            is_flag=True,
        ),
        made(
            "--format",
            "output",
            zh=f"屏幕输出的格式：{'、'.join(formats)}",
            en=f"what is printed: {', '.join(formats)}",
            type=Word({name: same(name) for name in formats}),
            default="terminal",
            shown=FORMAT_WORD,
        ),
        made(
            "--report",
            "reports",
            zh="另写一份报告，如 json=报告.json（可重复）",
            en="write a report too, such as json=report.json (repeatable)",
            multiple=True,
            shown=REPORT_WORD,
        ),
        made(
            "--jobs",
            zh="分给几个进程做，文件多时更快",
            en="how many processes share the work: faster where there are many files",
            type=Count(),
            default=1,
            shown=COUNT_WORD,
        ),
        made(
            "--accept-rejects",
            zh="费用数据里允许有几行读不懂（默认 0；读不懂的行不参加判断，可能靠它们改变的不符合只算资料不足）",
            en="how many rows of claims may be unreadable (default 0; they are not judged, and what they may take back "
            "is no certain failure)",
            type=CountFromZero(),
            default=0,
            shown=COUNT_WORD,
        ),
        made(
            "--engine",
            zh="用什么查询费用数据：duckdb（默认）或 spark",
            en="what queries claims: duckdb (default) or spark",
            default="duckdb",
            shown=ENGINE_WORD,
        ),
        made(
            "--memory",
            zh="查询费用数据最多用多少内存，如 256MB、2GB；不够时用磁盘",
            en="memory for querying claims, such as 256MB or 2GB; beyond it the disk is used",
            type=Size(),
            shown=SIZE_WORD,
        ),
        made(
            "--spark-master",
            zh="--engine spark 的主节点（默认 local[*]，即本机）",
            en="the master for --engine spark (default local[*]: this machine)",
            shown=MASTER_WORD,
        ),
        made("--show-personal", zh="不遮盖个人信息", en="do not mask personal data", is_flag=True),
        made("-q", "--quiet", zh="每个机构只写一行", en="one line per institution", is_flag=True),
        made("-v", "--verbose", zh="写出全部结论", en="every finding", is_flag=True),
    ]
