"""A reader's ways through the site: region, rule, clause, topic, and the other language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.needs("chromium")


def content(page: Page):  # type: ignore[no-untyped-def]
    return page.get_by_role("main")


def anchor_in_view(page: Page) -> str:
    """The id that the address ends in, once what it names stands in the window, below the bar at the top."""
    name = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    page.wait_for_function(
        """name => {
          const {top} = document.getElementById(name).getBoundingClientRect();
          return top >= document.querySelector("header").getBoundingClientRect().bottom && top < innerHeight;
        }""",
        arg=name,
    )
    return str(name)


def test_from_the_start_to_region_rule_clause_and_topic(visit: Visit, start: str) -> None:
    page = visit("index.html")
    content(page).get_by_role("link", name="有哪些地区").click()
    content(page).get_by_role("link", name="金华", exact=True).first.click()
    page.wait_for_url(f"{start}regions/jinhua-2020.html")
    content(page).get_by_role("link", name="康复床位不少于 50 张").first.click()
    page.wait_for_url(f"{start}rules/jinhua-2020/jinhua-3-2-2.html#beds_min_50")
    assert anchor_in_view(page) == "beds_min_50"
    content(page).get_by_role("link", name="金华全部条款").click()
    page.wait_for_url(f"{start}regions/jinhua-2020.html#jinhua-3-2-2")
    assert anchor_in_view(page) == "jinhua-3-2-2"
    page.go_back()
    content(page).get_by_role("link", name="康复床位：别处怎么规定").click()
    page.wait_for_url(f"{start}matrix.html#rehab_beds")
    assert anchor_in_view(page) == "rehab_beds"


@pytest.mark.parametrize("path", ["index.html", "matrix.html", "rules/jinhua-2020/jinhua-3-2-2.html"])
def test_every_page_leads_to_itself_in_the_other_language_and_back(path: str, visit: Visit, start: str) -> None:
    page = visit(path)
    assert page.locator("html").get_attribute("lang") == "zh"
    switch(page, "English")
    page.wait_for_url(f"{start}en/{path}")
    assert page.locator("html").get_attribute("lang") == "en"
    switch(page, "中文")
    page.wait_for_url(start + path)


def switch(page: Page, language: str) -> None:
    page.locator(".md-select button").hover()
    page.locator(".md-select").get_by_role("link", name=language).click()


def test_a_rule_says_what_meets_it_and_what_breaks_it(visit: Visit) -> None:
    page = visit("rules/jinhua-2020/jinhua-3-2-2.html")
    assert "床位数: 50" in page.locator("#beds_min_50-meets + dd").inner_text()
    assert "差 1 张" in page.locator("#beds_min_50-breaks + dd").inner_text()
