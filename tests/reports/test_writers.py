"""Formats are found by name; a new one is a new module."""

from __future__ import annotations

import pytest

from wicheck.errors import UsageError
from wicheck.model import same
from wicheck.reports import ReportWriter, writer, writer_names


def test_the_formats_of_our_own_are_named_like_their_modules() -> None:
    assert {"json", "junit", "terminal"} <= set(writer_names())
    assert all(writer(name).name == name for name in writer_names())


def test_a_plugins_format_is_found_too() -> None:
    own = ReportWriter("own", same("own"), lambda _report, _options: "")
    assert writer("own", {"own": own}) is own
    assert "own" in writer_names({"own": own})


def test_an_unknown_format_is_answered_with_those_there_are() -> None:
    with pytest.raises(UsageError) as fault:
        writer("pdf")
    assert fault.value.hint is not None
    assert "junit" in fault.value.hint.zh
