"""What anybody wrote shows as it is; links know from where they lead."""

from __future__ import annotations

from html import unescape

import pytest
from markdown import markdown

from wicheck.model import Language, Text, same
from wicheck.site.markdown import Pen, bullets, escaped, heading, note, table

PEN = Pen(Language.ZH, "rules/example/one")


@pytest.mark.parametrize(
    "text",
    [
        "*不*加粗_也不_斜",
        "[x](y) ![x](y) <b>x</b> &amp; {#x} {: .x }",
        "1. 一",
        "- 二",
        "# 三",
        "> 四",
        ": 五",
        "a_b_c ~~d~~ `e` \\f",
        "a | b",
    ],
)
def test_text_is_no_markup(text: str) -> None:
    html = markdown(escaped(text), extensions=["attr_list", "def_list", "tables"])
    (shown,) = html.removeprefix("<p>").removesuffix("</p>").splitlines()
    assert unescape(shown) == text
    assert html.startswith("<p>")


def test_text_keeps_its_cell() -> None:
    html = markdown("\n".join(table(["a", "b"], [[escaped("x | y"), "z"]])), extensions=["tables"])
    assert html.count("<td>") == 2


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("rules/example/two#demand", "two.md#demand"),
        ("rules/example/one#demand", "#demand"),
        ("rules/other/one", "../other/one.md"),
        ("matrix#rehab_beds", "../../matrix.md#rehab_beds"),
    ],
)
def test_a_link_leads_from_its_page(address: str, path: str) -> None:
    assert PEN.link(same("x"), address) == f"[x]({path})"


def test_a_link_leads_from_the_root() -> None:
    assert Pen(Language.EN, "index").path("regions/index") == "regions/index.md"


def test_a_pen_writes_one_language() -> None:
    text = Text("满 {n} 日", "{n} days")
    assert PEN.say(text, n=5) == "满 5 日"
    assert Pen(Language.EN, "index").say(text, n=5) == "5 days"


def test_blocks_stand_by_themselves() -> None:
    lines = ["x", *heading(2, "题", "here"), *bullets(["一", "二"]), *note("warning", "注意", ["里面"])]
    html = markdown("\n".join(lines), extensions=["attr_list", "admonition"])
    assert '<h2 id="here">题</h2>' in html
    assert html.count("<li>") == 2
    assert '<p class="admonition-title">注意</p>\n<p>里面</p>' in html
