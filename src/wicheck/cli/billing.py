"""What ``wicheck check`` gives to billing: an engine, its memory, a place for offences, a line that tells progress."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from wicheck.cli.check_options import Asked
from wicheck.model import Language, Text

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from wicheck.billing.opening import Means
    from wicheck.engines.interface import Progress

LOADING = Text("读取费用数据", "loading claims")
RULES = Text("费用规则 {done}/{total}  {rule}", "billing rules {done}/{total}  {rule}")
KEPT = {".parquet": {"parquet"}, ".csv": {"csv", "json", "xlsx"}}
"""Files of offences, by suffix, and the formats that are made from them."""
_WIDTH = 78


def formats(asked: Asked) -> set[str]:
    """All formats that offences are needed for. To hold them against earlier ones takes them all, as JSON does."""
    return {asked.output, *(each.partition("=")[0] for each in asked.reports), *(["json"] if asked.baseline else [])}


class Workspace:
    """A folder for offences that lives while the report is in use, and is gone with it, also on Ctrl-C."""

    def __init__(self, asked: Asked, language: Language) -> None:
        self._asked = asked
        self._formats = formats(asked)
        self._language = language
        self._folder: TemporaryDirectory[str] | None = None

    def means(self) -> Means:
        """Asked for when there are claims to judge: the engine's modules are large."""
        from tempfile import TemporaryDirectory

        from wicheck.billing.opening import USUAL, Means

        self._folder = TemporaryDirectory(prefix="wicheck-")
        memory = self._asked.memory or USUAL.memory_bytes
        limits = USUAL._replace(memory_bytes=memory, master=self._asked.spark_master)
        return Means(
            engine=self._asked.engine,
            limits=limits,
            accepted_rejects=self._asked.accept_rejects,
            workspace=Path(self._folder.name),
            kept=tuple(suffix for suffix, formats in KEPT.items() if formats & self._formats),
            tell=teller(self._language),
        )

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._folder:
            self._folder.cleanup()


def teller(language: Language) -> Callable[[Progress], None] | None:
    """Tells progress in one line of the screen; where nobody looks, nothing is told."""
    if not sys.stderr.isatty():
        return None

    def tell(progress: Progress) -> None:
        rules = RULES.filled({"done": progress.done + 1, "total": progress.total, "rule": progress.step})
        said = LOADING if progress.step == "load" else rules
        line = f"{said.of(language)}  {progress.share:.0%}" if progress.share else said.of(language)
        sys.stderr.write(f"\r{line[:_WIDTH]}\x1b[K")
        if progress.done + 1 == progress.total and progress.step != "load":
            sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()

    return tell
