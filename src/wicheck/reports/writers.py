"""Writers by name: a module of ``formats`` is imported when its format is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from wicheck.errors import UsageError
from wicheck.model import Text
from wicheck.reports import formats
from wicheck.reports.interface import ReportWriter

NONE_MORE: Mapping[str, ReportWriter] = MappingProxyType({})


def writer(name: str, others: Mapping[str, ReportWriter] = NONE_MORE) -> ReportWriter:
    """The writer for a format, our own or one of ``others`` (from plugins). Raises UsageError where there is none."""
    if name in others:
        return others[name]
    known = writer_names(others)
    if name not in known:
        raise UsageError(
            Text(f"没有名为“{name}”的报告格式", f"there is no report format “{name}”"),
            hint=Text(f"可用：{'、'.join(known)}", f"there are: {', '.join(known)}"),
        )
    found: ReportWriter = import_module(f"{formats.__name__}.{name}").WRITER
    return found


def writer_names(others: Mapping[str, ReportWriter] = NONE_MORE) -> list[str]:
    """All formats, in alphabetical order."""
    return sorted({module.name for module in iter_modules(formats.__path__)} | others.keys())
