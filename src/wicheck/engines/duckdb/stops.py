"""Why the engine's process stopped, and what a person can do about that: the advice follows from the cause."""

from __future__ import annotations

import re
import signal
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from wicheck.model import Text


class Stop(Enum):
    """What ended it."""

    LATE = "late"
    MEMORY = "memory"
    PROCESSOR = "processor"
    DISK = "disk"
    KILLED = "killed"
    CRASHED = "crashed"


class Told(NamedTuple):
    """A cause in words, and what to do."""

    why: Text
    hint: Text


_MEMORY = re.compile(r"MemoryError|bad_alloc|Out of Memory Error|[Cc]annot allocate memory")
_DISK = re.compile(r"No space left|Disk quota exceeded|max_temp_directory_size")
_BY_SYSTEM = frozenset(("SIGKILL", "SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"))
_TOLD: Mapping[Stop, Told] = {
    Stop.LATE: Told(
        Text("超过了允许的时间", "it took longer than it may"),
        Text("等别的程序做完再运行，或者把数据分成几批", "run again when the machine is less busy, or split the batch"),
    ),
    Stop.MEMORY: Told(
        Text("内存超过了上限", "it needs more memory than it may use"),
        Text("用 --memory 给更多，再运行一次", "give more with --memory, and run again"),
    ),
    Stop.PROCESSOR: Told(
        Text("用掉的处理器时间超过了上限", "it used more processor time than it may"),
        Text("把数据分成几批再运行；多给内存没有用", "split the batch and run again; more memory does not help"),
    ),
    Stop.DISK: Told(
        Text("磁盘空间不够", "the disk is full"),
        Text(
            "腾出空间，或者用环境变量 TMPDIR 把临时文件放到别处，再运行一次",
            "make room, or put temporary files elsewhere with TMPDIR, and run again",
        ),
    ),
    Stop.KILLED: Told(
        Text("它的进程被结束了（{signal}）", "its process was ended ({signal})"),
        Text(
            "不是它自己停的：多半是整台机器的内存不够，系统结束了它（关掉别的程序，或者用 --memory 给得更少），"
            "也可能有人结束了它；再运行一次",
            "it did not stop by itself: mostly the whole machine ran out of memory (close other programs, or give "
            "less with --memory), or somebody ended it; run again",
        ),
    ),
    Stop.CRASHED: Told(
        Text("它的程序崩溃了（{signal}）", "its program crashed ({signal})"),
        Text(
            "这是 wicheck 或 DuckDB 的毛病，多给内存没有用：再运行一次，还是这样就把这段话报告给维护者",
            "this is a fault of wicheck or DuckDB, more memory does not help: run again, and report this if it stays",
        ),
    ),
}
FAULT = Told(Text("它自己的查询没有完成", "a query of its own failed"), _TOLD[Stop.CRASHED].hint)
"""Of a failed reply that is none of these."""


def cause(code: int | None, words: str) -> Stop:
    """What ended a process by its exit ``code`` (a signal below zero) and its last ``words``."""
    if _DISK.search(words):
        return Stop.DISK
    if _MEMORY.search(words):
        return Stop.MEMORY
    name = signal_of(code)
    if name == "SIGXCPU":
        return Stop.PROCESSOR
    return Stop.KILLED if name in _BY_SYSTEM else Stop.CRASHED


def told(stop: Stop, code: int | None = None) -> Told:
    """``stop`` in words, for a person."""
    ended = signal_of(code)
    values = {
        "signal": Text(f"信号 {ended}", f"signal {ended}") if ended else Text(f"退出码 {code}", f"exit code {code}")
    }
    found = _TOLD[stop]
    return Told(found.why.filled(values), found.hint)


def of_reply(failed: str, words: str) -> Told | None:
    """The cause of a failed reply, of a process that goes on; None where it is none of these."""
    if _DISK.search(words):
        return told(Stop.DISK)
    if failed in (Stop.LATE.value, Stop.MEMORY.value):
        return told(Stop(failed))
    return None


def signal_of(code: int | None) -> str | None:
    """The name of the signal that an exit code tells of."""
    if code is None or code >= 0:
        return None
    try:
        return signal.Signals(-code).name
    except ValueError:
        return str(-code)
