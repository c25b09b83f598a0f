"""Whoever wrote a text, Markdown shows it as it is. Parsed by markdown-it-py, which is not ours."""

from __future__ import annotations

from html import unescape
from re import sub

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from wicheck.reports.markdown_text import escaped, table

PARSER = MarkdownIt("commonmark").enable("table")
LIVELY = st.text(st.sampled_from("a康 1_*`[]()<>&|\\~#!-+.:\"'/\n"), max_size=24)


@given(LIVELY)
@example("<script>alert(1)</script>")
@example("[a](http://b) ![c](d) `e` **f** __g__ h|i \\| &lt;")
@example("__init__ a_b_c")
def test_a_cell_shows_the_very_text(text: str) -> None:
    html = PARSER.render("\n".join(table(["x"], [[text]])))
    (_, cells) = html.split("<tbody>") if "<tbody>" in html else ("", "")
    shown = unescape(sub("</?(tr|td|tbody|table)>|\n", "", cells))
    assert shown == " ".join(text.split())


def test_names_of_rules_stay_readable() -> None:
    assert escaped("jinhua-3-2-2/beds_min_50") == "jinhua-3-2-2/beds_min_50"
