"""The guide to the formats names every one of them, in both languages; README names them too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wicheck.reports import writer, writer_names

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("guide", ["reports.md", "reports.en.md"])
def test_the_guide_has_a_row_for_each_format(guide: str) -> None:
    text = (ROOT / "site/docs" / guide).read_text(encoding="utf-8")
    rows = re.findall(r"^\| [^|]+ \| `(\w+)` \| ([^|]+) \|", text, re.MULTILINE)
    assert sorted(name for name, _ in rows) == sorted(writer_names())
    assert all(name in how or name == "terminal" for name, how in rows)


@pytest.mark.parametrize("guide", ["reports.md", "reports.en.md"])
def test_the_guide_says_which_formats_refuse_personal_data(guide: str) -> None:
    (said,) = re.findall(r"`--show-personal`.*", (ROOT / "site/docs" / guide).read_text(encoding="utf-8"))
    assert {name for name in writer_names() if f"`{name}`" in said} == {
        name for name in writer_names() if writer(name).for_ci or name == "notice"
    }


def test_readme_names_every_format_in_both_languages() -> None:
    chinese, english = (ROOT / "README.md").read_text(encoding="utf-8").split("## In English")
    for name in writer_names():
        assert f"`{name}`" in chinese
        assert f"`{name}`" in english
