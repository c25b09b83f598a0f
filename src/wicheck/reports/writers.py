"""Writers by name: a module of ``formats`` is imported when its format is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
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
    module = f"{formats.__name__}.{name}"
    try:
        found: ReportWriter = import_module(module).WRITER
    except ModuleNotFoundError as missing:
        if missing.name is None or not module.startswith(missing.name):
            raise
        raise _unknown(name, writer_names(others)) from None
    return found


def writer_names(others: Mapping[str, ReportWriter] = NONE_MORE) -> list[str]:
    """All formats, in alphabetical order."""
    from pkgutil import iter_modules

    return sorted({module.name for module in iter_modules(formats.__path__)} | others.keys())


def _unknown(name: str, known: list[str]) -> UsageError:
    return UsageError(
        Text(f"没有名为“{name}”的报告格式", f"there is no report format “{name}”"),
        hint=Text(f"可用：{'、'.join(known)}", f"there are: {', '.join(known)}"),
    )
