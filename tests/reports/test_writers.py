"""Formats are found by name; a new one is a new module."""

from __future__ import annotations

from pathlib import Path

import pytest

from wicheck.errors import UsageError
from wicheck.model import same
from wicheck.reports import ReportWriter, formats, writer, writer_names


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


@pytest.fixture
def own_formats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(tmp_path)])
    return tmp_path


def test_a_new_format_is_one_new_file(own_formats: Path) -> None:
    source = "from wicheck.model import same\nfrom wicheck.reports import ReportWriter\n"
    made = "WRITER = ReportWriter('tried', same('tried'), lambda report, options: 'x')\n"
    (own_formats / "tried.py").write_text(source + made, encoding="utf-8")
    assert writer("tried").name == "tried"


def test_a_format_that_lacks_a_library_says_which(own_formats: Path) -> None:
    (own_formats / "lacking.py").write_text("import no_such_library_anywhere", encoding="utf-8")
    with pytest.raises(ModuleNotFoundError, match="no_such_library_anywhere"):
        writer("lacking")
